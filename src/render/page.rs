//! The page of a review: one file that asks for nothing, in every language, under a policy that allows its own style and
//! script by their digests and nothing else.

mod data;
mod parted;
mod pattern;
mod sayings;
mod store;
mod told;
mod values;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::RenderError;
use super::figures::text;
use super::template::{TableView as PlainTable, fill};
use crate::language::Language;
use crate::message;
use crate::report::page::{Opens, Page, PageCell, PageRow, PageTable};
use crate::report::{Cell, RowKind};

/// What the page looks like, and what it does.
const STYLE: &str = include_str!("templates/page.css");
const SCRIPT: &str = include_str!("templates/page.js");

/// A page in one language with its charts as SVG elements.
#[derive(Debug)]
pub struct Article<'c> {
    /// The page.
    pub page: Page<'c>,
    /// Charts, as `<svg>` elements without styles of their own.
    pub charts: Vec<String>,
}

/// The file: the articles in order, of which the one in `shown` is seen first. `face` is CSS of the typeface of the
/// charts, or nothing.
///
/// # Errors
///
/// Where the template fails, which is a fault of the program.
pub fn html(articles: &[Article<'_>], shown: Language, face: &str) -> Result<String, RenderError> {
    let style = format!("{STYLE}{face}");
    let title =
        articles.iter().find(|article| article.page.language == shown).map(|article| article.page.title.clone());
    let values = Values {
        default: shown.word(),
        version: env!("CARGO_PKG_VERSION"),
        title: title.unwrap_or_default(),
        style_hash: hash(&style),
        script_hash: hash(SCRIPT),
        style,
        script: SCRIPT,
        articles: articles.iter().map(article_view).collect(),
        data: data::data(articles)?,
    };
    fill("page.html", values)
}

/// A digest as a Content-Security-Policy names it.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[derive(Debug, Serialize)]
struct Values<'v> {
    default: &'static str,
    version: &'static str,
    title: String,
    style_hash: String,
    script_hash: String,
    style: String,
    script: &'static str,
    articles: Vec<ArticleView<'v>>,
    data: String,
}

#[derive(Debug, Serialize)]
struct ArticleView<'v> {
    language: &'static str,
    name: String,
    title: &'v str,
    subtitle: &'v str,
    words: Words,
    findings: Vec<FindingView<'v>>,
    sections: Vec<SectionView<'v>>,
    tables: Vec<TableView<'v>>,
    charts: &'v [String],
    notes: &'v [String],
    sources: &'v [String],
}

/// A finding, and what explains it.
#[derive(Debug, Serialize)]
struct FindingView<'v> {
    words: &'v str,
    address: Option<&'v str>,
}

/// A further part.
#[derive(Debug, Serialize)]
struct SectionView<'v> {
    id: &'static str,
    title: &'v str,
    words: &'v [String],
    tables: Vec<PlainTable>,
}

/// The words around the tables.
#[derive(Debug, Serialize)]
struct Words {
    language: String,
    theme: String,
    hint: String,
    filter: String,
    count: String,
    charts: String,
    findings: String,
    why: String,
    notes: String,
    sources: String,
    unknown: String,
    all: String,
    without: String,
    made: String,
}

#[derive(Debug, Serialize)]
struct TableView<'v> {
    id: &'v str,
    caption: &'v str,
    columns: Vec<ColumnView<'v>>,
    /// Whether the script makes its rows.
    made: bool,
    rows: Vec<RowView>,
    totals: Vec<RowView>,
}

#[derive(Debug, Serialize)]
struct ColumnView<'v> {
    key: &'v str,
    title: &'v str,
    figures: bool,
}

#[derive(Debug, Serialize)]
struct RowView {
    /// Its name in the addresses of its figures, or blank.
    key: String,
    cells: Vec<CellView>,
}

#[derive(Debug, Serialize)]
struct CellView {
    /// `blank`, `text`, `figure` or `unknown`.
    kind: &'static str,
    text: String,
    /// The figure as plain decimal text.
    value: String,
    /// What it opens to: a figure's trace, or a budget line.
    figure: Option<usize>,
    line: Option<usize>,
}

fn article_view<'a>(article: &'a Article<'_>) -> ArticleView<'a> {
    let page = &article.page;
    let say = |message| page.language.say(&message);
    ArticleView {
        language: page.language.word(),
        name: say(message!("page-language-name")),
        title: &page.title,
        subtitle: &page.subtitle,
        words: Words {
            language: say(message!("page-language")),
            theme: say(message!("page-theme")),
            hint: say(message!("page-hint")),
            filter: say(message!("page-filter")),
            count: say(message!("page-count")),
            charts: say(message!("page-charts")),
            findings: say(message!("page-findings")),
            why: say(message!("page-why")),
            notes: say(message!("page-notes")),
            sources: say(message!("page-sources")),
            unknown: say(message!("page-unknown")),
            all: say(message!("page-all-rows")),
            without: say(message!("page-without-script")),
            made: say(message!("page-made", version = env!("CARGO_PKG_VERSION"))),
        },
        findings: page
            .findings
            .iter()
            .map(|finding| FindingView { words: &finding.words, address: finding.address.as_deref() })
            .collect(),
        sections: page
            .sections
            .iter()
            .map(|(id, section)| SectionView {
                id,
                title: &section.title,
                words: &section.words,
                tables: section.tables.iter().map(|table| PlainTable::new(table.clone(), page.language)).collect(),
            })
            .collect(),
        tables: page.tables.iter().map(|table| table_view(table, page.language)).collect(),
        charts: &article.charts,
        notes: &page.notes,
        sources: &page.sources,
    }
}

fn table_view(table: &PageTable, language: Language) -> TableView<'_> {
    let rows = |kind: RowKind| {
        let rows = table.rows.iter().filter(|row| row.kind == kind);
        rows.map(|row| row_view(row, language)).collect()
    };
    let columns = table.columns.iter().map(|column| ColumnView {
        key: &column.key,
        title: &column.title,
        figures: column.align.is_right(),
    });
    TableView {
        id: &table.id,
        caption: &table.caption,
        columns: columns.collect(),
        made: table.is_of_lines,
        rows: if table.is_of_lines { Vec::new() } else { rows(RowKind::Body) },
        totals: rows(RowKind::Total),
    }
}

fn row_view(row: &PageRow, language: Language) -> RowView {
    RowView { key: row.key.clone(), cells: row.cells.iter().map(|cell| cell_view(cell, language)).collect() }
}

fn cell_view(cell: &PageCell, language: Language) -> CellView {
    let (kind, value) = match &cell.cell {
        Cell::Blank => ("blank", String::new()),
        Cell::Text(_) => ("text", String::new()),
        Cell::Figure(plain) => ("figure", plain.clone()),
        Cell::Unknown => ("unknown", String::new()),
    };
    let (figure, line) = match cell.opens {
        Some(Opens::Figure(figure)) => (Some(figure), None),
        Some(Opens::Line(line)) => (None, Some(line)),
        None => (None, None),
    };
    CellView { kind, text: text(language, &cell.cell).into_owned(), value, figure, line }
}
