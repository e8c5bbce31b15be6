//! What charts are made from.

use std::sync::Arc;

use super::answers::ChartAnswers;
use crate::attribution::{Attribution, BothPhases, Ledger};
use crate::domain::Year;
use crate::language::Language;
use crate::measures::{Cost, CostError, Grouping, Layout, Query, cost};
use crate::project::Project;
use crate::report::Context;

/// A project, its ledger in a phase, and what was asked; each kind asks the ledger its own questions.
#[derive(Debug, Clone, Copy)]
pub struct ChartMaterial<'m> {
    /// The project.
    pub project: &'m Project,
    /// Its lines, attributed.
    pub attribution: &'m Attribution,
    /// Their records.
    pub ledger: &'m Ledger,
    /// Its lines in either phase, where some have amounts in both.
    pub both: Option<&'m BothPhases>,
    /// Years, dimensions, measures, form of exploitation and basis.
    pub query: &'m Query,
    /// The language of all words.
    pub language: Language,
    /// What was asked of the ledger before.
    pub answers: &'m ChartAnswers,
}

/// Whether a chart counts victims, so that the counts belong to its sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counts {
    Shown,
    NotShown,
}

impl<'m> ChartMaterial<'m> {
    /// Costs by dimensions of the chart's own.
    pub(super) fn cost(&self, by: &[Grouping], counts: Counts) -> Result<Arc<Cost>, CostError> {
        // A chart is of one currency.
        let mut query = Query { by: by.to_vec(), also: Vec::new(), layout: Layout::default(), ..self.query.clone() };
        if counts == Counts::NotShown {
            query.measures.clear();
        }
        self.answers.costs.of(query, |query| cost(self.project, self.ledger, query))
    }

    /// The years that have rows, in order.
    pub(super) fn shown(&self, cost: &Cost) -> Vec<Year> {
        let mut years: Vec<Year> = cost.rows.iter().map(|row| row.year).collect();
        years.dedup();
        years
    }

    /// As a report sees it.
    pub(super) fn context<'c>(&'c self, cost: &'c Cost) -> Context<'c> {
        Context {
            project: self.project,
            attribution: self.attribution,
            query: self.query,
            cost,
            language: self.language,
        }
    }
}

/// The years of a cost from the first to the last, those between without rows too.
pub(super) fn years(cost: &Cost) -> Vec<Year> {
    let (Some(first), Some(last)) = (cost.rows.first(), cost.rows.last()) else { return Vec::new() };
    std::iter::successors(Some(first.year), |year| year.after()).take_while(|year| *year <= last.year).collect()
}
