//! The letter of a request as DOCX: one page a language, the table of what is asked on it.

use serde::Serialize;

use super::document;
use crate::render::RenderError;
use crate::report::requests::Letter;

/// What the templates take; `sheet` is what they know of any document.
#[derive(Debug, Serialize)]
struct Values<'l> {
    sheet: Head<'l>,
    locale: &'static str,
    letter: &'l Letter,
    page: &'static str,
}

#[derive(Debug, Serialize)]
struct Head<'l> {
    title: &'l str,
    subtitle: &'static str,
    notes: [&'static str; 0],
}

/// The parts that have values in them, in the order of the package.
const FILLED: [(&str, &str); 6] = [
    ("docProps/core.xml", "docx/core.xml"),
    ("word/document.xml", "docx/letter.xml"),
    ("word/styles.xml", "docx/styles.xml"),
    ("word/settings.xml", "docx/settings.xml"),
    ("word/footnotes.xml", "docx/footnotes.xml"),
    ("word/footer1.xml", "docx/footer.xml"),
];

/// The letter as bytes.
///
/// # Errors
///
/// A fault of the program.
pub fn write(letter: &Letter) -> Result<Vec<u8>, RenderError> {
    let sheet = Head { title: &letter.title, subtitle: "", notes: [] };
    let values = Values { sheet, locale: letter.locale, letter, page: "" };
    document(&FILLED, &values, &[])
}
