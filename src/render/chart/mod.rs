//! Charts as pictures: one drawing of a [`ChartSpec`], written as SVG, PNG or PDF.
//!
//! `shapes` has a file a shape, which lays out with what `layout` has (texts measured in the face that is in the program)
//! and draws with the pen of `scene` (Plotters' elements on a canvas that records a `Scene`); `formats` write that scene, so
//! that they are the same to the pixel. Nothing is read from the system.
//!
//! ```
//! use thb_cost::render::chart::{Size, Theme, picture_of_ending};
//! assert!(picture_of_ending("PDF").is_some());
//! assert_eq!(Size::parse("slide"), Some(Size::SLIDE));
//! assert_eq!(Theme::parse("print").map(|theme| theme.name), Some("print"));
//! ```
#![expect(clippy::float_arithmetic, reason = "a picture is geometry; figures stay exact in the chart's data")]

mod fault;
mod formats;
mod layout;
mod scene;
mod shapes;

pub use fault::ChartFault;
pub use formats::{Faces, face_css, pdf, png, svg};
pub(crate) use scene::{Hatch, Paint};
pub use scene::{Rgb, Size, THEMES, Theme, contrast};

use crate::report::charts::ChartSpec;

/// A format of pictures.
#[derive(Debug, Clone, Copy)]
pub struct Picture {
    /// Its name, which is its file ending.
    pub name: &'static str,
    /// A chart in this format.
    pub write: fn(&ChartSpec, &Theme, Size) -> Result<Vec<u8>, ChartFault>,
}

/// Every format of pictures.
pub const PICTURES: [Picture; 3] = [
    Picture { name: "svg", write: |spec, theme, size| Ok(svg(spec, theme, size, Faces::Embedded)?.into_bytes()) },
    Picture { name: "png", write: png },
    Picture { name: "pdf", write: pdf },
];

/// The format that a file's ending means.
#[must_use]
pub fn picture_of_ending(ending: &str) -> Option<&'static Picture> {
    PICTURES.iter().find(|picture| picture.name == ending.to_lowercase())
}
