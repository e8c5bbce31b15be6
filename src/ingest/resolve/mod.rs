//! From the names of a header and a dialect to layouts and steps: where each column of the input comes from, and what is
//! wrong with that.

mod faults;
mod layouts;
mod said;

use std::sync::Arc;

use arcstr::ArcStr;

use super::dialect::{Dialect, Place, RowTest, folded};
use super::header::{Columns, Header};
use super::steps::{From, Step, Steps, Test};
use super::top::Top;
use crate::diagnostics::Diagnostics;
use faults::Faults;
use said::AmountColumn;

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
    pub file: &'t ArcStr,
    /// Its path.
    pub key: &'t str,
    /// Its top.
    pub top: &'t Top,
    /// The first rows below it.
    pub data: &'t [Vec<String>],
    /// Between cells, for the header as it is shown.
    pub delimiter: &'t str,
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
        // What only some columns of amounts say, the file may say of the others.
        let said = |column: &str| !amounts.is_empty() && amounts.iter().all(|amount| amount.says(column));
        let given = sections.iter().map(|(column, _)| column.clone()).filter(|column| self.columns.knows(column));
        let given: Vec<String> = given.collect();
        let mut cells: Vec<(String, From)> = Vec::new();
        for column in self.columns.all() {
            let fixed = constants.iter().any(|(name, _)| name == column);
            if let Some(section) = given.iter().position(|name| name == column) {
                cells.push((column.to_owned(), From::Section(section)));
            } else if fixed || said(column) {
                // These are said over the file's own column; what the name of the file says may not be meant so.
                if (said(column) || self.dialect.constant(column).is_some())
                    && let Some(cell) = self.names.iter().position(|name| name == column)
                {
                    self.use_cell(cell);
                }
            } else if !of_amounts(column)
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
        self.given = self.columns.all().filter(|column| has(column)).map(str::to_owned).collect();
        self.tell_read_twice(&cells);
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
            return self.place(places, "columns", column).map(From::Cell);
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
            self.use_cell(cell);
            From::Cell(cell)
        })
    }

    /// Tells of columns that are read as what their own name says and as another, of which nothing says that it is meant.
    fn tell_read_twice(&mut self, cells: &[(String, From)]) {
        for (column, from) in cells {
            let From::Cell(cell) = from else { continue };
            let is_itself = self.names.get(*cell) == Some(column) && self.dialect.mapped(column).is_none();
            let others: Vec<String> = cells
                .iter()
                .filter(|(other, of)| of == from && other != column)
                .map(|(other, _)| other.clone())
                .collect();
            if is_itself && !others.is_empty() {
                self.faults.read_twice(*cell, column, &others);
            }
        }
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
}
