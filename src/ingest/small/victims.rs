//! `victims`: counts by year, measure, form of exploitation and group.

use serde::Deserialize;

use super::{Keys, cells, needed, rows_of, says_yes};
use crate::diagnostics::{Code, Diagnostics};
use crate::domain::{ALL_FORMS, Count, VictimCount};
use crate::ingest::folder::InputFile;
use crate::ingest::header::Columns;
use crate::ingest::money_rows::year;
use crate::ingest::reader::Reader;
use crate::message;

pub(crate) const COLUMNS: Columns<'static> = Columns {
    needed: &["year", "measure", "count"],
    optional: &["exploitation", "group", "break", "source", "note"],
    own: &[],
    yearly: Some("count"),
};

#[derive(Deserialize)]
struct Cells<'r> {
    year: &'r str,
    measure: &'r str,
    #[serde(default)]
    exploitation: &'r str,
    #[serde(default)]
    group: &'r str,
    count: &'r str,
    #[serde(default, rename = "break")]
    breaks: &'r str,
    #[serde(default)]
    source: &'r str,
    #[serde(default)]
    note: &'r str,
}

pub(crate) fn read(files: &[InputFile], reader: &mut Reader, diagnostics: &mut Diagnostics) -> Vec<VictimCount> {
    let mut keys = Keys::new(message!("key-victims"));
    rows_of(files, COLUMNS, reader, diagnostics, |row, text, diagnostics| {
        let cells: Cells<'_> = cells(row, text)?;
        let year = year(row, cells.year, diagnostics);
        let measure = needed(row, "measure", cells.measure, diagnostics);
        let count = match cells.count {
            "" => Some(None),
            written => {
                let count = Count::parse(written);
                if count.is_none() {
                    diagnostics.push(row.fault(
                        Code::BadCount,
                        "count",
                        message!("cell-bad-count"),
                        written,
                        message!("cell-count"),
                        message!("cell-write-count"),
                    ));
                }
                count.map(Some)
            }
        };
        let (year, measure) = (year?, measure?);
        let or_all = |cell: &str| if cell.is_empty() { ALL_FORMS.into() } else { cell.into() };
        let (exploitation, group): (std::sync::Arc<str>, std::sync::Arc<str>) =
            (or_all(cells.exploitation), or_all(cells.group));
        let key = (measure.clone(), year, exploitation.clone(), group.clone());
        keys.check(
            row,
            key,
            message!("key-of-victims", measure = &measure, year = year, form = &exploitation, group = &group),
            diagnostics,
        );
        Some(VictimCount {
            year,
            measure,
            exploitation,
            group,
            count: count?,
            breaks: says_yes(cells.breaks),
            source: cells.source.into(),
            note: cells.note.into(),
            origin: row.origin(),
        })
    })
}
