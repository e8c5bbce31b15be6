//! The main part of an XLSB, its styles and the texts that cells share.

use std::io::Read;

use super::records::{Records, text};
use crate::diagnostics::Limit;
use crate::ingest::sheet::binary::{Fields, Fonts, Looks, text_of_runs};
use crate::ingest::sheet::texts::{Text, Texts};
use crate::ingest::sheet::{SheetFault, SheetName};

/// The main part.
#[derive(Default)]
pub(super) struct Main {
    /// Sheets with the ids of their relations.
    pub(super) sheets: Vec<(SheetName, String)>,
    pub(super) counts_from_1904: bool,
}

/// Reads the main part.
pub(super) fn read(part: impl Read) -> Result<Main, SheetFault> {
    let mut records = Records::new(part);
    let mut main = Main::default();
    while let Some((number, mut fields)) = records.next()? {
        match number {
            153 => main.counts_from_1904 = fields.u32()? & 1 != 0,
            156 => {
                let state = fields.u32()?;
                fields.u32()?;
                let relation = text(&mut fields)?;
                let name = text(&mut fields)?;
                main.sheets.push((SheetName { name, is_hidden: state != 0 }, relation));
                Limit::Sheets.check(main.sheets.len() as u64)?;
            }
            _ => {}
        }
    }
    Ok(main)
}

/// Reads the styles.
pub(super) fn styles(part: impl Read) -> Result<(Fonts, Looks), SheetFault> {
    let mut records = Records::new(part);
    let (mut fonts, mut looks) = (Fonts::default(), Looks::default());
    let mut in_cells = false;
    while let Some((number, mut fields)) = records.next()? {
        match number {
            44 => {
                let format = fields.u16()?;
                looks.format(format, &text(&mut fields)?)?;
            }
            43 => {
                fields.u16()?;
                let bits = fields.u16()?;
                fields.u16()?;
                fonts.push(bits, fields.u16()?)?;
            }
            617 => in_cells = true,
            618 => in_cells = false,
            47 if in_cells => {
                fields.u16()?;
                let format = fields.u16()?;
                looks.push(format, fonts.get(usize::from(fields.u16()?)))?;
            }
            _ => {}
        }
    }
    Ok((fonts, looks))
}

/// Reads the texts that cells share.
pub(super) fn texts(part: impl Read, fonts: &Fonts) -> Result<Texts, SheetFault> {
    let mut records = Records::new(part);
    let mut texts = Texts::default();
    while let Some((number, mut fields)) = records.next()? {
        if number == 19 {
            texts.push(rich(&mut fields, fonts)?)?;
        }
    }
    Ok(texts)
}

/// A text that may have pieces.
pub(super) fn rich(fields: &mut Fields<'_>, fonts: &Fonts) -> Result<Text, SheetFault> {
    let bits = fields.u8()?;
    let whole = text(fields)?;
    let mut runs = Vec::new();
    if bits & 1 != 0 {
        let count = fields.u32()?;
        for _ in 0..count {
            let start = fields.u16()?;
            runs.push((start, fonts.get(usize::from(fields.u16()?))));
        }
    }
    Ok(text_of_runs(&whole, &runs))
}
