//! The explanation as JSON, `thb-cost/explain/2`. Amounts and shares are text; shares are fractions in lowest terms.

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::service::ServiceDocument;
use crate::report::called::Called;
use crate::report::document::Interval3;
use crate::report::source::SourceDocument;

/// The document that `explain --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ExplainDocument {
    /// `thb-cost/explain/2`.
    pub schema: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// Title of the project.
    pub project: String,
    /// The currency of totals and of costs per victim; other currencies asked for stand under `also` of years and lines.
    pub currency: String,
    /// `best`, `approved` or `executed`.
    pub phase: &'static str,
    /// Only lines that match: patterns by dimension; empty where all lines are taken.
    #[serde(rename = "where")]
    pub only: BTreeMap<String, Vec<String>>,
    /// Counts of people above 0 and below this are not shown; absent where all are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protect: Option<u64>,
    /// The years, each with its lines.
    pub years: Vec<YearDocument>,
    /// The sources cited, in the order in which a reader meets them.
    pub sources: Vec<SourceDocument>,
    /// What the project calls its codes in the language of the explanation.
    #[serde(skip)]
    pub called: Called,
}

/// One year of the selection.
#[derive(Debug, Serialize, JsonSchema)]
pub struct YearDocument {
    /// The year.
    pub year: u16,
    /// What its lines attribute together; null where nobody knows it.
    pub total: Interval3<Option<String>>,
    /// What lines of each currency attribute together, in that currency: the total is these at their rates, rounded once.
    pub sums: Vec<SumDocument>,
    /// Its lines, in the order of the ledger.
    pub lines: Vec<LineDocument>,
    /// The overheads that decide any of them, each with the lines that it serves.
    pub overheads: Vec<OverheadDocument>,
    /// Cost per victim, where it was asked for.
    pub per_victim: Vec<PerVictimTrace>,
    /// The same figures in the other currencies asked for; left out where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<AlsoYearDocument>,
}

/// The figures of a year in another currency.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AlsoYearDocument {
    /// The currency.
    pub currency: String,
    /// What its lines attribute together; null where nobody knows it.
    pub total: Interval3<Option<String>>,
    /// What lines of each currency attribute together, with the rate to this one.
    pub sums: Vec<SumDocument>,
    /// Cost per victim, where it was asked for.
    pub per_victim: Vec<PerVictimTrace>,
}

/// What lines of one currency attribute together.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SumDocument {
    /// The currency.
    pub currency: String,
    /// The sum.
    pub amounts: Interval3,
    /// Units of the currency shown for one of this one, as a fraction; null where they are the same.
    pub rate: Option<String>,
    /// The row of that rate; null where it is law.
    pub rate_place: Option<RowPlace>,
}

/// What is attributed of a line, in another currency.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AlsoLineDocument {
    /// The currency.
    pub currency: String,
    /// Units of it for one of the line's, as a fraction; null where they are the same.
    pub rate: Option<String>,
    /// The row of that rate; null where it is law.
    pub rate_place: Option<RowPlace>,
    /// What is attributed; null where it is the line's currency, or not known.
    pub shown: Option<Interval3>,
}

/// One budget line: what it is, what is attributed of it, and why.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LineDocument {
    /// Who spends.
    pub agency: String,
    /// Name of the budget line.
    pub line: String,
    /// Who pays.
    pub funder: String,
    /// `state` or `external`.
    pub financing: &'static str,
    /// `labelled` or `unlabelled`.
    pub label: &'static str,
    /// `approved` or `executed`.
    pub phase: &'static str,
    /// The currency in which it was published, and of its amounts.
    pub currency: String,
    /// The amount; null where nobody published it.
    pub amount: Option<String>,
    /// Units of the currency shown for one of the line's, as a fraction; null where they are the same.
    pub rate: Option<String>,
    /// The row of that rate; null where it is law.
    pub rate_place: Option<RowPlace>,
    /// What is attributed, in the currency shown; null where it is the line's, or not known.
    pub shown: Option<Interval3>,
    /// The same in the other currencies asked for; left out where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<AlsoLineDocument>,
    /// How the figure is known.
    pub state: &'static str,
    /// What is attributed; null where it is not known.
    pub attributed: Option<Interval3>,
    /// What is left; null where nothing can be.
    pub remainder: Option<Interval3>,
    /// What decided it.
    #[serde(flatten, serialize_with = "shared")]
    pub ruling: Arc<RulingDocument>,
    /// The amount as its rule fills it from other years, where nobody published it; null where it is not filled.
    pub fill: Option<FillDocument>,
    /// Whether the amount itself was worked out, from units and unit cost.
    pub imputed: bool,
    /// What is attributed, by area and form of exploitation.
    pub parts: Vec<PartDocument>,
    /// The splits that divided it, area first.
    pub splits: Vec<SplitDocument>,
    /// Number of money rows.
    pub rows: u64,
    /// The first few of them.
    pub first_rows: Vec<RowPlace>,
    /// The note of its rows.
    pub note: String,
    /// The source of its rows.
    pub source: String,
}

/// What decides lines, which those of one rule and year have in common.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RulingDocument {
    /// The share, as fractions in lowest terms.
    pub share: Option<ShareDocument>,
    /// The rule that decided the line; null where none did.
    pub rule: Option<RuleDocument>,
    /// The drivers that the share was worked out from.
    pub drivers: Vec<DriverDocument>,
    /// The services that the share was worked out from.
    pub services: Vec<ServiceDocument>,
    /// The sum of the lines that the rule decides that year, where the share divides by it.
    pub base: Option<String>,
    /// The currency of that sum.
    pub base_currency: Option<String>,
}

fn shared<S: Serializer>(ruling: &Arc<RulingDocument>, serializer: S) -> Result<S::Ok, S::Error> {
    ruling.as_ref().serialize(serializer)
}

/// Low, central and high as fractions in lowest terms.
pub type ShareDocument = Interval3;

/// A rule, as its author wrote it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RuleDocument {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// Its share, in words.
    pub share: String,
    /// Why this key.
    pub rationale: String,
    /// Who wrote it.
    pub author: String,
    /// When.
    pub date: String,
    /// The source of the key.
    pub source: String,
    /// Where it stands.
    pub place: RowPlace,
}

/// A driver's value as it was used.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DriverDocument {
    /// What it stood for in the share.
    pub role: &'static str,
    /// Its name.
    pub driver: String,
    /// The year that it was used for.
    pub year: u16,
    /// Lower bound.
    pub low: String,
    /// The value.
    pub value: String,
    /// Upper bound.
    pub high: String,
    /// `measured`, or how it was come by where its year is not known: `carried`, `interpolated`, `indexed`.
    pub state: &'static str,
    /// The price index that it was moved by; null where it was not.
    pub index: Option<String>,
    /// The chain of that index, as a fraction.
    pub factor: Option<String>,
    /// The rows that it was worked out from, the earlier year first.
    pub rows: Vec<DriverRowDocument>,
}

/// A row of a driver.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DriverRowDocument {
    /// Its year.
    pub year: u16,
    /// Lower bound, as published.
    pub low: String,
    /// The value, as published.
    pub value: String,
    /// Upper bound, as published.
    pub high: String,
    /// What one unit is.
    pub unit: String,
    /// How it was brought to another currency; null where it was not.
    pub converted: Option<ConvertedDocument>,
    /// Free text of the row.
    pub note: String,
    /// Where it stands.
    pub place: RowPlace,
    /// Its source.
    pub source: String,
}

/// How money was brought to another currency.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ConvertedDocument {
    /// The currency it was published in.
    pub from: String,
    /// The other one.
    pub to: String,
    /// Units of that for one of the first, as a fraction.
    pub rate: String,
}

/// An amount that nobody published, as a rule fills it from other years of the same line.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FillDocument {
    /// The estimate, in the currency of the line.
    pub amount: String,
    /// `carried`, `interpolated` or `indexed`.
    pub state: &'static str,
    /// The price index that it was moved by; null where it was not.
    pub index: Option<String>,
    /// The chain of that index, as a fraction.
    pub factor: Option<String>,
    /// The years that it was worked out from, the earlier one first.
    pub years: Vec<FillYearDocument>,
}

/// A year that an amount was filled from.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FillYearDocument {
    /// The year.
    pub year: u16,
    /// What was published, in the currency of the line that is filled, at the rate of its own year.
    pub amount: String,
}

/// An overhead of a year.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OverheadDocument {
    /// The id of its rule.
    pub rule: String,
    /// The lines that it serves, in the order of the ledger.
    pub serves: Vec<ServedDocument>,
}

/// How what is attributed was divided in one dimension.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SplitDocument {
    /// `area` or `exploitation`.
    pub dimension: &'static str,
    /// `rule.ID`, or `default.split` where the rule says nothing.
    pub owner: String,
    /// Its key, in words.
    pub words: String,
    /// Where it stands.
    pub place: RowPlace,
    /// The weights of its parts, in its order.
    pub weights: Vec<WeightDocument>,
}

/// The weight of a part of a split.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WeightDocument {
    /// The part.
    pub name: String,
    /// Its weight, as a fraction.
    pub weight: String,
    /// The row that it is from; null for a written share and for what counts leave.
    pub place: Option<RowPlace>,
    /// The source of that row.
    pub source: String,
}

/// A line that an overhead serves.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ServedDocument {
    /// Who spends.
    pub agency: String,
    /// Name of the budget line.
    pub line: String,
    /// Its amount.
    pub amount: String,
    /// The currency of that.
    pub currency: String,
    /// Its own share.
    pub share: ShareDocument,
    /// How its share is known.
    pub state: &'static str,
}

/// A part of what is attributed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PartDocument {
    /// Programme area.
    pub area: String,
    /// Form of exploitation.
    pub exploitation: String,
    /// The money.
    pub amounts: Interval3,
}

/// A file and a row; in TOML a line.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RowPlace {
    /// The file, as the manifest names it.
    pub file: String,
    /// The row, the header being row 1.
    pub row: u64,
}

/// The cost per victim of a year's total.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PerVictimTrace {
    /// The measure.
    pub measure: String,
    /// The count; null where it is not known.
    pub victims: Interval3<Option<String>>,
    /// Cost per victim.
    pub total: Interval3<Option<String>>,
    /// Why a figure is missing.
    pub reason: Option<String>,
    /// Whether the series of counts breaks at this year.
    #[serde(rename = "break")]
    pub breaks: bool,
    /// Where the count stands; null where there is no row.
    pub place: Option<RowPlace>,
    /// The note of the count's row.
    pub note: String,
    /// The source of the count.
    pub source: String,
}
