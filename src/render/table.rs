//! Text tables for a terminal: figures right-aligned and grouped, words wrapped, never a figure.

use std::fmt::Write as _;

use comfy_table::{
    Cell as TextCell, CellAlignment, ColumnConstraint, ContentArrangement, Table as TextGrid, TableStyle, Width,
};

use super::figures::text;
use super::{Format, RenderError, Terminal};
use crate::diagnostics::text::printable;
use crate::language::Language;
use crate::message;
use crate::report::{Align, Cell, ColumnHead, Deliverable, Sheet, Table, TableRow};

pub(super) struct TextTable;

impl Format for TextTable {
    fn name(&self) -> &'static str {
        "table"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["txt"]
    }

    fn render(&self, content: &dyn Deliverable, terminal: Terminal) -> Result<Vec<u8>, RenderError> {
        Ok(write(content.sheet()?, terminal).into_bytes())
    }
}

/// A rule under the header and nothing else.
const STYLE: TableStyle = TableStyle::new().header_separator(comfy_table::LineStyle::none().fill('\u{2500}'));

/// Spaces between columns.
const GAP: u16 = 2;

/// Rows that are set at once: more of them take more memory than what is shown of them.
const LONG: usize = 2_000;

/// Stands for one letter.
const MARK: char = 'x';

/// Longest words that keep their column from being narrower; a longer one may be broken.
const WORD: usize = 20;

fn write(sheet: Sheet, terminal: Terminal) -> String {
    let mut out = String::new();
    let (bold, plain) = if terminal.colour { ("\x1b[1m", "\x1b[0m") } else { ("", "") };
    for line in textwrap::wrap(&printable(&sheet.title), usize::from(terminal.width)) {
        let _ = writeln!(out, "{bold}{line}{plain}");
    }
    paragraph(&mut out, "", &sheet.subtitle, terminal);
    if !sheet.findings.is_empty() {
        let _ = writeln!(out, "\n{bold}{}{plain}", sheet.language.say(&message!("page-findings")));
        for finding in &sheet.findings {
            paragraph(&mut out, "- ", finding, terminal);
        }
    }
    let language = sheet.language;
    let captioned = |out: &mut String, table: Table| {
        let _ = writeln!(out, "\n{bold}{}{plain}", table.caption);
        out.push_str(&grid(table, language, terminal));
    };
    for table in sheet.tables {
        captioned(&mut out, table);
    }
    for section in sheet.sections {
        let _ = writeln!(out, "\n{bold}{}{plain}", section.title);
        for words in &section.words {
            paragraph(&mut out, "", words, terminal);
        }
        for table in section.tables {
            captioned(&mut out, table);
        }
    }
    if !sheet.notes.is_empty() {
        let _ = writeln!(out, "\n{bold}{}{plain}", sheet.language.say(&message!("page-notes")));
        for note in &sheet.notes {
            paragraph(&mut out, "- ", note, terminal);
        }
    }
    if !sheet.sources.is_empty() {
        let _ = writeln!(out, "\n{bold}{}{plain}", sheet.language.say(&message!("page-sources")));
        for (index, source) in sheet.sources.iter().enumerate() {
            paragraph(&mut out, &format!("[{}] ", index + 1), source, terminal);
        }
    }
    out
}

/// Wrapped words behind a mark, later lines under the first word.
fn paragraph(out: &mut String, mark: &str, words: &str, terminal: Terminal) {
    let indent = " ".repeat(mark.len());
    let options = textwrap::Options::new(usize::from(terminal.width))
        .initial_indent(mark)
        .subsequent_indent(&indent)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .break_words(false);
    for line in textwrap::wrap(&printable(words), options) {
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

/// The table as lines. Its rows are given up as they are set, so that none is held twice; those of a long table are set some
/// at a time, in columns as wide as a sample of them needs.
fn grid(table: Table, language: Language, terminal: Terminal) -> String {
    let narrowest: Vec<u16> = (0..table.columns.len()).map(|column| narrowest(&table, language, column)).collect();
    let at_least = |column: usize| ColumnConstraint::LowerBoundary(Width::Fixed(narrowest[column]));
    let mut out = String::new();
    if table.rows.len() <= LONG {
        let rows = table.rows.iter();
        set(&mut out, &grid_of(&table.columns, Head::Shown, rows, (language, terminal), at_least));
        return out;
    }
    let sample = grid_of(&table.columns, Head::Shown, sample(&table), (language, terminal), at_least);
    let widths = widths(sample, &table.columns);
    let exactly = |column: usize| ColumnConstraint::Absolute(Width::Fixed(widths[column]));
    let Table { columns, rows, .. } = table;
    let mut rows = rows.into_iter();
    loop {
        let some: Vec<TableRow> = rows.by_ref().take(LONG).collect();
        if some.is_empty() {
            return out;
        }
        let head = if out.is_empty() { Head::Shown } else { Head::Above };
        set(&mut out, &grid_of(&columns, head, some.iter(), (language, terminal), exactly));
    }
}

/// Whether the head of a table stands over rows, or over rows above them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    Shown,
    Above,
}

fn grid_of<'r>(
    columns: &[ColumnHead],
    head: Head,
    rows: impl Iterator<Item = &'r TableRow>,
    (language, terminal): (Language, Terminal),
    constraint: impl Fn(usize) -> ColumnConstraint,
) -> TextGrid {
    let mut grid = TextGrid::new();
    grid.load_style(STYLE);
    grid.set_content_arrangement(ContentArrangement::Dynamic).set_width(terminal.width);
    if head == Head::Shown {
        grid.set_header(columns.iter().map(|column| aligned(column.title.clone(), column.align)));
    }
    for row in rows {
        let cells = row.cells.iter().zip(columns);
        grid.add_row(cells.map(|(cell, column)| aligned(text(language, cell).into_owned(), column.align)));
    }
    for (index, column) in grid.column_iter_mut().enumerate() {
        column.set_padding((0, gap(index, columns)));
        column.set_constraint(constraint(index));
    }
    grid
}

/// Spaces behind a column.
fn gap(index: usize, columns: &[ColumnHead]) -> u16 {
    if index + 1 == columns.len() { 0 } else { GAP }
}

fn set(out: &mut String, grid: &TextGrid) {
    for line in grid.lines() {
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

/// The first rows of a long table, and of each column the row with its longest words.
fn sample(table: &Table) -> impl Iterator<Item = &TableRow> {
    let letters = |row: &TableRow, column: usize| match row.cells.get(column) {
        Some(Cell::Text(words)) => words.chars().count(),
        Some(Cell::Figure(_) | Cell::Unknown | Cell::Blank) | None => 0,
    };
    let longest = (0..table.columns.len()).filter_map(move |column| {
        let behind = table.rows.iter().skip(LONG);
        behind.max_by_key(|row| letters(row, column))
    });
    table.rows.iter().take(LONG).chain(longest)
}

/// How wide the columns of a grid are set, the space behind them included: where one letter in each of them stands tells it.
fn widths(mut grid: TextGrid, columns: &[ColumnHead]) -> Vec<u16> {
    grid.add_row(columns.iter().map(|_| aligned(MARK.to_string(), Align::Left)));
    let marks = grid.lines().last().unwrap_or_default();
    let letters = marks.chars().count();
    let starts: Vec<usize> =
        marks.chars().enumerate().filter(|(_, letter)| *letter == MARK).map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([letters]);
    starts.iter().zip(ends).map(|(start, end)| u16::try_from(end - start).unwrap_or(u16::MAX)).collect()
}

fn aligned(content: String, align: Align) -> TextCell {
    TextCell::new(content).set_alignment(match align {
        Align::Left => CellAlignment::Left,
        Align::Right | Align::Money => CellAlignment::Right,
    })
}

/// A column is at least as wide as its widest figure and its short words, so that only long names are ever wrapped; with
/// the space behind it.
fn narrowest(table: &Table, language: Language, index: usize) -> u16 {
    let title = table.columns.get(index).map(|column| column.title.as_str()).unwrap_or_default();
    let cells = table.rows.iter().filter_map(|row| row.cells.get(index));
    let needed = cells.map(|cell| match cell {
        Cell::Figure(_) | Cell::Unknown => text(language, cell).chars().count(),
        Cell::Text(words) => longest_word(words).min(WORD),
        Cell::Blank => 0,
    });
    let widest = needed.chain([longest_word(title)]).max().unwrap_or(0);
    u16::try_from(widest).unwrap_or(u16::MAX).saturating_add(gap(index, &table.columns))
}

fn longest_word(words: &str) -> usize {
    words.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0)
}
