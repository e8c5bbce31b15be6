//! The header of a table: which columns an input must and may have, and where each stands in the rows that are handed on.

use arcstr::ArcStr;
use csv::StringRecord;

use super::amounts::Scale;
use super::steps::is_of_words;
use crate::domain::clean_text;

/// The columns of an input.
#[derive(Debug, Clone, Copy)]
pub struct Columns<'c> {
    /// Columns that must be there.
    pub needed: &'static [&'static str],
    /// Columns that may be there.
    pub optional: &'static [&'static str],
    /// Columns that the project adds: its own dimensions.
    pub own: &'c [ArcStr],
    /// The column that a wide sheet has once a year.
    pub yearly: Option<&'static str>,
}

impl<'c> Columns<'c> {
    /// All of them.
    pub fn all(self) -> impl Iterator<Item = &'c str> {
        self.needed.iter().chain(self.optional).copied().chain(self.own.iter().map(AsRef::as_ref))
    }

    /// Whether a column is one of them.
    pub fn knows(self, column: &str) -> bool {
        self.all().any(|known| known == column)
    }
}

/// One layout of the rows of a table: the name of each cell, blank where it is left alone, and the constants behind the
/// cells. A table with several columns of amounts has a layout for each: the same record is then read once with each.
#[derive(Debug, Clone)]
pub struct Header {
    names: StringRecord,
    /// The same, as every row looks for them, and before them what is told of each at a glance.
    glances: Vec<u32>,
    columns: Vec<String>,
    /// Cells that hold words.
    of_words: Vec<usize>,
    constants: Vec<String>,
    as_written: Vec<String>,
    scale: Scale,
}

impl Header {
    /// Of cells, each with its column (blank where it has none) and the name that the file has for it, and of constants.
    #[must_use]
    pub fn new(cells: &[(String, String)], constants: &[(String, String)], scale: Scale) -> Self {
        let columns: Vec<String> = cells.iter().chain(constants).map(|(column, _)| column.clone()).collect();
        let is_of_words = |(_, (column, _)): &(usize, &(String, String))| !column.is_empty() && is_of_words(column);
        Self {
            names: columns.iter().collect(),
            glances: columns.iter().map(|column| glance(column)).collect(),
            columns,
            of_words: cells.iter().enumerate().filter(is_of_words).map(|(position, _)| position).collect(),
            constants: constants.iter().map(|(_, value)| value.clone()).collect(),
            as_written: cells.iter().map(|(_, written)| written.clone()).collect(),
            scale,
        }
    }

    /// The position of a column; past the cells it is a constant.
    #[must_use]
    pub fn position(&self, column: &str) -> Option<usize> {
        let sought = glance(column);
        for (position, own) in self.glances.iter().enumerate() {
            if *own == sought && self.columns.get(position).is_some_and(|name| name == column) {
                return Some(position);
            }
        }
        None
    }

    /// The cells that hold words, in which a row may say that it is a sum.
    pub fn of_words(&self) -> impl Iterator<Item = usize> {
        self.of_words.iter().copied()
    }

    /// How many cells a record has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.as_written.len()
    }

    /// The names, constants behind the cells, for serde.
    #[must_use]
    pub fn names(&self) -> &StringRecord {
        &self.names
    }

    /// The constants, in the order of their names.
    #[must_use]
    pub fn constants(&self) -> &[String] {
        &self.constants
    }

    /// What one in its amounts stands for.
    #[must_use]
    pub fn scale(&self) -> Scale {
        self.scale
    }

    /// How a message names the column of a cell.
    #[must_use]
    pub fn written_at(&self, position: usize) -> String {
        written_at(&self.as_written, position)
    }

    /// How the file names a column of this program.
    #[must_use]
    pub fn written(&self, column: &str) -> String {
        let position = self.position(column).filter(|position| *position < self.width());
        position.map_or_else(|| column.to_owned(), |position| self.written_at(position))
    }
}

/// The length of a name, its first and its last byte: nearly all names of a table differ in them.
fn glance(name: &str) -> u32 {
    let byte = |byte: Option<&u8>| byte.copied().map_or(0, u32::from);
    let bytes = name.as_bytes();
    (bytes.len() as u32) << 16 | byte(bytes.first()) << 8 | byte(bytes.last())
}

/// A name as it is compared: cleaned, without a byte order mark.
#[must_use]
pub fn name_of(cell: &str) -> String {
    clean_text(cell.trim_start_matches('\u{feff}')).into_owned()
}

/// How a message names a column of a file: by its name, or by its number where it has none.
#[must_use]
pub fn written_at(names: &[String], position: usize) -> String {
    let written = names.get(position).map(|name| clean_text(name)).filter(|name| !name.is_empty());
    written.map_or_else(|| (position + 1).to_string(), std::borrow::Cow::into_owned)
}
