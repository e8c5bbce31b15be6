//! One year in full: where its cost comes from.

use super::{CENTRAL, HIGH, LOW, Pick, amount, attributed_cell, total_cell};
use crate::domain::Fraction;
use crate::measures::{CostRow, Figures};
use crate::report::context::Context;
use crate::report::sheet::{Align, Cell, Table};

/// Labelled lines by financing, what unlabelled lines attribute, and the total, with their ranges where they have one.
pub(crate) fn one_year(context: Context<'_>, row: &CostRow) -> Table {
    let figures = &row.figures;
    let ranged = !figures.attributed.is_point() || !figures.total.is_point();
    let currency = context.query.basis.currency;
    let heads: &[(&str, Align)] = if ranged {
        &[("", Align::Left), ("Low", Align::Right), ("Central", Align::Right), ("High", Align::Right)]
    } else {
        &[("", Align::Left), ("Amount", Align::Right)]
    };
    let mut table = Table::new(format!("Cost in {}, {currency}", row.year), heads);
    let single = |name: &str, figure: &Fraction| {
        let mut cells = vec![Cell::text(name), amount(context, figure)];
        if ranged {
            cells.insert(1, Cell::Blank);
            cells.push(Cell::Blank);
        }
        cells
    };
    let three = |name: &str, cell: fn(Context<'_>, &Figures, Pick) -> Cell| {
        let picks: &[Pick] = if ranged { &[LOW, CENTRAL, HIGH] } else { &[CENTRAL] };
        std::iter::once(Cell::text(name)).chain(picks.iter().map(|pick| cell(context, figures, *pick))).collect()
    };
    table.push(single("Labelled lines, state financing", &figures.labelled_state));
    table.push(single("Labelled lines, external financing", &figures.labelled_external));
    table.push_total(single("Labelled lines together", &figures.labelled_total()));
    table.push(three("Attributed of unlabelled lines", attributed_cell));
    table.push_total(three("Total attributed", total_cell));
    table.push(single("Not attributed by any rule (not in the total)", &figures.unattributed));
    let not_estimated = Cell::Figure(figures.not_estimated.to_string());
    let mut cells = vec![Cell::text("Lines not estimated (amount not published)"), not_estimated];
    if ranged {
        cells.insert(1, Cell::Blank);
        cells.push(Cell::Blank);
    }
    table.push(cells);
    table
}
