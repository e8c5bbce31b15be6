//! The program's own help in a language: examples first, then usage, arguments and options. In: the definitions of `args`;
//! out: a command that clap shows.

use clap::builder::{Resettable, StyledStr};
use clap::{Arg, ArgAction, Command, CommandFactory};

use super::args::Cli;
use crate::language::{Language, Message, Value};
use crate::message;

/// The whole command line, as it is shown in a language. It is parsed from `Cli` itself; this one is made when there is
/// something to show.
#[must_use]
pub fn command(language: Language) -> Command {
    let command = Cli::command().after_help(language.say(&message!("help-below")));
    let command = examples_first(command, language);
    match language {
        Language::English => command,
        Language::Bulgarian => {
            let mut command = translated(command, language);
            // What clap inherits from the command above it, it must have before it says how a command is used.
            command.build();
            with_usage(command, language)
        }
    }
}

/// Examples above the usage, for every command that has some.
fn examples_first(command: Command, language: Language) -> Command {
    let key = Message::word("examples", command.get_name());
    let said = language.say(&key);
    let heading = match language {
        Language::English => "{usage-heading} {usage}".to_owned(),
        Language::Bulgarian => format!("{} {{usage}}", language.say(&message!("help-usage"))),
    };
    let template = format!("{{about-with-newline}}\n{{before-help}}{heading}\n\n{{all-args}}{{after-help}}");
    let command = command.help_template(template).mut_subcommands(|command| examples_first(command, language));
    if said == key.key {
        return command;
    }
    let lines: String = said.lines().map(|line| format!("\n  {line}")).collect();
    command.before_help(format!("{}{lines}", language.say(&message!("help-examples"))))
}

/// What commands, arguments and values are called and do.
fn translated(command: Command, language: Language) -> Command {
    let name = command.get_name().to_owned();
    let say = |message: Message| language.say(&message);
    let help = |id: &str| {
        let action = if id == "version" { ArgAction::Version } else { ArgAction::Help };
        Arg::new(id.to_owned()).long(id.to_owned()).action(action)
    };
    let mut command = command.disable_help_flag(true).arg(help("help").short('h'));
    if name == "thb-cost" {
        command = command.disable_version_flag(true).arg(help("version").short('V'));
        command = command.subcommand_help_heading(say(message!("help-commands")));
    }
    let about = text(language, "cmd", &[&name]);
    let command = match about {
        Some(about) => command.about(about).long_about(Resettable::<StyledStr>::Reset),
        None => command,
    };
    command
        .mut_args(|arg| translated_argument(arg, &name, language))
        .mut_subcommands(|command| translated(command, language))
}

fn translated_argument(arg: Arg, command: &str, language: Language) -> Arg {
    let say = |message: Message| language.say(&message);
    let id = arg.get_id().as_str().to_owned();
    let heading = match arg.get_help_heading() {
        Some(heading) => text(language, "heading", &[heading]).unwrap_or_else(|| heading.to_owned()),
        None if arg.is_positional() => say(message!("help-arguments")),
        None => say(message!("help-options")),
    };
    let mut words =
        text(language, "arg", &[command, &id]).or_else(|| text(language, "arg", &[&id])).unwrap_or_default();
    let takes_values = arg.get_action().takes_values();
    let values: Vec<String> =
        arg.get_possible_values().iter().filter(|_| takes_values).map(|value| value.get_name().to_owned()).collect();
    for default in arg.get_default_values().iter().filter(|_| takes_values) {
        let default = default.to_string_lossy().into_owned();
        words = format!("{words} {}", say(message!("help-default", value = default)));
    }
    if !values.is_empty() {
        words = format!("{words} {}", say(message!("help-values", values = values)));
    }
    let names: Vec<String> = arg.get_value_names().into_iter().flatten().map(ToString::to_string).collect();
    let names: Vec<String> = names.into_iter().map(|name| text(language, "value", &[&name]).unwrap_or(name)).collect();
    let arg =
        arg.help(words.trim().to_owned()).long_help(Resettable::<StyledStr>::Reset).hide_possible_values(takes_values);
    let arg = arg.hide_default_value(takes_values).help_heading(heading);
    if takes_values && !names.is_empty() { arg.value_names(names) } else { arg }
}

/// How each command is used, with the words of the language in clap's place holders.
fn with_usage(mut command: Command, language: Language) -> Command {
    let usage = command.render_usage().to_string();
    let usage = usage.split_once(' ').map(|(_, usage)| usage).unwrap_or_default();
    let command = command.override_usage(usage_words(usage, language));
    command.mut_subcommands(|command| with_usage(command, language))
}

/// The place holders of a usage line in a language.
pub(super) fn usage_words(usage: &str, language: Language) -> String {
    let say = |message: Message| language.say(&message);
    usage
        .replace("[OPTIONS]", &format!("[{}]", say(message!("help-options-word"))))
        .replace("<COMMAND>", &format!("<{}>", say(message!("help-command-word"))))
}

/// The text of a key made of parts, if there is one.
fn text(language: Language, kind: &'static str, parts: &[&str]) -> Option<String> {
    let key = Message::word(kind, &parts.join("-").replace(['=', '.', ':'], "-"));
    let said = language.say(&message!("verbatim", text = Value::Message(key.clone())));
    (said != key.key).then_some(said)
}
