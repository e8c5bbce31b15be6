//! The picture before it has a format: what is drawn, and the pen that shapes draw with.

mod canvas;
mod elements;
mod mark;
mod pen;
mod size;
mod theme;
mod typeface;

pub use size::Size;
pub use theme::{Rgb, THEMES, Theme, contrast};

pub(crate) use elements::Curve;
pub(crate) use mark::{Anchor, Mark, PathStep, Scene, Stroke, TextLine, Turn, Weight};
pub(crate) use pen::{Drawn, Frame, Look, Pen};
pub(crate) use theme::{Hatch, Paint};
pub(crate) use typeface::{BELOW, CAPITALS, Typeface, draw_glyph, is_core, typeface};
