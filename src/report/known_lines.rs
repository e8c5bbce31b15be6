//! How many of the lines that a year should have, have an amount. Where the project does not say what a year
//! should have, it is asked of the lines that the year has.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use crate::domain::{BudgetLine, LineKey, LineName, Year, year_spans};
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
    let lines = context.lines().map(|(_, line)| line).filter(|line| {
        let of_year = expected.get(&line.key().year);
        years.contains(&line.key().year) && of_year.is_none_or(|expected| expected.contains(&line.key().name()))
    });
    // Lines are in the order of the ledger, which is nearly that of their names.
    let mut lines: Vec<&BudgetLine> = lines.collect();
    let by_name = |one: &LineKey, other: &LineKey| one.year.cmp(&other.year).then_with(|| one.cmp_name(other));
    lines.sort_by(|one, other| by_name(one.key(), other.key()));
    let mut found: Vec<(Year, KnownLines)> = Vec::new();
    for of_name in lines.chunk_by(|one, other| by_name(one.key(), other.key()).is_eq()) {
        let Some(first) = of_name.first() else { continue };
        let is_known = of_name.iter().any(|line| line.amount().is_some());
        let year = first.key().year;
        match found.last_mut().filter(|(last, _)| *last == year) {
            Some((_, lines)) => {
                lines.of += 1;
                lines.known += usize::from(is_known);
            }
            None => found.push((
                year,
                KnownLines { known: usize::from(is_known), of: 1, expected: expected.contains_key(&year) },
            )),
        }
    }
    found
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
