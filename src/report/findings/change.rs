//! The change on the year before, and the largest of its causes.

use num_bigint::BigInt;
use num_traits::{Signed as _, Zero as _};

use super::places::place;
use super::{Facts, Finding};
use crate::domain::{Fraction, Year};
use crate::language::{Between, Message, Value};
use crate::measures::compare::Cause;
use crate::message;
use crate::report::charts::scale::{Scale, adding_up, per_cent};
use crate::report::compare::cause_name;

/// Most causes that a sentence names.
const NAMED: usize = 3;

pub(super) fn change(facts: &Facts<'_>) -> Vec<Finding> {
    let Ok(report) = &facts.review.changes else { return Vec::new() };
    let Some(rounded) = report.comparison.total.rounded() else { return Vec::new() };
    let language = facts.whole().language;
    let (before, after) = (Fraction::whole(rounded.before.clone()), Fraction::whole(rounded.after.clone()));
    let scale = Scale::of(language, report.query.basis.currency, [&before, &after]);
    // The change is the difference of the two figures as they are said.
    let units = |amount: &Fraction| scale.in_last_digits(amount).round_half_away();
    let shown: BigInt = units(&after) - units(&before);
    let from = report.sides[0].query.years.from.map(|year: Year| year.to_string()).unwrap_or_default();
    let to = facts.year.to_string();
    let share = share(&before, &after).map(|share| message!("finding-share", share = per_cent(language, &share).label));
    let (size, share) = (scale.units_with_unit(&shown.abs()), Value::optional(share));
    let (was, is) = (scale.with_unit(&before), scale.with_unit(&after));
    let mut causes: Vec<&(Cause, BigInt)> = rounded.causes.iter().collect();
    causes.sort_by_key(|(_, amount)| std::cmp::Reverse(amount.abs()));
    let more = causes.len().saturating_sub(NAMED);
    // What is said of the causes adds up to what is said of the change.
    let amounts: Vec<Fraction> = causes.iter().map(|(_, amount)| Fraction::whole(amount.clone())).collect();
    let parts: Vec<Fraction> = amounts.iter().map(|amount| scale.in_last_digits(amount)).collect();
    let of_causes = adding_up(&parts, &shown);
    causes.truncate(NAMED);
    let named = causes.iter().zip(amounts.iter().zip(&of_causes)).map(|((cause, _), (amount, shown))| {
        let figure = if shown.is_zero() { scale.change(amount) } else { scale.change_as(amount, shown) };
        message!("finding-cause", cause = cause_name(*cause), amount = figure.label)
    });
    let mut named: Vec<Message> = named.collect();
    if more > 0 {
        named.push(message!("finding-more-causes", count = more));
    }
    let causes_said = (!named.is_empty())
        .then(|| message!("finding-causes", unit = scale.unit(), causes = Value::list(named, Between::Commas)));
    let causes_said = Value::optional(causes_said);
    let words = match () {
        () if shown.is_zero() => message!("finding-no-change", from = from, to = to, was = was, is = is),
        () if shown.is_negative() => message!(
            "finding-less",
            size = size,
            share = share,
            from = from,
            to = to,
            was = was,
            is = is,
            causes = causes_said
        ),
        () => message!(
            "finding-more",
            size = size,
            share = share,
            from = from,
            to = to,
            was = was,
            is = is,
            causes = causes_said
        ),
    };
    let figures = ["/total/cost/before/central", "/total/cost/after/central", "/total/change"].map(str::to_owned);
    let causes = causes.iter().map(|(cause, _)| format!("/total/causes/{}", cause.word()));
    let figures = figures.into_iter().chain(causes).map(|pointer| place("compare.json", pointer));
    vec![Finding {
        key: "change",
        words,
        figures: figures.collect(),
        sources: facts.sources_of_amounts(),
        address: Some("changes".to_owned()),
    }]
}

/// How much more or less, over the earlier total; none where that is not above 0 or the later one is below it.
fn share(before: &Fraction, after: &Fraction) -> Option<Fraction> {
    if before.is_zero() || before.is_negative() || after.is_negative() {
        return None;
    }
    let change = after - before;
    let size = if change.is_negative() { &Fraction::zero() - &change } else { change };
    size.checked_div(before)
}
