//! Markdown: headings, pipe tables with their alignment, notes and numbered sources.

use std::fmt::Write as _;

use super::figures::text;
use super::{Format, RenderError, Terminal};
use crate::language::Language;
use crate::message;
use crate::report::{Align, Deliverable, RowKind, Sheet, Table};

pub(super) struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["md", "markdown"]
    }

    fn render(&self, content: &dyn Deliverable, _: Terminal) -> Result<Vec<u8>, RenderError> {
        Ok(write(&content.sheet()?).into_bytes())
    }
}

/// A sheet as text.
#[must_use]
pub fn write(sheet: &Sheet) -> String {
    let mut out = format!("# {}\n\n{}\n", escaped(&sheet.title), escaped(&sheet.subtitle));
    if !sheet.findings.is_empty() {
        let _ = write!(out, "\n## {}\n\n", sheet.language.say(&message!("page-findings")));
        for finding in &sheet.findings {
            let _ = writeln!(out, "- {}", escaped(finding));
        }
    }
    for table in &sheet.tables {
        let _ = write!(out, "\n## {}\n\n{}", escaped(&table.caption), pipe_table(table, sheet.language));
    }
    for section in &sheet.sections {
        let _ = writeln!(out, "\n## {}", escaped(&section.title));
        for words in &section.words {
            let _ = writeln!(out, "\n{}", escaped(words));
        }
        for table in &section.tables {
            let _ = write!(out, "\n### {}\n\n{}", escaped(&table.caption), pipe_table(table, sheet.language));
        }
    }
    if !sheet.notes.is_empty() {
        let _ = write!(out, "\n## {}\n\n", sheet.language.say(&message!("page-notes")));
        for note in &sheet.notes {
            let _ = writeln!(out, "- {}", escaped(note));
        }
    }
    if !sheet.sources.is_empty() {
        let _ = write!(out, "\n## {}\n\n", sheet.language.say(&message!("page-sources")));
        for (index, source) in sheet.sources.iter().enumerate() {
            let _ = writeln!(out, "{}. {}", index + 1, escaped(source));
        }
    }
    out
}

fn pipe_table(table: &Table, language: Language) -> String {
    let mut out = String::new();
    let line = |cells: &mut dyn Iterator<Item = String>| format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "));
    out.push_str(&line(&mut table.columns.iter().map(|column| escaped(&column.title))));
    out.push_str(&line(&mut table.columns.iter().map(|column| match column.align {
        Align::Left => "---".to_owned(),
        Align::Right | Align::Money => "---:".to_owned(),
    })));
    for row in &table.rows {
        out.push_str(&line(&mut row.cells.iter().map(|cell| {
            let text = escaped(&text(language, cell));
            if row.kind == RowKind::Total && !text.is_empty() { format!("**{text}**") } else { text }
        })));
    }
    out
}

/// Text that stays text: nothing in a name becomes a cell, a link, a tag or emphasis.
fn escaped(text: &str) -> String {
    let is_safe = |byte: u8| byte.is_ascii_alphanumeric() || b" .,-()%:;/&".contains(&byte);
    if text.bytes().all(is_safe) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '#' => {
                out.push('\\');
                out.push(letter);
            }
            '<' => out.push_str("&lt;"),
            '\n' | '\r' => out.push(' '),
            _ if letter.is_control() => out.extend(letter.escape_debug()),
            _ => out.push(letter),
        }
    }
    out
}
