//! Amounts as files write them: what a cell can mean, and the mark of a whole column, decided once from all its cells.

mod column;
mod notation;

pub use column::{Column, Decision, Evidence};
pub use notation::{
    AMOUNT_DIGITS, AmountFault, Digits, Groups, Mark, Marks, Readings, canonical, canonical_of, canonical_text,
    decimal_text, plain, read, read_of,
};
