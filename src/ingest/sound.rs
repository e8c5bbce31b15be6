//! Records of a table of text on their way to who takes them: what is wrong with the text of one is told in its place.

use super::record::{Cells, RawRecord};
use super::steps::Memory;
use super::table::{Row, Shape};
use super::text::{LONGEST_RECORD, Splitter, TakeRecords};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Who takes the sound records of a table of text.
pub trait TakeSound {
    /// As in [`TakeRecords`].
    fn look(&mut self, _place: usize, _cells: Cells<'_>) {}

    /// As in [`TakeRecords`].
    fn take_looked_at(&mut self, _place: usize, _row: u64, _cells: Cells<'_>) -> bool {
        false
    }

    /// Takes a sound record that is not blank.
    fn take(&mut self, record: &RawRecord<'_>);

    /// Takes what is wrong with the text of a record.
    fn take_fault(&mut self, fault: Diagnostic);
}

/// Records of a block on their way, their text looked at.
struct Checked<'t, T> {
    shape: &'t Shape,
    block_is_text: bool,
    is_sound: bool,
    records: u64,
    to: &'t mut T,
}

impl<T: TakeSound> TakeRecords for Checked<'_, T> {
    #[inline]
    fn look(&mut self, place: usize, cells: Cells<'_>) {
        if self.is_sound {
            self.to.look(place, cells);
        }
    }

    #[inline]
    fn take_looked_at(&mut self, place: usize, row: u64, cells: Cells<'_>) -> bool {
        let is_taken = self.is_sound && self.to.take_looked_at(place, row, cells);
        self.records += u64::from(is_taken);
        is_taken
    }

    fn take(&mut self, record: &RawRecord<'_>) {
        self.records += 1;
        let is_plain = self.is_sound && record.as_written;
        match (!is_plain).then(|| self.shape.fault_of_text(record, self.block_is_text)).flatten() {
            Some(found) => self.to.take_fault(found),
            None => self.to.take(record),
        }
    }
}

/// Who calls something for each row.
struct EachRow<'t, F> {
    shape: &'t Shape,
    memory: &'t mut Memory,
    diagnostics: &'t mut Diagnostics,
    each: F,
}

impl<F: FnMut(&Row<'_>, &mut Diagnostics)> TakeSound for EachRow<'_, F> {
    fn take(&mut self, record: &RawRecord<'_>) {
        self.shape.each_layout(record, self.memory, self.diagnostics, &mut self.each);
    }

    fn take_fault(&mut self, fault: Diagnostic) {
        self.diagnostics.push(fault);
    }
}

impl Shape {
    /// Calls `each` for the rows of a block of text that begins with row `first_row` and ends with a whole record. Gives the
    /// row after the last, and how many rows there were.
    pub fn rows_of_block(
        &self,
        splitter: &mut Splitter,
        block: &[u8],
        first_row: u64,
        memory: &mut Memory,
        diagnostics: &mut Diagnostics,
        each: impl FnMut(&Row<'_>, &mut Diagnostics),
    ) -> (u64, u64) {
        self.give_records(splitter, block, first_row, &mut EachRow { shape: self, memory, diagnostics, each })
    }

    /// Gives the sound records of a block of text, and the faults of the others. Says which row comes after the last, and how
    /// many records there were.
    pub fn give_records(
        &self,
        splitter: &mut Splitter,
        block: &[u8],
        first_row: u64,
        to: &mut impl TakeSound,
    ) -> (u64, u64) {
        let block_is_text = simdutf8::basic::from_utf8(block).is_ok();
        // A quote is the only fault that a record of a sound block can have.
        let is_sound = block_is_text && self.encoding.is_utf8() && block.len() <= LONGEST_RECORD;
        let mut checked = Checked { shape: self, block_is_text, is_sound, records: 0, to };
        let next = splitter.give(block, first_row, &mut checked);
        (next, checked.records)
    }
}
