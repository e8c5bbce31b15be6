//! What a rule does in a year for which nobody published a driver, or the amount of its line.

use arcstr::ArcStr;

use crate::diagnostics::Diagnostics;
use crate::document::{Table, Value};
use crate::domain::State;
use crate::language::Message;
use crate::message;

/// How a year that nobody published is estimated from years that somebody did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Estimation {
    /// The last earlier year serves.
    Previous,
    /// The straight line between the nearest known years before and after.
    Interpolate,
    /// The last earlier year, times the chain of a price index.
    Index(ArcStr),
}

/// What happens in a year in which a driver is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// It is a fault.
    Error,
    /// The rule does not match in that year.
    Skip,
    /// It is estimated.
    Estimate(Estimation),
}

impl Estimation {
    /// The words of those that are one word.
    pub const WORDS: [&'static str; 2] = ["previous", "interpolate"];

    /// What stands before the name of an index.
    pub const INDEX: &'static str = "index:";

    /// Reads the word; anything else is `None`.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "previous" => Some(Self::Previous),
            "interpolate" => Some(Self::Interpolate),
            _ => {
                let index = word.strip_prefix(Self::INDEX)?.trim();
                (!index.is_empty()).then(|| Self::Index(index.into()))
            }
        }
    }

    /// How a rules file says it.
    #[must_use]
    pub fn word(&self) -> String {
        match self {
            Self::Previous => "previous".to_owned(),
            Self::Interpolate => "interpolate".to_owned(),
            Self::Index(index) => format!("{}{index}", Self::INDEX),
        }
    }

    /// The index that it chains, if it does.
    #[must_use]
    pub fn index(&self) -> Option<&ArcStr> {
        match self {
            Self::Index(index) => Some(index),
            Self::Previous | Self::Interpolate => None,
        }
    }

    /// The state of what it estimates.
    #[must_use]
    pub const fn state(&self) -> State {
        match self {
            Self::Previous => State::Carried,
            Self::Interpolate => State::Interpolated,
            Self::Index(_) => State::Indexed,
        }
    }
}

impl Missing {
    /// The words of those that are one word.
    pub const WORDS: [&'static str; 4] = ["error", "skip", "previous", "interpolate"];

    /// Reads the key `missing`, which says `error` where it is left out.
    pub(crate) fn read(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Self> {
        let Some(value) = table.get("missing") else { return Some(Self::Error) };
        let word = value.text(diagnostics)?;
        let missing = match word.as_str() {
            "error" => Some(Self::Error),
            "skip" => Some(Self::Skip),
            other => Estimation::parse(other).map(Self::Estimate),
        };
        if missing.is_none() {
            refuse(&value, &word, &Self::WORDS, message!("rule-missing-unknown"), diagnostics);
        }
        missing
    }

    /// The index that it chains, if it does.
    #[must_use]
    pub fn index(&self) -> Option<&ArcStr> {
        match self {
            Self::Estimate(estimation) => estimation.index(),
            Self::Error | Self::Skip => None,
        }
    }
}

/// Reads the key `fill` of a rule; the outer `None` after a diagnostic.
pub(crate) fn read_fill(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Option<Estimation>> {
    let Some(value) = table.get("fill") else { return Some(None) };
    let word = value.text(diagnostics)?;
    let fill = Estimation::parse(&word);
    if fill.is_none() {
        refuse(&value, &word, &Estimation::WORDS, message!("rule-fill-unknown"), diagnostics);
    }
    fill.map(Some)
}

fn refuse(value: &Value<'_>, word: &str, words: &[&str], message: Message, diagnostics: &mut Diagnostics) {
    let help = Message::did_you_mean(word, words.iter().copied()).unwrap_or_else(|| message!("rule-write-one"));
    let expected = Message::verbatim(format!("{}, {}NAME", words.join(", "), Estimation::INDEX));
    diagnostics.push(value.fault(message, expected, help));
}
