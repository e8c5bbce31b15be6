//! Cost figures of a group in the basis asked for: exact until they are rounded, once.

use super::sums::{Side, Sums};
use crate::domain::{Fraction, Interval, Money};

/// What lines of one kind attribute, in minor units of the basis, exact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideFigures {
    /// The sum of what is known.
    pub amounts: Interval<Fraction>,
    has_known: bool,
    unknown: u64,
}

impl SideFigures {
    fn new(side: &Side, factor: &Fraction) -> Self {
        let exact = |money: &Money| &Fraction::from_money(*money) * factor;
        Self { amounts: side.amounts.map(exact), has_known: side.has_known, unknown: side.unknown }
    }

    /// Whether the sum is a figure at all. Where nothing is known and some lines are not estimated, its 0.00 only says
    /// that nothing is known.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.has_known || self.unknown == 0
    }

    /// Both together, still exact.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        Self {
            amounts: self.amounts.plus(&other.amounts),
            has_known: self.has_known || other.has_known,
            unknown: self.unknown + other.unknown,
        }
    }
}

/// The cost figures of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// What labelled lines of state financing attribute.
    pub labelled_state: SideFigures,
    /// What labelled lines of external financing attribute.
    pub labelled_external: SideFigures,
    /// What unlabelled lines attribute.
    pub attributed: SideFigures,
    /// Amounts of lines that no rule decides.
    pub unattributed: Fraction,
}

impl Figures {
    /// Sums in whole minor units, each times the factor of the basis.
    #[must_use]
    pub fn new(sums: &Sums, factor: &Fraction) -> Self {
        Self {
            labelled_state: SideFigures::new(&sums.labelled_state, factor),
            labelled_external: SideFigures::new(&sums.labelled_external, factor),
            attributed: SideFigures::new(&sums.unlabelled, factor),
            unattributed: &Fraction::from_money(sums.unattributed) * factor,
        }
    }

    /// Nothing at all.
    #[must_use]
    pub fn zero() -> Self {
        Self::new(&Sums::default(), &Fraction::one())
    }

    /// What labelled lines attribute.
    #[must_use]
    pub fn labelled(&self) -> SideFigures {
        self.labelled_state.plus(&self.labelled_external)
    }

    /// All that is attributed, bounds of labelled lines included.
    #[must_use]
    pub fn total(&self) -> SideFigures {
        self.labelled().plus(&self.attributed)
    }

    /// Lines whose amount nobody published.
    #[must_use]
    pub fn not_estimated(&self) -> u64 {
        self.total().unknown
    }

    /// Both together, still exact.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        Self {
            labelled_state: self.labelled_state.plus(&other.labelled_state),
            labelled_external: self.labelled_external.plus(&other.labelled_external),
            attributed: self.attributed.plus(&other.attributed),
            unattributed: &self.unattributed + &other.unattributed,
        }
    }
}
