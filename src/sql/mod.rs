//! The reduction of money rows as SQL of an existing engine, for rows that no longer fit one machine.
//!
//! The statement is as strict as the program: every cell is checked, and a bad one stops it with its text. Its result is an
//! ordinary input of thb-cost, with exact decimals.

mod duckdb;
mod postgres;
mod spark;
mod statement;
mod trino;

pub use statement::statement;

/// An engine that SQL is written for.
pub trait Engine: Sync {
    /// Its name, as after `--sql`.
    fn name(&self) -> &'static str;
    /// A name of a table or column, quoted.
    fn identifier(&self, name: &str) -> String {
        format!("\"{}\"", name.replace('"', "\"\""))
    }
    /// A text, quoted.
    fn literal(&self, text: &str) -> String {
        format!("'{}'", text.replace('\'', "''"))
    }
    /// A file as something to select from; `None` where the engine reads tables only.
    fn file(&self, file: &File) -> Option<String>;
    /// A column as text, blank where it is null.
    fn text(&self, column: &str) -> String;
    /// A text in NFC.
    fn normal(&self, text: &str) -> String;
    /// A text with every match of a pattern replaced.
    fn replaced(&self, text: &str, pattern: &str, by: &str) -> String;
    /// Whether a text matches a pattern as a whole.
    fn matches(&self, text: &str, pattern: &str) -> String;
    /// An expression that stops the statement with a message, itself an expression of text.
    fn stop(&self, message: &str) -> String;
    /// A text as it is ordered: by code point.
    fn ordered(&self, column: &str) -> String {
        column.to_owned()
    }
    /// How white space of every Unicode kind is written in a pattern.
    fn white_space(&self) -> &'static str;
    /// A letter in a class of a pattern.
    fn letter(&self, letter: char) -> String {
        format!("\\x{{{:04X}}}", u32::from(letter))
    }
    /// What its reader should know.
    fn remark(&self) -> Option<&'static str> {
        None
    }
}

/// Every engine.
pub const ENGINES: [&dyn Engine; 4] = [&duckdb::DuckDb, &postgres::Postgres, &spark::Spark, &trino::Trino];

/// The engine of a name.
#[must_use]
pub fn engine_named(name: &str) -> Option<&'static dyn Engine> {
    ENGINES.into_iter().find(|engine| engine.name() == name)
}

/// A CSV file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path.
    pub path: String,
    /// Between its cells.
    pub delimiter: char,
    /// Rows above its header.
    pub skip: u64,
}

/// Where a column's text comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// A column of the file or table, by its name there.
    Column(String),
    /// The same text in every row.
    Constant(String),
}

/// A column of the result that rows are grouped by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Its name.
    pub name: String,
    /// Its text; `None` where nothing gives it.
    pub cell: Option<Cell>,
    /// What stands for a blank one; `None` where a blank one is a fault.
    pub default: Option<String>,
    /// What a text that is not blank must match.
    pub pattern: Option<String>,
}

/// The amounts: their column and their marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amounts {
    /// The column, by its name in the file or table.
    pub column: String,
    /// The decimal mark.
    pub decimal: char,
    /// Marks between groups of three digits.
    pub groups: Vec<char>,
    /// Minor digits of the currency.
    pub digits: u32,
}

/// Where rows come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum From {
    /// A table, by its name.
    Table(String),
    /// A file.
    File(File),
}

/// The reduction of one input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The input, for the heading.
    pub input: &'static str,
    /// Its files, or the table, in order; at least one. All have the same keys.
    pub sources: Vec<Source>,
}

/// The rows of one file or table, and what their columns are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Where they come from.
    pub from: From,
    /// What rows are grouped by, in the order of the result.
    pub keys: Vec<Key>,
    /// What is added up.
    pub amounts: Amounts,
    /// A column of free text, of which the first by letter is kept.
    pub note: Option<String>,
    /// A column that says how many rows each stands for.
    pub rows: Option<String>,
}
