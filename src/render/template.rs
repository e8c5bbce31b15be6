//! Templates of HTML and of the parts of a document, compiled into the program: what a page looks like stands in
//! `templates/`, and every value that goes into one is escaped.

use std::sync::LazyLock;

use minijinja::Environment;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use serde::Serialize;

use super::RenderError;
use super::figures::text;
use crate::language::Language;
use crate::report::{Cell, RowKind, Sheet, Table};

static TEMPLATES: LazyLock<Result<Environment<'static>, minijinja::Error>> = LazyLock::new(environment);

fn environment() -> Result<Environment<'static>, minijinja::Error> {
    let mut environment = Environment::new();
    let mut syntax = SyntaxConfig::builder();
    environment.set_syntax(syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build()?);
    environment.add_template("sheet.html", include_str!("templates/sheet.html"))?;
    environment.add_template("page.html", include_str!("templates/page.html"))?;
    environment.add_template("docx/core.xml", include_str!("templates/docx/core.xml"))?;
    environment.add_template("docx/document.xml", include_str!("templates/docx/document.xml"))?;
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
    rows: Vec<RowView>,
}

#[derive(Debug, Serialize)]
struct ColumnView {
    title: String,
    figures: bool,
}

#[derive(Debug, Serialize)]
struct RowView {
    total: bool,
    cells: Vec<CellView>,
}

#[derive(Debug, Serialize)]
struct CellView {
    /// `blank`, `text`, `figure` or `unknown`.
    kind: &'static str,
    text: String,
}

impl SheetView {
    pub(super) fn new(sheet: &Sheet) -> Self {
        Self {
            language: sheet.language.word(),
            title: sheet.title.clone(),
            subtitle: sheet.subtitle.clone(),
            findings: sheet.findings.clone(),
            tables: TableView::all(&sheet.tables, sheet.language),
            sections: sheet
                .sections
                .iter()
                .map(|section| SectionView {
                    title: section.title.clone(),
                    words: section.words.clone(),
                    tables: TableView::all(&section.tables, sheet.language),
                })
                .collect(),
            notes: sheet.notes.clone(),
            sources: sheet.sources.clone(),
        }
    }
}

impl TableView {
    pub(super) fn all(tables: &[Table], language: Language) -> Vec<Self> {
        tables.iter().map(|table| Self::new(table, language)).collect()
    }

    pub(super) fn new(table: &Table, language: Language) -> Self {
        let columns = table.columns.iter();
        let cell = |cell: &Cell| {
            let kind = match cell {
                Cell::Blank => "blank",
                Cell::Text(_) => "text",
                Cell::Figure(_) => "figure",
                Cell::Unknown => "unknown",
            };
            CellView { kind, text: text(language, cell) }
        };
        Self {
            caption: table.caption.clone(),
            columns: columns
                .map(|head| ColumnView { title: head.title.clone(), figures: head.align.is_right() })
                .collect(),
            rows: table
                .rows
                .iter()
                .map(|row| RowView { total: row.kind == RowKind::Total, cells: row.cells.iter().map(cell).collect() })
                .collect(),
        }
    }
}
