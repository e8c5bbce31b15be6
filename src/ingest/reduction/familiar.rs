//! Rows like ones before, in a table whose rows a dialect changes before they are taken. Where nothing is remembered from row
//! to row, what becomes of a row hangs on some of its cells alone: rows with the same bytes there go where the first of them
//! went, without being made again.

use super::part::PartLayout;
use super::slot::Plain;
use super::slots::{gather, runs};
use crate::domain::ByBytes;
use crate::ingest::amounts::Marks;
use crate::ingest::record::{Cells, RawRecord};
use crate::ingest::steps::{From, LeftOut, Step, Steps};
use crate::ingest::table::Shape;

/// Most rows that are remembered: what is kept must not grow with the rows of a file.
const MOST: usize = 100_000;

/// What became of rows, by the bytes of their cells.
#[derive(Debug)]
pub struct Familiar {
    /// The cells on which it hangs, as runs of neighbours: the first and the last of each.
    cells: Vec<(usize, usize)>,
    /// The cell of each layout's amount.
    amounts: Vec<usize>,
    /// Cells of notes, which a row like others must not have.
    notes: Vec<usize>,
    width: usize,
    fates: ByBytes<Fate>,
    /// The slots of taken rows, one a layout.
    slots: Vec<usize>,
    /// The bytes of the row at hand, where they do not stand together in the file.
    bytes: Vec<u8>,
    /// The amounts of the row at hand, one a layout, each with its slot.
    read: Vec<(usize, Plain)>,
}

/// What becomes of rows alike.
#[derive(Debug, Clone, Copy)]
enum Fate {
    /// They are left out, and counted so.
    LeftOut(LeftOut),
    /// They are taken, to the slots from this one on.
    Taken(usize),
}

impl Familiar {
    /// For the rows of a table; `None` where its rows are not changed, or hang on more than their own cells.
    pub fn new(shape: &Shape, layouts: &[PartLayout]) -> Option<Self> {
        let steps = shape.steps.as_deref().filter(|steps| !steps.remember())?;
        let is_common = layouts.iter().all(|layout| layout.slots.is_common());
        // A blank note says something where `missing` does.
        let is_asked = |step: &Step| step.column == "note" && step.missing.is_some();
        // What stands for nothing known must be told from an amount.
        let may_be_amounts = steps.blank.iter().any(|word| word.bytes().any(|letter| letter.is_ascii_digit()));
        let amounts = amounts(steps)?;
        if !is_common || steps.cells.iter().any(is_asked) || may_be_amounts || amounts.len() != layouts.len() {
            return None;
        }
        let of = |is_meant: fn(&Step) -> bool| steps.cells.iter().filter(move |step| is_meant(step));
        let notes = of(|step| step.column == "note").flat_map(|step| step.from.cells());
        let decisive = of(|step| !["amount", "note"].contains(&step.column.as_str()));
        let tested = steps.keep.iter().chain(&steps.except).flat_map(|test| test.cells.iter().map(|(cell, ..)| *cell));
        let mut cells: Vec<usize> = decisive.flat_map(|step| step.from.cells()).copied().chain(tested).collect();
        cells.sort_unstable();
        cells.dedup();
        Some(Self {
            cells: runs(cells),
            amounts,
            notes: notes.copied().collect(),
            width: shape.names.len(),
            fates: ByBytes::default(),
            slots: Vec::new(),
            bytes: Vec::new(),
            read: Vec::new(),
        })
    }

    /// Adds a row without quotes that is like one before in all but plain amounts. Says whether it was one.
    pub fn add(
        &mut self,
        place: (usize, u64),
        cells: Cells<'_>,
        layouts: &mut [PartLayout],
        left_out: &mut LeftOut,
        marks: Marks,
    ) -> bool {
        let has_note = |note: &usize| cells.get(*note).is_some_and(|note| !note.is_empty());
        if cells.len() != self.width || self.notes.iter().any(has_note) {
            return false;
        }
        let first = match self.fates.get(bytes_of(&self.cells, &mut self.bytes, cells)) {
            None => return false,
            // A blank row is none that is left out.
            Some(Fate::LeftOut(_)) if cells.are_blank() => return false,
            Some(Fate::LeftOut(as_what)) => {
                left_out.add(as_what);
                return true;
            }
            Some(Fate::Taken(first)) => first,
        };
        // All of its amounts are added, or none. Here and where bytes are compared nothing is zipped: without optimisation
        // between the parts of a crate that is a call a row.
        self.read.clear();
        let slots = self.slots.get(first..).unwrap_or_default();
        for (number, amount) in self.amounts.iter().enumerate() {
            let (Some(layout), Some(slot)) = (layouts.get(number), slots.get(number)) else { return false };
            let read = cells.up_to_end(*amount).and_then(|amount| layout.slots.plain(*slot, amount, marks));
            let Some(read) = read else { return false };
            self.read.push((*slot, read));
        }
        for (number, (slot, read)) in self.read.iter().enumerate() {
            if let (Some(layout), Some(amount)) = (layouts.get_mut(number), self.amounts.get(number)) {
                let PartLayout { slots, column, .. } = layout;
                slots.add_plain(*slot, *read, cells.get(*amount).unwrap_or_default(), place, column);
            }
        }
        true
    }

    /// Remembers what became of a row: why it was left out, or the slots it was added to, one a layout. What is neither is
    /// nothing to go by.
    pub fn remember(&mut self, record: &RawRecord<'_>, left_out: LeftOut, slots: &[Option<usize>]) {
        let by_tests = left_out.kept + left_out.except > 0;
        let is_taken = slots.len() == self.amounts.len() && slots.iter().all(Option::is_some);
        let is_told = record.as_written && record.cells.len() == self.width;
        if self.fates.count() >= MOST || !is_told || !(by_tests || is_taken) {
            return;
        }
        let bytes = bytes_of(&self.cells, &mut self.bytes, record.cells);
        if self.fates.get(bytes).is_some() {
            return;
        }
        self.fates.insert(bytes, if by_tests { Fate::LeftOut(left_out) } else { Fate::Taken(self.slots.len()) });
        if is_taken {
            self.slots.extend(slots.iter().flatten());
        }
    }
}

/// The cell of each layout's amount, where it is taken as it stands.
fn amounts(steps: &Steps) -> Option<Vec<usize>> {
    if !steps.amounts.is_empty() {
        return Some(steps.amounts.clone());
    }
    let step = steps.cells.iter().find(|step| step.column == "amount")?;
    match step.from {
        From::Cell(cell) if step.words.is_none() => Some(vec![cell]),
        From::Cell(_) | From::Join(_) | From::Section(_) => None,
    }
}

/// The bytes of some cells of a record without quotes.
fn bytes_of<'b>(runs: &[(usize, usize)], buffer: &'b mut Vec<u8>, cells: Cells<'b>) -> &'b [u8] {
    if let [(first, last)] = runs {
        return cells.run(*first, *last);
    }
    gather(buffer, cells, true, runs);
    buffer
}
