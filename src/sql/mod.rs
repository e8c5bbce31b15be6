//! The reduction of money rows as SQL of an existing engine, for rows that no longer fit one machine.
//!
//! The statement is as strict as the program: every cell is checked, and a bad one stops it with its text. Its result is an
//! ordinary input of thb-cost, with exact decimals.

mod amount;
mod cells;
mod duckdb;
mod labels;
mod pattern;
mod postgres;
mod spark;
mod statement;
mod trino;
mod year;

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
    /// What was matched by the first group of a pattern, in what replaces it.
    fn group(&self) -> &'static str {
        "$1"
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
    /// Lines above its first row of data.
    pub skip: u64,
    /// The names of its columns, each once.
    pub names: Vec<String>,
    /// Whether rows with fewer cells are filled.
    pub fills: bool,
}

/// Cells of the file that make a text of a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Made {
    /// The cells, by position from 0; of several, those that are not blank are joined by a space.
    pub cells: Vec<usize>,
    /// What stands for a blank one.
    pub missing: Missing,
    /// Words of the file, with wildcards, and ours, in the order in which they are tried.
    pub words: Vec<(String, String)>,
}

/// What stands for a blank text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Missing {
    /// Nothing.
    #[default]
    Blank,
    /// This.
    Text(String),
    /// The row is left out.
    LeaveOut,
}

/// A column of the result that rows are grouped by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Its name.
    pub name: String,
    /// The cells that make its text; `None` where none do.
    pub made: Option<Made>,
    /// What stands for a blank one; `None` where a blank one is a fault.
    pub default: Option<String>,
    /// What a text that is not blank must match.
    pub pattern: Option<String>,
}

/// What a year is taken out of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum YearText {
    /// A year, a date or a time stamp that says itself which it is.
    #[default]
    Plain,
    /// Two years, of which the later counts.
    Ends,
    /// Two years, of which the earlier counts.
    Starts,
    /// A date of this form.
    Form(String),
}

/// The marks of amounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amounts {
    /// The decimal mark.
    pub decimal: char,
    /// Whether it was said, so that `1.234` is no question.
    pub is_said: bool,
    /// Marks between groups of three digits.
    pub groups: Vec<char>,
    /// Minor digits of the currency.
    pub digits: u32,
}

/// One reading of every row: one a column of amounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The cells of the amount.
    pub amount: Made,
    /// Columns with the value of every row.
    pub says: Vec<(String, String)>,
    /// What one in the amounts stands for, as a power of ten.
    pub power: u32,
    /// What amounts are multiplied by.
    pub factor: i64,
    /// Whether digits past the minor ones are rounded, half away from zero.
    pub round: bool,
}

/// Rows by what their cells say: cells by position, each with texts of which one must match.
pub type Test = Vec<(usize, Vec<String>)>;

/// What becomes of rows that say they are sums of others or parts of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sums {
    /// They stop the statement.
    #[default]
    Stop,
    /// They are left out.
    LeaveOut,
    /// They are counted.
    Count,
}

/// Which rows are taken.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    /// Those that any of these matches; none given means all.
    pub keep: Vec<Test>,
    /// But for these.
    pub except: Vec<Test>,
    /// What the file writes where nothing is known.
    pub blank: Vec<String>,
    /// Rows that say they are sums.
    pub sums: Sums,
    /// The cells in which a row may say so.
    pub labels: Vec<usize>,
}

/// The words by which rows say that they are sums, parts, or followed by their parts.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// First words of a sum.
    pub sums: &'static [&'static str],
    /// Last words of a sum.
    pub behind: &'static [&'static str],
    /// Words before the first one.
    pub before: &'static [&'static str],
    /// Beginnings of a part.
    pub parts: &'static [&'static str],
    /// Ends of a row whose parts follow.
    pub wholes: &'static [&'static str],
}

/// Where rows come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum From {
    /// A table, by its name, with the names of its columns as the file has them.
    Table(String, Vec<String>),
    /// A file.
    File(File),
}

/// The reduction of one input.
#[derive(Debug, Clone)]
pub struct Step {
    /// The input, for the heading.
    pub input: &'static str,
    /// Words of sums and parts.
    pub words: Words,
    /// Its files, or the table, in order; at least one. All have the same keys.
    pub sources: Vec<Source>,
}

/// The rows of one file or table, and what their columns are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Where they come from.
    pub from: From,
    /// Which of them are taken.
    pub rows_taken: Rows,
    /// What rows are grouped by, in the order of the result.
    pub keys: Vec<Key>,
    /// How years are written.
    pub year: YearText,
    /// The marks of amounts.
    pub amounts: Amounts,
    /// How rows are read.
    pub layouts: Vec<Layout>,
    /// Cells of free text, of which the first by letter is kept.
    pub note: Option<Made>,
    /// Cells that say how many rows each stands for.
    pub rows: Option<Made>,
    /// What its dialect says, a line a key, for whoever reads the statement.
    pub says: Vec<String>,
}
