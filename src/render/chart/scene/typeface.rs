//! The typeface in the program: Noto Sans in two weights, Latin, Greek, Cyrillic and the signs that charts need, its glyphs and
//! how wide they are. A letter that it lacks is drawn as a box, and the picture says so.

use std::collections::HashMap;
use std::sync::LazyLock;

use skrifa::outline::{DrawSettings, OutlineGlyphCollection, OutlinePen};
use skrifa::prelude::{LocationRef, Size};
use skrifa::raw::ReadError;
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use super::mark::Weight;

/// Height of capital letters over the size.
pub(crate) const CAPITALS: f64 = 0.714;
/// How far letters reach below the baseline, over the size.
pub(crate) const BELOW: f64 = 0.24;

/// Letters from one to another.
type Letters = (char, char);

/// The letters of the smaller files for SVG, which are all that most pictures need; `make.sh` says the same.
const CORE: [Letters; 14] = [
    (' ', '~'),
    ('\u{a0}', '\u{17f}'),
    ('\u{192}', '\u{192}'),
    ('\u{218}', '\u{21b}'),
    ('\u{2c6}', '\u{2dd}'),
    ('\u{400}', '\u{45f}'),
    ('\u{2009}', '\u{2022}'),
    ('\u{2026}', '\u{2026}'),
    ('\u{202f}', '\u{202f}'),
    ('\u{2030}', '\u{203a}'),
    ('\u{20ac}', '\u{20ac}'),
    ('\u{2116}', '\u{2116}'),
    ('\u{2122}', '\u{2122}'),
    ('\u{2212}', '\u{2212}'),
];

/// One weight of the typeface.
pub(crate) struct Typeface {
    /// Its name in CSS and PDF.
    pub(crate) name: &'static str,
    /// The file, TrueType.
    pub(crate) bytes: &'static [u8],
    /// The same, WOFF2.
    pub(crate) web: &'static [u8],
    /// The letters that nearly every picture needs, WOFF2.
    pub(crate) web_core: &'static [u8],
    face: LazyLock<Result<Face, ReadError>>,
}

/// What was read of a face, once.
struct Face {
    font: FontRef<'static>,
    /// The number of each letter's glyph.
    glyphs: HashMap<char, u16>,
    /// How far each glyph moves on, over the size.
    advances: Vec<f64>,
}

/// How large a face is, in thousandths of its size.
pub(crate) struct FaceBox {
    /// Left, bottom, right and top of the box around all glyphs.
    pub(crate) bounds: [f32; 4],
    /// How far lines reach up.
    pub(crate) ascent: f32,
}

static REGULAR: Typeface = Typeface {
    name: "NotoSans-Regular",
    bytes: include_bytes!("typeface/NotoSans-Regular.ttf"),
    web: include_bytes!("typeface/NotoSans-Regular.woff2"),
    web_core: include_bytes!("typeface/NotoSans-Regular-Core.woff2"),
    face: LazyLock::new(|| Face::read(include_bytes!("typeface/NotoSans-Regular.ttf"))),
};
static BOLD: Typeface = Typeface {
    name: "NotoSans-Bold",
    bytes: include_bytes!("typeface/NotoSans-Bold.ttf"),
    web: include_bytes!("typeface/NotoSans-Bold.woff2"),
    web_core: include_bytes!("typeface/NotoSans-Bold-Core.woff2"),
    face: LazyLock::new(|| Face::read(include_bytes!("typeface/NotoSans-Bold.ttf"))),
};

/// The typeface of a weight.
pub(crate) fn typeface(weight: Weight) -> &'static Typeface {
    match weight {
        Weight::Regular => &REGULAR,
        Weight::Bold => &BOLD,
    }
}

/// Whether the smaller files for SVG have a letter.
pub(crate) fn is_core(letter: char) -> bool {
    CORE.iter().any(|(first, last)| (*first..=*last).contains(&letter))
}

impl Face {
    fn read(bytes: &'static [u8]) -> Result<Self, ReadError> {
        let font = FontRef::new(bytes)?;
        let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        let letters = font.charmap();
        let glyph =
            |(letter, glyph): (u32, GlyphId)| Some((char::from_u32(letter)?, u16::try_from(glyph.to_u32()).ok()?));
        let glyphs = letters.mappings().filter_map(glyph).collect();
        let advance = |glyph: u32| f64::from(metrics.advance_width(GlyphId::new(glyph)).unwrap_or(0.0));
        let advances = (0..metrics.glyph_count()).map(advance).collect();
        Ok(Self { font, glyphs, advances })
    }
}

impl Typeface {
    fn face(&self) -> Result<&Face, ReadError> {
        self.face.as_ref().map_err(Clone::clone)
    }

    /// Whether the face can be read, which tests hold.
    ///
    /// # Errors
    ///
    /// A file that is no face.
    pub(crate) fn check(&self) -> Result<(), ReadError> {
        self.face().map(|_| ())
    }

    /// Whether the face has a letter.
    pub(crate) fn has(&self, letter: char) -> bool {
        self.face().is_ok_and(|face| face.glyphs.contains_key(&letter))
    }

    /// The number of a letter's glyph; that of a missing one, 0, is a box.
    pub(crate) fn glyph(&self, letter: char) -> u16 {
        self.face().ok().and_then(|face| face.glyphs.get(&letter).copied()).unwrap_or(0)
    }

    /// How far a glyph moves on, over the size.
    pub(crate) fn advance(&self, glyph: u16) -> f64 {
        self.face().ok().and_then(|face| face.advances.get(usize::from(glyph)).copied()).unwrap_or(0.0)
    }

    /// How wide a line of text is in a size.
    pub(crate) fn width(&self, words: &str, size: f64) -> f64 {
        words.chars().map(|letter| self.advance(self.glyph(letter))).sum::<f64>() * size
    }

    /// Outlines of glyphs; give each to [`draw_glyph`].
    pub(crate) fn outlines(&self) -> Result<OutlineGlyphCollection<'static>, ReadError> {
        Ok(self.face()?.font.outline_glyphs())
    }

    /// How large the face is.
    pub(crate) fn bounds(&self) -> Result<FaceBox, ReadError> {
        let metrics = self.face()?.font.metrics(Size::new(1000.0), LocationRef::default());
        let bounds = metrics.bounds.map(|bounds| [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max]);
        Ok(FaceBox { bounds: bounds.unwrap_or([0.0, 0.0, 1000.0, 1000.0]), ascent: metrics.ascent })
    }
}

/// Draws a glyph in a size of one. A glyph without an outline, such as a space, draws nothing.
pub(crate) fn draw_glyph(outlines: &OutlineGlyphCollection<'_>, glyph: u16, pen: &mut impl OutlinePen) {
    let Some(outline) = outlines.get(GlyphId::from(glyph)) else { return };
    // The face is in the program, and a test draws every glyph of it.
    let _ = outline.draw(DrawSettings::unhinted(Size::new(1.0), LocationRef::default()), pen);
}

#[cfg(test)]
mod tests {
    use super::{CORE, DrawSettings, GlyphId, LocationRef, Size, Weight, is_core, typeface};

    #[test]
    fn the_faces_have_every_letter_that_charts_need() {
        let letters = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯабвгдежзийклмнопрстуфхцчшщъьюя ѝ„“–№%€·…<>()«»\u{a0}\
                       ABCXYZabcxyz0123456789.,:;-+/&'\"áčšžőßøł−";
        for weight in [Weight::Regular, Weight::Bold] {
            for letter in letters.chars() {
                assert!(typeface(weight).has(letter) && is_core(letter), "{letter:?}");
            }
            for letter in "ΑΒΓαβγώἄ→↔≤≥≈₂²ằệ₴₹ℓ".chars() {
                assert!(typeface(weight).has(letter), "{letter:?}");
            }
            assert!(!typeface(weight).has('漢') && typeface(weight).glyph('漢') == 0);
        }
    }

    fn core_range() -> String {
        let ranges = CORE.iter().map(|(first, last)| match (u32::from(*first), u32::from(*last)) {
            (first, last) if first == last => format!("U+{first:X}"),
            (first, last) => format!("U+{first:X}-{last:X}"),
        });
        ranges.collect::<Vec<_>>().join(",")
    }

    #[test]
    fn the_smaller_files_are_made_of_the_letters_that_are_named_here() {
        let made = include_str!("typeface/make.sh");
        assert!(made.contains(&format!("core=\"{}\"", core_range())), "{}", core_range());
        assert!(CORE.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }

    #[test]
    fn every_glyph_can_be_drawn() {
        for weight in [Weight::Regular, Weight::Bold] {
            let outlines = typeface(weight).outlines().unwrap();
            for (glyph, outline) in outlines.iter() {
                let mut path = String::new();
                let mut pen = skrifa::outline::pen::SvgPen::new();
                outline.draw(DrawSettings::unhinted(Size::new(1.0), LocationRef::default()), &mut pen).unwrap();
                path.push_str(pen.as_ref());
                assert!(glyph != GlyphId::from(0_u16) || !path.is_empty());
            }
        }
    }

    #[test]
    fn widths_are_those_of_the_face() {
        // Noto Sans has 1000 units an em; its digits are 572 wide, a space 260.
        assert_eq!(typeface(Weight::Regular).width("10 000", 100.0).round(), 312.0);
        assert_eq!(typeface(Weight::Regular).width("", 100.0), 0.0);
    }
}
