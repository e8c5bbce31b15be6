//! Why a picture cannot be made.

/// A fault of the program, never of the data.
#[derive(Debug, thiserror::Error)]
pub enum ChartFault {
    /// The face in the program cannot be read.
    #[error("the face in the program cannot be read: {0}")]
    Face(#[from] skrifa::raw::ReadError),
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
