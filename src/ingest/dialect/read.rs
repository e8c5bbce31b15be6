//! Reads `[[dialect]]` tables of the manifest: what values of keys are, whichever key they are for.

use std::collections::BTreeSet;

use arcstr::ArcStr;

use super::amounts::{Entry, Unit};
use super::keys::{KEYS, names};
use super::place::Place;
use super::rows::{RowTest, Words};
use super::section::Section;
use super::{Dialect, FilePattern, NamePattern, Totals};
use crate::diagnostics::{Code, Diagnostics};
use crate::document::{Document, Table, Value};
use crate::domain::numbers;
use crate::ingest::amounts::{Groups, Marks};
use crate::ingest::inputs::every_column;
use crate::language::Message;
use crate::message;

/// Most rows that may be left out at either end.
const MOST_ROWS: u64 = 1_000;

/// A value that was found under a key, and where its faults go.
pub(super) struct Found<'v, 'd> {
    key: &'v str,
    value: Value<'d>,
    diagnostics: &'v mut Diagnostics,
}

impl Dialect {
    /// Reads one table. Faults go to `diagnostics`; what can be read is.
    pub fn read(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Self {
        table.refuse_unknown(&names().collect::<Vec<_>>(), diagnostics);
        let mut dialect = Self { origin: Some(table.origin()), ..Self::default() };
        if !table.has("name") {
            table.need("files", "files = \"moi-*.csv\"", diagnostics);
        }
        for key in KEYS {
            if let Some(value) = table.get(key.name) {
                (key.read)(&mut Found { key: key.name, value, diagnostics }, &mut dialect);
            }
        }
        dialect.refuse_column_twice(table, diagnostics);
        dialect
    }

    /// Reads the text of a manifest that has nothing but one dialect, as the command line pins it; `name` is what messages
    /// call it.
    pub fn of_text(text: &str, name: &str, own: &[ArcStr], diagnostics: &mut Diagnostics) -> Option<Self> {
        let document = Document::of_own(name, text);
        let parsed = document.parse(diagnostics)?;
        Some(Self::read(&document.root(&parsed).with_own(own), diagnostics))
    }

    /// A column that two keys give is a contradiction.
    fn refuse_column_twice(&self, table: &Table<'_>, diagnostics: &mut Diagnostics) {
        let of_name = self.from_name.iter().flat_map(NamePattern::columns);
        let of_amounts = if self.amounts.is_empty() { None } else { Some("amount") };
        let given: Vec<(&str, &str)> = (self.columns.iter().map(|(column, _)| ("columns", column.as_str())))
            .chain(self.constants.iter().map(|(column, _)| ("constants", column.as_str())))
            .chain(self.join.iter().map(|(column, _)| ("join", column.as_str())))
            .chain(of_name.map(|column| ("from_name", column)))
            .chain(self.sections.iter().map(|section| ("sections", section.gives.as_str())))
            .chain(of_amounts.map(|column| ("amounts", column)))
            .collect();
        for (index, (key, column)) in given.iter().enumerate() {
            let first = given.iter().take(index).find(|(other, known)| known == column && other != key);
            if let (Some((other, _)), Some(value)) = (first, table.get(key)) {
                diagnostics.push(value.fault(
                    message!("dialect-column-twice", column = *column, first = *other, second = *key),
                    message!("dialect-column-once"),
                    message!("manifest-remove-one"),
                ));
            }
        }
        if self.years_as_columns
            && !self.amounts.is_empty()
            && let Some(value) = table.get("years_as_columns")
        {
            diagnostics.push(value.fault(
                message!("dialect-column-twice", column = "amount", first = "amounts", second = "years_as_columns"),
                message!("dialect-column-once"),
                message!("manifest-remove-one"),
            ));
        }
    }
}

impl<'d> Found<'_, 'd> {
    fn part(&mut self, value: Value<'d>) -> Found<'_, 'd> {
        Found { key: self.key, value, diagnostics: self.diagnostics }
    }

    pub(super) fn text(&mut self) -> Option<String> {
        self.value.text(self.diagnostics)
    }

    pub(super) fn texts(&mut self) -> Vec<String> {
        self.value.texts(self.diagnostics)
    }

    pub(super) fn text_or_number(&mut self) -> Option<String> {
        self.value.as_number().or_else(|| self.value.text(self.diagnostics))
    }

    pub(super) fn patterns(&mut self) -> Vec<FilePattern> {
        let mut patterns = Vec::new();
        for text in self.value.texts(self.diagnostics) {
            match FilePattern::parse(&text) {
                Ok(pattern) => patterns.push(pattern),
                Err(error) => self.diagnostics.push(self.value.fault(
                    message!("dialect-bad-pattern", pattern = &text, words = error.to_string()),
                    message!("dialect-pattern"),
                    message!("dialect-correct-pattern"),
                )),
            }
        }
        patterns
    }

    /// A text of a few forms.
    pub(super) fn word<T>(&mut self, parse: impl Fn(&str) -> Option<T>, expected: Message) -> Option<T> {
        let text = self.value.raw_text(self.diagnostics)?;
        let parsed = parse(&text);
        if parsed.is_none() {
            self.refuse(text, expected);
        }
        parsed
    }

    /// A number of a few.
    pub(super) fn number_of<T>(&mut self, parse: impl Fn(&str) -> Option<T>, expected: Message) -> Option<T> {
        let text = self.text_or_number()?;
        let parsed = parse(&text);
        if parsed.is_none() {
            self.refuse(text, expected);
        }
        parsed
    }

    fn refuse(&mut self, word: String, expected: Message) {
        let message = message!("dialect-word-unknown", key = self.key, word = word);
        let help = message!("dialect-write", expected = expected.clone());
        self.diagnostics.push(self.value.fault(message, expected, help));
    }

    pub(super) fn refuse_group(&mut self, marks: Marks) {
        if let (Groups::Only(group), Some(mark)) = (marks.groups, marks.decimal)
            && group == mark.letter()
        {
            self.diagnostics.push(self.value.fault(
                message!("dialect-group-is-decimal"),
                message!("dialect-another-mark"),
                message!("dialect-correct-mark"),
            ));
        }
    }

    pub(super) fn count(&mut self, least: u64) -> Option<u64> {
        let number = self.value.as_number().and_then(|text| text.parse().ok());
        let count = number.filter(|count| (least..=MOST_ROWS).contains(count));
        if count.is_none() {
            self.diagnostics.push(self.value.fault(
                message!("dialect-no-count", key = self.key),
                message!("dialect-count", least = least),
                message!("dialect-write-count"),
            ));
        }
        count
    }

    pub(super) fn switch(&mut self) -> Option<bool> {
        let switch = self.value.as_bool();
        if switch.is_none() {
            self.diagnostics.push(self.value.fault(
                message!("dialect-no-switch", key = self.key),
                message!("dialect-switch"),
                message!("dialect-write-true"),
            ));
        }
        switch
    }

    /// A table by columns of this program.
    pub(super) fn columns<T>(&mut self, read: impl Fn(&mut Found<'_, 'd>) -> Option<T>) -> Vec<(String, T)> {
        let Some(entries) = self.value.table(self.diagnostics) else { return Vec::new() };
        let mut found = Vec::new();
        for (column, value) in entries.entries() {
            let mut part = self.part(value);
            if part.is_column(column)
                && let Some(value) = read(&mut part)
            {
                found.push((column.to_owned(), value));
            }
        }
        found
    }

    /// Whether some input has the column; a fault where none has.
    fn is_column(&mut self, column: &str) -> bool {
        let own = self.value.own().iter().map(ToString::to_string);
        let known: BTreeSet<String> = every_column().map(str::to_owned).chain(own).collect();
        let is_known = known.contains(column);
        if !is_known {
            let words: Vec<&str> = known.iter().map(String::as_str).collect();
            let help = Message::did_you_mean(column, words.iter().copied())
                .unwrap_or_else(|| message!("dialect-columns", columns = words));
            let message = message!("dialect-no-column", column = column);
            self.diagnostics.push(self.value.fault_of(Code::UnknownKey, message, help));
        }
        is_known
    }

    /// A column of the file: names of which one is there, or a position.
    pub(super) fn places(&mut self) -> Option<Vec<Place>> {
        let values = self.value.as_list().unwrap_or_else(|| vec![self.value.clone()]);
        let mut places = Vec::new();
        for value in values {
            match value.as_number() {
                None => places.push(Place::Name(value.text(self.diagnostics)?)),
                Some(number) => match number.parse().ok().filter(|position| *position > 0) {
                    Some(position) => places.push(Place::Position(position)),
                    None => {
                        self.part(value).refuse(number, message!("dialect-position"));
                        return None;
                    }
                },
            }
        }
        if places.is_empty() {
            self.refuse(String::new(), message!("dialect-position"));
        }
        (!places.is_empty()).then_some(places)
    }

    pub(super) fn words(&mut self) -> Option<Words> {
        let entries = self.value.table(self.diagnostics)?;
        let mut pairs = Vec::new();
        for (theirs, value) in entries.entries() {
            if let Some(ours) = self.part(value).text_or_number() {
                pairs.push((theirs.to_owned(), ours));
            }
        }
        Some(Words::new(pairs))
    }

    /// A table of columns of the file, or a list of such tables.
    pub(super) fn tests(&mut self) -> Vec<RowTest> {
        let tables = self.value.as_list().unwrap_or_else(|| vec![self.value.clone()]);
        let mut tests = Vec::new();
        for table in tables {
            let Some(entries) = table.table(self.diagnostics) else { continue };
            let mut columns = Vec::new();
            for (name, value) in entries.entries() {
                let texts = match (value.as_number(), value.as_list()) {
                    (Some(number), _) => vec![number],
                    (None, None) => value.texts(self.diagnostics),
                    (None, Some(list)) => {
                        list.into_iter().filter_map(|value| self.part(value).text_or_number()).collect()
                    }
                };
                columns.push((name.to_owned(), texts));
            }
            if columns.is_empty() {
                self.part(table).refuse("{}".to_owned(), message!("dialect-tests"));
                continue;
            }
            tests.push(RowTest::new(columns));
        }
        tests
    }

    pub(super) fn entries(&mut self) -> Vec<Entry> {
        let mut found = Vec::new();
        for table in self.value.tables(self.diagnostics) {
            let mut entry = Entry { column: Vec::new(), factor: None, unit: None, says: Vec::new() };
            let Some(_) = table.need("column", "column = \"Отчет\"", self.diagnostics) else { continue };
            for (key, value) in table.entries() {
                let mut part = self.part(value);
                match key {
                    "column" => entry.column = part.places().unwrap_or_default(),
                    "factor" => {
                        let factor = |text: &str| numbers::decimal(text).filter(|factor| !factor.is_zero());
                        entry.factor = part.number_of(factor, message!("dialect-factor"));
                    }
                    "unit" => entry.unit = part.number_of(Unit::parse, message!("dialect-units")),
                    column if part.is_column(column) => {
                        entry.says.extend(part.text_or_number().map(|text| (column.to_owned(), text)));
                    }
                    _ => {}
                }
            }
            found.push(entry);
        }
        found
    }

    pub(super) fn sections(&mut self) -> Vec<Section> {
        let mut found = Vec::new();
        for table in self.value.tables(self.diagnostics) {
            table.refuse_unknown(&["column", "gives", "where"], self.diagnostics);
            let column = table.need("column", "column = \"Наименование\"", self.diagnostics);
            let gives = table.need("gives", "gives = \"agency\"", self.diagnostics);
            let rows = table.need("where", "where = { \"Сума\" = \"\" }", self.diagnostics);
            let (Some(column), Some(gives), Some(rows)) = (column, gives, rows) else { continue };
            let place = self.part(column).places().and_then(|places| places.into_iter().next());
            let mut gives = self.part(gives);
            let given = gives.text().filter(|column| gives.is_column(column));
            let rows = self.part(rows).tests();
            if let (Some(column), Some(gives)) = (place, given) {
                found.push(Section { column, gives, rows });
            }
        }
        found
    }

    pub(super) fn name_pattern(&mut self) -> Option<NamePattern> {
        let pattern = self.word(NamePattern::parse, message!("dialect-from-name"))?;
        let known = pattern.columns().map(str::to_owned).collect::<Vec<_>>();
        known.iter().all(|column| self.is_column(column)).then_some(pattern)
    }
}

pub(super) fn delimiter(text: &str) -> Option<u8> {
    match text {
        "tab" | "\t" => Some(b'\t'),
        _ => [b',', b';', b'|'].into_iter().find(|mark| text.as_bytes() == [*mark]),
    }
}

pub(super) fn groups(text: &str) -> Option<Groups> {
    match text {
        "" => Some(Groups::Forbidden),
        "," => Some(Groups::Only(',')),
        "." => Some(Groups::Only('.')),
        "'" | "\u{2019}" => Some(Groups::Only('\'')),
        " " | "\u{a0}" | "\u{2009}" | "\u{202f}" => Some(Groups::Only(' ')),
        _ => None,
    }
}

pub(super) fn totals(text: &str) -> Option<Totals> {
    match text {
        "exclude" => Some(Totals::Exclude),
        "count" => Some(Totals::Count),
        _ => None,
    }
}
