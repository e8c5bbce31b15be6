//! The largest groups of a query, and the others as one.

use std::collections::BTreeMap;

use super::basis::Factors;
use super::cost::CostError;
use super::figures::Figures;
use super::query::Query;
use super::sums::sums;
use crate::attribution::Ledger;
use crate::project::Project;

/// The groups that have rows of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Top {
    /// How many of the query's groupings, from the first, make a group.
    pub groupings: usize,
    /// The largest groups by the central total of all years shown, the largest first; those alike by code point.
    pub kept: Vec<Vec<String>>,
    /// The others, in the same order.
    pub others: Vec<Vec<String>>,
}

/// What a row stands for, beside its year: a group, or all those beyond the largest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowKey {
    /// Whether it adds up the groups beyond the largest.
    pub is_other: bool,
    /// The values of the query's groupings, in their order; blank where groups are added up.
    pub by: Vec<String>,
}

impl Top {
    /// The largest groups of a query; `None` where all have rows of their own.
    ///
    /// # Errors
    ///
    /// As [`super::cost`].
    pub(super) fn of(project: &Project, ledger: &Ledger, query: &Query) -> Result<Option<Self>, CostError> {
        let Some(most) = query.layout.top else { return Ok(None) };
        let groupings = query.ranked();
        let mut factors = Factors::new(project, query.basis);
        let mut groups: BTreeMap<Vec<String>, Figures> = BTreeMap::new();
        for ((year, mut by), sums) in sums(ledger, &query.by, query.exploitation.as_deref())? {
            if query.years.contains(year) && sums.shows_something {
                by.truncate(groupings);
                let group = groups.entry(by).or_insert_with(Figures::zero);
                *group = group.plus(&Figures::new(&sums, year, &mut factors)?);
            }
        }
        let mut groups: Vec<_> =
            groups.into_iter().map(|(by, figures)| (by, figures.total().map(|total| total.central))).collect();
        // What nobody knows is the smallest; those alike stay in the order of their values.
        groups.sort_by(|(_, one), (_, other)| other.cmp(one));
        let mut kept: Vec<Vec<String>> = groups.into_iter().map(|(by, _)| by).collect();
        if kept.len() <= most.get() {
            return Ok(None);
        }
        let others = kept.split_off(most.get());
        Ok(Some(Self { groupings, kept, others }))
    }

    /// The place of a group among the largest; the others come after all of them.
    #[must_use]
    pub fn rank(&self, key: &RowKey) -> usize {
        let is_it = |kept: &Vec<String>| !key.is_other && key.by.starts_with(kept);
        self.kept.iter().position(is_it).unwrap_or(self.kept.len())
    }
}

impl RowKey {
    /// The row that values of the query's groupings fall into.
    pub(super) fn of(mut by: Vec<String>, top: Option<&Top>) -> Self {
        let is_other = top.is_some_and(|top| !top.kept.iter().any(|kept| by.starts_with(kept)));
        if let Some(top) = top.filter(|_| is_other) {
            by.iter_mut().take(top.groupings).for_each(String::clear);
        }
        Self { is_other, by }
    }
}
