//! How bad a diagnostic is.

use std::fmt;

use crate::language::Message;

/// An error stops every result; a warning stops it under `--strict`; a note tells what the reader should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The data cannot be used as it is.
    Error,
    /// The data can be used, and something is probably wrong.
    Warning,
    /// Nothing is wrong; the reader should know.
    Note,
}

impl Severity {
    /// The word in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }

    /// The word as a person reads it.
    #[must_use]
    pub fn message(self) -> Message {
        Message::word("severity", self.word())
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
