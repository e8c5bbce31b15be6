//! Cost by year and dimension: the rows of a report.

use super::basis::{BasisFault, Factors};
use super::figures::Figures;
use super::per_victim::{PerVictim, per_victim};
use super::query::Query;
use super::sums::sums;
use crate::attribution::{Ledger, LedgerError};
use crate::domain::Year;
use crate::project::Project;

/// One row of a report.
#[derive(Debug, Clone)]
pub struct CostRow {
    /// The year.
    pub year: Year,
    /// The values of the query's dimensions, in their order.
    pub by: Vec<String>,
    /// The cost.
    pub figures: Figures,
    /// The cost per victim, a measure each.
    pub per_victim: Vec<PerVictim>,
}

/// The rows of a report and what they add up to.
#[derive(Debug, Clone)]
pub struct Cost {
    /// In order of year and values by code point.
    pub rows: Vec<CostRow>,
    /// All rows together, added up exactly.
    pub total: Figures,
}

/// Why costs cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum CostError {
    /// The basis asked for cannot be had.
    #[error(transparent)]
    Basis(#[from] BasisFault),
    /// The frame failed.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
}

/// Works out the rows of a query.
///
/// # Errors
///
/// A basis that cannot be had for a year shown, or a fault of the frame.
pub fn cost(project: &Project, ledger: &Ledger, query: &Query) -> Result<Cost, CostError> {
    let mut rows = Vec::new();
    let mut total = Figures::zero();
    let mut factors = Factors::new(project, query.basis);
    for ((year, by), sums) in sums(ledger, &query.by, query.exploitation.as_deref())? {
        if !query.years.contains(year) || (!query.by.is_empty() && !sums.shows_something) {
            continue;
        }
        let figures = Figures::new(&sums, year, &mut factors)?;
        total = total.plus(&figures);
        let per_victim = query
            .measures
            .iter()
            .map(|measure| per_victim(&project.victims, measure, query.exploitation.as_ref(), year, &figures))
            .collect();
        rows.push(CostRow { year, by, figures, per_victim });
    }
    if !query.by.is_empty() {
        total.lines = lines_of_years(ledger, query)?;
    }
    Ok(Cost { rows, total })
}

/// How many lines the years asked for have: one that stands in several groups is one line.
fn lines_of_years(ledger: &Ledger, query: &Query) -> Result<u64, LedgerError> {
    let years = sums(ledger, &[], None)?;
    Ok(years.into_iter().filter(|((year, _), _)| query.years.contains(*year)).map(|(_, sums)| sums.lines).sum())
}
