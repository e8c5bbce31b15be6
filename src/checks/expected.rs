//! Lines that should be there: expected twice, expected and not reported, or missing beside those of other years.

use std::collections::BTreeMap;

use super::Subject;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{ExpectedLine, LineName, Year};
use crate::language::{Between, Value};
use crate::message;
use crate::project::of_line;

/// How many lines a note names; beyond it their number stands.
const NAMED: usize = 10;

/// The same line expected twice in a year.
pub(super) fn repeated(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let project = subject.project;
    let mut seen: BTreeMap<(Year, &LineName), &ExpectedLine> = BTreeMap::new();
    for row in project.expected.iter().flatten() {
        let earlier = project.years_of(row).find_map(|year| Some((year, *seen.get(&(year, &row.name))?)));
        if let Some((year, earlier)) = earlier {
            let key = format!("{year} {}", row.name.describe());
            let (file, first) = (&earlier.origin.file, earlier.origin.row.to_string());
            let message = message!("key-repeated", key = key, file = file, row = first);
            let diagnostic = Diagnostic::new(Code::RepeatedKey, message, message!("key-keep-one"));
            diagnostics.push(diagnostic.at(&row.origin).expected(message!("key-once", key = message!("key-expected"))));
        }
        for year in project.years_of(row) {
            seen.entry((year, &row.name)).or_insert(row);
        }
    }
}

/// Lines that were expected and have no row, one note a year.
pub(super) fn not_reported(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let mut by_year: BTreeMap<Year, Vec<_>> = BTreeMap::new();
    for line in subject.lines().filter(|line| line.is_not_reported()) {
        by_year.entry(line.key().year).or_default().push(line);
    }
    for (year, lines) in by_year {
        let names = named(lines.iter().map(|line| line.key().name()), lines.len());
        let message = message!("check-not-reported", year = year, count = lines.len(), lines = names);
        let help = message!("check-not-reported-fill");
        if let Some(first) = lines.first() {
            diagnostics.push(of_line(&first.published, Code::NotReported, message, help));
        }
    }
}

/// Lines of other years that a year does not have, where the project does not say what it expects; one note a year.
pub(super) fn missing(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    if !subject.project.has_sound_lines() {
        return;
    }
    let mut by_year: BTreeMap<Year, Vec<_>> = BTreeMap::new();
    for (year, name, line) in subject.project.gaps() {
        by_year.entry(year).or_default().push((name, line));
    }
    for (year, lines) in by_year {
        let names = named(lines.iter().map(|(name, _)| name.clone()), lines.len());
        let message = message!("check-line-missing", year = year, count = lines.len(), lines = names);
        if let Some((_, line)) = lines.first() {
            diagnostics.push(of_line(&line.published, Code::LineMissing, message, message!("check-line-missing-add")));
        }
    }
}

fn named(lines: impl Iterator<Item = LineName>, count: usize) -> Value {
    let mut names: Vec<Value> = lines.take(NAMED).map(|name| name.describe().into()).collect();
    let more = count.saturating_sub(NAMED);
    if more > 0 {
        names.push(message!("and-more", count = more).into());
    }
    Value::list(names, Between::Semicolons)
}
