//! One side of a comparison: a project, attributed, in a year.

use crate::attribution::{Attribution, Grouping};
use crate::domain::{Currency, Fraction, Phase, Year, YearRange};
use crate::measures::basis::{Basis, BasisFault};
use crate::project::Project;

/// One side of a comparison.
#[derive(Debug, Clone, Copy)]
pub struct Side<'p> {
    /// The project.
    pub project: &'p Project,
    /// Its lines, attributed.
    pub attribution: &'p Attribution,
    /// The year.
    pub year: Year,
    /// What its changes are grouped by, in order; the own dimensions are those of its project.
    pub by: &'p [Grouping],
}

impl Side<'_> {
    /// Whether any amount shown is an allocation and not spending.
    #[must_use]
    pub fn has(&self, phase: Phase) -> bool {
        let lines = self.attribution.taken_in(YearRange::of(self.year)).map(|attributed| &attributed.line);
        lines.filter(|line| line.amount().is_some()).any(|line| line.key().phase == phase)
    }

    /// How many lines it has.
    pub(super) fn lines(&self) -> u64 {
        self.attribution.taken_in(YearRange::of(self.year)).map(|_| 1).sum()
    }

    /// The rate of exchange from a currency, minor units for minor units, and the deflator.
    pub(super) fn factors(&self, from: Currency, basis: Basis) -> Result<(Fraction, Fraction), BasisFault> {
        Ok((basis.rate(self.project, from, self.year)?, basis.deflator(self.project, self.year)?))
    }
}
