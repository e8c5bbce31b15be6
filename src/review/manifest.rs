//! The manifest of the pack: which program, what was asked, the digest of every input and of every file. No clock time.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::turns::made_of;
use super::{Material, PackFile, Parts};
use crate::ingest::sha256;
use crate::render::RenderError;
use crate::report::{InputsDocument, ReportDocument, ReportError};

/// The file of the manifest.
pub const MANIFEST_FILE: &str = "manifest.json";

/// What a manifest says it is, by which a folder is known as a pack.
pub const SCHEMA: &str = "thb-cost/review/1";

/// The document that stands in [`MANIFEST_FILE`].
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReviewDocument {
    /// `thb-cost/review/1`.
    pub schema: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// Title of the project.
    pub project: String,
    /// What was asked.
    pub asked: AskedDocument,
    /// What it was made from.
    pub inputs: InputsDocument,
    /// Charts that had nothing to show.
    pub charts_left_out: Vec<ChartLeftOut>,
    /// Every file of the folder but this one, in order of their paths.
    pub files: Vec<FileEntry>,
}

/// What was asked of the review.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AskedDocument {
    /// First year asked for; null where open.
    pub from: Option<u16>,
    /// Last year asked for; null where open.
    pub to: Option<u16>,
    /// `best`, `approved` or `executed`.
    pub phase: String,
    /// Currency of the report.
    pub currency: String,
    /// Currencies beside it, in order; left out where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// `current`, or the year whose prices the report is in.
    pub prices: String,
    /// Dimensions of the report.
    pub by: Vec<String>,
    /// What stands across, as columns: `year`, or `last` for the last of the dimensions; null where nothing does.
    #[serde(default)]
    pub across: Option<String>,
    /// How many groups have rows of their own, the largest; null where all have.
    #[serde(default)]
    pub top: Option<usize>,
    /// Measures of victims, in order.
    pub victims: Vec<String>,
    /// The form of exploitation; null for all.
    pub exploitation: Option<String>,
    /// Only lines that match: patterns by dimension; empty where all lines are taken.
    #[serde(rename = "where", default)]
    pub only: BTreeMap<String, Vec<String>>,
    /// Counts of people above 0 and below this are not shown; left out where all are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protect: Option<u64>,
    /// `en` or `bg`.
    pub language: String,
    /// The project that the earlier side of what changed is taken from, as it was named; null for the same one.
    #[serde(default)]
    pub with: Option<String>,
}

/// A chart that had nothing to show.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChartLeftOut {
    /// Its kind.
    pub chart: &'static str,
    /// Why, in words.
    pub reason: String,
}

/// A file of the pack.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct FileEntry {
    /// Its path in the folder, with `/`.
    pub path: String,
    /// Its size.
    pub bytes: u64,
    /// SHA-256 of its bytes, lower-case hexadecimal.
    pub sha256: String,
}

/// What of a manifest tells whether a folder is a pack, and which files are its own.
#[derive(Debug, Deserialize)]
pub(super) struct Known {
    pub(super) schema: String,
    pub(super) files: Vec<FileEntry>,
}

/// What was asked.
pub(super) fn asked(material: &Material<'_>) -> AskedDocument {
    let context = material.context;
    let query = context.query;
    AskedDocument {
        from: query.years.from.map(|year| year.number()),
        to: query.years.to.map(|year| year.number()),
        phase: context.attribution.phase.word().to_owned(),
        currency: query.basis.currency.to_string(),
        also: query.also.iter().map(ToString::to_string).collect(),
        prices: query.basis.prices.map_or_else(|| "current".to_owned(), |year| year.to_string()),
        by: query.by.iter().map(|dimension| context.name(*dimension)).collect(),
        across: query.layout.across.map(|across| across.word().to_owned()),
        top: query.layout.top.map(NonZeroUsize::get),
        victims: query.measures.iter().map(ToString::to_string).collect(),
        exploitation: query.exploitation.as_deref().map(str::to_owned),
        only: ReportDocument::new(context).only,
        protect: context.project.protection.below(),
        language: context.language.word().to_owned(),
        with: material.with.map(str::to_owned),
    }
}

/// What it is made from.
pub(super) fn inputs(material: &Material<'_>) -> InputsDocument {
    ReportDocument::new(material.context).inputs
}

/// The manifest over the files of a pack.
pub(super) fn manifest(parts: &Parts<'_>, files: &[PackFile]) -> Result<PackFile, RenderError> {
    let context = parts.material.context;
    let document = ReviewDocument {
        schema: SCHEMA,
        version: env!("CARGO_PKG_VERSION"),
        project: context.project.title.clone(),
        asked: asked(parts.material),
        inputs: inputs(parts.material),
        charts_left_out: parts
            .specs
            .left_out(context.language)
            .map(|(chart, reason)| ChartLeftOut { chart, reason: reason.to_owned() })
            .collect(),
        files: made_of(files, |file| FileEntry {
            path: file.path.clone(),
            bytes: file.bytes.len() as u64,
            sha256: sha256(&file.bytes),
        }),
    };
    let json = serde_json::to_string_pretty(&document).map_err(ReportError::from)?;
    Ok(PackFile { path: MANIFEST_FILE.to_owned(), bytes: (json + "\n").into_bytes() })
}
