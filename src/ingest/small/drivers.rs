//! `drivers`: yearly statistics used as keys. A blank value is a driver that is not known in that year.

use serde::Deserialize;

use super::{Keys, cells, decimal, needed, rows_of};
use crate::diagnostics::{Code, Diagnostics};
use crate::domain::{DriverValue, Interval};
use crate::ingest::folder::InputFile;
use crate::ingest::header::Columns;
use crate::ingest::money_rows::{currency, year};
use crate::ingest::reader::Reader;
use crate::message;

pub(crate) const COLUMNS: Columns<'static> = Columns {
    needed: &["driver", "year", "value"],
    optional: &["low", "high", "unit", "currency", "group", "source", "note"],
    own: &[],
    yearly: Some("value"),
};

#[derive(Deserialize)]
struct Cells<'r> {
    driver: &'r str,
    year: &'r str,
    value: &'r str,
    #[serde(default)]
    low: &'r str,
    #[serde(default)]
    high: &'r str,
    #[serde(default)]
    unit: &'r str,
    #[serde(default)]
    currency: &'r str,
    #[serde(default)]
    group: &'r str,
    #[serde(default)]
    source: &'r str,
    #[serde(default)]
    note: &'r str,
}

pub(crate) fn read(files: &[InputFile], reader: &mut Reader, diagnostics: &mut Diagnostics) -> Vec<DriverValue> {
    let mut keys = Keys::new(message!("key-driver-year"));
    rows_of(files, COLUMNS, reader, diagnostics, |row, text, diagnostics| {
        let cells: Cells<'_> = cells(row, text)?;
        let driver = needed(row, "driver", cells.driver, diagnostics);
        let year = year(row, cells.year, diagnostics);
        let value = decimal(row, "value", cells.value, diagnostics);
        let low = decimal(row, "low", cells.low, diagnostics);
        let high = decimal(row, "high", cells.high, diagnostics);
        let currency = match cells.currency {
            "" => Some(None),
            _ => currency(row, "currency", cells.currency, diagnostics).map(Some),
        };
        let (driver, year) = (driver?, year?);
        keys.check(row, (driver.clone(), year), format!("{driver} {year}"), diagnostics);
        let (value, low, high) = (value?, low?, high?);
        let value = match value {
            Some(value) => {
                let bounds = Interval { low: low.unwrap_or(value), central: value, high: high.unwrap_or(value) };
                bounds.is_ordered().then_some(Some(bounds))
            }
            None => (low.is_none() && high.is_none()).then_some(None),
        };
        if value.is_none() {
            diagnostics.push(row.fault(
                Code::BadBounds,
                "value",
                message!("cell-bad-bounds"),
                &format!("low {}, value {}, high {}", cells.low, cells.value, cells.high),
                message!("cell-bounds"),
                message!("cell-correct-bounds"),
            ));
        }
        Some(DriverValue {
            driver,
            year,
            value: value?,
            unit: cells.unit.into(),
            currency: currency?,
            group: cells.group.into(),
            source: cells.source.into(),
            note: cells.note.into(),
            origin: row.origin(),
        })
    })
}
