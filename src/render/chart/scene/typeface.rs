//! The typeface in the program: Noto Sans, regular and bold, Latin and Cyrillic. `typeface/make.sh` made the files.

use std::sync::LazyLock;

use ttf_parser::{Face, FaceParsingError, GlyphId};

use super::mark::Weight;

/// Height of capital letters over the size.
pub(crate) const CAPITALS: f64 = 0.714;
/// How far letters reach below the baseline, over the size.
pub(crate) const BELOW: f64 = 0.24;

/// One weight of the typeface.
pub(crate) struct Typeface {
    /// Its name in CSS and PDF.
    pub(crate) name: &'static str,
    /// The file, TrueType.
    pub(crate) bytes: &'static [u8],
    /// The same, WOFF2.
    pub(crate) web: &'static [u8],
    face: LazyLock<Result<Face<'static>, FaceParsingError>>,
}

static REGULAR: Typeface = Typeface {
    name: "NotoSans-Regular",
    bytes: include_bytes!("typeface/NotoSans-Regular.ttf"),
    web: include_bytes!("typeface/NotoSans-Regular.woff2"),
    face: LazyLock::new(|| Face::parse(include_bytes!("typeface/NotoSans-Regular.ttf"), 0)),
};
static BOLD: Typeface = Typeface {
    name: "NotoSans-Bold",
    bytes: include_bytes!("typeface/NotoSans-Bold.ttf"),
    web: include_bytes!("typeface/NotoSans-Bold.woff2"),
    face: LazyLock::new(|| Face::parse(include_bytes!("typeface/NotoSans-Bold.ttf"), 0)),
};

/// The typeface of a weight.
pub(crate) fn typeface(weight: Weight) -> &'static Typeface {
    match weight {
        Weight::Regular => &REGULAR,
        Weight::Bold => &BOLD,
    }
}

impl Typeface {
    /// The face itself.
    ///
    /// # Errors
    ///
    /// A file that is no face, which tests rule out.
    pub(crate) fn face(&self) -> Result<&Face<'static>, FaceParsingError> {
        self.face.as_ref().map_err(|error| *error)
    }

    /// The glyph of a letter; that of a missing one is a box.
    pub(crate) fn glyph(&self, letter: char) -> GlyphId {
        self.face().ok().and_then(|face| face.glyph_index(letter)).unwrap_or(GlyphId(0))
    }

    /// How far a glyph moves on, over the size.
    pub(crate) fn advance(&self, glyph: GlyphId) -> f64 {
        let Ok(face) = self.face() else { return 0.0 };
        f64::from(face.glyph_hor_advance(glyph).unwrap_or(0)) / f64::from(face.units_per_em())
    }

    /// How wide a line of text is in a size.
    pub(crate) fn width(&self, words: &str, size: f64) -> f64 {
        words.chars().map(|letter| self.advance(self.glyph(letter))).sum::<f64>() * size
    }
}

#[cfg(test)]
mod tests {
    use super::{Weight, typeface};

    #[test]
    fn the_faces_have_every_letter_that_charts_need() {
        let letters = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯабвгдежзийклмнопрстуфхцчшщъьюя ѝ„“–№%€·…<>()«»\u{a0}\
                       ABCXYZabcxyz0123456789.,:;-+/&'\"áčšžőßøł";
        for weight in [Weight::Regular, Weight::Bold] {
            for letter in letters.chars() {
                assert_ne!(typeface(weight).glyph(letter).0, 0, "{letter:?}");
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
