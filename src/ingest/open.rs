//! Opens a file as a table: what it is, how it is encoded and delimited, where its header is, and whether that is good.

use std::cell::RefCell;
use std::io::Read;
use std::rc::Rc;
use std::sync::Arc;

use super::dialect::Dialect;
use super::digest::Hasher;
use super::draft::draft;
use super::folder::InputFile;
use super::header::{Columns, read_header};
use super::manifest::unreadable;
use super::reader::{Digesting, Reader, Reading};
use super::sheet::{Seen, Sheet, SheetFault};
use super::sniff::{Found, sniff};
use super::table::{Shape, bad_quote, oversized};
use super::text::{self, BLOCK, Blocks, Container, Encoding, RecordFault, Splitter, quote_fault};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::Origin;
use crate::language::Message;
use crate::message;

/// A table, ready to be read.
pub struct Table {
    /// Its columns.
    pub shape: Shape,
    /// Its rows.
    pub body: Body,
    /// What is pinned about it.
    pub dialect: Arc<Dialect>,
    /// How it is read.
    pub reading: Reading,
    hasher: Option<Rc<RefCell<Hasher>>>,
}

/// Where the rows come from.
pub enum Body {
    /// Text, block by block; the first holds the header.
    Text(Blocks<Box<dyn Read>>),
    /// A sheet of a spreadsheet.
    Sheet(Sheet),
}

/// A dialect for a file nobody described yet, on top of what is pinned; what it does not recognise it leaves alone.
pub fn sketch(file: &InputFile, columns: Columns, pinned: &Dialect, diagnostics: &mut Diagnostics) -> Option<Dialect> {
    let start = first_bytes(file).map_err(|error| diagnostics.push(unreadable(file, &error))).ok()?;
    let watch = super::watch::Watch::default();
    let drafted = match Container::of(&start) {
        Container::Other(what) => {
            diagnostics.push(not_a_table(file, what));
            return None;
        }
        Container::Book => {
            let wanted = file.sheet.as_deref().or(pinned.sheet.as_deref());
            let rows = Sheet::open(file, wanted, None, &watch)
                .and_then(|mut sheet| sheet.top_texts(pinned.skip.unwrap_or(0)))
                .map_err(|fault| diagnostics.push(sheet_fault(file, &fault)))
                .ok()?;
            draft(&rows, columns, pinned)
        }
        container => {
            let source = text::open(file, container, pinned.encoding, None, &watch)
                .map_err(|error| diagnostics.push(unreadable(file, &error)))
                .ok()?;
            super::sniff::sketch(&source.sample, columns, pinned).map(|(_, draft)| draft)
        }
    };
    let mut dialect = pinned.clone();
    if let Some(drafted) = drafted {
        dialect.skip = Some(drafted.row - 1);
        dialect.columns.extend(drafted.columns);
        dialect.years_as_columns |= drafted.years_as_columns;
    }
    Some(dialect)
}

/// Opens a table; `None` after diagnostics.
pub fn open_table(file: &InputFile, columns: Columns, reader: &Reader, diagnostics: &mut Diagnostics) -> Option<Table> {
    let dialect = reader.dialect_of(&file.name);
    let start = first_bytes(file).map_err(|error| diagnostics.push(unreadable(file, &error))).ok()?;
    let hasher = (reader.digesting == Digesting::Yes).then(|| Rc::new(RefCell::new(Hasher::default())));
    match Container::of(&start) {
        Container::Other(what) => {
            diagnostics.push(not_a_table(file, what));
            None
        }
        Container::Book => open_sheet(file, columns, dialect, hasher, reader, diagnostics),
        _ if file.sheet.is_some() => {
            let message = message!("file-no-sheets");
            let help = message!("file-take-sheet-off");
            diagnostics.push(Diagnostic::new(Code::NotATable, message, help).in_file(&file.name));
            None
        }
        container => open_text(file, container, columns, dialect, hasher, reader, diagnostics),
    }
}

fn first_bytes(file: &InputFile) -> std::io::Result<Vec<u8>> {
    let mut start = Vec::new();
    file.open()?.take(64).read_to_end(&mut start)?;
    Ok(start)
}

fn not_a_table(file: &InputFile, what: &str) -> Diagnostic {
    let message = message!("file-is-something-else", what = Message::word("file-kind", what));
    let help = message!("file-save-as-table");
    Diagnostic::new(Code::NotATable, message, help).in_file(&file.name)
}

fn open_text(
    file: &InputFile,
    container: Container,
    columns: Columns,
    dialect: Arc<Dialect>,
    hasher: Option<Rc<RefCell<Hasher>>>,
    reader: &Reader,
    diagnostics: &mut Diagnostics,
) -> Option<Table> {
    let source = text::open(file, container, dialect.encoding, hasher.as_ref(), &reader.watch)
        .map_err(|error| diagnostics.push(unreadable(file, &error)))
        .ok()?;
    let found = sniff(&source.sample, columns, &dialect);
    let (layouts, header_end) = {
        let sample = (source.sample.as_slice(), source.sample_is_whole);
        header_of_text(file, sample, found, columns, &dialect, diagnostics)?
    };
    let settled = Dialect {
        encoding: Some(source.encoding),
        delimiter: Some(found.delimiter),
        skip: Some(found.header - 1),
        ..dialect.as_ref().clone()
    };
    let reading = Reading {
        file: Arc::clone(&file.name),
        format: "csv",
        compression: match container {
            Container::Gzip => Some("gzip"),
            Container::Zstd => Some("zstd"),
            _ => None,
        },
        settled,
        header: found.header,
        rows: 0,
        pinned: dialect.origin.is_some(),
        other_sheets: Vec::new(),
    };
    let shape = Shape {
        file: Arc::clone(&file.name),
        layouts,
        header_row: found.header,
        delimiter: found.delimiter,
        encoding: source.encoding,
        marks: dialect.marks,
        totals: dialect.totals,
    };
    // The header must be in the first block, whatever the size of the others; before it may be a mark, behind it a line end.
    let size = reader.block.unwrap_or(BLOCK);
    let blocks = Blocks::new(source.text, found.delimiter, dialect.skip_last, size, header_end + 8);
    Some(Table { shape, body: Body::Text(blocks), dialect, reading, hasher })
}

/// The layouts of the header, and how many bytes of the sample it and what is above it take.
fn header_of_text(
    file: &InputFile,
    (sample, sample_is_whole): (&[u8], bool),
    Found { delimiter, header: row }: Found,
    columns: Columns,
    dialect: &Dialect,
    diagnostics: &mut Diagnostics,
) -> Option<(Vec<super::header::Header>, usize)> {
    let (mut layouts, mut seen, mut end) = (None, false, 0);
    Splitter::new(delimiter).for_each(sample, 1, |record| {
        if record.row != row || seen {
            return;
        }
        seen = true;
        end = record.raw.as_ptr() as usize - sample.as_ptr() as usize + record.raw.len();
        if !sample_is_whole && sample.last_chunk::<1>() != Some(b"\n") && sample.ends_with(record.raw) {
            diagnostics.push(
                Diagnostic::new(Code::OversizedRow, message!("header-too-long"), message!("header-look-for-quote"))
                    .at(&Origin { file: Arc::clone(&file.name), row }),
            );
            return;
        }
        layouts = match quote_fault(record.raw, delimiter) {
            Some((fault, _)) => {
                diagnostics.push(bad_quote(&file.name, record, fault, None));
                None
            }
            None => read_header(&file.name, record, columns, dialect, diagnostics),
        };
    });
    if !seen {
        diagnostics.push(empty(file, columns));
    }
    layouts.map(|layouts| (layouts, end))
}

fn empty(file: &InputFile, columns: Columns) -> Diagnostic {
    Diagnostic::new(Code::EmptyFile, message!("file-empty"), message!("file-give-header"))
        .at(&Origin { file: Arc::clone(&file.name), row: 1 })
        .expected(Message::verbatim(columns.needed.join(",")))
}

fn open_sheet(
    file: &InputFile,
    columns: Columns,
    dialect: Arc<Dialect>,
    hasher: Option<Rc<RefCell<Hasher>>>,
    reader: &Reader,
    diagnostics: &mut Diagnostics,
) -> Option<Table> {
    let wanted = file.sheet.as_deref().or(dialect.sheet.as_deref());
    let opened = Sheet::open(file, wanted, hasher.as_ref(), &reader.watch);
    let mut sheet = opened.map_err(|fault| diagnostics.push(sheet_fault(file, &fault))).ok()?;
    let header = sheet.with_header(columns, &dialect, |record| {
        (record.row, read_header(&file.name, record, columns, &dialect, diagnostics))
    });
    let (row, layouts) = match header {
        Ok(Some(header)) => header,
        Ok(None) => {
            diagnostics.push(empty(file, columns));
            return None;
        }
        Err(fault) => {
            diagnostics.push(sheet_fault(file, &fault));
            return None;
        }
    };
    let settled = Dialect { sheet: Some(sheet.name.clone()), skip: Some(row - 1), ..dialect.as_ref().clone() };
    let reading = Reading {
        file: Arc::clone(&file.name),
        format: sheet.format(),
        compression: None,
        settled,
        header: row,
        rows: 0,
        pinned: dialect.origin.is_some(),
        other_sheets: sheet.others.clone(),
    };
    let shape = Shape {
        file: Arc::clone(&file.name),
        layouts: layouts?,
        header_row: row,
        delimiter: b',',
        encoding: Encoding::UTF_8,
        marks: dialect.marks,
        totals: dialect.totals,
    };
    Some(Table { shape, body: Body::Sheet(sheet), dialect, reading, hasher })
}

impl Table {
    /// Ends the reading of a table of so many rows: its digest, and how it was read.
    pub fn finish(mut self, rows: u64, reader: &mut Reader, diagnostics: &mut Diagnostics) {
        if rows == 0 {
            diagnostics.push(
                Diagnostic::new(Code::NoRows, message!("file-no-rows"), message!("file-add-rows"))
                    .at(&Origin { file: Arc::clone(&self.shape.file), row: self.shape.header_row }),
            );
        }
        if let Body::Sheet(sheet) = &self.body {
            note_seen(&self.shape.file, &sheet.seen, diagnostics);
        }
        if let Some(hasher) = &self.hasher {
            reader.digests.push(hasher.borrow().finish(&self.shape.file, Some(rows)));
        }
        self.reading.rows = rows;
        reader.readings.push(self.reading);
    }
}

/// Reads a small table row by row, in order. Gives whether it could be read to its end.
pub fn read_table(
    file: &InputFile,
    columns: Columns,
    reader: &mut Reader,
    diagnostics: &mut Diagnostics,
    mut each: impl FnMut(&super::table::Row<'_>, &mut Diagnostics),
) -> Option<()> {
    let mut table = open_table(file, columns, reader, diagnostics)?;
    let Table { shape, body, dialect, .. } = &mut table;
    let mut rows = 0;
    match body {
        Body::Text(blocks) => {
            let mut splitter = Splitter::new(shape.delimiter);
            let (mut block, mut next) = (Vec::new(), 1);
            loop {
                match blocks.next(&mut block) {
                    Ok(false) => break,
                    Ok(true) => {
                        let (after, of_block) = shape.rows_of_block(
                            &mut splitter,
                            without_mark(&block, next == 1),
                            next,
                            shape.header_row,
                            diagnostics,
                            &mut each,
                        );
                        next = after;
                        rows += of_block;
                    }
                    Err(fault) => {
                        diagnostics.push(record_fault(file, &fault, next));
                        return None;
                    }
                }
            }
        }
        Body::Sheet(sheet) => {
            let outcome = sheet.for_each(shape.header_row, dialect.skip_last, shape.layouts.first(), |record| {
                rows += 1;
                shape.each_layout(record, diagnostics, &mut each);
            });
            outcome.map_err(|fault| diagnostics.push(sheet_fault(file, &fault))).ok()?;
        }
    }
    table.finish(rows, reader, diagnostics);
    Some(())
}

/// Says what was seen in a sheet and changes nothing, but should be known.
fn note_seen(file: &Arc<str>, seen: &Seen, diagnostics: &mut Diagnostics) {
    let notes = [
        (
            Code::HiddenRows,
            seen.hidden,
            message!("sheet-hidden-rows", rows = seen.hidden.count),
            message!("sheet-take-hidden-out"),
        ),
        (
            Code::StruckCells,
            seen.struck,
            message!("sheet-struck-cells", rows = seen.struck.count),
            message!("sheet-check-struck"),
        ),
    ];
    for (code, rows, message, help) in notes {
        if rows.count > 0 {
            let origin = Origin { file: Arc::clone(file), row: rows.first };
            diagnostics.push(Diagnostic::new(code, message, help).at(&origin));
        }
    }
}

/// The first block of a file without its byte order mark.
pub fn without_mark(block: &[u8], first: bool) -> &[u8] {
    if first { block.strip_prefix("\u{feff}".as_bytes()).unwrap_or(block) } else { block }
}

/// What stopped the reading of a text at a row.
pub fn record_fault(file: &InputFile, fault: &RecordFault, row: u64) -> Diagnostic {
    match fault {
        RecordFault::Io(error) => unreadable(file, error),
        RecordFault::Oversized => oversized(&file.name, row),
    }
}

/// What is wrong with a spreadsheet.
pub fn sheet_fault(file: &InputFile, fault: &SheetFault) -> Diagnostic {
    let name = &file.name;
    let quoted = |names: &[String]| names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>();
    let (code, message, help) = match fault {
        SheetFault::Io(error) => return unreadable(file, error),
        SheetFault::NotASpreadsheet(what) => return not_a_table(file, what),
        SheetFault::Broken(why) => {
            (Code::NotATable, message!("sheet-broken", why = why.clone()), message!("sheet-save-again"))
        }
        SheetFault::Password => (Code::NotATable, message!("sheet-password"), message!("sheet-take-password-off")),
        SheetFault::TooLarge(exceeded) => {
            let diagnostic = exceeded.limit.passed();
            return match exceeded.row {
                Some(row) => diagnostic.at(&Origin { file: Arc::clone(name), row }),
                None => diagnostic.in_file(name),
            };
        }
        SheetFault::WhichSheet(names) => (
            Code::WhichSheet,
            message!("sheet-several", sheets = quoted(names)),
            message!("sheet-name-one", file = name, sheet = names.first().cloned().unwrap_or_default()),
        ),
        SheetFault::NoSheet { wanted, names } => (
            Code::WhichSheet,
            message!("sheet-none", sheet = wanted),
            message!("sheet-its-sheets", sheets = quoted(names)),
        ),
    };
    Diagnostic::new(code, message, help).in_file(name)
}
