//! Lines that should be there: expected twice, expected and not reported, or missing beside those of other years.

use std::collections::BTreeMap;

use super::Subject;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{BudgetLine, ExpectedLine, LineName, Year, year_spans};
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

/// Lines that were expected and have no row: those of the same years in one note.
pub(super) fn not_reported(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let missing = subject.lines().filter(|line| line.is_not_reported());
    for (years, lines) in by_years(missing.map(|line| (line.key().year, line))) {
        let (years, count) = (year_spans(&years), lines.len());
        let names = named(subject, &lines);
        let message = message!("check-not-reported", years = years, count = count, lines = names);
        let help = message!("check-not-reported-fill");
        if let Some(first) = lines.first() {
            diagnostics.push(of_line(first, Code::NotReported, message, help));
        }
    }
}

/// Lines of other years that a year does not have, where the project does not say what it expects: those of the same years
/// in one note.
pub(super) fn missing(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    if !subject.project.has_sound_lines() {
        return;
    }
    for (years, lines) in by_years(subject.project.gaps().iter().map(|(year, line)| (*year, &**line))) {
        let (years, count) = (year_spans(&years), lines.len());
        let names = named(subject, &lines);
        let message = message!("check-line-missing", years = years, count = count, lines = names);
        if let Some(line) = lines.first() {
            diagnostics.push(of_line(line, Code::LineMissing, message, message!("check-line-missing-add")));
        }
    }
}

/// Lines by the years in which they are missing, in the order of the first of these.
fn by_years<'l>(missing: impl Iterator<Item = (Year, &'l BudgetLine)>) -> BTreeMap<Vec<Year>, Vec<&'l BudgetLine>> {
    let mut missing: Vec<(Year, &BudgetLine)> = missing.collect();
    missing.sort_by(|(year, line), (other_year, other)| {
        line.key().cmp_name(other.key()).then_with(|| year.cmp(other_year))
    });
    let mut by_years: BTreeMap<Vec<Year>, Vec<&BudgetLine>> = BTreeMap::new();
    for of_name in missing.chunk_by(|(_, line), (_, other)| line.key().cmp_name(other.key()).is_eq()) {
        let mut years: Vec<Year> = of_name.iter().map(|(year, _)| *year).collect();
        years.dedup();
        by_years.entry(years).or_default().extend(of_name.first().map(|(_, line)| *line));
    }
    by_years
}

fn named(subject: Subject<'_>, lines: &[&BudgetLine]) -> Value {
    let name = |line: &&BudgetLine| subject.project.names.line(&line.key().agency, &line.key().line).into();
    let mut names: Vec<Value> = lines.iter().take(NAMED).map(name).collect();
    let more = lines.len().saturating_sub(NAMED);
    if more > 0 {
        names.push(message!("and-more", count = more).into());
    }
    Value::list(names, Between::Semicolons)
}
