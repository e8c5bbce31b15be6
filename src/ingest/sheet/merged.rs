//! Merged ranges, as the rows go by. They cannot lie over each other, so that a row never meets more of them than it has
//! columns.

use std::collections::BTreeMap;

use super::SheetFault;
use super::cells::{Cell, RowBuffer};
use crate::diagnostics::Limit;
use crate::ingest::record::CellKind;
use crate::message;

/// Most columns over which a name of a header is repeated, and most bytes of such a name.
const WIDEST_HEAD: usize = 1_000;

/// A range of cells, both ends included, the first row and column being 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Range {
    pub(super) first_row: u32,
    pub(super) first_column: u32,
    pub(super) last_row: u32,
    pub(super) last_column: u32,
}

/// The merged ranges of a sheet, in order.
#[derive(Debug, Clone, Default)]
pub(super) struct Merges(Vec<Range>);

impl Merges {
    /// Of ranges in any order. One that stands twice counts once.
    pub(super) fn new(mut ranges: Vec<Range>) -> Result<Self, SheetFault> {
        ranges.sort_unstable();
        ranges.dedup();
        Limit::Merged.check(ranges.len() as u64)?;
        let mut open: BTreeMap<u32, Range> = BTreeMap::new();
        for range in &ranges {
            loop {
                // The nearest that begins at or before its end.
                let near = open.range(..=range.last_column).next_back().map(|(column, near)| (*column, *near));
                match near {
                    Some((column, near)) if near.last_column >= range.first_column => {
                        if near.last_row >= range.first_row {
                            let row = (u64::from(range.first_row) + 1).to_string();
                            return Err(SheetFault::Broken(message!("sheet-merges-overlap", row = row)));
                        }
                        open.remove(&column);
                    }
                    _ => break,
                }
            }
            open.insert(range.first_column, *range);
        }
        Ok(Self(ranges))
    }

    pub(super) fn walk(&self) -> Walk<'_> {
        Walk { coming: self.0.iter().peekable(), open: Vec::new() }
    }
}

/// A walk along the rows of a sheet.
pub(super) struct Walk<'m> {
    coming: std::iter::Peekable<std::slice::Iter<'m, Range>>,
    open: Vec<(Range, Cell)>,
}

impl Walk<'_> {
    /// Repeats the text of each range over its cells, as it looks: those beside the first are text, those below marked.
    pub(super) fn repeat(&mut self, row: u32, cells: &mut RowBuffer) {
        self.cover(
            row,
            WIDEST_HEAD,
            cells,
            |range| {
                if range.first_row == row { CellKind::Text } else { CellKind::Merged }
            },
        );
    }

    /// Marks the cells among the first `width` that a range covers.
    pub(super) fn mark(&mut self, row: u32, width: usize, cells: &mut RowBuffer) {
        self.cover(row, width, cells, |_| CellKind::Merged);
    }

    fn cover(&mut self, row: u32, width: usize, cells: &mut RowBuffer, kind: impl Fn(&Range) -> CellKind) {
        self.open.retain(|(range, _)| range.last_row >= row);
        while let Some(range) = self.coming.next_if(|range| range.first_row <= row) {
            if range.last_row < row {
                continue;
            }
            // A range whose first row holds nothing has nothing to repeat.
            let first = cells.get(range.first_column as usize).filter(|_| range.first_row == row);
            if let Some(first) = first.filter(|first| !first.text.is_empty()) {
                let text = first.text.chars().take(WIDEST_HEAD / 4).collect();
                self.open.push((*range, Cell { text, ..first.clone() }));
            }
        }
        for (range, first) in &self.open {
            let end = u32::try_from(width).unwrap_or(u32::MAX).min(range.last_column.saturating_add(1));
            for column in range.first_column..end {
                if (row, column) != (range.first_row, range.first_column) {
                    cells.set(column, Cell { kind: kind(range), ..first.clone() });
                }
            }
        }
    }
}
