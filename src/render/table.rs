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
use crate::report::{Align, Cell, Deliverable, Sheet, Table};

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

/// The table as lines. Its rows are given up as the grid takes them, so that none is held twice.
fn grid(table: Table, language: Language, terminal: Terminal) -> String {
    let narrowest: Vec<usize> = (0..table.columns.len()).map(|column| narrowest(&table, language, column)).collect();
    let mut grid = TextGrid::new();
    grid.load_style(STYLE);
    grid.set_content_arrangement(ContentArrangement::Dynamic).set_width(terminal.width);
    grid.set_header(table.columns.iter().map(|column| aligned(column.title.clone(), column.align)));
    for row in table.rows {
        let cells = row.cells.iter().zip(&table.columns);
        grid.add_row(cells.map(|(cell, column)| aligned(text(language, cell), column.align)));
    }
    let last = table.columns.len().saturating_sub(1);
    for (index, column) in grid.column_iter_mut().enumerate() {
        let gap = if index == last { 0 } else { GAP };
        column.set_padding((0, gap));
        let width =
            u16::try_from(narrowest.get(index).copied().unwrap_or_default()).unwrap_or(u16::MAX).saturating_add(gap);
        column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(width)));
    }
    let mut out = String::new();
    for line in grid.lines() {
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

fn aligned(content: String, align: Align) -> TextCell {
    TextCell::new(content).set_alignment(match align {
        Align::Left => CellAlignment::Left,
        Align::Right | Align::Money => CellAlignment::Right,
    })
}

/// A column is at least as wide as its widest figure and its short words, so that only long names are ever wrapped.
fn narrowest(table: &Table, language: Language, index: usize) -> usize {
    let title = table.columns.get(index).map(|column| column.title.as_str()).unwrap_or_default();
    let cells = table.rows.iter().filter_map(|row| row.cells.get(index));
    let needed = cells.map(|cell| match cell {
        Cell::Figure(_) | Cell::Unknown => text(language, cell).chars().count(),
        Cell::Text(words) => longest_word(words).min(WORD),
        Cell::Blank => 0,
    });
    needed.chain([longest_word(title)]).max().unwrap_or(0)
}

fn longest_word(words: &str) -> usize {
    words.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0)
}
