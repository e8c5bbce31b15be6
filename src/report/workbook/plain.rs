//! A sheet of tables as a workbook of one sheet: its figures as numbers, without formulas.

use super::cells::{Layout, Look, WorkCell, WorkSheet, Workbook};
use crate::message;
use crate::report::sheet::{Cell, RowKind, Sheet, SheetSection, Table};

/// The workbook of a sheet; a figure has the digits that it is written with.
#[must_use]
pub fn plain_workbook(sheet: &Sheet) -> Workbook<'static> {
    let say = |message| sheet.language.say(&message);
    let mut out = WorkSheet { name: say(message!("workbook-summary")), layout: Layout::Blocks, ..WorkSheet::default() };
    out.rows.push(vec![WorkCell::words(&sheet.title, Look::Title)]);
    out.rows.push(vec![WorkCell::text(&sheet.subtitle)]);
    list(&mut out, &say(message!("page-findings")), &sheet.findings);
    for table in &sheet.tables {
        push(&mut out, table);
    }
    for section in &sheet.sections {
        list(&mut out, &section.title, &section.words);
        section.tables.iter().for_each(|table| push(&mut out, table));
    }
    for (caption, texts) in [(message!("page-notes"), &sheet.notes), (message!("page-sources"), &sheet.sources)] {
        list(&mut out, &say(caption), texts);
    }
    Workbook {
        title: sheet.title.clone(),
        subtitle: sheet.subtitle.clone(),
        language: sheet.language,
        sheets: vec![out],
    }
}

/// The sheet of a part of a review.
pub(super) fn section_sheet(name: String, section: &SheetSection) -> WorkSheet<'static> {
    let mut out = WorkSheet { name, layout: Layout::Blocks, ..WorkSheet::default() };
    out.rows.push(vec![WorkCell::words(&section.title, Look::Title)]);
    out.rows.extend(section.words.iter().map(|text| vec![WorkCell::words(text, Look::Paragraph)]));
    section.tables.iter().for_each(|table| push(&mut out, table));
    out
}

/// A caption and paragraphs below it; nothing without paragraphs.
fn list(out: &mut WorkSheet<'_>, caption: &str, texts: &[String]) {
    if !texts.is_empty() {
        out.rows.push(Vec::new());
        out.rows.push(vec![WorkCell::words(caption, Look::Caption)]);
        out.rows.extend(texts.iter().map(|text| vec![WorkCell::words(text, Look::Paragraph)]));
    }
}

fn push(out: &mut WorkSheet<'_>, table: &Table) {
    out.rows.push(Vec::new());
    out.rows.push(vec![WorkCell::words(&table.caption, Look::Caption)]);
    if let [only] = table.columns.as_slice() {
        out.rows.push(vec![WorkCell::words(&only.title, Look::Head)]);
        let texts = table.rows.iter().flat_map(|row| &row.cells);
        out.rows.extend(texts.map(|cell| vec![work_cell(cell, Look::Paragraph)]));
        return;
    }
    out.rows.push(table.columns.iter().map(|column| WorkCell::words(&column.title, Look::Head)).collect());
    for row in &table.rows {
        let cells = row.cells.iter().map(|cell| work_cell(cell, Look::Plain));
        out.rows.push(match row.kind {
            RowKind::Body => cells.collect(),
            RowKind::Total => cells.map(WorkCell::total).collect(),
        });
    }
}

fn work_cell(cell: &Cell, words: Look) -> WorkCell {
    match cell {
        Cell::Blank | Cell::Unknown => WorkCell::blank(),
        Cell::Text(text) => WorkCell::words(text, words),
        Cell::Figure(plain) => {
            let digits = plain.split_once('.').and_then(|(_, digits)| u32::try_from(digits.len()).ok());
            let look = digits.map_or(Look::Count, Look::Money);
            WorkCell::number(Some(plain.trim_start_matches('+').to_owned()), look)
        }
    }
}
