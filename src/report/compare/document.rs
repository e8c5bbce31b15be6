//! The comparison as JSON, `thb-cost/compare/1`. Money is text, always; null is not known.

use std::collections::{BTreeMap, HashSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::words::{in_words, reason};
use super::{CompareReport, tables, warnings};
use crate::domain::Fraction;
use crate::measures::compare::{Change, LineChange, LineSide, QuotientChange, RoundedChange};
use crate::measures::{Figures, PerVictim};
use crate::report::citations::Citations;
use crate::report::document::Interval3;
use crate::report::rows::only_document;
use crate::report::source::SourceDocument;

/// The document that `compare --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CompareDocument {
    /// `thb-cost/compare/1`.
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
    /// The earlier side.
    pub from: SideDocument,
    /// The later side.
    pub to: SideDocument,
    /// What changed, in sentences.
    pub words: Vec<String>,
    /// What makes the two sides unlike.
    pub warnings: Vec<WarningDocument>,
    /// The change of the total.
    pub total: ChangeDocument,
    /// The change of each group; empty without dimensions.
    pub groups: Vec<ChangeDocument>,
    /// The lines whose cost changed.
    pub lines: Vec<LineChangeDocument>,
    /// The same in the other currencies asked for; left out where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<AlsoCompareDocument>,
    /// The sources of both sides.
    pub sources: Vec<SourceDocument>,
}

/// The changes in another currency.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AlsoCompareDocument {
    /// Currency of all amounts.
    pub currency: String,
    /// The change of the total.
    pub total: ChangeDocument,
    /// The change of each group; empty without dimensions.
    pub groups: Vec<ChangeDocument>,
    /// The lines whose cost changed.
    pub lines: Vec<LineChangeDocument>,
}

/// A side.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SideDocument {
    /// How it is named.
    pub name: String,
    /// Title of its project.
    pub title: String,
    /// Its year.
    pub year: u16,
}

/// A warning.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WarningDocument {
    /// `phase`, `break`, `source`, `not-estimated` or `unattributed`.
    pub kind: &'static str,
    /// In words.
    pub text: String,
}

/// The change of the total or of a group.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChangeDocument {
    /// The values of the dimensions asked for; blank is the empty text.
    pub by: BTreeMap<String, String>,
    /// The cost on each side, with its range.
    pub cost: FigureDocument<Interval3>,
    /// The change of the central cost, and what each cause contributes to it; the contributions add up to it.
    #[serde(flatten)]
    pub change: CauseDocument,
    /// The change of each cost per victim.
    pub per_victim: Vec<PerVictimChangeDocument>,
}

/// A figure on both sides; null where it is not known.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FigureDocument<T> {
    /// On the earlier side.
    pub before: Option<T>,
    /// On the later side.
    pub after: Option<T>,
}

/// A change split by cause.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CauseDocument {
    /// The later figure less the earlier one, both rounded; null where one is not known.
    pub change: Option<String>,
    /// What each cause contributes: `amounts`, `new`, `gone`, `published`, `rules`, `drivers`, `services`, `overheads`, `splits`,
    /// `currency`, `prices`, `victims`. Those that contribute nothing are left out.
    pub causes: BTreeMap<&'static str, String>,
}

/// The change of a cost per victim.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PerVictimChangeDocument {
    /// `detected`, `identified`, `assisted`, ...
    pub measure: String,
    /// The counts, with their ranges.
    pub victims: FigureDocument<Interval3>,
    /// The central cost per victim.
    pub cost: FigureDocument<String>,
    /// The change and its causes.
    #[serde(flatten)]
    pub change: CauseDocument,
    /// What all causes but the number of victims contribute.
    pub money: Option<String>,
    /// Why the change is null.
    pub reason: Option<String>,
}

/// A line whose cost changed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LineChangeDocument {
    /// As it was; null where it stands on the later side only.
    pub before: Option<LineSideDocument>,
    /// As it is; null where it stands on the earlier side only.
    pub after: Option<LineSideDocument>,
    /// What changed, in words.
    pub why: Vec<String>,
    /// The change and its causes.
    #[serde(flatten)]
    pub change: CauseDocument,
}

/// A line on one side.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LineSideDocument {
    /// Who spends.
    pub agency: String,
    /// Name of the line.
    pub line: String,
    /// Its values of the project's own dimensions; left out where there are none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub own: BTreeMap<String, String>,
    /// Who pays.
    pub funder: String,
    /// Approved or executed.
    pub phase: &'static str,
    /// Its amount, in the currency in which it was published.
    pub amount: Option<String>,
    /// That currency.
    pub currency: String,
    /// Its state.
    pub state: &'static str,
    /// The rule that decided it.
    pub rule: Option<String>,
    /// The central share, as a fraction.
    pub share: Option<String>,
    /// The drivers that the share used, `NAME YEAR`, with their values as published.
    pub drivers: BTreeMap<String, String>,
    /// What it costs, in the currency and prices of the document.
    pub attributed: Option<String>,
}

impl CompareDocument {
    /// From what a comparison is reported from.
    #[must_use]
    pub fn new(report: CompareReport<'_>) -> Self {
        let language = report.language();
        let side = |index: usize| SideDocument {
            name: report.names[index].to_owned(),
            title: report.sides[index].project.title.clone(),
            year: report.sides[index].query.years.from.map_or(0, crate::domain::Year::number),
        };
        let (mut sources, mut met) = (Vec::new(), HashSet::new());
        for side in report.sides {
            for id in Citations::of(side).ids() {
                if met.insert(id.clone()) {
                    sources.push(SourceDocument::new(side.project, id));
                }
            }
        }
        let warnings = warnings::warnings(report).into_iter();
        let in_each = report.in_each().map(|report| AlsoCompareDocument {
            currency: report.currency(),
            total: change(report, &report.comparison.total),
            groups: report.comparison.groups.iter().map(|group| change(report, group)).collect(),
            lines: report.comparison.lines.iter().map(|line| line_change(report, line)).collect(),
        });
        let mut in_each: Vec<AlsoCompareDocument> = in_each.collect();
        let AlsoCompareDocument { currency, total, groups, lines } = in_each.remove(0);
        Self {
            schema: "thb-cost/compare/1",
            version: env!("CARGO_PKG_VERSION"),
            project: report.sides[1].project.title_in(report.sides[1].language).to_owned(),
            exploitation: report.sides[1].query.exploitation.as_ref().map(ToString::to_string),
            currency,
            prices: report.sides[1].prices(),
            phase: report.sides[1].attribution.phase.word(),
            only: only_document(report.sides[1].attribution, report.sides[1].project),
            protect: report.sides[1].project.protection.below(),
            from: side(0),
            to: side(1),
            words: in_words(report).iter().map(|sentence| language.say(sentence)).collect(),
            warnings: warnings.map(|(kind, text)| WarningDocument { kind, text: language.say(&text) }).collect(),
            total,
            groups,
            lines,
            also: in_each,
            sources,
        }
    }
}

fn change(report: CompareReport<'_>, change: &Change) -> ChangeDocument {
    let cost = |figures: &Figures| {
        let total = figures.total();
        let rounded = |figure: &Fraction| report.amount(&figure.round_half_away());
        total.map(|total| Interval3::from(total.map(rounded)))
    };
    ChangeDocument {
        by: report
            .query
            .by
            .iter()
            .map(|dimension| report.dimension(*dimension))
            .zip(change.by.iter().cloned())
            .collect(),
        cost: FigureDocument { before: cost(&change.before), after: cost(&change.after) },
        change: causes(report, change.rounded()),
        per_victim: change.per_victim.iter().map(|quotient| per_victim(report, quotient)).collect(),
    }
}

fn causes(report: CompareReport<'_>, rounded: Option<&RoundedChange>) -> CauseDocument {
    let causes = rounded.iter().flat_map(|rounded| &rounded.causes);
    CauseDocument {
        change: rounded.map(|rounded| report.amount(&rounded.change)),
        causes: causes.map(|(cause, units)| (cause.word(), report.amount(units))).collect(),
    }
}

fn per_victim(report: CompareReport<'_>, change: &QuotientChange) -> PerVictimChangeDocument {
    let rounded = change.rounded();
    let victims = |side: &PerVictim| side.victims.map(|count| Interval3::from(count.to_text()));
    let cost = |side: &PerVictim| {
        let central = side.total.central.as_ref().filter(|_| rounded.is_some());
        central.map(|central| report.amount(&central.round_half_away()))
    };
    let money = rounded.as_ref().map(|rounded| {
        let victims = rounded.of(crate::measures::compare::Cause::Victims);
        report.amount(&(&rounded.change - &victims))
    });
    let language = report.language();
    PerVictimChangeDocument {
        measure: change.measure.to_string(),
        victims: FigureDocument { before: victims(&change.before), after: victims(&change.after) },
        cost: FigureDocument { before: cost(&change.before), after: cost(&change.after) },
        change: causes(report, rounded),
        money,
        reason: rounded.is_none().then(|| language.say(&reason(report, change))),
    }
}

fn line_change(report: CompareReport<'_>, line: &LineChange) -> LineChangeDocument {
    let cost = |side: &Option<LineSide>| {
        let cost = side.as_ref().and_then(|side| side.attributed.clone());
        cost.unwrap_or_else(Fraction::zero)
    };
    let rounded = RoundedChange::new(&cost(&line.before), &cost(&line.after), &line.causes);
    let own = report.sides[1].project.dimensions.iter();
    let side = |side: &LineSide| LineSideDocument {
        agency: side.key.agency.to_string(),
        line: side.key.line.to_string(),
        own: own.clone().zip(side.key.own.iter()).map(|(name, value)| (name.to_string(), value.to_string())).collect(),
        funder: side.key.funder.to_string(),
        phase: side.key.phase.word(),
        amount: side.amount.map(|amount| amount.to_plain(side.key.currency.digits())),
        currency: side.key.currency.to_string(),
        state: side.state.word(),
        rule: side.rule.as_ref().map(ToString::to_string),
        share: side.share.as_ref().map(ToString::to_string),
        drivers: side.drivers.iter().map(|of| (format!("{} {}", of.driver, of.years), of.value.clone())).collect(),
        attributed: side.attributed.as_ref().map(|cost| report.amount(&cost.round_half_away())),
    };
    let language = report.language();
    LineChangeDocument {
        before: line.before.as_ref().map(side),
        after: line.after.as_ref().map(side),
        why: tables::why(report, line).iter().map(|why| language.say(why)).collect(),
        change: causes(report, Some(&rounded)),
    }
}
