//! Where the columns of a table are and what its dialect does to their cells, for whoever reads its rows by other means.

use super::amounts::Scale;
use super::dialect::{Dialect, Missing, Place, RowTest, Totals, YearForm, folded};
use super::folder::InputFile;
use super::input_name::InputName;
use super::inputs::columns_of;
use super::open::{Table, open_table};
use super::reader::{Reader, Reading};
use super::steps::{From, is_of_words};
use crate::diagnostics::Diagnostics;

/// A column of rows, made of cells of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeColumn {
    /// The column.
    pub column: String,
    /// The cells, by position from 0; of several, those that are not blank are joined by a space.
    pub cells: Vec<usize>,
    /// What stands for a blank one.
    pub missing: Option<Missing>,
    /// Words of the file, with wildcards, and ours, in the order in which they are tried.
    pub words: Vec<(String, String)>,
}

/// One reading of every row: one a column of amounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappedLayout {
    /// The cell of the amount, where it is none of the columns made.
    pub amount: Option<usize>,
    /// Columns with the value of every row.
    pub constants: Vec<(String, String)>,
    /// What one in the amounts stands for.
    pub scale: Scale,
    /// The name of the column of amounts in the file.
    pub head: String,
}

/// Rows by what their cells say: cells by position, each with texts of which one must match.
pub type CellTest = Vec<(usize, Vec<String>)>;

/// The columns of a file.
#[derive(Debug, Clone)]
pub struct Mapping {
    /// How the file is read.
    pub reading: Reading,
    /// The names of its columns as they stand.
    pub names: Vec<String>,
    /// The first row that may hold data.
    pub first_row: u64,
    /// Whether a line break stands above the data within a row.
    pub breaks_above: bool,
    /// Columns that its cells make.
    pub columns: Vec<MadeColumn>,
    /// How its rows are read.
    pub layouts: Vec<MappedLayout>,
    /// Rows taken: those that any of these matches; none given means all.
    pub keep: Vec<CellTest>,
    /// Rows left out.
    pub except: Vec<CellTest>,
    /// What the file writes where nothing is known, folded.
    pub blank: Vec<String>,
    /// How years are written.
    pub year_form: Option<YearForm>,
    /// What to do with rows that say they are sums or parts.
    pub totals: Totals,
    /// The cells in which a row may say so.
    pub labels: Vec<usize>,
    /// Whether a blank amount of one of several columns gives nothing.
    pub leave_out_blank_amounts: bool,
    /// Whether rows with fewer cells than the header are filled.
    pub short_rows: bool,
    /// Keys of the dialect for which rows need those above them.
    pub of_order: Vec<String>,
}

/// Reads the header of a file, and none of its rows; `None` after diagnostics.
pub fn mapping(file: &InputFile, input: InputName, reader: &Reader, diagnostics: &mut Diagnostics) -> Option<Mapping> {
    let columns = columns_of(input, &reader.dimensions)?;
    let table = open_table(file, columns, reader, diagnostics)?;
    let names: Vec<String> = table.shape.names.iter().map(|name| folded(name)).collect();
    let dialect = &table.dialect;
    let made = made(&table);
    let labels = made.iter().filter(|made| is_of_words(&made.column)).flat_map(|made| made.cells.iter().copied());
    let labels = labels.collect();
    let above = table.breaks_above;
    Some(Mapping {
        names: table.shape.names.clone(),
        first_row: table.shape.first_row,
        breaks_above: above,
        layouts: layouts(&table),
        columns: made,
        keep: tests(&dialect.keep, &names),
        except: tests(&dialect.except, &names),
        blank: dialect.blank.iter().map(|word| folded(word)).collect(),
        year_form: dialect.year_form.clone(),
        totals: dialect.totals,
        labels,
        leave_out_blank_amounts: table.shape.steps.as_ref().is_some_and(|steps| steps.leave_out_blank_amounts),
        short_rows: dialect.short_rows,
        of_order: of_order(dialect),
        reading: table.reading,
    })
}

/// The columns that the cells of a row make.
fn made(table: &Table) -> Vec<MadeColumn> {
    if let Some(steps) = &table.shape.steps {
        let column = |step: &super::steps::Step| MadeColumn {
            column: step.column.clone(),
            cells: match &step.from {
                From::Cell(cell) => vec![*cell],
                From::Join(cells) => cells.clone(),
                From::Section(_) => Vec::new(),
            },
            missing: step.missing.clone(),
            words: step
                .words
                .iter()
                .flat_map(|words| words.pairs())
                .map(|(a, b)| (a.to_owned(), b.to_owned()))
                .collect(),
        };
        return steps.cells.iter().map(column).collect();
    }
    let Some(header) = table.shape.layouts.first() else { return Vec::new() };
    let named = header.names().iter().enumerate().take(header.width()).filter(|(_, name)| !name.is_empty());
    named
        .map(|(cell, name)| MadeColumn { column: name.to_owned(), cells: vec![cell], missing: None, words: Vec::new() })
        .collect()
}

fn layouts(table: &Table) -> Vec<MappedLayout> {
    let amounts = table.shape.steps.iter().flat_map(|steps| steps.amounts.iter().copied());
    let amounts: Vec<usize> = amounts.collect();
    let layout = |(index, header): (usize, &super::header::Header)| MappedLayout {
        amount: amounts.get(index).copied(),
        constants: {
            let names = header.names().iter().skip(header.width()).map(str::to_owned);
            names.zip(header.constants().iter().cloned()).collect()
        },
        scale: header.scale(),
        head: header.written("amount"),
    };
    table.shape.layouts.iter().enumerate().map(layout).collect()
}

fn tests(tests: &[RowTest], names: &[String]) -> Vec<CellTest> {
    let cell = |(name, texts): &(String, Vec<(String, crate::rules::Pattern)>)| {
        let cell = Place::Name(name.clone()).among(names)?;
        Some((cell, texts.iter().map(|(text, _)| text.clone()).collect()))
    };
    tests.iter().map(|test| test.columns.iter().filter_map(cell).collect()).collect()
}

/// Keys for which a row needs those above it.
fn of_order(dialect: &Dialect) -> Vec<String> {
    let sections = (!dialect.sections.is_empty()).then(|| "sections".to_owned());
    let above = dialect.missing.iter().filter(|(_, missing)| *missing == Missing::Above);
    sections.into_iter().chain(above.map(|(column, _)| format!("missing.{column}"))).collect()
}
