//! One part of a file: the rows of its blocks, reduced to slots.

use super::faults::Faults;
use super::slots::{Sink, Slots};
use crate::ingest::amounts::{Column, Marks};
use crate::ingest::money_rows::Defaults;
use crate::ingest::open::without_mark;
use crate::ingest::record::RawRecord;
use crate::ingest::table::Shape;
use crate::ingest::text::Splitter;

/// What one part found.
pub struct Part<'s> {
    shape: &'s Shape,
    defaults: Defaults<'s>,
    marks: Marks,
    splitter: Splitter,
    /// One a layout.
    pub layouts: Vec<Slots>,
    /// What its cells say about the decimal mark.
    pub column: Column,
    /// Faults whatever the mark is.
    pub faults: Faults,
    /// Faults with a decimal point, and with a decimal comma.
    pub faults_by_mark: [Faults; 2],
    /// Blocks with how many rows each has, blank ones included.
    pub rows_of_blocks: Vec<(usize, u64)>,
    /// Rows below the header.
    pub rows: u64,
}

impl<'s> Part<'s> {
    /// A part of a table.
    pub fn new(shape: &'s Shape, defaults: Defaults<'s>, marks: Marks) -> Self {
        Self {
            shape,
            defaults,
            marks,
            splitter: Splitter::new(shape.delimiter),
            layouts: shape.layouts.iter().map(|header| Slots::new(header, defaults)).collect(),
            column: Column::default(),
            faults: Faults::default(),
            faults_by_mark: [Faults::default(), Faults::default()],
            rows_of_blocks: Vec::new(),
            rows: 0,
        }
    }

    /// Reads a block of text. The header stands in block 0.
    pub fn block(&mut self, index: usize, block: &[u8]) {
        let above = if index == 0 { self.shape.header_row } else { 0 };
        let Self { shape, defaults, marks, splitter, layouts, column, faults, faults_by_mark, .. } = self;
        let mut sink =
            Sink { block: index, defaults: *defaults, marks: *marks, totals: shape.totals, column, faults_by_mark };
        let text = without_mark(block, index == 0);
        let (next, rows) = shape.rows_of_block(splitter, text, 1, above, &mut faults.found, |row, diagnostics| {
            if let Some(slots) = layouts.get_mut(row.layout) {
                slots.add(row, &mut sink, diagnostics);
            }
        });
        self.rows_of_blocks.push((index, next - 1));
        self.rows += rows;
        self.faults.end_block(index);
        self.faults_by_mark.iter_mut().for_each(|faults| faults.end_block(index));
    }

    /// Reads one record of a spreadsheet.
    pub fn record(&mut self, record: &RawRecord<'_>) {
        let Self { shape, defaults, marks, layouts, column, faults, faults_by_mark, .. } = self;
        let mut sink =
            Sink { block: 0, defaults: *defaults, marks: *marks, totals: shape.totals, column, faults_by_mark };
        shape.each_layout(record, &mut faults.found, &mut |row, diagnostics| {
            if let Some(slots) = layouts.get_mut(row.layout) {
                slots.add(row, &mut sink, diagnostics);
            }
        });
        self.rows += 1;
    }
}
