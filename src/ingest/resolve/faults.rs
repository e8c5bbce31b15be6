//! What is wrong with the columns of a table: the needed ones that are missing, the mapped ones that are not there, those
//! that nobody knows, and a unit that nobody said.

use super::Head;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{Origin, clean_text, nearest};
use crate::ingest::amounts::{self, Groups};
use crate::ingest::below::Below;
use crate::ingest::dialect::{Dialect, NamePattern, Place, folded, toml_key, toml_text};
use crate::ingest::draft::{draft, words_of, years_seem_columns};
use crate::ingest::header::{Columns, Header, written_at};
use crate::ingest::unit_words;
use crate::language::Message;
use crate::message;

/// Longest example that is shown.
const EXAMPLE: usize = 30;

/// Most columns that a message lists.
const LISTED: usize = 60;

/// Where faults of a header go.
pub struct Faults<'t, 'd> {
    pub head: Head<'t>,
    columns: Columns<'t>,
    dialect: &'t Dialect,
    diagnostics: &'d mut Diagnostics,
    good: bool,
    /// Needed columns that nothing gives.
    pub missing: Vec<String>,
}

impl<'t, 'd> Faults<'t, 'd> {
    pub fn new(head: Head<'t>, columns: Columns<'t>, dialect: &'t Dialect, diagnostics: &'d mut Diagnostics) -> Self {
        Self { head, columns, dialect, diagnostics, good: true, missing: Vec::new() }
    }

    pub fn names(&self) -> &'t [String] {
        &self.head.top.names
    }

    fn at(&self, row: u64, code: Code, message: Message, help: Message) -> Diagnostic {
        Diagnostic::new(code, message, help).at(&Origin { file: self.head.file.clone(), row })
    }

    fn refuse(&mut self, code: Code, column: &str, message: Message, help: Message) {
        self.good = false;
        let fault = self.at(self.head.top.header, code, message, help).column(column).excerpt(self.shown());
        self.diagnostics.push(fault);
    }

    /// The header as it is shown.
    fn shown(&self) -> String {
        self.names().join(self.head.delimiter)
    }

    /// A mapping to a column that is not there.
    pub fn no_such_column(&mut self, places: &[Place], key: &str, column: &str) {
        let wanted: Vec<String> = places.iter().map(Place::text).collect();
        let folded_names: Vec<String> = self.names().iter().map(|name| folded(name)).collect();
        let near = wanted.iter().find_map(|wanted| nearest(&folded(wanted), folded_names.iter().map(String::as_str)));
        let near = near.and_then(|near| folded_names.iter().position(|name| name == near));
        let help = match near {
            Some(near) => message!("header-did-you-mean", near = written_at(self.names(), near)),
            None => message!("header-its-columns", columns = self.listed()),
        };
        let message = message!("header-no-such-column", key = key, column = column, wanted = wanted);
        self.refuse(Code::NoSuchColumn, column, message, help);
    }

    /// Of several names for one column more than one is there.
    pub fn several_there(&mut self, cell: usize, column: &str) {
        let written = written_at(self.names(), cell);
        let message = message!("header-several-there", column = column, other = written);
        self.refuse(Code::DuplicateColumn, column, message, message!("header-name-one"));
    }

    /// A column that is used stands twice.
    pub fn column_twice(&mut self, cell: usize) {
        let written = written_at(self.names(), cell);
        let message = message!("header-column-twice", column = &written);
        let help = message!("header-remove-one", position = (cell + 1).to_string());
        self.refuse(Code::DuplicateColumn, &written, message, help);
    }

    /// A column that `columns` reads as another is itself too, and nothing says that this is meant.
    pub fn read_twice(&mut self, cell: usize, column: &str, others: &[String]) {
        let written = written_at(self.names(), cell);
        let message = message!("header-read-twice", column = column, others = others.to_vec());
        let ignored = self.dialect.ignore.iter().map(String::as_str).chain([column]).map(toml_text);
        let ignored = format!("[{}]", ignored.collect::<Vec<_>>().join(", "));
        let help = message!("header-say-which", column = column, others = others.to_vec(), ignored = ignored);
        let warning = self.at(self.head.top.header, Code::ColumnReadTwice, message, help);
        self.diagnostics.push(warning.column(written).excerpt(self.shown()));
    }

    /// Two columns are of one year.
    pub fn year_twice(&mut self, cell: usize) {
        let written = written_at(self.names(), cell);
        let message = message!("header-year-twice", column = &written);
        self.refuse(Code::DuplicateColumn, &written, message, message!("header-use-amounts"));
    }

    /// The name of the file is not of the form that its dialect says.
    pub fn name_does_not_match(&mut self, pattern: &NamePattern) {
        self.good = false;
        let message = message!("dialect-name-does-not-match", pattern = pattern.text());
        let fault = Diagnostic::new(Code::NameOfOtherForm, message, message!("dialect-correct-from-name"));
        self.diagnostics.push(fault.in_file(self.head.file));
    }

    /// A word for thousands or millions in the head of an amount column or above it, and no unit.
    pub fn units(&mut self, layouts: &[Header]) {
        let Some(yearly @ ("amount" | "value" | "count")) = self.columns.yearly else { return };
        if !self.missing.is_empty() || self.dialect.unit.is_some() {
            return;
        }
        let is_amount = |name: &String| layouts.iter().any(|layout| layout.written(yearly) == clean_text(name));
        let entries_say =
            !self.dialect.amounts.is_empty() && self.dialect.amounts.iter().all(|entry| entry.unit.is_some());
        if entries_say {
            return;
        }
        let top = self.head.top;
        let in_head = top.names.iter().filter(|name| is_amount(name)).map(|name| (top.header, name));
        let above = top.above.iter().flat_map(|(row, cells)| cells.iter().map(|cell| (*row, cell)));
        let below = top.below.iter().filter(|(_, what, _)| *what == Below::Units).flat_map(|(row, _, cells)| {
            let of_amount = cells.iter().zip(&top.names).filter(|(_, name)| is_amount(name));
            of_amount.map(|(cell, _)| (*row, cell))
        });
        let found = in_head.chain(below).chain(above).find_map(|(row, text)| Some((row, unit_words::find(text)?)));
        if let Some((row, (text, unit))) = found {
            self.good = false;
            let message = message!("amounts-unit-unsaid", text = &text, unit = unit.number().to_string());
            let help = message!("amounts-say-unit", unit = unit.number().to_string());
            self.diagnostics.push(self.at(row, Code::UnitUnsaid, message, help).found(text));
        }
    }

    /// Tells what is left to tell; whether rows can be read. `used` says which columns of the file are, `given` which of
    /// the input they give.
    pub fn finish(mut self, used: &[bool], given: &[String]) -> bool {
        if !self.missing.is_empty() {
            self.tell_missing(used);
        }
        let free: Vec<&String> = self
            .names()
            .iter()
            .zip(used)
            .filter(|(name, used)| !**used && !name.trim().is_empty() && !self.dialect.ignores(&folded(name)))
            .map(|(name, _)| name)
            .collect();
        // What comes from elsewhere is known.
        let (overruled, free): (Vec<&String>, Vec<&String>) =
            free.into_iter().partition(|name| given.contains(&folded(name)));
        if self.good && !overruled.is_empty() {
            let names: Vec<String> = overruled.iter().map(|name| clean_text(name).into_owned()).collect();
            let message = message!("header-columns-overruled", count = names.len(), columns = names.clone());
            let fault = self.at(self.head.top.header, Code::UnknownColumn, message, message!("header-ignored"));
            self.diagnostics.push(fault.column(names.first().cloned().unwrap_or_default()).excerpt(self.shown()));
        }
        if self.good && !free.is_empty() {
            let open = || self.columns.all().filter(|column| !given.iter().any(|given| given == column));
            let slip = free.iter().find_map(|name| Some((*name, nearest(&folded(name), open())?)));
            let help = match slip {
                Some((name, near)) => message!("header-near-ignored", name = clean_text(name).as_ref(), near = near),
                None => message!("header-ignored"),
            };
            let names: Vec<String> = free.iter().map(|name| clean_text(name).into_owned()).collect();
            let message = message!("header-columns-unknown", count = names.len(), columns = names.clone());
            let fault = self.at(self.head.top.header, Code::UnknownColumn, message, help);
            self.diagnostics.push(fault.column(names.first().cloned().unwrap_or_default()).excerpt(self.shown()));
        }
        self.good
    }

    /// The needed columns that are missing, all columns with an example each, and the lines to write.
    fn tell_missing(&mut self, used: &[bool]) {
        let missing = std::mem::take(&mut self.missing);
        let written: Vec<&str> = missing.iter().map(String::as_str).collect();
        let names = self.names();
        let drafted = draft(names, used, self.columns, self.dialect);
        let of_years = years_seem_columns(names, self.columns, self.dialect);
        let lines = missing
            .iter()
            .filter(|column| !of_years || (*column != "year" && Some(column.as_str()) != self.columns.yearly))
            .map(|column| match drafted.iter().find(|(drafted, _)| drafted == column) {
                Some((_, name)) => format!("columns.{} = {}", toml_key(column), toml_text(name)),
                None if column == "year" => "constants.year = \"YYYY\"".to_owned(),
                None if words_of(column).is_empty() || used.iter().all(|used| *used) => {
                    format!("constants.{} = \"...\"", toml_key(column))
                }
                None => format!("columns.{} = \"...\"", toml_key(column)),
            });
        let lines: Vec<String> =
            of_years.then(|| "years_as_columns = true".to_owned()).into_iter().chain(lines).collect();
        let message = message!("header-columns-missing", count = missing.len(), columns = missing.clone());
        let help = message!("header-write-lines", file = self.head.file, lines = lines.join(", "));
        let column = written.first().copied().unwrap_or_default().to_owned();
        self.good = false;
        let fault = self
            .at(self.head.top.header, Code::MissingColumn, message, help)
            .column(column)
            .found_all(self.listed())
            .expected(message!("header-expected", columns = self.columns.needed.to_vec()))
            .excerpt(self.shown());
        self.diagnostics.push(fault);
    }

    /// Every column with an example.
    fn listed(&self) -> String {
        let example = |cell: usize| {
            let filled = self.head.data.iter().filter_map(|row| row.get(cell)).map(|text| clean_text(text));
            let filled: Vec<_> = filled.filter(|text| !text.is_empty()).collect();
            let number =
                filled.iter().find(|text| amounts::readings(text, Groups::Any).point.is_ok() && text.as_ref() != "0");
            number.or(filled.first()).map(|text| text.chars().take(EXAMPLE).collect::<String>())
        };
        let column = |(cell, _): (usize, &String)| match example(cell) {
            Some(example) => format!("{} ({example})", written_at(self.names(), cell)),
            None => written_at(self.names(), cell),
        };
        let mut columns: Vec<String> = self.names().iter().enumerate().take(LISTED).map(column).collect();
        if self.names().len() > LISTED {
            columns.push("...".to_owned());
        }
        columns.join(", ")
    }
}
