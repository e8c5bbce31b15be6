//! The records of a stream: a number, a length, and so many bytes.

use crate::ingest::sheet::SheetFault;
use crate::ingest::sheet::binary::Fields;
use crate::ingest::sheet::xml::cut_off;

/// The begin of a part of the stream.
pub(super) const BEGIN: u16 = 0x0809;

/// The end of a part of the stream.
pub(super) const END: u16 = 0x000a;

/// What goes on from the record before.
pub(super) const CONTINUE: u16 = 0x003c;

/// Records from a place in a stream.
#[derive(Debug, Clone)]
pub(super) struct Records<'s> {
    stream: &'s [u8],
    at: usize,
}

/// A record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Record<'s> {
    pub(super) number: u16,
    pub(super) at: usize,
    pub(super) body: &'s [u8],
}

impl<'s> Record<'s> {
    pub(super) fn fields(&self) -> Fields<'s> {
        Fields(self.body)
    }
}

impl<'s> Records<'s> {
    pub(super) fn new(stream: &'s [u8], at: usize) -> Self {
        Self { stream, at }
    }

    /// The next record; a stream may end anywhere between two.
    pub(super) fn next(&mut self) -> Result<Option<Record<'s>>, SheetFault> {
        let at = self.at;
        let mut rest = Fields(self.stream.get(at..).unwrap_or_default());
        if rest.0.len() < 4 {
            return Ok(None);
        }
        let number = rest.u16()?;
        let length = usize::from(rest.u16()?);
        let body = rest.0.get(..length).ok_or_else(cut_off)?;
        self.at = at + 4 + length;
        Ok(Some(Record { number, at, body }))
    }

    /// The place of the next record.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// The record behind, where it goes on from the one before.
    pub(super) fn continued(&mut self) -> Result<Option<Record<'s>>, SheetFault> {
        let mut ahead = self.clone();
        let next = ahead.next()?.filter(|record| record.number == CONTINUE);
        if next.is_some() {
            *self = ahead;
        }
        Ok(next)
    }

    /// The next record of the part that began here, parts within it left out; `None` at its end.
    pub(super) fn next_of_part(&mut self) -> Result<Option<Record<'s>>, SheetFault> {
        let mut inside = 0_u32;
        while let Some(record) = self.next()? {
            match record.number {
                BEGIN => inside += 1,
                END if inside == 0 => return Ok(None),
                END => inside -= 1,
                _ if inside == 0 => return Ok(Some(record)),
                _ => {}
            }
        }
        Ok(None)
    }
}
