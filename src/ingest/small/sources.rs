//! `sources`: the bibliography that every other file cites by id.

use serde::Deserialize;

use super::{Keys, cells, needed, rows_of};
use crate::diagnostics::{Code, Diagnostics};
use crate::domain::Source;
use crate::ingest::digest::digest_of;
use crate::ingest::folder::{Folder, InputFile};
use crate::ingest::header::Columns;
use crate::ingest::manifest::io_error;
use crate::ingest::reader::Reader;
use crate::ingest::table::Row;
use crate::language::Message;
use crate::message;

pub(crate) const COLUMNS: Columns<'static> = Columns {
    needed: &["id", "title"],
    optional: &["publisher", "published", "url", "accessed", "note", "page", "quote", "file", "sha256"],
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
    #[serde(default)]
    page: &'r str,
    #[serde(default)]
    quote: &'r str,
    #[serde(default)]
    file: &'r str,
    #[serde(default)]
    sha256: &'r str,
}

pub(crate) fn read(files: &[InputFile], reader: &mut Reader, diagnostics: &mut Diagnostics) -> Vec<Source> {
    let mut keys = Keys::new(message!("key-source"));
    let folder = reader.folder.clone();
    rows_of(files, COLUMNS, reader, diagnostics, |row, text, diagnostics| {
        let cells: Cells<'_> = cells(row, text)?;
        let id = needed(row, "id", cells.id, diagnostics)?;
        keys.check(row, id.clone(), message!("key-of-source", id = &id), diagnostics);
        let sha256 = cells.sha256.trim_start_matches("sha256:").to_lowercase();
        if let Some(folder) = &folder {
            check_copy(row, folder, cells.file, &sha256, diagnostics);
        }
        Some(Source {
            id,
            title: cells.title.to_owned(),
            publisher: cells.publisher.to_owned(),
            published: cells.published.to_owned(),
            url: cells.url.to_owned(),
            accessed: cells.accessed.to_owned(),
            note: cells.note.to_owned(),
            page: cells.page.to_owned(),
            quote: cells.quote.to_owned(),
            file: cells.file.to_owned(),
            sha256,
            origin: row.origin(),
        })
    })
}

/// A stored copy must be there, and be what its digest says.
fn check_copy(row: &Row<'_>, folder: &Folder, file: &str, sha256: &str, diagnostics: &mut Diagnostics) {
    let mut fault = |column: &str, found: &str, message: Message, expected: Message, help: Message| {
        diagnostics.push(row.fault(Code::SourceCopy, column, message, found, expected, help));
    };
    let is_digest = sha256.len() == 64 && sha256.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !sha256.is_empty() && !is_digest {
        fault(
            "sha256",
            sha256,
            message!("source-bad-digest"),
            message!("source-digest"),
            message!("source-take-digest"),
        );
        return;
    }
    if file.is_empty() {
        return;
    }
    let copy = folder.file(file);
    let digest = match digest_of(&copy) {
        Ok(digest) => digest,
        Err(error) => {
            let message = message!("source-copy-unreadable", error = io_error(&error));
            fault("file", file, message, message!("source-copy-beside"), message!("source-correct-copy"));
            return;
        }
    };
    if sha256.is_empty() {
        let help = message!("source-write-digest", digest = &digest);
        fault("sha256", "", message!("source-no-digest"), message!("source-digest"), help);
    } else if digest != sha256 {
        let expected = Message::verbatim(sha256);
        fault("file", &digest, message!("source-other-copy"), expected, message!("source-look-at-copy"));
    }
}
