//! `man`: the manual page of the program or of one of its commands, in the language of the output.

use clap::Command;
use clap_mangen::Man;

use crate::cli::args::ManArgs;
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::{help, output};
use crate::language::{Language, Message};
use crate::message;

pub(crate) fn run(console: &mut Console<'_>, args: &ManArgs) -> Result<(), Failure> {
    let language = console.talk.language();
    let mut command = help::command(language);
    command.build();
    let command = match &args.command {
        None => command,
        Some(name) => match command.find_subcommand(name) {
            Some(command) => command.clone(),
            None => return Err(unknown(name, &command)),
        },
    };
    let page = page(command, language);
    let page = page.map_err(|error| Failure::Io { act: "write", path: "stdout".into(), error })?;
    output::print(page, console.stdout)
}

fn unknown(name: &str, command: &Command) -> Failure {
    let known: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
    let next =
        Message::did_you_mean(name, known.iter().copied()).unwrap_or_else(|| message!("man-known", known = known));
    Failure::usage(message!("man-no-command", name = name, next = next))
}

/// The page: name, synopsis, description, examples, commands, options, and what holds for all commands.
fn page(command: Command, language: Language) -> std::io::Result<String> {
    let examples = command.get_before_help().map(ToString::to_string).unwrap_or_default();
    let below = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let commands = command.has_subcommands();
    let man = Man::new(command.before_help("")).manual("thb-cost").date("");
    let mut text = Vec::new();
    man.render_title(&mut text)?;
    man.render_name_section(&mut text)?;
    man.render_synopsis_section(&mut text)?;
    if let Some((heading, lines)) = examples.split_once('\n') {
        text.extend(section(heading.trim_end_matches(':'), lines, Lines::AsTheyAre));
    }
    if commands {
        man.render_subcommands_section(&mut text)?;
    }
    man.render_options_section(&mut text)?;
    if !below.is_empty() {
        text.extend(section(&language.say(&message!("man-below")), &below, Lines::Filled));
    }
    // Every part of the page was text.
    let mut page = String::from_utf8(text).unwrap_or_default();
    for (clap, said) in [
        ("NAME", message!("man-name")),
        ("SYNOPSIS", message!("man-synopsis")),
        ("OPTIONS", message!("man-options")),
        ("SUBCOMMANDS", message!("man-commands")),
        ("COMMANDS", message!("man-commands")),
    ] {
        page = page.replace(&format!("\n.SH {clap}\n"), &format!("\n.SH {}\n", language.say(&said)));
    }
    Ok(page)
}

/// Whether the lines of a section are kept or filled.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lines {
    AsTheyAre,
    Filled,
}

fn section(heading: &str, lines: &str, kept: Lines) -> Vec<u8> {
    let mut text = format!(".SH \"{}\"\n", heading.to_uppercase());
    if kept == Lines::AsTheyAre {
        text.push_str(".nf\n");
    }
    for line in lines.lines() {
        // A point or a quote at the start of a line would be read as a request.
        let line = line.replace('\\', "\\e").replace('-', "\\-");
        let guard = if line.starts_with(['.', '\'']) { "\\&" } else { "" };
        text.push_str(&format!("{guard}{line}\n"));
        if kept == Lines::Filled {
            text.push_str(".br\n");
        }
    }
    if kept == Lines::AsTheyAre {
        text.push_str(".fi\n");
    }
    text.into_bytes()
}
