//! Years side by side, and the change on the year before.

use super::{CENTRAL, HIGH, LOW, amount, side_cell};
use crate::domain::Fraction;
use crate::measures::{CostRow, Figures, SideFigures};
use crate::message;
use crate::report::context::Context;
use crate::report::sheet::{Align, Cell, Table};

/// One row a year: state, external, labelled, attributed, total, and what is not in it.
pub(crate) fn years(context: Context<'_>) -> Table {
    let unattributed = context.cost.rows.iter().any(|row| !row.figures.unattributed.is_zero());
    let mut heads = vec![
        (message!("report-head-year"), Align::Left),
        (message!("report-head-state"), Align::Right),
        (message!("report-head-external"), Align::Right),
        (message!("report-head-labelled"), Align::Right),
        (message!("report-head-attributed"), Align::Right),
        (message!("report-head-total"), Align::Right),
    ];
    if unattributed {
        heads.push((message!("report-head-not-attributed"), Align::Right));
    }
    heads.push((message!("report-head-not-estimated-short"), Align::Right));
    let caption = message!("report-cost-by-year", currency = context.query.basis.currency);
    let mut table = Table::said(context.language, &caption, heads);
    let cells = |name: String, figures: &Figures| {
        let mut cells = vec![
            Cell::Text(name),
            side_cell(context, &figures.labelled_state, CENTRAL),
            side_cell(context, &figures.labelled_external, CENTRAL),
            side_cell(context, &figures.labelled(), CENTRAL),
            side_cell(context, &figures.attributed, CENTRAL),
            side_cell(context, &figures.total(), CENTRAL),
        ];
        if unattributed {
            cells.push(amount(context, &figures.unattributed));
        }
        cells.push(Cell::Figure(figures.not_estimated().to_string()));
        cells
    };
    for row in &context.cost.rows {
        table.push(cells(row.year.to_string(), &row.figures));
    }
    if context.cost.rows.len() > 1 {
        table.push_total(cells(context.say(&message!("report-all")), &context.cost.total));
    }
    table
}

/// The range of each year's total, where any has one.
pub(crate) fn ranges(context: Context<'_>) -> Option<Table> {
    let ranged = context.cost.rows.iter().any(|row| !row.figures.total().amounts.is_point());
    let mut table = Table::said(
        context.language,
        &message!("report-range", currency = context.query.basis.currency),
        vec![
            (message!("report-head-year"), Align::Left),
            (message!("report-head-low"), Align::Right),
            (message!("report-head-central"), Align::Right),
            (message!("report-head-high"), Align::Right),
        ],
    );
    let cells = |name: String, figures: &Figures| {
        let total = figures.total();
        let bounds = [LOW, CENTRAL, HIGH].map(|pick| side_cell(context, &total, pick));
        std::iter::once(Cell::Text(name)).chain(bounds).collect()
    };
    for row in &context.cost.rows {
        table.push(cells(row.year.to_string(), &row.figures));
    }
    if context.cost.rows.len() > 1 {
        table.push_total(cells(context.say(&message!("report-all")), &context.cost.total));
    }
    ranged.then_some(table)
}

/// The change of each year on the year before it, where both are shown.
pub(crate) fn changes(context: Context<'_>) -> Option<Table> {
    let mut table = Table::said(
        context.language,
        &message!("report-change", currency = context.query.basis.currency),
        vec![
            (message!("report-head-year"), Align::Left),
            (message!("report-head-state"), Align::Right),
            (message!("report-head-external"), Align::Right),
            (message!("report-head-attributed"), Align::Right),
            (message!("report-head-total"), Align::Right),
            (message!("report-head-total-per-cent"), Align::Right),
        ],
    );
    for pair in context.cost.rows.windows(2) {
        let [before, after] = pair else { continue };
        if before.year.after() == Some(after.year) {
            table.push(change_cells(context, before, after));
        }
    }
    (!table.rows.is_empty()).then_some(table)
}

fn change_cells(context: Context<'_>, before: &CostRow, after: &CostRow) -> Vec<Cell> {
    let change = |pick: fn(&Figures) -> SideFigures| {
        let (from, to) = (pick(&before.figures), pick(&after.figures));
        let known = from.is_known() && to.is_known();
        let change = &to.amounts.central - &from.amounts.central;
        Cell::figure(known.then(|| signed(context.amount(&change))))
    };
    let (from, to) = (before.figures.total(), after.figures.total());
    let change_of_total = &to.amounts.central - &from.amounts.central;
    let per_cent = (from.is_known() && to.is_known() && !from.amounts.central.is_negative())
        .then(|| (&change_of_total * &Fraction::whole(100)).checked_div(&from.amounts.central))
        .flatten()
        .map(|change| signed(change.to_decimal(1)));
    vec![
        Cell::Text(after.year.to_string()),
        change(|figures| figures.labelled_state.clone()),
        change(|figures| figures.labelled_external.clone()),
        change(|figures| figures.attributed.clone()),
        change(Figures::total),
        Cell::figure(per_cent),
    ]
}

fn signed(change: String) -> String {
    let zero = change.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    if zero || change.starts_with('-') { change } else { format!("+{change}") }
}
