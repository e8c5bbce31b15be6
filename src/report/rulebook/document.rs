//! The rules as JSON, `thb-cost/rules/1`.

use schemars::JsonSchema;
use serde::Serialize;

use super::{RuleWords, RulebookReport};

/// The rules of a project and what they decide in the years shown.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RulebookDocument {
    /// `thb-cost/rules/1`.
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
    /// The form of exploitation shown; null for all.
    pub exploitation: Option<String>,
    /// In the order of the file, which decides.
    pub rules: Vec<RuleDocument>,
    /// The same in the other currencies asked for; left out where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<AlsoRulebookDocument>,
}

/// The rules with what they attribute in another currency.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AlsoRulebookDocument {
    /// Currency of all amounts.
    pub currency: String,
    /// In the order of the file, which decides.
    pub rules: Vec<RuleDocument>,
}

/// One rule.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RuleDocument {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it matches, in words.
    #[serde(rename = "match")]
    pub matches: String,
    /// Its years; blank is every year.
    pub years: String,
    /// Its share, in words.
    pub share: String,
    /// Its splits, in words.
    pub split: String,
    /// Why this key.
    pub rationale: String,
    /// An id in the sources, or blank.
    pub source: String,
    /// Who wrote it.
    pub author: String,
    /// When.
    pub date: String,
    /// How many lines it decides in the years shown.
    pub lines: usize,
    /// What they attribute; null where nobody knows.
    pub attributed: Option<String>,
}

impl RulebookDocument {
    /// From what it is reported from.
    #[must_use]
    pub fn new(report: RulebookReport<'_>) -> Self {
        let context = report.context;
        let also = report.in_each().skip(1).map(|report| AlsoRulebookDocument {
            currency: report.context.query.basis.currency.to_string(),
            rules: rules(report),
        });
        Self {
            schema: "thb-cost/rules/1",
            version: env!("CARGO_PKG_VERSION"),
            project: context.project.title_in(context.language).to_owned(),
            currency: context.query.basis.currency.to_string(),
            prices: context.prices(),
            phase: context.attribution.phase.word(),
            exploitation: context.query.exploitation.as_ref().map(ToString::to_string),
            rules: rules(report),
            also: also.collect(),
        }
    }
}

fn rules(report: RulebookReport<'_>) -> Vec<RuleDocument> {
    let rules = report.rules().map(|(rule, decides)| {
        let words = RuleWords::new(rule, report.context.language);
        RuleDocument {
            id: rule.id.to_string(),
            title: rule.title.to_string(),
            matches: words.matches,
            years: words.years,
            share: words.share,
            split: words.split,
            rationale: words.rationale,
            source: rule.source.to_string(),
            author: rule.author.to_string(),
            date: rule.date.to_string(),
            lines: decides.lines,
            attributed: report.attributed(decides),
        }
    });
    rules.collect()
}
