//! What is asked of a ledger: years, dimensions, measures of victims, a form of exploitation, a basis.

use std::sync::Arc;

use super::basis::Basis;
use crate::domain::YearRange;

/// A dimension that figures can be shown by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dimension(&'static str);

impl Dimension {
    /// Every dimension, in the order of the help.
    pub const ALL: [Self; 10] = [
        Self("agency"),
        Self("funder"),
        Self("financing"),
        Self("label"),
        Self("line"),
        Self("function"),
        Self("area"),
        Self("exploitation"),
        Self("state"),
        Self("rule"),
    ];

    /// Its name, which is that of the ledger's column.
    #[must_use]
    pub const fn column(self) -> &'static str {
        self.0
    }

    /// Reads a name; anything else is `None`.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dimension| dimension.0 == name)
    }
}

/// What is asked.
#[derive(Debug, Clone)]
pub struct Query {
    /// Years shown.
    pub years: YearRange,
    /// Dimensions, in order.
    pub by: Vec<Dimension>,
    /// Measures of victims, in order.
    pub measures: Vec<Arc<str>>,
    /// One form of exploitation, or all.
    pub exploitation: Option<Arc<str>>,
    /// Currency and prices.
    pub basis: Basis,
}
