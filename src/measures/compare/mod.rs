//! What changed between two sides, two years or two projects, and why: each change split by cause without a residue.
//!
//! A line costs the product of its amount, its share, the part of that which falls into a group, the rate of exchange and
//! the deflator. The change of the product is divided among these by the value of Shapley, which for two factors is the
//! midpoint decomposition of Bennet: what each contributes is the mean of its contributions over all orders in which the
//! factors can change. It is symmetric in the two sides and exact in fractions. Lines that only one side has are causes
//! of their own. A cost per victim is divided between money and victims in the same way ([`QuotientChange`]), and what
//! money contributes among the causes in proportion to what they change the cost by.

mod cause;
mod effects;
mod exact_sum;
mod items;
mod lines;
mod pairs;
mod quotient;
mod rounding;
mod side;
mod tally;
mod whole;

pub use cause::{Cause, Causes};
pub use effects::{FACTORS, shapley};
pub use lines::{LineChange, LineSide, SideDriver};
pub use quotient::QuotientChange;
pub use rounding::{RoundedChange, rounded};
pub use side::Side;
pub use whole::{Change, CompareQuery, Comparison, compare};
