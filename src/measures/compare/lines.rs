//! What changed about one line, and what it is that changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cause::{Cause, Causes};
use super::effects::shapley;
use super::items::{Group, Item, Known};
use super::pairs::Pair;
use crate::domain::{Fraction, LineKey, Money, State};
use crate::project::Project;
use crate::rules::{Rule, Share};

/// A line as it stands on one side.
#[derive(Debug, Clone)]
pub struct LineSide {
    /// What makes it one line.
    pub key: LineKey,
    /// Its amount in the project's currency; `None` where it is not published.
    pub amount: Option<Money>,
    /// The central share of its rule, where one is known.
    pub share: Option<Fraction>,
    /// How its figure is known.
    pub state: State,
    /// The rule that decided it.
    pub rule: Option<Arc<str>>,
    /// The drivers that its share used: name, year, value as written.
    pub drivers: Vec<(Arc<str>, String, String)>,
    /// What it attributes, of what is shown, in minor units of the basis; `None` where nobody knows.
    pub attributed: Option<Fraction>,
}

/// A line that costs something else on the two sides.
#[derive(Debug, Clone)]
pub struct LineChange {
    /// As it was; `None` where it stands on the later side only.
    pub before: Option<LineSide>,
    /// As it is; `None` where it stands on the earlier side only.
    pub after: Option<LineSide>,
    /// Why its cost changed, exact, in minor units of the basis.
    pub causes: Causes,
}

/// What the two sides are shown in.
#[derive(Debug, Clone)]
pub(super) struct Frame<'p> {
    pub projects: [&'p Project; 2],
    /// Rate of exchange and deflator of each side.
    pub factors: [(Fraction, Fraction); 2],
}

impl Frame<'_> {
    /// An amount of the project's currency of a side, in the basis.
    fn shown(&self, side: usize, amount: Money) -> Fraction {
        let (rate, deflator) = &self.factors[side];
        &(&Fraction::from_money(amount) * rate) * deflator
    }

    /// The line, for whoever wants to know.
    pub(super) fn side(&self, side: usize, item: &Item<'_>) -> LineSide {
        let drivers = item.attributed.worked.iter().flat_map(|worked| &worked.drivers).filter_map(|used| {
            let value = used.row.value?.central.normalize().to_string();
            Some((Arc::clone(&used.row.driver), used.row.year.to_string(), value))
        });
        let shown: Money = item.parts.values().map(|amounts| amounts.central).sum();
        LineSide {
            key: item.line.key().clone(),
            amount: item.line.amount,
            share: item.attributed.share.as_ref().map(|share| share.central.clone()),
            state: item.attributed.state,
            rule: item.rule.map(|rule| Arc::clone(&rule.id)),
            drivers: drivers.collect(),
            attributed: (item.attributed.state != State::NotEstimated).then(|| self.shown(side, shown)),
        }
    }

    /// Why what a line costs each group changed.
    pub(super) fn causes(&self, pair: &Pair<'_>) -> BTreeMap<Group, Causes> {
        let mut found: BTreeMap<Group, Causes> = BTreeMap::new();
        let one_sided = |side: usize, item: &Item<'_>, cause: Cause, found: &mut BTreeMap<Group, Causes>| {
            for (group, amounts) in &item.parts {
                let cost = self.shown(side, amounts.central);
                let signed = if side == 0 { &Fraction::zero() - &cost } else { cost };
                found.entry(group.clone()).or_default().add(cause, &signed);
            }
        };
        match pair {
            Pair::Gone(item) => one_sided(0, item, Cause::Gone, &mut found),
            Pair::New(item) => one_sided(1, item, Cause::New, &mut found),
            Pair::Both(before, after) => match (before.known(), after.known()) {
                (Known::No, _) | (_, Known::No) => {
                    one_sided(0, before, Cause::Published, &mut found);
                    one_sided(1, after, Cause::Published, &mut found);
                }
                _ => {
                    for group in before.parts.keys().chain(after.parts.keys()) {
                        if !found.contains_key(group) {
                            found.insert(group.clone(), self.both(before, after, group));
                        }
                    }
                }
            },
        }
        found
    }

    /// A line that both sides know, in one group.
    fn both(&self, before: &Item<'_>, after: &Item<'_>, group: &Group) -> Causes {
        let items = [before, after];
        let mut causes = Causes::default();
        let parts = [before.part(group), after.part(group)];
        let of_other = |side: usize| parts[side].clone().or_else(|| parts[1 - side].clone());
        let (Some(part_before), Some(part_after)) = (of_other(0), of_other(1)) else { return causes };
        let shares = self.shares(items);
        let of_share = share_cause(before, after);
        let of_amount = match (before.known(), after.known()) {
            (Known::Shared, Known::Shared) => Cause::Amounts,
            (Known::Imputed, Known::Imputed) => of_share,
            _ => Cause::Published,
        };
        let rates = self.own_rates(items);
        let factors = |side: usize, part: Fraction| {
            let (rate, deflator) = &self.factors[side];
            let whole = Fraction::from_money(items[side].whole);
            let (mut amount, share) = match &shares {
                None => (whole, Fraction::one()),
                Some(shares) => {
                    (Fraction::from_money(items[side].line.amount.unwrap_or_default()), shares[side].clone())
                }
            };
            let mut rate = rate.clone();
            if let Some(own) = &rates {
                amount = amount.checked_div(&own[side]).unwrap_or(amount);
                rate = &rate * &own[side];
            }
            if self.projects[0].currency != self.projects[1].currency {
                amount = &amount * &rate;
                rate = Fraction::one();
            }
            [amount, share, part, rate, deflator.clone()]
        };
        let effects = shapley(&factors(0, part_before), &factors(1, part_after));
        let names = [of_amount, of_share, Cause::Splits, Cause::Currency, Cause::Prices];
        names.iter().zip(&effects).for_each(|(cause, effect)| causes.add(*cause, effect));
        causes
    }

    /// The shares in effect of both sides, where the rules give two; `None` where they give the same, so that what
    /// rounding to the minor unit does to it is of the amounts, and where an amount stands in for a share.
    fn shares(&self, items: [&Item<'_>; 2]) -> Option<[Fraction; 2]> {
        let central =
            |item: &Item<'_>| item.attributed.share.as_ref().map_or_else(Fraction::zero, |share| share.central.clone());
        let shared = items.iter().all(|item| item.known() == Known::Shared);
        if !shared || central(items[0]) == central(items[1]) {
            return None;
        }
        Some([
            items[0].share().unwrap_or_else(|| central(items[0])),
            items[1].share().unwrap_or_else(|| central(items[1])),
        ])
    }

    /// The rates in effect from the currency of the lines to those of the projects, where they are two; `None` where the
    /// lines are in two currencies, or at the same rate.
    fn own_rates(&self, items: [&Item<'_>; 2]) -> Option<[Fraction; 2]> {
        let keys = items.map(|item| item.line.key());
        let (before, after) = (self.projects[0].currency, self.projects[1].currency);
        if keys[0].currency != keys[1].currency || before != after {
            return None;
        }
        let exact = |side: usize| {
            self.projects[side].exchange.minor_rate(keys[side].currency, self.projects[side].currency, keys[side].year)
        };
        if exact(0)? == exact(1)? {
            return None;
        }
        let in_effect = |side: usize| {
            let (own, converted) = (items[side].line.published.amount?, items[side].line.amount?);
            let rate = Fraction::from_money(converted).checked_div(&Fraction::from_money(own));
            rate.filter(|rate| !rate.is_zero()).or_else(|| exact(side))
        };
        Some([in_effect(0)?, in_effect(1)?])
    }
}

/// Why two shares of one line differ.
fn share_cause(before: &Item<'_>, after: &Item<'_>) -> Cause {
    match (before.rule, after.rule) {
        (Some(before), Some(after)) if same(before, after) => match after.share {
            Share::Overhead(_) => Cause::Overheads,
            _ => Cause::Drivers,
        },
        _ => Cause::Rules,
    }
}

/// Whether two rules say the same of how much of a line is trafficking.
fn same(before: &Rule, after: &Rule) -> bool {
    let says_the_same = match (&before.share, &after.share) {
        (Share::All, Share::All) | (Share::None, Share::None) => true,
        (Share::Fixed(a), Share::Fixed(b)) => a.share == b.share,
        (Share::Judgement(a), Share::Judgement(b)) => a.bounds == b.bounds,
        (Share::Ratio(a), Share::Ratio(b)) => a.numerator == b.numerator && a.denominator == b.denominator,
        (Share::Amount(a), Share::Amount(b)) => a.driver == b.driver,
        (Share::Units(a), Share::Units(b)) => a.units == b.units && a.unit_cost == b.unit_cost,
        (Share::Overhead(a), Share::Overhead(b)) => a.serves == b.serves,
        _ => false,
    };
    before.id == after.id && says_the_same
}
