//! Where something stands in the user's files.

use std::fmt;
use std::sync::Arc;

/// A file and a row, numbered as a spreadsheet does: the header is row 1.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// The file as the manifest or the command line names it.
    pub file: Arc<str>,
    /// The row; in a TOML file the line.
    pub row: u64,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} row {}", self.file, self.row)
    }
}
