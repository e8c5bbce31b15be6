//! Settings from the environment, below flags and above the project. In: variables and arguments; out: settings or a fault
//! of usage.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use super::failure::Failure;
use crate::language::{Language, Message};
use crate::message;

/// Names the project, as `--project` does.
pub const PROJECT: &str = "THB_COST_PROJECT";

/// Names the language, as `--lang` does.
pub const LANGUAGE: &str = "THB_COST_LANG";

/// The project that the environment names; a blank variable names none.
pub fn project() -> Option<PathBuf> {
    std::env::var_os(PROJECT).filter(|path| !path.is_empty()).map(PathBuf::from)
}

/// The language that the environment names; a blank variable names none.
///
/// # Errors
///
/// A language that there is not.
pub fn language() -> Result<Option<Language>, Failure> {
    let Some(word) = std::env::var_os(LANGUAGE).filter(|word| !word.is_empty()) else { return Ok(None) };
    let word = word.to_string_lossy();
    let language = Language::parse(&word);
    let known = Language::ALL.map(Language::word);
    let next = || {
        Message::did_you_mean(&word, known).unwrap_or_else(|| message!("environment-languages", known = known.to_vec()))
    };
    language.map(Some).ok_or_else(|| {
        Failure::usage(message!("environment-no-language", name = LANGUAGE, word = &*word, next = next()))
    })
}

/// The language of what is said of arguments that cannot be parsed: what stands behind `--lang`, else the environment's.
pub fn spoken(args: &[OsString]) -> Language {
    let typed = args.iter().zip(args.iter().skip(1).map(OsString::as_os_str).chain([OsStr::new("")]));
    let typed = typed.filter_map(|(arg, next)| {
        let arg = arg.to_str()?;
        let word = if arg == "--lang" { next.to_str()? } else { arg.strip_prefix("--lang=")? };
        Language::parse(word)
    });
    typed.last().or_else(|| language().ok().flatten()).unwrap_or_default()
}
