//! A sheet: titled tables of typed cells, notes and sources. Every table-like format is made from it.

use crate::domain::Currency;
use crate::language::{Language, Message};
use crate::message;

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

/// Of what stands in columns of one kind several times: money of each, anything else once.
pub(super) fn interleaved<T>(rows: Vec<Vec<T>>, aligns: &[Align]) -> Vec<T> {
    let mut rows: Vec<_> = rows.into_iter().map(Vec::into_iter).collect();
    let mut found = Vec::new();
    for align in aligns {
        for (number, row) in rows.iter_mut().enumerate() {
            let cell = row.next();
            if number == 0 || *align == Align::Money {
                found.extend(cell);
            }
        }
    }
    found
}

/// The head of a column.
#[derive(Debug, Clone)]
pub struct ColumnHead {
    /// The words.
    pub title: String,
    /// Where its cells stand.
    pub align: Align,
}

/// What stands in a column, which decides where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Figures.
    Right,
    /// Figures of money, which stand in every currency asked for.
    Money,
}

impl Align {
    /// Whether cells stand to the right.
    #[must_use]
    pub const fn is_right(self) -> bool {
        matches!(self, Self::Right | Self::Money)
    }
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

    /// Tables of the same rows, in one currency each, as one: behind each column of money stands the same in the other
    /// currencies. `None` where there is no table.
    #[must_use]
    pub fn beside(tables: Vec<(Currency, Self)>, language: Language) -> Option<Self> {
        let (currencies, mut tables): (Vec<Currency>, Vec<Self>) = tables.into_iter().unzip();
        if tables.len() < 2 {
            return tables.pop();
        }
        let caption = tables.first().map(|table| table.caption.clone())?;
        let kinds: Vec<RowKind> = tables.first()?.rows.iter().map(|row| row.kind).collect();
        let aligns: Vec<Align> = tables.first()?.columns.iter().map(|column| column.align).collect();
        debug_assert!(tables.iter().all(|table| table.rows.len() == kinds.len()), "tables of unlike rows: {caption}");
        let heads = tables.iter().zip(&currencies).map(|(table, currency)| {
            let in_currency = |column: &ColumnHead| match column.align {
                Align::Money => {
                    let head = message!("report-head-in", head = &column.title, currency = currency);
                    ColumnHead { title: language.say(&head), align: column.align }
                }
                Align::Left | Align::Right => column.clone(),
            };
            table.columns.iter().map(in_currency).collect()
        });
        let columns = interleaved(heads.collect(), &aligns);
        let mut rows: Vec<_> = tables.into_iter().map(|table| table.rows.into_iter()).collect();
        let rows = kinds.into_iter().map(|kind| {
            let cells = rows.iter_mut().filter_map(|rows| Some(rows.next()?.cells)).collect();
            TableRow { kind, cells: interleaved(cells, &aligns) }
        });
        let rows = rows.collect();
        Some(Self { caption, columns, rows })
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

    /// A known figure as plain decimal text.
    #[must_use]
    pub fn plain(&self) -> Option<&str> {
        match self {
            Self::Figure(plain) => Some(plain),
            Self::Blank | Self::Text(_) | Self::Unknown => None,
        }
    }
}
