//! `victims`: counts by year, measure, form of exploitation and group.

use arcstr::ArcStr;
use serde::Deserialize;

use super::{Keys, cells, needed, rows_of, says_yes};
use crate::diagnostics::{Code, Diagnostics};
use crate::domain::{ALL_FORMS, Count, VictimCount};
use crate::ingest::amounts::count_text;
use crate::ingest::folder::InputFile;
use crate::ingest::header::Columns;
use crate::ingest::money_rows::year;
use crate::ingest::reader::Reader;
use crate::ingest::table::Row;
use crate::language::Message;
use crate::message;

pub(crate) const COLUMNS: Columns<'static> = Columns {
    needed: &["year", "measure", "count"],
    optional: &["exploitation", "group", "low", "high", "break", "source", "note"],
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
    #[serde(default)]
    low: &'r str,
    #[serde(default)]
    high: &'r str,
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
        let count = counted(row, ["count", "low", "high"], [cells.count, cells.low, cells.high], diagnostics);
        let (year, measure) = (year?, measure?);
        let or_all = |cell: &str| if cell.is_empty() { ALL_FORMS.into() } else { cell.into() };
        let (exploitation, group): (ArcStr, ArcStr) = (or_all(cells.exploitation), or_all(cells.group));
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
            protected: None,
            breaks: says_yes(cells.breaks),
            source: cells.source.into(),
            note: cells.note.into(),
            origin: row.origin(),
        })
    })
}

/// A count with the ends that stand beside it: `None` after a diagnostic, `Some(None)` where it is blank.
pub(super) fn counted(
    row: &Row<'_>,
    columns: [&str; 3],
    [written, low, high]: [&str; 3],
    diagnostics: &mut Diagnostics,
) -> Option<Option<Count>> {
    let mut fault = |column: &str, found: &str, message: Message, expected: Message, help: Message| {
        diagnostics.push(row.fault(Code::BadCount, column, message, found, expected, help));
    };
    let bounds = !low.is_empty() || !high.is_empty();
    if written.is_empty() {
        if bounds {
            let found = format!("{low} {high}");
            fault(
                columns[0],
                &found,
                message!("cell-count-bounds-alone"),
                message!("cell-count-with-bounds"),
                message!("cell-write-count"),
            );
            return None;
        }
        return Some(None);
    }
    let Some(count) = Count::parse(&count_text(written, row.marks.groups, row.header.scale().power)) else {
        fault(columns[0], written, message!("cell-bad-count"), message!("cell-count"), message!("cell-write-count"));
        return None;
    };
    if !bounds {
        return Some(Some(count));
    }
    let Some(whole) = count.whole() else {
        fault(
            columns[0],
            written,
            message!("cell-count-bounds-twice"),
            message!("cell-count-with-bounds"),
            message!("cell-count-one-way"),
        );
        return None;
    };
    let mut end = |column: &str, text: &str| {
        let end = if text.is_empty() {
            Some(None)
        } else {
            Count::parse(&count_text(text, row.marks.groups, row.header.scale().power)).and_then(Count::whole).map(Some)
        };
        if end.is_none() {
            fault(column, text, message!("cell-bad-count"), message!("cell-count-end"), message!("cell-write-count"));
        }
        end
    };
    let (low_end, high_end) = (end(columns[1], low), end(columns[2], high));
    let count = Count::between(low_end?, whole, high_end?);
    if count.is_none() {
        let found = format!("low {low}, count {written}, high {high}");
        fault(
            columns[0],
            &found,
            message!("cell-count-out-of-order"),
            message!("cell-count-in-order"),
            message!("cell-correct-bounds"),
        );
    }
    count.map(Some)
}
