//! `sources`: the bibliography that every other file cites by id.

use serde::Deserialize;

use super::{Keys, cells, needed, rows_of};
use crate::diagnostics::Diagnostics;
use crate::domain::Source;
use crate::ingest::folder::InputFile;
use crate::ingest::header::Columns;
use crate::ingest::reader::Reader;
use crate::message;

pub(crate) const COLUMNS: Columns<'static> = Columns {
    needed: &["id", "title"],
    optional: &["publisher", "published", "url", "accessed", "note"],
    own: &[],
    yearly: None,
};

#[derive(Deserialize)]
struct Cells<'r> {
    id: &'r str,
    title: &'r str,
    #[serde(default)]
    publisher: &'r str,
    #[serde(default)]
    published: &'r str,
    #[serde(default)]
    url: &'r str,
    #[serde(default)]
    accessed: &'r str,
    #[serde(default)]
    note: &'r str,
}

pub(crate) fn read(files: &[InputFile], reader: &mut Reader, diagnostics: &mut Diagnostics) -> Vec<Source> {
    let mut keys = Keys::new(message!("key-source"));
    rows_of(files, COLUMNS, reader, diagnostics, |row, text, diagnostics| {
        let cells: Cells<'_> = cells(row, text)?;
        let id = needed(row, "id", cells.id, diagnostics)?;
        keys.check(row, id.clone(), message!("key-of-source", id = &id), diagnostics);
        Some(Source {
            id,
            title: cells.title.to_owned(),
            publisher: cells.publisher.to_owned(),
            published: cells.published.to_owned(),
            url: cells.url.to_owned(),
            accessed: cells.accessed.to_owned(),
            note: cells.note.to_owned(),
            origin: row.origin(),
        })
    })
}
