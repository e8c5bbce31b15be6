//! The lines of one side, each with what it attributes to every group.

use std::collections::BTreeMap;

use super::side::Side;
use crate::attribution::AttributedLine;
use crate::domain::{Fraction, Interval, Label, Money, State};
use crate::measures::group::value;
use crate::measures::query::Dimension;
use crate::project::Line;
use crate::rules::Rule;

/// Values of the dimensions, in their order.
pub(super) type Group = Vec<String>;

/// A line of one side.
#[derive(Debug, Clone)]
pub(super) struct Item<'p> {
    /// The line.
    pub line: &'p Line,
    /// What the engine made of it.
    pub attributed: &'p AttributedLine,
    /// The rule that decided it.
    pub rule: Option<&'p Rule>,
    /// What falls into each group, in minor units of the project's currency; empty where nothing is attributed.
    pub parts: BTreeMap<Group, Interval<Money>>,
    /// All that it attributes, whatever is shown of it.
    pub whole: Money,
    /// Its own group, where nothing of it is attributed.
    pub own_group: Group,
}

/// How the attributed amount of a line is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// An amount times a share.
    Shared,
    /// Units times unit cost in place of an amount.
    Imputed,
    /// Nobody published the amount.
    No,
}

/// The lines of a side, in the order of the ledger.
pub(super) fn items<'p>(side: Side<'p>, by: &[Dimension], form: Option<&str>) -> Vec<Item<'p>> {
    let lines = side.attribution.lines.iter().filter_map(|attributed| {
        let line = side.project.lines.get(attributed.line)?;
        (line.key().year == side.year).then_some((attributed, line))
    });
    lines
        .map(|(attributed, line)| {
            let rule = attributed.decided_by(side.project);
            let mut parts: BTreeMap<Group, Interval<Money>> = BTreeMap::new();
            for part in attributed.parts.iter().filter(|part| form.is_none_or(|form| &*part.exploitation == form)) {
                let group = by.iter().map(|dimension| value(*dimension, line.key(), attributed, rule, Some(part)));
                let sum = parts.entry(group.collect()).or_default();
                *sum = sum.plus(&part.amounts);
            }
            let own_group = by.iter().map(|dimension| value(*dimension, line.key(), attributed, rule, None)).collect();
            Item { line, attributed, rule, parts, whole: attributed.attributed(None).central, own_group }
        })
        .collect()
}

impl Item<'_> {
    /// How what it attributes is known.
    pub(super) fn known(&self) -> Known {
        match (self.line.amount, self.attributed.state) {
            (_, State::Imputed) => Known::Imputed,
            (Some(_), _) => Known::Shared,
            (None, _) => Known::No,
        }
    }

    /// The share that is attributed in effect, after rounding; that of its rule where the amount is 0.
    pub(super) fn share(&self) -> Option<Fraction> {
        let amount = self.line.amount?;
        let in_effect = Fraction::from_money(self.whole).checked_div(&Fraction::from_money(amount));
        in_effect.or_else(|| match &self.attributed.share {
            Some(share) => Some(share.central.clone()),
            None if self.line.key().label == Label::Labelled => Some(Fraction::one()),
            None => None,
        })
    }

    /// The part of what it attributes that falls into a group; `None` where nothing is attributed.
    pub(super) fn part(&self, group: &Group) -> Option<Fraction> {
        let of_group = self.parts.get(group).map_or(Money::ZERO, |amounts| amounts.central);
        Fraction::from_money(of_group).checked_div(&Fraction::from_money(self.whole))
    }
}
