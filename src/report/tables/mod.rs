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
use crate::language::{Message, Value};
use crate::measures::{Dimension, SideFigures};
use crate::message;

/// The head of a dimension's column.
fn dimension_head(dimension: Dimension) -> Message {
    message!("verbatim", text = Value::Word("dimension", dimension.column().to_owned()))
}

/// The value of a dimension: a word of the field as the language has it, a name of the project as it is.
fn group_cell(context: Context<'_>, dimension: Dimension, value: &str) -> Cell {
    match dimension.column() {
        _ if value.is_empty() => Cell::Text(context.say(&message!("report-blank"))),
        kind @ ("financing" | "label" | "area" | "exploitation" | "state") => {
            Cell::Text(context.language.term(kind, value))
        }
        _ => Cell::text(value),
    }
}

/// An amount in minor units of the basis.
fn amount(context: Context<'_>, figure: &Fraction) -> Cell {
    Cell::Figure(context.amount(figure))
}

/// What lines of one kind attribute, or that nobody knows.
fn side_cell(context: Context<'_>, side: &SideFigures, pick: Pick) -> Cell {
    if side.is_known() { amount(context, pick(&side.amounts)) } else { Cell::Unknown }
}

/// One of low, central and high.
type Pick = fn(&Interval<Fraction>) -> &Fraction;

const LOW: Pick = |figures| &figures.low;
const CENTRAL: Pick = |figures| &figures.central;
const HIGH: Pick = |figures| &figures.high;
