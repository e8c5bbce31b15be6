//! Records handed on: a few that come one after the other are looked at together before they are taken.

use std::ops::Range;

use crate::ingest::record::{Cells, RawRecord};

/// Who takes the records of a block.
pub trait TakeRecords {
    /// Looks at the cells of a record without quotes, blank or not. A few in a row are looked at, each with its place among
    /// them, before they are given: what is far away in memory comes sooner for several at a time than for one after the other.
    fn look(&mut self, _place: usize, _cells: Cells<'_>) {}

    /// Takes a record that was looked at, by its place and its row. Says whether it did; else it is given as any other.
    fn take_looked_at(&mut self, _place: usize, _row: u64, _cells: Cells<'_>) -> bool {
        false
    }

    /// Takes a record that is not blank.
    fn take(&mut self, record: &RawRecord<'_>);
}

/// Who calls something for each record.
pub(super) struct Each<F>(pub F);

impl<F: FnMut(&RawRecord<'_>)> TakeRecords for Each<F> {
    fn take(&mut self, record: &RawRecord<'_>) {
        self.0(record);
    }
}

/// Most records that are looked at together.
pub const FEW: usize = 16;

/// Records without quotes that come one after the other: where each begins, and which stops are its.
#[derive(Default)]
pub(super) struct Few {
    records: [(usize, usize, usize); FEW],
    count: usize,
}

impl Few {
    /// Adds one; says whether there are as many as can be.
    #[inline]
    pub fn add(&mut self, start: usize, stops: Range<usize>) -> bool {
        if let Some(free) = self.records.get_mut(self.count) {
            *free = (start, stops.start, stops.end);
            self.count += 1;
        }
        self.count == FEW
    }

    /// Gives them, the first as this row; says which row comes after the last.
    pub fn give(&mut self, (block, stops): (&[u8], &[usize]), first_row: u64, to: &mut impl TakeRecords) -> u64 {
        let records = self.records.get(..self.count).unwrap_or_default();
        let cells = |(start, first, next): (usize, usize, usize)| Cells::new(block, start, &stops[first..next]);
        for (place, record) in records.iter().enumerate() {
            to.look(place, cells(*record));
        }
        let mut row = first_row;
        for (place, record) in records.iter().enumerate() {
            let (start, _, next) = *record;
            give_plain((block, start..stops[next - 1]), cells(*record), (place, row), to);
            row += 1;
        }
        self.count = 0;
        row
    }
}

/// Gives a record without quotes.
#[inline(always)]
pub(super) fn give_plain(
    (block, range): (&[u8], Range<usize>),
    cells: Cells<'_>,
    (place, row): (usize, u64),
    to: &mut impl TakeRecords,
) {
    if !to.take_looked_at(place, row, cells) {
        emit(cells, row, &block[range], true, to);
    }
}

/// Gives a record that is not blank.
#[inline(never)]
pub(super) fn emit(cells: Cells<'_>, row: u64, raw: &[u8], as_written: bool, to: &mut impl TakeRecords) {
    if !cells.are_blank() {
        to.take(&RawRecord { row, cells, raw, as_written, kinds: &[], currencies: &[] });
    }
}
