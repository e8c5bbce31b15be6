//! Where the columns of a table are, for whoever reads its rows by other means.

use super::folder::InputFile;
use super::input_name::InputName;
use super::inputs::columns_of;
use super::open::{Table, open_table};
use super::reader::{Reader, Reading};
use crate::diagnostics::Diagnostics;

/// Where a column's text comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A column of the file, by its name there.
    Column(String),
    /// The same text in every row.
    Constant(String),
}

/// The columns of a file.
#[derive(Debug, Clone)]
pub struct Mapping {
    /// Columns that the file or its dialect has.
    pub columns: Vec<(String, Place)>,
    /// How the file is read.
    pub reading: Reading,
    /// Keys of the dialect that change rows or their cells; none where a row of the file is one of the input as it stands.
    pub keys: Vec<String>,
}

/// Reads the header of a file, and none of its rows; `None` after diagnostics.
pub fn mapping(file: &InputFile, input: InputName, reader: &Reader, diagnostics: &mut Diagnostics) -> Option<Mapping> {
    let columns = columns_of(input, &reader.dimensions)?;
    let table = open_table(file, columns, reader, diagnostics)?;
    let header = table.shape.layouts.first()?;
    let place = |column: &str| {
        let position = header.position(column)?;
        let place = match position.checked_sub(header.width()) {
            None => Place::Column(header.as_written(position)?.to_owned()),
            Some(constant) => Place::Constant(header.constants().get(constant)?.clone()),
        };
        Some((column.to_owned(), place))
    };
    let columns = columns.all().filter_map(place).collect();
    Some(Mapping { columns, keys: keys(&table), reading: table.reading })
}

/// Keys that say no more than where the cells of a row are.
const OF_PLACES: [&str; 13] = [
    "files",
    "name",
    "encoding",
    "delimiter",
    "decimal",
    "group",
    "sheet",
    "skip",
    "skip_last",
    "columns",
    "constants",
    "from_name",
    "ignore",
];

/// What a table's dialect says beyond that.
fn keys(table: &Table) -> Vec<String> {
    let is_plain = table.shape.steps.is_none() && table.shape.layouts.iter().all(|layout| layout.scale().is_plain());
    let written = table.dialect.written_keys().into_iter().map(|(key, _)| key);
    let others: Vec<String> = written.filter(|key| !OF_PLACES.contains(&key.as_str())).collect();
    match (is_plain, others.is_empty()) {
        (true, _) => others.into_iter().filter(|key| ["header_rows", "skip_below"].contains(&key.as_str())).collect(),
        // What the file itself makes necessary, such as years out of dates.
        (false, true) => vec!["year".to_owned()],
        (false, false) => others,
    }
}
