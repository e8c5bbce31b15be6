//! What changed, in sentences.

use num_bigint::BigInt;

use super::CompareReport;
use crate::domain::{Count, Fraction};
use crate::language::{Between, Message, Value};
use crate::measures::Known;
use crate::measures::compare::{Cause, QuotientChange, RoundedChange};
use crate::message;

/// That of the total.
fn of_total(report: CompareReport<'_>, change: &RoundedChange) -> Message {
    message!(
        "compare-words-total",
        direction = direction(&change.change),
        change = size(report, &change.change),
        currency = report.currency(),
        before = figure(report, &change.before),
        from = report.names[0],
        after = figure(report, &change.after),
        to = report.names[1]
    )
}

/// The sentences: the total, in each currency, its parts, its causes, then each cost per victim.
#[must_use]
pub fn in_words(report: CompareReport<'_>) -> Vec<Message> {
    let mut said = Vec::new();
    let total = &report.comparison.total;
    let (from, to) = (report.names[0], report.names[1]);
    match total.rounded() {
        None => said.push(message!("compare-words-unknown", from = from, to = to)),
        Some(change) => {
            let each = report.in_each().filter_map(|of| Some(of_total(of, of.comparison.total.rounded()?)));
            said.extend(each);
            said.extend(range(report));
            said.extend(parts(report));
            said.extend(causes(report, change));
        }
    }
    for change in &total.per_victim {
        said.extend(victims(report, change));
        said.push(per_victim(report, change));
    }
    said
}

/// The ranges of both totals, where either has one and a bound changed; and the lines of which nothing else did.
fn range(report: CompareReport<'_>) -> Vec<Message> {
    let total = &report.comparison.total;
    let Some((before, after)) = total.before.total().zip(total.after.total()) else { return Vec::new() };
    let [before, after] = [before, after].map(|total| total.map(Fraction::round_half_away));
    let mut said = Vec::new();
    let is_ranged = !before.is_point() || !after.is_point();
    if is_ranged && (before.low != after.low || before.high != after.high) {
        said.push(message!(
            "compare-words-range",
            low_before = figure(report, &before.low),
            high_before = figure(report, &before.high),
            from = report.names[0],
            low_after = figure(report, &after.low),
            high_after = figure(report, &after.high),
            to = report.names[1]
        ));
    }
    let lines = &report.comparison.ranges;
    if !lines.is_empty() {
        said.push(message!("compare-words-range-lines", lines = super::warnings::names(report, lines)));
    }
    said
}

/// What labelled lines of each financing and unlabelled lines cost, each where it is anything on either side.
fn parts(report: CompareReport<'_>) -> Vec<Message> {
    let (before, after) = (&report.comparison.total.before, &report.comparison.total.after);
    let part = |name: Message, before: &Known, after: &Known| {
        let (before, after) = before.as_ref().zip(after.as_ref())?;
        let [before, after] = [before, after].map(|known| known.central.round_half_away());
        let nothing = before == BigInt::ZERO && after == BigInt::ZERO;
        let change = &after - &before;
        (!nothing).then(|| {
            message!(
                "compare-words-part",
                part = name,
                direction = direction(&change),
                change = size(report, &change),
                before = figure(report, &before),
                after = figure(report, &after)
            )
        })
    };
    let parts = [
        part(message!("compare-part-external"), &before.labelled_external, &after.labelled_external),
        part(message!("compare-part-state"), &before.labelled_state, &after.labelled_state),
        part(message!("compare-part-unlabelled"), &before.attributed, &after.attributed),
    ];
    parts.into_iter().flatten().collect()
}

fn causes(report: CompareReport<'_>, change: &RoundedChange) -> Option<Message> {
    match change.causes.as_slice() {
        [] => None,
        [(cause, _)] => Some(message!("compare-words-one-cause", cause = name(*cause))),
        _ => Some(message!("compare-words-causes", causes = list(report, &change.causes))),
    }
}

fn list(report: CompareReport<'_>, causes: &[(Cause, BigInt)]) -> Value {
    let causes = causes.iter().map(|(cause, contribution)| {
        message!("compare-words-cause", cause = name(*cause), amount = signed(report, contribution))
    });
    Value::from(causes.collect::<Vec<Message>>())
}

/// The name of a cause.
pub(in crate::report) fn name(cause: Cause) -> Message {
    match cause {
        Cause::Amounts => message!("compare-cause-amounts"),
        Cause::New => message!("compare-cause-new"),
        Cause::Gone => message!("compare-cause-gone"),
        Cause::Published => message!("compare-cause-published"),
        Cause::Rules => message!("compare-cause-rules"),
        Cause::Drivers => message!("compare-cause-drivers"),
        Cause::Services => message!("compare-cause-services"),
        Cause::Overheads => message!("compare-cause-overheads"),
        Cause::Splits => message!("compare-cause-splits"),
        Cause::Currency => message!("compare-cause-currency"),
        Cause::Prices => message!("compare-cause-prices"),
        Cause::Victims => message!("compare-cause-victims"),
    }
}

fn victims(report: CompareReport<'_>, change: &QuotientChange) -> Option<Message> {
    let (before, after) = (change.before.victims?, change.after.victims?);
    let measure = report.measure(&change.measure);
    let (before, after) = (count(report, before), count(report, after));
    Some(message!("compare-words-victims", measure = measure, before = before, after = after))
}

/// A count, a range as such.
pub(super) fn count(report: CompareReport<'_>, count: Count) -> String {
    let text = |end: u64| report.language().figure(&end.to_string());
    let (low, high) = (count.low(), count.high());
    if low == high { text(low) } else { format!("{}-{}", text(low), text(high)) }
}

fn per_victim(report: CompareReport<'_>, change: &QuotientChange) -> Message {
    let measure = report.measure(&change.measure);
    let Some(rounded) = change.rounded() else {
        return message!("compare-words-no-quotient", measure = measure, reason = reason(report, change));
    };
    let victims = rounded.of(Cause::Victims);
    let money = &rounded.change - &victims;
    message!(
        "compare-words-quotient",
        measure = measure,
        direction = direction(&rounded.change),
        change = size(report, &rounded.change),
        currency = report.currency(),
        before = figure(report, &rounded.before),
        after = figure(report, &rounded.after),
        money = signed(report, &money),
        victims = signed(report, &victims)
    )
}

/// Why a cost per victim cannot be compared: the sides that lack a figure.
pub(super) fn reason(report: CompareReport<'_>, change: &QuotientChange) -> Message {
    let usable = |count: Option<Count>| count.is_some_and(|count| !count.central().is_zero());
    let (before, after) = (usable(change.before.victims), usable(change.after.victims));
    let (from, to) = (report.names[0], report.names[1]);
    let hidden = [(&change.before, from), (&change.after, to)].into_iter().filter(|(side, _)| side.protected.is_some());
    let hidden: Vec<String> = hidden.map(|(_, name)| name.to_owned()).collect();
    if !hidden.is_empty() {
        return message!("compare-reason-protected", sides = Value::list(hidden, Between::And));
    }
    match (before, after) {
        (false, false) => message!("compare-reason-both", from = from, to = to),
        (false, true) => message!("compare-reason-one", side = from),
        (true, false) => message!("compare-reason-one", side = to),
        (true, true) => message!("compare-reason-cost"),
    }
}

fn direction(change: &BigInt) -> &'static str {
    match change.cmp(&BigInt::ZERO) {
        std::cmp::Ordering::Greater => "up",
        std::cmp::Ordering::Less => "down",
        std::cmp::Ordering::Equal => "same",
    }
}

fn figure(report: CompareReport<'_>, units: &BigInt) -> Value {
    Value::figure(report.amount(units))
}

fn signed(report: CompareReport<'_>, units: &BigInt) -> Value {
    Value::figure(report.signed(units))
}

/// Without its sign, for words that say it.
fn size(report: CompareReport<'_>, units: &BigInt) -> Value {
    let size = Fraction::whole(BigInt::from(units.magnitude().clone())).round_half_away();
    Value::figure(report.amount(&size))
}
