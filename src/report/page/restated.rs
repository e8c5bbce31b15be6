//! The sentence that leads from sums of the ledger to the figure shown, in other prices or another currency.

use crate::domain::{Currency, Fraction, LEVA_PER_EURO, Money, Year};
use crate::language::Value;
use crate::message;
use crate::report::context::Context;

/// Digits of a price factor in a sentence.
const FACTOR_DIGITS: u32 = 8;

/// How the sums of each currency become the figure shown; `None` where it is one of them.
pub(super) fn sentence(context: Context<'_>, year: Year, sums: &[(Currency, Money)], shown: &str) -> Option<String> {
    if sums.is_empty() || sums.iter().all(|(currency, _)| context.is_as_in_ledger(*currency)) {
        return None;
    }
    let steps: Vec<String> = sums.iter().map(|(currency, sum)| step(context, year, *currency, *sum)).collect();
    Some(context.say(&message!(
        "page-restated",
        steps = steps.join(" + "),
        shown = Value::figure(shown),
        currency = context.query.basis.currency.to_string()
    )))
}

/// A sum with its price factor and its rate.
fn step(context: Context<'_>, year: Year, own: Currency, sum: Money) -> String {
    let (basis, language) = (context.query.basis, context.language);
    let mut step = language.figure(&sum.to_plain(own.digits()));
    let factor = basis.prices.and_then(|prices| context.project.prices.factor(year, prices).ok());
    if let Some(factor) = factor {
        step = format!("{step} \u{d7} {}", language.figure(&factor.to_decimal(FACTOR_DIGITS)));
    }
    let (sign, rate) = match (own, basis.currency) {
        (own, shown) if own == shown => return step,
        (Currency::BGN, Currency::EUR) => {
            let rate = Fraction::ratio(LEVA_PER_EURO.0, LEVA_PER_EURO.1);
            ('/', rate.map(|rate| rate.to_decimal(5)))
        }
        (own, shown) => {
            let rate = context.project.exchange.rate(own, shown, year);
            ('\u{d7}', rate.map(|rate| rate.to_decimal(FACTOR_DIGITS)))
        }
    };
    rate.map_or(step.clone(), |rate| format!("{step} {sign} {}", language.figure(&rate)))
}

/// Money of a line as plain text, with its currency where that is not the one shown.
pub(super) fn in_own_currency(context: Context<'_>, money: Money, own: Currency) -> String {
    let figure = money.to_plain(own.digits());
    if own == context.query.basis.currency { figure } else { format!("{figure} {own}") }
}
