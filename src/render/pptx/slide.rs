//! What is on a slide, as templates take it: words in sizes that fit, charts side by side, or a picture.

use serde::Serialize;

use super::native::Native;
use super::{Deck, Slide};
use crate::render::RenderError;
use crate::render::chart::{Faces, Size, png, svg};
use crate::report::charts::ChartSpec;

/// Length in English Metric Units, 360,000 to the centimetre: the unit of slides.
type Emu = usize;

/// Where the body of a slide begins, and how wide and high it is.
const LEFT: Emu = 518_400;
const WIDTH: Emu = 11_155_200;
const HEIGHT: Emu = 4_640_000;

/// A picture for the body, in pixels.
const PICTURE: Size = Size { width: 1920, height: 798, per_inch: 160 };

/// Most letters of the line of sources.
const FOOT: usize = 260;

#[derive(Debug, Serialize)]
pub(super) struct SlideView {
    pub(super) number: usize,
    opens: bool,
    title: String,
    /// In hundredths of a point, as all sizes.
    title_size: usize,
    scope: String,
    scope_size: usize,
    lines: Vec<String>,
    lines_size: usize,
    pub(super) charts: Vec<Native>,
    pub(super) picture: Option<PictureView>,
    alt: String,
    foot: String,
    notes: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct PictureView {
    left: Emu,
    width: Emu,
    #[serde(skip)]
    pub(super) png: Vec<u8>,
    #[serde(skip)]
    pub(super) svg: Vec<u8>,
}

impl SlideView {
    /// # Errors
    ///
    /// Where a picture cannot be drawn.
    pub(super) fn new(
        deck: &Deck<'_>,
        number: usize,
        slide: &Slide<'_>,
        charts: &mut usize,
    ) -> Result<Self, RenderError> {
        let blank = Self {
            number,
            opens: false,
            title: String::new(),
            title_size: 2800,
            scope: String::new(),
            scope_size: 1400,
            lines: Vec::new(),
            lines_size: 1800,
            charts: Vec::new(),
            picture: None,
            alt: String::new(),
            foot: String::new(),
            notes: Vec::new(),
        };
        let view = match slide {
            Slide::Opening { lines } => Self { opens: true, title: deck.title.clone(), lines: lines.clone(), ..blank },
            Slide::Words { title, scope, lines, notes } => Self {
                title: title.clone(),
                scope: scope.clone(),
                lines_size: size_of_lines(lines),
                lines: lines.clone(),
                notes: notes.clone(),
                ..blank
            },
            Slide::Chart(spec) => Self::chart(deck, spec, charts, blank)?,
        };
        Ok(Self { title_size: size_of_title(&view.title), scope_size: size_of_scope(&view.scope), ..view })
    }

    fn chart(deck: &Deck<'_>, spec: &ChartSpec, charts: &mut usize, blank: Self) -> Result<Self, RenderError> {
        let mut natives = Native::charts(spec, deck.theme);
        let gap = 180_000;
        let count = natives.len().max(1);
        let width = (WIDTH - gap * (count - 1)) / count;
        for (place, native) in natives.iter_mut().enumerate() {
            *charts += 1;
            (native.number, native.left, native.width) = (*charts, LEFT + place * (width + gap), width);
        }
        let picture = if natives.is_empty() { Some(picture(deck, spec)?) } else { None };
        let scope = [spec.subtitle.as_str(), spec.scope.as_str()];
        let scope: Vec<&str> = scope.into_iter().filter(|words| !words.is_empty()).collect();
        let sources = spec.sources.iter().map(|source| source.trim_end_matches('.'));
        let foot = cut(&sources.collect::<Vec<_>>().join("; "));
        let mut notes = vec![spec.alt.clone()];
        notes.extend(spec.notes.iter().cloned());
        notes.extend(spec.sources.iter().cloned());
        Ok(Self {
            title: spec.title.clone(),
            scope: scope.join(" \u{b7} "),
            charts: natives,
            picture,
            alt: spec.alt.clone(),
            foot,
            notes,
            ..blank
        })
    }
}

/// The chart without what stands on the slide already.
fn picture(deck: &Deck<'_>, spec: &ChartSpec) -> Result<PictureView, RenderError> {
    let bare = ChartSpec { sources: Vec::new(), notes: Vec::new(), ..spec.clone() }.without_head();
    let width = HEIGHT * PICTURE.width as usize / PICTURE.height as usize;
    let width = width.min(WIDTH);
    Ok(PictureView {
        left: LEFT + (WIDTH - width) / 2,
        width,
        png: png(&bare, deck.theme, PICTURE)?,
        svg: svg(&bare, deck.theme, PICTURE, Faces::Embedded)?.into_bytes(),
    })
}

/// Cut after a word, with a sign that there is more in the notes.
fn cut(text: &str) -> String {
    if text.chars().count() <= FOOT {
        return text.to_owned();
    }
    let kept: String = text.chars().take(FOOT).collect();
    let kept = kept.rsplit_once(' ').map_or(kept.as_str(), |(before, _)| before);
    format!("{kept} \u{2026}")
}

fn size_of_title(title: &str) -> usize {
    match title.chars().count() {
        0..=60 => 2800,
        61..=110 => 2400,
        111..=150 => 2000,
        _ => 1600,
    }
}

fn size_of_scope(scope: &str) -> usize {
    match scope.chars().count() {
        0..=115 => 1400,
        _ => 1100,
    }
}

/// The largest size at which findings are on one slide, by letters of a usual width.
fn size_of_lines(lines: &[String]) -> usize {
    /// Width and height of the text in points, less what bullets and edges take.
    const BODY: (usize, usize) = (850, 345);
    /// Points before a paragraph.
    const BEFORE: usize = 8;
    let fits = |size: &usize| {
        let letters = BODY.0 * 100 / (size * 55);
        let rows: usize = lines.iter().map(|line| line.chars().count().div_ceil(letters).max(1)).sum();
        rows * size * 6 / 5 + lines.len() * BEFORE <= BODY.1
    };
    [20, 18, 16, 15, 14, 13, 12, 11].into_iter().find(fits).unwrap_or(10) * 100
}
