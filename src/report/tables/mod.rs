//! The tables of a report, one file each.

mod groups;
mod lines;
mod one_year;
mod per_victim;
mod years;

pub(super) use groups::groups;
pub(super) use lines::{attributed, labelled, not_estimated, unattributed};
pub(super) use one_year::one_year;
pub(super) use per_victim::per_victim;
pub(super) use years::{changes, years};

use super::context::Context;
use super::sheet::Cell;
use crate::domain::{Fraction, Interval};

/// An amount in minor units of the basis.
fn amount(context: Context<'_>, figure: &Fraction) -> Cell {
    Cell::Figure(context.amount(figure))
}

/// Low, central and high.
fn interval(context: Context<'_>, figures: &Interval<Fraction>) -> [Cell; 3] {
    [amount(context, &figures.low), amount(context, &figures.central), amount(context, &figures.high)]
}
