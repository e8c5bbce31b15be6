//! PPTX: slides, one finding each as its title. A chart is a native one with its data where its shape has one, so that it can
//! be edited; else a vector picture. What is said in the notes, with figures and sources, is for whoever speaks.
//!
//! What a slide looks like stands in `templates/pptx/`; `native` makes charts, `slide` lays out what is on one.

mod data;
mod look;
mod native;
mod series;
mod slide;

use serde::Serialize;

use super::RenderError;
use super::chart::Theme;
use super::ooxml::Package;
use crate::language::Language;
use crate::report::charts::ChartSpec;
use look::Look;
use native::Native;
use slide::SlideView;

/// The file ending of slides.
pub const ENDING: &str = "pptx";

/// Slides, in order.
#[derive(Debug)]
pub struct Deck<'d> {
    /// What the whole is called.
    pub title: String,
    /// What narrows its figures.
    pub subject: String,
    /// The language of its words.
    pub language: Language,
    /// Its colours.
    pub theme: &'d Theme,
    /// The slides.
    pub slides: Vec<Slide<'d>>,
}

/// What is on a slide.
#[derive(Debug)]
pub enum Slide<'d> {
    /// The first: a title and lines below it.
    Opening {
        /// Lines below the title.
        lines: Vec<String>,
    },
    /// Sentences.
    Words {
        /// The title.
        title: String,
        /// What narrows the figures.
        scope: String,
        /// A sentence each.
        lines: Vec<String>,
        /// What is said beside it.
        notes: Vec<String>,
    },
    /// A chart.
    Chart(&'d ChartSpec),
}

/// What templates take.
#[derive(Debug, Clone, Copy, Serialize)]
struct Values<'v> {
    title: &'v str,
    subject: &'v str,
    locale: &'static str,
    look: &'v Look,
    slides: &'v [SlideView],
    /// The slide of the part, where it is of one.
    slide: Option<&'v SlideView>,
    /// The chart of the part, where it is of one.
    chart: Option<&'v Native>,
}

/// Parts of the whole: name and template.
const WHOLE: [(&str, &str); 13] = [
    ("[Content_Types].xml", "pptx/content_types.xml"),
    ("_rels/.rels", "pptx/package_rels.xml"),
    ("docProps/core.xml", "pptx/core.xml"),
    ("ppt/presentation.xml", "pptx/presentation.xml"),
    ("ppt/_rels/presentation.xml.rels", "pptx/presentation_rels.xml"),
    ("ppt/theme/theme1.xml", "pptx/theme.xml"),
    ("ppt/theme/theme2.xml", "pptx/theme.xml"),
    ("ppt/slideMasters/slideMaster1.xml", "pptx/master.xml"),
    ("ppt/slideMasters/_rels/slideMaster1.xml.rels", "pptx/master_rels.xml"),
    ("ppt/slideLayouts/slideLayout1.xml", "pptx/layout_title.xml"),
    ("ppt/slideLayouts/slideLayout2.xml", "pptx/layout_finding.xml"),
    ("ppt/notesMasters/notesMaster1.xml", "pptx/notes_master.xml"),
    ("ppt/notesMasters/_rels/notesMaster1.xml.rels", "pptx/notes_master_rels.xml"),
];

/// The slides as bytes; the same deck gives the same bytes.
///
/// # Errors
///
/// Where a part cannot be written, which is a fault of the program.
pub fn write(deck: &Deck<'_>) -> Result<Vec<u8>, RenderError> {
    let look = Look::of(deck.theme);
    let mut charts = 0;
    let views =
        deck.slides.iter().enumerate().map(|(index, slide)| SlideView::new(deck, index + 1, slide, &mut charts));
    let slides: Vec<SlideView> = views.collect::<Result<_, _>>()?;
    let whole = Values {
        title: &deck.title,
        subject: &deck.subject,
        locale: deck.language.locale(),
        look: &look,
        slides: &slides,
        slide: None,
        chart: None,
    };
    let mut package = Package::new();
    for (name, template) in WHOLE {
        package.filled(name, template, whole)?;
    }
    for number in 1..=2 {
        let name = format!("ppt/slideLayouts/_rels/slideLayout{number}.xml.rels");
        package.filled(&name, "pptx/layout_rels.xml", whole)?;
    }
    for slide in &slides {
        let values = Values { slide: Some(slide), ..whole };
        let number = slide.number;
        for (name, template) in [
            (format!("ppt/slides/slide{number}.xml"), "pptx/slide.xml"),
            (format!("ppt/slides/_rels/slide{number}.xml.rels"), "pptx/slide_rels.xml"),
            (format!("ppt/notesSlides/notesSlide{number}.xml"), "pptx/notes.xml"),
            (format!("ppt/notesSlides/_rels/notesSlide{number}.xml.rels"), "pptx/notes_rels.xml"),
        ] {
            package.filled(&name, template, values)?;
        }
        for chart in &slide.charts {
            let values = Values { chart: Some(chart), ..values };
            let number = chart.number;
            package.filled(&format!("ppt/charts/chart{number}.xml"), "pptx/chart.xml", values)?;
            package.filled(&format!("ppt/charts/_rels/chart{number}.xml.rels"), "pptx/chart_rels.xml", values)?;
            package.bytes(&format!("ppt/embeddings/data{number}.xlsx"), &data::workbook(chart)?)?;
        }
        if let Some(picture) = &slide.picture {
            package.bytes(&format!("ppt/media/picture{number}.png"), &picture.png)?;
            package.bytes(&format!("ppt/media/picture{number}.svg"), &picture.svg)?;
        }
    }
    package.finish()
}
