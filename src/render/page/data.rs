//! What the script of the page reads: the budget lines, and what every figure is made of, each said once however many
//! figures and languages say it. In: the articles; out: JSON of short lines, one a budget line.
//!
//! `lines` has of each line its cells (a number is one of `words`, text a figure), its form, and the values that its
//! sentences name further; a form has the sentences of each language, each one of `texts`, which name cells and values by
//! their places. `figures` has of each figure its form, its list of lines with what each gives, and its values.

use std::panic::resume_unwind;
use std::thread;

use serde_json::{Value, json};

use super::Article;
use super::parts::{Piece, Values, pieces};
use super::sayings::{Sayings, Sentence};
use super::store::{Rows, Store};
use crate::language::Language;
use crate::message;
use crate::render::RenderError;
use crate::render::explain::tell_lines;
use crate::report::page::{Opens, PageCell, PageRow, PageTable};
use crate::report::{Cell, ReportError};

/// Columns whose words stand in sentences, in the order in which they are looked for.
const NAMED: [&str; 3] = ["line", "agency", "funder"];

/// The JSON, in which nothing ends a script or begins a comment.
///
/// # Errors
///
/// Where something cannot be written as JSON.
pub(super) fn data(articles: &[Article<'_>]) -> Result<String, RenderError> {
    // Saying every line takes most of the time, and no language needs another.
    let lines: Result<Vec<Sayings>, ReportError> = thread::scope(|scope| {
        let running: Vec<_> = articles.iter().map(|article| scope.spawn(|| told_lines(article))).collect();
        running.into_iter().map(|told| told.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    });
    let lines = lines?;
    let figures: Vec<Sayings> = articles.iter().map(told_figures).collect();
    let said: Vec<&Sayings> = lines.iter().chain(&figures).collect();
    let mut of = Data { articles, said: &said, ..Data::default() };
    let lines = of.lines(&lines)?;
    let figures = of.figures(&figures)?;
    let each = |say: &dyn Fn(Language) -> Value| -> Value {
        let languages =
            articles.iter().map(|Article { page, .. }| (page.language.word().to_owned(), say(page.language)));
        languages.collect::<serde_json::Map<_, _>>().into()
    };
    let languages: Vec<&str> = articles.iter().map(|article| article.page.language.word()).collect();
    let close = each(&|language| language.say(&message!("page-close")).into());
    let more = each(&|language| language.say(&message!("page-more-rows", count = "%1")).into());
    let marks = each(&|language| {
        let marks = language.marks();
        json!([marks.group, marks.decimal, marks.from])
    });
    let json = format!(
        "{{\"languages\":{},\n\"close\":{close},\n\"more\":{more},\n\"marks\":{marks},\n\"words\":{},\n\"texts\":{},\n\"forms\":{},\n\
         \"lists\":{},\n\"figures\":{figures},\n\"lines\":{lines}}}",
        json!(languages),
        of.words.rows()?,
        of.texts.rows()?,
        of.forms.rows()?,
        of.lists.rows()?,
    );
    Ok(json.replace('<', "\\u003c"))
}

fn told_lines(Article { page, .. }: &Article<'_>) -> Result<Sayings, ReportError> {
    let mut told = Sayings::default();
    tell_lines(&page.explained, page.language, |sentences| {
        told.push(sentences.iter().map(|sentence| (sentence.depth, sentence.words.as_str())));
    })?;
    Ok(told)
}

/// The title of each figure, then its sentences.
fn told_figures(Article { page, .. }: &Article<'_>) -> Sayings {
    let mut told = Sayings::default();
    for figure in &page.figures {
        told.push([&figure.title].into_iter().chain(&figure.sentences).map(|words| (0, words.as_str())));
    }
    told
}

/// What is said, as it is gathered.
#[derive(Debug, Default)]
struct Data<'a> {
    articles: &'a [Article<'a>],
    /// All that is said, in every language.
    said: &'a [&'a Sayings],
    /// Words of cells: in every language, or one after the other.
    words: Store<Vec<String>>,
    texts: Store<(usize, Vec<Piece>)>,
    /// The texts of each language.
    forms: Store<Vec<Vec<usize>>>,
    /// Lines with what each gives.
    lists: Store<Vec<(usize, Option<String>)>>,
}

impl Data<'_> {
    fn lines(&mut self, told: &[Sayings]) -> Result<String, ReportError> {
        let articles = self.articles;
        let tables: Vec<&PageTable> =
            articles.iter().filter_map(|article| article.page.tables.iter().find(|table| table.is_of_lines)).collect();
        let count = tables.first().map_or(0, |table| table.rows.len());
        let mut out = Rows::new();
        for at in 0..count {
            let rows: Vec<(&PageTable, &PageRow)> =
                tables.iter().filter_map(|table| Some((*table, table.rows.get(at)?))).collect();
            out.push(&self.line(&rows, (told, at))?);
        }
        Ok(out.done())
    }

    fn line(&mut self, rows: &[(&PageTable, &PageRow)], told: (&[Sayings], usize)) -> Result<String, ReportError> {
        let Some((table, first)) = rows.first() else { return Ok("[]".to_owned()) };
        let (mut cells, mut known) = (Vec::new(), Vec::new());
        for (at, (column, cell)) in table.columns.iter().zip(&first.cells).enumerate() {
            if column.align.is_right() {
                cells.push(figure_cell(cell));
                known.push(cell.cell.plain().map(str::to_owned));
            } else {
                cells.push(self.words.put(in_each(rows.iter().map(|(_, row)| word(row, at)).collect())).into());
                known.push(None);
            }
        }
        let names: Vec<Vec<(usize, &str)>> = rows.iter().map(|(table, row)| names(table, row)).collect();
        let mut values = Values::new(known);
        let form = self.form(told, &names, &mut values);
        record([Value::from(cells), form.into()], values.own())
    }

    fn figures(&mut self, told: &[Sayings]) -> Result<String, ReportError> {
        let articles = self.articles;
        let mut out = Rows::new();
        for (at, figure) in articles.first().into_iter().flat_map(|article| &article.page.figures).enumerate() {
            let mut values = Values::default();
            let form = self.form((told, at), &[], &mut values);
            let list = self.lists.put(figure.lines.clone());
            out.push(&record([form.into(), list.into()], values.own())?);
        }
        Ok(out.done())
    }

    /// The form of what one thing tells in each language. What is told once only is told in pieces.
    fn form(&mut self, (told, thing): (&[Sayings], usize), names: &[Vec<(usize, &str)>], values: &mut Values) -> usize {
        let mut form = Vec::new();
        for (at, (article, told)) in self.articles.iter().zip(told).enumerate() {
            let names = names.get(at).map_or(&[][..], Vec::as_slice);
            let mut texts = Vec::new();
            for Sentence { depth, words } in told.of(thing) {
                let pieces = if self.is_said_often(words) {
                    vec![Piece::Words(words.to_owned())]
                } else {
                    pieces(article.page.language, words, names, values)
                };
                texts.push(self.texts.put((depth, pieces)));
            }
            form.push(texts);
        }
        self.forms.put(form)
    }

    fn is_said_often(&self, words: &str) -> bool {
        self.said.iter().map(|said| said.times(words)).sum::<u32>() > 1
    }
}

/// A figure, or null; with what it opens to where that is not its line.
fn figure_cell(cell: &PageCell) -> Value {
    match cell.opens {
        Some(Opens::Figure(figure)) => json!([cell.cell.plain(), figure]),
        Some(Opens::Line(_)) | None => json!(cell.cell.plain()),
    }
}

/// The words of a cell.
fn word(row: &PageRow, at: usize) -> &str {
    match row.cells.get(at).map(|cell| &cell.cell) {
        Some(Cell::Text(words)) => words,
        Some(Cell::Blank | Cell::Figure(_) | Cell::Unknown) | None => "",
    }
}

/// What is alike in every language is said once.
fn in_each(words: Vec<&str>) -> Vec<String> {
    let is_one = words.windows(2).all(|two| two.first() == two.last());
    words.into_iter().take(if is_one { 1 } else { usize::MAX }).map(str::to_owned).collect()
}

/// Words of a row that its sentences may name, with their places.
fn names<'r>(table: &PageTable, row: &'r PageRow) -> Vec<(usize, &'r str)> {
    let place = |key: &&str| table.columns.iter().position(|column| column.key == **key);
    let named = NAMED.iter().filter_map(place).map(|place| (place, word(row, place)));
    named.filter(|(_, words)| words.chars().count() > 1).collect()
}

/// A record: what it begins with, then values.
fn record<const N: usize>(begins: [Value; N], values: &[String]) -> Result<String, ReportError> {
    let all: Vec<Value> = begins.into_iter().chain(values.iter().map(|value| value.as_str().into())).collect();
    Ok(serde_json::to_string(&all)?)
}
