//! One year in full: where its cost comes from.

use super::{cell, shown};
use crate::language::Message;
use crate::measures::{COST, CostColumn, CostRow, Counts, Figures};
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
    let amounts = if ranged {
        vec![message!("report-head-low"), message!("report-head-central"), message!("report-head-high")]
    } else {
        vec![message!("report-head-amount")]
    };
    // Money and numbers of lines stand in one column: it is the row that says whether the other currencies have a figure.
    let in_each: Vec<(Context<'_>, &Figures)> =
        context.in_each().filter_map(|context| Some((context, &context.cost.rows.first()?.figures))).collect();
    let mut heads = vec![(Message::verbatim(""), Align::Left)];
    for head in amounts {
        heads.extend(in_each.iter().map(|(of, _)| (of.in_currency(head.clone()), Align::Right)));
    }
    let caption = message!("report-cost-in", year = row.year, currency = context.currencies());
    let mut table = Table::said(context.language, &caption, heads);
    let always = |column: &&&CostColumn| FIGURES.contains(&column.key);
    let not_reported = shown(context, &["not_reported"]);
    for column in COST.iter().filter(|column| always(&column)) {
        if column.counts == Counts::NotReported && not_reported.is_empty() {
            continue;
        }
        let mut cells = vec![Cell::Text(context.say(&column.title()))];
        let [low, high] = bounds(column);
        let bounds = if ranged { vec![low, Some(column), high] } else { vec![Some(column)] };
        for bound in bounds {
            cells.extend(in_each.iter().map(|(context, figures)| match bound {
                Some(bound) if !context.is_beside() || bound.is_money() => cell(*context, bound, figures),
                _ => Cell::Blank,
            }));
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
