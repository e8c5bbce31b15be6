//! The Frictionless data package over the CSV files of the pack (specs.frictionlessdata.io): names, types and allowed
//! values of their columns.

use serde_json::{Map, Value, json};

use super::{Material, PackFile};
use crate::attribution::LEDGER_COLUMNS;
use crate::domain::{Financing, Label, Part, Phase, State};
use crate::render::RenderError;
use crate::report::{Citations, ReportError, SourceDocument, flat_report};

/// The file `datapackage.json`.
pub(super) fn data_package(material: &Material<'_>) -> Result<Vec<PackFile>, RenderError> {
    let context = material.context;
    let report: Vec<Value> = flat_report(context).header.iter().map(|name| field(name, report_type(name))).collect();
    let ledger: Vec<Value> = LEDGER_COLUMNS.iter().map(|name| field(name, ledger_type(name))).collect();
    let keys: Vec<&str> =
        ["year"].into_iter().chain(context.query.by.iter().map(|dimension| dimension.column())).collect();
    let citations = Citations::of(context);
    let sources: Vec<Value> = citations
        .ids()
        .map(|id| SourceDocument::new(context.project, id))
        .map(|source| {
            let title = if source.title.is_empty() { source.id } else { source.title };
            let mut entry = Map::from_iter([("title".to_owned(), Value::String(title))]);
            if source.url.starts_with("http://") || source.url.starts_with("https://") {
                entry.insert("path".to_owned(), Value::String(source.url));
            }
            Value::Object(entry)
        })
        .collect();
    let mut package = json!({
        "profile": "data-package",
        "name": "thb-cost-review",
        "title": context.project.title,
        "resources": [
            resource("report", "report.csv", report, Some(&keys)),
            resource("ledger", "ledger.csv", ledger, None),
        ],
    });
    if let (false, Some(members)) = (sources.is_empty(), package.as_object_mut()) {
        members.insert("sources".to_owned(), Value::Array(sources));
    }
    let text = serde_json::to_string_pretty(&package).map_err(ReportError::from)?;
    Ok(vec![PackFile { path: "datapackage.json".to_owned(), bytes: (text + "\n").into_bytes() }])
}

fn resource(name: &str, path: &str, fields: Vec<Value>, keys: Option<&[&str]>) -> Value {
    let mut schema = json!({ "fields": fields, "missingValues": [""] });
    if let (Some(keys), Some(members)) = (keys, schema.as_object_mut()) {
        members.insert("primaryKey".to_owned(), json!(keys));
    }
    json!({
        "name": name,
        "profile": "tabular-data-resource",
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    })
}

fn field(name: &str, kind: &'static str) -> Value {
    let words = match name {
        "financing" => Financing::WORDS,
        "label" => Label::WORDS,
        "phase" => Phase::WORDS,
        "part" => Part::WORDS,
        "state" => State::WORDS,
        _ => return json!({ "name": name, "type": kind }),
    };
    json!({ "name": name, "type": kind, "constraints": { "enum": words } })
}

/// The type of a column of the ledger.
fn ledger_type(name: &str) -> &'static str {
    match name {
        "year" => "year",
        "rows" | "share_numerator" | "share_denominator" => "integer",
        "line_amount" | "low" | "central" | "high" => "number",
        _ => "string",
    }
}

/// The type of a column of the report: figures, unless its name says otherwise.
fn report_type(name: &str) -> &'static str {
    let amounts = ["labelled_", "attributed_", "total_", "unattributed"];
    let per_victim = ["victims_low", "victims", "victims_high", "per_victim", "per_victim_low", "per_victim_high"];
    if name == "year" {
        "year"
    } else if name == "not_estimated" {
        "integer"
    } else if amounts.iter().any(|begin| name.starts_with(begin))
        || per_victim.iter().any(|end| name.ends_with(&format!("_{end}")))
    {
        "number"
    } else {
        "string"
    }
}
