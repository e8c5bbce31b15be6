//! The lines of an explanation one after the other, for a ledger too long to be held as documents in every language.

use std::collections::BTreeMap;

use super::document::{ExplainDocument, LineDocument, OverheadDocument};
use super::rulings::Rulings;
use super::{Explaining, note_overhead};
use crate::attribution::{AttributedLine, Attribution};
use crate::domain::{Currency, Year, YearRange};
use crate::language::Language;
use crate::project::Project;
use crate::report::error::ReportError;
use crate::report::source::SourceDocument;

/// The budget lines of years, to be explained in a language when they are asked for.
#[derive(Debug)]
pub struct ExplainedLines<'p> {
    /// The explanation without its years. Marks in sentences are those of its sources.
    pub head: ExplainDocument,
    project: &'p Project,
    attribution: &'p Attribution,
    years: YearRange,
    currencies: Vec<Currency>,
    overheads: BTreeMap<Year, Vec<OverheadDocument>>,
    language: Language,
}

impl<'p> ExplainedLines<'p> {
    /// The lines of `years`, in the currencies asked for, the main one first; `sources` are those that may be cited.
    #[must_use]
    pub fn new(
        project: &'p Project,
        attribution: &'p Attribution,
        years: YearRange,
        currencies: Vec<Currency>,
        sources: Vec<SourceDocument>,
        language: Language,
    ) -> Self {
        let mut overheads: BTreeMap<Year, Vec<OverheadDocument>> = BTreeMap::new();
        for attributed in taken(attribution, years) {
            note_overhead(overheads.entry(attributed.line.key().year).or_default(), attribution, attributed);
        }
        let explaining = Explaining::new(project, &currencies, language);
        let head = ExplainDocument { sources, ..explaining.head(attribution) };
        Self { head, project, attribution, years, currencies, overheads, language }
    }

    /// Hands on each line in the order of the ledger, with the overheads of its year.
    ///
    /// # Errors
    ///
    /// A rate to the currency that nobody gives.
    pub fn each(&self, mut say: impl FnMut(&LineDocument, &[OverheadDocument])) -> Result<(), ReportError> {
        let explaining = Explaining::new(self.project, &self.currencies, self.language);
        let mut rulings = Rulings::new(explaining);
        for attributed in taken(self.attribution, self.years) {
            let line = explaining.line(attributed, &mut rulings)?;
            say(&line, self.overheads.get(&attributed.line.key().year).map(Vec::as_slice).unwrap_or_default());
        }
        Ok(())
    }
}

/// The lines of years that are taken.
fn taken(attribution: &Attribution, years: YearRange) -> impl Iterator<Item = &AttributedLine> {
    attribution.taken().filter(move |attributed| years.contains(attributed.line.key().year))
}
