//! Notes on how figures are brought to the prices and currencies in which they are shown.

use std::collections::BTreeSet;

use super::context::Context;
use crate::domain::{Currency, Fraction, LEVA_PER_EURO, Year};
use crate::language::Value;
use crate::message;

/// The year in which Bulgaria took the euro.
const EURO_YEAR: u16 = 2026;

/// How figures of these currencies and years became those shown.
pub(super) fn of_basis(context: Context<'_>, places: &BTreeSet<(Currency, Year)>) -> Vec<String> {
    let prices = context.query.basis.prices.map(|prices| {
        context.say(&match context.project.prices.index() {
            None => message!("note-prices", year = prices),
            Some(index) => message!("note-prices-chained", year = prices, index = index),
        })
    });
    prices.into_iter().chain(of_currencies(context, places)).collect()
}

/// How the figures of the lines shown are converted.
pub(super) fn conversions(context: Context<'_>) -> Vec<String> {
    let places = context.lines().map(|(_, line)| (line.key().currency, line.key().year)).collect();
    of_currencies(context, &places)
}

/// How figures are converted to each currency shown, and that leva of years before the euro are restated.
fn of_currencies(context: Context<'_>, places: &BTreeSet<(Currency, Year)>) -> Vec<String> {
    let mut notes = Vec::new();
    let currencies: BTreeSet<Currency> = places.iter().map(|(currency, _)| *currency).collect();
    let shown = || context.query.bases().map(|basis| basis.currency);
    for (to, own) in shown().flat_map(|to| currencies.iter().map(move |own| (to, *own))).filter(|(to, own)| to != own) {
        let by_law = Currency::have_fixed_rate(own, to);
        let (leva, units) = LEVA_PER_EURO;
        let rate = Fraction::ratio(leva, units).map(|rate| rate.to_decimal(5)).unwrap_or_default();
        let how = if by_law {
            message!("note-converted-by-law", rate = Value::Figure(rate))
        } else {
            message!("note-converted-by-rates")
        };
        notes.push(context.say(&message!("note-converted", from = own, to = to, how = how)));
    }
    let before = |(own, year): &(Currency, Year)| year.number() < EURO_YEAR && *own == Currency::BGN;
    if shown().any(|currency| currency == Currency::EUR) && places.iter().any(before) {
        notes.push(context.say(&message!("note-leva-restated")));
    }
    notes
}
