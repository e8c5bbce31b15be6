//! The header of a table: which columns it must and may have, where each stands in the file, and what is wrong.
//!
//! A header gives one layout, or, of a wide sheet with a column a year, one for each year: the same record is then read
//! once with each.

use std::collections::HashSet;
use std::sync::Arc;

use csv::StringRecord;

use super::dialect::Dialect;
use super::record::RawRecord;
use super::table::not_text;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Limit};
use crate::domain::{Origin, Year, clean_text, nearest};
use crate::language::Message;
use crate::message;

/// The columns of an input.
#[derive(Debug, Clone, Copy)]
pub struct Columns<'c> {
    /// Columns that must be there.
    pub needed: &'static [&'static str],
    /// Columns that may be there.
    pub optional: &'static [&'static str],
    /// Columns that the project adds: its own dimensions.
    pub own: &'c [Arc<str>],
    /// The column that a wide sheet has once a year.
    pub yearly: Option<&'static str>,
}

impl<'c> Columns<'c> {
    /// All of them.
    pub fn all(self) -> impl Iterator<Item = &'c str> {
        self.needed.iter().chain(self.optional).copied().chain(self.own.iter().map(AsRef::as_ref))
    }
}

/// Where each column stands: the name of each cell, blank where it is ignored, and the constants behind the cells.
#[derive(Debug, Clone)]
pub struct Header {
    names: StringRecord,
    constants: Vec<String>,
    as_written: Arc<StringRecord>,
}

impl Header {
    /// The position of a column; past the cells it is a constant.
    #[must_use]
    pub fn position(&self, column: &str) -> Option<usize> {
        self.names.iter().position(|name| name == column)
    }

    /// How many cells a record has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.as_written.len()
    }

    /// The names, constants behind the cells, for serde.
    #[must_use]
    pub fn names(&self) -> &StringRecord {
        &self.names
    }

    /// The constants, in the order of their names.
    #[must_use]
    pub fn constants(&self) -> &[String] {
        &self.constants
    }

    /// The name of a cell exactly as the file has it.
    #[must_use]
    pub fn as_written(&self, position: usize) -> Option<&str> {
        self.as_written.get(position).map(|name| name.trim_start_matches('\u{feff}'))
    }

    /// How a message names the column of a cell.
    #[must_use]
    pub fn written_at(&self, position: usize) -> String {
        let written = self.as_written.get(position).map(str::trim).filter(|name| !name.is_empty());
        written.map_or_else(|| (position + 1).to_string(), str::to_owned)
    }

    /// How the file names a column of this program.
    #[must_use]
    pub fn written(&self, column: &str) -> String {
        let position = self.position(column).filter(|position| *position < self.width());
        position.map_or_else(|| column.to_owned(), |position| self.written_at(position))
    }
}

/// Whether these cells are a header with every needed column.
#[must_use]
pub fn is_header(cells: &[String], columns: Columns, dialect: &Dialect) -> bool {
    let has = |column: &str| {
        let written = dialect.written(column);
        dialect.constant(column).is_some() || cells.iter().any(|cell| cell == written)
    };
    if !dialect.years_as_columns {
        return columns.needed.iter().all(|column| has(column));
    }
    let in_years = |column: &&&str| **column == "year" || Some(**column) == columns.yearly;
    cells.iter().any(|cell| Year::parse(cell).is_some())
        && columns.needed.iter().filter(|column| !in_years(column)).all(|column| has(column))
}

/// A name of a header as it is compared: cleaned, without a byte order mark.
#[must_use]
pub fn name_of(cell: &str) -> String {
    clean_text(cell.trim_start_matches('\u{feff}')).into_owned()
}

/// Checks a header; `None` after diagnostics where rows below it cannot be read.
pub fn read_header(
    file: &Arc<str>,
    record: &RawRecord<'_>,
    columns: Columns,
    dialect: &Dialect,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Header>> {
    let Ok(text) = record.cells.iter().map(std::str::from_utf8).collect::<Result<StringRecord, _>>() else {
        diagnostics.push(not_text(file, record, None));
        return None;
    };
    let place = |code: Code, message: Message, help: Message| {
        Diagnostic::new(code, message, help)
            .at(&Origin { file: Arc::clone(file), row: record.row })
            .excerpt(String::from_utf8_lossy(record.raw))
    };
    if Limit::Columns.is_passed_by(record.cells.len() as u64) {
        let origin = Origin { file: Arc::clone(file), row: record.row };
        diagnostics.push(Limit::Columns.passed().at(&origin).found(record.cells.len().to_string()));
        return None;
    }
    let mut good = true;
    let mut names = StringRecord::new();
    let mut years = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    let mut once = HashSet::new();
    for (position, cell) in text.iter().enumerate() {
        let written = name_of(cell);
        if !written.is_empty() && !once.insert(written.clone()) {
            good = false;
            let message = message!("header-column-twice", column = &written);
            let help = message!("header-remove-one");
            diagnostics.push(place(Code::DuplicateColumn, message, help).column(&written));
        }
        seen.push(written.clone());
        if let Some(year) = Year::parse(&written).filter(|_| dialect.years_as_columns) {
            years.push((position, year));
            names.push_field("");
            continue;
        }
        let known = columns.all().find(|column| dialect.written(column) == written);
        names.push_field(known.unwrap_or_default());
        match known {
            Some(known) if dialect.constant(known).is_some() => {
                good = false;
                let message = message!("header-column-and-constant", column = known);
                let help = message!("header-remove-constant");
                diagnostics.push(place(Code::DuplicateColumn, message, help).column(known));
            }
            None if !written.is_empty() => {
                let help = match nearest(&written, columns.all()) {
                    Some(near) => message!("header-near-ignored", near = near),
                    None => message!("header-ignored", columns = columns.all().collect::<Vec<_>>()),
                };
                let message = message!("header-column-unknown", column = &written);
                diagnostics.push(place(Code::UnknownColumn, message, help).column(&written));
            }
            Some(_) | None => {}
        }
    }
    let constants: Vec<(&str, &String)> = columns
        .all()
        .filter_map(|column| dialect.constants.iter().find(|(name, _)| name == column).map(|(_, text)| (column, text)))
        .collect();
    for needed in columns.needed {
        let in_years = !years.is_empty() && (*needed == "year" || Some(*needed) == columns.yearly);
        let has = names.iter().any(|name| name == *needed) || constants.iter().any(|(name, _)| name == needed);
        if has || in_years {
            continue;
        }
        good = false;
        let written = dialect.written(needed);
        let unknown: Vec<&str> = seen
            .iter()
            .map(String::as_str)
            .filter(|name| !name.is_empty() && columns.all().all(|column| dialect.written(column) != *name))
            .collect();
        // Where no other column could hold it, there is nothing to map.
        let can_map = !unknown.is_empty() && written == *needed;
        let help = match nearest(written, unknown.iter().copied()) {
            Some(near) if can_map => message!("header-rename-or-map", near = near, column = *needed, file = file),
            Some(near) if written == *needed => message!("header-rename", near = near, column = *needed),
            Some(near) => message!("header-correct-near", near = near),
            None if can_map => message!("header-add-or-map", column = *needed, file = file),
            None if written == *needed => message!("header-add", column = *needed),
            None => message!("header-correct"),
        };
        diagnostics.push(
            place(Code::MissingColumn, message!("header-column-missing", column = written), help)
                .column(*needed)
                .expected(message!("header-expected", columns = columns.needed.to_vec())),
        );
    }
    let as_written = Arc::new(text);
    let layout = |yearly: Option<(usize, Year)>| {
        let mut names = names.iter().map(str::to_owned).collect::<Vec<_>>();
        let mut values: Vec<String> = Vec::new();
        if let (Some((position, year)), Some(column)) = (yearly, columns.yearly) {
            names[position] = column.to_owned();
            names.push("year".to_owned());
            values.push(year.to_string());
        }
        for (name, value) in &constants {
            names.push((*name).to_owned());
            values.push((*value).clone());
        }
        Header { names: names.into(), constants: values, as_written: Arc::clone(&as_written) }
    };
    let layouts = match years.as_slice() {
        [] => vec![layout(None)],
        years => years.iter().map(|year| layout(Some(*year))).collect(),
    };
    good.then_some(layouts)
}
