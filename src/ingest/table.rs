//! The rows of a table below its header, each cell in a known column, faults with their place.

use std::sync::Arc;

use arcstr::ArcStr;

use super::amounts::{Groups, Mark, Marks, Written};
use super::dialect::Totals;
use super::header::{Header, written_at};
use super::labels::Standing;
use super::record::{CellKind, RawRecord};
use super::steps::{Fate, From, Memory, Steps};
use super::text::{Encoding, LONGEST_RECORD, QuoteFault, quote_fault};
use super::years::{self, YearFault};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{NamedCurrency, Origin, Year};
use crate::language::Message;
use crate::message;

/// One row below the header, in one of its layouts.
#[derive(Debug, Clone, Copy)]
pub struct Row<'r> {
    /// The file.
    pub file: &'r ArcStr,
    /// The record itself.
    pub record: &'r RawRecord<'r>,
    /// Where the columns stand.
    pub header: &'r Header,
    /// Which of the layouts this is.
    pub layout: usize,
    /// Marks of numbers, as pinned.
    pub marks: Marks,
    /// Its year, where it was read already.
    pub year: YearCell,
    /// How it stands to the rows around it, where that was looked at already.
    pub standing: Option<Standing>,
}

/// The year of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearCell {
    /// It stands in its cell or is a constant.
    AsWritten,
    /// It was read.
    Read(Year),
    /// Its cell has none.
    Refused(YearFault),
}

impl<'r> Row<'r> {
    /// File and row.
    #[must_use]
    pub fn origin(&self) -> Origin {
        Origin { file: self.file.clone(), row: self.record.row }
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

    /// The text of a cell; past the cells it is that of a constant. Rows reach here only after their bytes were found to be
    /// UTF-8.
    #[must_use]
    pub fn at(&self, position: usize) -> &'r str {
        std::str::from_utf8(self.bytes_at(position)).unwrap_or_default()
    }

    /// The bytes of a cell; past the cells they are those of a constant.
    #[must_use]
    pub fn bytes_at(&self, position: usize) -> &'r [u8] {
        match position.checked_sub(self.header.width()) {
            Some(constant) => self.header.constants().get(constant).map(String::as_bytes).unwrap_or_default(),
            None => self.record.cells.get(position).unwrap_or_default(),
        }
    }

    /// The text of the cell of a column; blank where the column is absent.
    #[must_use]
    pub fn cell(&self, column: &str) -> &'r str {
        self.header.position(column).map(|position| self.at(position)).unwrap_or_default()
    }

    /// The texts of all cells, the constants behind them.
    pub fn texts(&self) -> impl Iterator<Item = &'r str> {
        (0..self.header.names().len()).map(|position| self.at(position))
    }

    /// The currency that the format of a spreadsheet's cell shows.
    #[must_use]
    pub fn shown_currency(&self, column: &str) -> Option<&NamedCurrency> {
        if self.record.currencies.is_empty() {
            return None;
        }
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
    pub file: ArcStr,
    /// The names of its columns as they stand.
    pub names: Vec<String>,
    /// Its layouts: one, or one for each column of amounts.
    pub layouts: Vec<Header>,
    /// What becomes of a row before it is handed on; `None` where it is handed on as it stands.
    pub steps: Option<Arc<Steps>>,
    /// The row of the header.
    pub header_row: u64,
    /// The first row that may hold data.
    pub first_row: u64,
    /// Between the cells of a text.
    pub delimiter: u8,
    /// Of a text.
    pub encoding: Encoding,
    /// Marks of numbers, as pinned.
    pub marks: Marks,
    /// What to do with rows that say they are totals.
    pub totals: Totals,
    /// Whether rows with fewer cells than the header are filled.
    pub short_rows: bool,
}

impl Shape {
    /// What is remembered from row to row, at the beginning.
    #[must_use]
    pub fn memory(&self) -> Memory {
        self.steps.as_ref().map(Steps::memory).unwrap_or_default()
    }

    /// Calls `each` for a record in every layout, unless its dialect does not take it or its cells cannot be used.
    pub fn each_layout(
        &self,
        record: &RawRecord<'_>,
        memory: &mut Memory,
        diagnostics: &mut Diagnostics,
        each: &mut impl FnMut(&Row<'_>, &mut Diagnostics),
    ) {
        let Some(steps) = &self.steps else {
            if record.cells.len() != self.names.len() {
                diagnostics.push(self.ragged(record));
                return;
            }
            for (layout, header) in self.layouts.iter().enumerate() {
                let row = self.row(record, header, layout, YearCell::AsWritten, None);
                if record.kinds.is_empty() || !refuse_cells(&row, diagnostics) {
                    each(&row, diagnostics);
                }
            }
            return;
        };
        let Fate::Taken(standing) = steps.fate(record, memory) else { return };
        let (cells, columns) = (record.cells.len(), self.names.len());
        if cells > columns || (cells < columns && !self.short_rows) {
            diagnostics.push(self.ragged(record));
            return;
        }
        let Some(mut made) = steps.make(record, memory) else { return };
        let unsaid = std::mem::take(&mut made.unsaid);
        let mut left_out = 0;
        let mut told = Diagnostics::default();
        for (layout, header) in self.layouts.iter().enumerate() {
            let mut found = Diagnostics::default();
            let year = made.year;
            let handed_on = steps.hand_on(&mut made, layout, record, |record| {
                let row = self.row(record, header, layout, year, Some(standing));
                if record.kinds.is_empty() || !refuse_cells(&row, &mut found) {
                    each(&row, &mut found);
                }
            });
            left_out += u64::from(!handed_on);
            // A fault of a cell that all layouts have is one fault.
            for fault in found.iter().filter(|fault| !told.iter().any(|earlier| earlier == *fault)) {
                diagnostics.push(fault.clone());
            }
            if found.iter().next().is_some() {
                found.iter().for_each(|fault| told.push(fault.clone()));
            }
        }
        memory.left_out.amounts += left_out;
        let is_read = left_out < self.layouts.len() as u64;
        if is_read && !(self.totals == Totals::Exclude && standing.is_left_out()) {
            memory.note_unsaid(&unsaid, record.row);
        }
    }

    fn row<'r>(
        &'r self,
        record: &'r RawRecord<'r>,
        header: &'r Header,
        layout: usize,
        year: YearCell,
        standing: Option<Standing>,
    ) -> Row<'r> {
        Row { file: &self.file, record, header, layout, marks: self.marks, year, standing }
    }

    /// Whether cells of a row that is left out read like those of one that is not.
    #[must_use]
    pub fn reads_like_data(&self, cells: &[String]) -> bool {
        const NUMBERS: [&str; 4] = ["amount", "value", "count", "rate"];
        let of_step = |column: &str| {
            let steps = self.steps.as_ref()?;
            steps.cells.iter().find(|step| step.column == column).and_then(|step| match step.from {
                From::Cell(cell) => Some(cell),
                From::Join(_) | From::Section(_) => None,
            })
        };
        let of_layout = |column: &str| {
            let header = self.layouts.first().filter(|_| self.steps.is_none())?;
            header.position(column).filter(|position| *position < header.width())
        };
        let position = |column: &str| of_step(column).or_else(|| of_layout(column));
        let of_amounts = self.steps.iter().flat_map(|steps| steps.amounts.iter().copied());
        let numbers: Vec<usize> = NUMBERS.iter().filter_map(|column| position(column)).chain(of_amounts).collect();
        let text = |position: &usize| cells.get(*position).map(|text| text.trim()).filter(|text| !text.is_empty());
        let is_number = |text: &str| {
            Written::of(text)
                .is_some_and(|written| Mark::ALL.iter().any(|mark| written.with(*mark, Groups::Any).is_some()))
        };
        let year = position("year").map(|position| text(&position).map(|text| years::read(text, CellKind::Text, None)));
        let has_year = !matches!(year, Some(None | Some(Err(YearFault::NotAYear | YearFault::OutOfRange))));
        let filled = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        has_year && filled > 1 && numbers.iter().any(|position| text(position).is_some_and(is_number))
    }

    pub(super) fn fault_of_text(&self, record: &RawRecord<'_>, block_is_text: bool) -> Option<Diagnostic> {
        if record.raw.len() > LONGEST_RECORD {
            return Some(oversized(&self.file, record.row));
        }
        if !record.as_written
            && let Some((fault, cell)) = quote_fault(record.raw, self.delimiter)
        {
            return Some(bad_quote(&self.file, record, fault, Some(written_at(&self.names, cell))));
        }
        if !block_is_text && std::str::from_utf8(record.raw).is_err() {
            return Some(not_text(&self.file, record, &self.names));
        }
        if !self.encoding.is_utf8() && memchr::memmem::find(record.raw, "\u{fffd}".as_bytes()).is_some() {
            return Some(not_in_encoding(&self.file, record, &self.names, self.encoding));
        }
        if self.encoding.is_windows_1251() && is_utf8_within(record.raw) {
            let (message, help) = (message!("cell-in-utf8"), message!("cell-one-encoding"));
            return Some(
                Diagnostic::new(Code::NotUtf8, message, help)
                    .at(&Origin { file: self.file.clone(), row: record.row })
                    .excerpt(String::from_utf8_lossy(record.raw)),
            );
        }
        None
    }

    fn ragged(&self, record: &RawRecord<'_>) -> Diagnostic {
        let (cells, columns) = (record.cells.len(), self.names.len());
        let help = if cells < columns { message!("row-add-or-fill") } else { message!("row-quote-commas") };
        Diagnostic::new(Code::RaggedRow, message!("row-ragged", cells = cells, columns = columns), help)
            .at(&Origin { file: self.file.clone(), row: record.row })
            .column(written_at(&self.names, cells.min(columns.saturating_sub(1))))
            .expected(message!("row-cells", columns = columns))
            .excerpt(String::from_utf8_lossy(record.raw))
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
pub(super) fn oversized(file: &ArcStr, row: u64) -> Diagnostic {
    Diagnostic::new(Code::OversizedRow, message!("row-oversized"), message!("row-look-for-quote"))
        .at(&Origin { file: file.clone(), row })
}

pub(super) fn bad_quote(
    file: &ArcStr,
    record: &RawRecord<'_>,
    fault: QuoteFault,
    column: Option<String>,
) -> Diagnostic {
    let (message, help) = match fault {
        QuoteFault::Unterminated => (message!("row-quote-open"), message!("row-close-quote")),
        QuoteFault::TextAfter => (message!("row-text-after-quote"), message!("row-double-quote")),
    };
    let diagnostic = Diagnostic::new(Code::BadQuote, message, help)
        .at(&Origin { file: file.clone(), row: record.row })
        .excerpt(String::from_utf8_lossy(record.raw));
    match column {
        Some(column) => diagnostic.column(column),
        None => diagnostic,
    }
}

pub(super) fn not_text(file: &ArcStr, record: &RawRecord<'_>, names: &[String]) -> Diagnostic {
    let bad = |cell: &[u8]| std::str::from_utf8(cell).is_err();
    let (message, help) = (message!("cell-not-utf8"), message!("cell-save-as-utf8"));
    at_cell(file, record, names, message, message!("file-utf8"), help, bad)
}

fn not_in_encoding(file: &ArcStr, record: &RawRecord<'_>, names: &[String], encoding: Encoding) -> Diagnostic {
    let name = encoding.name();
    let bad = |cell: &[u8]| memchr::memmem::find(cell, "\u{fffd}".as_bytes()).is_some();
    let message = message!("cell-not-in-encoding", encoding = &name);
    let (expected, help) = (message!("cell-text-in", encoding = &name), message!("cell-correct-encoding"));
    at_cell(file, record, names, message, expected, help, bad)
}

fn at_cell(
    file: &ArcStr,
    record: &RawRecord<'_>,
    names: &[String],
    message: Message,
    expected: Message,
    help: Message,
    bad: impl Fn(&[u8]) -> bool,
) -> Diagnostic {
    let (position, cell) = record.cells.iter().enumerate().find(|(_, cell)| bad(cell)).unwrap_or((0, record.raw));
    let column = written_at(names, position);
    Diagnostic::new(Code::NotUtf8, message, help)
        .at(&Origin { file: file.clone(), row: record.row })
        .column(column)
        .found(String::from_utf8_lossy(cell))
        .expected(expected)
        .excerpt(String::from_utf8_lossy(record.raw))
}
