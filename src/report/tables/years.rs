//! Years side by side, and the change on the year before.

use num_bigint::BigInt;

use super::{align, cell, shown};
use crate::domain::Fraction;
use crate::measures::{COST, CostColumn, CostRow, Figures, cost_column};
use crate::message;
use crate::report::context::Context;
use crate::report::sheet::{Align, Cell, Table};

const FIGURES: &[&str] = &[
    "labelled_state",
    "labelled_external",
    "labelled_total",
    "attributed_central",
    "total_central",
    "unattributed",
    "not_estimated",
    "not_reported",
];
const RANGE: &[&str] = &["total_low", "total_central", "total_high"];
const CHANGES: &[&str] = &["labelled_state", "labelled_external", "attributed_central", "total_central"];

/// One row a year: state, external, labelled, attributed, total, and what is not in it.
pub(crate) fn years(context: Context<'_>) -> Table {
    let columns = shown(context, FIGURES);
    let mut heads = vec![(message!("report-head-year"), Align::Left)];
    heads.extend(columns.iter().map(|column| (column.head(), align(column))));
    let caption = message!("report-cost-by-year", currency = context.currencies());
    rows(context, Table::said(context.language, &caption, heads), &columns)
}

/// The range of each year's total, where any has one.
pub(crate) fn ranges(context: Context<'_>) -> Option<Table> {
    let ranged = context.cost.rows.iter().any(|row| row.figures.is_ranged());
    let heads = vec![
        (message!("report-head-year"), Align::Left),
        (message!("report-head-low"), Align::Money),
        (message!("report-head-central"), Align::Money),
        (message!("report-head-high"), Align::Money),
    ];
    let caption = message!("report-range", currency = context.currencies());
    let table = Table::said(context.language, &caption, heads);
    ranged.then(|| rows(context, table, &shown(context, RANGE)))
}

/// One row a year, and one that sums them up.
fn rows(context: Context<'_>, mut table: Table, columns: &[&CostColumn]) -> Table {
    let cells = |name: String, figures: &Figures| {
        let figures = columns.iter().map(|column| cell(context, column, figures));
        std::iter::once(Cell::Text(name)).chain(figures).collect()
    };
    for row in &context.cost.rows {
        table.push(cells(row.year.to_string(), &row.figures));
    }
    if context.cost.rows.len() > 1 {
        table.push_total(cells(context.say(&message!("report-all")), &context.cost.total));
    }
    table
}

/// The change of each year on the year before it, where both are shown.
pub(crate) fn changes(context: Context<'_>) -> Option<Table> {
    let columns: Vec<&CostColumn> = COST.iter().filter(|column| CHANGES.contains(&column.key)).collect();
    let mut heads = vec![(message!("report-head-year"), Align::Left)];
    heads.extend(columns.iter().map(|column| (column.head(), align(column))));
    heads.push((message!("report-head-total-per-cent"), Align::Right));
    let caption = message!("report-change", currency = context.currencies());
    let mut table = Table::said(context.language, &caption, heads);
    for pair in context.cost.rows.windows(2) {
        let [before, after] = pair else { continue };
        if before.year.after() == Some(after.year) {
            let mut cells = vec![Cell::Text(after.year.to_string())];
            cells.extend(columns.iter().map(|column| {
                let change = change(column, before, after).map(|(change, _)| signed(context.amount(&whole(change))));
                Cell::figure(change)
            }));
            cells.push(Cell::figure(per_cent(before, after)));
            table.push(cells);
        }
    }
    (!table.rows.is_empty()).then_some(table)
}

/// The difference of the two figures as they are shown, in whole minor units, and the earlier of them.
fn change(column: &CostColumn, before: &CostRow, after: &CostRow) -> Option<(BigInt, BigInt)> {
    let shown = |row: &CostRow| column.figure(&row.figures).map(|figure| figure.round_half_away());
    let (before, after) = (shown(before)?, shown(after)?);
    Some((after - &before, before))
}

/// The change of the total in per cent of the earlier one.
fn per_cent(before: &CostRow, after: &CostRow) -> Option<String> {
    let (change, of) = change(cost_column("total_central")?, before, after)?;
    let of = whole(of);
    let per_cent = (&whole(change) * &Fraction::whole(100)).checked_div(&of)?;
    (!of.is_negative()).then(|| signed(per_cent.to_decimal(1)))
}

fn whole(units: BigInt) -> Fraction {
    Fraction::whole(units)
}

fn signed(change: String) -> String {
    let zero = change.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    if zero || change.starts_with('-') { change } else { format!("+{change}") }
}
