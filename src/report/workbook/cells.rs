//! A workbook before it has a format: sheets of typed cells, some of which are live formulas with their exact results.

use super::rows::Rows;
use crate::language::Language;
use crate::report::sheet::RowKind;

/// A workbook.
#[derive(Debug)]
pub struct Workbook<'c> {
    /// What it is about.
    pub title: String,
    /// Scope and unit.
    pub subtitle: String,
    /// The language of its words.
    pub language: Language,
    /// Its sheets, in order.
    pub sheets: Vec<WorkSheet<'c>>,
}

/// One sheet: rows of cells from the top left.
#[derive(Debug, Default)]
pub struct WorkSheet<'c> {
    /// Its name, as on its tab.
    pub name: String,
    /// Its rows; a row may be shorter than others.
    pub rows: Rows<'c>,
    /// How the rows are laid out.
    pub layout: Layout,
    /// Charts that draw ranges of it.
    pub charts: Vec<NativeChart>,
}

/// How a sheet is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// The first row is the header of all others: it stays in view and filters them.
    #[default]
    Table,
    /// Titled blocks below each other.
    Blocks,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkCell {
    /// What is in it.
    pub value: CellValue,
    /// How it looks.
    pub look: Look,
    /// Whether it is in a row that sums up others.
    pub kind: RowKind,
}

/// What is in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellValue {
    /// Nothing; also a figure that nobody knows.
    Blank,
    /// Words.
    Text(String),
    /// A number as plain decimal text.
    Number(String),
    /// A formula in English with commas and no sign of equality, and its result as plain decimal text or words.
    Formula {
        /// The formula.
        text: String,
        /// What it gives, exactly.
        result: String,
    },
}

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Look {
    /// Words or a number as they are.
    Plain,
    /// The title of a sheet.
    Title,
    /// The caption of a block.
    Caption,
    /// The head of a column.
    Head,
    /// Long words, wrapped in their column.
    Wrapped,
    /// Long words over the whole width of the sheet.
    Paragraph,
    /// Money with so many minor digits, in groups of three.
    Money(u32),
    /// A number of things, in groups of three.
    Count,
    /// A year, which is no quantity.
    Year,
}

/// A chart of ranges of its sheet, which a program that opens the workbook draws and can edit.
#[derive(Debug, Clone)]
pub struct NativeChart {
    /// Its title.
    pub title: String,
    /// What its bars or lines are drawn as.
    pub shape: ChartShape,
    /// The unit of its figures.
    pub unit: String,
    /// Its series.
    pub series: Vec<NativeSeries>,
    /// The row, from 0, beside which it stands.
    pub row: usize,
    /// The column, from 0, at which it starts.
    pub column: usize,
}

/// The shape of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartShape {
    /// Columns upon each other.
    StackedColumns,
    /// A line each, with a gap where a figure is not known.
    Lines,
}

/// A series of a chart: rows of two columns, both counted from 0.
#[derive(Debug, Clone)]
pub struct NativeSeries {
    /// Its name.
    pub name: String,
    /// The first and the last column of its categories.
    pub categories: [usize; 2],
    /// The column of its figures.
    pub values: usize,
    /// Its first row.
    pub first: usize,
    /// Its last row.
    pub last: usize,
}

impl WorkCell {
    /// Nothing.
    #[must_use]
    pub fn blank() -> Self {
        Self::new(CellValue::Blank, Look::Plain)
    }

    /// Words.
    pub fn text(words: impl Into<String>) -> Self {
        Self::words(words, Look::Plain)
    }

    /// Words that look like something.
    pub fn words(words: impl Into<String>, look: Look) -> Self {
        let words = words.into();
        Self::new(if words.is_empty() { CellValue::Blank } else { CellValue::Text(words) }, look)
    }

    /// A number as plain decimal text; blank where nobody knows it.
    #[must_use]
    pub fn number(plain: Option<String>, look: Look) -> Self {
        Self::new(plain.map_or(CellValue::Blank, CellValue::Number), look)
    }

    /// A formula with its result; blank where nobody knows the result.
    #[must_use]
    pub fn formula(text: String, result: Option<String>, look: Look) -> Self {
        Self::new(result.map_or(CellValue::Blank, |result| CellValue::Formula { text, result }), look)
    }

    /// The same in a row that sums up others.
    #[must_use]
    pub fn total(mut self) -> Self {
        self.kind = RowKind::Total;
        self
    }

    fn new(value: CellValue, look: Look) -> Self {
        Self { value, look, kind: RowKind::Body }
    }
}
