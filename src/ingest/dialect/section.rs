//! Rows that say something of the rows below them and are no data: `{ column, gives, where }`.

use super::place::Place;
use super::rows::{RowTest, tests_to_toml};
use super::words::{toml_key, toml_text};

/// One kind of such rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The column of the file that says it.
    pub column: Place,
    /// The column of this program that it is for.
    pub gives: String,
    /// Which rows these are.
    pub rows: Vec<RowTest>,
}

impl Section {
    /// As TOML writes it.
    #[must_use]
    pub fn to_toml(&self) -> String {
        format!(
            "{{ {} = {}, {} = {}, {} = {} }}",
            toml_key("column"),
            self.column.to_toml(),
            toml_key("gives"),
            toml_text(&self.gives),
            toml_key("where"),
            tests_to_toml(&self.rows),
        )
    }
}
