//! Needed columns that nothing gives yet: what could give each, the likeliest first.

use super::answer::Answer;
use super::content::Content;
use super::file_name;
use super::{Question, Seen};
use crate::diagnostics::Code;
use crate::domain::clean_text;
use crate::ingest::dialect::{Dialect, folded};
use crate::ingest::draft::words_of;
use crate::ingest::header::Columns;
use crate::ingest::open::Look;
use crate::ingest::top::is_given;
use crate::ingest::years;
use crate::message;

/// Most columns that are offered for one of ours.
const OFFERED: usize = 6;

/// Stands for a year that nobody knows; no year, so that a line copied unread is refused.
pub const SOME_YEAR: &str = "YYYY";

/// A question for each needed column that a dialect does not give.
pub fn questions(path: &str, look: &Look, seen: &[Seen], columns: Columns<'_>, dialect: &Dialect) -> Vec<Question> {
    let names: Vec<String> = look.top.names.iter().map(|name| folded(name)).collect();
    let is_yearly = |column: &str| Some(column) == columns.yearly;
    let given = |column: &str| {
        is_given(column, dialect)
            || dialect.mapped(column).is_some()
            || dialect.joined(column).is_some()
            || (names.iter().any(|name| name == column) && !dialect.ignore.iter().any(|name| folded(name) == column))
            || (is_yearly(column) && !dialect.amounts.is_empty())
            || (dialect.years_as_columns && (is_yearly(column) || column == "year"))
    };
    let open = columns.needed.iter().filter(|column| !given(column));
    open.map(|column| Question {
        id: format!("column {column}"),
        code: Code::MissingColumn,
        what: message!("survey-column-open", column = *column),
        row: None,
        found: None,
        count: 1,
        answers: answers(column, path, look, seen, is_yearly(column)),
    })
    .collect()
}

fn answers(column: &str, path: &str, look: &Look, seen: &[Seen], is_yearly: bool) -> Vec<Answer> {
    let mapped = |seen: &Seen| Answer::column(column, &seen.place);
    let free = || seen.iter().filter(|seen| seen.taken.is_empty());
    let of_content = |is: fn(Content) -> bool| free().filter(move |seen| is(seen.content)).take(OFFERED).map(mapped);
    match column {
        "year" => {
            let years = of_content(|content| matches!(content, Content::Dates | Content::Years));
            let name = file_name::pattern_of(path).map(|pattern| Answer::text("from_name", pattern));
            let above = year_above(look).unwrap_or_else(|| SOME_YEAR.to_owned());
            years.chain(name).chain([Answer::of("constants", column, above)]).collect()
        }
        _ if is_yearly || column == "value" => {
            let mut numbers: Vec<&Seen> =
                free().filter(|seen| matches!(seen.content, Content::Numbers | Content::Years)).collect();
            numbers.sort_by_key(|seen| (u8::from(!begins_as(seen, column)), numbers_first(seen)));
            numbers.into_iter().take(OFFERED).map(mapped).collect()
        }
        "line" => {
            let mut words: Vec<(usize, &Seen)> = free()
                .filter_map(|seen| match seen.content {
                    Content::Words(distinct) => Some((distinct, seen)),
                    _ => None,
                })
                .collect();
            // What there is most of names lines.
            words.sort_by_key(|(distinct, _)| std::cmp::Reverse(*distinct));
            let words = words.into_iter().take(OFFERED).map(|(_, seen)| mapped(seen));
            words.chain([Answer::of("constants", column, "LINE")]).collect()
        }
        _ => {
            let words = of_content(|content| matches!(content, Content::Words(_)));
            std::iter::once(Answer::of("constants", column, column.to_uppercase())).chain(words).collect()
        }
    }
}

fn begins_as(seen: &Seen, column: &str) -> bool {
    let name = folded(&seen.name);
    words_of(column).iter().any(|word| name.starts_with(word))
}

/// Columns headed with words before those headed with codes, and what is a code itself last.
fn numbers_first(seen: &Seen) -> u8 {
    let name = folded(&seen.name);
    let is_code = ["id", "no", "№", "код", "code", "index", "номер", "number"].iter().any(|word| {
        name.ends_with(word) || name.starts_with(&format!("{word} ")) || name.starts_with(&format!("{word}_"))
    });
    if is_code { 2 } else { u8::from(!seen.name.contains(char::is_alphabetic)) }
}

/// The one year that stands above the header or in it, if just one does.
fn year_above(look: &Look) -> Option<String> {
    let above = look.top.above.iter().flat_map(|(_, cells)| cells);
    let mut found: Vec<String> = Vec::new();
    for cell in above.chain(&look.top.names) {
        let text = clean_text(cell);
        let year = years::of_head(&text).or_else(|| text.split([' ', '(', ')', ',']).find_map(years::of_head));
        found.extend(year.map(|year| year.to_string()).filter(|year| !found.contains(year)));
    }
    if found.len() == 1 { found.pop() } else { None }
}
