//! Cost per victim: cost over count, exact; no figure without a count, and a reason for each figure that is missing.

use arcstr::ArcStr;

use super::figures::{Figures, Known};
use crate::domain::{ALL_FORMS, Count, Fraction, Interval, Protected, Year};
use crate::language::{Message, Value};
use crate::message;
use crate::project::Victims;

/// Cost per victim of one measure.
#[derive(Debug, Clone)]
pub struct PerVictim {
    /// `detected`, `identified`, `assisted`, ...
    pub measure: ArcStr,
    /// The form of exploitation counted, `all` for everybody.
    pub exploitation: ArcStr,
    /// The count; `None` where it is not known or not shown.
    pub victims: Option<Count>,
    /// Why a known count is not shown.
    pub protected: Option<Protected>,
    /// What labelled lines cost per victim, in minor units, exact; `None` where no labelled line has a known amount.
    pub labelled: Option<Fraction>,
    /// What all that is attributed costs per victim, in minor units, exact.
    pub total: Interval<Option<Fraction>>,
    /// Why a figure is missing.
    pub reason: Option<Message>,
    /// Whether the series of counts breaks at this year.
    pub breaks: bool,
    /// The source of the count, if it has one.
    pub source: Option<ArcStr>,
}

/// Cost per victim of a measure, form of exploitation and year.
#[must_use]
pub fn per_victim(
    victims: &Victims,
    measure: &ArcStr,
    exploitation: Option<&ArcStr>,
    year: Year,
    figures: &Figures,
) -> PerVictim {
    let exploitation = exploitation.cloned().unwrap_or_else(|| ALL_FORMS.into());
    let row = victims.row(measure, year, &exploitation);
    let count = row.and_then(|row| row.count);
    let protected = row.and_then(|row| row.protected);
    let (labelled_cost, cost) = (figures.labelled(), figures.total());
    let total = quotient(&cost, count);
    let labelled = quotient(&labelled_cost, count).central;
    let missing = labelled.is_none() || total.named().into_iter().any(|(_, figure)| figure.is_none());
    let reason = missing.then(|| match count {
        Some(count) if count.high() > 0 && cost.is_none() => message!("reason-no-amount"),
        Some(count) if count.low() > 0 => message!("reason-no-labelled"),
        None if protected.is_some() => protected_count(measure, &exploitation),
        _ => without_figure(measure, &exploitation, count),
    });
    PerVictim {
        measure: measure.clone(),
        exploitation,
        victims: count,
        protected,
        labelled,
        total,
        reason,
        breaks: row.is_some_and(|row| row.breaks),
        source: row.map(|row| row.source.clone()).filter(|source| !source.is_empty()),
    }
}

/// A cost over a count, each bound over the end of the count that makes it least or most: a bound below 0 is spread thinnest
/// over the most victims when it is highest. No figure where either is not known or the count is 0.
pub(super) fn quotient(cost: &Known, count: Option<Count>) -> Interval<Option<Fraction>> {
    let (Some(cost), Some(count)) = (cost, count) else { return Interval::default() };
    let bound = |cost: &Fraction, positive: u64, negative: u64| {
        cost.checked_div(&Fraction::whole(if cost.is_negative() { negative } else { positive }))
    };
    Interval {
        low: bound(&cost.low, count.high(), count.low()),
        central: cost.central.checked_div(&count.central()),
        high: bound(&cost.high, count.low(), count.high()),
    }
}

/// That there is no figure over a count that is not shown, since the figure would tell it.
pub(super) fn protected_count(measure: &str, exploitation: &str) -> Message {
    let of = (exploitation != ALL_FORMS)
        .then(|| message!("reason-of-form", form = Value::Word("exploitation", exploitation.to_owned())));
    let measure = Value::Word("measure", measure.to_owned());
    message!("reason-protected", measure = measure, of = Value::optional(of))
}

/// Why there is no figure, or no bound of it, over a count.
pub(super) fn without_figure(measure: &str, exploitation: &str, count: Option<Count>) -> Message {
    let of = (exploitation != ALL_FORMS)
        .then(|| message!("reason-of-form", form = Value::Word("exploitation", exploitation.to_owned())));
    let of = Value::optional(of);
    let measure = Value::Word("measure", measure.to_owned());
    match count {
        None => message!("reason-no-count", measure = measure, of = of),
        Some(count) if count.high() == 0 => message!("reason-zero", measure = measure, of = of),
        Some(_) => message!("reason-may-be-zero", measure = measure, of = of),
    }
}
