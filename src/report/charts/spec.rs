//! A chart before it is drawn: the document that `chart --data` writes.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::material::ChartMaterial;
use super::scale::Scale;
use super::shape::{ChartShape, Ink};
use super::{footnotes, phrases};
use crate::domain::Year;
use crate::language::{Language, Message};
use crate::measures::Cost;
use crate::message;
use crate::report::rows::{only_document, only_of};

/// A chart: words in one language, exact figures, and what they are drawn as.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChartSpec {
    /// `thb-cost/chart/2`.
    pub schema: &'static str,
    /// Which kind it is.
    pub kind: &'static str,
    /// The language of its words: `en`, `bg`.
    #[serde(serialize_with = "tag")]
    #[schemars(with = "String")]
    pub language: Language,
    /// What it finds, or, where nothing stands out, what it is about.
    pub title: String,
    /// What it is about, where the title says what it finds; else empty.
    pub subtitle: String,
    /// The unit of the figures and what narrows them: always shown.
    pub scope: String,
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
    /// The unit of the labels.
    pub unit: Unit,
    /// What is drawn.
    #[serde(flatten)]
    pub shape: ChartShape,
    /// What the parts are called.
    pub legend: Vec<LegendEntry>,
    /// What a reader must know to read it right.
    pub notes: Vec<String>,
    /// The sources of what is shown, publisher and title.
    pub sources: Vec<String>,
    /// The picture in words, from its numbers.
    pub alt: String,
}

impl ChartSpec {
    /// The chart without title, subtitle and scope, for a place that has them already.
    #[must_use]
    pub fn without_head(self) -> Self {
        Self { title: String::new(), subtitle: String::new(), scope: String::new(), ..self }
    }
}

/// The unit of the labels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Unit {
    /// In words: `thousand BGN`.
    pub name: String,
    /// Labels are figures over ten to this power.
    pub power: u32,
}

/// What a part is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LegendEntry {
    /// How it is told apart.
    pub ink: Ink,
    /// Its name.
    pub name: String,
}

/// Over what the figures of a chart are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    /// Each year by itself.
    Years,
    /// All years shown, added up: the chart says so.
    Sum,
}

/// What a kind says of its chart.
pub(super) struct Draft {
    /// What it is about.
    pub(super) title: Message,
    /// What it finds, if anything stands out.
    pub(super) finding: Option<Message>,
    pub(super) shape: ChartShape,
    pub(super) inks: Vec<Ink>,
    pub(super) scale: Scale,
    pub(super) span: Span,
    pub(super) notes: Vec<Message>,
    pub(super) alt: Message,
}

impl Draft {
    /// The chart, with the words and notes that all kinds have. `cost` is what it was made from.
    pub(super) fn finish(mut self, kind: &'static str, material: &ChartMaterial<'_>, cost: &Cost) -> ChartSpec {
        let language = material.language;
        self.inks.sort();
        self.inks.dedup();
        let legend = self.inks.iter().map(|ink| LegendEntry { ink: *ink, name: language.say(&phrases::ink(*ink)) });
        let mut notes = self.notes;
        notes.extend(footnotes::notes(material, cost));
        let context = material.context(cost);
        let about = language.say(&self.title);
        let (title, subtitle) = match &self.finding {
            Some(finding) => (phrases::capital(&language.say(finding)), about),
            None => (about, String::new()),
        };
        let years: Vec<Year> = material.shown(cost);
        let summed = (self.span == Span::Sum && years.len() > 1).then(|| phrases::span(cost));
        ChartSpec {
            schema: "thb-cost/chart/2",
            kind,
            language,
            title,
            subtitle,
            scope: phrases::capital(&phrases::scope(material, &self.scale, summed)),
            currency: material.query.basis.currency.to_string(),
            prices: context.prices(),
            phase: material.attribution.phase.word(),
            only: only_document(material.attribution, material.project),
            protect: material.project.protection.below(),
            unit: Unit { name: language.say(&self.scale.unit()), power: self.scale.power() },
            shape: self.shape,
            legend: legend.collect(),
            notes: notes.iter().map(|note| language.say(note)).collect(),
            sources: footnotes::sources(material, cost),
            alt: alt(language.say(&self.alt), material),
        }
    }
}

/// The picture in words, and of which lines it is.
fn alt(words: String, material: &ChartMaterial<'_>) -> String {
    match only_of(material.attribution, material.project) {
        None => words,
        Some(only) => format!("{words} {}.", material.language.say(&message!("explain-only", only = only))),
    }
}

fn tag<S: Serializer>(language: &Language, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(language.word())
}
