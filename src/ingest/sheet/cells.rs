//! The cells of a row of a spreadsheet: their text, and what the file says they are.

use std::sync::Arc;

use super::SheetFault;
use super::number::{Number, hundredfold, number_of};
use super::number_format::Shows;
use crate::diagnostics::Limit;
use crate::domain::NamedCurrency;
use crate::ingest::bounded::Tally;
use crate::ingest::record::{BETWEEN, CellKind, Cells, RawRecord};

/// The rows of a sheet, in order.
pub(super) trait Grid {
    /// Calls `each` with every row (the first is 0) until it gives `false`.
    fn rows(&mut self, each: &mut dyn FnMut(u32, &mut RowBuffer) -> bool) -> Result<(), SheetFault>;
}

/// One cell.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) kind: CellKind,
    /// The currency that its format shows.
    pub(super) currency: Option<Arc<NamedCurrency>>,
}

impl Cell {
    pub(super) fn new(text: impl Into<String>, kind: CellKind) -> Self {
        Self { text: text.into(), kind, currency: None }
    }

    /// A number as a file stores it, under a format.
    pub(super) fn number(stored: &str, shows: &Shows) -> Option<Self> {
        let text = match (number_of(stored)?, shows) {
            (Number::Inexact(text), _) => return Some(Self::new(text, CellKind::Inexact)),
            (Number::Exact(text), Shows::Percent) => {
                return Some(Self::new(format!("{}%", hundredfold(&text)), CellKind::Percent));
            }
            (Number::Exact(text), Shows::Date | Shows::Time) => {
                return Some(match super::date::date_text(&text, shows) {
                    Some(date) => Self::new(date, CellKind::Date),
                    None => Self::new(text, CellKind::Number),
                });
            }
            (Number::Exact(text), _) => text,
        };
        let currency = if let Shows::Money(named) = shows { Some(Arc::clone(named)) } else { None };
        Some(Self { text, kind: CellKind::Number, currency })
    }

    /// Whether there is nothing in it that a person would see.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.kind != CellKind::Unevaluated
    }
}

/// The cells of one row.
#[derive(Debug, Clone, Default)]
pub(super) struct RowBuffer {
    cells: Vec<Cell>,
    /// Whether the row is hidden, by hand or by a filter.
    pub(super) is_hidden: bool,
}

impl RowBuffer {
    /// Puts a cell into its column, the first being 0. Blank cells to the right of all others take no room.
    pub(super) fn set(&mut self, column: u32, cell: Cell) {
        let column = column as usize;
        let says_something = !cell.text.is_empty() || cell.kind != CellKind::Text;
        if says_something && self.cells.len() <= column {
            self.cells.resize_with(column + 1, Cell::default);
        }
        if let Some(there) = self.cells.get_mut(column) {
            *there = cell;
        }
    }

    pub(super) fn clear(&mut self) {
        self.cells.clear();
        self.is_hidden = false;
    }

    /// How many cells there are up to the last that says something.
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|cell| cell.text.as_str())
    }

    pub(super) fn get(&self, column: usize) -> Option<&Cell> {
        self.cells.get(column)
    }

    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }

    /// Whether a cell among the first `width` is struck through as a whole.
    pub(super) fn has_struck(&self, width: usize) -> bool {
        self.cells.iter().take(width).any(|cell| cell.kind == CellKind::Struck)
    }

    /// Fills the row to a number of cells, and takes off blank ones behind them.
    pub(super) fn fit(&mut self, width: usize) {
        while self.cells.len() > width && self.cells.last().is_some_and(Cell::is_blank) {
            self.cells.pop();
        }
        if self.cells.len() < width {
            self.cells.resize_with(width, Cell::default);
        }
    }

    /// Gives the row as a record.
    pub(super) fn record<T>(&self, row: u64, use_it: impl FnOnce(&RawRecord<'_>) -> T) -> T {
        let mut bytes = Vec::new();
        let mut ends = Vec::with_capacity(self.cells.len());
        let mut kinds = Vec::with_capacity(self.cells.len());
        let mut currencies = Vec::new();
        let mut raw = String::new();
        for (position, cell) in self.cells.iter().enumerate() {
            bytes.extend_from_slice(cell.text.as_bytes());
            ends.push(bytes.len());
            bytes.push(BETWEEN);
            kinds.push(cell.kind);
            if let Some(currency) = &cell.currency {
                currencies.resize(position, None);
                currencies.push(Some(Arc::clone(currency)));
            }
            if ends.len() > 1 {
                raw.push_str(" | ");
            }
            raw.push_str(&cell.text);
        }
        use_it(&RawRecord {
            row,
            cells: Cells::new(&bytes, 0, &ends),
            raw: raw.as_bytes(),
            as_written: false,
            kinds: &kinds,
            currencies: &currencies,
        })
    }
}

/// Rows as they are read, counted against what a sheet may have.
#[derive(Debug)]
pub(super) struct Counted {
    cells: Tally,
}

impl Counted {
    pub(super) const fn new() -> Self {
        Self { cells: Tally::new(Limit::SheetCells) }
    }

    /// Counts a row that is whole.
    pub(super) fn row(&mut self, row: u32, cells: &RowBuffer) -> Result<(), SheetFault> {
        let place = || u64::from(row) + 1;
        Limit::SheetRows.check(u64::from(row) + 1).map_err(|exceeded| exceeded.in_row(place()))?;
        Limit::SheetColumns.check(cells.len() as u64).map_err(|exceeded| exceeded.in_row(place()))?;
        self.cells.add(cells.len() as u64).map_err(|exceeded| exceeded.in_row(place()))?;
        let bytes: usize = cells.texts().map(str::len).sum();
        Limit::RowText.check(bytes as u64).map_err(|exceeded| exceeded.in_row(place()))?;
        Ok(())
    }
}
