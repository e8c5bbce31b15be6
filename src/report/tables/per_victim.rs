//! Cost per victim: every measure side by side, with its count, its range and why a figure is missing.

use super::super::citations::Citations;
use super::group_cell;
use crate::domain::Count;
use crate::measures::{CostRow, PerVictim};
use crate::report::context::Context;
use crate::report::sheet::{Align, Cell, Table};

/// One row a measure and year, or group of a year.
pub(crate) fn per_victim(context: Context<'_>, citations: &Citations) -> Option<Table> {
    let figures: Vec<_> =
        context.cost.rows.iter().flat_map(|row| row.per_victim.iter().map(move |figure| (row, figure))).collect();
    if figures.is_empty() {
        return None;
    }
    let ranged = figures.iter().any(|(_, figure)| !figure.total.is_point());
    let sourced = figures.iter().any(|(_, figure)| figure.source.is_some());
    let several_years = context.cost.rows.iter().any(|row| Some(row.year) != context.cost.rows.first().map(|r| r.year));
    let mut heads = vec![("Measure", Align::Left)];
    if several_years {
        heads.push(("Year", Align::Left));
    }
    heads.extend(context.query.by.iter().map(|dimension| (dimension.column(), Align::Left)));
    heads.extend([("Victims", Align::Right), ("Labelled", Align::Right), ("Total", Align::Right)]);
    if ranged {
        heads.extend([("Total, low", Align::Right), ("Total, high", Align::Right)]);
    }
    if sourced {
        heads.push(("Src", Align::Left));
    }
    let form = context.query.exploitation.as_ref().map(|form| format!(", {form} exploitation")).unwrap_or_default();
    let caption = format!("Cost per victim{form}, {}", context.query.basis.currency);
    let mut table = Table::new(caption, &heads);
    // Measure by measure, so that each series reads down its years.
    for measure in &context.query.measures {
        for (row, figure) in figures.iter().filter(|(_, figure)| figure.measure == *measure) {
            let mut cells = vec![Cell::text(figure.measure.as_ref())];
            if several_years {
                cells.push(Cell::Text(row.year.to_string()));
            }
            cells.extend(row.by.iter().map(|value| group_cell(value)));
            cells.extend(figure_cells(context, row, figure, ranged));
            if sourced {
                cells.push(Cell::Text(figure.source.as_ref().map(|id| citations.mark(id)).unwrap_or_default()));
            }
            table.push(cells);
        }
    }
    Some(table)
}

/// A cost that nobody knows has no cost per victim either.
fn figure_cells(context: Context<'_>, row: &CostRow, figure: &PerVictim, ranged: bool) -> Vec<Cell> {
    let known = row.figures.total().is_known();
    let amount = |figure: &Option<crate::domain::Fraction>| {
        Cell::figure(figure.as_ref().filter(|_| known).map(|figure| context.amount(figure)))
    };
    let mut cells = vec![victims(figure), amount(&figure.labelled), amount(&figure.total.central)];
    if ranged {
        cells.extend([amount(&figure.total.low), amount(&figure.total.high)]);
    }
    cells
}

/// The count, a range as such, with a mark where the series breaks.
fn victims(figure: &PerVictim) -> Cell {
    let mark = if figure.breaks { " (break)" } else { "" };
    match figure.victims.map(|count: Count| (count.low(), count.high())) {
        None => Cell::Unknown,
        Some((low, high)) if low == high && mark.is_empty() => Cell::Figure(low.to_string()),
        Some((low, high)) if low == high => Cell::Text(format!("{low}{mark}")),
        Some((low, high)) => Cell::Text(format!("{low}-{high}{mark}")),
    }
}
