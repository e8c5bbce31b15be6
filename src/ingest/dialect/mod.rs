//! Dialects: what `[[dialect]]` of the manifest pins about files that are not canonical CSV.

mod read;
mod words;

use std::sync::Arc;

pub use words::{delimiter_name, toml_text};

use super::amounts::{Groups, Marks};
use super::text::Encoding;
use crate::domain::Origin;

/// What is pinned about some files. What is `None` is sniffed.
#[derive(Debug, Clone, Default)]
pub struct Dialect {
    /// Which files, by name or glob.
    pub files: Vec<glob::Pattern>,
    /// Where it stands in the manifest.
    pub origin: Option<Origin>,
    /// Encoding of a text file.
    pub encoding: Option<Encoding>,
    /// Mark between cells of a text file.
    pub delimiter: Option<u8>,
    /// Decimal and group marks.
    pub marks: Marks,
    /// Rows above the header.
    pub skip: Option<u64>,
    /// Rows below the last one.
    pub skip_last: usize,
    /// Sheet of a spreadsheet.
    pub sheet: Option<String>,
    /// Columns by their name in this program, with the name that the file has for them.
    pub columns: Vec<(String, String)>,
    /// Columns that the file does not have, with the value of every row.
    pub constants: Vec<(String, String)>,
    /// One column a year in place of the columns `year` and `amount` (or `value`, `count`, `rate`).
    pub years_as_columns: bool,
    /// What to do with rows that say they are totals.
    pub totals: Totals,
}

/// What to do with rows whose text says total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Totals {
    /// They are counted, and a warning says so.
    #[default]
    Warn,
    /// They are counted.
    Count,
    /// They are left out, and a note says how many.
    Exclude,
}

impl Dialect {
    /// Whether it is about a file of this name; the part after `#` names a sheet.
    #[must_use]
    pub fn is_for(&self, name: &str) -> bool {
        let path = name.split_once('#').map_or(name, |(path, _)| path);
        let bare = path.rsplit(['/', '\\']).next().unwrap_or(path);
        self.files.iter().any(|pattern| [name, path, bare].iter().any(|name| pattern.matches(name)))
    }

    /// This one, and where it pins nothing the other.
    #[must_use]
    pub fn over(self, other: &Self) -> Self {
        let or = |mine: Vec<(String, String)>, theirs: &[(String, String)]| {
            let mut both = mine;
            let more: Vec<_> = theirs.iter().filter(|(name, _)| both.iter().all(|(known, _)| known != name)).collect();
            both.extend(more.into_iter().cloned());
            both
        };
        Self {
            files: self.files,
            origin: self.origin,
            encoding: self.encoding.or(other.encoding),
            delimiter: self.delimiter.or(other.delimiter),
            marks: Marks {
                decimal: self.marks.decimal.or(other.marks.decimal),
                groups: if self.marks.groups == Groups::Any { other.marks.groups } else { self.marks.groups },
            },
            skip: self.skip.or(other.skip),
            skip_last: if self.skip_last == 0 { other.skip_last } else { self.skip_last },
            sheet: self.sheet.or_else(|| other.sheet.clone()),
            columns: or(self.columns, &other.columns),
            constants: or(self.constants, &other.constants),
            years_as_columns: self.years_as_columns || other.years_as_columns,
            totals: if self.totals == Totals::Warn { other.totals } else { self.totals },
        }
    }

    /// The same, for the file of this name.
    #[must_use]
    pub fn for_file(self, name: &str) -> Self {
        let path = name.split_once('#').map_or(name, |(path, _)| path);
        let pattern = glob::Pattern::new(&glob::Pattern::escape(path)).ok();
        Self { files: pattern.into_iter().collect(), ..self }
    }

    /// The name that the file has for a column of this program.
    #[must_use]
    pub fn written<'n>(&'n self, column: &'n str) -> &'n str {
        self.columns.iter().find(|(known, _)| known == column).map_or(column, |(_, written)| written)
    }

    /// The value of a column that is the same in every row.
    #[must_use]
    pub fn constant(&self, column: &str) -> Option<&str> {
        self.constants.iter().find(|(known, _)| known == column).map(|(_, value)| value.as_str())
    }
}

/// The dialect of a file: the first that is about it, else one that pins nothing.
#[must_use]
pub fn dialect_of(dialects: &[Arc<Dialect>], name: &str) -> Arc<Dialect> {
    dialects.iter().find(|dialect| dialect.is_for(name)).map_or_else(Arc::default, Arc::clone)
}
