//! One part of a file: the rows of its blocks, reduced to slots.

use super::familiar::Familiar;
use super::faults::Faults;
use super::slots::{EndedSlots, Sink, Slots};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::ingest::amounts::{Column, Marks};
use crate::ingest::money_rows::Defaults;
use crate::ingest::record::{Cells, RawRecord};
use crate::ingest::sound::TakeSound;
use crate::ingest::steps::{LeftOut, Memory, Unsaid};
use crate::ingest::table::{Row, Shape};
use crate::ingest::text::Splitter;

/// A part of a file while it is read.
pub struct Part<'s> {
    splitter: Splitter,
    rows_of_blocks: Vec<(usize, u64)>,
    rows: u64,
    found: Found<'s>,
}

/// What one part came to.
pub struct Read {
    /// Blocks with how many rows each has, blank ones included.
    pub rows_of_blocks: Vec<(usize, u64)>,
    /// Rows below the header.
    pub rows: u64,
    /// What its rows came to, one a layout.
    pub layouts: Vec<Layout>,
    /// Faults whatever the mark is.
    pub faults: Faults,
    /// Rows that are left out for what stands above them.
    pub left_out: LeftOut,
    /// Rows of which no row above says what it should.
    pub unsaid: Vec<Unsaid>,
}

/// What rows came to in one layout.
#[derive(Default)]
pub struct Layout {
    /// The slots of each part.
    pub slots: Vec<EndedSlots>,
    /// What their amounts say about the decimal mark.
    pub column: Column,
    /// Faults with a decimal point, and with a decimal comma.
    pub faults_by_mark: [Faults; 2],
}

impl Layout {
    /// Takes in what another part came to.
    pub fn merge(&mut self, other: Self) {
        self.slots.extend(other.slots);
        self.column.merge(other.column);
        for (mine, theirs) in self.faults_by_mark.iter_mut().zip(other.faults_by_mark) {
            mine.merge(theirs);
        }
    }
}

/// What the rows of a part come to.
struct Found<'s> {
    shape: &'s Shape,
    defaults: Defaults<'s>,
    marks: Marks,
    /// The block at hand.
    block: usize,
    layouts: Vec<PartLayout>,
    faults: Faults,
    memory: Memory,
    familiar: Option<Familiar>,
    /// The slot of the row at hand in each layout.
    slots: Vec<Option<usize>>,
}

/// One layout while its rows are read.
pub(super) struct PartLayout {
    pub(super) slots: Slots,
    pub(super) column: Column,
    faults_by_mark: [Faults; 2],
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
        let found = Found {
            shape,
            defaults,
            marks,
            block: 0,
            familiar: Familiar::new(shape, &layouts),
            slots: Vec::new(),
            layouts,
            faults: Faults::default(),
            memory: shape.memory(),
        };
        Self { splitter: Splitter::new(shape.delimiter), rows_of_blocks: Vec::new(), rows: 0, found }
    }

    /// Reads a block of text.
    pub fn block(&mut self, index: usize, block: &[u8]) {
        self.found.block = index;
        self.found.memory.block = index;
        let (next, rows) = self.found.shape.give_records(&mut self.splitter, block, 1, &mut self.found);
        self.rows_of_blocks.push((index, next - 1));
        self.rows += rows;
        self.found.end_block();
    }

    /// Reads one record of a spreadsheet.
    pub fn record(&mut self, record: &RawRecord<'_>) {
        self.found.take(record);
        self.rows += 1;
    }

    /// What it came to. By what its rows were found is dropped in the thread that made it.
    pub fn end(self) -> Read {
        let Self { rows_of_blocks, rows, found, .. } = self;
        let Found { layouts, faults, memory, .. } = found;
        let layouts = layouts.into_iter().map(PartLayout::end).collect();
        Read { rows_of_blocks, rows, layouts, faults, left_out: memory.left_out, unsaid: memory.unsaid }
    }
}

impl Found<'_> {
    fn end_block(&mut self) {
        let of_layouts = self.layouts.iter_mut().flat_map(|layout| &mut layout.faults_by_mark);
        of_layouts.chain([&mut self.faults]).for_each(|faults| faults.end_block(self.block));
    }
}

impl TakeSound for Found<'_> {
    #[inline]
    fn look(&mut self, place: usize, cells: Cells<'_>) {
        if let (None, [layout]) = (&self.familiar, self.layouts.as_mut_slice()) {
            layout.slots.look(place, cells);
        }
    }

    #[inline]
    fn take_looked_at(&mut self, place: usize, row: u64, cells: Cells<'_>) -> bool {
        let Self { shape, marks, block, layouts, memory, familiar, .. } = self;
        let at = (*block, row);
        match (familiar, layouts.as_mut_slice()) {
            (Some(familiar), layouts) => familiar.add(at, cells, layouts, &mut memory.left_out, *marks),
            (None, [layout]) if shape.steps.is_none() && cells.len() == shape.names.len() => {
                layout.slots.add_common(place, at, cells, *marks, &mut layout.column)
            }
            _ => false,
        }
    }

    fn take(&mut self, record: &RawRecord<'_>) {
        let Self { shape, defaults, marks, block, layouts, faults, memory, familiar, slots } = self;
        let before = memory.left_out;
        slots.clear();
        shape.each_layout(record, memory, &mut faults.found, &mut |row, diagnostics| {
            if let Some(layout) = layouts.get_mut(row.layout) {
                slots.push(layout.add(row, (*block, *defaults, *marks, shape), diagnostics));
            }
        });
        if let Some(familiar) = familiar {
            familiar.remember(record, memory.left_out.since(before), slots);
        }
    }

    fn take_fault(&mut self, fault: Diagnostic) {
        self.faults.found.push(fault);
    }
}

impl PartLayout {
    fn end(self) -> Layout {
        let Self { slots, column, faults_by_mark } = self;
        Layout { slots: vec![slots.end()], column, faults_by_mark }
    }

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
