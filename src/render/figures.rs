//! Cells as a person reads them.

use std::borrow::Cow;

use crate::diagnostics::text::{is_printable, printable};
use crate::language::Language;
use crate::report::Cell;

/// What stands where a figure is not known.
pub(super) const UNKNOWN: &str = "\u{2013}";

/// A cell as a person reads it.
pub(super) fn text(language: Language, cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Blank => Cow::Borrowed(""),
        Cell::Text(text) if is_printable(text) => Cow::Borrowed(text),
        Cell::Text(text) => Cow::Owned(printable(text)),
        Cell::Figure(plain) => Cow::Owned(language.figure(plain)),
        Cell::Unknown => Cow::Borrowed(UNKNOWN),
    }
}
