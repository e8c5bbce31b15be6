//! Dialects: what `[[dialect]]` of the manifest pins about files that are not canonical CSV. Each key is one field, and
//! what a key can say is a type of its own; nothing here reads a file of data.

mod amounts;
mod file_pattern;
mod from_name;
mod keys;
mod merge;
mod missing;
mod place;
mod read;
mod rows;
mod section;
mod words;
mod year_form;

use std::sync::Arc;

pub use amounts::{Entry, Unit};
pub use file_pattern::FilePattern;
pub use from_name::NamePattern;
pub use keys::names as dialect_keys;
pub use missing::Missing;
pub use place::{Place, folded};
pub use rows::{RowTest, Words};
pub use section::Section;
pub use words::{delimiter_name, toml_key, toml_text};
pub use year_form::YearForm;

use super::amounts::Marks;
use super::folder::InputFile;
use super::text::Encoding;
use crate::domain::Origin;

/// What is pinned about some files. What is `None` is found out.
#[derive(Debug, Clone, Default)]
pub struct Dialect {
    /// Which files, by path or glob.
    pub files: Vec<FilePattern>,
    /// A name of its own, for `file@NAME`.
    pub name: Option<String>,
    /// Where it stands in the manifest.
    pub origin: Option<Origin>,
    /// Encoding of a text file.
    pub encoding: Option<Encoding>,
    /// Mark between cells of a text file.
    pub delimiter: Option<u8>,
    /// Decimal and group marks.
    pub marks: Marks,
    /// Sheet of a spreadsheet.
    pub sheet: Option<String>,
    /// Rows above the header.
    pub skip: Option<u64>,
    /// Rows between header and data.
    pub skip_below: u64,
    /// Rows at the end.
    pub skip_last: usize,
    /// Rows that make the header.
    pub header_rows: Option<u64>,
    /// Columns by their name in this program, with what the file has for them: names of which one is there, or a position.
    pub columns: Vec<(String, Vec<Place>)>,
    /// Columns with the value of every row, whatever the file has there.
    pub constants: Vec<(String, String)>,
    /// Columns of amounts, where there are several.
    pub amounts: Vec<Entry>,
    /// One column a year in place of the columns `year` and `amount` (or `value`, `count`, `rate`).
    pub years_as_columns: bool,
    /// What one in a column of amounts stands for.
    pub unit: Option<Unit>,
    /// Whether amounts with more digits than the currency has are rounded.
    pub round: bool,
    /// How years are written.
    pub year_form: Option<YearForm>,
    /// Values out of the path of the file.
    pub from_name: Option<NamePattern>,
    /// Rows taken: those that any of these matches; none given means all.
    pub keep: Vec<RowTest>,
    /// Rows left out.
    pub except: Vec<RowTest>,
    /// Words of the file for ours, by column.
    pub values: Vec<(String, Words)>,
    /// Columns made of several.
    pub join: Vec<(String, Vec<Place>)>,
    /// What the file writes where nothing is known.
    pub blank: Vec<String>,
    /// What stands for blank cells, by column.
    pub missing: Vec<(String, Missing)>,
    /// Whether rows with fewer cells than the header are filled.
    pub short_rows: bool,
    /// Rows that say something of the rows below.
    pub sections: Vec<Section>,
    /// What to do with rows that say they are sums or parts.
    pub totals: Totals,
    /// Columns that are meant to be left alone; `*` is all others.
    pub ignore: Vec<String>,
}

/// What to do with rows that say they are sums of others or parts of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Totals {
    /// They are an error that lists them.
    #[default]
    Refuse,
    /// They are counted.
    Count,
    /// They are left out, and a note says how many.
    Exclude,
}

impl Dialect {
    /// Whether it is the one that a file is read under: the one that the file names, else one that is about its path.
    #[must_use]
    pub fn is_for(&self, file: &InputFile) -> bool {
        match &file.dialect {
            Some(named) => self.name.as_ref() == Some(named),
            None => {
                let of_sheet = file.path_of_project();
                self.files.iter().any(|pattern| {
                    pattern.matches(&file.key) || [of_sheet.as_str(), file.name.as_ref()].contains(&pattern.text())
                })
            }
        }
    }

    /// The same, for files of these paths and globs.
    #[must_use]
    pub fn for_files(self, paths: &[String]) -> Self {
        let pattern = |path: &String| FilePattern::parse(path).unwrap_or_else(|_| FilePattern::of_file(path));
        Self { files: paths.iter().map(pattern).collect(), ..self }
    }

    /// The same, for the file of this name.
    #[must_use]
    pub fn for_file(self, name: &str) -> Self {
        Self { files: vec![FilePattern::of_file(name)], ..self }
    }

    /// What the file has for a column of this program, where it is mapped.
    #[must_use]
    pub fn mapped(&self, column: &str) -> Option<&[Place]> {
        self.columns.iter().find(|(known, _)| known == column).map(|(_, places)| places.as_slice())
    }

    /// The columns that a column is joined out of.
    #[must_use]
    pub fn joined(&self, column: &str) -> Option<&[Place]> {
        self.join.iter().find(|(known, _)| known == column).map(|(_, places)| places.as_slice())
    }

    /// The value of a column that is the same in every row.
    #[must_use]
    pub fn constant(&self, column: &str) -> Option<&str> {
        self.constants.iter().find(|(known, _)| known == column).map(|(_, value)| value.as_str())
    }

    /// What stands for a blank cell of a column.
    #[must_use]
    pub fn missing(&self, column: &str) -> Option<&Missing> {
        self.missing.iter().find(|(known, _)| known == column).map(|(_, missing)| missing)
    }

    /// The words of the file for those of a column.
    #[must_use]
    pub fn words(&self, column: &str) -> Option<&Words> {
        self.values.iter().find(|(known, _)| known == column).map(|(_, words)| words)
    }

    /// Whether a column of the file, by its folded name, is meant to be left alone.
    #[must_use]
    pub fn ignores(&self, name: &str) -> bool {
        self.ignore.iter().any(|ignored| ignored == "*" || folded(ignored) == name)
    }
}

/// The dialect of a file: the first that is for it, else one that pins nothing.
#[must_use]
pub fn dialect_of(dialects: &[Arc<Dialect>], file: &InputFile) -> Arc<Dialect> {
    dialects.iter().find(|dialect| dialect.is_for(file)).map_or_else(Arc::default, Arc::clone)
}
