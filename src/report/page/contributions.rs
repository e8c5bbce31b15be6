//! What each budget line gives to each row of a report.

use crate::attribution::Bucket;
use crate::domain::{Currency, Interval, Money};
use crate::report::context::Context;

/// What a line gives to a row.
#[derive(Debug, Clone)]
pub(super) struct Contribution {
    /// The line, counted over all years shown.
    pub(super) line: usize,
    /// In which sum it is.
    pub(super) bucket: Bucket,
    /// The currency of the line.
    pub(super) currency: Currency,
    /// How much; `None` where nobody knows.
    pub(super) amounts: Option<Interval<Money>>,
}

/// The contributions to every row of the report, in the order of its rows.
pub(super) fn of_rows(context: Context<'_>) -> Vec<Vec<Contribution>> {
    let rows = context.cost.index();
    let mut found: Vec<Vec<Contribution>> = vec![Vec::new(); context.cost.rows.len()];
    let form = context.query.exploitation.as_deref();
    for entry in context.entries().filter(|entry| entry.is_of_form(form)) {
        let bucket = entry.bucket();
        if matches!(bucket, Bucket::Left | Bucket::Excluded(_)) {
            continue;
        }
        let values = context.query.by.iter().map(|grouping| grouping.value(&entry).to_owned());
        let values: Vec<String> = values.collect();
        let Some(into) = rows.of(entry.key().year, values).and_then(|row| found.get_mut(row)) else { continue };
        match into.last_mut() {
            // Parts of one line that fall into one row are one contribution.
            Some(last) if last.line == entry.number && last.bucket == bucket => {
                if let (Some(sum), Some(more)) = (&mut last.amounts, &entry.amounts) {
                    *sum = sum.plus(more);
                }
            }
            _ => into.push(Contribution {
                line: entry.number,
                bucket,
                currency: entry.currency(),
                amounts: entry.amounts,
            }),
        }
    }
    found
}
