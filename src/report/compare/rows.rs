//! The comparison as flat records: one row a group and figure, with a column for each cause.

use std::borrow::Cow;

use super::{CompareReport, warnings};
use crate::domain::count_text;
use crate::measures::compare::{Cause, Change, QuotientChange, RoundedChange};
use crate::report::rows::FlatTable;

/// `figure` is `total`, or `per_victim` with its measure. Blank is not known.
pub(super) fn flat_comparison(report: CompareReport<'_>) -> FlatTable<'static> {
    let mut header: Vec<String> = ["from", "to", "figure", "measure"].map(str::to_owned).to_vec();
    header.extend(report.query.by.iter().map(|dimension| report.dimension(*dimension).to_owned()));
    header.extend(["currency", "prices", "before", "after", "change"].map(str::to_owned));
    header.extend(Cause::ALL.iter().map(|cause| cause.word().to_owned()));
    header.extend(["victims_before", "victims_after", "warnings"].map(str::to_owned));
    let mut words: Vec<&str> = warnings::warnings(report).into_iter().map(|(word, _)| word).collect();
    words.dedup();
    let words = words.join(" ");
    let mut rows = Vec::new();
    for change in report.comparison.groups.iter().chain([&report.comparison.total]) {
        rows.push(row(report, change, None, change.rounded(), &words));
        for quotient in &change.per_victim {
            rows.push(row(report, change, Some(quotient), quotient.rounded(), &words));
        }
    }
    FlatTable { header, rows }
}

fn row(
    report: CompareReport<'_>,
    change: &Change,
    quotient: Option<&QuotientChange>,
    rounded: Option<RoundedChange>,
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
    match &rounded {
        None => cells.extend(std::iter::repeat_n(String::new(), 3 + Cause::ALL.len())),
        Some(rounded) => {
            cells.extend([&rounded.before, &rounded.after, &rounded.change].map(|units| report.amount(units)));
            cells.extend(Cause::ALL.iter().map(|cause| report.amount(&rounded.of(*cause))));
        }
    }
    for side in quotient.map(|quotient| [&quotient.before, &quotient.after]).into_iter().flatten() {
        cells.push(side.victims.map(|count| count_text(&count.central())).unwrap_or_default());
    }
    if quotient.is_none() {
        cells.extend([String::new(), String::new()]);
    }
    cells.push(warnings.to_owned());
    cells.into_iter().map(Cow::Owned).collect()
}
