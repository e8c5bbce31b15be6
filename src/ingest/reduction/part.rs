//! One part of a file: the rows of its blocks, reduced to slots.

use super::familiar::Familiar;
use super::faults::Faults;
use super::slots::{Sink, Slots};
use crate::diagnostics::Diagnostics;
use crate::ingest::amounts::{Column, Marks};
use crate::ingest::money_rows::Defaults;
use crate::ingest::record::RawRecord;
use crate::ingest::steps::Memory;
use crate::ingest::table::{Row, Shape};
use crate::ingest::text::Splitter;

/// What one part found.
pub struct Part<'s> {
    shape: &'s Shape,
    defaults: Defaults<'s>,
    marks: Marks,
    splitter: Splitter,
    /// One a layout, each with what its cells say about the decimal mark and what is wrong with either.
    pub layouts: Vec<PartLayout>,
    /// Faults whatever the mark is.
    pub faults: Faults,
    /// Blocks with how many rows each has, blank ones included.
    pub rows_of_blocks: Vec<(usize, u64)>,
    /// Rows below the header.
    pub rows: u64,
    /// What is remembered from row to row.
    pub memory: Memory,
    familiar: Option<Familiar>,
    /// The slot of the row at hand in each layout.
    slots: Vec<Option<usize>>,
}

/// What one part found in one layout.
pub struct PartLayout {
    /// Its slots.
    pub slots: Slots,
    /// What its amounts say about the decimal mark.
    pub column: Column,
    /// Faults with a decimal point, and with a decimal comma.
    pub faults_by_mark: [Faults; 2],
}

impl<'s> Part<'s> {
    /// A part of a table.
    pub fn new(shape: &'s Shape, defaults: Defaults<'s>, marks: Marks) -> Self {
        let layout = |header| PartLayout {
            slots: Slots::new(header, defaults),
            column: Column::default(),
            faults_by_mark: [Faults::default(), Faults::default()],
        };
        let layouts: Vec<PartLayout> = shape.layouts.iter().map(layout).collect();
        Self {
            shape,
            defaults,
            marks,
            splitter: Splitter::new(shape.delimiter),
            familiar: Familiar::new(shape, &layouts),
            slots: Vec::new(),
            layouts,
            faults: Faults::default(),
            rows_of_blocks: Vec::new(),
            rows: 0,
            memory: shape.memory(),
        }
    }

    /// Reads a block of text.
    pub fn block(&mut self, index: usize, block: &[u8]) {
        let Self { shape, defaults, marks, splitter, layouts, faults, memory, familiar, slots, .. } = self;
        let (shape, defaults, marks): (&Shape, _, _) = (shape, *defaults, *marks);
        let width = if shape.steps.is_none() { shape.names.len() } else { usize::MAX };
        let mut with = (layouts, memory, &mut faults.found, familiar, slots);
        let (next, rows) = shape.records_of_block(
            splitter,
            block,
            1,
            &mut with,
            |(_, _, faults, ..), fault| faults.push(fault),
            |(layouts, memory, _, familiar, _), row, cells| match (familiar, layouts.as_mut_slice()) {
                (Some(familiar), layouts) => familiar.add((index, row), cells, layouts, &mut memory.left_out, marks),
                (None, [PartLayout { slots, column, .. }]) if cells.len() == width => {
                    slots.add_common((index, row), cells, marks, column)
                }
                _ => false,
            },
            |(layouts, memory, faults, familiar, slots), record| {
                let before = memory.left_out;
                slots.clear();
                shape.each_layout(record, memory, faults, &mut |row, diagnostics| {
                    if let Some(layout) = layouts.get_mut(row.layout) {
                        slots.push(layout.add(row, (index, defaults, marks, shape), diagnostics));
                    }
                });
                if let Some(familiar) = familiar {
                    familiar.remember(record, memory.left_out.since(before), slots);
                }
            },
        );
        self.rows_of_blocks.push((index, next - 1));
        self.rows += rows;
        self.faults.end_block(index);
        let of_layouts = self.layouts.iter_mut().flat_map(|layout| &mut layout.faults_by_mark);
        of_layouts.for_each(|faults| faults.end_block(index));
    }

    /// Reads one record of a spreadsheet.
    pub fn record(&mut self, record: &RawRecord<'_>) {
        let Self { shape, defaults, marks, layouts, faults, memory, .. } = self;
        shape.each_layout(record, memory, &mut faults.found, &mut |row, diagnostics| {
            if let Some(layout) = layouts.get_mut(row.layout) {
                layout.add(row, (0, *defaults, *marks, shape), diagnostics);
            }
        });
        self.rows += 1;
    }
}

impl PartLayout {
    fn add(
        &mut self,
        row: &Row<'_>,
        (block, defaults, marks, shape): (usize, Defaults<'_>, Marks, &Shape),
        diagnostics: &mut Diagnostics,
    ) -> Option<usize> {
        let Self { slots, column, faults_by_mark } = self;
        let scale = row.header.scale();
        let mut sink = Sink { block, defaults, marks, scale, totals: shape.totals, column, faults_by_mark };
        slots.add(row, &mut sink, diagnostics)
    }
}
