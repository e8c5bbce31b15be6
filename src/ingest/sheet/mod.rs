//! Spreadsheets, XLSX and ODS: one sheet, row by row, each cell with what the file says it is.

mod cells;
mod guard;
mod ods;
mod xlsx;

use std::cell::RefCell;
use std::io::{Read, Seek};
use std::rc::Rc;

use calamine::{Dimensions, Reader as _, SheetVisible};

use self::cells::{Grid, RowBuffer};
use super::dialect::Dialect;
use super::digest::Hasher;
use super::folder::InputFile;
use super::header::{Columns, Header, is_header, name_of};
use super::record::RawRecord;
use super::watch::{Watch, Watched};
use crate::language::Message;
use crate::message;

/// Rows among which the header is looked for.
const SEARCHED: usize = 100;

/// Bytes that can be read anywhere.
pub(super) trait Bytes: Read + Seek {}
impl<T: Read + Seek> Bytes for T {}

/// Why a spreadsheet was not read.
#[derive(Debug)]
pub enum SheetFault {
    /// The file could not be read.
    Io(std::io::Error),
    /// It is an archive of something else.
    NotASpreadsheet(&'static str),
    /// It is not as its format has it.
    Broken(Message),
    /// It would take more memory than a spreadsheet may.
    TooLarge(Message),
    /// It has several sheets and none is named.
    WhichSheet(Vec<String>),
    /// It has no sheet of that name.
    NoSheet {
        /// The name that was asked for.
        wanted: String,
        /// The sheets it has.
        names: Vec<String>,
    },
}

/// One sheet of a spreadsheet.
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Other sheets of the file, hidden ones included.
    pub others: Vec<String>,
    merged: Vec<Dimensions>,
    grid: Box<dyn Grid>,
    format: &'static str,
}

impl Sheet {
    /// Opens the sheet of this name, or the only visible one. `hasher` takes every byte of the file.
    ///
    /// # Errors
    ///
    /// Why there is no such sheet to read.
    pub fn open(
        file: &InputFile,
        wanted: Option<&str>,
        hasher: Option<&Rc<RefCell<Hasher>>>,
        watch: &Watch,
    ) -> Result<Self, SheetFault> {
        digest(file, hasher, watch).map_err(SheetFault::Io)?;
        let format = guard::format_of(&mut *open(file)?)?;
        let (sheets, mut book): (_, Box<dyn Book>) = match format {
            "xlsx" => {
                let book = calamine::Xlsx::new(open(file)?)
                    .map_err(|error| SheetFault::Broken(Message::verbatim(error.to_string())))?;
                (book.sheets_metadata().to_vec(), Box::new(xlsx::XlsxBook(book)))
            }
            _ => {
                let marks = guard::scan_ods(&mut *open(file)?)?;
                let book = calamine::Ods::new(open(file)?)
                    .map_err(|error| SheetFault::Broken(Message::verbatim(error.to_string())))?;
                (book.sheets_metadata().to_vec(), Box::new(ods::OdsBook { book, marks }))
            }
        };
        let names: Vec<String> = sheets.iter().map(|sheet| sheet.name.clone()).collect();
        let visible: Vec<String> = sheets
            .iter()
            .filter(|sheet| sheet.visible == SheetVisible::Visible)
            .map(|sheet| sheet.name.clone())
            .collect();
        let name = match (wanted, visible.as_slice()) {
            (Some(wanted), _) => match names.iter().find(|name| *name == wanted) {
                Some(name) => name.clone(),
                None => return Err(SheetFault::NoSheet { wanted: wanted.to_owned(), names }),
            },
            (None, [only]) => only.clone(),
            (None, []) if names.is_empty() => return Err(SheetFault::Broken(message!("sheet-no-sheet-at-all"))),
            (None, []) => return Err(SheetFault::WhichSheet(names)),
            (None, _) => return Err(SheetFault::WhichSheet(visible)),
        };
        let merged = book.merged(&name)?;
        let others = names.into_iter().filter(|other| *other != name).collect();
        Ok(Self { grid: book.grid(&name), merged, others, name, format })
    }

    /// `xlsx` or `ods`.
    #[must_use]
    pub fn format(&self) -> &'static str {
        self.format
    }

    /// Calls `found` with the row of the header, merged names repeated over their cells: the first row with the needed
    /// columns, else the first at all. `None` where the sheet has no rows.
    ///
    /// # Errors
    ///
    /// Where the sheet cannot be read.
    pub fn with_header<T>(
        &mut self,
        columns: Columns,
        dialect: &Dialect,
        found: impl FnOnce(&RawRecord<'_>) -> T,
    ) -> Result<Option<T>, SheetFault> {
        let top = self.top(dialect.skip.unwrap_or(0))?;
        let is_header = |(_, cells): &&(u64, RowBuffer)| {
            let cells: Vec<String> = cells.texts().map(name_of).collect();
            is_header(&cells, columns, dialect)
        };
        let header = match dialect.skip {
            Some(_) => None,
            None => top.iter().find(is_header),
        };
        Ok(header.or(top.first()).map(|(row, cells)| cells.record(*row, found)))
    }

    /// The cleaned texts of the first rows that are not blank.
    ///
    /// # Errors
    ///
    /// Where the sheet cannot be read.
    pub fn top_texts(&mut self, skip: u64) -> Result<Vec<(u64, Vec<String>)>, SheetFault> {
        let top = self.top(skip)?;
        Ok(top.into_iter().map(|(row, cells)| (row, cells.texts().map(name_of).collect())).collect())
    }

    fn top(&mut self, skip: u64) -> Result<Vec<(u64, RowBuffer)>, SheetFault> {
        let mut top: Vec<(u64, RowBuffer)> = Vec::new();
        let mut merged = cells::Merged::new(&self.merged);
        self.grid.rows(&mut |row, cells| {
            merged.repeat(row, cells);
            let number = u64::from(row) + 1;
            if number > skip && !cells.is_blank() {
                top.push((number, cells.clone()));
            }
            top.len() < SEARCHED
        })?;
        Ok(top)
    }

    /// Calls `each` for every row below the header that is not blank, as wide as the header.
    ///
    /// # Errors
    ///
    /// Where the sheet cannot be read.
    pub fn for_each(
        &mut self,
        header_row: u64,
        skip_last: usize,
        header: Option<&Header>,
        mut each: impl FnMut(&RawRecord<'_>),
    ) -> Result<(), SheetFault> {
        let width = header.map_or(0, Header::width);
        let mut merged = cells::Merged::new(&self.merged);
        let mut waiting = std::collections::VecDeque::new();
        self.grid.rows(&mut |row, cells| {
            merged.mark(row, cells);
            cells.set_width(width);
            let number = u64::from(row) + 1;
            if number > header_row && !cells.is_blank() {
                waiting.push_back((number, std::mem::take(cells)));
                if waiting.len() > skip_last
                    && let Some((number, cells)) = waiting.pop_front()
                {
                    cells.record(number, &mut each);
                }
            }
            true
        })
    }
}

/// A spreadsheet of one of the formats.
trait Book {
    /// Merged ranges of a sheet.
    fn merged(&mut self, sheet: &str) -> Result<Vec<Dimensions>, SheetFault>;
    /// The rows of a sheet.
    fn grid(self: Box<Self>, sheet: &str) -> Box<dyn Grid>;
}

fn open(file: &InputFile) -> Result<Box<dyn Bytes>, SheetFault> {
    file.open_anywhere().map_err(SheetFault::Io)
}

fn digest(file: &InputFile, hasher: Option<&Rc<RefCell<Hasher>>>, watch: &Watch) -> std::io::Result<()> {
    let Some(hasher) = hasher else { return Ok(()) };
    let mut input = Watched::new(file.open()?, watch);
    let mut buffer = vec![0; 64 << 10];
    loop {
        match input.read(&mut buffer)? {
            0 => return Ok(()),
            read => hasher.borrow_mut().update(&buffer[..read]),
        }
    }
}
