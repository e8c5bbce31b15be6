//! Cost by the dimensions asked for.

use super::{CENTRAL, HIGH, LOW, amount, group_cell, side_cell};
use crate::report::context::Context;
use crate::report::sheet::{Align, Cell, Table};

/// One row a year and group.
pub(crate) fn groups(context: Context<'_>) -> Table {
    let ranged = context.cost.rows.iter().any(|row| !row.figures.total().amounts.is_point());
    let mut heads = vec![("Year", Align::Left)];
    heads.extend(context.query.by.iter().map(|dimension| (dimension.column(), Align::Left)));
    heads.extend([("Labelled", Align::Right), ("Attributed", Align::Right), ("Total", Align::Right)]);
    if ranged {
        heads.extend([("Total, low", Align::Right), ("Total, high", Align::Right)]);
    }
    heads.extend([("Not attributed", Align::Right), ("Not est.", Align::Right)]);
    let by: Vec<&str> = context.query.by.iter().map(|dimension| dimension.column()).collect();
    let mut table = Table::new(format!("Cost by {}, {}", by.join(" and "), context.query.basis.currency), &heads);
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
        let names = row.by.iter().map(|value| group_cell(value));
        let year = std::iter::once(Cell::Text(row.year.to_string()));
        table.push(year.chain(names).chain(figures_cells(&row.figures)).collect());
    }
    let blanks = std::iter::repeat_n(Cell::Blank, context.query.by.len());
    let all = std::iter::once(Cell::text("All")).chain(blanks);
    table.push_total(all.chain(figures_cells(&context.cost.total)).collect());
    table
}
