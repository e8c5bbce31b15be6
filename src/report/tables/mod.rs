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
pub(super) use years::{changes, ranges, years};

use super::context::Context;
use super::sheet::Cell;
use crate::domain::{Fraction, Interval};
use crate::measures::Figures;

/// An amount in minor units of the basis.
fn amount(context: Context<'_>, figure: &Fraction) -> Cell {
    Cell::Figure(context.amount(figure))
}

/// What labelled lines attribute, or that nobody knows.
fn labelled_cell(context: Context<'_>, figures: &Figures) -> Cell {
    if figures.total_is_known() { amount(context, &figures.labelled_total()) } else { Cell::Unknown }
}

/// What unlabelled lines attribute, or that nobody knows.
fn attributed_cell(context: Context<'_>, figures: &Figures, pick: Pick) -> Cell {
    if figures.attributed_is_known() { amount(context, pick(&figures.attributed)) } else { Cell::Unknown }
}

/// All that is attributed, or that nobody knows.
fn total_cell(context: Context<'_>, figures: &Figures, pick: Pick) -> Cell {
    if figures.total_is_known() { amount(context, pick(&figures.total)) } else { Cell::Unknown }
}

/// One of low, central and high.
type Pick = fn(&Interval<Fraction>) -> &Fraction;

const LOW: Pick = |figures| &figures.low;
const CENTRAL: Pick = |figures| &figures.central;
const HIGH: Pick = |figures| &figures.high;
