//! The mark of an amount column, decided once from all its cells and never by one of them alone.

use std::collections::BTreeSet;

use super::amount::{AmountFault, Readings};
use super::marks::Mark;

/// A cell that says something about the mark, and where it stands: block and row in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// Block and row.
    pub place: (usize, u64),
    /// The cell's text.
    pub text: String,
}

/// What the cells of a column said so far.
#[derive(Debug, Clone, Default)]
pub struct Column {
    point: Option<Evidence>,
    comma: Option<Evidence>,
    either: Option<Evidence>,
    /// Marks seen between groups.
    pub groups: BTreeSet<char>,
}

/// What all cells of a column say together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// The mark is certain, or (`None`) no cell has one.
    Decided(Option<Mark>),
    /// Every cell with a mark can be read two ways; this is the first.
    Ambiguous(Evidence),
    /// One cell has a decimal point and another a decimal comma.
    Mixed {
        /// The first with a point.
        point: Evidence,
        /// The first with a comma.
        comma: Evidence,
    },
}

impl Column {
    /// Notes a cell with a plain decimal point.
    #[inline]
    pub fn note_point(&mut self, place: (usize, u64), cell: &[u8]) {
        if self.point.is_none() {
            self.point = Some(Evidence { place, text: String::from_utf8_lossy(cell).into_owned() });
        }
    }

    /// Notes what a cell can mean.
    pub fn note(&mut self, readings: &Readings, place: (usize, u64), text: &str) {
        let readable = |mark| {
            !matches!(
                readings.with(mark),
                Err(AmountFault::NotANumber | AmountFault::OtherCurrency(_) | AmountFault::Percent)
            )
        };
        let slot = match (readable(Mark::Point), readable(Mark::Comma)) {
            (true, false) => &mut self.point,
            (false, true) => &mut self.comma,
            (true, true) if readings.point != readings.comma => &mut self.either,
            _ => return,
        };
        self.groups.extend(readings.group);
        if slot.is_none() {
            *slot = Some(Evidence { place, text: text.to_owned() });
        }
    }

    /// Takes in what other rows of the same column said.
    pub fn merge(&mut self, other: Self) {
        for (mine, theirs) in
            [(&mut self.point, other.point), (&mut self.comma, other.comma), (&mut self.either, other.either)]
        {
            *mine = [mine.take(), theirs].into_iter().flatten().min();
        }
        self.groups.extend(other.groups);
    }

    /// The decision; a pinned mark needs none.
    #[must_use]
    pub fn decide(&self, pinned: Option<Mark>) -> Decision {
        if pinned.is_some() {
            return Decision::Decided(pinned);
        }
        match (&self.point, &self.comma, &self.either) {
            (Some(point), Some(comma), _) => Decision::Mixed { point: point.clone(), comma: comma.clone() },
            (Some(_), None, _) => Decision::Decided(Some(Mark::Point)),
            (None, Some(_), _) => Decision::Decided(Some(Mark::Comma)),
            (None, None, Some(either)) => Decision::Ambiguous(either.clone()),
            (None, None, None) => Decision::Decided(None),
        }
    }
}
