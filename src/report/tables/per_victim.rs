//! Cost per victim: every measure side by side, with its count, its range and why a figure is missing.

use super::super::citations::Citations;
use crate::domain::{Count, Fraction};
use crate::measures::PerVictim;
use crate::message;
use crate::report::context::Context;
use crate::report::notes::form_word;
use crate::report::sheet::{Align, Cell, Table};

/// One row a measure and year, or group of a year.
pub(crate) fn per_victim(context: Context<'_>, citations: &Citations) -> Option<Table> {
    let figures: Vec<_> = context
        .cost
        .ranked()
        .into_iter()
        .flat_map(|row| row.per_victim.iter().map(move |figure| (row, figure)))
        .collect();
    if figures.is_empty() {
        return None;
    }
    let ranged = figures.iter().any(|(_, figure)| !figure.total.is_point());
    let sourced = figures.iter().any(|(_, figure)| figure.source.is_some());
    let several_years = context.cost.rows.iter().any(|row| Some(row.year) != context.cost.rows.first().map(|r| r.year));
    let mut heads = vec![(message!("report-head-measure"), Align::Left)];
    if several_years {
        heads.push((message!("report-head-year"), Align::Left));
    }
    heads.extend(context.query.by.iter().map(|dimension| (context.head(*dimension), Align::Left)));
    heads.extend([
        (message!("report-head-victims"), Align::Right),
        (message!("report-head-labelled"), Align::Money),
        (message!("report-head-total"), Align::Money),
    ]);
    if ranged {
        heads.extend([
            (message!("report-head-total-low"), Align::Money),
            (message!("report-head-total-high"), Align::Money),
        ]);
    }
    if sourced {
        heads.push((message!("report-head-source-short"), Align::Left));
    }
    let currency = context.currencies();
    let caption = match &context.query.exploitation {
        None => message!("report-per-victim", currency = currency),
        Some(form) => message!("report-per-victim-of-form", form = form_word(form), currency = currency),
    };
    let mut table = Table::said(context.language, &caption, heads);
    // Measure by measure, so that each series reads down its years.
    for measure in &context.query.measures {
        for (row, figure) in figures.iter().filter(|(_, figure)| figure.measure == *measure) {
            let mut cells = vec![Cell::Text(context.measure(&figure.measure))];
            if several_years {
                cells.push(Cell::Text(row.year.to_string()));
            }
            cells.extend(context.row_values(row).into_iter().map(Cell::Text));
            cells.extend(figure_cells(context, figure, ranged));
            if sourced {
                cells.push(Cell::Text(figure.source.as_ref().map(|id| citations.mark(id)).unwrap_or_default()));
            }
            table.push(cells);
        }
    }
    Some(table)
}

fn figure_cells(context: Context<'_>, figure: &PerVictim, ranged: bool) -> Vec<Cell> {
    let amount = |figure: &Option<Fraction>| Cell::figure(figure.as_ref().map(|figure| context.amount(figure)));
    let mut cells = vec![victims(context, figure), amount(&figure.labelled), amount(&figure.total.central)];
    if ranged {
        cells.extend([amount(&figure.total.low), amount(&figure.total.high)]);
    }
    cells
}

/// The count, a range as such, with a mark where the series breaks.
fn victims(context: Context<'_>, figure: &PerVictim) -> Cell {
    let mark = if figure.breaks { format!(" {}", context.say(&message!("report-break-mark"))) } else { String::new() };
    match figure.victims.map(|count: Count| (count.low(), count.high())) {
        None => figure.protected.map_or(Cell::Unknown, |why| Cell::Text(format!("{}{mark}", why.mark()))),
        Some((low, high)) if low == high && mark.is_empty() => Cell::Figure(low.to_string()),
        Some((low, high)) if low == high => Cell::Text(format!("{low}{mark}")),
        Some((low, high)) => Cell::Text(format!("{low}-{high}{mark}")),
    }
}
