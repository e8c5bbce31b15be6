//! Faults of a part, each in a block, until the rows of all blocks are known.

use super::Bases;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use std::collections::BTreeMap;

/// Faults with the blocks in which they were found.
#[derive(Debug, Default)]
pub struct Faults {
    /// As they are found, rows within their block.
    pub found: Diagnostics,
    /// How many were kept when each block ended.
    ends: Vec<(usize, usize)>,
    placed: Vec<(usize, Diagnostic)>,
    uncounted: BTreeMap<Code, u64>,
}

impl Faults {
    /// Ends a block.
    pub fn end_block(&mut self, block: usize) {
        let kept = self.found.iter().count();
        if self.ends.last().map_or(0, |(kept, _)| *kept) < kept {
            self.ends.push((kept, block));
        }
    }

    /// Takes in those of another part.
    pub fn merge(&mut self, other: Self) {
        let mut block = other.ends.iter();
        let mut current = block.next();
        for (index, diagnostic) in other.found.iter().enumerate() {
            while current.is_some_and(|(kept, _)| index >= *kept) {
                current = block.next();
            }
            self.placed.push((current.map_or(0, |(_, block)| *block), diagnostic.clone()));
        }
        for (code, more) in other.found.left_out() {
            *self.uncounted.entry(code).or_default() += more;
        }
        self.placed.extend(other.placed);
        for (code, more) in other.uncounted {
            *self.uncounted.entry(code).or_default() += more;
        }
    }

    /// Tells all of them, in the order of their rows.
    pub fn tell(self, bases: &Bases, diagnostics: &mut Diagnostics) {
        let place = |(block, mut diagnostic): (usize, Diagnostic)| {
            diagnostic.row = diagnostic.row.map(|row| bases.row((block, row)));
            diagnostic
        };
        let mut placed: Vec<Diagnostic> = self.placed.into_iter().map(place).collect();
        placed.sort_by_key(|diagnostic| diagnostic.row);
        placed.into_iter().for_each(|diagnostic| diagnostics.push(diagnostic));
        for (code, more) in self.uncounted {
            diagnostics.add_uncounted(code, more);
        }
    }
}
