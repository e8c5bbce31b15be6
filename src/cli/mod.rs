//! The command line: arguments in two steps, thin commands, one place for output and exit codes.

mod args;
mod commands;
mod console;
mod failure;
mod output;
mod progress;
mod settings;
mod words;

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

use clap::Parser;

use args::{Cli, Command};
use console::Console;
use failure::Failure;

use crate::message;

/// Runs the program with these arguments and streams; gives its exit code.
pub fn run(args: impl IntoIterator<Item = OsString>, stdout: &mut dyn Write, stderr: &mut dyn Write) -> u8 {
    let mut cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => return usage(&error, stdout, stderr),
    };
    let here = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
    let mut console = Console { stdout, stderr, talk: cli.talk, here };
    let outcome = match &cli.command {
        Command::Report(args) => commands::report::run(&mut console, &cli.project, args),
        Command::Ledger(args) => commands::ledger::run(&mut console, &cli.project, args),
        Command::Explain(args) => commands::explain::run(&mut console, &cli.project, args),
        Command::Compare(args) => commands::compare::run(&mut console, &cli.project, args),
        Command::Check(args) => commands::check::run(&mut console, &mut cli.project, args),
        Command::Reduce(args) => commands::reduce::run(&mut console, &cli.project, args),
        Command::Ingest(args) => commands::ingest::run(&mut console, &cli.project, args),
        Command::Review(args) => commands::review::run(&mut console, &cli.project, args),
        Command::Init(args) => commands::init::run(&mut console, args),
        Command::Schema(args) => commands::schema::run(&mut console, args),
    };
    match outcome {
        Ok(()) => 0,
        Err(failure) => {
            tell(&mut console, &failure);
            failure.exit_code()
        }
    }
}

fn tell(console: &mut Console<'_>, failure: &Failure) {
    if !failure.is_told() {
        console.line(&message!("failure", message = failure.message()));
    }
}

/// What clap says: help and version on stdout, faults of usage on stderr.
fn usage(error: &clap::Error, stdout: &mut dyn Write, stderr: &mut dyn Write) -> u8 {
    let text = error.render().to_string();
    let (stream, code): (&mut dyn Write, u8) = if error.use_stderr() { (stderr, 2) } else { (stdout, 0) };
    // A closed pipe is no error.
    let _ = stream.write_all(text.as_bytes());
    code
}
