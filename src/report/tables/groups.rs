//! Cost by the dimensions asked for.

use super::{CENTRAL, HIGH, LOW, amount, dimension_head, group_cell, side_cell};
use crate::language::{Between, Value};
use crate::message;
use crate::report::context::Context;
use crate::report::sheet::{Align, Cell, Table};

/// One row a year and group.
pub(crate) fn groups(context: Context<'_>) -> Table {
    let ranged = context.cost.rows.iter().any(|row| !row.figures.total().amounts.is_point());
    let mut heads = vec![(message!("report-head-year"), Align::Left)];
    heads.extend(context.query.by.iter().map(|dimension| (dimension_head(*dimension), Align::Left)));
    heads.extend([
        (message!("report-head-labelled"), Align::Right),
        (message!("report-head-attributed"), Align::Right),
        (message!("report-head-total"), Align::Right),
    ]);
    if ranged {
        heads.extend([
            (message!("report-head-total-low"), Align::Right),
            (message!("report-head-total-high"), Align::Right),
        ]);
    }
    heads.extend([
        (message!("report-head-not-attributed"), Align::Right),
        (message!("report-head-not-estimated-short"), Align::Right),
    ]);
    let by = context.query.by.iter().map(|dimension| dimension_head(*dimension));
    let by = Value::list(by, Between::And);
    let caption = message!("report-cost-by", by = by, currency = context.query.basis.currency);
    let mut table = Table::said(context.language, &caption, heads);
    let figures_cells = |figures: &crate::measures::Figures| {
        let mut cells = vec![
            side_cell(context, &figures.labelled(), CENTRAL),
            side_cell(context, &figures.attributed, CENTRAL),
            side_cell(context, &figures.total(), CENTRAL),
        ];
        if ranged {
            cells.extend([side_cell(context, &figures.total(), LOW), side_cell(context, &figures.total(), HIGH)]);
        }
        cells.push(amount(context, &figures.unattributed));
        cells.push(Cell::Figure(figures.not_estimated().to_string()));
        cells
    };
    for row in &context.cost.rows {
        let names = context.query.by.iter().zip(&row.by).map(|(of, value)| group_cell(context, *of, value));
        let year = std::iter::once(Cell::Text(row.year.to_string()));
        table.push(year.chain(names).chain(figures_cells(&row.figures)).collect());
    }
    let blanks = std::iter::repeat_n(Cell::Blank, context.query.by.len());
    let all = std::iter::once(Cell::Text(context.say(&message!("report-all")))).chain(blanks);
    table.push_total(all.chain(figures_cells(&context.cost.total)).collect());
    table
}
