//! The sensitivity analysis as JSON, `thb-cost/sensitivity/1`. Money and indices are text; null is not known.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::names::plain;
use super::{DIGITS, SensitivityReport, index};
use crate::measures::sensitivity::{Estimate, Input, Member, Shape, Spread, Uncertain, What};
use crate::report::document::Interval3;
use crate::report::rows::only_document;

/// The document that `sensitivity --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SensitivityDocument {
    /// `thb-cost/sensitivity/1`.
    pub schema: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// Title of the project.
    pub project: String,
    /// The form of exploitation shown; null for all.
    pub exploitation: Option<String>,
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
    /// Rows of each matrix of draws.
    pub draws: usize,
    /// The seed.
    pub seed: u64,
    /// The uncertain inputs.
    pub inputs: Vec<InputDocument>,
    /// The figures, in order of year and group.
    pub figures: Vec<UncertainDocument>,
    /// The same in the other currencies asked for; left out where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<AlsoSensitivityDocument>,
}

/// The figures in another currency.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AlsoSensitivityDocument {
    /// Currency of all amounts.
    pub currency: String,
    /// As in the document.
    pub figures: Vec<UncertainDocument>,
}

/// An uncertain input.
#[derive(Debug, Serialize, JsonSchema)]
pub struct InputDocument {
    /// Its name, which keys its draws.
    pub name: String,
    /// `pert`, `triangular`, `uniform`, `pool`, `whole` (every whole number alike), `choice` or `group`.
    pub distribution: &'static str,
    /// Its ends and its central value; null for a choice and a group.
    pub ends: Option<Interval3>,
    /// The alternatives of a choice, the project's own first.
    pub alternatives: Vec<String>,
    /// How often each of them is taken; they add up to 1.
    pub weights: Vec<String>,
    /// The values of a group, which move together; empty for one value.
    pub members: Vec<MemberDocument>,
}

/// A value of a group.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MemberDocument {
    /// Its name.
    pub name: String,
    /// How it is drawn.
    pub distribution: &'static str,
    /// Its ends and its central value.
    pub ends: Option<Interval3>,
}

/// A figure and how sure it is.
#[derive(Debug, Serialize, JsonSchema)]
pub struct UncertainDocument {
    /// Its year; null for all years together.
    pub year: Option<u16>,
    /// The values of the dimensions asked for; blank is the empty text.
    pub by: BTreeMap<String, String>,
    /// `cost` or `per_victim`.
    pub figure: &'static str,
    /// The measure of a cost per victim; `any` where the choice is an input.
    pub measure: Option<String>,
    /// The least, the figure itself, the greatest: no draw is outside.
    pub interval: Interval3<Option<String>>,
    /// All low, central and all high, exactly as the report has it.
    pub report: Interval3<Option<String>>,
    /// Why the report lacks any of them; null where it does not.
    pub reason: Option<String>,
    /// How it spreads over the draws; null where no input moves it.
    pub spread: Option<SpreadDocument>,
    /// What each input moves it by, alone, the largest swing first.
    pub tornado: Vec<BarDocument>,
    /// The Sobol indices of each input that can move it, the largest total index first.
    pub sobol: Vec<IndexDocument>,
}

/// Statistics of the draws.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SpreadDocument {
    /// 5th percentile.
    pub p5: EstimateDocument,
    /// Median.
    pub p50: EstimateDocument,
    /// 95th percentile.
    pub p95: EstimateDocument,
    /// Mean.
    pub mean: EstimateDocument,
}

/// A statistic with its error.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EstimateDocument {
    /// The statistic.
    pub value: String,
    /// Its standard error; of an index the half width of its 95 % interval. Null for a percentile of a figure that takes one
    /// value again and again there.
    pub error: Option<String>,
}

/// What one input moves a figure by.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BarDocument {
    /// The input.
    pub input: String,
    /// The figure with it at its low end; of a choice the lowest.
    pub at_low: String,
    /// The figure with it at its high end; of a choice the highest.
    pub at_high: String,
    /// The figure under each alternative of a choice.
    pub alternatives: Vec<AlternativeDocument>,
}

/// A figure under an alternative.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AlternativeDocument {
    /// The alternative.
    pub name: String,
    /// The figure.
    pub value: String,
}

/// The indices of one input.
#[derive(Debug, Serialize, JsonSchema)]
pub struct IndexDocument {
    /// The input.
    pub input: String,
    /// First order.
    pub first: EstimateDocument,
    /// Total.
    pub total: EstimateDocument,
}

impl SensitivityDocument {
    /// From what it is reported from.
    #[must_use]
    pub fn new(report: SensitivityReport<'_>) -> Self {
        let (context, sensitivity) = (report.context, report.sensitivity);
        Self {
            schema: "thb-cost/sensitivity/1",
            version: env!("CARGO_PKG_VERSION"),
            project: context.project.title_in(context.language).to_owned(),
            exploitation: context.query.exploitation.as_ref().map(ToString::to_string),
            currency: context.query.basis.currency.to_string(),
            prices: context.prices(),
            phase: context.attribution.phase.word(),
            only: only_document(context.attribution, context.project),
            protect: context.project.protection.below(),
            draws: sensitivity.drawing.draws,
            seed: sensitivity.drawing.seed,
            inputs: sensitivity.inputs.iter().map(input).collect(),
            figures: figures(report),
            also: report.in_each().skip(1).map(AlsoSensitivityDocument::new).collect(),
        }
    }
}

impl AlsoSensitivityDocument {
    fn new(report: SensitivityReport<'_>) -> Self {
        Self { currency: report.context.query.basis.currency.to_string(), figures: figures(report) }
    }
}

fn figures(report: SensitivityReport<'_>) -> Vec<UncertainDocument> {
    report.sensitivity.figures.iter().map(|of| uncertain(report, of)).collect()
}

fn input(input: &Input) -> InputDocument {
    let only = input.only();
    let members: &[Member] = if only.is_some() { &[] } else { &input.members };
    InputDocument {
        name: input.name.to_string(),
        distribution: only.map_or("group", |only| only.shape.word()),
        ends: only.and_then(ends),
        alternatives: input.alternatives().to_vec(),
        weights: match only.map(|only| &only.shape) {
            Some(Shape::Choice(weights)) => weights.iter().map(plain).collect(),
            _ => Vec::new(),
        },
        members: members.iter().map(member).collect(),
    }
}

fn member(member: &Member) -> MemberDocument {
    MemberDocument { name: member.name(), distribution: member.shape.word(), ends: ends(member) }
}

fn ends(member: &Member) -> Option<Interval3> {
    (!member.shape.is_choice()).then(|| Interval3::from(member.ends.map(plain)))
}

fn uncertain(report: SensitivityReport<'_>, of: &Uncertain) -> UncertainDocument {
    let name = |input: usize| {
        let input = report.sensitivity.inputs.get(input);
        input.map(|input| input.name.to_string()).unwrap_or_default()
    };
    let (figure, measure) = match &of.figure.what {
        What::Cost => ("cost", None),
        What::PerVictim(measure) => ("per_victim", Some(measure.to_string())),
        What::PerVictimOfAny(_) => ("per_victim", Some("any".to_owned())),
    };
    let dimensions = report.context.query.by.iter().map(|dimension| report.context.name(*dimension));
    let tornado = of.tornado.iter().map(|bar| {
        let names = report.sensitivity.inputs.get(bar.input).map(Input::alternatives).unwrap_or_default();
        BarDocument {
            input: name(bar.input),
            at_low: report.moved(of, bar.at_low),
            at_high: report.moved(of, bar.at_high),
            alternatives: names
                .iter()
                .zip(&bar.alternatives)
                .map(|(name, value)| AlternativeDocument { name: name.clone(), value: report.moved(of, *value) })
                .collect(),
        }
    });
    let estimate =
        |value: f64, error: f64| EstimateDocument { value: index(value, DIGITS), error: Some(index(error, DIGITS)) };
    let sobol = of.indices.iter().map(|(input, found)| IndexDocument {
        input: name(*input),
        first: estimate(found.first, found.first_confidence),
        total: estimate(found.total, found.total_confidence),
    });
    UncertainDocument {
        year: of.figure.year.map(crate::domain::Year::number),
        by: dimensions.zip(of.figure.by.iter().cloned()).collect(),
        figure,
        measure,
        interval: of.interval.map(|end| report.exact(end.as_ref())).into(),
        report: of.report.map(|end| report.exact(end.as_ref())).into(),
        reason: of.reason.as_ref().map(|reason| report.context.language.say(reason)),
        spread: of.spread.map(|spread| spread_document(report, of, &spread)),
        tornado: tornado.collect(),
        sobol: sobol.collect(),
    }
}

fn spread_document(report: SensitivityReport<'_>, of: &Uncertain, spread: &Spread) -> SpreadDocument {
    let estimate = |found: Estimate| EstimateDocument {
        value: report.moved(of, found.value),
        error: found.error.map(|error| report.width(error)),
    };
    SpreadDocument {
        p5: estimate(spread.p5),
        p50: estimate(spread.p50),
        p95: estimate(spread.p95),
        mean: estimate(spread.mean),
    }
}
