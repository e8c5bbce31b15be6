//! `rates`: exchange rates by year and direction.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::{Keys, Kind, cells, needed_decimal, rows_of};
use crate::diagnostics::{Code, Diagnostics};
use crate::domain::Rate;
use crate::ingest::folder::InputFile;
use crate::ingest::header::Columns;
use crate::ingest::money_rows::{currency, year};
use crate::ingest::reader::Reader;
use crate::message;

pub(crate) const COLUMNS: Columns<'static> =
    Columns { needed: &["from", "to", "year", "rate"], optional: &["source", "note"], own: &[], yearly: Some("rate") };

#[derive(Deserialize)]
struct Cells<'r> {
    from: &'r str,
    to: &'r str,
    year: &'r str,
    rate: &'r str,
    #[serde(default)]
    source: &'r str,
}

pub(crate) fn read(files: &[InputFile], reader: &mut Reader, diagnostics: &mut Diagnostics) -> Vec<Rate> {
    let mut keys = Keys::new(message!("key-rate"));
    rows_of(files, COLUMNS, reader, diagnostics, |row, text, diagnostics| {
        let cells: Cells<'_> = cells(row, text)?;
        let from = currency(row, "from", cells.from, diagnostics);
        let to = currency(row, "to", cells.to, diagnostics);
        let year = year(row, cells.year, diagnostics);
        let rate = needed_decimal(row, "rate", cells.rate, Kind::Rate, diagnostics);
        let (from, to, year) = (from?, to?, year?);
        keys.check(row, (from, to, year), message!("key-of-rate", from = from, to = to, year = year), diagnostics);
        let rate = rate?;
        if rate <= Decimal::ZERO {
            diagnostics.push(row.fault(
                Code::BadRate,
                "rate",
                message!("cell-rate-not-positive"),
                cells.rate,
                message!("cell-rate"),
                message!("cell-correct-rate"),
            ));
            return None;
        }
        Some(Rate { from, to, year, rate, source: cells.source.into(), origin: row.origin() })
    })
}
