//! One year in full: where its cost comes from.

use super::{CENTRAL, HIGH, LOW, Pick, amount, side_cell};
use crate::language::Message;
use crate::measures::{CostRow, SideFigures};
use crate::message;
use crate::report::context::Context;
use crate::report::sheet::{Align, Cell, Table};

/// Labelled lines by financing, what unlabelled lines attribute, and the total, with their ranges where they have one.
pub(crate) fn one_year(context: Context<'_>, row: &CostRow) -> Table {
    let figures = &row.figures;
    let total = figures.total();
    let ranged = !figures.attributed.amounts.is_point() || !total.amounts.is_point();
    let currency = context.query.basis.currency;
    let heads = if ranged {
        vec![
            (Message::verbatim(""), Align::Left),
            (message!("report-head-low"), Align::Right),
            (message!("report-head-central"), Align::Right),
            (message!("report-head-high"), Align::Right),
        ]
    } else {
        vec![(Message::verbatim(""), Align::Left), (message!("report-head-amount"), Align::Right)]
    };
    let caption = message!("report-cost-in", year = row.year, currency = currency);
    let mut table = Table::said(context.language, &caption, heads);
    let middle = |name: &Message, cell: Cell| {
        let mut cells = vec![Cell::Text(context.say(name)), cell];
        if ranged {
            cells.insert(1, Cell::Blank);
            cells.push(Cell::Blank);
        }
        cells
    };
    let central = |name: &Message, side: &SideFigures| middle(name, side_cell(context, side, CENTRAL));
    let three = |name: &Message, side: &SideFigures| {
        let picks: &[Pick] = if ranged { &[LOW, CENTRAL, HIGH] } else { &[CENTRAL] };
        std::iter::once(Cell::Text(context.say(name)))
            .chain(picks.iter().map(|pick| side_cell(context, side, *pick)))
            .collect()
    };
    table.push(central(&message!("report-labelled-state"), &figures.labelled_state));
    table.push(central(&message!("report-labelled-external"), &figures.labelled_external));
    table.push_total(central(&message!("report-labelled-together"), &figures.labelled()));
    table.push(three(&message!("report-attributed-of-unlabelled"), &figures.attributed));
    table.push_total(three(&message!("report-total-attributed"), &total));
    table.push(middle(&message!("report-unattributed"), amount(context, &figures.unattributed)));
    let not_estimated = Cell::Figure(figures.not_estimated().to_string());
    table.push(middle(&message!("report-lines-not-estimated"), not_estimated));
    table
}
