//! `schema`: the JSON Schema of an output or of a TOML file.

use crate::cli::args::SchemaArgs;
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::output;

pub(crate) fn run(console: &mut Console<'_>, args: &SchemaArgs) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(&(args.make)())?;
    output::print(text + "\n", console.stdout)
}
