//! Cost figures of a group in the basis asked for: exact until they are rounded, once. A sum over nothing known is no
//! figure.

use super::basis::{BasisFault, Factors};
use super::sums::{Purse, Sums};
use crate::attribution::LineKind;
use crate::domain::{Fraction, Interval, Year};

/// An exact amount in minor units of the basis; `None` where no line with a known amount contributes.
pub type Known = Option<Interval<Fraction>>;

/// The cost figures of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// What labelled lines of state financing attribute.
    pub labelled_state: Known,
    /// What labelled lines of external financing attribute.
    pub labelled_external: Known,
    /// What unlabelled lines attribute.
    pub attributed: Known,
    /// Amounts of lines that no rule decides.
    pub unattributed: Fraction,
    /// Lines of which anything stands here.
    pub lines: u64,
    /// Those of them whose amount nobody published.
    pub not_estimated: u64,
    /// Those that were expected and have no row.
    pub not_reported: u64,
}

impl Figures {
    /// Sums of a year in whole minor units of each currency, brought to the basis.
    ///
    /// # Errors
    ///
    /// A rate or a link of the chain of prices that nobody gives.
    pub fn new(sums: &Sums, year: Year, factors: &mut Factors<'_>) -> Result<Self, BasisFault> {
        let mut of = |kind: LineKind| sums.known.get(&kind).map(|purse| brought(purse, year, factors)).transpose();
        Ok(Self {
            labelled_state: of(LineKind::LabelledState)?,
            labelled_external: of(LineKind::LabelledExternal)?,
            attributed: of(LineKind::Unlabelled)?,
            unattributed: brought(&sums.unattributed, year, factors)?.central,
            lines: sums.lines,
            not_estimated: sums.not_estimated,
            not_reported: sums.not_reported,
        })
    }

    /// Nothing at all.
    #[must_use]
    pub fn zero() -> Self {
        Self {
            labelled_state: None,
            labelled_external: None,
            attributed: None,
            unattributed: Fraction::zero(),
            lines: 0,
            not_estimated: 0,
            not_reported: 0,
        }
    }

    /// Both together, still exact.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        Self {
            labelled_state: together(&self.labelled_state, &other.labelled_state),
            labelled_external: together(&self.labelled_external, &other.labelled_external),
            attributed: together(&self.attributed, &other.attributed),
            unattributed: &self.unattributed + &other.unattributed,
            lines: self.lines + other.lines,
            not_estimated: self.not_estimated + other.not_estimated,
            not_reported: self.not_reported + other.not_reported,
        }
    }
}

/// What is known of both; where only one is known, that.
pub(super) fn together(one: &Known, other: &Known) -> Known {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.plus(other)),
        (known, None) | (None, known) => known.clone(),
    }
}

/// The sum of each currency times its factor, added up.
fn brought(purse: &Purse, year: Year, factors: &mut Factors<'_>) -> Result<Interval<Fraction>, BasisFault> {
    let mut sum = Interval::point(Fraction::zero());
    for (currency, amounts) in purse.iter() {
        let factor = factors.of(currency, year)?;
        sum = sum.plus(&amounts.map(|money| &Fraction::from_money(*money) * factor));
    }
    Ok(sum)
}
