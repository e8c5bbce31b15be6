//! Sizes of pictures, in pixels, and how large a page they are.

/// The smallest and the largest side, in pixels.
const SIDES: (u32, u32) = (240, 8000);

/// A size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Pixels an inch, for the page of a PDF.
    pub per_inch: u32,
}

impl Size {
    /// A slide of 16 to 9.
    pub const SLIDE: Self = Self { width: 1920, height: 1080, per_inch: 144 };
    /// A page of A4, across.
    pub const A4: Self = Self { width: 1754, height: 1240, per_inch: 150 };
    /// A square.
    pub const SQUARE: Self = Self { width: 1200, height: 1200, per_inch: 144 };
    /// Sizes that have names.
    pub const NAMED: [(&'static str, Self); 3] = [("slide", Self::SLIDE), ("a4", Self::A4), ("square", Self::SQUARE)];

    /// Reads a name or `WxH`, 240 to 8000 pixels a side; anything else is `None`.
    ///
    /// ```
    /// use thb_cost::render::chart::Size;
    /// assert_eq!(Size::parse("800x600").map(|size| (size.width, size.height)), Some((800, 600)));
    /// assert_eq!(Size::parse("20000x10"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((_, size)) = Self::NAMED.into_iter().find(|(name, _)| *name == text) {
            return Some(size);
        }
        let (width, height) = text.split_once('x')?;
        let side = |text: &str| text.parse().ok().filter(|side| (SIDES.0..=SIDES.1).contains(side));
        Some(Self { width: side(width)?, height: side(height)?, per_inch: 144 })
    }

    /// How large texts are, against those of a slide.
    pub(crate) fn scale(self) -> f64 {
        let slide = f64::from(Self::SLIDE.width) * f64::from(Self::SLIDE.height);
        (f64::from(self.width) * f64::from(self.height) / slide).sqrt()
    }

    /// Points of a page for a pixel.
    pub(crate) fn points(self) -> f32 {
        72.0 / self.per_inch as f32
    }
}
