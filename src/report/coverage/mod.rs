//! Coverage: how many lines of each year, and of each agency in it, have a published amount, an estimate or neither.

mod document;
mod rows;
mod tables;

pub use document::{AlsoCoverageDocument, CoverageDocument, CoverageOfDocument};
pub use rows::COLUMNS;

use std::collections::BTreeMap;

use super::context::Context;
use super::deliverable::Deliverable;
use super::error::ReportError;
use super::rows::FlatTable;
use super::sheet::{Sheet, Table};
use super::workbook::{Workbook, plain_workbook};
use crate::attribution::AttributedLine;
use crate::domain::{BudgetLine, Fraction, Phase, State, Year};
use crate::measures::{BasisFault, Factors};
use crate::message;

/// What a coverage is reported from.
#[derive(Debug, Clone, Copy)]
pub struct CoverageReport<'c> {
    /// The report whose years they are.
    pub context: Context<'c>,
    /// The answer.
    pub coverages: &'c Coverages,
    /// The answers in the other currencies of the report, in their order.
    pub also: &'c [Coverages],
}

/// The coverage of every year and of its agencies.
#[derive(Debug)]
pub struct Coverages {
    /// In order of years: the whole year first, then its agencies in order of their codes.
    parts: Vec<CoveragePart>,
}

/// A year, or an agency of it.
#[derive(Debug, Clone)]
pub(super) struct CoveragePart {
    pub(super) year: Year,
    /// `None` is the whole year.
    pub(super) agency: Option<String>,
    pub(super) coverage: Coverage,
}

/// How many lines are known, and how.
#[derive(Debug, Clone)]
pub struct Coverage {
    /// All of them, those not reported too.
    pub lines: usize,
    /// Those with a published amount.
    pub published: usize,
    /// Those without one, which a rule estimates.
    pub estimated: usize,
    /// Those that exist and have neither.
    pub not_estimated: usize,
    /// Those that were expected and have no row.
    pub not_reported: usize,
    /// Those with a published amount that no rule decides.
    pub undecided: usize,
    /// Those whose published amount is approved and not spent.
    pub approved: usize,
    /// Those whose figure rests on another year: carried, interpolated or indexed.
    pub other_year: usize,
    /// The amounts of these, exact, in minor units of the basis.
    pub unattributed: Fraction,
}

impl Coverage {
    const fn new(unattributed: Fraction) -> Self {
        Self {
            lines: 0,
            published: 0,
            estimated: 0,
            not_estimated: 0,
            not_reported: 0,
            undecided: 0,
            approved: 0,
            other_year: 0,
            unattributed,
        }
    }

    fn add(&mut self, attributed: &AttributedLine, unattributed: &Fraction) {
        self.lines += 1;
        match attributed.state {
            State::NotReported => self.not_reported += 1,
            _ if attributed.line.amount().is_some() => self.published += 1,
            _ if attributed.has_money() => self.estimated += 1,
            // A blank line of which nothing is trafficking lacks no estimate.
            State::Excluded => self.estimated += 1,
            _ => self.not_estimated += 1,
        }
        let line = &attributed.line;
        self.approved += usize::from(line.amount().is_some() && line.key().phase == Phase::Approved);
        self.other_year +=
            usize::from(matches!(attributed.state, State::Carried | State::Interpolated | State::Indexed));
        if attributed.state == State::Unattributed {
            self.undecided += 1;
            self.unattributed = &self.unattributed + unattributed;
        }
    }

    /// The counts by their words in files, in the order of columns.
    #[must_use]
    pub const fn counts(&self) -> [(&'static str, usize); 8] {
        [
            ("lines", self.lines),
            ("published", self.published),
            ("estimated", self.estimated),
            ("not_estimated", self.not_estimated),
            ("not_reported", self.not_reported),
            ("undecided", self.undecided),
            ("approved", self.approved),
            ("other_year", self.other_year),
        ]
    }
}

impl Coverages {
    /// Of the years of a report.
    ///
    /// # Errors
    ///
    /// A rate or a link of the chain of prices that nobody gives.
    pub fn new(context: Context<'_>) -> Result<Self, BasisFault> {
        let mut factors = Factors::new(context.project, context.query.basis);
        let mut found: BTreeMap<(Year, Option<String>), Coverage> = BTreeMap::new();
        for (attributed, line) in context.lines() {
            let amount = unattributed(attributed, line, &mut factors)?;
            for agency in [None, Some(line.key().agency.to_string())] {
                let part = found.entry((line.key().year, agency));
                part.or_insert_with(|| Coverage::new(Fraction::zero())).add(attributed, &amount);
            }
        }
        let parts = found.into_iter().map(|((year, agency), coverage)| CoveragePart { year, agency, coverage });
        Ok(Self { parts: parts.collect() })
    }

    /// The coverage of a whole year, with its place among the rows of the document.
    #[must_use]
    pub fn of_year(&self, year: Year) -> Option<(usize, &Coverage)> {
        let mut parts = self.parts.iter().enumerate();
        let (place, part) = parts.find(|(_, part)| part.year == year && part.agency.is_none())?;
        Some((place, &part.coverage))
    }
}

impl<'c> CoverageReport<'c> {
    /// The same in every currency asked for, the main one first.
    fn in_each(self) -> impl Iterator<Item = Self> + use<'c> {
        let also = self.context.in_each().skip(1).zip(self.also);
        let also = also.map(|(context, coverages)| Self { context, coverages, also: &[] });
        std::iter::once(self).chain(also)
    }

    /// The tables.
    pub(super) fn tables(self) -> Vec<Table> {
        tables::tables(self)
    }
}

/// The amount of a line that no rule decides, in the basis; nothing of any other.
fn unattributed(
    attributed: &AttributedLine,
    line: &BudgetLine,
    factors: &mut Factors<'_>,
) -> Result<Fraction, BasisFault> {
    match line.amount().filter(|_| attributed.state == State::Unattributed) {
        None => Ok(Fraction::zero()),
        Some(amount) => {
            let factor = factors.of(line.key().currency, line.key().year)?;
            Ok(&Fraction::from_money(amount) * factor)
        }
    }
}

impl Deliverable for CoverageReport<'_> {
    fn sheet(&self) -> Result<Sheet, ReportError> {
        let context = self.context;
        Ok(Sheet {
            title: context.project.title_in(context.language).to_owned(),
            subtitle: context.say(&message!("review-coverage")),
            tables: self.tables(),
            language: context.language,
            ..Sheet::default()
        })
    }

    fn flat(&self) -> Result<FlatTable<'_>, ReportError> {
        Ok(rows::flat_coverage(*self))
    }

    fn json(&self) -> Result<String, ReportError> {
        Ok(serde_json::to_string_pretty(&CoverageDocument::new(*self))?)
    }

    fn workbook(&self) -> Result<Workbook<'_>, ReportError> {
        Ok(plain_workbook(&self.sheet()?))
    }
}
