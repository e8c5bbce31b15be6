//! What the script of the page reads: the budget lines, and what every figure is made of, each said once however many
//! figures and languages say it. In: the articles; out: JSON of short lines, one a budget line.
//!
//! `lines` has of each line its cells (a number is one of `words`, text a figure), its form, and the values that its
//! sentences name further; a form has the sentences of each language, each one of `texts`, which name cells and values by
//! their places. `figures` has of each figure its form, its list of lines with what each gives, and its values.

use std::collections::HashMap;
use std::panic::resume_unwind;
use std::thread;

use serde_json::{Value, json};

use super::Article;
use super::parts::{Piece, Values, pieces};
use super::store::{Rows, Store};
use crate::language::Language;
use crate::message;
use crate::render::RenderError;
use crate::render::explain::{Sentence, tell};
use crate::report::page::{Opens, PageCell, PageRow, PageTable};
use crate::report::{Cell, ReportError};

/// Columns whose words stand in sentences, in the order in which they are looked for.
const NAMED: [&str; 3] = ["line", "agency", "funder"];

/// The sentences of one thing in one language.
type Told = Vec<Sentence>;

/// The JSON, in which nothing ends a script or begins a comment.
///
/// # Errors
///
/// Where something cannot be written as JSON.
pub(super) fn data(articles: &[Article]) -> Result<String, RenderError> {
    // Saying every line takes most of the time, and no language needs another.
    let lines: Vec<Vec<Told>> = thread::scope(|scope| {
        let running: Vec<_> = articles.iter().map(|article| scope.spawn(|| told_lines(article))).collect();
        let told = running.into_iter().map(|told| told.join().unwrap_or_else(|panic| resume_unwind(panic)));
        told.collect()
    });
    let figures: Vec<Vec<Told>> = articles.iter().map(told_figures).collect();
    let mut of = Data { articles, often: often(lines.iter().chain(&figures)), ..Data::default() };
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

fn told_lines(Article { page, .. }: &Article) -> Vec<Told> {
    tell(&page.explained, page.language).into_iter().flat_map(|year| year.lines).collect()
}

/// The title of each figure, then its sentences.
fn told_figures(Article { page, .. }: &Article) -> Vec<Told> {
    let told = page.figures.iter().map(|figure| [&figure.title].into_iter().chain(&figure.sentences));
    told.map(|words| words.map(|words| Sentence { depth: 0, words: words.clone() }).collect()).collect()
}

/// How often sentences are said.
fn often<'t>(told: impl Iterator<Item = &'t Vec<Told>>) -> HashMap<&'t str, usize> {
    let mut often = HashMap::new();
    for sentence in told.flatten().flatten() {
        *often.entry(sentence.words.as_str()).or_default() += 1;
    }
    often
}

/// What is said, as it is gathered.
#[derive(Debug, Default)]
struct Data<'a> {
    articles: &'a [Article],
    often: HashMap<&'a str, usize>,
    /// Words of cells: in every language, or one after the other.
    words: Store<Vec<String>>,
    texts: Store<(usize, Vec<Piece>)>,
    /// The texts of each language.
    forms: Store<Vec<Vec<usize>>>,
    /// Lines with what each gives.
    lists: Store<Vec<(usize, Option<String>)>>,
}

impl Data<'_> {
    fn lines(&mut self, told: &[Vec<Told>]) -> Result<String, ReportError> {
        let articles = self.articles;
        let tables: Vec<&PageTable> =
            articles.iter().filter_map(|article| article.page.tables.iter().find(|table| table.is_of_lines)).collect();
        let count = tables.first().map_or(0, |table| table.rows.len());
        let mut out = Rows::new();
        for at in 0..count {
            let rows: Vec<(&PageTable, &PageRow)> =
                tables.iter().filter_map(|table| Some((*table, table.rows.get(at)?))).collect();
            let told: Vec<&[Sentence]> =
                told.iter().map(|lines| lines.get(at).map_or(&[][..], Vec::as_slice)).collect();
            out.push(&self.line(&rows, &told)?);
        }
        Ok(out.done())
    }

    fn line(&mut self, rows: &[(&PageTable, &PageRow)], told: &[&[Sentence]]) -> Result<String, ReportError> {
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

    fn figures(&mut self, told: &[Vec<Told>]) -> Result<String, ReportError> {
        let articles = self.articles;
        let mut out = Rows::new();
        for (at, figure) in articles.first().into_iter().flat_map(|article| &article.page.figures).enumerate() {
            let told: Vec<&[Sentence]> = told.iter().map(|told| told.get(at).map_or(&[][..], Vec::as_slice)).collect();
            let mut values = Values::default();
            let form = self.form(&told, &[], &mut values);
            let list = self.lists.put(figure.lines.clone());
            out.push(&record([form.into(), list.into()], values.own())?);
        }
        Ok(out.done())
    }

    /// The form of what is told in each language. What is told once only is told in pieces.
    fn form(&mut self, told: &[&[Sentence]], names: &[Vec<(usize, &str)>], values: &mut Values) -> usize {
        let mut form = Vec::new();
        for (at, (article, told)) in self.articles.iter().zip(told).enumerate() {
            let names = names.get(at).map_or(&[][..], Vec::as_slice);
            let mut texts = Vec::new();
            for Sentence { depth, words } in *told {
                let pieces = if self.often.get(words.as_str()).is_some_and(|often| *often > 1) {
                    vec![Piece::Words(words.clone())]
                } else {
                    pieces(article.page.language, words, names, values)
                };
                texts.push(self.texts.put((*depth, pieces)));
            }
            form.push(texts);
        }
        self.forms.put(form)
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
