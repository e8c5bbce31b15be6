//! Whether a project that was carried on attributes what it did.

use std::collections::{BTreeMap, BTreeSet};

use crate::attribution::Attribution;
use crate::domain::{Interval, LineName, Money, Year};

/// The years in which anything that is attributed, or left, is not the same in both.
pub(super) fn differing(one: &Attribution, other: &Attribution) -> Vec<Year> {
    let (one, other) = (records(one), records(other));
    let years: BTreeSet<Year> = one.keys().chain(other.keys()).map(|(year, ..)| *year).collect();
    let of = |year: Year, all: &Records| -> Vec<String> {
        all.iter().filter(|((of, ..), _)| *of == year).flat_map(|(_, texts)| texts.iter().cloned()).collect()
    };
    years.into_iter().filter(|year| of(*year, &one) != of(*year, &other)).collect()
}

type Records = BTreeMap<(Year, LineName, String), Vec<String>>;

/// Every entry as text, by year and line. A line that is not reported has no currency unless something is estimated in it.
fn records(attribution: &Attribution) -> Records {
    let mut found = Records::new();
    for entry in attribution.entries() {
        let key = entry.key();
        let amounts = entry.amounts.as_ref();
        let currency =
            if entry.line.is_not_reported() && amounts.is_none() { String::new() } else { key.currency.to_string() };
        let money = |amounts: &Interval<Money>| amounts.map(|money| money.to_plain(key.currency.digits()));
        let amounts = amounts.map(money);
        let said = format!(
            "{} {} {:?} {:?} {} {} {:?}",
            key.year,
            key.name().describe(),
            entry.part,
            entry.state,
            entry.area,
            entry.exploitation,
            amounts
        );
        found.entry((key.year, key.name(), currency)).or_default().push(said);
    }
    found
}
