//! `names`: what codes are called in each language.

use std::sync::Arc;

use serde::Deserialize;

use super::{Keys, cells, needed, rows_of, word};
use crate::diagnostics::Diagnostics;
use crate::domain::CodeName;
use crate::ingest::folder::InputFile;
use crate::ingest::header::Columns;
use crate::ingest::reader::Reader;
use crate::message;

pub(crate) const COLUMNS: Columns<'static> =
    Columns { needed: &["dimension", "code"], optional: &["en", "bg", "note"], own: &[], yearly: None };

/// What codes are of, beside the project's own dimensions. Of `publisher` and `note` the code is the text itself, of
/// `rationale` the id of the rule.
pub const NAMED: [&str; 18] = [
    "agency",
    "funder",
    "financing",
    "label",
    "line",
    "function",
    "area",
    "exploitation",
    "state",
    "rule",
    "measure",
    "driver",
    "source",
    "service",
    "unit",
    "publisher",
    "note",
    "rationale",
];

#[derive(Deserialize)]
struct Cells<'r> {
    dimension: &'r str,
    code: &'r str,
    #[serde(default)]
    en: &'r str,
    #[serde(default)]
    bg: &'r str,
}

pub(crate) fn read(files: &[InputFile], reader: &mut Reader, diagnostics: &mut Diagnostics) -> Vec<CodeName> {
    let mut keys = Keys::new(message!("key-name"));
    let own = Arc::clone(&reader.dimensions);
    let dimensions: Vec<&str> = NAMED.into_iter().chain(own.iter().map(AsRef::as_ref)).collect();
    rows_of(files, COLUMNS, reader, diagnostics, |row, text, diagnostics| {
        let cells: Cells<'_> = cells(row, text)?;
        let dimension = needed(row, "dimension", cells.dimension, diagnostics);
        let code = needed(row, "code", cells.code, diagnostics);
        let (dimension, code) = (dimension?, code?);
        let known = |text: &str| dimensions.iter().copied().find(|known| *known == text);
        word(row, "dimension", &dimension, "", known, &dimensions, diagnostics)?;
        let key = (dimension.clone(), code.clone());
        keys.check(row, key, message!("key-of-name", dimension = &dimension, code = &code), diagnostics);
        Some(CodeName { dimension, code, en: cells.en.into(), bg: cells.bg.into(), origin: row.origin() })
    })
}
