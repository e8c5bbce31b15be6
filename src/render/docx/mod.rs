//! DOCX: headings, real tables that repeat their head on every page, notes as footnotes and sources as a numbered list, for a
//! word processor. Paper is A4, lying where a table is wide.
//!
//! What a document looks like stands in `templates/docx/`; columns are measured in `widths`.

pub mod letter;
mod widths;

use serde::Serialize;

use super::ooxml::{Part, package};
use super::template::{SheetView, fill};
use super::{Format, Nature, RenderError, Terminal};
use crate::message;
use crate::report::{Deliverable, Sheet};
use widths::{Paper, paper};

pub(super) struct Docx;

/// What the templates take.
#[derive(Debug, Serialize)]
struct Values {
    sheet: SheetView,
    /// A locale, `en-GB` or `bg-BG`.
    locale: &'static str,
    paper: Paper,
    findings: String,
    /// Whether notes are a list at the end and no footnotes: where findings and parts of its own stand first.
    listed: bool,
    notes: String,
    sources: String,
    page: String,
}

/// The parts that have values in them, in the order of the package.
const FILLED: [(&str, &str); 6] = [
    ("docProps/core.xml", "docx/core.xml"),
    ("word/document.xml", "docx/document.xml"),
    ("word/styles.xml", "docx/styles.xml"),
    ("word/settings.xml", "docx/settings.xml"),
    ("word/footnotes.xml", "docx/footnotes.xml"),
    ("word/footer1.xml", "docx/footer.xml"),
];

impl Format for Docx {
    fn name(&self) -> &'static str {
        "docx"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["docx"]
    }

    fn nature(&self) -> Nature {
        Nature::Binary
    }

    fn render(&self, content: &dyn Deliverable, _: Terminal) -> Result<Vec<u8>, RenderError> {
        write(&content.sheet()?)
    }
}

fn write(sheet: &Sheet) -> Result<Vec<u8>, RenderError> {
    let say = |message| sheet.language.say(&message);
    let values = Values {
        sheet: SheetView::new(sheet),
        locale: sheet.language.locale(),
        paper: paper(sheet),
        findings: say(message!("page-findings")),
        listed: !sheet.sections.is_empty(),
        notes: say(message!("page-notes")),
        sources: say(message!("page-sources")),
        page: say(message!("docx-page")),
    };
    document(&FILLED, &values)
}

/// The package of a document: the parts that are alike in all, then those that have values in them.
fn document(filled: &[(&str, &str)], values: &impl Serialize) -> Result<Vec<u8>, RenderError> {
    let mut parts = vec![
        Part::xml("[Content_Types].xml", include_str!("../templates/docx/content_types.xml")),
        Part::xml("_rels/.rels", include_str!("../templates/docx/package_rels.xml")),
        Part::xml("word/_rels/document.xml.rels", include_str!("../templates/docx/document_rels.xml")),
        Part::xml("word/numbering.xml", include_str!("../templates/docx/numbering.xml")),
    ];
    for (name, template) in filled {
        parts.push(Part::xml(*name, &fill(template, values)?));
    }
    package(&parts)
}
