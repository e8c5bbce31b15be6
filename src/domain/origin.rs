//! Where something stands in the user's files.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use super::text::by_text;

/// A file and a row, numbered as a spreadsheet does: the header is row 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Origin {
    /// The file as the manifest or the command line names it.
    pub file: Arc<str>,
    /// The row; in a TOML file the line.
    pub row: u64,
}

impl PartialOrd for Origin {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Origin {
    /// By file, then by row.
    fn cmp(&self, other: &Self) -> Ordering {
        by_text(&self.file, &other.file).then_with(|| self.row.cmp(&other.row))
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} row {}", self.file, self.row)
    }
}
