//! Templates of HTML and of the parts of a document, compiled into the program: what a page looks like stands in
//! `templates/`, and every value that goes into one is escaped.

use std::io::Write;
use std::sync::{Arc, LazyLock};

use minijinja::Environment;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Object, Serde, Value};
use serde::Serialize;

use super::RenderError;
use super::figures::text;
use crate::language::Language;
use crate::report::{Cell, ColumnHead, RowKind, Sheet, SheetSection, Table, TableRow};

static TEMPLATES: LazyLock<Result<Environment<'static>, minijinja::Error>> = LazyLock::new(environment);

fn environment() -> Result<Environment<'static>, minijinja::Error> {
    let mut environment = Environment::new();
    let mut syntax = SyntaxConfig::builder();
    environment.set_syntax(syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build()?);
    environment.add_template("sheet.html", include_str!("templates/sheet.html"))?;
    environment.add_template("page.html", include_str!("templates/page.html"))?;
    environment.add_template("docx/core.xml", include_str!("templates/docx/core.xml"))?;
    environment.add_template("docx/document.xml", include_str!("templates/docx/document.xml"))?;
    environment.add_template("docx/table.xml", include_str!("templates/docx/table.xml"))?;
    environment.add_template("docx/letter.xml", include_str!("templates/docx/letter.xml"))?;
    environment.add_template("docx/styles.xml", include_str!("templates/docx/styles.xml"))?;
    environment.add_template("docx/settings.xml", include_str!("templates/docx/settings.xml"))?;
    environment.add_template("docx/footnotes.xml", include_str!("templates/docx/footnotes.xml"))?;
    environment.add_template("docx/footer.xml", include_str!("templates/docx/footer.xml"))?;
    for (name, text) in SLIDES {
        environment.add_template(name, text)?;
    }
    Ok(environment)
}

/// The parts of slides.
const SLIDES: [(&str, &str); 19] = [
    ("pptx/content_types.xml", include_str!("templates/pptx/content_types.xml")),
    ("pptx/package_rels.xml", include_str!("templates/pptx/package_rels.xml")),
    ("pptx/core.xml", include_str!("templates/pptx/core.xml")),
    ("pptx/presentation.xml", include_str!("templates/pptx/presentation.xml")),
    ("pptx/presentation_rels.xml", include_str!("templates/pptx/presentation_rels.xml")),
    ("pptx/theme.xml", include_str!("templates/pptx/theme.xml")),
    ("pptx/master.xml", include_str!("templates/pptx/master.xml")),
    ("pptx/master_rels.xml", include_str!("templates/pptx/master_rels.xml")),
    ("pptx/layout_rels.xml", include_str!("templates/pptx/layout_rels.xml")),
    ("pptx/layout_title.xml", include_str!("templates/pptx/layout_title.xml")),
    ("pptx/layout_finding.xml", include_str!("templates/pptx/layout_finding.xml")),
    ("pptx/slide.xml", include_str!("templates/pptx/slide.xml")),
    ("pptx/slide_rels.xml", include_str!("templates/pptx/slide_rels.xml")),
    ("pptx/notes_master.xml", include_str!("templates/pptx/notes_master.xml")),
    ("pptx/notes_master_rels.xml", include_str!("templates/pptx/notes_master_rels.xml")),
    ("pptx/notes.xml", include_str!("templates/pptx/notes.xml")),
    ("pptx/notes_rels.xml", include_str!("templates/pptx/notes_rels.xml")),
    ("pptx/chart.xml", include_str!("templates/pptx/chart.xml")),
    ("pptx/chart_rels.xml", include_str!("templates/pptx/chart_rels.xml")),
];

/// A template, which escapes values by the ending of its name, with these values.
pub(super) fn fill(name: &str, values: impl Serialize) -> Result<String, RenderError> {
    let environment = TEMPLATES.as_ref().map_err(|error| minijinja::Error::from(error.kind()))?;
    Ok(environment.get_template(name)?.render(Serde(values))?)
}

/// The same, handed on as it is made: each write is a whole text.
pub(super) fn fill_into(name: &str, values: impl Serialize, out: impl Write) -> Result<(), RenderError> {
    let environment = TEMPLATES.as_ref().map_err(|error| minijinja::Error::from(error.kind()))?;
    environment.get_template(name)?.render_captured_to(Serde(values), out)?;
    Ok(())
}

/// A sheet as templates see it: every cell as a person reads it.
#[derive(Debug, Serialize)]
pub(super) struct SheetView {
    pub(super) language: &'static str,
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) findings: Vec<String>,
    pub(super) tables: Vec<TableView>,
    pub(super) sections: Vec<SectionView>,
    pub(super) notes: Vec<String>,
    pub(super) sources: Vec<String>,
}

/// A part with a heading of its own as templates see it.
#[derive(Debug, Serialize)]
pub(super) struct SectionView {
    title: String,
    words: Vec<String>,
    tables: Vec<TableView>,
}

/// A table as templates see it.
#[derive(Debug, Serialize)]
pub(super) struct TableView {
    caption: String,
    columns: Vec<ColumnView>,
    /// Each made when the template comes to it, so that those of a long table never stand beside each other.
    rows: Value,
}

#[derive(Debug, Serialize)]
struct ColumnView {
    title: String,
    figures: bool,
}

/// A row: `total`, and its `cells`. It is asked for what it has: a map of each would take longer than all else of it.
#[derive(Debug)]
struct RowView {
    total: bool,
    cells: Value,
}

/// A cell: its `kind` and its `text`.
#[derive(Debug)]
struct CellView {
    /// `blank`, `text`, `figure` or `unknown`.
    kind: &'static str,
    text: Value,
}

impl Object for RowView {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        match key.as_str()? {
            "total" => Some(self.total.into()),
            "cells" => Some(self.cells.clone()),
            _ => None,
        }
    }
}

impl Object for CellView {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        match key.as_str()? {
            "kind" => Some(self.kind.into()),
            "text" => Some(self.text.clone()),
            _ => None,
        }
    }
}

impl SheetView {
    pub(super) fn new(sheet: Sheet) -> Self {
        let language = sheet.language;
        let tables = |tables: Vec<Table>| tables.into_iter().map(|table| TableView::new(table, language)).collect();
        let sections = sheet.sections.into_iter().map(|SheetSection { title, words, tables: of_section }| {
            SectionView { title, words, tables: tables(of_section) }
        });
        Self {
            language: language.word(),
            title: sheet.title,
            subtitle: sheet.subtitle,
            findings: sheet.findings,
            sections: sections.collect(),
            tables: tables(sheet.tables),
            notes: sheet.notes,
            sources: sheet.sources,
        }
    }
}

impl TableView {
    pub(super) fn new(table: Table, language: Language) -> Self {
        let Table { caption, columns, rows } = table;
        let column = |head: ColumnHead| ColumnView { figures: head.align.is_right(), title: head.title };
        let rows = Value::make_object_iterable(rows, move |rows| {
            Box::new(rows.iter().map(move |row| Value::from_object(RowView::new(row, language))))
        });
        Self { caption, columns: columns.into_iter().map(column).collect(), rows }
    }
}

impl RowView {
    fn new(row: &TableRow, language: Language) -> Self {
        let cell = |cell: &Cell| {
            let kind = match cell {
                Cell::Blank => "blank",
                Cell::Text(_) => "text",
                Cell::Figure(_) => "figure",
                Cell::Unknown => "unknown",
            };
            Value::from_object(CellView { kind, text: Value::from(&*text(language, cell)) })
        };
        Self { total: row.kind == RowKind::Total, cells: row.cells.iter().map(cell).collect::<Vec<_>>().into() }
    }
}
