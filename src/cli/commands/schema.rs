//! `schema`: the JSON Schema of each JSON output, made from the types that write it.

use schemars::{Schema, schema_for};

use crate::cli::args::SchemaArgs;
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::diagnostics::json::CheckDocument;
use crate::message;
use crate::report::compare::CompareDocument;
use crate::report::explain::ExplainDocument;
use crate::report::{LedgerDocument, ReportDocument, ReportError};
use crate::review::ReviewDocument;

/// Makes a schema.
type MakeSchema = fn() -> Schema;

/// Every schema by the name of its output.
pub(crate) const SCHEMAS: [(&str, MakeSchema); 6] = [
    ("report", || schema_for!(ReportDocument)),
    ("ledger", || schema_for!(LedgerDocument)),
    ("explain", || schema_for!(ExplainDocument)),
    ("compare", || schema_for!(CompareDocument)),
    ("check", || schema_for!(CheckDocument)),
    ("review", || schema_for!(ReviewDocument)),
];

pub(crate) fn run(console: &mut Console<'_>, args: &SchemaArgs) -> Result<(), Failure> {
    let Some((_, make)) = SCHEMAS.iter().find(|(name, _)| *name == args.name) else {
        return Err(Failure::usage(message!("usage-no-schema", name = &args.name)));
    };
    let text = serde_json::to_string_pretty(&make());
    let text = text.map_err(|error| Failure::Render(ReportError::Json(error).into()))?;
    output::print(&(text + "\n"), console.stdout)
}
