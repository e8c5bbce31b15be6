//! The header of a CSV input: which columns it must and may have, and what is wrong with the one at hand.

use std::sync::Arc;

use csv::StringRecord;

use super::records::RawRecord;
use super::table::not_utf8;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{Origin, nearest};

/// The columns of an input.
#[derive(Debug, Clone, Copy)]
pub struct Columns {
    /// Columns that must be there.
    pub needed: &'static [&'static str],
    /// Columns that may be there.
    pub optional: &'static [&'static str],
}

impl Columns {
    pub(super) fn all(self) -> impl Iterator<Item = &'static str> {
        self.needed.iter().chain(self.optional).copied()
    }
}

/// The header as it stands in the file: the name of each cell, blank where the column is ignored.
#[derive(Debug, Clone)]
pub struct Header {
    names: StringRecord,
    as_written: StringRecord,
}

impl Header {
    /// The position of a column.
    #[must_use]
    pub fn position(&self, column: &str) -> Option<usize> {
        self.names.iter().position(|name| name == column)
    }

    /// How a message names the column of a cell.
    pub(super) fn column(&self, position: usize) -> String {
        let written = self.as_written.get(position).map(str::trim).filter(|name| !name.is_empty());
        written.map_or_else(|| (position + 1).to_string(), str::to_owned)
    }

    /// The names, for serde.
    #[must_use]
    pub fn names(&self) -> &StringRecord {
        &self.names
    }
}

/// Checks a header; `None` after diagnostics where rows below it cannot be read.
pub(super) fn read_header(
    file: &Arc<str>,
    record: &RawRecord<'_>,
    columns: Columns,
    diagnostics: &mut Diagnostics,
) -> Option<Header> {
    let Ok(text) = StringRecord::from_byte_record(record.cells.clone()) else {
        diagnostics.push(not_utf8(file, record, None));
        return None;
    };
    let place = |code: Code, message: String, help: String| {
        Diagnostic::new(code, message, help)
            .at(&Origin { file: Arc::clone(file), row: record.row })
            .excerpt(String::from_utf8_lossy(record.raw))
    };
    if let ([only], Some(delimiter)) = (text.iter().collect::<Vec<_>>().as_slice(), other_delimiter(&text)) {
        let message = format!("the header is one cell, and it looks separated by {delimiter}");
        let diagnostic = place(Code::MissingColumn, message, "save the file with commas between cells".to_owned());
        diagnostics.push(diagnostic.column(*only).found(*only).expected(columns.needed.join(",")));
        return None;
    }
    let mut good = true;
    let mut names = StringRecord::new();
    for cell in &text {
        let name = cell.trim_start_matches('\u{feff}').trim();
        if !name.is_empty() && names.iter().any(|earlier| earlier == name) {
            good = false;
            let message = format!("the column \"{name}\" stands twice");
            diagnostics
                .push(place(Code::DuplicateColumn, message, "remove or rename one of them".to_owned()).column(name));
        }
        if columns.all().any(|column| column == name) {
            names.push_field(name);
            continue;
        }
        names.push_field("");
        if !name.is_empty() {
            let help = match nearest(name, columns.all()) {
                Some(near) => format!("did you mean \"{near}\"? The column is ignored as it is"),
                None => format!("its cells are ignored; known are {}", columns.all().collect::<Vec<_>>().join(", ")),
            };
            let message = format!("the column \"{name}\" is not known and is ignored");
            diagnostics.push(place(Code::UnknownColumn, message, help).column(name));
        }
    }
    for needed in columns.needed {
        if !names.iter().any(|name| name == *needed) {
            good = false;
            let help = match nearest(needed, text.iter().map(str::trim).filter(|name| !name.is_empty())) {
                Some(near) if columns.all().all(|column| column != near) => {
                    format!("is \"{near}\" the one? Then rename it to {needed}")
                }
                _ => format!("add a column with the name {needed}"),
            };
            diagnostics.push(
                place(Code::MissingColumn, format!("the column \"{needed}\" is missing"), help)
                    .column(*needed)
                    .expected(format!("a header with {}", columns.needed.join(", "))),
            );
        }
    }
    good.then_some(Header { names, as_written: text })
}

/// The mark that seems to stand between the cells of a header read as one cell.
fn other_delimiter(header: &StringRecord) -> Option<&'static str> {
    let cell = header.get(0)?;
    [(';', "\";\""), ('\t', "tabs"), ('|', "\"|\"")]
        .into_iter()
        .find(|(mark, _)| cell.contains(*mark))
        .map(|(_, name)| name)
}
