//! The basis in which figures are shown: a currency, and current prices or those of one year.
//!
//! Deflate first, then convert, then round, once: a figure's factor is exact, and nothing is rounded before the end.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Currency, Fraction, Year};
use crate::language::Message;
use crate::message;
use crate::project::Project;

/// A currency and the year of its prices; `None` is current prices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Basis {
    /// The currency shown.
    pub currency: Currency,
    /// The year in whose prices figures are shown.
    pub prices: Option<Year>,
}

/// Why a year cannot be shown in a basis.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BasisFault {
    /// The chain of prices lacks a year.
    #[error("prices have no rate for {missing}, which is needed to restate {year}")]
    Prices {
        /// The year to restate.
        year: Year,
        /// The year without a rate.
        missing: Year,
    },
    /// There are several indices and none is named.
    #[error("prices hold several indices ({}), and the project names none", indices.join(", "))]
    WhichIndex {
        /// Their names.
        indices: Vec<String>,
    },
    /// There is no rate.
    #[error("rates have no rate from {from} to {to} for {year}")]
    Rate {
        /// The currency of a line.
        from: Currency,
        /// The currency asked for.
        to: Currency,
        /// The year.
        year: Year,
    },
}

impl BasisFault {
    /// The fault as a person reads it.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Prices { year, missing } => message!("basis-no-prices", year = year, missing = missing),
            Self::WhichIndex { indices } => message!("basis-which-index", indices = indices.clone()),
            Self::Rate { from, to, year } => message!("basis-no-rate", from = from, to = to, year = year),
        }
    }
}

impl Basis {
    /// Why lines cannot be shown in this basis: each missing year of the chain and each missing rate once.
    #[must_use]
    pub fn faults(&self, project: &Project, lines: impl Iterator<Item = (Currency, Year)>) -> Vec<BasisFault> {
        let mut faults: Vec<BasisFault> = Vec::new();
        if self.prices.is_some()
            && let Some(fault) = which_index(project)
        {
            return vec![fault];
        }
        let distinct: BTreeSet<(Year, Currency)> = lines.map(|(currency, year)| (year, currency)).collect();
        for (year, from) in distinct {
            let gaps = self.prices.map(|prices| project.prices.gaps(year, prices)).unwrap_or_default();
            for missing in gaps {
                let told =
                    |fault: &BasisFault| matches!(fault, BasisFault::Prices { missing: told, .. } if *told == missing);
                if !faults.iter().any(told) {
                    faults.push(BasisFault::Prices { year, missing });
                }
            }
            if project.exchange.rate(from, self.currency, year).is_none() {
                faults.push(BasisFault::Rate { from, to: self.currency, year });
            }
        }
        faults
    }

    /// What one minor unit of a currency of a year is in minor units of this basis.
    ///
    /// # Errors
    ///
    /// A year that the chain of prices lacks, or a rate that nobody gives.
    pub fn factor(&self, project: &Project, from: Currency, year: Year) -> Result<Fraction, BasisFault> {
        Ok(&self.deflator(project, year)? * &self.rate(project, from, year)?)
    }

    /// What one unit of money of a year is in the prices of this basis.
    ///
    /// # Errors
    ///
    /// A year that the chain of prices lacks.
    pub fn deflator(&self, project: &Project, year: Year) -> Result<Fraction, BasisFault> {
        match self.prices {
            None => Ok(Fraction::one()),
            Some(prices) => project.prices.factor(year, prices).map_err(|missing| BasisFault::Prices { year, missing }),
        }
    }

    /// What one minor unit of a currency is in minor units of the currency of this basis, in a year.
    ///
    /// # Errors
    ///
    /// A rate that nobody gives.
    pub fn rate(&self, project: &Project, from: Currency, year: Year) -> Result<Fraction, BasisFault> {
        let to = self.currency;
        project.exchange.minor_rate(from, to, year).ok_or(BasisFault::Rate { from, to, year })
    }
}

/// The factors of a basis, each worked out once.
#[derive(Debug)]
pub struct Factors<'p> {
    project: &'p Project,
    basis: Basis,
    known: BTreeMap<(Currency, Year), Fraction>,
}

impl<'p> Factors<'p> {
    /// Of a project in a basis.
    #[must_use]
    pub const fn new(project: &'p Project, basis: Basis) -> Self {
        Self { project, basis, known: BTreeMap::new() }
    }

    /// What one minor unit of a currency of a year is in minor units of the basis.
    ///
    /// # Errors
    ///
    /// As [`Basis::factor`].
    pub fn of(&mut self, currency: Currency, year: Year) -> Result<&Fraction, BasisFault> {
        match self.known.entry((currency, year)) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(new) => Ok(new.insert(self.basis.factor(self.project, currency, year)?)),
        }
    }
}

/// Several indices of which none is named.
fn which_index(project: &Project) -> Option<BasisFault> {
    let indices: Vec<String> = project.prices.indices().map(str::to_owned).collect();
    (project.prices.index().is_none() && indices.len() > 1).then_some(BasisFault::WhichIndex { indices })
}
