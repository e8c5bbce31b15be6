//! What the script of the page reads: the budget lines, and what every figure is made of, each said once however many
//! figures and languages say it. In: the articles; out: JSON of short lines, one a budget line.
//!
//! `lines` has of each line its cells (a number is one of `words`, text a figure), its form, and the values that its
//! sentences name further; a form has the sentences of each language, each one of `texts`, which name cells and values by
//! their places. `figures` has of each figure its form, its list of lines with what each gives, and its values.

use std::panic::resume_unwind;
use std::thread;

use serde::Serialize;
use serde_json::{Value, json};

use super::Article;
use super::pattern::Said;
use super::sayings::Sayings;
use super::store::{Rows, Store};
use super::told::{Text, Told};
use super::values::Values;
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
    let mut of = Data { articles, ..Data::default() };
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
    let whole = [
        ("languages", json!(languages).to_string()),
        ("close", close.to_string()),
        ("more", more.to_string()),
        ("marks", marks.to_string()),
        ("words", of.words.rows()?),
        ("texts", of.texts.rows()?),
        ("forms", of.forms.rows()?),
        ("lists", of.lists.rows()?),
        ("figures", figures),
        ("lines", lines),
    ];
    let mut json = String::with_capacity(whole.iter().map(|(name, value)| name.len() + value.len() + 5).sum());
    for (name, value) in &whole {
        json.push_str(if json.is_empty() { "{\"" } else { ",\n\"" });
        json.push_str(name);
        json.push_str("\":");
        json.push_str(value);
    }
    json.push('}');
    Ok(if json.contains('<') { json.replace('<', "\\u003c") } else { json })
}

fn told_lines(Article { page, .. }: &Article<'_>) -> Result<Sayings, ReportError> {
    let mut told = Sayings::new(page.language);
    let table = page.tables.iter().find(|table| table.is_of_lines);
    let mut rows = table.into_iter().flat_map(names_of_rows);
    tell_lines(&page.explained, page.language, |sentences| {
        let names: Vec<&str> = rows.next().into_iter().flatten().map(|(_, name)| name).collect();
        told.push(sentences.iter().map(|sentence| (sentence.depth, Said::Message(&sentence.says, &names))));
    })?;
    Ok(told)
}

/// The title of each figure, then its sentences.
fn told_figures(Article { page, .. }: &Article<'_>) -> Sayings {
    let mut told = Sayings::new(page.language);
    for figure in &page.figures {
        told.push([&figure.title].into_iter().chain(&figure.sentences).map(|words| (0, Said::Words(words))));
    }
    told
}

/// What is said, as it is gathered.
#[derive(Debug, Default)]
struct Data<'a> {
    articles: &'a [Article<'a>],
    /// Words of cells: in every language, or one after the other.
    words: Store<Vec<String>>,
    /// Of each column the words of the last cell, in every language, and their number.
    last: Vec<(Vec<&'a str>, usize)>,
    texts: Store<Text>,
    /// The texts of each language.
    forms: Store<Vec<Vec<usize>>>,
    /// Lines with what each gives.
    lists: Store<Vec<(usize, Option<String>)>>,
}

/// A cell of a line: the number of its words, or a figure, with what it opens to where that is not its line.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum LineCell<'c> {
    Words(usize),
    Figure(Option<&'c str>),
    Traced(Option<&'c str>, usize),
}

impl<'a> Data<'a> {
    fn lines(&mut self, said: &'a [Sayings]) -> Result<String, ReportError> {
        let tables: Vec<&PageTable> = self
            .articles
            .iter()
            .filter_map(|article| article.page.tables.iter().find(|table| table.is_of_lines))
            .collect();
        let mut names: Vec<_> = tables.iter().map(|table| names_of_rows(table)).collect();
        let mut told: Vec<Told<'_>> = said.iter().map(Told::new).collect();
        let count = tables.first().map_or(0, |table| table.rows.len());
        let mut out = Rows::new();
        for at in 0..count {
            let rows: Vec<(&PageTable, &PageRow)> =
                tables.iter().filter_map(|table| Some((*table, table.rows.get(at)?))).collect();
            let names: Vec<Vec<(usize, &str)>> = names.iter_mut().filter_map(Iterator::next).collect();
            out.push(&self.line(&rows, &names, (&mut told, at))?);
        }
        Ok(out.done())
    }

    fn line(
        &mut self,
        rows: &[(&'a PageTable, &'a PageRow)],
        names: &[Vec<(usize, &str)>],
        told: (&mut [Told<'a>], usize),
    ) -> Result<String, ReportError> {
        let Some((table, first)) = rows.first() else { return Ok("[]".to_owned()) };
        let (mut cells, mut known) = (Vec::new(), Vec::new());
        for (at, (column, cell)) in table.columns.iter().zip(&first.cells).enumerate() {
            if column.align.is_right() {
                cells.push(figure_cell(cell));
                known.push(cell.cell.plain());
            } else {
                cells.push(LineCell::Words(self.word(at, rows)));
                known.push(None);
            }
        }
        let mut values = Values::new(known);
        let form = self.form(told, names, &mut values);
        record(&cells, form, values.own())
    }

    /// The number of the words of a column, which most lines have in common with the line before.
    fn word(&mut self, column: usize, rows: &[(&'a PageTable, &'a PageRow)]) -> usize {
        let words = || rows.iter().map(|(_, row)| word(row, column));
        if let Some((last, number)) = self.last.get(column)
            && last.iter().copied().eq(words())
        {
            return *number;
        }
        let words: Vec<&str> = words().collect();
        let number = self.words.put(in_each(&words));
        self.last.resize_with(self.last.len().max(column + 1), Default::default);
        if let Some(last) = self.last.get_mut(column) {
            *last = (words, number);
        }
        number
    }

    fn figures(&mut self, said: &'a [Sayings]) -> Result<String, ReportError> {
        let articles = self.articles;
        let mut told: Vec<Told<'_>> = said.iter().map(Told::new).collect();
        let mut out = Rows::new();
        for (at, figure) in articles.first().into_iter().flat_map(|article| &article.page.figures).enumerate() {
            let mut values = Values::default();
            let form = self.form((&mut told, at), &[], &mut values);
            let list = self.lists.put(figure.lines.clone());
            out.push(&record(&form, list, values.own())?);
        }
        Ok(out.done())
    }

    /// The form of what one thing tells in each language.
    fn form(
        &mut self,
        (told, thing): (&mut [Told<'a>], usize),
        names: &[Vec<(usize, &str)>],
        values: &mut Values<'a>,
    ) -> usize {
        let mut form = Vec::new();
        for (at, told) in told.iter_mut().enumerate() {
            let names = names.get(at).map_or(&[][..], Vec::as_slice);
            form.push(told.texts(thing, names, values, &mut self.texts));
        }
        self.forms.put(form)
    }
}

fn figure_cell(cell: &PageCell) -> LineCell<'_> {
    match cell.opens {
        Some(Opens::Figure(figure)) => LineCell::Traced(cell.cell.plain(), figure),
        Some(Opens::Line(_)) | None => LineCell::Figure(cell.cell.plain()),
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
fn in_each(words: &[&str]) -> Vec<String> {
    let is_one = words.windows(2).all(|two| two.first() == two.last());
    words.iter().take(if is_one { 1 } else { usize::MAX }).map(|words| (*words).to_owned()).collect()
}

/// Words of each row of a table that its sentences may name, with their places.
fn names_of_rows(table: &PageTable) -> impl Iterator<Item = Vec<(usize, &str)>> {
    let place = |key: &&str| table.columns.iter().position(|column| column.key == **key);
    let places: Vec<usize> = NAMED.iter().filter_map(place).collect();
    table.rows.iter().map(move |row| {
        let named = places.iter().map(|place| (*place, word(row, *place)));
        named.filter(|(_, words)| words.chars().nth(1).is_some()).collect()
    })
}

/// A record: what it begins with, a number, then values.
fn record(begins: &impl Serialize, number: usize, values: &[&str]) -> Result<String, ReportError> {
    let mut out = format!("[{},{number}", serde_json::to_string(begins)?);
    for value in values {
        out.push(',');
        out.push_str(&serde_json::to_string(value)?);
    }
    out.push(']');
    Ok(out)
}
