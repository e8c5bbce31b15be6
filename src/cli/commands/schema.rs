//! `schema`: the JSON Schema of an output or of a TOML file.

use crate::cli::args::SchemaArgs;
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::schemas::SCHEMAS;
use crate::message;
use crate::report::ReportError;

pub(crate) fn run(console: &mut Console<'_>, args: &SchemaArgs) -> Result<(), Failure> {
    let Some((_, make)) = SCHEMAS.iter().find(|(name, _)| *name == args.name) else {
        return Err(Failure::usage(message!("usage-no-schema", name = &args.name)));
    };
    let text = serde_json::to_string_pretty(&make());
    let text = text.map_err(|error| Failure::Render(ReportError::Json(error).into()))?;
    output::print(text + "\n", console.stdout)
}
