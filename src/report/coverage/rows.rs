//! The coverage as flat records: one row a year, then one an agency of it.

use std::borrow::Cow;

use super::CoverageReport;
use crate::report::rows::{FlatTable, SCOPE, scope};

/// The columns before those of the scope, and whether a number stands in them.
pub const COLUMNS: [(&str, bool); 13] = [
    ("year", true),
    ("agency", false),
    ("currency", false),
    ("prices", false),
    ("lines", true),
    ("published", true),
    ("estimated", true),
    ("not_estimated", true),
    ("not_reported", true),
    ("undecided", true),
    ("approved", true),
    ("other_year", true),
    ("unattributed", true),
];

/// `agency` is `(all)` for a whole year. All of it stands in every currency asked for, one below the other.
pub(super) fn flat_coverage(report: CoverageReport<'_>) -> FlatTable<'static> {
    let context = report.context;
    let mut header: Vec<String> = COLUMNS.map(|(column, _)| column.to_owned()).to_vec();
    header.extend(SCOPE.map(str::to_owned));
    let own_scope = scope(context);
    let parts =
        report.in_each().flat_map(|report| report.coverages.parts.iter().map(move |part| (report.context, part)));
    let rows = parts.map(|(context, part)| {
        let mut cells = vec![
            part.year.to_string(),
            part.agency.clone().unwrap_or_else(|| "(all)".to_owned()),
            context.query.basis.currency.to_string(),
            context.prices(),
        ];
        cells.extend(part.coverage.counts().map(|(_, count)| count.to_string()));
        cells.push(context.amount(&part.coverage.unattributed));
        cells.extend(own_scope.iter().cloned());
        cells.into_iter().map(Cow::Owned).collect()
    });
    FlatTable { rows: rows.collect(), header }
}
