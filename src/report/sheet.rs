//! A sheet: titled tables of typed cells, notes and sources. Every table-like format is made from it.

use crate::language::{Language, Message};

/// One report or ledger, before it has a format.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// What it is about.
    pub title: String,
    /// Scope and unit.
    pub subtitle: String,
    /// What it finds, in sentences that stand before every table.
    pub findings: Vec<String>,
    /// Its tables, in order.
    pub tables: Vec<Table>,
    /// Further parts with headings of their own, after the tables.
    pub sections: Vec<SheetSection>,
    /// What a reader must know.
    pub notes: Vec<String>,
    /// The sources, numbered from 1 in this order.
    pub sources: Vec<String>,
    /// The language of its words, and of its figures when they are written out.
    pub language: Language,
}

/// A part of a sheet with a heading of its own.
#[derive(Debug, Clone)]
pub struct SheetSection {
    /// Its heading.
    pub title: String,
    /// Sentences below the heading.
    pub words: Vec<String>,
    /// Its tables, in order.
    pub tables: Vec<Table>,
}

/// One table.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its caption.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<ColumnHead>,
    /// Its rows.
    pub rows: Vec<TableRow>,
}

/// The head of a column.
#[derive(Debug, Clone)]
pub struct ColumnHead {
    /// The words.
    pub title: String,
    /// Where its cells stand.
    pub align: Align,
}

/// Where cells stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Figures.
    Right,
}

/// One row.
#[derive(Debug, Clone)]
pub struct TableRow {
    /// What the row is in its table.
    pub kind: RowKind,
    /// Its cells, as many as there are columns.
    pub cells: Vec<Cell>,
}

/// What a row is in its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowKind {
    /// One of many.
    Body,
    /// What the rows above add up to.
    Total,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing belongs here.
    Blank,
    /// Words.
    Text(String),
    /// A figure as plain decimal text, without groups; with a sign where it is a change.
    Figure(String),
    /// A figure that nobody knows.
    Unknown,
}

impl Sheet {
    /// Every table, those of the sections last.
    pub fn all_tables(&self) -> impl Iterator<Item = &Table> {
        self.tables.iter().chain(self.sections.iter().flat_map(|section| &section.tables))
    }
}

impl Table {
    /// A table with these columns and no rows.
    pub fn new(caption: impl Into<String>, columns: &[(&str, Align)]) -> Self {
        let columns = columns.iter().map(|(title, align)| ColumnHead { title: (*title).to_owned(), align: *align });
        Self { caption: caption.into(), columns: columns.collect(), rows: Vec::new() }
    }

    /// A table with these columns and no rows, its words said in a language.
    #[must_use]
    pub fn said(language: Language, caption: &Message, columns: Vec<(Message, Align)>) -> Self {
        let columns = columns.iter().map(|(title, align)| ColumnHead { title: language.say(title), align: *align });
        Self { caption: language.say(caption), columns: columns.collect(), rows: Vec::new() }
    }

    /// Adds a row.
    pub fn push(&mut self, cells: Vec<Cell>) {
        self.rows.push(TableRow { kind: RowKind::Body, cells });
    }

    /// Adds a row that sums up those above.
    pub fn push_total(&mut self, cells: Vec<Cell>) {
        self.rows.push(TableRow { kind: RowKind::Total, cells });
    }
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A figure, or that nobody knows it.
    #[must_use]
    pub fn figure(figure: Option<String>) -> Self {
        figure.map_or(Self::Unknown, Self::Figure)
    }
}
