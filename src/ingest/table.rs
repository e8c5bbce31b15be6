//! A CSV input with its header checked: rows as text, in known columns, faults with their place.

use std::io::Read;
use std::sync::Arc;

use csv::StringRecord;

use super::digest::{DigestReader, FileDigest};
use super::folder::InputFile;
use super::header::read_header;
pub use super::header::{Columns, Header};
use super::manifest::unreadable;
use super::records::{QuoteFault, RawRecord, RecordFault, for_each_record, quote_fault};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::Origin;

/// One row below the header.
#[derive(Debug)]
pub struct Row<'r> {
    /// File and row.
    pub file: &'r Arc<str>,
    /// The record itself.
    pub record: &'r RawRecord<'r>,
    /// The header.
    pub header: &'r Header,
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
        message: impl Into<String>,
        found: &str,
        expected: impl Into<String>,
        help: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::new(code, message, help)
            .at(&self.origin())
            .column(column)
            .found(found)
            .expected(expected)
            .excerpt(String::from_utf8_lossy(self.record.raw))
    }

    /// The cells as text. Rows reach here only after their bytes were found to be UTF-8.
    #[must_use]
    pub fn text(&self) -> StringRecord {
        StringRecord::from_byte_record_lossy(self.record.cells.clone())
    }
}

/// Reads a file, calling `each` for every row below a good header. Gives the file's digest, or `None` where it could
/// not be read to its end.
pub fn read_table(
    file: &InputFile,
    columns: Columns,
    diagnostics: &mut Diagnostics,
    mut each: impl FnMut(&Row<'_>, &mut Diagnostics),
) -> Option<FileDigest> {
    let input = file.open().map_err(|error| diagnostics.push(unreadable(file, &error))).ok()?;
    let mut input = DigestReader::new(input);
    let mut state = State::BeforeHeader;
    let mut rows = 0;
    let outcome = for_each_record(&mut input, |record| {
        if let Some((fault, cell)) = quote_fault(record.raw) {
            let column = if let State::Rows(header) = &state { Some(header.column(cell)) } else { None };
            diagnostics.push(bad_quote(&file.name, record, fault, column));
            rows += 1;
            if matches!(state, State::BeforeHeader) {
                state = State::BadHeader;
            }
            return;
        }
        match &state {
            State::BeforeHeader => {
                state = match read_header(&file.name, record, columns, diagnostics) {
                    Some(header) => State::Rows(header),
                    None => State::BadHeader,
                };
            }
            State::BadHeader => {}
            State::Rows(header) => {
                rows += 1;
                if std::str::from_utf8(record.raw).is_err() {
                    diagnostics.push(not_utf8(&file.name, record, Some(header)));
                } else if record.cells.len() == header.names().len() {
                    each(&Row { file: &file.name, record, header }, diagnostics);
                } else {
                    diagnostics.push(ragged(&file.name, record, header));
                }
            }
        }
    });
    match outcome {
        Ok(()) => {}
        Err(RecordFault::Io(error)) => {
            diagnostics.push(unreadable(file, &error));
            return None;
        }
        Err(RecordFault::Oversized { row }) => {
            diagnostics.push(
                Diagnostic::new(
                    Code::OversizedRow,
                    "the row that starts here is longer than 16 MiB",
                    "look for a double quote that opens a cell and never closes",
                )
                .at(&Origin { file: Arc::clone(&file.name), row }),
            );
            return None;
        }
    }
    match state {
        State::BeforeHeader => {
            diagnostics.push(
                Diagnostic::new(Code::EmptyFile, "the file is empty", "give it a header row with the columns' names")
                    .at(&Origin { file: Arc::clone(&file.name), row: 1 })
                    .expected(columns.needed.join(",")),
            );
        }
        State::Rows(_) if rows == 0 => diagnostics.push(
            Diagnostic::new(
                Code::NoRows,
                "the file has a header and no rows",
                "add rows, or leave it if that is meant",
            )
            .at(&Origin { file: Arc::clone(&file.name), row: 1 }),
        ),
        State::BadHeader | State::Rows(_) => {}
    }
    Some(input.finish(&file.name, rows))
}

enum State {
    BeforeHeader,
    BadHeader,
    Rows(Header),
}

fn ragged(file: &Arc<str>, record: &RawRecord<'_>, header: &Header) -> Diagnostic {
    let (cells, columns) = (record.cells.len(), header.names().len());
    Diagnostic::new(
        Code::RaggedRow,
        format!("the row has {cells} cells and the header has {columns}"),
        "quote cells that contain a comma: \"like, this\"; or add the commas that are missing",
    )
    .at(&Origin { file: Arc::clone(file), row: record.row })
    .column(header.column(cells.min(columns - 1)))
    .expected(format!("{columns} cells"))
    .excerpt(String::from_utf8_lossy(record.raw))
}

fn bad_quote(file: &Arc<str>, record: &RawRecord<'_>, fault: QuoteFault, column: Option<String>) -> Diagnostic {
    let (message, help) = match fault {
        QuoteFault::Unterminated => ("a quoted cell never ends", "close the cell with a double quote"),
        QuoteFault::TextAfter => {
            ("text follows the closing quote of a cell", "write a double quote inside a quoted cell twice: \"\"")
        }
    };
    let diagnostic = Diagnostic::new(Code::BadQuote, message, help)
        .at(&Origin { file: Arc::clone(file), row: record.row })
        .excerpt(String::from_utf8_lossy(record.raw));
    match column {
        Some(column) => diagnostic.column(column),
        None => diagnostic,
    }
}

pub(super) fn not_utf8(file: &Arc<str>, record: &RawRecord<'_>, header: Option<&Header>) -> Diagnostic {
    let (position, cell) =
        record.cells.iter().enumerate().find(|(_, cell)| std::str::from_utf8(cell).is_err()).unwrap_or((0, record.raw));
    let column = header.map_or_else(|| (position + 1).to_string(), |header| header.column(position));
    Diagnostic::new(
        Code::NotUtf8,
        "the cell is not UTF-8 text",
        "save the file as UTF-8 (in a spreadsheet: Save as, CSV UTF-8)",
    )
    .at(&Origin { file: Arc::clone(file), row: record.row })
    .column(column)
    .found(String::from_utf8_lossy(cell))
    .expected("UTF-8 text")
    .excerpt(String::from_utf8_lossy(record.raw))
}

/// Reads a whole small text file, such as TOML.
pub fn read_text(file: &InputFile, diagnostics: &mut Diagnostics) -> Option<(String, FileDigest)> {
    let input = file.open().map_err(|error| diagnostics.push(unreadable(file, &error))).ok()?;
    let mut input = DigestReader::new(input);
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(|error| diagnostics.push(unreadable(file, &error))).ok()?;
    match String::from_utf8(bytes) {
        Ok(text) => Some((text, input.finish_text(&file.name))),
        Err(error) => {
            let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
            let row = 1 + memchr::memchr_iter(b'\n', before).count() as u64;
            diagnostics.push(
                Diagnostic::new(Code::NotUtf8, "the file is not UTF-8 text", "save the file as UTF-8")
                    .at(&Origin { file: Arc::clone(&file.name), row })
                    .expected("UTF-8 text"),
            );
            None
        }
    }
}
