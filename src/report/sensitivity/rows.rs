//! The sensitivity analysis as flat records: one row a figure and statistic.

use std::borrow::Cow;

use super::{DIGITS, SensitivityReport, index};
use crate::measures::sensitivity::{Uncertain, What};
use crate::report::rows::{FlatTable, SCOPE, scope};

/// `statistic` is `low`, `central`, `high` (no draw is outside), `report_low`, `report_high` (all low and all high, as the
/// report has them), `p5`, `p50`, `p95`, `mean`, or of one input `at_low`, `at_high`, `alternative`, `first_order`,
/// `total_order`. `error` is a standard error, of an index the half width of its 95 %
/// interval.
pub(super) fn flat_sensitivity(report: SensitivityReport<'_>) -> FlatTable<'static> {
    let query = report.context.query;
    let mut header = vec!["year".to_owned()];
    header.extend(query.by.iter().map(|dimension| report.context.name(*dimension)));
    let rest = ["figure", "measure", "currency", "prices", "statistic", "input", "alternative", "value", "error"];
    header.extend(rest.map(str::to_owned));
    header.extend(SCOPE.map(str::to_owned));
    // Each figure in every currency, one below the other.
    let in_each: Vec<SensitivityReport<'_>> = report.in_each().collect();
    let numbers = 0..report.sensitivity.figures.len();
    let figures = numbers.flat_map(|number| {
        in_each.iter().filter_map(move |report| Some((*report, report.sensitivity.figures.get(number)?)))
    });
    let rows = figures.flat_map(|(report, of)| figure_rows(report, of)).collect();
    FlatTable { header, rows }
}

fn figure_rows(report: SensitivityReport<'_>, of: &Uncertain) -> Vec<Vec<Cow<'static, str>>> {
    let mut rows = Vec::new();
    let mut push = |statistic: &str, input: &str, alternative: &str, value: Option<String>, error: Option<String>| {
        let (figure, measure) = match &of.figure.what {
            What::Cost => ("cost", ""),
            What::PerVictim(measure) => ("per_victim", &**measure),
            What::PerVictimOfAny(_) => ("per_victim", "any"),
        };
        let mut cells = vec![of.figure.year.map_or_else(|| "all".to_owned(), |year| year.to_string())];
        cells.extend(of.figure.by.iter().cloned());
        let query = report.context.query;
        let (currency, prices) = (query.basis.currency.to_string(), report.context.prices());
        cells.extend([figure.to_owned(), measure.to_owned(), currency, prices]);
        cells.extend([statistic, input, alternative].map(str::to_owned));
        cells.extend([value.unwrap_or_default(), error.unwrap_or_default()]);
        cells.extend(scope(report.context));
        rows.push(cells.into_iter().map(Cow::Owned).collect());
    };
    for (name, end) in of.interval.named() {
        push(name, "", "", report.exact(end.as_ref()), None);
    }
    for (name, end) in [("report_low", &of.report.low), ("report_high", &of.report.high)] {
        push(name, "", "", report.exact(end.as_ref()), None);
    }
    for (name, estimate) in of.spread.iter().flat_map(|spread| spread.named()) {
        let error = estimate.error.map(|error| report.width(error));
        push(name, "", "", Some(report.moved(of, estimate.value)), error);
    }
    for bar in &of.tornado {
        let Some(input) = report.sensitivity.inputs.get(bar.input) else { continue };
        push("at_low", &input.name, "", Some(report.moved(of, bar.at_low)), None);
        push("at_high", &input.name, "", Some(report.moved(of, bar.at_high)), None);
        for (name, value) in input.alternatives().iter().zip(&bar.alternatives) {
            push("alternative", &input.name, name, Some(report.moved(of, *value)), None);
        }
    }
    for (input, found) in &of.indices {
        let Some(input) = report.sensitivity.inputs.get(*input) else { continue };
        push(
            "first_order",
            &input.name,
            "",
            Some(index(found.first, DIGITS)),
            Some(index(found.first_confidence, DIGITS)),
        );
        push(
            "total_order",
            &input.name,
            "",
            Some(index(found.total, DIGITS)),
            Some(index(found.total_confidence, DIGITS)),
        );
    }
    rows
}
