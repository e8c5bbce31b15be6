//! From the names of a header and a dialect to layouts and steps: where each column of the input comes from, and what is
//! wrong with that.

mod faults;

use std::sync::Arc;

use super::amounts::Scale;
use super::dialect::{Dialect, Entry, Place, RowTest, Totals, Unit, folded};
use super::header::{Columns, Header};
use super::record::CellKind;
use super::steps::{From, SectionRows, Step, Steps, Test};
use super::top::Top;
use super::years::{self, YearFault};
use crate::diagnostics::Diagnostics;
use crate::domain::clean_text;
use faults::Faults;

/// Where the columns of an input come from.
#[derive(Debug)]
pub struct Resolved {
    /// One layout, or one for each column of amounts.
    pub layouts: Vec<Header>,
    /// What becomes of a row before it is handed on; `None` where it is handed on as it stands.
    pub steps: Option<Arc<Steps>>,
}

/// What a table is resolved with.
#[derive(Clone, Copy)]
pub struct Head<'t> {
    /// The file, for messages.
    pub file: &'t Arc<str>,
    /// Its path.
    pub key: &'t str,
    /// Its top.
    pub top: &'t Top,
    /// The first rows below it.
    pub data: &'t [Vec<String>],
    /// Between cells, for the header as it is shown.
    pub delimiter: &'t str,
}

/// A column of amounts: its cell, what it says of other columns, its scale.
struct AmountColumn {
    cell: usize,
    says: Vec<(String, String)>,
    scale: Scale,
}

/// The layouts of a table; `None` after diagnostics where its rows cannot be read.
pub fn resolve<'t>(
    head: Head<'t>,
    columns: Columns<'t>,
    dialect: &'t Dialect,
    diagnostics: &mut Diagnostics,
) -> Option<Resolved> {
    let mut resolver = Resolver {
        names: head.top.names.iter().map(|name| folded(name)).collect(),
        used: vec![false; head.top.names.len()],
        given: Vec::new(),
        faults: Faults::new(head, columns, dialect, diagnostics),
        columns,
        dialect,
        tests: 0,
    };
    let resolved = resolver.resolve();
    let Resolver { used, given, faults, .. } = resolver;
    faults.finish(&used, &given).then_some(resolved)
}

struct Resolver<'t, 'd> {
    /// Folded names of the file.
    names: Vec<String>,
    /// Whether each column of the file is used.
    used: Vec<bool>,
    /// Columns of the input that a column of the file gives.
    given: Vec<String>,
    faults: Faults<'t, 'd>,
    columns: Columns<'t>,
    dialect: &'t Dialect,
    tests: usize,
}

impl Resolver<'_, '_> {
    fn resolve(&mut self) -> Resolved {
        let constants = self.constants();
        let amounts = self.amounts();
        let sections = self.sections();
        let yearly = self.columns.yearly;
        let of_amounts = |column: &str| !amounts.is_empty() && Some(column) == yearly;
        let said = |column: &str| amounts.iter().any(|amount| amount.says.iter().any(|(said, _)| said == column));
        let given: Vec<String> = sections.iter().map(|(column, _)| column.clone()).collect();
        let mut cells: Vec<(String, From)> = Vec::new();
        for column in self.columns.all() {
            let fixed = constants.iter().any(|(name, _)| name == column);
            if let Some(section) = given.iter().position(|name| name == column) {
                cells.push((column.to_owned(), From::Section(section)));
            } else if fixed {
                // A constant is said over the file's own column; what the name of the file says may not be meant so.
                if self.dialect.constant(column).is_some()
                    && let Some(cell) = self.names.iter().position(|name| name == column)
                {
                    self.use_cell(cell);
                }
            } else if !of_amounts(column)
                && !said(column)
                && let Some(from) = self.from(column, &amounts)
            {
                cells.push((column.to_owned(), from));
            }
        }
        let has = |column: &str| {
            cells.iter().any(|(name, _)| name == column)
                || constants.iter().any(|(name, _)| name == column)
                || of_amounts(column)
                || said(column)
        };
        let missing: Vec<&str> = self.columns.needed.iter().copied().filter(|column| !has(column)).collect();
        self.faults.missing = missing.into_iter().map(str::to_owned).collect();
        let keep = self.tests(&self.dialect.keep, "where");
        let except = self.tests(&self.dialect.except, "except");
        let steps = Steps {
            keep,
            except,
            given_by_sections: given.len(),
            sections: sections.into_iter().flat_map(|(_, rows)| rows).collect(),
            cells: cells.iter().map(|(column, from)| self.step(column, from)).collect(),
            amounts: amounts.iter().map(|amount| amount.cell).collect(),
            leave_out_blank_amounts: self.columns.yearly.and_then(|column| self.dialect.missing(column))
                == Some(&super::dialect::Missing::LeaveOut),
            blank: self.dialect.blank.iter().map(|word| folded(word)).collect(),
            year_form: self.dialect.year_form.clone(),
            totals: self.dialect.totals,
        };
        let is_direct = self.is_direct(&steps);
        let layouts =
            if is_direct { vec![self.direct(&cells, &constants)] } else { self.made(&cells, &constants, &amounts) };
        self.faults.units(&layouts);
        Resolved { layouts, steps: (!is_direct).then(|| Arc::new(steps)) }
    }

    /// Columns with a value for every row: constants, and what the name of the file says.
    fn constants(&mut self) -> Vec<(String, String)> {
        let mut found = self.dialect.constants.clone();
        if let Some(pattern) = &self.dialect.from_name {
            match pattern.values(self.faults.head.key) {
                Some(values) => found.extend(values),
                None => self.faults.name_does_not_match(pattern),
            }
        }
        found.retain(|(column, _)| self.columns.all().any(|known| known == column));
        for (column, value) in &mut found {
            if let Some(ours) = self.dialect.words(column).and_then(|words| words.ours(value)) {
                *value = ours.to_owned();
            }
            if column == "year"
                && let Ok(year) = years::read(value, CellKind::Text, self.dialect.year_form.as_ref())
            {
                *value = year.to_string();
            }
        }
        found
    }

    /// Columns of amounts, where there may be several.
    fn amounts(&mut self) -> Vec<AmountColumn> {
        if self.dialect.years_as_columns && self.columns.yearly.is_some() {
            let years = |(cell, name): (usize, &String)| Some((cell, years::of_head(name)?));
            let found: Vec<_> = self.faults.names().iter().enumerate().filter_map(years).collect();
            for (index, (cell, year)) in found.iter().enumerate() {
                self.use_cell(*cell);
                if found.iter().take(index).any(|(_, other)| other == year) {
                    self.faults.year_twice(*cell);
                }
            }
            let scale = self.scale(None);
            let column = |(cell, year): (usize, crate::domain::Year)| AmountColumn {
                cell,
                says: vec![("year".to_owned(), year.to_string())],
                scale,
            };
            return found.into_iter().map(column).collect();
        }
        if self.columns.yearly.is_none() {
            return Vec::new();
        }
        let dialect = self.dialect;
        let mut found = Vec::new();
        for entry in &dialect.amounts {
            let Some(cell) = self.place(&entry.column, "amounts", "amount") else { continue };
            let says = entry.says.iter().filter(|(column, _)| self.columns.all().any(|known| known == column));
            found.push(AmountColumn { cell, says: says.cloned().collect(), scale: self.scale(Some(entry)) });
        }
        found
    }

    fn scale(&self, entry: Option<&Entry>) -> Scale {
        let unit = entry.and_then(|entry| entry.unit).or(self.dialect.unit);
        Scale {
            power: unit.map_or(0, Unit::digits),
            factor: entry.and_then(|entry| entry.factor),
            round: self.dialect.round,
        }
    }

    /// Columns given by rows above, each with the rows that give it.
    fn sections(&mut self) -> Vec<(String, Vec<SectionRows>)> {
        let mut found: Vec<(String, Vec<SectionRows>)> = Vec::new();
        let dialect = self.dialect;
        for section in &dialect.sections {
            let cell = self.place(std::slice::from_ref(&section.column), "sections", &section.gives);
            let tests = self.tests(&section.rows, "sections");
            let gives = found.iter().position(|(column, _)| *column == section.gives).unwrap_or_else(|| {
                found.push((section.gives.clone(), Vec::new()));
                found.len() - 1
            });
            if let (Some(cell), Some((_, rows))) = (cell, found.get_mut(gives)) {
                rows.push(SectionRows { cell, tests, gives });
            }
        }
        found.retain(|(column, _)| self.columns.all().any(|known| known == column));
        found
    }

    /// Where a column comes from: several joined, what the dialect maps, or the column of its own name. That one is
    /// itself whatever else is read out of it, unless it is one of amounts.
    fn from(&mut self, column: &str, amounts: &[AmountColumn]) -> Option<From> {
        let dialect = self.dialect;
        if let Some(places) = dialect.joined(column) {
            let cells: Vec<usize> =
                places.iter().filter_map(|place| self.place(std::slice::from_ref(place), "join", column)).collect();
            return Some(From::Join(cells));
        }
        if let Some(places) = dialect.mapped(column) {
            let cell = self.place(places, "columns", column)?;
            self.given.push(column.to_owned());
            return Some(From::Cell(cell));
        }
        let named: Vec<usize> =
            (0..self.names.len()).filter(|cell| self.names.get(*cell).is_some_and(|name| name == column)).collect();
        if let [_, second, ..] = named.as_slice() {
            self.faults.column_twice(*second);
        }
        let cell = *named.first()?;
        let is_itself = !amounts.iter().any(|amount| amount.cell == cell)
            && !dialect.ignore.iter().any(|name| folded(name) == column);
        is_itself.then(|| {
            let is_it = |place: &Place| place.among(&self.names) == Some(cell);
            let other = dialect.columns.iter().find(|(_, places)| places.iter().any(is_it));
            if let Some((other, _)) = other.filter(|(other, _)| self.columns.all().any(|known| known == other)) {
                self.faults.read_twice(cell, column, other);
            }
            self.use_cell(cell);
            self.given.push(column.to_owned());
            From::Cell(cell)
        })
    }

    /// The cell of a place of which one must be there.
    fn place(&mut self, places: &[Place], key: &str, column: &str) -> Option<usize> {
        let mut found: Vec<usize> = places.iter().filter_map(|place| place.among(&self.names)).collect();
        found.dedup();
        match found.as_slice() {
            [] => self.faults.no_such_column(places, key, column),
            [cell] => {
                let name = self.names.get(*cell);
                let is_name = places.iter().any(|place| matches!(place, Place::Name(_)));
                if is_name
                    && let Some(second) =
                        self.names.iter().rposition(|other| Some(other) == name).filter(|second| second != cell)
                {
                    self.faults.column_twice(second);
                }
                self.use_cell(*cell);
            }
            [_, second, ..] => self.faults.several_there(*second, column),
        }
        found.first().copied()
    }

    fn use_cell(&mut self, cell: usize) {
        if let Some(used) = self.used.get_mut(cell) {
            *used = true;
        }
    }

    fn tests(&mut self, tests: &[RowTest], key: &str) -> Vec<Test> {
        let mut found = Vec::new();
        for test in tests {
            let mut cells = Vec::new();
            for (name, texts) in &test.columns {
                let place = Place::Name(name.clone());
                if let Some(cell) = self.place(std::slice::from_ref(&place), key, name) {
                    cells.push((cell, texts.iter().map(|(_, pattern)| pattern.clone()).collect(), self.tests));
                    self.tests += 1;
                }
            }
            found.push(Test { cells });
        }
        found
    }

    fn step(&self, column: &str, from: &From) -> Step {
        Step {
            column: column.to_owned(),
            from: from.clone(),
            missing: self.dialect.missing(column).cloned(),
            words: self.dialect.words(column).cloned(),
        }
    }

    /// Whether rows can be handed on as they stand.
    fn is_direct(&self, steps: &Steps) -> bool {
        let dialect = self.dialect;
        let as_it_stands =
            |step: &Step| matches!(step.from, From::Cell(_)) && step.missing.is_none() && step.words.is_none();
        let alone =
            |(index, step): (usize, &Step)| !steps.cells.iter().take(index).any(|other| other.from == step.from);
        steps.cells.iter().all(as_it_stands)
            && steps.cells.iter().enumerate().all(alone)
            && steps.amounts.is_empty()
            && steps.keep.is_empty()
            && steps.except.is_empty()
            && steps.sections.is_empty()
            && steps.blank.is_empty()
            && steps.year_form.is_none()
            && !dialect.short_rows
            && dialect.totals != Totals::Exclude
            && self.years_are_plain(steps)
    }

    /// Whether the first years are four digits: dates would make a line of each day until the end of the file.
    fn years_are_plain(&self, steps: &Steps) -> bool {
        let cell = steps.cells.iter().find(|step| step.column == "year").map(|step| &step.from);
        let Some(From::Cell(cell)) = cell else { return true };
        let years =
            self.faults.head.data.iter().filter_map(|row| row.get(*cell)).filter(|text| !text.trim().is_empty());
        years.into_iter().all(|text| {
            let text = clean_text(text);
            let is_date =
                !matches!(years::read(&text, CellKind::Text, None), Err(YearFault::NotAYear | YearFault::OutOfRange));
            text.len() == 4 || !is_date
        })
    }

    /// The layout of rows that are handed on as they stand.
    fn direct(&self, cells: &[(String, From)], constants: &[(String, String)]) -> Header {
        let names = self.faults.names();
        let cell = |(position, name): (usize, &String)| {
            let column = cells.iter().find(|(_, from)| *from == From::Cell(position)).map(|(column, _)| column.clone());
            (column.unwrap_or_default(), name.clone())
        };
        let cells: Vec<(String, String)> = names.iter().enumerate().map(cell).collect();
        Header::new(&cells, constants, self.scale(None))
    }

    /// The layouts of rows that the steps make.
    fn made(&self, cells: &[(String, From)], constants: &[(String, String)], amounts: &[AmountColumn]) -> Vec<Header> {
        let names = self.faults.names();
        let written = |cell: usize| super::header::written_at(names, cell);
        let cell = |(column, from): &(String, From)| {
            let of_file = match from {
                From::Cell(cell) => written(*cell),
                From::Join(cells) => cells.iter().map(|cell| written(*cell)).collect::<Vec<_>>().join(" + "),
                From::Section(_) => column.clone(),
            };
            (column.clone(), of_file)
        };
        let cells: Vec<(String, String)> = cells.iter().map(cell).collect();
        if amounts.is_empty() {
            return vec![Header::new(&cells, constants, self.scale(None))];
        }
        let yearly = self.columns.yearly.unwrap_or("amount").to_owned();
        let layout = |amount: &AmountColumn| {
            let mut cells = cells.clone();
            cells.push((yearly.clone(), written(amount.cell)));
            // What the column of amounts says goes before what is said of the whole file.
            let mut said = amount.says.clone();
            said.extend(
                constants.iter().filter(|(column, _)| !amount.says.iter().any(|(said, _)| said == column)).cloned(),
            );
            Header::new(&cells, &said, amount.scale)
        };
        amounts.iter().map(layout).collect()
    }
}
