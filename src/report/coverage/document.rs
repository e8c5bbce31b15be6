//! The coverage as JSON, `thb-cost/coverage/1`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::CoverageReport;
use crate::report::rows::only_document;

/// What is known of the lines of each year, and of each agency in it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CoverageDocument {
    /// `thb-cost/coverage/1`.
    pub schema: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// Title of the project.
    pub project: String,
    /// Currency of all amounts.
    pub currency: String,
    /// `current`, or the year whose prices figures are in.
    pub prices: String,
    /// `best`, `approved` or `executed`.
    pub phase: &'static str,
    /// Only lines that match: patterns by dimension; empty where all lines are taken.
    #[serde(rename = "where")]
    pub only: BTreeMap<String, Vec<String>>,
    /// Counts of people above 0 and below this are not shown; absent where all are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protect: Option<u64>,
    /// Each year, followed by its agencies.
    pub rows: Vec<CoverageOfDocument>,
    /// The same in the other currencies asked for; left out where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<AlsoCoverageDocument>,
}

/// The coverage in another currency.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AlsoCoverageDocument {
    /// Currency of all amounts.
    pub currency: String,
    /// Each year, followed by its agencies.
    pub rows: Vec<CoverageOfDocument>,
}

/// A year, or an agency of it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CoverageOfDocument {
    /// The year.
    pub year: u16,
    /// The agency; null for the whole year.
    pub agency: Option<String>,
    /// Number of lines, those not reported too.
    pub lines: usize,
    /// Lines with a published amount.
    pub published: usize,
    /// Lines without one that a rule estimates, or of which it says that nothing is trafficking.
    pub estimated: usize,
    /// Lines that exist and have neither.
    pub not_estimated: usize,
    /// Lines that were expected and have no row.
    pub not_reported: usize,
    /// Lines with a published amount that no rule decides.
    pub undecided: usize,
    /// Lines whose published amount is approved and not spent.
    pub approved: usize,
    /// Lines whose figure rests on another year: carried, interpolated or indexed.
    pub other_year: usize,
    /// The amounts of these.
    pub unattributed: String,
}

impl CoverageDocument {
    /// From what it is reported from.
    #[must_use]
    pub fn new(report: CoverageReport<'_>) -> Self {
        let context = report.context;
        let also = report.in_each().skip(1).map(|report| AlsoCoverageDocument {
            currency: report.context.query.basis.currency.to_string(),
            rows: rows(report),
        });
        Self {
            schema: "thb-cost/coverage/1",
            version: env!("CARGO_PKG_VERSION"),
            project: context.project.title_in(context.language).to_owned(),
            currency: context.query.basis.currency.to_string(),
            prices: context.prices(),
            phase: context.attribution.phase.word(),
            only: only_document(context.attribution, context.project),
            protect: context.project.protection.below(),
            rows: rows(report),
            also: also.collect(),
        }
    }
}

fn rows(report: CoverageReport<'_>) -> Vec<CoverageOfDocument> {
    let rows = report.coverages.parts.iter().map(|part| CoverageOfDocument {
        year: part.year.number(),
        agency: part.agency.clone(),
        lines: part.coverage.lines,
        published: part.coverage.published,
        estimated: part.coverage.estimated,
        not_estimated: part.coverage.not_estimated,
        not_reported: part.coverage.not_reported,
        undecided: part.coverage.undecided,
        approved: part.coverage.approved,
        other_year: part.coverage.other_year,
        unattributed: report.context.amount(&part.coverage.unattributed),
    });
    rows.collect()
}
