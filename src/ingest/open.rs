//! Opens a file as a table: what it is, how it is encoded and delimited, where its header is, and whether that is good.

use std::cell::RefCell;
use std::io::{Cursor, Read};
use std::rc::Rc;
use std::sync::Arc;

use super::dialect::Dialect;
use super::digest::Hasher;
use super::file_faults::{empty, encoding_asked, no_such_dialect, not_a_table, note_seen, record_fault, sheet_fault};
use super::folder::InputFile;
use super::header::Columns;
use super::left_out::{cells_of, tell_last, tell_memory, tell_rows, tell_top, tell_unsaid};
use super::manifest::unreadable;
use super::reader::{Digesting, Reader, Reading};
use super::resolve::{Head, resolve};
use super::sheet::Sheet;
use super::sniff::{Found, sniff};
use super::table::{Shape, not_text};
use super::text::{self, BLOCK, Blocks, Container, Encoding, Opened, Splitter};
use super::top::{Top, top};
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Limit};
use crate::domain::Origin;
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
    /// Whether a cell above its data holds a line break, so that its rows are not lines there.
    pub breaks_above: bool,
    hasher: Option<Rc<RefCell<Hasher>>>,
}

/// Where the rows come from.
pub enum Body {
    /// Text, block by block, from the first row below the header.
    Text(Blocks<Box<dyn Read>>),
    /// A sheet of a spreadsheet.
    Sheet(Sheet),
}

/// A file of which the top is known, and nothing is settled yet.
struct Begun {
    top: Top,
    /// The first rows below it.
    data: Vec<Vec<String>>,
    body: Body,
    delimiter: u8,
    encoding: Encoding,
    format: &'static str,
    compression: Option<&'static str>,
    sheet: Option<String>,
    other_sheets: Vec<String>,
}

/// Opens a table; `None` after diagnostics.
pub fn open_table(
    file: &InputFile,
    columns: Columns<'_>,
    reader: &Reader,
    diagnostics: &mut Diagnostics,
) -> Option<Table> {
    let dialect = reader.dialect_of(file);
    if let Some(named) = file.dialect.as_ref().filter(|named| dialect.name.as_ref() != Some(named)) {
        diagnostics.push(no_such_dialect(file, named, &reader.dialects));
        return None;
    }
    let hasher = (reader.digesting == Digesting::Yes).then(|| Rc::new(RefCell::new(Hasher::default())));
    let begun = begin(file, columns, &dialect, hasher.as_ref(), reader, diagnostics)?;
    let top = &begun.top;
    let shown = char::from(begun.delimiter).to_string();
    let delimiter = if begun.sheet.is_some() { " | " } else { &shown };
    let head = Head { file: &file.name, key: &file.key, top, data: &begun.data, delimiter };
    let resolved = resolve(head, columns, &dialect, diagnostics)?;
    let is_text = begun.sheet.is_none();
    let settled = Dialect {
        encoding: is_text.then_some(begun.encoding),
        delimiter: is_text.then_some(begun.delimiter),
        sheet: begun.sheet,
        skip: Some(top.header - 1),
        ..dialect.as_ref().clone()
    };
    let reading = Reading {
        file: file.name.clone(),
        format: begun.format,
        compression: begun.compression,
        settled,
        header: top.header,
        rows: 0,
        pinned: dialect.origin.is_some(),
        other_sheets: begun.other_sheets,
    };
    let shape = Shape {
        file: file.name.clone(),
        names: top.names.clone(),
        layouts: resolved.layouts,
        steps: resolved.steps,
        header_row: top.header,
        first_row: top.last + 1,
        delimiter: begun.delimiter,
        encoding: begun.encoding,
        marks: dialect.marks,
        totals: dialect.totals,
        short_rows: dialect.short_rows,
    };
    tell_top(top, &shape, &dialect, diagnostics);
    let above = top.above.iter().chain(&top.skipped).flat_map(|(_, cells)| cells);
    let below = top.below.iter().flat_map(|(_, _, cells)| cells);
    let breaks_above = above.chain(below).chain(&top.names).any(|cell| cell.contains(['\n', '\r']));
    Some(Table { shape, body: begun.body, dialect, reading, breaks_above, hasher })
}

/// The names of a file's columns and its first rows, as far as they can be found without knowing what they hold.
#[derive(Debug)]
pub struct Look {
    /// Its top.
    pub top: Top,
    /// The first rows below it.
    pub data: Vec<Vec<String>>,
}

/// Looks at the top of a file, and at none of its columns; `None` after diagnostics.
pub fn look(file: &InputFile, columns: Columns<'_>, dialect: &Dialect, diagnostics: &mut Diagnostics) -> Option<Look> {
    let begun = begin(file, columns, dialect, None, &Reader::default(), diagnostics)?;
    Some(Look { top: begun.top, data: begun.data })
}

fn begin(
    file: &InputFile,
    columns: Columns<'_>,
    dialect: &Dialect,
    hasher: Option<&Rc<RefCell<Hasher>>>,
    reader: &Reader,
    diagnostics: &mut Diagnostics,
) -> Option<Begun> {
    let start = first_bytes(file).map_err(|error| diagnostics.push(unreadable(file, &error))).ok()?;
    let begun = match Container::of(&start) {
        Container::Other(what) => {
            diagnostics.push(not_a_table(file, what));
            return None;
        }
        Container::Book => begin_sheet(file, columns, dialect, hasher, reader, diagnostics)?,
        _ if file.sheet.is_some() => {
            let message = message!("file-no-sheets");
            let help = message!("file-take-sheet-off");
            diagnostics.push(Diagnostic::new(Code::NotATable, message, help).in_file(&file.name));
            return None;
        }
        container => begin_text(file, container, columns, dialect, hasher, reader, diagnostics)?,
    };
    if Limit::Columns.is_passed_by(begun.top.names.len() as u64) {
        let origin = Origin { file: file.name.clone(), row: begun.top.header };
        diagnostics.push(Limit::Columns.passed().at(&origin).found(begun.top.names.len().to_string()));
        return None;
    }
    Some(begun)
}

fn first_bytes(file: &InputFile) -> std::io::Result<Vec<u8>> {
    let mut start = Vec::new();
    file.open()?.take(64).read_to_end(&mut start)?;
    Ok(start)
}

fn begin_text(
    file: &InputFile,
    container: Container,
    columns: Columns<'_>,
    dialect: &Dialect,
    hasher: Option<&Rc<RefCell<Hasher>>>,
    reader: &Reader,
    diagnostics: &mut Diagnostics,
) -> Option<Begun> {
    let opened = text::open(file, container, dialect.encoding, hasher, &reader.watch)
        .map_err(|error| diagnostics.push(unreadable(file, &error)))
        .ok()?;
    let source = match opened {
        Opened::Text(source) => source,
        Opened::EncodingAsked(encoding, sample) => {
            diagnostics.push(encoding_asked(file, encoding, &sample));
            return None;
        }
    };
    let Some(Found { delimiter, top, rows }) = sniff(&source.sample, columns, dialect) else {
        diagnostics.push(empty(file, columns));
        return None;
    };
    let origin = |row| Origin { file: file.name.clone(), row };
    let of_header = rows.iter().filter(|row| (top.header..=top.header_end).contains(&row.row));
    for row in of_header.clone() {
        let raw = source.sample.get(row.bytes.clone()).unwrap_or_default();
        if std::str::from_utf8(raw).is_err() {
            Splitter::new(delimiter)
                .for_each(raw, row.row, |record| diagnostics.push(not_text(&file.name, record, &[])));
            return None;
        }
    }
    let last = rows.iter().rfind(|row| row.row <= top.last);
    if !source.sample_is_whole && last.is_some_and(|row| row.bytes.end == source.sample.len()) {
        let fault = Diagnostic::new(Code::OversizedRow, message!("header-too-long"), message!("header-look-for-quote"));
        diagnostics.push(fault.at(&origin(top.header)));
        return None;
    }
    // Rows are read from the first one that is not blank below the top.
    let first = rows.iter().find(|row| row.row > top.last);
    let from = first.map_or(source.sample.len(), |row| row.bytes.start);
    let top = Top { last: first.map_or(top.last, |row| row.row - 1), ..top };
    let data = rows.iter().filter(|row| row.row > top.last).map(|row| row.cells.clone()).collect();
    let mut sample = source.sample;
    sample.drain(..from);
    let text: Box<dyn Read> = Box::new(Cursor::new(sample).chain(source.rest));
    let blocks = Blocks::new(text, delimiter, dialect.skip_last, reader.block.unwrap_or(BLOCK));
    Some(Begun {
        top,
        data,
        body: Body::Text(blocks),
        delimiter,
        encoding: source.encoding,
        format: "csv",
        compression: match container {
            Container::Gzip => Some("gzip"),
            Container::Zstd => Some("zstd"),
            _ => None,
        },
        sheet: None,
        other_sheets: Vec::new(),
    })
}

fn begin_sheet(
    file: &InputFile,
    columns: Columns<'_>,
    dialect: &Dialect,
    hasher: Option<&Rc<RefCell<Hasher>>>,
    reader: &Reader,
    diagnostics: &mut Diagnostics,
) -> Option<Begun> {
    let wanted = file.sheet.as_deref().or(dialect.sheet.as_deref());
    let opened = Sheet::open(file, wanted, hasher, &reader.watch);
    let mut sheet = opened.map_err(|fault| diagnostics.push(sheet_fault(file, &fault))).ok()?;
    let rows =
        sheet.top(dialect.skip.unwrap_or(0)).map_err(|fault| diagnostics.push(sheet_fault(file, &fault))).ok()?;
    let Some(top) = top(&rows, columns, dialect) else {
        diagnostics.push(empty(file, columns));
        return None;
    };
    let data = rows.iter().filter(|(row, _)| *row > top.last).map(|(_, cells)| cells.clone()).collect();
    Some(Begun {
        top,
        data,
        delimiter: b',',
        encoding: Encoding::UTF_8,
        format: sheet.format(),
        compression: None,
        sheet: Some(sheet.name.clone()),
        other_sheets: sheet.others.clone(),
        body: Body::Sheet(sheet),
    })
}

impl Table {
    /// Ends the reading of a table of so many rows: its digest, and how it was read.
    pub fn finish(mut self, rows: u64, reader: &mut Reader, diagnostics: &mut Diagnostics) {
        if rows == 0 {
            diagnostics.push(
                Diagnostic::new(Code::NoRows, message!("file-no-rows"), message!("file-add-rows"))
                    .at(&Origin { file: self.shape.file.clone(), row: self.shape.header_row }),
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
    let mut memory = shape.memory();
    let mut rows = 0;
    match body {
        Body::Text(blocks) => {
            let mut splitter = Splitter::new(shape.delimiter);
            let (mut block, mut next) = (Vec::new(), shape.first_row);
            loop {
                match blocks.next(&mut block) {
                    Ok(false) => break,
                    Ok(true) => {
                        let (after, of_block) =
                            shape.rows_of_block(&mut splitter, &block, next, &mut memory, diagnostics, &mut each);
                        next = after;
                        rows += of_block;
                    }
                    Err(fault) => {
                        diagnostics.push(record_fault(file, &fault, next));
                        return None;
                    }
                }
            }
            tell_last(blocks.left_out(), next, shape, diagnostics);
        }
        Body::Sheet(sheet) => {
            let mut left_out = Vec::new();
            let outcome =
                sheet.for_each(shape.first_row - 1, dialect.skip_last, shape.names.len(), |record, is_last| {
                    if is_last {
                        left_out.push((record.row, cells_of(record)));
                        return;
                    }
                    rows += 1;
                    shape.each_layout(record, &mut memory, diagnostics, &mut each);
                });
            outcome.map_err(|fault| diagnostics.push(sheet_fault(file, &fault))).ok()?;
            tell_rows(&left_out, shape, diagnostics);
        }
    }
    tell_memory(&memory.left_out, shape, diagnostics);
    tell_unsaid(&memory.unsaid, |(_, row)| row, shape, diagnostics);
    table.finish(rows, reader, diagnostics);
    Some(())
}
