//! `expected` of a project that is carried on: what it expected, and every line that it has from the year to fill on. Older
//! years expect what they did, so that nothing of them changes.

use std::collections::BTreeMap;

use super::table::Table;
use crate::domain::{BudgetLine, Financing, Label, LineName, Year};
use crate::ingest::InputName;
use crate::language::Language;
use crate::message;
use crate::project::Project;

const HEADER: [&str; 9] = ["input", "from", "to", "agency", "funder", "label", "line", "function", "area"];

/// The rows, and how many lines the year to fill should have.
pub(super) struct ExpectedRows {
    pub(super) table: Table,
    pub(super) of_the_year: usize,
}

/// The rows of `expected`.
pub(super) fn rows(project: &Project, to_fill: Year, language: Language) -> ExpectedRows {
    let mut rows = Vec::new();
    // Each line with the first of its published rows in the last year that has any.
    let mut lines: BTreeMap<LineName, &BudgetLine> = BTreeMap::new();
    for line in &project.lines {
        lines.insert(line.key().name(), line);
    }
    let mut of_the_year = 0;
    for row in project.expected.iter().flatten() {
        let reaches = row.to.is_none_or(|to| to >= to_fill);
        of_the_year += usize::from(row.from <= to_fill && reaches);
        if reaches && row.from <= to_fill {
            lines.remove(&row.name);
        }
        rows.push(cells(&row.name, input_of(&row.name), row.from, row.to, &row.note));
    }
    for (name, line) in lines {
        let later = project.expected.iter().flatten().filter(|row| row.name == name && row.from > to_fill);
        let to = later.filter_map(|row| Year::parse(&(row.from.number() - 1).to_string())).min();
        let input = InputName::with_rows(line.rows()).first().map_or_else(|| input_of(&name), |input| input.word());
        let note = language.say(&message!("carried-last-row", year = line.key().year));
        rows.push(cells(&name, input, to_fill, to, &note));
        of_the_year += 1;
    }
    let header = HEADER.into_iter().chain(project.dimensions.iter().map(AsRef::as_ref)).chain(["note"]);
    ExpectedRows { table: Table::new(header.map(str::to_owned).collect(), rows), of_the_year }
}

/// The input whose defaults a line has; all else is written out.
fn input_of(name: &LineName) -> &'static str {
    match (name.financing, name.label) {
        (Financing::External, _) => InputName::External.word(),
        (Financing::State, Label::Unlabelled) => InputName::Agencies.word(),
        (Financing::State, Label::Labelled) => InputName::Budget.word(),
    }
}

fn cells(name: &LineName, input: &str, from: Year, to: Option<Year>, note: &str) -> Vec<String> {
    let to = to.map(|to| to.to_string()).unwrap_or_default();
    let own = name.own.iter().map(|value| value.to_string());
    let mut cells = vec![
        input.to_owned(),
        from.to_string(),
        to,
        name.agency.to_string(),
        name.funder.to_string(),
        name.label.word().to_owned(),
        name.line.to_string(),
        name.function.to_string(),
        name.area.to_string(),
    ];
    cells.extend(own);
    cells.push(note.to_owned());
    cells
}
