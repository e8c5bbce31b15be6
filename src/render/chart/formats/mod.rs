//! The same scene as SVG, PNG and PDF.

mod pdf;
mod png;
mod svg;

pub use pdf::pdf;
pub use png::png;
pub use svg::{Faces, face_css, svg};
