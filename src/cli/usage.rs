//! Faults of usage and help, as clap found them, in a language. In: clap's error; out: text and the exit code.

use std::error::Error as _;
use std::fmt;
use std::io::Write;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::help::usage_words;
use crate::language::{Between, Language, Message, Value};
use crate::message;

/// Why a value is refused, for clap to carry.
#[derive(Debug)]
pub struct Refused(pub Message);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Language::English.say(&self.0))
    }
}

impl std::error::Error for Refused {}

/// Shows what clap found: help and version on stdout, faults of usage on stderr. Gives the exit code.
pub fn show(error: &clap::Error, language: Language, stdout: &mut dyn Write, stderr: &mut dyn Write) -> u8 {
    let (stream, code): (&mut dyn Write, u8) = if error.use_stderr() { (stderr, 2) } else { (stdout, 0) };
    let text = match language {
        Language::Bulgarian => fault(error).map(|fault| told(error, fault, language)),
        Language::English => None,
    };
    // A closed pipe is no error.
    let _ = stream.write_all(text.unwrap_or_else(|| error.render().to_string()).as_bytes());
    code
}

fn told(error: &clap::Error, fault: Message, language: Language) -> String {
    let say = |message: Message| language.say(&message);
    let mut text = format!("{}\n", say(message!("failure", message = fault)));
    let valid = words(error, ContextKind::ValidValue);
    if !valid.is_empty() && error.kind() == ErrorKind::InvalidValue {
        text.push_str(&format!("  {}\n", say(message!("clap-values", values = valid))));
    }
    for kind in [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue] {
        let near: Vec<Message> =
            words(error, kind).into_iter().map(|word| message!("clap-quoted", word = word)).collect();
        if !near.is_empty() {
            let near = Value::list(near, Between::Or);
            text.push_str(&format!("\n  {}\n", say(message!("clap-near", near = near))));
        }
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        let usage = usage.split_once(' ').map(|(_, usage)| usage).unwrap_or_default();
        text.push_str(&format!("\n{} {}\n", say(message!("help-usage")), usage_words(usage, language)));
    }
    text.push_str(&format!("\n{}\n", say(message!("clap-more"))));
    text
}

/// The fault itself; `None` for help, and for what no language has words of its own for.
fn fault(error: &clap::Error) -> Option<Message> {
    let one = |kind| words(error, kind).into_iter().next().unwrap_or_default();
    let (arg, value) = (one(ContextKind::InvalidArg), one(ContextKind::InvalidValue));
    Some(match error.kind() {
        ErrorKind::UnknownArgument => message!("clap-unknown-argument", arg = arg),
        ErrorKind::InvalidSubcommand => {
            message!("clap-unknown-command", command = one(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => message!("clap-value-needed", arg = arg),
        ErrorKind::InvalidValue => message!("clap-invalid-value", value = value, arg = arg),
        ErrorKind::ValueValidation => {
            let why = error.source().map(|source| match source.downcast_ref::<Refused>() {
                Some(Refused(why)) => Value::Message(why.clone()),
                None => Value::Text(source.to_string()),
            });
            let why = why.unwrap_or_else(|| Value::Text(String::new()));
            message!("clap-invalid-value-because", value = value, arg = arg, why = why)
        }
        ErrorKind::MissingRequiredArgument => {
            message!("clap-missing", args = words(error, ContextKind::InvalidArg))
        }
        ErrorKind::MissingSubcommand => message!("clap-missing-command"),
        ErrorKind::ArgumentConflict => {
            let other = words(error, ContextKind::PriorArg);
            if other.is_empty() || other.contains(&arg) {
                message!("clap-repeated", arg = arg)
            } else {
                message!("clap-conflict", arg = arg, other = other)
            }
        }
        ErrorKind::TooManyValues => message!("clap-unexpected-value", arg = arg, value = value),
        ErrorKind::InvalidUtf8 => message!("clap-not-utf8"),
        _ => return None,
    })
}

fn words(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        _ => Vec::new(),
    }
}
