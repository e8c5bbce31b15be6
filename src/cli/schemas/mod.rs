//! JSON Schemas: of each JSON output, made from the types that write it, and of the two TOML files, made from the registries
//! of their keys. [`SCHEMAS`] is the registry.

mod dialect;
mod manifest;
mod rules;

use schemars::{Schema, schema_for};
use serde_json::{Map, Value, json};

use crate::diagnostics::json::CheckDocument;
use crate::report::charts::ChartSpec;
use crate::report::compare::CompareDocument;
use crate::report::coverage::CoverageDocument;
use crate::report::explain::ExplainDocument;
use crate::report::findings::FindingsDocument;
use crate::report::outturn::OutturnDocument;
use crate::report::rulebook::RulebookDocument;
use crate::report::sensitivity::SensitivityDocument;
use crate::report::services::ServicesDocument;
use crate::report::{LedgerDocument, ReportDocument};
use crate::review::ReviewDocument;

/// Makes a schema.
pub(crate) type MakeSchema = fn() -> Schema;

/// Every schema by the name of its output or file.
pub(crate) const SCHEMAS: [(&str, MakeSchema); 15] = [
    ("report", || schema_for!(ReportDocument)),
    ("ledger", || schema_for!(LedgerDocument)),
    ("explain", || schema_for!(ExplainDocument)),
    ("compare", || schema_for!(CompareDocument)),
    ("sensitivity", || schema_for!(SensitivityDocument)),
    ("outturn", || schema_for!(OutturnDocument)),
    ("services", || schema_for!(ServicesDocument)),
    ("findings", || schema_for!(FindingsDocument)),
    ("coverage", || schema_for!(CoverageDocument)),
    ("rules", || schema_for!(RulebookDocument)),
    ("check", || schema_for!(CheckDocument)),
    ("chart", || schema_for!(ChartSpec)),
    ("review", || schema_for!(ReviewDocument)),
    ("rules.toml", rules::schema),
    ("thb-cost.toml", manifest::schema),
];

/// What makes the schema of a name.
pub(crate) fn schema_named(name: &str) -> Option<MakeSchema> {
    SCHEMAS.iter().find(|(known, _)| *known == name).map(|(_, make)| *make)
}

/// A table that takes only these keys.
fn table(about: &str, properties: Map<String, Value>, required: &[&str]) -> Value {
    json!({
        "type": "object",
        "description": about,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// The whole of a TOML file.
fn document(title: &str, root: Value) -> Schema {
    let mut schema = Schema::default();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".to_owned(), json!(title));
    if let Value::Object(members) = root {
        schema.ensure_object().extend(members);
    }
    schema
}

/// Properties in the order in which they are given.
fn properties<const N: usize>(members: [(&str, Value); N]) -> Map<String, Value> {
    members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

/// A text.
fn text(about: &str) -> Value {
    json!({ "type": "string", "description": about })
}

/// One of a few words.
fn word(about: &str, words: &[&str]) -> Value {
    json!({ "type": "string", "description": about, "enum": words })
}

/// One text or a list of them.
fn texts(about: &str) -> Value {
    let text = json!({ "type": "string" });
    json!({ "description": about, "anyOf": [text, { "type": "array", "items": text }] })
}
