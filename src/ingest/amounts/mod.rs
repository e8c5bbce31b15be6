//! Numbers as files write them: what a cell can mean, and the mark of a whole column, decided once from all its cells.

mod amount;
mod column;
mod marks;
mod notation;
mod number;
mod plain;

pub use amount::{AMOUNT_DIGITS, AmountFault, Digits, Readings, Scale, canonical, canonical_of, read, read_of};
pub use column::{Column, Decision, Evidence};
pub use marks::{Groups, Mark, Marks};
pub use notation::Written;
pub use number::{Kind, count_text, number, readings};
pub use plain::{Letters, plain, plain_of};
