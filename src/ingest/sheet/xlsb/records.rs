//! The records of a part: a number and a length, each of seven bits a byte, and so many bytes.

use std::io::{BufReader, ErrorKind, Read};

use crate::diagnostics::Limit;
use crate::ingest::sheet::binary::{Fields, wide_text};
use crate::ingest::sheet::xml::cut_off;
use crate::ingest::sheet::{SheetFault, read_error};

/// A part that is being read.
pub(super) struct Records<R: Read> {
    part: BufReader<R>,
    body: Vec<u8>,
}

impl<R: Read> Records<R> {
    pub(super) fn new(part: R) -> Self {
        Self { part: BufReader::with_capacity(64 << 10, part), body: Vec::new() }
    }

    /// The next record: its number and its fields.
    pub(super) fn next(&mut self) -> Result<Option<(u32, Fields<'_>)>, SheetFault> {
        let Some(first) = self.byte()? else { return Ok(None) };
        let mut number = u32::from(first);
        if first & 0x80 != 0 {
            number = u32::from(first & 0x7f) | u32::from(self.byte()?.ok_or_else(cut_off)? & 0x7f) << 7;
        }
        let mut length = 0_u64;
        for step in 0..4 {
            let byte = self.byte()?.ok_or_else(cut_off)?;
            length |= u64::from(byte & 0x7f) << (7 * step);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Limit::Markup.check(length)?;
        self.body.clear();
        let read = self.part.by_ref().take(length).read_to_end(&mut self.body).map_err(read_error)?;
        if (read as u64) < length {
            return Err(cut_off());
        }
        Ok(Some((number, Fields(&self.body))))
    }

    fn byte(&mut self) -> Result<Option<u8>, SheetFault> {
        let mut byte = [0];
        match self.part.read_exact(&mut byte) {
            Ok(()) => Ok(Some(byte[0])),
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(None),
            Err(error) => Err(read_error(error)),
        }
    }
}

/// A text with its length in letters before it.
pub(super) fn text(fields: &mut Fields<'_>) -> Result<String, SheetFault> {
    let length = fields.u32()?;
    if length == u32::MAX {
        return Ok(String::new());
    }
    Limit::CellText.check(u64::from(length) * 2)?;
    Ok(wide_text(fields.bytes(length as usize * 2)?))
}
