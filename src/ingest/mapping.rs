//! Where the columns of a table are, for whoever reads its rows by other means.

use super::folder::InputFile;
use super::input_name::InputName;
use super::inputs::columns_of;
use super::open::open_table;
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
    /// Whether one row of the file is one row of the input; not so with a column a year.
    pub is_plain: bool,
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
    Some(Mapping { columns, is_plain: table.shape.layouts.len() == 1, reading: table.reading })
}
