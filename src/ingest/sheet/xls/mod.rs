//! XLS: the records of the stream of a workbook, as Excel 5 to 2003 wrote it.

mod book;
mod records;
mod rows;
mod strings;

use std::io::{Cursor, Read};
use std::sync::Arc;

use self::book::Globals;
use self::records::Records;
use super::cells::{Grid, RowBuffer};
use super::merged::Merges;
use super::{Book, SheetFault, SheetName, read_error};
use crate::diagnostics::Limit;
use crate::ingest::bounded::Bounded;
use crate::language::Message;

/// How a file of this kind begins.
pub(super) const SIGN: &[u8] = b"\xd0\xcf\x11\xe0";

/// A workbook.
pub(super) struct Xls {
    stream: Vec<u8>,
    globals: Globals,
}

struct XlsGrid {
    stream: Vec<u8>,
    globals: Globals,
    index: rows::Index,
}

impl Xls {
    /// The workbook in the container that these bytes are.
    pub(super) fn open(bytes: Arc<[u8]>) -> Result<Self, SheetFault> {
        let broken = |error: std::io::Error| SheetFault::Broken(Message::verbatim(error.to_string()));
        let mut container = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(broken)?;
        // What has a password is kept in a container of this kind, whatever it was before.
        if container.exists("/EncryptedPackage") || container.exists("/EncryptionInfo") {
            return Err(SheetFault::Password);
        }
        let name = ["/Workbook", "/Book"].into_iter().find(|name| container.is_stream(name));
        let Some(name) = name else { return Err(SheetFault::NotASpreadsheet("office")) };
        let mut stream = Vec::new();
        let inside = container.open_stream(name).map_err(broken)?;
        Bounded::new(inside, Limit::UnpackedPart).read_to_end(&mut stream).map_err(read_error)?;
        let globals = Globals::read(&stream)?;
        Ok(Self { stream, globals })
    }
}

impl Book for Xls {
    fn sheets(&self) -> Vec<SheetName> {
        self.globals.sheets.iter().map(|(name, _)| name.clone()).collect()
    }

    fn has_cells(&mut self, sheet: &str) -> Result<bool, SheetFault> {
        let Some((_, start)) = self.globals.sheets.iter().find(|(name, _)| name.name == sheet) else {
            return Ok(false);
        };
        rows::has_cells(Records::new(&self.stream, *start))
    }

    fn open(self: Box<Self>, sheet: &str) -> Result<(Merges, Box<dyn Grid>), SheetFault> {
        let Self { stream, globals } = *self;
        let found = globals.sheets.iter().find(|(name, _)| name.name == sheet).map(|(_, start)| *start);
        let start = found.ok_or_else(|| SheetFault::NoSheet { wanted: sheet.to_owned(), names: Vec::new() })?;
        let (index, merges) = rows::Index::read(Records::new(&stream, start))?;
        Ok((merges, Box::new(XlsGrid { stream, globals, index })))
    }
}

impl Grid for XlsGrid {
    fn rows(&mut self, each: &mut dyn FnMut(u32, &mut RowBuffer) -> bool) -> Result<(), SheetFault> {
        rows::read(&self.stream, &self.globals, &self.index, each)
    }
}
