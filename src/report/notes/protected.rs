//! Notes on counts of people that are not shown.

use crate::domain::{Year, year_spans};
use crate::message;
use crate::report::context::Context;
use crate::rules::{Split, Weights};

/// That small counts are not shown, how those that are not stand, and what is in one piece for it.
pub(super) fn told(context: Context<'_>) -> Vec<String> {
    let project = context.project;
    let Some(below) = project.protection.below() else { return Vec::new() };
    let mut notes = vec![context.say(&message!("note-protected", below = below))];
    let splits = project.rules.rules.iter().map(|rule| &rule.split).chain([&project.rules.default_split]);
    let weights: Vec<&Weights> = splits.flat_map(Split::parts).map(|by| &by.weights).collect();
    let mut years: Vec<Year> = context.cost.rows.iter().map(|row| row.year).collect();
    years.dedup();
    years.retain(|year| weights.iter().any(|weights| project.keeps_whole(weights, *year)));
    if !years.is_empty() {
        notes.push(context.say(&message!("note-protected-splits", years = year_spans(&years))));
    }
    notes
}
