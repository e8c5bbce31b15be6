//! How cells look in a workbook: formats of numbers, weights, wraps, and widths of columns.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::report::RowKind;
use crate::report::workbook::{CellValue, Layout, Look, WorkCell, WorkSheet};

/// Narrowest and widest column, in letters.
const NARROWEST: usize = 7;
const WIDEST: usize = 44;
/// Widest column of words in a sheet of blocks, which figures of other blocks share.
const WORDS: usize = 34;

/// Columns that long words go over at least.
const PARAGRAPH_COLUMNS: usize = 10;

/// Points of the title, of a line, and the most that a row may have.
const TITLE_POINTS: u16 = 16;
const LINE_POINTS: u16 = 15;
const MOST_POINTS: u16 = 405;

/// Rows that widths are taken from: beyond them a column is as wide as its head and those.
const MEASURED: usize = 2_000;

/// What a format depends on.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Key {
    look: Look,
    kind: RowKind,
    /// Whether it stands over figures.
    over_figures: bool,
    /// Whether it stands a little to the right.
    indented: bool,
    /// Whether it stands behind a quote.
    quoted: bool,
}

/// Formats, each made once.
#[derive(Default)]
pub(super) struct Looks {
    made: HashMap<Key, Format, RandomState>,
}

impl Key {
    /// Of a cell. Text that a program might take for a formula when somebody edits it stands behind a quote.
    pub(super) fn of(cell: &WorkCell, over_figures: bool, is_first: bool) -> Self {
        let quoted = matches!(&cell.value, CellValue::Text(words) if words.starts_with(['=', '+', '-', '@']));
        // Words do not stand close behind the figures of the column before them.
        let is_words = matches!(&cell.value, CellValue::Text(_)) && !over_figures;
        let indented = !is_first && is_words && matches!(cell.look, Look::Plain | Look::Wrapped | Look::Head);
        Self { look: cell.look, kind: cell.kind, over_figures, indented, quoted }
    }
}

impl Looks {
    /// The format of a key.
    pub(super) fn of(&mut self, key: Key) -> &Format {
        self.made.entry(key).or_insert_with(|| format(key))
    }
}

pub(super) fn is_figure(cell: &WorkCell) -> bool {
    matches!(cell.value, CellValue::Number(_) | CellValue::Formula { .. })
}

fn format(key: Key) -> Format {
    let mut format = Format::new().set_align(FormatAlign::Top);
    format = match key.look {
        Look::Plain => format,
        Look::Year => format.set_align(FormatAlign::Left),
        Look::Title => format.set_bold().set_font_size(TITLE_POINTS),
        Look::Caption => format.set_bold().set_font_size(12),
        Look::Head => format
            .set_bold()
            .set_text_wrap()
            .set_border_bottom(FormatBorder::Thin)
            .set_background_color(Color::RGB(0x00E8_EEF4)),
        Look::Wrapped | Look::Paragraph => format.set_text_wrap(),
        Look::Money(0) | Look::Count => format.set_num_format("#,##0"),
        Look::Money(digits) => format.set_num_format(format!("#,##0.{}", "0".repeat(digits as usize))),
    };
    if key.indented {
        format = format.set_align(FormatAlign::Left).set_indent(1);
    }
    if key.over_figures {
        format = format.set_align(FormatAlign::Right);
    }
    if key.kind == RowKind::Total {
        format = format.set_bold().set_border_top(FormatBorder::Thin);
    }
    if key.quoted { format.set_quote_prefix() } else { format }
}

/// The height of a row in points, where it is not that of one line.
pub(super) fn height(cells: &[WorkCell], widths: &[u16]) -> Option<u16> {
    let whole: usize = widths.iter().map(|width| usize::from(*width)).sum();
    let points = cells.iter().zip(widths).map(|(cell, width)| match (cell.look, &cell.value) {
        (Look::Title, _) => TITLE_POINTS + 8,
        (Look::Caption, _) => LINE_POINTS + 3,
        (Look::Paragraph, CellValue::Text(words)) => lines(words, whole) * LINE_POINTS,
        (Look::Head | Look::Wrapped, CellValue::Text(words)) => lines(words, usize::from(*width)) * LINE_POINTS,
        _ => 0,
    });
    points.max().filter(|points| *points > LINE_POINTS).map(|points| points.min(MOST_POINTS))
}

/// Lines that words take in a column of so many letters, words kept whole.
pub(super) fn lines(words: &str, width: usize) -> u16 {
    let (mut lines, mut used) = (1_u16, 0);
    for word in words.split_whitespace() {
        let letters = word.chars().count();
        if used > 0 && used + 1 + letters > width {
            lines = lines.saturating_add(1);
            used = 0;
        }
        used += letters + usize::from(used > 0);
        // A word longer than the line goes on in the next.
        lines = lines.saturating_add(u16::try_from(used.saturating_sub(1) / width.max(1)).unwrap_or(0));
        used = if used > width { used % width.max(1) } else { used };
    }
    lines.min(40)
}

/// The width of each column, in letters: of its widest cell, long words wrapped.
pub(super) fn widths(sheet: &WorkSheet<'_>) -> Vec<u16> {
    let is_long = |cell: &WorkCell| cell.look == Look::Paragraph;
    // Long words need a sheet to stand on, also where no table makes one.
    let least = if sheet.rows.there().flatten().any(is_long) { PARAGRAPH_COLUMNS } else { 0 };
    let columns = sheet.rows.there().map(Vec::len).max().unwrap_or(0).max(least);
    let mut widths = vec![NARROWEST; columns];
    for row in sheet.rows.there().take(MEASURED) {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(needed(cell, sheet.layout));
        }
    }
    widths.into_iter().map(|width| u16::try_from(width).unwrap_or(u16::MAX)).collect()
}

fn needed(cell: &WorkCell, layout: Layout) -> usize {
    let letters = |words: &str| words.chars().count();
    let figure = |plain: &str| letters(plain) + letters(plain.split('.').next().unwrap_or_default()) / 3 + 2;
    match (cell.look, &cell.value) {
        (Look::Title | Look::Caption | Look::Paragraph, _) | (_, CellValue::Blank) => 0,
        // A sheet of blocks has its words in a first column that figures of other blocks share.
        (Look::Head, CellValue::Text(words)) => {
            // Room for the button of the filter.
            let longest = words.split_whitespace().map(letters).max().unwrap_or(0);
            longest + if layout == Layout::Table { 4 } else { 2 }
        }
        (Look::Plain, CellValue::Text(words)) if layout == Layout::Blocks => (letters(words) + 2).min(WORDS),
        (_, CellValue::Text(words)) => (letters(words) + 2).min(WIDEST),
        (Look::Plain | Look::Year, CellValue::Number(plain) | CellValue::Formula { result: plain, .. }) => {
            (letters(plain) + 1).min(14)
        }
        (_, CellValue::Number(plain) | CellValue::Formula { result: plain, .. }) => figure(plain),
    }
}
