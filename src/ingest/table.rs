//! The rows of a table below its header, each cell in a known column, faults with their place.

use std::sync::Arc;

use csv::StringRecord;

use super::amounts::Marks;
use super::dialect::Totals;
use super::header::Header;
use super::record::{CellKind, RawRecord};
use super::text::{Encoding, LONGEST_RECORD, QuoteFault, Splitter, quote_fault};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{NamedCurrency, Origin};
use crate::language::Message;
use crate::message;

/// One row below the header, in one of its layouts.
#[derive(Debug)]
pub struct Row<'r> {
    /// The file.
    pub file: &'r Arc<str>,
    /// The record itself.
    pub record: &'r RawRecord<'r>,
    /// Where the columns stand.
    pub header: &'r Header,
    /// Which of the layouts this is.
    pub layout: usize,
    /// Marks of numbers, as pinned.
    pub marks: Marks,
}

impl Row<'_> {
    /// File and row.
    #[must_use]
    pub fn origin(&self) -> Origin {
        Origin { file: Arc::clone(self.file), row: self.record.row }
    }

    /// A diagnostic about a cell of this row.
    #[must_use]
    pub fn fault(
        &self,
        code: Code,
        column: &str,
        message: Message,
        found: &str,
        expected: Message,
        help: Message,
    ) -> Diagnostic {
        Diagnostic::new(code, message, help)
            .at(&self.origin())
            .column(self.header.written(column))
            .found(found)
            .expected(expected)
            .excerpt(String::from_utf8_lossy(self.record.raw))
    }

    /// The cells as text, the constants behind them. Rows reach here only after their bytes were found to be UTF-8.
    #[must_use]
    pub fn text(&self) -> StringRecord {
        let cells = self.record.cells.iter().map(|cell| std::str::from_utf8(cell).unwrap_or_default());
        cells.chain(self.header.constants().iter().map(String::as_str)).collect()
    }

    /// The currency that the format of a spreadsheet's cell shows.
    #[must_use]
    pub fn shown_currency(&self, column: &str) -> Option<&NamedCurrency> {
        self.record.currency(self.header.position(column)?)
    }

    /// What a spreadsheet says the cell of a column is.
    #[must_use]
    pub fn kind(&self, column: &str) -> CellKind {
        self.header.position(column).map_or(CellKind::Text, |position| self.record.kind(position))
    }
}

/// A table whose header was found good.
#[derive(Debug)]
pub struct Shape {
    /// The file.
    pub file: Arc<str>,
    /// Its layouts: one, or one a year.
    pub layouts: Vec<Header>,
    /// The row of the header; rows up to it are none.
    pub header_row: u64,
    /// Between the cells of a text.
    pub delimiter: u8,
    /// Of a text.
    pub encoding: Encoding,
    /// Marks of numbers, as pinned.
    pub marks: Marks,
    /// What to do with rows that say they are totals.
    pub totals: Totals,
}

impl Shape {
    /// Calls `each` for the rows of a block of text that begins with row `first_row` and ends with a whole record.
    /// `above` are rows to leave out because they stand above the first one of the table. Gives the row after the last,
    /// and how many rows there were.
    pub fn rows_of_block(
        &self,
        splitter: &mut Splitter,
        block: &[u8],
        first_row: u64,
        above: u64,
        diagnostics: &mut Diagnostics,
        mut each: impl FnMut(&Row<'_>, &mut Diagnostics),
    ) -> (u64, u64) {
        let block_is_text = simdutf8::basic::from_utf8(block).is_ok();
        let mut rows = 0;
        let next = splitter.for_each(block, first_row, |record| {
            if record.row <= above {
                return;
            }
            rows += 1;
            if let Some(fault) = self.fault_of_text(record, block_is_text) {
                diagnostics.push(fault);
            } else {
                self.each_layout(record, diagnostics, &mut each);
            }
        });
        (next, rows)
    }

    /// Calls `each` for a record in every layout, unless its cells cannot be used.
    pub fn each_layout(
        &self,
        record: &RawRecord<'_>,
        diagnostics: &mut Diagnostics,
        each: &mut impl FnMut(&Row<'_>, &mut Diagnostics),
    ) {
        // Rows of a text were counted already.
        if let Some(header) = self.header().filter(|header| record.cells.len() > header.width()) {
            diagnostics.push(ragged(&self.file, record, header));
            return;
        }
        for (layout, header) in self.layouts.iter().enumerate() {
            let row = Row { file: &self.file, record, header, layout, marks: self.marks };
            if record.kinds.is_empty() || !refuse_cells(&row, diagnostics) {
                each(&row, diagnostics);
            }
        }
    }

    fn header(&self) -> Option<&Header> {
        self.layouts.first()
    }

    fn fault_of_text(&self, record: &RawRecord<'_>, block_is_text: bool) -> Option<Diagnostic> {
        if record.raw.len() > LONGEST_RECORD {
            return Some(oversized(&self.file, record.row));
        }
        if !record.as_written
            && let Some((fault, cell)) = quote_fault(record.raw, self.delimiter)
        {
            return Some(bad_quote(&self.file, record, fault, self.header().map(|header| header.written_at(cell))));
        }
        if !block_is_text && std::str::from_utf8(record.raw).is_err() {
            return Some(not_text(&self.file, record, self.header()));
        }
        if !self.encoding.is_utf8() && memchr::memmem::find(record.raw, "\u{fffd}".as_bytes()).is_some() {
            return Some(not_in_encoding(&self.file, record, self.header(), self.encoding));
        }
        if self.encoding.is_windows_1251() && is_utf8_within(record.raw) {
            let (message, help) = (message!("cell-in-utf8"), message!("cell-one-encoding"));
            return Some(
                Diagnostic::new(Code::NotUtf8, message, help)
                    .at(&Origin { file: Arc::clone(&self.file), row: record.row })
                    .excerpt(String::from_utf8_lossy(record.raw)),
            );
        }
        let header = self.header()?;
        (record.cells.len() != header.width()).then(|| ragged(&self.file, record, header))
    }
}

/// Whether a row that was read as windows-1251 was written in UTF-8: two letters of it would be pairs of signs that no
/// Bulgarian word has.
fn is_utf8_within(row: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(row) else { return false };
    if text.is_ascii() {
        return false;
    }
    let (bytes, _, unknown) = encoding_rs::WINDOWS_1251.encode(text);
    !unknown && std::str::from_utf8(&bytes).is_ok_and(|text| text.chars().any(char::is_alphabetic))
}

/// Refuses cells of a spreadsheet that hold no value of their own, in columns that are read.
fn refuse_cells(row: &Row<'_>, diagnostics: &mut Diagnostics) -> bool {
    let mut refused = false;
    for (position, name) in row.header.names().iter().enumerate() {
        let (code, message, help) = match row.record.kind(position) {
            _ if name.is_empty() => continue,
            CellKind::Text | CellKind::Number | CellKind::Percent | CellKind::Date | CellKind::Struck => continue,
            CellKind::Inexact => (Code::BadNumber, message!("cell-inexact"), message!("cell-round-or-text")),
            CellKind::Error => (Code::ErrorCell, message!("cell-error"), message!("cell-mend-formula")),
            CellKind::Unevaluated => (Code::ErrorCell, message!("cell-unevaluated"), message!("cell-open-and-save")),
            CellKind::Merged => (Code::MergedCell, message!("cell-merged"), message!("cell-unmerge")),
        };
        let found = row.record.cells.get(position).map(String::from_utf8_lossy).unwrap_or_default();
        diagnostics.push(row.fault(code, name, message, &found, message!("cell-own-value"), help));
        refused = true;
    }
    refused
}

/// A row that is too long to be one.
pub(super) fn oversized(file: &Arc<str>, row: u64) -> Diagnostic {
    Diagnostic::new(Code::OversizedRow, message!("row-oversized"), message!("row-look-for-quote"))
        .at(&Origin { file: Arc::clone(file), row })
}

fn ragged(file: &Arc<str>, record: &RawRecord<'_>, header: &Header) -> Diagnostic {
    let (cells, columns) = (record.cells.len(), header.width());
    Diagnostic::new(
        Code::RaggedRow,
        message!("row-ragged", cells = cells, columns = columns),
        message!("row-quote-commas"),
    )
    .at(&Origin { file: Arc::clone(file), row: record.row })
    .column(header.written_at(cells.min(columns.saturating_sub(1))))
    .expected(message!("row-cells", columns = columns))
    .excerpt(String::from_utf8_lossy(record.raw))
}

pub(super) fn bad_quote(
    file: &Arc<str>,
    record: &RawRecord<'_>,
    fault: QuoteFault,
    column: Option<String>,
) -> Diagnostic {
    let (message, help) = match fault {
        QuoteFault::Unterminated => (message!("row-quote-open"), message!("row-close-quote")),
        QuoteFault::TextAfter => (message!("row-text-after-quote"), message!("row-double-quote")),
    };
    let diagnostic = Diagnostic::new(Code::BadQuote, message, help)
        .at(&Origin { file: Arc::clone(file), row: record.row })
        .excerpt(String::from_utf8_lossy(record.raw));
    match column {
        Some(column) => diagnostic.column(column),
        None => diagnostic,
    }
}

pub(super) fn not_text(file: &Arc<str>, record: &RawRecord<'_>, header: Option<&Header>) -> Diagnostic {
    let bad = |cell: &[u8]| std::str::from_utf8(cell).is_err();
    let (message, help) = (message!("cell-not-utf8"), message!("cell-save-as-utf8"));
    at_cell(file, record, header, message, message!("file-utf8"), help, bad)
}

fn not_in_encoding(file: &Arc<str>, record: &RawRecord<'_>, header: Option<&Header>, encoding: Encoding) -> Diagnostic {
    let name = encoding.name();
    let bad = |cell: &[u8]| memchr::memmem::find(cell, "\u{fffd}".as_bytes()).is_some();
    let message = message!("cell-not-in-encoding", encoding = &name);
    let (expected, help) = (message!("cell-text-in", encoding = &name), message!("cell-correct-encoding"));
    at_cell(file, record, header, message, expected, help, bad)
}

fn at_cell(
    file: &Arc<str>,
    record: &RawRecord<'_>,
    header: Option<&Header>,
    message: Message,
    expected: Message,
    help: Message,
    bad: impl Fn(&[u8]) -> bool,
) -> Diagnostic {
    let (position, cell) = record.cells.iter().enumerate().find(|(_, cell)| bad(cell)).unwrap_or((0, record.raw));
    let column = header.map_or_else(|| (position + 1).to_string(), |header| header.written_at(position));
    Diagnostic::new(Code::NotUtf8, message, help)
        .at(&Origin { file: Arc::clone(file), row: record.row })
        .column(column)
        .found(String::from_utf8_lossy(cell))
        .expected(expected)
        .excerpt(String::from_utf8_lossy(record.raw))
}
