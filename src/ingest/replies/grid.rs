//! The sheets of a reply's book, each whole in memory: a form is small, and a book past its size is none.

use std::path::Path;

use super::form::{FORM_OF_ANY_VERSION, ID_HEAD};
use crate::diagnostics::Limit;
use crate::domain::{NamedCurrency, clean_text};
use crate::ingest::folder::InputFile;
use crate::ingest::record::CellKind;
use crate::ingest::sheet::{Sheet, SheetFault};
use crate::ingest::watch::Watch;

/// Rows and columns past which a sheet is no form.
const MOST_ROWS: usize = 20_000;
const MOST_COLUMNS: usize = 200;

/// Sheets that are looked at.
const MOST_SHEETS: usize = 20;

/// A cell.
#[derive(Debug, Clone, Default)]
pub(super) struct GridCell {
    pub(super) text: String,
    pub(super) kind: CellKind,
    /// The currency of its format.
    pub(super) currency: Option<NamedCurrency>,
}

impl GridCell {
    /// Whether it says nothing. What was struck through, or is a formula without a result, says something.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && !matches!(self.kind, CellKind::Unevaluated | CellKind::Struck)
    }
}

/// A row that is not blank.
#[derive(Debug)]
pub(super) struct GridRow {
    /// As a spreadsheet numbers it.
    pub(super) number: u64,
    pub(super) cells: Vec<GridCell>,
}

impl GridRow {
    /// A cell; blank beyond the last.
    pub(super) fn cell(&self, column: usize) -> GridCell {
        self.cells.get(column).cloned().unwrap_or_default()
    }

    pub(super) fn texts(&self) -> Vec<String> {
        self.cells.iter().map(|cell| cell.text.clone()).collect()
    }
}

/// A sheet.
#[derive(Debug)]
pub(super) struct Grid {
    pub(super) name: String,
    pub(super) rows: Vec<GridRow>,
}

/// Whether a path is of a book that people fill in.
pub(super) fn is_book(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ["xlsx", "xlsm", "ods"].contains(&ending.as_str()))
}

/// Whether a sheet of a book begins as the hidden one of a form does, or has the head of one. No more than its first rows
/// are read.
pub(super) fn looks_like_form(file: &InputFile) -> Result<bool, SheetFault> {
    let watch = Watch::default();
    for (name, _) in Sheet::names(file, &watch)?.into_iter().take(MOST_SHEETS) {
        let top = Sheet::open(file, Some(&name), None, &watch)?.top(0)?;
        let first = top.first().and_then(|(_, cells)| cells.first());
        let is_hidden_one = first.is_some_and(|cell| cell.starts_with(FORM_OF_ANY_VERSION));
        if is_hidden_one || top.iter().flat_map(|(_, cells)| cells).any(|cell| clean_text(cell) == ID_HEAD) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Every sheet of a book, or none where one of them is larger than a form ever is.
pub(super) fn grids(file: &InputFile) -> Result<Vec<Grid>, SheetFault> {
    let watch = Watch::default();
    let mut grids = Vec::new();
    for (name, _) in Sheet::names(file, &watch)? {
        let mut sheet = Sheet::open(file, Some(&name), None, &watch)?;
        let mut rows = Vec::new();
        let mut fits = true;
        sheet.for_each(0, 0, 0, |record, _| {
            fits &= rows.len() < MOST_ROWS && record.cells.len() <= MOST_COLUMNS;
            if fits {
                let cell = |(at, bytes): (usize, &[u8])| GridCell {
                    text: String::from_utf8_lossy(bytes).into_owned(),
                    kind: record.kind(at),
                    currency: record.currency(at).cloned(),
                };
                rows.push(GridRow { number: record.row, cells: record.cells.iter().enumerate().map(cell).collect() });
            }
        })?;
        if !fits {
            return Ok(Vec::new());
        }
        grids.push(Grid { name, rows });
    }
    Ok(grids)
}

/// `G12` of a row as a spreadsheet numbers it and a column, the first being 0.
pub(super) fn address(row: u64, column: usize) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    format!("{letters}{row}")
}

/// Bytes of a book past which nobody looks whether it is a form.
pub(super) fn is_small(file: &InputFile) -> bool {
    file.size() <= Limit::Book.most().min(16 << 20)
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn cells_have_the_addresses_of_spreadsheets() {
        assert_eq!([address(12, 6), address(1, 0), address(3, 26), address(9, 701)], ["G12", "A1", "AA3", "ZZ9"]);
    }
}
