//! `prices`: the yearly changes of price indices.

use std::ops::Neg;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::{Keys, Kind, cells, needed, needed_decimal, rows_of};
use crate::diagnostics::{Code, Diagnostics};
use crate::domain::PriceChange;
use crate::ingest::folder::InputFile;
use crate::ingest::header::Columns;
use crate::ingest::money_rows::year;
use crate::ingest::reader::Reader;
use crate::message;

pub(crate) const COLUMNS: Columns<'static> =
    Columns { needed: &["index", "year", "rate"], optional: &["source", "note"], own: &[], yearly: Some("rate") };

#[derive(Deserialize)]
struct Cells<'r> {
    index: &'r str,
    year: &'r str,
    rate: &'r str,
    #[serde(default)]
    source: &'r str,
}

pub(crate) fn read(files: &[InputFile], reader: &mut Reader, diagnostics: &mut Diagnostics) -> Vec<PriceChange> {
    let mut keys = Keys::new(message!("key-index-year"));
    rows_of(files, COLUMNS, reader, diagnostics, |row, text, diagnostics| {
        let cells: Cells<'_> = cells(row, text)?;
        let index = needed(row, "index", cells.index, diagnostics);
        let year = year(row, cells.year, diagnostics);
        let rate = needed_decimal(row, "rate", cells.rate, Kind::Price, diagnostics);
        let (index, year) = (index?, year?);
        keys.check(row, (index.clone(), year), format!("{index} {year}"), diagnostics);
        let rate = rate?;
        if rate <= Decimal::ONE_HUNDRED.neg() {
            diagnostics.push(row.fault(
                Code::BadRate,
                "rate",
                message!("cell-prices-fall"),
                cells.rate,
                message!("cell-price-change"),
                message!("cell-correct-rate"),
            ));
            return None;
        }
        Some(PriceChange { index, year, rate, source: cells.source.into(), origin: row.origin() })
    })
}
