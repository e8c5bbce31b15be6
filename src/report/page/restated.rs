//! The sentence that leads from a figure of the ledger to the one shown, in other prices or another currency.

use crate::domain::{Currency, Fraction, LEVA_PER_EURO, Year};
use crate::language::Value;
use crate::message;
use crate::report::context::Context;

/// Digits of a price factor in a sentence.
const FACTOR_DIGITS: u32 = 8;

/// How a sum of the ledger becomes the figure shown; `None` where it is that figure.
pub(super) fn sentence(context: Context<'_>, year: Year, sum: &str, shown: &str) -> Option<String> {
    let (own, basis) = (context.project.currency, context.query.basis);
    let factor = basis.prices.and_then(|prices| context.project.prices.factor(year, prices).ok());
    let factor = factor.map(|factor| factor.to_decimal(FACTOR_DIGITS));
    let rate = (own != basis.currency).then(|| {
        if own == Currency::BGN && basis.currency == Currency::EUR {
            let rate = Fraction::ratio(LEVA_PER_EURO.0, LEVA_PER_EURO.1);
            ('/', rate.map(|rate| rate.to_decimal(5)).unwrap_or_default())
        } else {
            let rate = context.project.exchange.rate(own, basis.currency, year);
            ('\u{d7}', rate.map(|rate| rate.to_decimal(FACTOR_DIGITS)).unwrap_or_default())
        }
    });
    if factor.is_none() && rate.is_none() {
        return None;
    }
    let language = context.language;
    let mut steps = language.figure(sum);
    if let Some(factor) = factor {
        steps = format!("{steps} \u{d7} {}", language.figure(&factor));
    }
    if let Some((sign, rate)) = rate {
        steps = format!("{steps} {sign} {}", language.figure(&rate));
    }
    Some(context.say(&message!(
        "page-restated",
        steps = steps,
        shown = Value::figure(shown),
        currency = basis.currency.to_string()
    )))
}

/// Whether figures are shown as they are in the ledger.
pub(super) fn is_as_in_ledger(context: Context<'_>) -> bool {
    context.query.basis.prices.is_none() && context.query.basis.currency == context.project.currency
}
