//! Warnings of a comparison: what makes the two sides unlike.

use super::CompareReport;
use crate::domain::{ALL_FORMS, LineKey, Phase};
use crate::language::{Between, Message, Value};
use crate::message;
use crate::report::notes::forms_by_counts;

/// How many lines a warning names; beyond it their number stands.
const NAMED: usize = 8;

/// Each with a word for programs.
pub(super) fn warnings(report: CompareReport<'_>) -> Vec<(&'static str, Message)> {
    let mut found = Vec::new();
    found.extend(phase(report).map(|message| ("phase", message)));
    found.extend(breaks(report).into_iter().map(|message| ("break", message)));
    found.extend(sources(report).into_iter().map(|message| ("source", message)));
    found.extend(unknown(report).map(|message| ("not-estimated", message)));
    found.extend(unattributed(report).map(|message| ("unattributed", message)));
    // One side may divide so and the other not; what it says is of costs per victim either way.
    let by_counts = report.sides.into_iter().find_map(forms_by_counts);
    found.extend(by_counts.map(|message| ("forms-by-counts", message)));
    found
}

/// An allocation on one side against spending on the other.
fn phase(report: CompareReport<'_>) -> Option<Message> {
    let [before, after] = report.sides.map(|side| {
        let lines = side.lines().filter(|(_, line)| line.amount().is_some());
        lines.fold([false; 2], |[approved, executed], (_, line)| {
            let phase = line.key().phase;
            [approved || phase == Phase::Approved, executed || phase == Phase::Executed]
        })
    });
    let lines = &report.comparison.other_phase;
    if !lines.is_empty() {
        return Some(message!("compare-warning-lines", count = lines.len(), names = names(report, lines)));
    }
    let (from, to) = (report.names[0], report.names[1]);
    (before[0] != after[0]).then(|| message!("compare-warning-phases", from = from, to = to))
}

/// Breaks of a series after the earlier year and up to the later one.
fn breaks(report: CompareReport<'_>) -> Vec<Message> {
    let years = report.sides.map(|side| side.query.years.from);
    let (Some(one), Some(other)) = (years[0], years[1]) else { return Vec::new() };
    let (earlier, later) = (one.min(other), one.max(other));
    let form = report.query.exploitation.as_deref().unwrap_or(ALL_FORMS);
    let mut found = Vec::new();
    for measure in &report.query.measures {
        let mut years: Vec<_> = report
            .sides
            .iter()
            .flat_map(|side| side.project.victims.rows())
            .filter(|row| row.breaks && row.measure == *measure && row.year > earlier && row.year <= later)
            .filter(|row| &*row.exploitation == form && &*row.group == ALL_FORMS)
            .map(|row| row.year)
            .collect();
        years.sort_unstable();
        years.dedup();
        let measure = report.measure(measure);
        found.extend(
            years
                .into_iter()
                .map(|year| message!("compare-warning-break", measure = measure.as_str(), year = year.to_string())),
        );
    }
    found
}

/// Counts of one measure from two sources.
fn sources(report: CompareReport<'_>) -> Vec<Message> {
    let changes = report.comparison.total.per_victim.iter();
    let differ = changes.filter(|change| {
        change.before.victims.is_some() && change.after.victims.is_some() && change.before.source != change.after.source
    });
    differ
        .map(|change| {
            let measure = report.measure(&change.measure);
            message!("compare-warning-source", measure = measure)
        })
        .collect()
}

fn unknown(report: CompareReport<'_>) -> Option<Message> {
    let total = &report.comparison.total;
    let (before, after) = (total.before.not_estimated, total.after.not_estimated);
    let (from, to) = (report.names[0], report.names[1]);
    (before > 0 || after > 0)
        .then(|| message!("compare-warning-not-estimated", from = from, before = before, to = to, after = after))
}

fn unattributed(report: CompareReport<'_>) -> Option<Message> {
    let total = &report.comparison.total;
    let (before, after) = (&total.before.unattributed, &total.after.unattributed);
    if before.is_zero() && after.is_zero() {
        return None;
    }
    let amount = |figure| Value::figure(report.amount(&crate::domain::Fraction::round_half_away(figure)));
    let (from, to) = (report.names[0], report.names[1]);
    let (before, after) = (amount(before), amount(after));
    let currency = report.currency();
    Some(message!(
        "compare-warning-unattributed",
        from = from,
        before = before,
        to = to,
        after = after,
        currency = currency
    ))
}

pub(super) fn names(report: CompareReport<'_>, lines: &[LineKey]) -> Value {
    let mut names: Vec<Value> = lines.iter().map(|key| report.line(key).into()).collect();
    names.dedup();
    if names.len() > NAMED {
        names.truncate(NAMED);
        names.push("...".into());
    }
    Value::list(names, Between::Semicolons)
}
