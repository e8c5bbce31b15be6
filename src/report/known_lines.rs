//! How many of the lines that a year should have, have an amount. Where the project does not say what a year
//! should have, it is asked of the lines that the year has.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use crate::domain::{LineName, Year, year_spans};
use crate::language::{Between, Message, Value};
use crate::message;

/// The lines of a year, by their names: what is known of each part and state stands in `coverage`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownLines {
    /// How many have a published amount.
    pub known: usize,
    /// How many there are, or should be.
    pub of: usize,
    /// Whether the project says what the year should have.
    pub expected: bool,
}

/// The known lines of each of the years that has any, in order. Lines that are not taken do not count.
#[must_use]
pub fn by_year(context: Context<'_>, years: &[Year]) -> Vec<(Year, KnownLines)> {
    let mut expected: BTreeMap<Year, BTreeSet<&LineName>> = BTreeMap::new();
    for row in context.project.expected.iter().flatten() {
        for year in context.project.years_of(row).filter(|year| years.contains(year)) {
            expected.entry(year).or_default().insert(&row.name);
        }
    }
    let mut names: BTreeMap<Year, BTreeMap<LineName, bool>> = BTreeMap::new();
    for (_, line) in context.lines().filter(|(_, line)| years.contains(&line.key().year)) {
        let name = line.key().name();
        let is_meant = expected.get(&line.key().year).is_none_or(|expected| expected.contains(&name));
        if is_meant {
            *names.entry(line.key().year).or_default().entry(name).or_default() |= line.amount().is_some();
        }
    }
    let coverage = |(year, lines): (Year, BTreeMap<LineName, bool>)| {
        let known = lines.values().filter(|known| **known).count();
        (year, KnownLines { known, of: lines.len(), expected: expected.contains_key(&year) })
    };
    names.into_iter().map(coverage).collect()
}

impl KnownLines {
    /// `5 of 9 expected lines have an amount`.
    #[must_use]
    pub fn words(self) -> Message {
        match self.expected {
            true => message!("coverage-expected", known = self.known, count = self.of),
            false => message!("coverage-lines", known = self.known, count = self.of),
        }
    }
}

/// The known lines of years in one phrase, years that are alike together; `None` where no year has a line.
#[must_use]
pub fn in_words(context: Context<'_>, years: &[Year]) -> Option<Message> {
    let mut alike: Vec<(KnownLines, Vec<Year>)> = Vec::new();
    for (year, coverage) in by_year(context, years) {
        match alike.iter_mut().find(|(known, _)| *known == coverage) {
            Some((_, years)) => years.push(year),
            None => alike.push((coverage, vec![year])),
        }
    }
    match alike.as_slice() {
        [] => None,
        [(coverage, years)] if years.len() == 1 => Some(coverage.words()),
        [(coverage, _)] => Some(message!("coverage-each-year", coverage = coverage.words())),
        several => {
            let spans = several.iter().map(|(coverage, years)| {
                message!("coverage-of-years", years = year_spans(years), coverage = coverage.words())
            });
            Some(message!("coverage-by-years", spans = Value::list(spans, Between::Semicolons)))
        }
    }
}
