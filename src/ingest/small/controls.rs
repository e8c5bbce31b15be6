//! `controls`: published totals that the lines must add up to.

use serde::Deserialize;

use super::{cells, needed, rows_of};
use crate::diagnostics::Diagnostics;
use crate::domain::{Control, Currency, Financing, Label};
use crate::ingest::digest::FileDigest;
use crate::ingest::folder::InputFile;
use crate::ingest::header::Columns;
use crate::ingest::money_rows::{amount, word, year};

const COLUMNS: Columns =
    Columns { needed: &["amount"], optional: &["year", "agency", "financing", "label", "line", "source", "note"] };

#[derive(Deserialize)]
struct Cells<'r> {
    #[serde(default)]
    year: &'r str,
    #[serde(default)]
    agency: &'r str,
    #[serde(default)]
    financing: &'r str,
    #[serde(default)]
    label: &'r str,
    #[serde(default)]
    line: &'r str,
    amount: &'r str,
    #[serde(default)]
    source: &'r str,
}

pub(crate) fn read(
    files: &[InputFile],
    currency: Currency,
    digests: &mut Vec<FileDigest>,
    diagnostics: &mut Diagnostics,
) -> Vec<Control> {
    rows_of(files, COLUMNS, digests, diagnostics, |row, text, diagnostics| {
        let cells: Cells<'_> = cells(row, text)?;
        let year = if cells.year.is_empty() { Some(None) } else { year(row, cells.year, diagnostics).map(Some) };
        let financing = word(
            row,
            "financing",
            cells.financing,
            None,
            |text| Financing::parse(text).map(Some),
            Financing::WORDS,
            diagnostics,
        );
        let label =
            word(row, "label", cells.label, None, |text| Label::parse(text).map(Some), Label::WORDS, diagnostics);
        let amount = needed(row, "amount", cells.amount, diagnostics)
            .and_then(|text| amount(row, &text, currency).map_err(|fault| diagnostics.push(*fault)).ok());
        let or_all = |cell: &str| (!cell.is_empty()).then(|| cell.into());
        Some(Control {
            year: year?,
            agency: or_all(cells.agency),
            financing: financing?,
            label: label?,
            line: or_all(cells.line),
            amount: amount?,
            source: cells.source.into(),
            origin: row.origin(),
        })
    })
}
