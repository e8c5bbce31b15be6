//! Both sides of a group, added up line by line before they are compared.

use std::collections::BTreeMap;

use super::cause::Causes;
use super::items::{Group, Item};
use crate::measures::Sums;

/// Both sides of a group.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// What the lines of each side add up to.
    pub sums: [Sums; 2],
    /// Why the cost changed.
    pub causes: Causes,
}

impl Tally {
    /// Adds what the entries of a line count to their groups.
    pub(super) fn count(side: usize, item: &Item<'_>, groups: &mut BTreeMap<Group, Self>) {
        let currency = item.line.key().currency;
        for (position, (group, bucket, amounts)) in item.counted.iter().enumerate() {
            let sums = &mut groups.entry(group.clone()).or_default().sums[side];
            sums.count(*bucket, currency, amounts, 1);
            let earlier = item.counted.iter().take(position);
            sums.lines += u64::from(earlier.into_iter().all(|(other, ..)| other != group));
        }
    }

    /// Adds another group.
    pub(super) fn add(&mut self, other: &Self) {
        for (sums, more) in self.sums.iter_mut().zip(&other.sums) {
            sums.add_all(more);
        }
        self.causes.add_all(&other.causes);
    }
}
