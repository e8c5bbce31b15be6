//! What changed about one line, and what it is that changed.

use std::collections::BTreeMap;

use arcstr::ArcStr;

use super::cause::{Cause, Causes};
use super::effects::shapley;
use super::items::{Group, Item, Known};
use super::pairs::Pair;
use crate::domain::{Currency, Fraction, LineKey, Money, State, plain_decimal};
use crate::rules::share::UsedService;
use crate::rules::{Rule, Share};

/// A line as it stands on one side.
#[derive(Debug, Clone)]
pub struct LineSide {
    /// What makes it one line.
    pub key: LineKey,
    /// Its amount in its own currency; `None` where it is not published.
    pub amount: Option<Money>,
    /// The central share of its rule, where one is known.
    pub share: Option<Fraction>,
    /// How its figure is known.
    pub state: State,
    /// The rule that decided it.
    pub rule: Option<ArcStr>,
    /// The drivers that its share used.
    pub drivers: Vec<SideDriver>,
    /// The services that its share used: name, cost by norm and its currency.
    pub services: Vec<(ArcStr, Fraction, Currency)>,
    /// What it attributes, of what is shown, in minor units of the basis; `None` where nobody knows.
    pub attributed: Option<Fraction>,
}

/// A driver that the share of a line used on one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideDriver {
    /// Its name.
    pub driver: ArcStr,
    /// The years of its rows, with a dash between them.
    pub years: String,
    /// Its value as published; between rows of two currencies both, with a stroke between them.
    pub value: String,
    /// The currency that its rows name.
    pub currency: Option<Currency>,
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

/// The line, for whoever wants to know.
pub(super) fn side(item: &Item<'_>) -> LineSide {
    let drivers = item.attributed.ruling.worked.iter().flat_map(|worked| &worked.drivers).map(|used| {
        let years: Vec<String> = used.rows().map(|row| row.year.to_string()).collect();
        let (value, currency) = match used.published() {
            Some((value, currency)) => (plain_decimal(&value), currency),
            None => {
                let values = used.rows().filter_map(|row| Some(plain_decimal(&row.fractions()?.central)));
                (values.collect::<Vec<_>>().join("/"), None)
            }
        };
        SideDriver { driver: used.driver.clone(), years: years.join("-"), value, currency }
    });
    let services = item.attributed.ruling.worked.iter().flat_map(|worked| &worked.services).map(|used| {
        let service = &used.service;
        (service.service.clone(), used.cost.cost.central.clone(), service.currency)
    });
    let shown: Money = item.parts.iter().map(|(_, amounts)| amounts.central).sum();
    LineSide {
        key: item.line.key().clone(),
        amount: item.line.amount(),
        share: item.attributed.ruling.share.as_ref().map(|share| share.central.clone()),
        state: item.attributed.state,
        rule: item.rule.map(|rule| rule.id.clone()),
        drivers: drivers.collect(),
        services: services.collect(),
        attributed: (!matches!(item.attributed.state, State::NotEstimated | State::NotReported))
            .then(|| item.shown(shown)),
    }
}

/// Why what a line costs each group changed.
pub(super) fn causes(pair: &Pair<'_>) -> BTreeMap<Group, Causes> {
    let mut found: BTreeMap<Group, Causes> = BTreeMap::new();
    let one_sided = |side: usize, item: &Item<'_>, cause: Cause, found: &mut BTreeMap<Group, Causes>| {
        for (group, amounts) in &item.parts {
            let cost = item.shown(amounts.central);
            let signed = if side == 0 { &Fraction::zero() - &cost } else { cost };
            found.entry(group.clone()).or_default().add(cause, &signed);
        }
    };
    match pair {
        Pair::Gone(item) => one_sided(0, item, Cause::Gone, &mut found),
        Pair::New(item) => one_sided(1, item, Cause::New, &mut found),
        Pair::Fewer(item) => one_sided(0, item, Cause::Amounts, &mut found),
        Pair::More(item) => one_sided(1, item, Cause::Amounts, &mut found),
        Pair::Both(before, after) => match (before.known(), after.known()) {
            (Known::No, _) | (_, Known::No) => {
                let neither = before.line.amount().is_none() && after.line.amount().is_none();
                let cause = if neither { estimate_cause(before, after) } else { Cause::Published };
                one_sided(0, before, cause, &mut found);
                one_sided(1, after, cause, &mut found);
            }
            _ => {
                for (group, _) in before.parts.iter().chain(&after.parts) {
                    if !found.contains_key(group) {
                        found.insert(group.clone(), both(before, after, group));
                    }
                }
            }
        },
    }
    found
}

/// A line that both sides know, in one group.
fn both(before: &Item<'_>, after: &Item<'_>, group: &Group) -> Causes {
    let items = [before, after];
    let mut causes = Causes::default();
    let parts = [before.part(group), after.part(group)];
    let of_other = |side: usize| parts[side].clone().or_else(|| parts[1 - side].clone());
    let (Some(part_before), Some(part_after)) = (of_other(0), of_other(1)) else { return causes };
    let shares = shares(items);
    let of_share = share_cause(before, after);
    let of_amount = match (before.known(), after.known()) {
        (Known::Shared, Known::Shared) | (Known::Filled, Known::Filled) => Cause::Amounts,
        (Known::Imputed, Known::Imputed) => of_share,
        (Known::Filled, Known::Imputed) | (Known::Imputed, Known::Filled) => estimate_cause(before, after),
        _ => Cause::Published,
    };
    let units = units(items);
    let factors = |side: usize, part: Fraction| {
        let whole = Fraction::from_money(items[side].whole);
        let (amount, share) = match (&shares, items[side].attributed.amount()) {
            (Some(shares), Some(amount)) => (Fraction::from_money(amount), shares[side].clone()),
            _ => (whole, Fraction::one()),
        };
        let (unit, rate) = &units[side];
        [&amount * unit, share, part, rate.clone(), items[side].deflator.clone()]
    };
    let effects = shapley(&factors(0, part_before), &factors(1, part_after));
    let names = [of_amount, of_share, Cause::Splits, Cause::Currency, Cause::Prices];
    names.iter().zip(&effects).for_each(|(cause, effect)| causes.add(*cause, effect));
    causes
}

/// What the amount of each side is multiplied by so that the two are in one unit, and what that unit is in the basis: the
/// rate of exchange. Leva and euro are one money at a rate that is law; other currencies are brought to that of the basis,
/// so that their change is one of amounts.
fn units(items: [&Item<'_>; 2]) -> [(Fraction, Fraction); 2] {
    let [before, after] = items.map(|item| item.line.key().currency);
    let [of_before, of_after] = items.map(|item| item.rate.clone());
    if before == after {
        return [(Fraction::one(), of_before), (Fraction::one(), of_after)];
    }
    let by_law = Currency::fixed_rate(before, after);
    let in_law = by_law.and_then(|law| Some((of_before.checked_div(&law)?, law)));
    match in_law {
        Some((rate, law)) => [(law, rate), (Fraction::one(), of_after)],
        None => [(of_before, Fraction::one()), (of_after, Fraction::one())],
    }
}

/// The shares in effect of both sides, where the rules give two; `None` where they give the same, so that what rounding
/// to the minor unit does to it is of the amounts, and where an amount stands in for a share.
fn shares(items: [&Item<'_>; 2]) -> Option<[Fraction; 2]> {
    let central = |item: &Item<'_>| {
        item.attributed.ruling.share.as_ref().map_or_else(Fraction::zero, |share| share.central.clone())
    };
    let shared = items.iter().all(|item| matches!(item.known(), Known::Shared | Known::Filled));
    if !shared || central(items[0]) == central(items[1]) {
        return None;
    }
    Some([items[0].share().unwrap_or_else(|| central(items[0])), items[1].share().unwrap_or_else(|| central(items[1]))])
}

/// Why two shares of one line differ.
fn share_cause(before_item: &Item<'_>, after_item: &Item<'_>) -> Cause {
    match (before_item.rule, after_item.rule) {
        (Some(before), Some(after)) if same(before, after) => match after.share {
            Share::Overhead(_) => Cause::Overheads,
            Share::Services(_) if taken(before_item) != taken(after_item) => Cause::Services,
            _ => Cause::Drivers,
        },
        _ => Cause::Rules,
    }
}

/// What the services of a rule take, in the currency in which it adds them up.
fn taken(item: &Item<'_>) -> BTreeMap<ArcStr, Fraction> {
    let services = item.attributed.ruling.worked.iter().flat_map(|worked| &worked.services);
    let brought = |used: &UsedService| match &used.converted {
        None => used.cost.cost.central.clone(),
        Some(converted) => &used.cost.cost.central * &converted.rate,
    };
    services.map(|used| (used.service.service.clone(), brought(used))).collect()
}

/// Why the figure of a line differs whose amount is published on neither side: its rules estimate it in two ways, or the
/// same rule found something to estimate it from on one side only.
fn estimate_cause(before: &Item<'_>, after: &Item<'_>) -> Cause {
    let filled = [before, after].iter().any(|item| item.known() == Known::Filled);
    match share_cause(before, after) {
        Cause::Drivers | Cause::Services | Cause::Overheads if filled => Cause::Amounts,
        other => other,
    }
}

/// Whether two rules say the same of how much of a line is trafficking.
fn same(before: &Rule, after: &Rule) -> bool {
    before.id == after.id && before.share.says_the_same_as(&after.share) && before.fill == after.fill
}
