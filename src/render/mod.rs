//! Formats: one file each, behind one trait. [`FORMATS`] is the registry.

pub mod chart;
pub mod csv;
pub mod docx;
pub mod explain;
mod figures;
mod html;
mod json;
mod latex;
pub mod markdown;
mod ooxml;
pub mod page;
pub mod pptx;
mod table;
mod template;
pub mod xlsx;

use crate::report::{Deliverable, ReportError};

/// How a terminal is to be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terminal {
    /// Width in columns.
    pub width: u16,
    /// Whether colours may be used.
    pub colour: bool,
    /// How CSV has texts that a spreadsheet would take for formulas.
    pub formulas: Formulas,
}

/// How CSV has texts that a spreadsheet would take for formulas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Formulas {
    /// As they are, since programs read them.
    #[default]
    AsTheyAre,
    /// Behind an apostrophe.
    Quoted,
}

impl Formulas {
    /// Quoted where that is asked for.
    #[must_use]
    pub const fn quoted_if(asked: bool) -> Self {
        if asked { Self::Quoted } else { Self::AsTheyAre }
    }
}

/// Why a format cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The content failed.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// A picture failed.
    #[error(transparent)]
    Chart(#[from] chart::ChartFault),
    /// CSV could not be written.
    #[error("the records cannot be written as CSV: {0}")]
    Csv(#[from] ::csv::Error),
    /// A template failed: a fault of the program.
    #[error("the template failed: {0}")]
    Template(#[from] minijinja::Error),
    /// XLSX could not be written.
    #[error("the workbook cannot be written as XLSX: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// A package of parts could not be written: a fault of the program.
    #[error("the package of parts cannot be written: {0}")]
    Package(#[from] zip::result::ZipError),
    /// A part could not be written: a fault of the program.
    #[error("a part cannot be written: {0}")]
    PartWrite(#[from] std::io::Error),
    /// More rows than XLSX holds.
    #[error("{rows} rows are more than a sheet of XLSX holds, which is {most}; use --format csv")]
    TooManyRows {
        /// Rows of the sheet below its header.
        rows: usize,
        /// Most rows below a header.
        most: usize,
    },
}

/// Whether a format can be read on a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// UTF-8 that ends with a line end.
    Text,
    /// Bytes for a program.
    Binary,
}

/// A format.
pub trait Format: Sync {
    /// Its name, as after `--format`.
    fn name(&self) -> &'static str;
    /// File endings that mean it.
    fn endings(&self) -> &'static [&'static str];
    /// Whether its bytes are text.
    fn nature(&self) -> Nature {
        Nature::Text
    }
    /// The content in this format.
    ///
    /// # Errors
    ///
    /// Where the content cannot be put together or written.
    fn render(&self, content: &dyn Deliverable, terminal: Terminal) -> Result<Vec<u8>, RenderError>;
}

/// Every format, the default first.
pub const FORMATS: [&dyn Format; 8] = [
    &table::TextTable,
    &csv::Csv,
    &json::Json,
    &markdown::Markdown,
    &html::Html,
    &latex::Latex,
    &xlsx::Xlsx,
    &docx::Docx,
];

/// The names of all formats, in order.
#[must_use]
pub fn format_names() -> Vec<&'static str> {
    FORMATS.iter().map(|format| format.name()).collect()
}

/// The format of a name.
#[must_use]
pub fn format_named(name: &str) -> Option<&'static dyn Format> {
    FORMATS.into_iter().find(|format| format.name() == name)
}

/// The format that a file's ending means.
#[must_use]
pub fn format_of_ending(ending: &str) -> Option<&'static dyn Format> {
    FORMATS.into_iter().find(|format| format.endings().contains(&ending.to_lowercase().as_str()))
}
