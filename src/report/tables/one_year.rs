//! One year in full: where its cost comes from.

use super::{CENTRAL, HIGH, LOW, Pick, amount, side_cell};
use crate::measures::{CostRow, SideFigures};
use crate::report::context::Context;
use crate::report::sheet::{Align, Cell, Table};

/// Labelled lines by financing, what unlabelled lines attribute, and the total, with their ranges where they have one.
pub(crate) fn one_year(context: Context<'_>, row: &CostRow) -> Table {
    let figures = &row.figures;
    let total = figures.total();
    let ranged = !figures.attributed.amounts.is_point() || !total.amounts.is_point();
    let currency = context.query.basis.currency;
    let heads: &[(&str, Align)] = if ranged {
        &[("", Align::Left), ("Low", Align::Right), ("Central", Align::Right), ("High", Align::Right)]
    } else {
        &[("", Align::Left), ("Amount", Align::Right)]
    };
    let mut table = Table::new(format!("Cost in {}, {currency}", row.year), heads);
    let middle = |name: &str, cell: Cell| {
        let mut cells = vec![Cell::text(name), cell];
        if ranged {
            cells.insert(1, Cell::Blank);
            cells.push(Cell::Blank);
        }
        cells
    };
    let central = |name: &str, side: &SideFigures| middle(name, side_cell(context, side, CENTRAL));
    let three = |name: &str, side: &SideFigures| {
        let picks: &[Pick] = if ranged { &[LOW, CENTRAL, HIGH] } else { &[CENTRAL] };
        std::iter::once(Cell::text(name)).chain(picks.iter().map(|pick| side_cell(context, side, *pick))).collect()
    };
    table.push(central("Labelled lines, state financing", &figures.labelled_state));
    table.push(central("Labelled lines, external financing", &figures.labelled_external));
    table.push_total(central("Labelled lines together", &figures.labelled()));
    table.push(three("Attributed of unlabelled lines", &figures.attributed));
    table.push_total(three("Total attributed", &total));
    table.push(middle("Not attributed by any rule (not in the total)", amount(context, &figures.unattributed)));
    let not_estimated = Cell::Figure(figures.not_estimated().to_string());
    table.push(middle("Lines not estimated (amount not published)", not_estimated));
    table
}
