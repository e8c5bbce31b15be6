//! Charts as pictures: one drawing of a [`ChartSpec`], written as SVG, PNG or PDF.
//!
//! A shape's file lays out with texts measured in the face that is in the program, and draws with Plotters, its ranges,
//! elements and drawing area, on a `canvas` that records a `Scene`. The three formats write that scene, so that they are
//! the same to the pixel. Nothing is read from the system.
//!
//! ```
//! use thb_cost::render::chart::{Size, Theme, picture_of_ending};
//! assert!(picture_of_ending("PDF").is_some());
//! assert_eq!(Size::parse("slide"), Some(Size::SLIDE));
//! assert_eq!(Theme::parse("print").map(|theme| theme.name), Some("print"));
//! ```
#![expect(clippy::float_arithmetic, reason = "a picture is geometry; figures stay exact in the chart's data")]

mod axis;
mod band;
mod bars;
mod canvas;
mod columns;
mod elements;
mod flows;
mod frame;
mod labels;
mod panels;
mod pdf;
mod pen;
mod png;
mod scene;
mod size;
mod steps;
mod svg;
mod text;
mod theme;
mod tornado;
mod typeface;

pub use pdf::pdf;
pub use png::png;
pub use size::Size;
pub use svg::{Faces, face_css, svg};
pub use theme::{Rgb, THEMES, Theme, contrast};

use crate::report::charts::{ChartSpec, Shape};
use pen::Pen;
use scene::Scene;

/// Why a picture cannot be made: a fault of the program, never of the data.
#[derive(Debug, thiserror::Error)]
pub enum ChartFault {
    /// The face in the program cannot be read.
    #[error("the face in the program cannot be read: {0}")]
    Face(#[from] ttf_parser::FaceParsingError),
    /// The drawing failed.
    #[error("the chart cannot be drawn: {0}")]
    Drawing(String),
    /// The PNG could not be written.
    #[error("the picture cannot be written as PNG: {0}")]
    Png(#[from] ::png::EncodingError),
    /// A stream could not be compressed.
    #[error("the picture cannot be compressed: {0}")]
    Compression(#[from] std::io::Error),
}

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

/// Lays out a chart.
fn draw(spec: &ChartSpec, theme: &Theme, size: Size) -> Result<Scene, ChartFault> {
    let pen = Pen::new(theme, size)?;
    let frame = frame::draw(&pen, spec)?;
    match &spec.shape {
        Shape::Columns(columns) => columns::draw(&pen, spec, columns, frame)?,
        Shape::Panels(panels) => panels::draw(&pen, spec, panels, frame)?,
        Shape::Bars(bars) => bars::draw(&pen, spec, bars, frame)?,
        Shape::Steps(steps) => steps::draw(&pen, spec, steps, frame)?,
        Shape::Flows(flows) => flows::draw(&pen, flows, frame)?,
        Shape::Tornado(tornado) => tornado::draw(&pen, spec, tornado, frame)?,
        Shape::Band(band) => band::draw(&pen, spec, band, frame)?,
    }
    Ok(pen.finish())
}
