//! `completions`: the script by which a shell completes commands, flags and words of the project.

use crate::cli::args::CompletionsArgs;
use crate::cli::completion;
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::output;

pub(crate) fn run(console: &mut Console<'_>, args: &CompletionsArgs) -> Result<(), Failure> {
    let script = completion::script(&args.shell);
    let script = script.map_err(|error| Failure::Io { act: "write", path: "stdout".into(), error })?;
    output::print(script, console.stdout)
}
