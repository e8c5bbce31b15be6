//! Cost by year and dimension: the rows of a report.

use std::collections::BTreeMap;

use super::basis::{BasisFault, Factors};
use super::figures::Figures;
use super::per_victim::{PerVictim, per_victim};
use super::query::Query;
use super::sums::{Sums, row_sums, sums};
use super::top::{RowKey, Top};
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
    /// How many groups beyond the largest it adds up; `None` for a group of its own.
    pub other: Option<usize>,
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
    /// The groups that have rows of their own, where not all do.
    pub top: Option<Top>,
    /// The same rows in the other currencies of the query, in their order.
    pub also: Vec<InCurrency>,
}

/// A question in one of its other currencies, and its answer.
#[derive(Debug, Clone)]
pub struct InCurrency {
    /// What is asked, with this currency as the main one.
    pub query: Query,
    /// The answer.
    pub cost: Cost,
}

/// Which row a group falls into.
#[derive(Debug)]
pub struct RowIndex<'c> {
    rows: BTreeMap<(Year, RowKey), usize>,
    top: Option<&'c Top>,
}

impl RowIndex<'_> {
    /// The position of the row of a year and values of the query's groupings.
    #[must_use]
    pub fn of(&self, year: Year, by: Vec<String>) -> Option<usize> {
        self.rows.get(&(year, RowKey::of(by, self.top))).copied()
    }
}

impl CostRow {
    /// What it stands for beside its year.
    #[must_use]
    pub fn key(&self) -> RowKey {
        RowKey { is_other: self.other.is_some(), by: self.by.clone() }
    }
}

impl Cost {
    /// Which row a group falls into.
    #[must_use]
    pub fn index(&self) -> RowIndex<'_> {
        let rows = self.rows.iter().enumerate().map(|(position, row)| ((row.year, row.key()), position));
        RowIndex { rows: rows.collect(), top: self.top.as_ref() }
    }

    /// The rows of every year with the largest groups first, where only these have rows of their own.
    #[must_use]
    pub fn ranked(&self) -> Vec<&CostRow> {
        let mut rows: Vec<&CostRow> = self.rows.iter().collect();
        if let Some(top) = &self.top {
            rows.sort_by_key(|row| (row.year, top.rank(&row.key())));
        }
        rows
    }
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
    // Which groups have rows of their own is decided in the main currency.
    let top = Top::of(project, ledger, query)?;
    let sums = row_sums(ledger, query, top.as_ref())?;
    let lines = if query.by.is_empty() { None } else { Some(lines_of_years(ledger, query)?) };
    let mut cost = in_basis(project, (&sums, top.as_ref()), query, lines)?;
    for query in query.in_others() {
        cost.also.push(InCurrency { cost: in_basis(project, (&sums, top.as_ref()), &query, lines)?, query });
    }
    Ok(cost)
}

/// The rows of a query in its main basis; `lines` is how many there are where a line may stand in several rows.
fn in_basis(
    project: &Project,
    (sums, top): (&BTreeMap<(Year, RowKey), Sums>, Option<&Top>),
    query: &Query,
    lines: Option<u64>,
) -> Result<Cost, BasisFault> {
    let mut rows = Vec::new();
    let mut total = Figures::zero();
    let mut factors = Factors::new(project, query.basis);
    for ((year, key), sums) in sums {
        let year = *year;
        if !query.years.contains(year) {
            continue;
        }
        let figures = Figures::new(sums, year, &mut factors)?;
        total = total.plus(&figures);
        // A group of which rules say that none of it counts is a known 0.00 of the whole, and no row of its own.
        if !query.by.is_empty() && !sums.shows_something {
            continue;
        }
        let per_victim = query
            .measures
            .iter()
            .map(|measure| per_victim(&project.victims, measure, query.exploitation.as_ref(), year, &figures))
            .collect();
        let other = top.filter(|_| key.is_other).map(|top| top.others.len());
        rows.push(CostRow { year, by: key.by.clone(), other, figures, per_victim });
    }
    total.lines = lines.unwrap_or(total.lines);
    Ok(Cost { rows, total, top: top.cloned(), also: Vec::new() })
}

/// How many lines the years asked for have: one that stands in several groups is one line.
fn lines_of_years(ledger: &Ledger, query: &Query) -> Result<u64, LedgerError> {
    let years = sums(ledger, &[], None)?;
    Ok(years.into_iter().filter(|((year, _), _)| query.years.contains(*year)).map(|(_, sums)| sums.lines).sum())
}
