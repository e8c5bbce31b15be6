//! What is wrong with a file as a whole: it is something else than a table, its encoding must be named, its spreadsheet
//! cannot be read.

use std::sync::Arc;

use arcstr::ArcStr;

use super::dialect::Dialect;
use super::folder::InputFile;
use super::header::Columns;
use super::manifest::unreadable;
use super::sheet::{Seen, SheetFault};
use super::table::oversized;
use super::text::{Encoding, RecordFault};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::Origin;
use crate::language::Message;
use crate::message;

/// A file that holds no table.
pub fn not_a_table(file: &InputFile, what: &str) -> Diagnostic {
    let message = message!("file-is-something-else", what = Message::word("file-kind", what));
    let help = message!("file-save-as-table");
    Diagnostic::new(Code::NotATable, message, help).in_file(&file.name)
}

/// A text whose encoding must be named.
pub fn encoding_asked(file: &InputFile, likeliest: Encoding, sample: &str) -> Diagnostic {
    let name = likeliest.name();
    let message = message!("file-encoding-asked", encoding = &name);
    let help = message!("file-name-encoding", encoding = &name, file = &file.name);
    Diagnostic::new(Code::EncodingUnsaid, message, help).in_file(&file.name).found(sample)
}

/// A dialect that a file names and that is not there.
pub fn no_such_dialect(file: &InputFile, named: &str, dialects: &[Arc<Dialect>]) -> Diagnostic {
    let names: Vec<&str> = dialects.iter().filter_map(|dialect| dialect.name.as_deref()).collect();
    let help = Message::did_you_mean(named, names.iter().copied()).unwrap_or_else(|| {
        if names.is_empty() { message!("dialect-name-one") } else { message!("dialect-names", names = names) }
    });
    Diagnostic::new(Code::UnknownDialect, message!("dialect-not-there", name = named), help).in_file(&file.name)
}

/// A file without a row.
pub fn empty(file: &InputFile, columns: Columns<'_>) -> Diagnostic {
    Diagnostic::new(Code::EmptyFile, message!("file-empty"), message!("file-give-header"))
        .at(&Origin { file: file.name.clone(), row: 1 })
        .expected(Message::verbatim(columns.needed.join(",")))
}

/// What stopped the reading of a text at a row.
pub fn record_fault(file: &InputFile, fault: &RecordFault, row: u64) -> Diagnostic {
    match fault {
        RecordFault::Io(error) => unreadable(file, error),
        RecordFault::Oversized => oversized(&file.name, row),
    }
}

/// What is wrong with a spreadsheet.
pub fn sheet_fault(file: &InputFile, fault: &SheetFault) -> Diagnostic {
    let name = &file.name;
    let quoted = |names: &[String]| names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>();
    let (code, message, help) = match fault {
        SheetFault::Io(error) => return unreadable(file, error),
        SheetFault::NotASpreadsheet(what) => return not_a_table(file, what),
        SheetFault::Broken(why) => {
            (Code::NotATable, message!("sheet-broken", why = why.clone()), message!("sheet-save-again"))
        }
        SheetFault::Password => (Code::NotATable, message!("sheet-password"), message!("sheet-take-password-off")),
        SheetFault::TooLarge(exceeded) => {
            let diagnostic = exceeded.limit.passed();
            return match exceeded.row {
                Some(row) => diagnostic.at(&Origin { file: name.clone(), row }),
                None => diagnostic.in_file(name),
            };
        }
        SheetFault::WhichSheet(names) => (
            Code::WhichSheet,
            message!("sheet-several", sheets = quoted(names)),
            message!("sheet-name-one", file = name, sheet = names.first().cloned().unwrap_or_default()),
        ),
        SheetFault::NoSheet { wanted, names } => (
            Code::WhichSheet,
            message!("sheet-none", sheet = wanted),
            message!("sheet-its-sheets", sheets = quoted(names)),
        ),
    };
    Diagnostic::new(code, message, help).in_file(name)
}

/// Says what was seen in a sheet and changes nothing, but should be known.
pub fn note_seen(file: &ArcStr, seen: &Seen, diagnostics: &mut Diagnostics) {
    let notes = [
        (
            Code::HiddenRows,
            seen.hidden,
            message!("sheet-hidden-rows", rows = seen.hidden.count),
            message!("sheet-take-hidden-out"),
        ),
        (
            Code::StruckCells,
            seen.struck,
            message!("sheet-struck-cells", rows = seen.struck.count),
            message!("sheet-check-struck"),
        ),
    ];
    for (code, rows, message, help) in notes {
        if rows.count > 0 {
            let origin = Origin { file: file.clone(), row: rows.first };
            diagnostics.push(Diagnostic::new(code, message, help).at(&origin));
        }
    }
}
