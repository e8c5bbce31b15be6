//! DOCX: headings, real tables that repeat their head on every page, notes as footnotes and sources as a numbered list, for a
//! word processor. Paper is A4, lying where a table is wide.
//!
//! What a document looks like stands in `templates/docx/`; columns are measured in `widths`.

pub mod letter;
mod widths;

use serde::Serialize;

use super::ooxml::Package;
use super::template::SheetView;
use super::{Format, Nature, RenderError, Terminal};
use crate::message;
use crate::render::chart::Size;
use crate::report::charts::ChartSpec;
use crate::report::{Deliverable, Sheet};
use widths::{Paper, paper};

pub(super) struct Docx;

/// What the templates take.
#[derive(Debug, Serialize)]
struct Values<'s> {
    sheet: SheetView,
    /// A locale, `en-GB` or `bg-BG`.
    locale: &'static str,
    paper: Paper,
    findings: String,
    charts: String,
    pictures: Vec<PictureView<'s>>,
    /// Whether notes are a list at the end and no footnotes: where findings and parts of its own stand first.
    listed: bool,
    notes: String,
    sources: String,
    page: String,
}

/// A chart, drawn at [`Size::SLIDE`].
#[derive(Debug, Clone, Copy)]
pub struct Picture<'s> {
    /// What it shows.
    pub spec: &'s ChartSpec,
    /// As PNG.
    pub png: &'s [u8],
}

/// A picture as templates take it.
#[derive(Debug, Serialize)]
struct PictureView<'s> {
    number: usize,
    kind: &'s str,
    caption: &'s str,
    alt: &'s str,
    width: usize,
    height: usize,
}

/// Width of a picture on paper that stands and on paper that lies, in English Metric Units: 17 and 24 centimetres.
const WIDE: [usize; 2] = [6_120_000, 8_640_000];

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
        with_pictures(content.sheet()?, &[])
    }
}

/// A sheet as a document, with charts behind its tables, each with its caption and what it shows in words.
///
/// # Errors
///
/// Where it cannot be written, which is a fault of the program.
pub fn with_pictures(sheet: Sheet, pictures: &[Picture<'_>]) -> Result<Vec<u8>, RenderError> {
    let (language, listed) = (sheet.language, !sheet.sections.is_empty());
    let say = |message| language.say(&message);
    let paper = paper(&sheet);
    let [standing, lying] = WIDE;
    let width = if paper.lies() { lying } else { standing };
    let height = width * Size::SLIDE.height as usize / Size::SLIDE.width as usize;
    let views = (1..).zip(pictures).map(|(number, Picture { spec, .. })| PictureView {
        number,
        kind: spec.kind,
        caption: if spec.subtitle.is_empty() { &spec.title } else { &spec.subtitle },
        alt: &spec.alt,
        width,
        height,
    });
    let values = Values {
        sheet: SheetView::new(sheet),
        locale: language.locale(),
        charts: say(message!("page-charts")),
        pictures: views.collect(),
        paper,
        findings: say(message!("page-findings")),
        listed,
        notes: say(message!("page-notes")),
        sources: say(message!("page-sources")),
        page: say(message!("docx-page")),
    };
    document(&FILLED, &values, pictures)
}

/// The package of a document: the parts that are alike in all, then those that have values in them.
fn document(
    filled: &[(&str, &str)],
    values: &impl Serialize,
    pictures: &[Picture<'_>],
) -> Result<Vec<u8>, RenderError> {
    let mut relations = String::new();
    for (number, picture) in (1..).zip(pictures) {
        relations.push_str(&format!(
            "<Relationship Id=\"picture{number}\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" \
             Target=\"media/{}.png\"/>",
            picture.spec.kind
        ));
    }
    let relations = include_str!("../templates/docx/document_rels.xml")
        .replace("</Relationships>", &format!("{relations}</Relationships>"));
    let mut package = Package::new();
    package.xml("[Content_Types].xml", include_str!("../templates/docx/content_types.xml"))?;
    package.xml("_rels/.rels", include_str!("../templates/docx/package_rels.xml"))?;
    package.xml("word/_rels/document.xml.rels", &relations)?;
    package.xml("word/numbering.xml", include_str!("../templates/docx/numbering.xml"))?;
    for (name, template) in filled {
        package.filled(name, template, values)?;
    }
    for picture in pictures {
        package.bytes(&format!("word/media/{}.png", picture.spec.kind), picture.png)?;
    }
    package.finish()
}
