//! Where the figures of findings stand in the files of a review.

use super::{Facts, FigurePlace};
use crate::measures::sensitivity::What;

impl Facts<'_> {
    /// A figure of the report of the year: in `report.json`, or, where that is by dimensions, among the exact intervals of
    /// `sensitivity.json`.
    pub(super) fn of_total(&self, bound: &str) -> Option<FigurePlace> {
        if self.review.context.query.by.is_empty() {
            return Some(place("report.json", format!("/rows/{}/total/{bound}", self.row)));
        }
        self.of_figure(&What::Cost, &format!("report/{bound}"))
    }

    /// A cost per victim of the year: the measure by its place among those asked for.
    pub(super) fn of_measure(&self, number: usize, member: &str) -> Option<FigurePlace> {
        if self.review.context.query.by.is_empty() {
            return Some(place("report.json", format!("/rows/{}/per_victim/{number}/{member}", self.row)));
        }
        let measure = self.review.whole.query.measures.get(number)?;
        let bound = member.strip_prefix("total/")?;
        self.of_figure(&What::PerVictim(measure.clone()), &format!("report/{bound}"))
    }

    /// A member of a figure of `sensitivity.json` for the year.
    pub(super) fn of_figure(&self, what: &What, member: &str) -> Option<FigurePlace> {
        let figures = &self.review.sureness.sensitivity.figures;
        let found = figures.iter().position(|of| of.figure.year == Some(self.year) && of.figure.what == *what)?;
        Some(place("sensitivity.json", format!("/figures/{found}/{member}")))
    }

    /// A member of the row of the year in `coverage.json`.
    pub(super) fn of_coverage(&self, member: &str) -> Option<FigurePlace> {
        let (row, _) = self.review.coverage.coverages.of_year(self.year)?;
        Some(place("coverage.json", format!("/rows/{row}/{member}")))
    }

    /// A figure of the table of costs in the page.
    pub(super) fn cost_address(&self, column: &str) -> Option<String> {
        let by_year = self.review.context.query.by.is_empty();
        Some(if by_year { format!("cost-{}-{column}", self.year) } else { "cost".to_owned() })
    }
}

/// A place in a file of the review.
pub(super) fn place(file: &'static str, pointer: impl Into<String>) -> FigurePlace {
    FigurePlace { file, pointer: pointer.into() }
}
