//! Budget lines as canonical rows of an input: what `reduce` prints, and what can be read again.
//!
//! The project's own dimensions stand behind the last column. A line with blank amounts beside known ones is two rows, so that reading them gives the same line again.

use std::borrow::Cow;

use std::sync::Arc;

use arcstr::ArcStr;

use super::rows::FlatTable;
use crate::domain::BudgetLine;

/// Columns of the rows, in this order.
pub const COLUMNS: [&str; 13] = [
    "year", "agency", "funder", "label", "line", "function", "area", "phase", "currency", "source", "amount", "note",
    "rows",
];

/// The lines as rows, in their order; `own` are the names of the project's own dimensions.
#[must_use]
pub fn budget_line_rows<'l>(lines: &'l [Arc<BudgetLine>], own: &[ArcStr]) -> FlatTable<'l> {
    let rows = lines.iter().flat_map(|line| {
        let known = line
            .amount()
            .map(|amount| (amount.to_plain(line.key().currency.digits()), line.rows().count() - line.rows().blank()));
        let blank = (line.rows().blank() > 0).then(|| (String::new(), line.rows().blank()));
        known.into_iter().chain(blank).map(|(amount, rows)| row(line, amount, rows))
    });
    let header = COLUMNS.into_iter().chain(own.iter().map(AsRef::as_ref));
    FlatTable { header: header.map(str::to_owned).collect(), rows: rows.collect() }
}

fn row(line: &BudgetLine, amount: String, rows: u64) -> Vec<Cow<'_, str>> {
    let key = &line.key();
    let mut cells: Vec<Cow<'_, str>> = vec![
        Cow::Owned(key.year.to_string()),
        Cow::Borrowed(&key.agency),
        Cow::Borrowed(&key.funder),
        Cow::Borrowed(key.label.word()),
        Cow::Borrowed(&key.line),
        Cow::Borrowed(&key.function),
        Cow::Borrowed(&key.area),
        Cow::Borrowed(key.phase.word()),
        Cow::Owned(key.currency.code().to_owned()),
        Cow::Borrowed(&key.source),
        Cow::Owned(amount),
        Cow::Borrowed(line.rows().note()),
        Cow::Owned(rows.to_string()),
    ];
    cells.extend(key.own.iter().map(|value| Cow::Borrowed(&**value)));
    cells
}
