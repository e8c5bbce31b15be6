//! What of a file was left out, and said so: rows above and below, rows of column numbers, rows that the dialect does not
//! take. What is left out and reads like data is a warning.

use super::below::Below;
use super::dialect::Dialect;
use super::labels::{Standing, standing};
use super::record::RawRecord;
use super::steps::{LeftOut, Unsaid};
use super::table::Shape;
use super::text::Splitter;
use super::top::Top;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::Origin;
use crate::language::Message;
use crate::message;

/// The cells of a record as text.
pub fn cells_of(record: &RawRecord<'_>) -> Vec<String> {
    record.cells.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect()
}

/// Tells what stands between the beginning of a file and its data.
pub fn tell_top(top: &Top, shape: &Shape, dialect: &Dialect, diagnostics: &mut Diagnostics) {
    let skipped = if dialect.skip_below > 0 { top.skipped.as_slice() } else { &[] };
    tell_rows(&top.above, shape, diagnostics);
    tell_rows(skipped, shape, diagnostics);
    for (row, what, cells) in &top.below {
        let message = match what {
            Below::ColumnNumbers => message!("left-out-column-numbers"),
            Below::Units => message!("left-out-units"),
        };
        let note = Diagnostic::new(Code::RowsLeftOut, message, message!("left-out-if-meant"));
        diagnostics.push(note.at(&origin(shape, *row)).found(cells.join(" | ")));
    }
}

/// Tells the last rows of a text, which its dialect leaves out; `next` is the first of them.
pub fn tell_last(bytes: &[u8], next: u64, shape: &Shape, diagnostics: &mut Diagnostics) {
    let mut rows = Vec::new();
    Splitter::of_titles(shape.delimiter).for_each(bytes, next, |record| rows.push((record.row, cells_of(record))));
    tell_rows(&rows, shape, diagnostics);
}

/// Warns of rows that are left out and read like data.
pub fn tell_rows(rows: &[(u64, Vec<String>)], shape: &Shape, diagnostics: &mut Diagnostics) {
    for (row, cells) in rows {
        let is_sum = || cells.iter().any(|cell| matches!(standing(cell), Standing::Sum | Standing::Part));
        if shape.reads_like_data(cells) && !is_sum() {
            let fault =
                Diagnostic::new(Code::DataLeftOut, message!("left-out-data"), message!("left-out-correct-skip"));
            diagnostics.push(fault.at(&origin(shape, *row)).excerpt(cells.join(" | ")));
        }
    }
}

/// Tells how many rows the dialect did not take.
pub fn tell_memory(left_out: &LeftOut, shape: &Shape, diagnostics: &mut Diagnostics) {
    type Say = fn(u64) -> Message;
    let counts: [(u64, Say); 5] = [
        (left_out.kept, |count| message!("left-out-where", count = count)),
        (left_out.except, |count| message!("left-out-except", count = count)),
        (left_out.sections, |count| message!("left-out-sections", count = count)),
        (left_out.blank, |count| message!("left-out-blank", count = count)),
        (left_out.amounts, |count| message!("left-out-amounts", count = count)),
    ];
    for (count, say) in counts {
        if count > 0 {
            let note = Diagnostic::new(Code::RowsLeftOut, say(count), message!("left-out-if-meant"));
            diagnostics.push(note.in_file(&shape.file));
        }
    }
}

/// Warns of rows in which a column is blank, since no row above says what it should.
pub fn tell_unsaid(
    unsaid: &[Unsaid],
    row_of: impl Fn((usize, u64)) -> u64,
    shape: &Shape,
    diagnostics: &mut Diagnostics,
) {
    for Unsaid { step, first, rows } in unsaid {
        let step = shape.steps.as_ref().and_then(|steps| steps.cells.get(*step));
        let column = step.map(|step| step.column.as_str()).unwrap_or_default();
        let message = message!("left-out-unsaid", count = *rows, column = column);
        let help = message!("left-out-say-missing", column = column);
        let warning = Diagnostic::new(Code::SectionUnsaid, message, help);
        diagnostics.push(warning.at(&origin(shape, row_of(*first))).column(column));
    }
}

fn origin(shape: &Shape, row: u64) -> Origin {
    Origin { file: shape.file.clone(), row }
}
