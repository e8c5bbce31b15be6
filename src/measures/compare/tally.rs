//! Both sides of a group, added up line by line before they are compared.

use std::collections::BTreeMap;

use super::cause::Causes;
use super::items::{Group, Item};
use crate::domain::{Financing, Label, LineKey, State};
use crate::measures::{Side, Sums};

/// Both sides of a group.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// What the lines of each side add up to.
    pub sums: [Sums; 2],
    /// Why the cost changed.
    pub causes: Causes,
}

impl Tally {
    /// Adds what a line attributes, or that nobody knows it, to its groups.
    pub(super) fn count(side: usize, item: &Item<'_>, groups: &mut BTreeMap<Group, Self>) {
        let key = item.line.key();
        let mut sums = |group: &Group, add: &dyn Fn(&mut Sums)| {
            let sums = &mut groups.entry(group.clone()).or_default().sums[side];
            sums.shows_something = true;
            add(sums);
        };
        for (group, amounts) in &item.parts {
            sums(group, &|sums| {
                let lines = lines_of(sums, key);
                lines.amounts = lines.amounts.plus(amounts);
                lines.has_known = true;
            });
        }
        match (item.attributed.state, item.line.amount) {
            (State::NotEstimated, _) => sums(&item.own_group, &|sums| lines_of(sums, key).unknown += 1),
            (State::Unattributed, Some(amount)) => sums(&item.own_group, &|sums| sums.unattributed += amount),
            _ => {}
        }
    }

    /// Adds another group.
    pub(super) fn add(&mut self, other: &Self) {
        for (sums, more) in self.sums.iter_mut().zip(&other.sums) {
            add_lines(&mut sums.labelled_state, &more.labelled_state);
            add_lines(&mut sums.labelled_external, &more.labelled_external);
            add_lines(&mut sums.unlabelled, &more.unlabelled);
            sums.unattributed += more.unattributed;
            sums.shows_something |= more.shows_something;
        }
        self.causes.add_all(&other.causes);
    }
}

fn add_lines(sum: &mut Side, more: &Side) {
    sum.amounts = sum.amounts.plus(&more.amounts);
    sum.has_known |= more.has_known;
    sum.unknown += more.unknown;
}

/// The sum that a line is counted in.
fn lines_of<'s>(sums: &'s mut Sums, key: &LineKey) -> &'s mut Side {
    match (key.label, key.financing) {
        (Label::Labelled, Financing::State) => &mut sums.labelled_state,
        (Label::Labelled, Financing::External) => &mut sums.labelled_external,
        (Label::Unlabelled, _) => &mut sums.unlabelled,
    }
}
