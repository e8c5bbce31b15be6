//! Notes on lines that are not there: expected and not reported, or missing beside those of other years. A line is named
//! once, with its years.

use std::collections::BTreeMap;

use super::NAMED;
use crate::attribution::Dimension;
use crate::domain::{State, Year, year_spans};
use crate::language::{Between, Value};
use crate::message;
use crate::project::Line;
use crate::report::context::Context;

/// The notes of all these years together.
#[must_use]
pub fn of_years(context: Context<'_>, years: &[Year]) -> Vec<String> {
    let not_reported: Vec<(Year, &Line)> = context
        .in_state(State::NotReported)
        .map(|(_, line)| (line.key().year, line))
        .filter(|(year, _)| years.contains(year))
        .collect();
    let gaps = context.project.gaps();
    let missing: Vec<(Year, &Line)> = gaps
        .iter()
        .filter(|(year, _, line)| years.contains(year) && is_taken(context, line))
        .map(|(year, _, line)| (*year, &**line))
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

/// Whether a line is among those taken.
fn is_taken(context: Context<'_>, line: &Line) -> bool {
    let mut lines = context.attribution.taken();
    context.attribution.only.takes_all() || lines.any(|attributed| attributed.line.key() == line.key())
}

/// Each line once; with its years, where more than one year is meant.
fn names(context: Context<'_>, lines: &[(Year, &Line)], years: &[Year]) -> Value {
    let mut years_of: BTreeMap<String, Vec<Year>> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    for (year, line) in lines {
        let name = name(context, line);
        if !order.contains(&name) {
            order.push(name.clone());
        }
        let years = years_of.entry(name).or_default();
        if years.last() != Some(year) {
            years.push(*year);
        }
    }
    let more = order.len().saturating_sub(NAMED);
    let mut named: Vec<Value> = Vec::new();
    for name in order.into_iter().take(NAMED) {
        let spans = years_of.get(&name).map(|years| year_spans(years)).unwrap_or_default();
        named.push(if years.len() > 1 { format!("{name} ({spans})").into() } else { name.into() });
    }
    if more > 0 {
        named.push(message!("and-more", count = more).into());
    }
    Value::list(named, Between::Semicolons)
}

/// A line as a note names it.
pub(super) fn name(context: Context<'_>, line: &Line) -> String {
    let key = line.key();
    let (agency, line) = (context.value(Dimension::Agency, &key.agency), context.value(Dimension::Line, &key.line));
    context.say(&message!("line-of-agency", agency = agency, line = line))
}
