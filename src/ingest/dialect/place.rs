//! Where a dialect says that something stands in a file: in a column of this name, or at this position.

use super::words::toml_text;
use crate::domain::clean_text;

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// By its name there.
    Name(String),
    /// By its position, counted from 1.
    Position(usize),
}

impl Place {
    /// As TOML writes it.
    #[must_use]
    pub fn to_toml(&self) -> String {
        match self {
            Self::Name(name) => toml_text(name),
            Self::Position(position) => position.to_string(),
        }
    }

    /// As a message names it.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Name(name) => name.clone(),
            Self::Position(position) => position.to_string(),
        }
    }

    /// Where it stands among folded names of a header, counted from 0.
    #[must_use]
    pub fn among(&self, names: &[String]) -> Option<usize> {
        match self {
            Self::Name(name) => {
                let name = folded(name);
                names.iter().position(|known| *known == name)
            }
            Self::Position(position) => position.checked_sub(1).filter(|position| *position < names.len()),
        }
    }
}

/// A name as names are compared: cleaned, letters folded, without a byte order mark.
#[must_use]
pub fn folded(name: &str) -> String {
    clean_text(name.trim_start_matches('\u{feff}')).to_lowercase()
}
