//! The findings as JSON, `thb-cost/findings/1`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::reviewed::ReviewReport;
use crate::report::rows::only_document;

/// What a review finds.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FindingsDocument {
    /// `thb-cost/findings/1`.
    pub schema: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// Title of the project.
    pub project: String,
    /// `en` or `bg`.
    pub language: &'static str,
    /// Currency of all amounts.
    pub currency: String,
    /// `current`, or the year whose prices figures are in.
    pub prices: String,
    /// `best`, `approved` or `executed`.
    pub phase: &'static str,
    /// The form of exploitation shown; null for all.
    pub exploitation: Option<String>,
    /// Only lines that match: patterns by dimension; empty where all lines are taken.
    #[serde(rename = "where")]
    pub only: BTreeMap<String, Vec<String>>,
    /// Counts of people above 0 and below this are not shown; absent where all are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protect: Option<u64>,
    /// In the order of a review.
    pub findings: Vec<FindingDocument>,
}

/// One finding.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FindingDocument {
    /// What it is about: `total`, `parts`, `not-in-the-total`, `change`, `per-victim`, `coverage`, `range`, `outturn`,
    /// `allocations`, `other-years` or `breaks`.
    pub about: &'static str,
    /// What it says, in the language of the review. Figures are rounded; exact ones stand at the places below.
    pub text: String,
    /// Where its figures stand, exactly.
    pub figures: Vec<FigurePlaceDocument>,
    /// Ids of its sources.
    pub sources: Vec<String>,
    /// Where the page explains it; null where nothing of its own does.
    pub explained: Option<String>,
}

/// Where a figure stands.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FigurePlaceDocument {
    /// A file of the review.
    pub file: &'static str,
    /// A place in it: a JSON pointer (RFC 6901).
    pub pointer: String,
}

impl FindingsDocument {
    /// Of a review.
    #[must_use]
    pub fn new(review: &ReviewReport<'_>) -> Self {
        let context = review.context;
        let language = context.language.word();
        let findings = review.findings().into_iter().map(|finding| FindingDocument {
            about: finding.key,
            text: finding.sentence(context),
            figures: finding
                .figures
                .into_iter()
                .map(|figure| FigurePlaceDocument { file: figure.file, pointer: figure.pointer })
                .collect(),
            sources: finding.sources,
            explained: finding.address.map(|address| format!("report.html#{language}-{address}")),
        });
        Self {
            schema: "thb-cost/findings/1",
            version: env!("CARGO_PKG_VERSION"),
            project: context.project.title_in(context.language).to_owned(),
            language,
            currency: context.query.basis.currency.to_string(),
            prices: context.prices(),
            phase: context.attribution.phase.word(),
            exploitation: context.query.exploitation.as_ref().map(ToString::to_string),
            only: only_document(context.attribution, context.project),
            protect: context.project.protection.below(),
            findings: findings.collect(),
        }
    }
}
