//! Notes on lines that are not there: expected and not reported, or missing beside those of other years. A line is named
//! once, with its years.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::NAMED;
use crate::attribution::Dimension;
use crate::domain::{BudgetLine, LineKey, State, Year, year_spans};
use crate::language::{Between, Value};
use crate::message;
use crate::report::context::Context;

/// The notes of all these years together.
#[must_use]
pub fn of_years(context: Context<'_>, years: &[Year]) -> Vec<String> {
    let not_reported: Vec<(Year, &BudgetLine)> = context
        .in_state(State::NotReported)
        .map(|(_, line)| (line.key().year, line))
        .filter(|(year, _)| years.contains(year))
        .collect();
    let taken = Taken::of(context);
    let missing: Vec<(Year, &BudgetLine)> = context
        .project
        .gaps()
        .iter()
        .filter(|(year, line)| years.contains(year) && taken.has(line))
        .map(|(year, line)| (*year, &**line))
        .collect();
    let mut notes = Vec::new();
    if !not_reported.is_empty() {
        let lines = names(context, &not_reported, years);
        notes.push(context.say(&message!("note-not-reported", lines = lines)));
    }
    if !missing.is_empty() {
        let lines = names(context, &missing, years);
        notes.push(context.say(&message!("note-line-missing", lines = lines)));
    }
    notes
}

/// The lines that are taken.
enum Taken<'c> {
    All,
    Only(HashSet<&'c LineKey, RandomState>),
}

impl<'c> Taken<'c> {
    fn of(context: Context<'c>) -> Self {
        let attribution = context.attribution;
        if attribution.only.takes_all() {
            return Self::All;
        }
        Self::Only(attribution.taken().map(|attributed| attributed.line.key()).collect())
    }

    fn has(&self, line: &BudgetLine) -> bool {
        match self {
            Self::All => true,
            Self::Only(keys) => keys.contains(line.key()),
        }
    }
}

/// Each line once; with its years, where more than one year is meant.
fn names(context: Context<'_>, lines: &[(Year, &BudgetLine)], years: &[Year]) -> Value {
    let mut places: HashMap<(&str, &str), usize, RandomState> = HashMap::default();
    let mut in_order: Vec<(&BudgetLine, Vec<Year>)> = Vec::new();
    for (year, line) in lines {
        let key = line.key();
        let place = *places.entry((&*key.agency, &*key.line)).or_insert(in_order.len());
        match in_order.get_mut(place) {
            Some((_, years)) if years.last() == Some(year) => {}
            Some((_, years)) => years.push(*year),
            None => in_order.push((*line, vec![*year])),
        }
    }
    let more = in_order.len().saturating_sub(NAMED);
    let mut named: Vec<Value> = Vec::new();
    for (line, its_years) in in_order.into_iter().take(NAMED) {
        let name = name(context, line);
        named.push(if years.len() > 1 { format!("{name} ({})", year_spans(&its_years)).into() } else { name.into() });
    }
    if more > 0 {
        named.push(message!("and-more", count = more).into());
    }
    Value::list(named, Between::Semicolons)
}

/// A line as a note names it.
pub(super) fn name(context: Context<'_>, line: &BudgetLine) -> String {
    let key = line.key();
    let (agency, line) = (context.value(Dimension::Agency, &key.agency), context.value(Dimension::Line, &key.line));
    context.say(&message!("line-of-agency", agency = agency, line = line))
}
