//! The fields of a record, one behind the other, least byte first.

use crate::ingest::sheet::SheetFault;
use crate::ingest::sheet::xml::cut_off;

/// What is left of a record.
#[derive(Debug, Clone, Copy)]
pub(in crate::ingest::sheet) struct Fields<'b>(pub(in crate::ingest::sheet) &'b [u8]);

impl<'b> Fields<'b> {
    /// So many bytes.
    pub(in crate::ingest::sheet) fn bytes(&mut self, count: usize) -> Result<&'b [u8], SheetFault> {
        let (bytes, rest) = self.0.split_at_checked(count).ok_or_else(cut_off)?;
        self.0 = rest;
        Ok(bytes)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], SheetFault> {
        self.bytes(N)?.try_into().map_err(|_| cut_off())
    }

    pub(in crate::ingest::sheet) fn u8(&mut self) -> Result<u8, SheetFault> {
        Ok(u8::from_le_bytes(self.array()?))
    }

    pub(in crate::ingest::sheet) fn u16(&mut self) -> Result<u16, SheetFault> {
        Ok(u16::from_le_bytes(self.array()?))
    }

    pub(in crate::ingest::sheet) fn u32(&mut self) -> Result<u32, SheetFault> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    pub(in crate::ingest::sheet) fn f64(&mut self) -> Result<f64, SheetFault> {
        Ok(f64::from_le_bytes(self.array()?))
    }
}

/// Text in UTF-16; what is none is shown as a sign for it.
pub(in crate::ingest::sheet) fn wide_text(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
