//! The rows of a sheet of XLSB.

use std::io::Read;

use super::records::{Records, text};
use crate::diagnostics::Limit;
use crate::ingest::sheet::SheetFault;
use crate::ingest::sheet::binary::{BinaryCell, Fields, Looks, real_text, rk_text};
use crate::ingest::sheet::cells::{Cell, Counted, RowBuffer};
use crate::ingest::sheet::look::Look;
use crate::ingest::sheet::merged::{Merges, Range};
use crate::ingest::sheet::texts::Texts;
use crate::message;

/// What a workbook says of all its sheets.
pub(super) struct Facts<'f> {
    pub(super) texts: &'f Texts,
    pub(super) looks: &'f Looks,
    pub(super) counts_from_1904: bool,
}

/// Numbers of the records of cells that hold something.
const FILLED: std::ops::RangeInclusive<u32> = 2..=11;

/// Whether a sheet has a cell with something in it.
pub(super) fn has_cells(part: impl Read) -> Result<bool, SheetFault> {
    let mut records = Records::new(part);
    while let Some((number, _)) = records.next()? {
        if FILLED.contains(&number) || number == 62 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The merged ranges of a sheet.
pub(super) fn merges(part: impl Read) -> Result<Merges, SheetFault> {
    let mut records = Records::new(part);
    let mut ranges = Vec::new();
    while let Some((number, mut fields)) = records.next()? {
        if number == 176 {
            let (first_row, last_row) = (fields.u32()?, fields.u32()?);
            let (first_column, last_column) = (fields.u32()?, fields.u32()?);
            ranges.push(Range { first_row, first_column, last_row, last_column });
            Limit::Merged.check(ranges.len() as u64)?;
        }
    }
    Merges::new(ranges)
}

/// Calls `each` with every row until it gives `false`.
pub(super) fn read(
    part: impl Read,
    facts: &Facts<'_>,
    each: &mut dyn FnMut(u32, &mut RowBuffer) -> bool,
) -> Result<(), SheetFault> {
    let mut records = Records::new(part);
    let mut counted = Counted::new();
    let mut buffer = RowBuffer::default();
    let mut row: Option<u32> = None;
    while let Some((number, mut fields)) = records.next()? {
        match number {
            0 => {
                if let Some(done) = row {
                    counted.row(done, &buffer)?;
                    if !each(done, &mut buffer) {
                        return Ok(());
                    }
                }
                let next = fields.u32()?;
                if row.is_some_and(|row| next <= row) {
                    return Err(disorder(next));
                }
                Limit::SheetRows.check(u64::from(next) + 1)?;
                buffer.clear();
                fields.bytes(7)?;
                buffer.is_hidden = fields.u8()? & 0x10 != 0;
                row = Some(next);
            }
            146 => break,
            number if FILLED.contains(&number) || number == 62 => {
                let Some(row) = row else { return Err(disorder(0)) };
                let column = fields.u32()?;
                Limit::SheetColumns.check(u64::from(column) + 1).map_err(|at| at.in_row(u64::from(row) + 1))?;
                buffer.set(column, cell(number, &mut fields, facts).map_err(|fault| fault.in_row(row))?);
            }
            _ => {}
        }
    }
    if let Some(done) = row {
        counted.row(done, &buffer)?;
        each(done, &mut buffer);
    }
    Ok(())
}

fn cell(number: u32, fields: &mut Fields<'_>, facts: &Facts<'_>) -> Result<Cell, SheetFault> {
    let plain = Look::default();
    let look = facts.looks.get((fields.u32()? & 0x00ff_ffff) as usize).unwrap_or(&plain);
    let own;
    let value = match number {
        2 => BinaryCell::Number(rk_text(fields.u32()?)),
        3 | 11 => BinaryCell::Error(fields.u8()?),
        4 | 10 => BinaryCell::Switch(fields.u8()? != 0),
        5 | 9 => BinaryCell::Number(real_text(fields.f64()?)),
        7 => {
            let index = fields.u32()?;
            let text = facts.texts.get(index as usize, look.letters);
            let (text, lost) =
                text.ok_or_else(|| SheetFault::Broken(message!("sheet-no-such-text", number = index.to_string())))?;
            BinaryCell::Text(text, lost)
        }
        _ => {
            if number == 62 {
                fields.u8()?;
            }
            own = text(fields)?;
            let are_read = look.letters.are_read();
            BinaryCell::Text(if are_read { &own } else { "" }, !are_read && !own.is_empty())
        }
    };
    value.read(look, facts.counts_from_1904)
}

fn disorder(row: u32) -> SheetFault {
    SheetFault::Broken(message!("sheet-disorder", row = (u64::from(row) + 1).to_string()))
}
