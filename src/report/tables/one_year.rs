//! One year in full: where its cost comes from.

use super::{cell, shown};
use crate::language::Message;
use crate::measures::{COST, CostColumn, CostRow, Counts};
use crate::message;
use crate::report::context::Context;
use crate::report::sheet::{Align, Cell, Table};

/// The figures that have a row of their own.
const FIGURES: &[&str] = &[
    "labelled_state",
    "labelled_external",
    "labelled_total",
    "attributed_central",
    "total_central",
    "unattributed",
    "lines",
    "not_estimated",
    "not_reported",
];

/// Labelled lines by financing, what unlabelled lines attribute, and the total, with their ranges where they have one.
pub(crate) fn one_year(context: Context<'_>, row: &CostRow) -> Table {
    let figures = &row.figures;
    let ranged = figures.is_ranged() || figures.attributed.as_ref().is_some_and(|known| !known.is_point());
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
    let caption = message!("report-cost-in", year = row.year, currency = context.query.basis.currency);
    let mut table = Table::said(context.language, &caption, heads);
    let always = |column: &&&CostColumn| FIGURES.contains(&column.key);
    let not_reported = shown(context, &["not_reported"]);
    for column in COST.iter().filter(|column| always(&column)) {
        if column.counts == Counts::NotReported && not_reported.is_empty() {
            continue;
        }
        let mut cells = vec![Cell::Text(context.say(&column.title()))];
        if ranged {
            let [low, high] =
                bounds(column).map(|bound| bound.map_or(Cell::Blank, |bound| cell(context, bound, figures)));
            cells.extend([low, cell(context, column, figures), high]);
        } else {
            cells.push(cell(context, column, figures));
        }
        if matches!(column.key, "labelled_total" | "total_central") {
            table.push_total(cells)
        } else {
            table.push(cells)
        }
    }
    table
}

/// The figures that are the bounds of one: what counts the same lines at another bound.
fn bounds(column: &CostColumn) -> [Option<&'static CostColumn>; 2] {
    use crate::measures::Bound::{High, Low};
    let bound = |wanted| {
        COST.iter().find(|other| match (column.counts, other.counts) {
            (Counts::Attributed(kinds, _), Counts::Attributed(of, bound)) => kinds == of && bound == wanted,
            _ => false,
        })
    };
    [bound(Low), bound(High)]
}
