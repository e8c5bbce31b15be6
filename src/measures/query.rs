//! What is asked of a ledger: years, dimensions, measures of victims, a form of exploitation, a basis.

use std::num::NonZeroUsize;

use arcstr::ArcStr;

use super::basis::Basis;
pub use crate::attribution::{Dimension, Grouping};
use crate::domain::{Currency, YearRange};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Years shown.
    pub years: YearRange,
    /// What rows are grouped by, in order.
    pub by: Vec<Grouping>,
    /// Measures of victims, in order.
    pub measures: Vec<ArcStr>,
    /// One form of exploitation, or all.
    pub exploitation: Option<ArcStr>,
    /// Currency and prices.
    pub basis: Basis,
    /// Currencies in which the same figures stand beside those of the basis, in order.
    pub also: Vec<Currency>,
    /// How rows are laid out.
    pub layout: Layout,
}

/// How the rows of a query are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Layout {
    /// What stands across, as columns of tables.
    pub across: Option<Across>,
    /// How many groups have rows of their own, the largest by their total; the others are added up in one.
    pub top: Option<NonZeroUsize>,
}

/// What stands across.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Across {
    /// Years.
    Year,
    /// The last of the groupings.
    Last,
}

impl Across {
    /// The word in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Last => "last",
        }
    }

    /// Reads the word; anything else is `None`.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Year, Self::Last].into_iter().find(|across| across.word() == word)
    }
}

impl Query {
    /// Every basis in which figures are shown, the main one first.
    pub fn bases(&self) -> impl Iterator<Item = Basis> {
        let other = |currency: &Currency| Basis { currency: *currency, ..self.basis };
        std::iter::once(self.basis).chain(self.also.iter().map(other))
    }

    /// The same question with each of the other currencies as the main one.
    pub fn in_others(&self) -> impl Iterator<Item = Self> {
        self.bases().skip(1).map(|basis| {
            let others = self.bases().map(|basis| basis.currency).filter(|other| *other != basis.currency);
            Self { basis, also: others.collect(), ..self.clone() }
        })
    }

    /// How many of the groupings, from the first, make the groups of which the largest are shown: what stands across is none
    /// of them unless there is nothing else.
    #[must_use]
    pub fn ranked(&self) -> usize {
        match self.layout.across {
            Some(Across::Last) if self.by.len() > 1 => self.by.len() - 1,
            _ => self.by.len(),
        }
    }
}
