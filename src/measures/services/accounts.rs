//! What the accounts of a year attribute, by step and area.

use std::collections::BTreeMap;

use super::{Beside, GroupKey, STEP};
use crate::attribution::{Attribution, Dimension};
use crate::domain::Year;
use crate::measures::basis::{BasisFault, Factors};
use crate::measures::figures::{Figures, Known};
use crate::measures::sums::Sums;
use crate::project::Project;
use crate::rules::Share;

/// What accounts attribute.
#[derive(Debug)]
pub struct Accounted {
    /// Their figures, in the basis.
    pub figures: Figures,
    /// What of them rules took from services: it stands on both sides.
    pub by_norm: Known,
}

/// The sums of a year.
#[derive(Debug, Default)]
pub(super) struct Accounts {
    by_group: BTreeMap<GroupKey, Group>,
}

#[derive(Debug, Default)]
struct Group {
    sums: Sums,
    by_norm: Sums,
}

impl Accounts {
    pub(super) fn of_year(attribution: &Attribution, project: &Project, beside: Beside, year: Year) -> Self {
        let step = project.dimensions.iter().position(|dimension| &**dimension == STEP).map(Dimension::Own);
        let mut accounts = Self::default();
        for entry in attribution.entries().filter(|entry| entry.key().year == year) {
            let step = step.map(|step| step.value(&entry)).unwrap_or_default();
            let group = accounts.by_group.entry(beside.key(step, entry.area)).or_default();
            // An entry of no amount counts its line, or a known nothing.
            let amounts = entry.amounts.unwrap_or_default();
            group.sums.count(entry.bucket(), entry.currency(), &amounts, 1);
            if entry.rule.is_some_and(|rule| matches!(rule.share, Share::Services(_))) {
                group.by_norm.count(entry.bucket(), entry.currency(), &amounts, 1);
            }
        }
        accounts
    }

    /// The groups of some keys together.
    pub(super) fn together(
        &self,
        takes: impl Fn(&GroupKey) -> bool,
        year: Year,
        factors: &mut Factors<'_>,
    ) -> Result<Accounted, BasisFault> {
        let mut all = Group::default();
        for (_, group) in self.by_group.iter().filter(|(key, _)| takes(key)) {
            all.sums.add_all(&group.sums);
            all.by_norm.add_all(&group.by_norm);
        }
        let figures = Figures::new(&all.sums, year, factors)?;
        Ok(Accounted { figures, by_norm: Figures::new(&all.by_norm, year, factors)?.total() })
    }
}
