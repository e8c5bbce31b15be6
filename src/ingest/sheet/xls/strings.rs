//! Texts of XLS: in one or two bytes a letter, over several records, with pieces in other fonts.

use super::records::Records;
use crate::diagnostics::Limit;
use crate::ingest::sheet::SheetFault;
use crate::ingest::sheet::binary::{Fields, Fonts, text_of_runs, wide_text};
use crate::ingest::sheet::look::Letters;
use crate::ingest::sheet::texts::{Text, Texts};
use crate::ingest::sheet::xml::cut_off;

/// How texts are written in a stream.
#[derive(Debug, Clone, Copy)]
pub(super) enum Writing {
    /// Unicode, since Excel 97.
    Unicode,
    /// Bytes of an encoding, before.
    Bytes(&'static encoding_rs::Encoding),
}

/// The length that stands before a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    OfOneByte,
    OfTwoBytes,
}

impl Writing {
    /// A text with its length before it.
    pub(super) fn text(self, fields: &mut Fields<'_>, length: Length) -> Result<String, SheetFault> {
        let letters = match length {
            Length::OfOneByte => usize::from(fields.u8()?),
            Length::OfTwoBytes => usize::from(fields.u16()?),
        };
        match self {
            Self::Bytes(encoding) => Ok(encoding.decode_without_bom_handling(fields.bytes(letters)?).0.into_owned()),
            Self::Unicode => {
                let is_wide = fields.u8()? & 1 != 0;
                narrow_or_wide(fields.bytes(if is_wide { letters * 2 } else { letters })?, is_wide)
            }
        }
    }
}

fn narrow_or_wide(bytes: &[u8], is_wide: bool) -> Result<String, SheetFault> {
    Ok(if is_wide { wide_text(bytes) } else { bytes.iter().map(|byte| char::from(*byte)).collect() })
}

/// What is left of a record and of those that go on from it.
struct Continued<'r, 's> {
    fields: Fields<'s>,
    records: &'r mut Records<'s>,
}

impl Continued<'_, '_> {
    /// So that a field begins in a record with something left; `false` where nothing is.
    fn advance(&mut self) -> Result<bool, SheetFault> {
        while self.fields.0.is_empty() {
            match self.records.continued()? {
                Some(next) => self.fields = next.fields(),
                None => return Ok(false),
            }
        }
        Ok(true)
    }

    /// Bytes that may go on in the next record.
    fn bytes(&mut self, count: usize) -> Result<Vec<u8>, SheetFault> {
        let mut bytes = Vec::new();
        while bytes.len() < count {
            if !self.advance()? {
                return Err(cut_off());
            }
            let here = (count - bytes.len()).min(self.fields.0.len());
            bytes.extend_from_slice(self.fields.bytes(here)?);
        }
        Ok(bytes)
    }

    /// Letters that may go on in the next record, which says anew how wide they are.
    fn letters(&mut self, count: usize, mut is_wide: bool) -> Result<String, SheetFault> {
        let mut text = String::new();
        let mut left = count;
        while left > 0 {
            if self.fields.0.is_empty() {
                if !self.advance()? {
                    return Err(cut_off());
                }
                is_wide = self.fields.u8()? & 1 != 0;
            }
            let width = if is_wide { 2 } else { 1 };
            let here = left.min(self.fields.0.len() / width);
            if here == 0 {
                return Err(cut_off());
            }
            text.push_str(&narrow_or_wide(self.fields.bytes(here * width)?, is_wide)?);
            left -= here;
        }
        Ok(text)
    }
}

/// Reads the table of texts that cells share, from its first record. How many it claims to have is not looked at.
pub(super) fn read_all<'s>(fields: Fields<'s>, records: &mut Records<'s>, fonts: &Fonts) -> Result<Texts, SheetFault> {
    let mut table = Continued { fields, records };
    let mut texts = Texts::default();
    table.fields.bytes(8)?;
    while table.advance()? {
        let head = table.bytes(3)?;
        let mut head = Fields(&head);
        let (length, bits) = (usize::from(head.u16()?), head.u8()?);
        let runs = if bits & 8 != 0 { usize::from(Fields(&table.bytes(2)?).u16()?) } else { 0 };
        let more = if bits & 4 != 0 { Fields(&table.bytes(4)?).u32()? as usize } else { 0 };
        let whole = table.letters(length, bits & 1 != 0)?;
        let runs = runs_of(&table.bytes(runs * 4)?, fonts)?;
        // How a text is spoken, and the like.
        Limit::CellText.check(more as u64)?;
        table.bytes(more)?;
        texts.push(text_of_runs(&whole, &runs))?;
    }
    Ok(texts)
}

/// Where pieces begin, and their fonts.
pub(super) fn runs_of(bytes: &[u8], fonts: &Fonts) -> Result<Vec<(u16, Letters)>, SheetFault> {
    let mut fields = Fields(bytes);
    let mut runs = Vec::new();
    while !fields.0.is_empty() {
        let start = fields.u16()?;
        runs.push((start, fonts.get(super::book::font_number(fields.u16()?))));
    }
    Ok(runs)
}

/// A text in a cell of its own, with pieces.
pub(super) fn rich(fields: &mut Fields<'_>, writing: Writing, fonts: &Fonts) -> Result<Text, SheetFault> {
    let whole = writing.text(fields, Length::OfTwoBytes)?;
    let runs = match writing {
        Writing::Unicode => {
            let count = usize::from(fields.u16()?);
            runs_of(fields.bytes(count * 4)?, fonts)?
        }
        Writing::Bytes(_) => {
            let count = usize::from(fields.u8()?);
            let mut runs = Vec::new();
            for _ in 0..count {
                let start = u16::from(fields.u8()?);
                runs.push((start, fonts.get(super::book::font_number(u16::from(fields.u8()?)))));
            }
            runs
        }
    };
    Ok(text_of_runs(&whole, &runs))
}
