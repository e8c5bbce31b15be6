//! The comparison as flat records: one row a group and figure, with a column for each cause.

use std::borrow::Cow;

use super::{CompareReport, warnings};
use crate::domain::{Fraction, Interval, count_text};
use crate::measures::Figures;
use crate::measures::compare::{Cause, Change, QuotientChange, RoundedChange};
use crate::report::rows::{FlatTable, SCOPE, scope};

/// `figure` is `total`, or `per_victim` with its measure. Blank is not known.
pub(super) fn flat_comparison(report: CompareReport<'_>) -> FlatTable<'static> {
    let mut header: Vec<String> = ["from", "to", "figure", "measure"].map(str::to_owned).to_vec();
    header.extend(report.query.by.iter().map(|dimension| report.dimension(*dimension)));
    header.extend(["currency", "prices", "before", "after", "change"].map(str::to_owned));
    header.extend(Cause::ALL.iter().map(|cause| format!("cause_{}", cause.word())));
    header.extend(["low_before", "low_after", "high_before", "high_after"].map(str::to_owned));
    header.extend(["victims_before", "victims_after", "warnings"].map(str::to_owned));
    header.extend(SCOPE.map(str::to_owned));
    let mut words: Vec<&str> = warnings::warnings(report).into_iter().map(|(word, _)| word).collect();
    words.dedup();
    let words = words.join(" ");
    let mut rows = Vec::new();
    let in_each: Vec<CompareReport<'_>> = report.in_each().collect();
    for number in 0..=report.comparison.groups.len() {
        // Each figure in every currency, one below the other.
        let changes = || in_each.iter().filter_map(|report| Some((*report, change(*report, number)?)));
        for (report, change) in changes() {
            rows.push(row(report, change, None, change.rounded(), &words));
        }
        for quotient in 0..report.comparison.total.per_victim.len() {
            for (report, change) in changes() {
                let Some(quotient) = change.per_victim.get(quotient) else { continue };
                rows.push(row(report, change, Some(quotient), quotient.rounded(), &words));
            }
        }
    }
    FlatTable { header, rows }
}

/// A group; behind the last one the total.
fn change(report: CompareReport<'_>, number: usize) -> Option<&Change> {
    report.comparison.groups.iter().chain([&report.comparison.total]).nth(number)
}

fn row(
    report: CompareReport<'_>,
    change: &Change,
    quotient: Option<&QuotientChange>,
    rounded: Option<&RoundedChange>,
    warnings: &str,
) -> Vec<Cow<'static, str>> {
    let of_total = change.by.is_empty();
    let mut cells: Vec<String> = report.names.map(str::to_owned).to_vec();
    cells.push(if quotient.is_some() { "per_victim" } else { "total" }.to_owned());
    cells.push(quotient.map(|quotient| quotient.measure.to_string()).unwrap_or_default());
    if of_total {
        cells.extend(report.query.by.iter().map(|_| "(all)".to_owned()));
    } else {
        cells.extend(change.by.iter().cloned());
    }
    cells.extend([report.currency(), report.sides[1].prices()]);
    // A figure that one side has stands there, though there is no change to speak of.
    let [before, after] = match quotient {
        None => [&change.before, &change.after].map(total),
        Some(quotient) => [&quotient.before, &quotient.after].map(|side| side.total.clone()),
    };
    let plain = |figure: &Option<Fraction>| {
        figure.as_ref().map(|figure| report.amount(&figure.round_half_away())).unwrap_or_default()
    };
    cells.extend([&before.central, &after.central].map(plain));
    cells.push(rounded.as_ref().map(|rounded| report.amount(&rounded.change)).unwrap_or_default());
    let contribution = |cause: &Cause| rounded.as_ref().map(|rounded| report.amount(&rounded.of(*cause)));
    cells.extend(Cause::ALL.iter().map(|cause| contribution(cause).unwrap_or_default()));
    cells.extend([&before.low, &after.low, &before.high, &after.high].map(plain));
    for side in quotient.map(|quotient| [&quotient.before, &quotient.after]).into_iter().flatten() {
        cells.push(side.victims.map(|count| count_text(&count.central())).unwrap_or_default());
    }
    if quotient.is_none() {
        cells.extend([String::new(), String::new()]);
    }
    cells.push(warnings.to_owned());
    cells.extend(scope(report.sides[1]));
    cells.into_iter().map(Cow::Owned).collect()
}

/// The total of one side; each bound is `None` where nobody knows it.
fn total(figures: &Figures) -> Interval<Option<Fraction>> {
    figures.total().map(|total| total.map(|figure| Some(figure.clone()))).unwrap_or_default()
}
