//! Cost figures of a group in the basis asked for: exact until they are rounded, once.

use super::sums::Sums;
use crate::domain::{Fraction, Interval, Money};

/// The cost figures of one group, in minor units of the basis, exact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// What labelled lines of state financing attribute, central.
    pub labelled_state: Fraction,
    /// What labelled lines of external financing attribute, central.
    pub labelled_external: Fraction,
    /// What unlabelled lines attribute.
    pub attributed: Interval<Fraction>,
    /// All that is attributed, bounds of labelled lines included.
    pub total: Interval<Fraction>,
    /// Amounts of lines that no rule decides.
    pub unattributed: Fraction,
    /// Lines whose amount nobody published.
    pub not_estimated: u64,
    has_labelled: bool,
    has_unlabelled: bool,
}

impl Figures {
    /// Sums in whole minor units, each times the factor of the basis.
    #[must_use]
    pub fn new(sums: &Sums, factor: &Fraction) -> Self {
        let exact = |money: Money| &Fraction::from_money(money) * factor;
        let parts = [&sums.labelled_state, &sums.labelled_external, &sums.unlabelled];
        let total = |pick: fn(&Interval<Money>) -> Money| exact(parts.iter().map(|part| pick(part)).sum());
        Self {
            labelled_state: exact(sums.labelled_state.central),
            labelled_external: exact(sums.labelled_external.central),
            attributed: sums.unlabelled.map(|money| exact(*money)),
            total: Interval {
                low: total(|part| part.low),
                central: total(|part| part.central),
                high: total(|part| part.high),
            },
            unattributed: exact(sums.unattributed),
            not_estimated: sums.not_estimated,
            has_labelled: sums.has_labelled,
            has_unlabelled: sums.has_unlabelled,
        }
    }

    /// Whether what unlabelled lines attribute is a figure at all. Where no line of theirs is known and some are not
    /// estimated, its 0.00 only says that nothing is known.
    #[must_use]
    pub fn attributed_is_known(&self) -> bool {
        self.has_unlabelled || self.not_estimated == 0
    }

    /// Whether the total is a figure at all, likewise.
    #[must_use]
    pub fn total_is_known(&self) -> bool {
        self.has_labelled || self.has_unlabelled || self.not_estimated == 0
    }

    /// Nothing at all.
    #[must_use]
    pub fn zero() -> Self {
        Self::new(&Sums::default(), &Fraction::one())
    }

    /// What labelled lines attribute, central.
    #[must_use]
    pub fn labelled_total(&self) -> Fraction {
        &self.labelled_state + &self.labelled_external
    }

    /// Both together, still exact.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let add = |a: &Interval<Fraction>, b: &Interval<Fraction>| Interval {
            low: &a.low + &b.low,
            central: &a.central + &b.central,
            high: &a.high + &b.high,
        };
        Self {
            labelled_state: &self.labelled_state + &other.labelled_state,
            labelled_external: &self.labelled_external + &other.labelled_external,
            attributed: add(&self.attributed, &other.attributed),
            total: add(&self.total, &other.total),
            unattributed: &self.unattributed + &other.unattributed,
            not_estimated: self.not_estimated + other.not_estimated,
            has_labelled: self.has_labelled || other.has_labelled,
            has_unlabelled: self.has_unlabelled || other.has_unlabelled,
        }
    }
}
