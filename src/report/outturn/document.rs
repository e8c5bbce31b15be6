//! The outturn as JSON, `thb-cost/outturn/1`. Money and indicators are text, always; null is not known.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::{OutturnReport, PHASES, per_cent};
use crate::domain::Fraction;
use crate::measures::{LeftOut, YearOutturn};
use crate::report::rows::only_document;
use crate::report::source::SourceDocument;

/// The document that `outturn --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OutturnDocument {
    /// `thb-cost/outturn/1`.
    pub schema: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// Title of the project.
    pub project: String,
    /// Currency of all amounts but those of lines left out.
    pub currency: String,
    /// `current`, or the year whose prices figures are in.
    pub prices: String,
    /// The phases held against each other.
    pub phase: &'static str,
    /// The form of exploitation shown; null for all.
    pub exploitation: Option<String>,
    /// Only lines that match: patterns by dimension; empty where all lines are taken.
    #[serde(rename = "where")]
    pub only: BTreeMap<String, Vec<String>>,
    /// Counts of people above 0 and below this are not shown; absent where all are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protect: Option<u64>,
    /// The dimensions of the groups.
    pub by: Vec<String>,
    /// Each year that has lines, in order.
    pub years: Vec<YearOutturnDocument>,
    /// Lines that are in no figure.
    pub left_out: Vec<LeftOutDocument>,
    /// The years in the other currencies asked for; left out where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<AlsoOutturnDocument>,
    /// The sources of both phases.
    pub sources: Vec<SourceDocument>,
}

/// The years in another currency.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AlsoOutturnDocument {
    /// Currency of all amounts.
    pub currency: String,
    /// As in the document.
    pub years: Vec<YearOutturnDocument>,
}

/// One year.
#[derive(Debug, Serialize, JsonSchema)]
pub struct YearOutturnDocument {
    /// The year.
    pub year: u16,
    /// What lines with both phases attributed as approved; null where there are none.
    pub approved: Option<String>,
    /// The same as executed.
    pub executed: Option<String>,
    /// Executed less approved, both rounded.
    pub deviation: Option<String>,
    /// PEFA's PI-1: executed over approved; null where nothing was approved.
    pub pi_1: Option<IndicatorDocument>,
    /// PEFA's PI-2.1: the sum over groups of |executed - approved x PI-1| over the sum of approved x PI-1; null where that is
    /// 0.
    pub pi_2_1: Option<IndicatorDocument>,
    /// How many lines have both phases.
    pub lines: usize,
    /// In order of their values by code point.
    pub groups: Vec<GroupOutturnDocument>,
}

/// An indicator, exact.
#[derive(Debug, Serialize, JsonSchema)]
pub struct IndicatorDocument {
    /// In per cent, rounded to one digit.
    pub per_cent: String,
    /// Exactly, as a fraction in lowest terms.
    pub fraction: String,
}

/// One group of a year.
#[derive(Debug, Serialize, JsonSchema)]
pub struct GroupOutturnDocument {
    /// The values of the dimensions; blank is the empty text.
    pub by: BTreeMap<String, String>,
    /// What was approved.
    pub approved: String,
    /// Approved x PI-1.
    pub adjusted: Option<String>,
    /// What was executed.
    pub executed: String,
    /// Executed less approved, both rounded.
    pub deviation: String,
    /// Executed over approved; null where nothing was approved.
    pub of_approved: Option<IndicatorDocument>,
}

/// A line that is in no figure.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LeftOutDocument {
    /// Its year.
    pub year: u16,
    /// Who spends.
    pub agency: String,
    /// Who pays.
    pub funder: String,
    /// Name of the line.
    pub line: String,
    /// The currency in which it was published.
    pub currency: String,
    /// The amount approved, in that currency; null where it is not published.
    pub approved: Option<String>,
    /// The amount executed.
    pub executed: Option<String>,
    /// `not-approved`, `not-executed`, `unpublished`, `unattributed` or `excluded`.
    pub why: &'static str,
}

impl OutturnDocument {
    /// From what it is reported from.
    #[must_use]
    pub fn new(report: OutturnReport<'_>) -> Self {
        let context = report.context();
        Self {
            schema: "thb-cost/outturn/1",
            version: env!("CARGO_PKG_VERSION"),
            project: context.project.title_in(context.language).to_owned(),
            currency: context.query.basis.currency.to_string(),
            prices: context.prices(),
            phase: PHASES,
            exploitation: context.query.exploitation.as_ref().map(ToString::to_string),
            only: only_document(context.attribution, context.project),
            protect: context.project.protection.below(),
            by: context.query.by.iter().map(|dimension| context.name(*dimension)).collect(),
            years: years(report),
            left_out: report.outturn.left_out.iter().map(|left| left_out(report, left)).collect(),
            also: report.in_each().skip(1).map(AlsoOutturnDocument::new).collect(),
            sources: report.sources().iter().map(|id| SourceDocument::new(context.project, id)).collect(),
        }
    }
}

impl AlsoOutturnDocument {
    fn new(report: OutturnReport<'_>) -> Self {
        Self { currency: report.context().query.basis.currency.to_string(), years: years(report) }
    }
}

fn years(report: OutturnReport<'_>) -> Vec<YearOutturnDocument> {
    report.outturn.years.iter().map(|year| year_document(report, year)).collect()
}

fn year_document(report: OutturnReport<'_>, year: &YearOutturn) -> YearOutturnDocument {
    let context = report.context();
    let (approved, executed) = (year.approved(), year.executed());
    let groups = year.groups.iter().map(|group| GroupOutturnDocument {
        by: context.query.by.iter().map(|dimension| context.name(*dimension)).zip(group.by.iter().cloned()).collect(),
        approved: report.amount(&group.approved),
        adjusted: year.adjusted(group).map(|adjusted| report.amount(&adjusted)),
        executed: report.amount(&group.executed),
        deviation: report.deviation(&group.approved, &group.executed),
        of_approved: group.ratio().as_ref().map(indicator),
    });
    YearOutturnDocument {
        year: year.year.number(),
        deviation: approved
            .as_ref()
            .zip(executed.as_ref())
            .map(|(approved, executed)| report.deviation(approved, executed)),
        approved: approved.as_ref().map(|approved| report.amount(approved)),
        executed: executed.as_ref().map(|executed| report.amount(executed)),
        pi_1: year.pi_1().as_ref().map(indicator),
        pi_2_1: year.pi_2_1().as_ref().map(indicator),
        lines: year.lines,
        groups: groups.collect(),
    }
}

fn indicator(share: &Fraction) -> IndicatorDocument {
    IndicatorDocument { per_cent: per_cent(share), fraction: share.to_string() }
}

fn left_out(report: OutturnReport<'_>, left: &LeftOut) -> LeftOutDocument {
    let key = &left.key;
    LeftOutDocument {
        year: key.year.number(),
        agency: key.agency.to_string(),
        funder: key.funder.to_string(),
        line: key.line.to_string(),
        currency: key.currency.to_string(),
        approved: report.own(left.approved, key.currency),
        executed: report.own(left.executed, key.currency),
        why: left.why.word(),
    }
}
