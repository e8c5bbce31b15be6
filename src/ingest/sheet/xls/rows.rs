//! The rows of a sheet of XLS. Its cells may stand in any order, so that their places are put in order first.

use std::collections::HashSet;

use super::book::Globals;
use super::records::{Record, Records};
use super::strings::{self, Length};
use crate::diagnostics::Limit;
use crate::ingest::sheet::SheetFault;
use crate::ingest::sheet::binary::{BinaryCell, Fields, real_text, rk_text};
use crate::ingest::sheet::cells::{Counted, RowBuffer};
use crate::ingest::sheet::look::Look;
use crate::ingest::sheet::merged::{Merges, Range};
use crate::message;

const FORMULA: u16 = 0x0006;
const MANY_RK: u16 = 0x00bd;
const RICH: u16 = 0x00d6;
const SHARED: u16 = 0x00fd;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const SWITCH: u16 = 0x0205;
const STRING: u16 = 0x0207;
const RK: u16 = 0x027e;

/// Records of cells that hold something.
const CELLS: [u16; 8] = [FORMULA, MANY_RK, RICH, SHARED, NUMBER, LABEL, SWITCH, RK];

/// Where the cells of a sheet stand.
pub(super) struct Index {
    /// Row and place in the stream, in order of the rows.
    cells: Vec<(u16, u32)>,
    hidden: HashSet<u16>,
}

/// Whether a sheet has a cell with something in it.
pub(super) fn has_cells(mut records: Records<'_>) -> Result<bool, SheetFault> {
    while let Some(record) = records.next_of_part()? {
        if CELLS.contains(&record.number) {
            return Ok(true);
        }
    }
    Ok(false)
}

impl Index {
    pub(super) fn read(mut records: Records<'_>) -> Result<(Self, Merges), SheetFault> {
        let mut index = Self { cells: Vec::new(), hidden: HashSet::new() };
        let mut ranges = Vec::new();
        while let Some(record) = records.next_of_part()? {
            let mut fields = record.fields();
            match record.number {
                number if CELLS.contains(&number) => {
                    index.cells.push((fields.u16()?, u32::try_from(record.at).unwrap_or(u32::MAX)));
                }
                0x0208 => {
                    let row = fields.u16()?;
                    fields.bytes(10)?;
                    if fields.u16()? & 0x20 != 0 {
                        index.hidden.insert(row);
                    }
                }
                0x00e5 => {
                    for _ in 0..fields.u16()? {
                        let (first_row, last_row) = (u32::from(fields.u16()?), u32::from(fields.u16()?));
                        let (first_column, last_column) = (u32::from(fields.u16()?), u32::from(fields.u16()?));
                        ranges.push(Range { first_row, first_column, last_row, last_column });
                        Limit::Merged.check(ranges.len() as u64)?;
                    }
                }
                _ => {}
            }
        }
        index.cells.sort_by_key(|(row, _)| *row);
        Ok((index, Merges::new(ranges)?))
    }
}

/// Calls `each` with every row until it gives `false`.
pub(super) fn read(
    stream: &[u8],
    globals: &Globals,
    index: &Index,
    each: &mut dyn FnMut(u32, &mut RowBuffer) -> bool,
) -> Result<(), SheetFault> {
    let mut counted = Counted::new();
    let mut buffer = RowBuffer::default();
    for of_row in index.cells.chunk_by(|(one, _), (other, _)| one == other) {
        let Some((row, _)) = of_row.first() else { continue };
        buffer.clear();
        buffer.is_hidden = index.hidden.contains(row);
        for (_, at) in of_row {
            let mut records = Records::new(stream, *at as usize);
            if let Some(record) = records.next()? {
                let cells = Cells { globals, records, buffer: &mut buffer };
                cells.read(record).map_err(|fault| fault.in_row(u32::from(*row)))?;
            }
        }
        counted.row(u32::from(*row), &buffer)?;
        if !each(u32::from(*row), &mut buffer) {
            break;
        }
    }
    Ok(())
}

struct Cells<'c> {
    globals: &'c Globals,
    /// What stands behind the record.
    records: Records<'c>,
    buffer: &'c mut RowBuffer,
}

impl Cells<'_> {
    /// The cell or the cells of a record.
    fn read(mut self, record: Record<'_>) -> Result<(), SheetFault> {
        let mut fields = record.fields();
        fields.u16()?;
        let column = fields.u16()?;
        if record.number == MANY_RK {
            let mut column = column;
            while fields.0.len() >= 6 {
                let look = fields.u16()?;
                let number = BinaryCell::Number(rk_text(fields.u32()?));
                self.set(column, look, number)?;
                column = column.saturating_add(1);
            }
            return Ok(());
        }
        let look = fields.u16()?;
        let letters = self.look(look).letters;
        match record.number {
            NUMBER => self.set(column, look, BinaryCell::Number(real_text(fields.f64()?))),
            RK => self.set(column, look, BinaryCell::Number(rk_text(fields.u32()?))),
            SWITCH => {
                let (value, is_error) = (fields.u8()?, fields.u8()? != 0);
                self.set(column, look, if is_error { BinaryCell::Error(value) } else { BinaryCell::Switch(value != 0) })
            }
            SHARED => {
                let number = fields.u32()?;
                let globals = self.globals;
                let (text, lost) = globals
                    .texts
                    .get(number as usize, letters)
                    .ok_or_else(|| SheetFault::Broken(message!("sheet-no-such-text", number = number.to_string())))?;
                self.set(column, look, BinaryCell::Text(text, lost))
            }
            RICH => {
                let text = strings::rich(&mut fields, self.globals.writing, &self.globals.fonts)?;
                let lost = text.lost || (!letters.are_read() && !text.plain.is_empty());
                self.set(column, look, BinaryCell::Text(text.under(letters), lost))
            }
            LABEL => {
                let text = self.globals.writing.text(&mut fields, Length::OfTwoBytes)?;
                self.set_text(column, look, &text)
            }
            _ => self.formula(column, look, fields),
        }
    }

    fn formula(&mut self, column: u16, look: u16, mut fields: Fields<'_>) -> Result<(), SheetFault> {
        let value: [u8; 8] = fields.bytes(8)?.try_into().unwrap_or_default();
        let bits = fields.u16()?;
        let cell = match value {
            [0, .., 0xff, 0xff] => {
                let text = self.string_behind()?;
                return self.set_text(column, look, &text);
            }
            [1, _, switch, .., 0xff, 0xff] => BinaryCell::Switch(switch != 0),
            [2, _, error, .., 0xff, 0xff] => BinaryCell::Error(error),
            [3, .., 0xff, 0xff] => BinaryCell::Text("", false),
            // A program that cannot calculate writes a nought, to be worked out when the file is opened.
            [0, 0, 0, 0, 0, 0, 0, 0] if bits & 2 != 0 => BinaryCell::Unevaluated,
            number => BinaryCell::Number(real_text(f64::from_le_bytes(number))),
        };
        self.set(column, look, cell)
    }

    /// The text of a formula stands in a record of its own, behind those of what the formula shares.
    fn string_behind(&mut self) -> Result<String, SheetFault> {
        for _ in 0..4 {
            let Some(record) = self.records.next()? else { break };
            if record.number == STRING {
                return self.globals.writing.text(&mut record.fields(), Length::OfTwoBytes);
            }
        }
        Ok(String::new())
    }

    fn set_text(&mut self, column: u16, look: u16, text: &str) -> Result<(), SheetFault> {
        let are_read = self.look(look).letters.are_read();
        let lost = !are_read && !text.is_empty();
        self.set(column, look, BinaryCell::Text(if are_read { text } else { "" }, lost))
    }

    fn set(&mut self, column: u16, look: u16, cell: BinaryCell<'_>) -> Result<(), SheetFault> {
        let cell = cell.read(&self.look(look), self.globals.counts_from_1904)?;
        self.buffer.set(u32::from(column), cell);
        Ok(())
    }

    fn look(&self, number: u16) -> Look {
        self.globals.looks.get(usize::from(number)).cloned().unwrap_or_default()
    }
}
