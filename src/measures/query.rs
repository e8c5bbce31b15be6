//! What is asked of a ledger: years, dimensions, measures of victims, a form of exploitation, a basis.

use std::sync::Arc;

use super::basis::Basis;
pub use crate::attribution::{Dimension, Grouping};
use crate::domain::YearRange;

/// What is asked.
#[derive(Debug, Clone)]
pub struct Query {
    /// Years shown.
    pub years: YearRange,
    /// What rows are grouped by, in order.
    pub by: Vec<Grouping>,
    /// Measures of victims, in order.
    pub measures: Vec<Arc<str>>,
    /// One form of exploitation, or all.
    pub exploitation: Option<Arc<str>>,
    /// Currency and prices.
    pub basis: Basis,
}
