//! Findings in words: sentences made from figures that stand in the JSON of a review, each with its sources and the address
//! of its explanation in the page. No word of one says more than a figure of it does.
//!
//! To add a finding: a file here, a line in `FINDINGS`.

mod change;
mod coverage;
mod document;
mod outturn;
mod per_victim;
mod places;
mod range;
mod total;
mod trust;

pub use document::{FigurePlaceDocument, FindingDocument, FindingsDocument};

use std::collections::HashSet;

use super::citations::Citations;
use super::context::Context;
use super::reviewed::ReviewReport;
use crate::domain::{Fraction, Year};
use crate::language::Message;
use crate::report::charts::scale::{Scale, currency_word};

/// One sentence, or a few that belong together.
#[derive(Debug, Clone)]
pub struct Finding {
    /// What it is about, for programs.
    pub key: &'static str,
    /// What it says.
    pub words: Message,
    /// The figures that it says, and where they stand.
    pub figures: Vec<FigurePlace>,
    /// Ids of its sources.
    pub sources: Vec<String>,
    /// What explains it, as an address within the page in a language; `None` where nothing of its own does.
    pub address: Option<String>,
}

/// Where a figure stands in a JSON document of the review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigurePlace {
    /// The file.
    pub file: &'static str,
    /// JSON pointer (RFC 6901).
    pub pointer: String,
}

/// Every kind of finding, in the order of a review. Each may find nothing.
const FINDINGS: [fn(&Facts<'_>) -> Vec<Finding>; 7] = [
    total::total,
    change::change,
    per_victim::per_victim,
    coverage::coverage,
    range::range,
    outturn::outturn,
    trust::trust,
];

/// What findings are made from: a review, and the year that it is about, which is the last one shown.
pub(super) struct Facts<'f> {
    review: &'f ReviewReport<'f>,
    year: Year,
    /// Its place among the rows of whole years.
    row: usize,
}

/// What a review finds.
pub(super) fn findings(review: &ReviewReport<'_>) -> Vec<Finding> {
    let rows = &review.whole.cost.rows;
    let Some((row, last)) = rows.iter().enumerate().next_back() else { return Vec::new() };
    let facts = Facts { review, year: last.year, row };
    FINDINGS.iter().flat_map(|find| find(&facts)).collect()
}

impl<'f> Facts<'f> {
    /// The year as a whole.
    fn whole(&self) -> Context<'f> {
        self.review.whole
    }

    /// An amount in minor units of the basis, in thousands or millions where it is large.
    fn amount(&self, amount: &Fraction) -> Message {
        Scale::of(self.whole().language, self.whole().query.basis.currency, [amount]).with_unit(amount)
    }

    /// The sources of the published amounts of the year, each once, in order of the ledger.
    fn sources_of_amounts(&self) -> Vec<String> {
        let lines = self.whole().lines_of(self.year).filter(|(_, line)| line.amount().is_some());
        // A project may have a source for each line.
        let mut met = HashSet::new();
        let sources = lines.map(|(_, line)| &*line.key().source);
        sources.filter(|source| !source.is_empty() && met.insert(*source)).map(str::to_owned).collect()
    }
}

impl Finding {
    /// The sentence with the marks of its sources.
    #[must_use]
    pub fn said(&self, context: Context<'_>, citations: &Citations) -> String {
        let marks: String = self.sources.iter().map(|source| citations.mark(source)).collect();
        let words = self.sentence(context);
        if marks.is_empty() { words } else { format!("{words} {marks}") }
    }

    /// The sentence alone.
    #[must_use]
    pub fn sentence(&self, context: Context<'_>) -> String {
        // A unit may end with a point of its own, as `лв.` does: a sentence ends with one.
        let unit = currency_word(context.language, context.query.basis.currency);
        let words = context.say(&self.words);
        if unit.ends_with('.') { words.replace(&format!("{unit}."), &unit) } else { words }
    }
}
