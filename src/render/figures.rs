//! Cells as a person reads them.

use crate::diagnostics::text::printable;
use crate::language::Language;
use crate::report::Cell;

/// What stands where a figure is not known.
pub(super) const UNKNOWN: &str = "\u{2013}";

/// A cell as a person reads it.
pub(super) fn text(language: Language, cell: &Cell) -> String {
    match cell {
        Cell::Blank => String::new(),
        Cell::Text(text) => printable(text),
        Cell::Figure(plain) => language.figure(plain),
        Cell::Unknown => UNKNOWN.to_owned(),
    }
}
