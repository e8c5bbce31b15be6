//! The command line: arguments in two steps, thin commands, one place for output and exit codes.

mod args;
mod commands;
mod completion;
mod console;
mod dimensions;
mod environment;
mod failure;
mod guard;
mod help;
mod output;
mod progress;
mod schemas;
mod settings;
mod usage;
mod version;
mod words;

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

use clap::Parser;

use args::{Cli, Command};
use console::Console;
use failure::Failure;
pub use help::command;

use crate::message;

/// Runs the program with these arguments and streams; gives its exit code.
pub fn run(args: impl IntoIterator<Item = OsString>, stdout: &mut dyn Write, stderr: &mut dyn Write) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    guard::guarded(|| run_unguarded(&args, stdout, stderr)).unwrap_or_else(|message| {
        let said = environment::spoken(&args).say(&message!("failure", message = message));
        // There is nobody left to tell that stderr is closed.
        let _ = stderr.write_all(format!("{said}\n").as_bytes());
        guard::FAULT_OF_THE_PROGRAM
    })
}

fn run_unguarded(args: &[OsString], stdout: &mut dyn Write, stderr: &mut dyn Write) -> u8 {
    let here = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
    if let Some(shell) = completion::asked() {
        return completion::answer(shell, args, &here, stdout).map_or_else(|failure| failure.exit_code(), |()| 0);
    }
    if version::asked(args) {
        let text = version::text(environment::spoken(args));
        return output::print(text, stdout).map_or_else(|failure| failure.exit_code(), |()| 0);
    }
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => {
            let language = environment::spoken(args);
            // The command that is shown is made only now, since it takes longer than a report.
            let error = help::command(language).try_get_matches_from(args).err().unwrap_or(error);
            return usage::show(&error, language, stdout, stderr);
        }
    };
    let mut console = Console { stdout, stderr, talk: cli.talk, here, has_told_fallback: false };
    // What reads no project is told of none.
    let alone = |command: &str| settings::refuse_project(&cli.project, command);
    let checked = environment::language().map(|_| ());
    let outcome = checked.and_then(|()| match &cli.command {
        Command::Report(args) => commands::report::run(&mut console, &cli.project, args),
        Command::Ledger(args) => commands::ledger::run(&mut console, &cli.project, args),
        Command::Explain(args) => commands::explain::run(&mut console, &cli.project, args),
        Command::Compare(args) => commands::compare::run(&mut console, &cli.project, args),
        Command::Sensitivity(args) => commands::sensitivity::run(&mut console, &cli.project, args),
        Command::Outturn(args) => commands::outturn::run(&mut console, &cli.project, args),
        Command::Services(args) => commands::services::run(&mut console, &cli.project, args),
        Command::Check(args) => commands::check::run(&mut console, &cli.project, args),
        Command::Doctor(args) => commands::doctor::run(&mut console, &cli.project, args),
        Command::Chart(args) => commands::chart::run(&mut console, &cli.project, args),
        Command::Reduce(args) => commands::reduce::run(&mut console, &cli.project, args),
        Command::Ingest(args) => commands::ingest::run(&mut console, &cli.project, args),
        Command::Review(args) => commands::review::run(&mut console, &cli.project, args),
        Command::Verify(args) => commands::verify::run(&mut console, &cli.project, args),
        Command::Request(args) => commands::request::run(&mut console, &cli.project, args),
        Command::Init(args) => alone("init").and_then(|()| commands::init::run(&mut console, args)),
        Command::Schema(args) => alone("schema").and_then(|()| commands::schema::run(&mut console, args)),
        Command::Completions(args) => {
            alone("completions").and_then(|()| commands::completions::run(&mut console, args))
        }
        Command::Man(args) => alone("man").and_then(|()| commands::man::run(&mut console, args)),
    });
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
