//! `requests`: who was asked for what, by when, and when the answer came.

use arcstr::ArcStr;
use serde::Deserialize;

use super::{Keys, cells, needed, rows_of, word};
use crate::diagnostics::{Code, Diagnostics};
use crate::domain::{RequestAnswer, RequestRow};
use crate::ingest::folder::InputFile;
use crate::ingest::header::Columns;
use crate::ingest::reader::Reader;
use crate::ingest::replies::date_of;
use crate::ingest::table::Row;
use crate::message;

pub(crate) const COLUMNS: Columns<'static> = Columns {
    needed: &["agency", "what"],
    optional: &["asked", "due", "answered", "id", "answer", "source", "note"],
    own: &[],
    yearly: None,
};

#[derive(Deserialize)]
struct Cells<'r> {
    agency: &'r str,
    what: &'r str,
    #[serde(default)]
    asked: &'r str,
    #[serde(default)]
    due: &'r str,
    #[serde(default)]
    answered: &'r str,
    #[serde(default)]
    id: &'r str,
    #[serde(default)]
    answer: &'r str,
}

pub(crate) fn read(files: &[InputFile], reader: &mut Reader, diagnostics: &mut Diagnostics) -> Vec<RequestRow> {
    let mut keys = Keys::new(message!("key-request"));
    rows_of(files, COLUMNS, reader, diagnostics, |row, text, diagnostics| {
        let cells: Cells<'_> = cells(row, text)?;
        let agency = needed(row, "agency", cells.agency, diagnostics);
        let what = needed(row, "what", cells.what, diagnostics);
        let asked = day(row, "asked", cells.asked, diagnostics);
        let due = day(row, "due", cells.due, diagnostics);
        let answered = day(row, "answered", cells.answered, diagnostics);
        let default = RequestAnswer::default();
        let (parse, words) = (RequestAnswer::parse, &RequestAnswer::WORDS);
        let answer = word(row, "answer", cells.answer, default, parse, words, diagnostics);
        let (agency, what) = (agency?, what?);
        // One thing may be asked again, on another day.
        let key = (agency.clone(), what.clone(), cells.asked.to_owned());
        keys.check(row, key, format!("{agency}, {what}"), diagnostics);
        Some(RequestRow {
            agency,
            what,
            asked: asked?,
            due: due?,
            answered: answered?,
            id: cells.id.into(),
            answer: answer?,
            origin: row.origin(),
        })
    })
}

/// A day, or nothing.
fn day(row: &Row<'_>, column: &str, text: &str, diagnostics: &mut Diagnostics) -> Option<ArcStr> {
    if text.is_empty() {
        return Some("".into());
    }
    let date = date_of(text);
    if date.is_none() {
        let (message, expected) = (message!("cell-bad-date", column = column), message!("cell-date"));
        diagnostics.push(row.fault(Code::BadDate, column, message, text, expected, message!("cell-write-date")));
    }
    date.map(Into::into)
}
