//! The report as JSON, `thb-cost/report/2`: the shape that other programs read. Money is text, always.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use schemars::JsonSchema;
use serde::Serialize;

use super::citations::Citations;
use super::context::Context;
use super::notes;
use super::rows::only_document;
use super::source::SourceDocument;
use crate::domain::{Fraction, Interval, Year};
use crate::ingest::digest_of_all;
use crate::measures::{CostRow, Figures, Known, PerVictim};
use crate::message;

/// The document that `report --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReportDocument {
    /// `thb-cost/report/2`.
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
    /// Only lines that match: patterns by dimension; empty where all lines are taken.
    #[serde(rename = "where")]
    pub only: BTreeMap<String, Vec<String>>,
    /// Counts of people above 0 and below this are not shown; absent where all are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protect: Option<u64>,
    /// How many groups have rows of their own, the largest by their total; absent where all have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub top: Option<usize>,
    /// The years that have lines: in each there is a row where nothing is grouped.
    pub years: Vec<u16>,
    /// In order of year and values by code point.
    pub rows: Vec<RowDocument>,
    /// All rows together.
    pub total: CostDocument,
    /// The same in the other currencies asked for; left out where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<AlsoDocument>,
    /// The sources of what is shown.
    pub sources: Vec<SourceDocument>,
    /// What it was made from.
    pub inputs: InputsDocument,
}

/// The rows of a report in another currency.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AlsoDocument {
    /// Currency of all amounts.
    pub currency: String,
    /// As in the document.
    pub rows: Vec<RowDocument>,
    /// As in the document.
    pub total: CostDocument,
}

/// One year, or one group of a year.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RowDocument {
    /// The year.
    pub year: u16,
    /// The values of the dimensions asked for; blank is the empty text.
    pub by: BTreeMap<String, String>,
    /// How many groups beyond the largest the row adds up; absent for a group of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_groups: Option<usize>,
    /// The cost.
    #[serde(flatten)]
    pub cost: CostDocument,
    /// The cost per victim, a measure each.
    pub per_victim: Vec<PerVictimDocument>,
    /// What a reader must know.
    pub notes: Vec<String>,
}

/// Cost figures. Null where no line with a known amount contributes.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CostDocument {
    /// What labelled lines attribute.
    pub labelled: LabelledDocument,
    /// What unlabelled lines attribute.
    pub attributed: Interval3<Option<String>>,
    /// All that is attributed, bounds of labelled lines included.
    pub total: Interval3<Option<String>>,
    /// Amounts of lines that no rule decides.
    pub unattributed: String,
    /// Number of lines.
    pub lines: u64,
    /// Number of lines whose amount nobody published.
    pub not_estimated: u64,
    /// Number of lines that were expected and have no row.
    pub not_reported: u64,
}

/// What labelled lines attribute, by financing.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LabelledDocument {
    /// State financing.
    pub state: Option<String>,
    /// External financing.
    pub external: Option<String>,
    /// Both.
    pub total: Option<String>,
}

/// Low, central and high as decimal text.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Interval3<T = String> {
    /// The lower bound.
    pub low: T,
    /// The figure itself.
    pub central: T,
    /// The upper bound.
    pub high: T,
}

/// Cost per victim of one measure.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PerVictimDocument {
    /// `detected`, `identified`, `assisted`, ...
    pub measure: String,
    /// The form of exploitation counted, or `all`.
    pub exploitation: String,
    /// The count, with its range; null where it is not known.
    pub victims: Interval3<Option<String>>,
    /// What labelled lines cost per victim.
    pub labelled: Option<String>,
    /// What all that is attributed costs per victim.
    pub total: Interval3<Option<String>>,
    /// Why a figure is null.
    pub reason: Option<String>,
    /// Whether the series of counts breaks at this year.
    #[serde(rename = "break")]
    pub breaks: bool,
    /// The sources of the count.
    pub sources: Vec<String>,
}

/// What a report was made from.
#[derive(Debug, Serialize, JsonSchema)]
pub struct InputsDocument {
    /// SHA-256 over path and digest of each file.
    pub digest: String,
    /// Each file.
    pub files: Vec<FileDocument>,
}

/// One input file.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FileDocument {
    /// As the manifest or the command line names it.
    pub path: String,
    /// SHA-256 of its bytes; null where it would tell counts that are protected.
    pub sha256: Option<String>,
    /// Rows below the header; null for a file that is no table.
    pub rows: Option<u64>,
}

impl ReportDocument {
    /// From what a report is made from.
    #[must_use]
    pub fn new(context: Context<'_>) -> Self {
        let years = context.years().into_iter().map(Year::number).collect();
        let whole = [
            vec![context.say(&message!("report-project", title = context.project.title_in(context.language)))],
            notes::of_report(context, &str::to_owned),
        ]
        .concat();
        let mut of_years: BTreeMap<u16, Vec<String>> = BTreeMap::new();
        for row in &context.cost.rows {
            of_years
                .entry(row.year.number())
                .or_insert_with(|| [notes::of_year(context, row.year), whole.clone()].concat());
        }
        let notes = |row: &CostRow| of_years.get(&row.year.number()).cloned().unwrap_or_default();
        let rows = |context: Context<'_>| -> Vec<RowDocument> {
            context.cost.rows.iter().map(|row| row_document(context, row, notes(row))).collect()
        };
        let also = context.in_each().skip(1).map(|context| AlsoDocument {
            currency: context.query.basis.currency.to_string(),
            rows: rows(context),
            total: cost_document(context, &context.cost.total),
        });
        Self {
            schema: "thb-cost/report/2",
            version: env!("CARGO_PKG_VERSION"),
            project: context.project.title_in(context.language).to_owned(),
            currency: context.query.basis.currency.to_string(),
            prices: context.prices(),
            phase: context.attribution.phase.word(),
            exploitation: context.query.exploitation.as_ref().map(ToString::to_string),
            only: only_document(context.attribution, context.project),
            protect: context.project.protection.below(),
            top: context.query.layout.top.map(NonZeroUsize::get),
            years,
            rows: rows(context),
            total: cost_document(context, &context.cost.total),
            also: also.collect(),
            sources: sources(context),
            inputs: inputs(context),
        }
    }
}

fn row_document(context: Context<'_>, row: &CostRow, notes: Vec<String>) -> RowDocument {
    RowDocument {
        year: row.year.number(),
        by: context.query.by.iter().map(|dimension| context.name(*dimension)).zip(context.row_codes(row)).collect(),
        other_groups: row.other,
        cost: cost_document(context, &row.figures),
        per_victim: row.per_victim.iter().map(|figure| per_victim_document(context, figure)).collect(),
        notes,
    }
}

fn cost_document(context: Context<'_>, figures: &Figures) -> CostDocument {
    let amount = |figure: &Fraction| context.amount(figure);
    let interval = |known: &Known| match known {
        Some(known) => known.map(|figure| Some(amount(figure))),
        None => Interval::default(),
    };
    let central = |known: &Known| known.as_ref().map(|known| amount(&known.central));
    CostDocument {
        labelled: LabelledDocument {
            state: central(&figures.labelled_state),
            external: central(&figures.labelled_external),
            total: central(&figures.labelled()),
        },
        attributed: interval(&figures.attributed).into(),
        total: interval(&figures.total()).into(),
        unattributed: amount(&figures.unattributed),
        lines: figures.lines,
        not_estimated: figures.not_estimated,
        not_reported: figures.not_reported,
    }
}

fn per_victim_document(context: Context<'_>, figure: &PerVictim) -> PerVictimDocument {
    let victims = match figure.victims {
        Some(count) => count.to_text().map(|text| Some(text.clone())),
        None => Interval::default(),
    };
    PerVictimDocument {
        measure: figure.measure.to_string(),
        exploitation: figure.exploitation.to_string(),
        victims: victims.into(),
        labelled: figure.labelled.as_ref().map(|figure| context.amount(figure)),
        total: figure.total.map(|figure| figure.as_ref().map(|figure| context.amount(figure))).into(),
        reason: figure.reason.as_ref().map(|reason| context.say(reason)),
        breaks: figure.breaks,
        sources: figure.source.iter().map(|source| source.to_string()).collect(),
    }
}

fn sources(context: Context<'_>) -> Vec<SourceDocument> {
    let citations = Citations::of(context);
    citations.ids().map(|id| SourceDocument::new(context.project, id)).collect()
}

/// The files that a project was read from.
pub(super) fn inputs(context: Context<'_>) -> InputsDocument {
    let files = context.project.shown_files();
    let digest = digest_of_all(&files);
    let files = files.into_iter().map(|file| FileDocument {
        path: file.path.to_string(),
        sha256: Some(file.sha256).filter(|digest| !digest.is_empty()),
        rows: file.rows,
    });
    InputsDocument { digest, files: files.collect() }
}

impl<T> From<Interval<T>> for Interval3<T> {
    fn from(interval: Interval<T>) -> Self {
        Self { low: interval.low, central: interval.central, high: interval.high }
    }
}
