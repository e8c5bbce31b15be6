//! Cost by the dimensions asked for.

use super::{align, cell, shown};
use crate::language::{Between, Value};
use crate::measures::{CostColumn, Figures};
use crate::message;
use crate::report::context::Context;
use crate::report::sheet::{Align, Cell, Table};

const FIGURES: &[&str] = &[
    "labelled_total",
    "attributed_central",
    "total_central",
    "total_low",
    "total_high",
    "unattributed",
    "not_estimated",
    "not_reported",
];

/// One row a year and group.
pub(crate) fn groups(context: Context<'_>) -> Table {
    let ranged = context.cost.rows.iter().any(|row| row.figures.is_ranged());
    let mut columns: Vec<&CostColumn> =
        shown(context, FIGURES).into_iter().filter(|column| ranged || !column.is_bound()).collect();
    // The range of a total stands behind it.
    if let Some(total) = columns.iter().position(|column| column.key == "total_central") {
        let low = total.saturating_sub(usize::from(ranged));
        columns[low..=total].rotate_right(1);
    }
    let mut heads = vec![(message!("report-head-year"), Align::Left)];
    heads.extend(context.query.by.iter().map(|dimension| (context.head(*dimension), Align::Left)));
    heads.extend(columns.iter().map(|column| (column.head(), align(column))));
    let by = context.query.by.iter().map(|dimension| context.head(*dimension));
    let by = Value::list(by, Between::And);
    let caption = message!("report-cost-by", by = by, currency = context.currencies());
    let mut table = Table::said(context.language, &caption, heads);
    let figures = |figures: &Figures| columns.iter().map(|column| cell(context, column, figures)).collect::<Vec<_>>();
    for row in context.cost.ranked() {
        let names = context.row_values(row).into_iter().map(Cell::Text);
        let year = std::iter::once(Cell::Text(row.year.to_string()));
        table.push(year.chain(names).chain(figures(&row.figures)).collect());
    }
    let blanks = std::iter::repeat_n(Cell::Blank, context.query.by.len());
    let all = std::iter::once(Cell::Text(context.say(&message!("report-all")))).chain(blanks);
    table.push_total(all.chain(figures(&context.cost.total)).collect());
    table
}
