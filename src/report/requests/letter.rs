//! The letter that goes with a book: what is asked, why, by when, how to answer, in each language.

use serde::Serialize;

use super::AgencyRequest;
use super::book::Asked;
use super::item::Item;
use super::words::{LinesByName, Words};
use crate::domain::Year;
use crate::language::Language;
use crate::message;
use crate::project::Project;
use crate::report::year_spans;

/// A letter, its languages one after the other.
#[derive(Debug, Serialize)]
pub struct Letter {
    /// What it is called as a document.
    pub title: String,
    /// The language that stands first.
    pub locale: &'static str,
    /// The texts.
    pub texts: Vec<LetterText>,
}

/// A letter in one language.
#[derive(Debug, Serialize)]
pub struct LetterText {
    /// Its language, for spelling.
    pub locale: &'static str,
    /// Whom it is to.
    pub to: String,
    /// The line for number and date.
    pub reference: String,
    /// The subject.
    pub subject: String,
    /// What stands before the table.
    pub before: Vec<String>,
    /// The heads of the table.
    pub heads: [String; 3],
    /// What is asked: what, years, unit.
    pub rows: Vec<[String; 3]>,
    /// What stands behind the table.
    pub behind: Vec<String>,
    /// The line for the name of who asks.
    pub signature: String,
}

/// The letter to an agency, `first` its first language.
#[must_use]
pub fn letter(project: &Project, request: &AgencyRequest, asked: &Asked, first: Language) -> Letter {
    let mut languages = Language::ALL;
    languages.sort_by_key(|language| *language != first);
    let texts: Vec<LetterText> =
        languages.into_iter().map(|language| text(project, request, asked, language)).collect();
    let title = texts.first().map(|text| text.subject.clone()).unwrap_or_default();
    Letter { title, locale: first.locale(), texts }
}

fn text(project: &Project, request: &AgencyRequest, asked: &Asked, language: Language) -> LetterText {
    let words = Words { project, language, lines: &LinesByName::default() };
    let say = |message| language.say(&message);
    let agency = words.called("agency", &request.agency);
    let book = request.book_name();
    let reference = if asked.asked.is_empty() {
        say(message!("letter-reference"))
    } else {
        say(message!("letter-reference-dated", date = language.date(&asked.asked)))
    };
    let due = if asked.due.is_empty() {
        say(message!("letter-answer", file = &book))
    } else {
        say(message!("letter-answer-due", file = &book, due = language.date(&asked.due)))
    };
    LetterText {
        locale: language.locale(),
        to: say(message!("letter-to", agency = agency)),
        reference,
        subject: say(message!("letter-subject")),
        before: vec![
            say(message!("letter-greeting")),
            say(message!("letter-why", project = project.title_in(language))),
            say(message!("letter-what", count = request.items.len())),
        ],
        heads: [
            say(message!("letter-head-what")),
            say(message!("letter-head-years")),
            say(message!("letter-head-unit")),
        ],
        rows: rows(&words, &request.items),
        behind: vec![
            due,
            say(message!("letter-zero")),
            say(message!("letter-source")),
            say(message!("letter-use")),
            say(message!("letter-thanks")),
        ],
        signature: say(message!("letter-signature")),
    }
}

/// Items alike in all but the year, with their years.
fn rows(words: &Words<'_>, items: &[Item]) -> Vec<[String; 3]> {
    let mut found: Vec<(String, String, Vec<Year>)> = Vec::new();
    for item in items {
        let (what, unit) = (words.what(item), words.unit(item));
        match found.iter_mut().find(|(known, of, _)| *known == what && *of == unit) {
            Some((.., years)) => years.push(item.year),
            None => found.push((what, unit, vec![item.year])),
        }
    }
    let rows = found.into_iter().map(|(what, unit, mut years)| {
        years.sort();
        years.dedup();
        [what, year_spans(&years).replace('-', "\u{2013}"), unit]
    });
    rows.collect()
}
