//! Spreadsheets (XLSX, XLSB, XLS, ODS) and the tables of pages: one sheet, row by row, each cell with what the file says it
//! is.
//!
//! A file is read into memory once, and its digest, its sheets, its header and its rows all come from those bytes. What is
//! packed is unpacked as a stream, piece by piece, within the [limits](crate::diagnostics::Limit).

mod archive;
mod binary;
mod cells;
mod date;
mod look;
mod merged;
mod number;
mod number_format;
mod ods;
mod open;
mod page;
mod texts;
mod xls;
mod xlsb;
mod xlsx;
mod xml;

use self::cells::Grid;
use self::merged::Merges;
use super::bounded::exceeded;
use super::record::RawRecord;
use crate::diagnostics::Exceeded;
use crate::language::Message;
use crate::message;

/// Rows among which the header is looked for.
const SEARCHED: usize = 100;

/// Most bytes of the rows among which the header is looked for.
const SEARCHED_BYTES: usize = 16 << 20;

/// Why a spreadsheet was not read.
#[derive(Debug)]
pub enum SheetFault {
    /// The file could not be read.
    Io(std::io::Error),
    /// It is a file of something else.
    NotASpreadsheet(&'static str),
    /// It has a password.
    Password,
    /// It is not as its format has it.
    Broken(Message),
    /// It would take more than a spreadsheet may.
    TooLarge(Exceeded),
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

impl SheetFault {
    /// With the row, the first being 0, where the fault has a place there.
    fn in_row(self, row: u32) -> Self {
        let row = u64::from(row) + 1;
        match self {
            Self::Broken(why) => Self::Broken(message!("sheet-at-row", row = row.to_string(), why = why)),
            Self::TooLarge(exceeded) => Self::TooLarge(exceeded.in_row(row)),
            other => other,
        }
    }
}

impl From<Exceeded> for SheetFault {
    fn from(exceeded: Exceeded) -> Self {
        Self::TooLarge(exceeded)
    }
}

/// What stopped the reading of bytes that are in memory or are unpacked.
fn read_error(error: std::io::Error) -> SheetFault {
    match exceeded(&error) {
        Some(exceeded) => SheetFault::TooLarge(exceeded.clone()),
        None => SheetFault::Broken(Message::verbatim(error.to_string())),
    }
}

/// A sheet of a spreadsheet, by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
struct SheetName {
    name: String,
    is_hidden: bool,
}

/// A spreadsheet of one of the formats.
trait Book {
    /// Its sheets that may hold cells, in order.
    fn sheets(&self) -> Vec<SheetName>;
    /// Whether a sheet holds any.
    fn has_cells(&mut self, sheet: &str) -> Result<bool, SheetFault>;
    /// The merged ranges and the rows of a sheet.
    fn open(self: Box<Self>, sheet: &str) -> Result<(Merges, Box<dyn Grid>), SheetFault>;
}

/// One sheet of a spreadsheet.
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Other sheets of the file, hidden ones included.
    pub others: Vec<String>,
    /// What was seen in the rows that were read.
    pub seen: Seen,
    merges: Merges,
    grid: Box<dyn Grid>,
    format: &'static str,
}

/// What was seen in the rows of a sheet and changes nothing, but should be known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    /// Rows that are hidden, by hand or by a filter, and were read all the same.
    pub hidden: Rows,
    /// Rows with a cell that is struck through or raised as a whole, and was taken as blank.
    pub struck: Rows,
}

/// Some rows: how many, and the first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rows {
    /// How many.
    pub count: u64,
    /// The first, as a spreadsheet numbers it.
    pub first: u64,
}

impl Rows {
    fn note(&mut self, row: u64) {
        if self.count == 0 {
            self.first = row;
        }
        self.count += 1;
    }
}

impl Sheet {
    /// `xlsx`, `xlsb`, `xls`, `ods` or `html`.
    #[must_use]
    pub fn format(&self) -> &'static str {
        self.format
    }

    /// The texts of the first rows that are not blank, at least `skip` of them and a hundred more; merged ones are repeated
    /// over their cells.
    ///
    /// # Errors
    ///
    /// Where the sheet cannot be read.
    pub fn top(&mut self, skip: u64) -> Result<Vec<(u64, Vec<String>)>, SheetFault> {
        let most = usize::try_from(skip).unwrap_or(0) + SEARCHED;
        let mut top = Vec::new();
        let mut merged = self.merges.walk();
        let mut bytes = 0;
        self.grid.rows(&mut |row, cells| {
            merged.repeat(row, cells);
            let number = u64::from(row) + 1;
            if !cells.is_blank() {
                cells.fit(0);
                bytes += cells.texts().map(str::len).sum::<usize>();
                top.push((number, cells.texts().map(str::to_owned).collect()));
            }
            top.len() < most && bytes < SEARCHED_BYTES
        })?;
        Ok(top)
    }

    /// Calls `each` for every row below `above` that is not blank, at least `width` wide, and with whether it is one of the
    /// last `skip_last` rows, blank ones between them counted.
    ///
    /// # Errors
    ///
    /// Where the sheet cannot be read.
    pub fn for_each(
        &mut self,
        above: u64,
        skip_last: usize,
        width: usize,
        mut each: impl FnMut(&RawRecord<'_>, bool),
    ) -> Result<(), SheetFault> {
        let mut merged = self.merges.walk();
        let mut waiting = std::collections::VecDeque::new();
        let skip_last = skip_last as u64;
        let seen = &mut self.seen;
        self.grid.rows(&mut |row, cells| {
            let number = u64::from(row) + 1;
            if number <= above {
                // What is merged above may reach below.
                merged.mark(row, width, cells);
                return true;
            }
            if cells.has_struck(width) {
                seen.struck.note(number);
            }
            merged.mark(row, width, cells);
            cells.fit(width);
            if !cells.is_blank() {
                if cells.is_hidden {
                    seen.hidden.note(number);
                }
                waiting.push_back((number, std::mem::take(cells)));
                // A row is none of the last ones when one so far below it is not blank.
                while let Some((waits, cells)) = waiting.pop_front_if(|(waits, _)| *waits + skip_last <= number) {
                    cells.record(waits, |record| each(record, false));
                }
            }
            true
        })?;
        for (number, cells) in waiting {
            cells.record(number, |record| each(record, true));
        }
        Ok(())
    }
}
