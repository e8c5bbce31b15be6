//! The rows of a table as canonical rows of its input: what a messy file becomes.

use std::sync::Arc;

use super::amounts::{self, Mark, Marks};
use super::dialect::Totals;
use super::folder::InputFile;
use super::header::Columns;
use super::input_name::InputName;
use super::inputs::columns_of;
use super::money_rows;
use super::open::read_table;
use super::reader::Reader;
use super::record::CellKind;
use super::table::Row;
use crate::diagnostics::Diagnostics;
use crate::domain::clean_text;

/// Columns that hold numbers, whose marks a dialect may pin.
const NUMBERS: [&str; 4] = ["value", "low", "high", "rate"];

/// Canonical rows with their header. A column that neither the file nor its dialect has is left out.
#[derive(Debug, Default)]
pub struct CanonicalRows {
    /// Names of the columns.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// Reads a file whose marks are settled.
pub fn canonical_rows(
    file: &InputFile,
    input: InputName,
    marks: Marks,
    totals: Totals,
    reader: &mut Reader,
    diagnostics: &mut Diagnostics,
) -> CanonicalRows {
    let mut found = CanonicalRows::default();
    let own = Arc::clone(&reader.dimensions);
    let Some(columns) = columns_of(input, &own) else { return found };
    read_table(file, columns, reader, diagnostics, |row, _| {
        if found.header.is_empty() {
            found.header = present(columns, row).map(str::to_owned).collect();
        }
        if totals == Totals::Exclude && InputName::MONEY.contains(&input) && money_rows::total_label(row).is_some() {
            return;
        }
        let text = row.text();
        let cells = present(columns, row).map(|column| {
            let cell = row.header.position(column).and_then(|position| text.get(position)).unwrap_or_default();
            cell_text(row, column, &clean_text(cell), marks)
        });
        found.rows.push(cells.collect());
    });
    found
}

fn present<'c>(columns: Columns<'c>, row: &Row<'c>) -> impl Iterator<Item = &'c str> + use<'c> {
    let header = row.header;
    columns.all().filter(move |column| header.position(column).is_some())
}

fn cell_text(row: &Row<'_>, column: &str, text: &str, marks: Marks) -> String {
    let is_number = row.kind(column) == CellKind::Number;
    if column == "amount" && !is_number {
        return amounts::canonical_text(text, marks.decimal.unwrap_or(Mark::Point)).unwrap_or_else(|| text.to_owned());
    }
    if NUMBERS.contains(&column) && !is_number {
        return amounts::decimal_text(text, marks).unwrap_or_else(|| text.to_owned());
    }
    text.to_owned()
}
