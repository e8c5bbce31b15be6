//! Replies to requests: books that agencies filled in and sent back, told from other spreadsheets by their hidden sheet.
//!
//! In: a file; out: what was answered, row by row, or what is wrong with it, each with the address of its cell. What the
//! answers mean for a project is decided where a project is at hand.

mod answers;
mod cells;
mod csv_text;
mod form;
mod grid;
mod sheet_head;

use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use arcstr::ArcStr;

pub use cells::{Figure, date_of};
pub use csv_text::{CsvChange, CsvFault, CsvText};
use form::FORM_OF_ANY_VERSION;
pub use form::{FORM, Field, Form, FormFault, FormRow, HIDDEN_SHEET, ID_HEAD, Kind};

use super::digest::sha256;
use super::folder::InputFile;
use super::manifest::unreadable;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{Origin, clean_text};
use crate::language::Message;
use crate::message;
use grid::Grid;

/// How much of a file of text is looked at for the head of a form.
const LOOKED_AT: usize = 1 << 16;

/// What an agency sent back.
#[derive(Debug)]
pub struct Reply {
    /// The file as it was named.
    pub file: ArcStr,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// Their SHA-256, lower-case hexadecimal.
    pub digest: String,
    /// What was asked.
    pub form: Form,
    /// What was answered, in the order of its sheet.
    pub answers: Vec<Answer>,
    /// Rows with a remark and no figure: id and remark.
    pub remarks: Vec<(String, String)>,
    /// Rows of the form that are not on its sheet any more.
    pub absent: Vec<String>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The id of its row.
    pub id: String,
    /// What kind of figure it is.
    pub kind: Kind,
    /// What it says.
    pub given: Given,
    /// The document that it stands in, or blank.
    pub source: String,
    /// The page there, or blank.
    pub page: String,
    /// Who answered.
    pub respondent: String,
    /// When, as `2026-11-01`.
    pub date: String,
    /// Free text.
    pub remark: String,
    /// The address of its figure, such as `G12`.
    pub address: String,
    /// Its row.
    pub origin: Origin,
}

/// What an answer says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "a reply has a handful")]
pub enum Given {
    /// That nobody knows.
    NotKnown,
    /// A figure, with its ends where they were given.
    Figure {
        /// The figure.
        value: Figure,
        /// Its lower end.
        low: Option<Figure>,
        /// Its upper end.
        high: Option<Figure>,
    },
}

/// Whether a file was made as a request: whether it is to be taken as a reply, faults and all.
#[must_use]
pub fn is_reply(file: &InputFile, path: &Path) -> bool {
    if !grid::is_book(path) {
        return path.is_file() && has_head_of_text(file);
    }
    grid::is_small(file) && grid::looks_like_form(file).unwrap_or(false)
}

/// Reads a reply. Faults go to `diagnostics`; nothing of a reply with faults is to be taken.
pub fn read_reply(file: &InputFile, path: &Path, diagnostics: &mut Diagnostics) -> Option<Reply> {
    let fault = |message: Message, help: Message| Diagnostic::new(Code::NotAReply, message, help).in_file(&file.name);
    if !grid::is_book(path) {
        diagnostics.push(fault(message!("reply-as-text"), message!("reply-send-book")));
        return None;
    }
    let mut bytes = Vec::new();
    if let Err(error) = file.open().and_then(|mut open| open.read_to_end(&mut bytes)) {
        diagnostics.push(unreadable(file, &error));
        return None;
    }
    let grids = grid::grids(file).unwrap_or_default();
    let Some(hidden) = hidden(&grids) else {
        diagnostics.push(fault(message!("reply-no-hidden-sheet"), message!("reply-send-book")));
        return None;
    };
    let rows: Vec<Vec<String>> = hidden.rows.iter().map(grid::GridRow::texts).collect();
    let form = match Form::read(&rows) {
        Ok(form) => form,
        Err(FormFault::OtherForm | FormFault::Changed) => {
            diagnostics
                .push(fault(message!("reply-hidden-sheet-changed", sheet = &hidden.name), message!("reply-send-book")));
            return None;
        }
    };
    let sheets: Vec<&Grid> = grids.iter().filter(|grid| !std::ptr::eq(*grid, hidden)).collect();
    let forms: Vec<&&Grid> = sheets.iter().filter(|grid| has_head(grid)).collect();
    let sheet = match forms.as_slice() {
        [sheet] => sheet,
        [] => {
            diagnostics.push(fault(message!("reply-no-head", head = ID_HEAD), message!("reply-send-book")));
            return None;
        }
        several => {
            let names: Vec<&String> = several.iter().map(|grid| &grid.name).collect();
            diagnostics.push(fault(message!("reply-two-sheets", sheets = names), message!("reply-one-sheet")));
            return None;
        }
    };
    let digest = sha256(&bytes);
    let found = answers::read(&file.name, &form, sheet, diagnostics)?;
    let (answers, remarks, absent) = found;
    Some(Reply { file: file.name.clone(), bytes: bytes.into(), digest, form, answers, remarks, absent })
}

/// The sheet that begins as the hidden one does.
fn hidden(grids: &[Grid]) -> Option<&Grid> {
    let begins = |grid: &&Grid| grid.rows.first().is_some_and(|row| row.cell(0).text.starts_with(FORM_OF_ANY_VERSION));
    grids.iter().find(begins)
}

fn has_head(grid: &Grid) -> bool {
    let is_head = |cell: &grid::GridCell| clean_text(&cell.text) == ID_HEAD;
    grid.rows.iter().take(100).any(|row| row.cells.iter().any(is_head))
}

/// Whether the first of a file of text holds the head of a form, whatever its encoding and delimiter.
fn has_head_of_text(file: &InputFile) -> bool {
    let mut first = Vec::new();
    let read = file.open().and_then(|open| open.take(LOOKED_AT as u64).read_to_end(&mut first));
    first.retain(|byte| *byte != 0);
    let at = |(start, _): (usize, &[u8])| {
        let before = start.checked_sub(1).and_then(|at| first.get(at)).copied();
        let behind = first.get(start + ID_HEAD.len()).copied();
        let marks = [b',', b';', b'\t', b'|', b'"', b'\n', b'\r'];
        before.is_none_or(|byte| marks.contains(&byte)) && behind.is_some_and(|byte| marks.contains(&byte))
    };
    read.is_ok() && first.windows(ID_HEAD.len()).enumerate().filter(|(_, bytes)| *bytes == ID_HEAD.as_bytes()).any(at)
}
