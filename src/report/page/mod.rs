//! The page of a review in one language: tables in which every figure opens to what it is made of. No format.

mod across;
mod contributions;
mod cost;
mod lines;
mod per_victim;
mod restated;

use super::citations::Citations;
use super::context::Context;
use super::error::ReportError;
use super::explain::ExplainedLines;
use super::reviewed::ReviewReport;
use super::sheet::{Align, Cell, RowKind, SheetSection, interleaved};
use super::sheets::report_words;
use super::source::SourceDocument;
use crate::language::{Language, Message};
use crate::measures::BasisFault;

/// The page in one language.
#[derive(Debug)]
pub struct Page<'c> {
    /// The language of its words and figures.
    pub language: Language,
    /// What it is about.
    pub title: String,
    /// Scope and unit.
    pub subtitle: String,
    /// What it finds, in order.
    pub findings: Vec<PageFinding>,
    /// Its tables, in order.
    pub tables: Vec<PageTable>,
    /// Its further parts, each with its name in the page.
    pub sections: Vec<(&'static str, SheetSection)>,
    /// What a reader must know.
    pub notes: Vec<String>,
    /// The sources, numbered from 1 in this order.
    pub sources: Vec<String>,
    /// What figures of the tables are made of.
    pub figures: Vec<FigureTrace>,
    /// Every budget line of the years shown, in the order of the ledger, with all that stands behind it.
    pub explained: ExplainedLines<'c>,
}

/// A finding: a sentence, and where in the page it is explained.
#[derive(Debug)]
pub struct PageFinding {
    /// The sentence, with the marks of its sources.
    pub words: String,
    /// The place, without the language in front; `None` where nothing of its own explains it.
    pub address: Option<String>,
}

/// A table of the page.
#[derive(Debug)]
pub struct PageTable {
    /// Its name in the page.
    pub id: String,
    /// Its caption.
    pub caption: String,
    /// Whether its rows are the budget lines, in the order of the ledger.
    pub is_of_lines: bool,
    /// Its columns.
    pub columns: Vec<PageColumn>,
    /// Its rows.
    pub rows: Vec<PageRow>,
}

/// A column.
#[derive(Debug)]
pub struct PageColumn {
    /// Its name in the page, alike in every language.
    pub key: String,
    /// Its head.
    pub title: String,
    /// Where its cells stand.
    pub align: Align,
}

/// A row.
#[derive(Debug)]
pub struct PageRow {
    /// What it is in its table.
    pub kind: RowKind,
    /// Its name in the addresses of its figures; blank where they have none.
    pub key: String,
    /// Its cells, as many as there are columns.
    pub cells: Vec<PageCell>,
}

/// A cell, and what it opens to.
#[derive(Debug)]
pub struct PageCell {
    /// What is in it.
    pub cell: Cell,
    /// What it opens to; `None` for words.
    pub opens: Option<Opens>,
}

/// What a figure opens to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opens {
    /// One of [`Page::figures`].
    Figure(usize),
    /// A budget line, counted over all years.
    Line(usize),
}

/// What a figure is made of.
#[derive(Debug)]
pub struct FigureTrace {
    /// What it is.
    pub title: String,
    /// How it comes about, in sentences.
    pub sentences: Vec<String>,
    /// The budget lines in it, counted over all years, each with what it gives as plain text, with the currency of the line
    /// where that is another; `None` where nobody knows.
    pub lines: Vec<(usize, Option<String>)>,
}

/// The page that answers a query.
///
/// # Errors
///
/// A basis that cannot be had, or a fault of the frame.
pub fn page<'c>(review: &ReviewReport<'c>) -> Result<Page<'c>, ReportError> {
    let context = review.context;
    let mut figures = Vec::new();
    let of_rows = contributions::of_rows(context);
    let mut tables: Vec<PageTable> = context.in_each().flat_map(across::tables).collect();
    tables.extend(beside(context, |context| Ok(Some(cost::table(context, &of_rows, &mut figures))))?);
    tables.extend(beside(context, |context| Ok(per_victim::table(context, &mut figures)))?);
    tables.extend(beside(context, |context| Ok(Some(lines::table(context, &mut figures)?)))?);
    let citations = Citations::of(context);
    let words = report_words(context, &citations);
    // Marks in explanations are those of the list of sources.
    let cited = citations.ids().map(|id| SourceDocument::new(context.project, id)).collect();
    let (years, currencies) = (context.query.years, context.query.bases().map(|basis| basis.currency).collect());
    let explained =
        ExplainedLines::new(context.project, context.attribution, years, currencies, cited, context.language);
    let findings = review.findings().into_iter();
    let findings =
        findings.map(|finding| PageFinding { words: finding.said(context, &citations), address: finding.address });
    Ok(Page {
        findings: findings.collect(),
        sections: review.sections()?,
        language: context.language,
        title: words.title,
        subtitle: words.subtitle,
        tables,
        notes: words.notes,
        sources: words.sources,
        figures,
        explained,
    })
}

/// A table in every currency asked for: behind each column of money stands the same in the other currencies.
fn beside(
    context: Context<'_>,
    mut make: impl FnMut(Context<'_>) -> Result<Option<PageTable>, BasisFault>,
) -> Result<Option<PageTable>, BasisFault> {
    let mut tables = Vec::new();
    for context in context.in_each() {
        tables.extend(make(context)?.map(|table| (context, table)));
    }
    if let [(context, _)] = *tables.as_slice() {
        let alone = tables.pop().map(|(_, table)| table);
        let in_currency = |columns: Vec<PageColumn>| columns.into_iter().map(|column| column.in_currency(context));
        return Ok(alone.map(|table| PageTable { columns: in_currency(table.columns).collect(), ..table }));
    }
    let Some((_, PageTable { id, caption, is_of_lines, columns, rows })) = tables.first() else { return Ok(None) };
    let (id, caption, is_of_lines) = (id.clone(), caption.clone(), *is_of_lines);
    let aligns: Vec<Align> = columns.iter().map(|column| column.align).collect();
    let kinds: Vec<(RowKind, String)> = rows.iter().map(|row| (row.kind, row.key.clone())).collect();
    let (mut heads, mut rows) = (Vec::new(), Vec::new());
    for (context, table) in tables {
        heads.push(table.columns.into_iter().map(|column| column.in_currency(context)).collect());
        rows.push(table.rows.into_iter());
    }
    let rows = kinds.into_iter().map(|(kind, key)| {
        let cells = rows.iter_mut().filter_map(|rows| Some(rows.next()?.cells)).collect();
        PageRow { kind, key, cells: interleaved(cells, &aligns) }
    });
    let rows = rows.collect();
    Ok(Some(PageTable { id, caption, is_of_lines, columns: interleaved(heads, &aligns), rows }))
}

impl PageColumn {
    /// The column as it stands among those of other currencies.
    fn in_currency(self, context: Context<'_>) -> Self {
        if self.align != Align::Money {
            return self;
        }
        let title = context.say(&context.in_currency(Message::verbatim(self.title)));
        let key = if context.is_beside() { format!("{}-{}", self.key, context.query.basis.currency) } else { self.key };
        Self { key, title, align: self.align }
    }

    fn new(language: Language, key: &str, title: &Message, align: Align) -> Self {
        Self { key: key.to_owned(), title: language.say(title), align }
    }
}

impl PageCell {
    fn words(words: impl Into<String>) -> Self {
        Self { cell: Cell::text(words), opens: None }
    }

    fn line(figure: Option<String>, line: usize) -> Self {
        Self { cell: Cell::figure(figure), opens: Some(Opens::Line(line)) }
    }

    /// A figure, or that nobody knows it, with its trace.
    fn traced(figure: Option<String>, trace: FigureTrace, figures: &mut Vec<FigureTrace>) -> Self {
        figures.push(trace);
        Self { cell: Cell::figure(figure), opens: Some(Opens::Figure(figures.len() - 1)) }
    }
}
