//! The tables of a report, one file each.

mod across;
mod groups;
mod lines;
mod one_year;
mod per_victim;
mod years;

pub(super) use across::{Grid, across, caption, figures, row_heads};
pub(super) use groups::groups;
pub(super) use lines::{attributed, labelled, not_estimated, unattributed};
pub(super) use one_year::one_year;
pub(super) use per_victim::per_victim;
pub(super) use years::{changes, ranges, years};

use super::context::Context;
use super::sheet::{Align, Cell};
use crate::measures::{COST, CostColumn, Counts, Figures};

/// The cell of a figure.
fn cell(context: Context<'_>, column: &CostColumn, figures: &Figures) -> Cell {
    Cell::figure(context.figure(column, figures))
}

/// What stands in the column of a figure.
pub(super) const fn align(column: &CostColumn) -> Align {
    if column.is_money() { Align::Money } else { Align::Right }
}

/// The figures of a table of years or groups: bounds are left to a table of their own, or to the ranged groups; what no
/// row has is left out.
fn shown(context: Context<'_>, wanted: &'static [&'static str]) -> Vec<&'static CostColumn> {
    let any = |column: &&CostColumn| {
        let counts = matches!(column.counts, Counts::Unattributed | Counts::NotReported);
        let known = |figures: &Figures| column.figure(figures).is_some_and(|figure| !figure.is_zero());
        !counts || context.cost.rows.iter().any(|row| known(&row.figures))
    };
    COST.iter().filter(|column| wanted.contains(&column.key)).filter(any).collect()
}
