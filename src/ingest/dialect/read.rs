//! Reads `[[dialect]]` tables of the manifest.

use std::collections::BTreeSet;

use super::{Dialect, Totals};
use crate::diagnostics::{Code, Diagnostics};
use crate::document::{Document, Table, Value};
use crate::ingest::amounts::{Groups, Mark};
use crate::ingest::inputs::every_column;
use crate::ingest::text::Encoding;
use crate::language::Message;
use crate::message;

const KEYS: [&str; 12] = [
    "files",
    "encoding",
    "delimiter",
    "decimal",
    "group",
    "skip",
    "skip_last",
    "sheet",
    "columns",
    "constants",
    "years_as_columns",
    "totals",
];

/// Most rows that may be left out at either end.
const MOST_SKIPPED: u64 = 1_000;

impl Dialect {
    /// Reads one table. Faults go to `diagnostics`; what can be read is.
    pub fn read(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Self {
        table.refuse_unknown(&KEYS, diagnostics);
        let mut dialect = Self { origin: Some(table.origin()), ..Self::default() };
        if let Some(value) = table.need("files", "files = \"moi-*.csv\"", diagnostics) {
            for text in value.texts(diagnostics) {
                match glob::Pattern::new(&text) {
                    Ok(pattern) => dialect.files.push(pattern),
                    Err(error) => diagnostics.push(value.fault(
                        message!("dialect-bad-pattern", pattern = &text, words = error.to_string()),
                        message!("dialect-pattern"),
                        message!("dialect-correct-pattern"),
                    )),
                }
            }
        }
        dialect.encoding = word(table, "encoding", Encoding::parse, message!("dialect-encodings"), diagnostics);
        dialect.delimiter = word(table, "delimiter", delimiter, message!("dialect-delimiters"), diagnostics);
        dialect.marks.decimal = word(table, "decimal", Mark::parse, message!("dialect-decimals"), diagnostics);
        let groups = word(table, "group", groups, message!("dialect-groups"), diagnostics);
        dialect.marks.groups = groups.unwrap_or_default();
        if let (Some(Groups::Only(group)), Some(mark), Some(value)) =
            (groups, dialect.marks.decimal, table.get("group"))
            && group == mark.letter()
        {
            diagnostics.push(value.fault(
                message!("dialect-group-is-decimal"),
                message!("dialect-another-mark"),
                message!("dialect-correct-mark"),
            ));
        }
        dialect.skip = count(table, "skip", diagnostics);
        dialect.skip_last = count(table, "skip_last", diagnostics).and_then(|n| n.try_into().ok()).unwrap_or_default();
        dialect.sheet = table.get("sheet").and_then(|value| value.text(diagnostics));
        dialect.columns = pairs(table, "columns", diagnostics);
        dialect.constants = pairs(table, "constants", diagnostics);
        dialect.refuse_column_twice(table, diagnostics);
        if let Some(value) = table.get("years_as_columns") {
            match value.as_bool() {
                Some(years) => dialect.years_as_columns = years,
                None => diagnostics.push(value.fault(
                    message!("dialect-no-switch"),
                    message!("dialect-switch"),
                    message!("dialect-write-true"),
                )),
            }
        }
        dialect.totals = word(table, "totals", totals, message!("dialect-totals"), diagnostics).unwrap_or_default();
        dialect
    }

    fn refuse_column_twice(&self, table: &Table<'_>, diagnostics: &mut Diagnostics) {
        for (column, _) in &self.constants {
            if self.columns.iter().any(|(mapped, _)| mapped == column)
                && let Some(value) = table.get("constants")
            {
                diagnostics.push(value.fault(
                    message!("dialect-column-twice", column = column),
                    message!("dialect-column-once"),
                    message!("manifest-remove-one"),
                ));
            }
        }
    }
}

impl Dialect {
    /// Reads the text of a manifest that has nothing but one dialect, as the command line pins it; `name` is what messages
    /// call it.
    pub fn of_text(text: &str, name: &str, diagnostics: &mut Diagnostics) -> Option<Self> {
        let document = Document::of_own(name, text);
        let parsed = document.parse(diagnostics)?;
        Some(Self::read(&document.root(&parsed), diagnostics))
    }
}

/// A text of a few forms.
fn word<T>(
    table: &Table<'_>,
    key: &str,
    parse: impl Fn(&str) -> Option<T>,
    expected: Message,
    diagnostics: &mut Diagnostics,
) -> Option<T> {
    let value = table.get(key)?;
    let text = value.raw_text(diagnostics)?;
    let parsed = parse(&text);
    if parsed.is_none() {
        let message = message!("dialect-word-unknown", key = key, word = text);
        diagnostics.push(value.fault(message, expected.clone(), message!("dialect-write", expected = expected)));
    }
    parsed
}

fn delimiter(text: &str) -> Option<u8> {
    match text {
        "tab" | "\t" => Some(b'\t'),
        _ => [b',', b';', b'|'].into_iter().find(|mark| text.as_bytes() == [*mark]),
    }
}

fn groups(text: &str) -> Option<Groups> {
    match text {
        "" => Some(Groups::Forbidden),
        "," => Some(Groups::Only(',')),
        "." => Some(Groups::Only('.')),
        " " | "\u{a0}" | "\u{2009}" | "\u{202f}" => Some(Groups::Only(' ')),
        _ => None,
    }
}

fn totals(text: &str) -> Option<Totals> {
    match text {
        "exclude" => Some(Totals::Exclude),
        "count" => Some(Totals::Count),
        _ => None,
    }
}

fn count(table: &Table<'_>, key: &str, diagnostics: &mut Diagnostics) -> Option<u64> {
    let value = table.get(key)?;
    let count = value.as_number().and_then(|text| text.parse().ok()).filter(|count| *count <= MOST_SKIPPED);
    if count.is_none() {
        diagnostics.push(value.fault(
            message!("dialect-no-count", key = key),
            message!("dialect-count"),
            message!("dialect-write-count"),
        ));
    }
    count
}

/// A table of columns, each with a text (or a number, as a year is).
fn pairs(table: &Table<'_>, key: &str, diagnostics: &mut Diagnostics) -> Vec<(String, String)> {
    let Some(entries) = table.get(key).and_then(|value| value.table(diagnostics)) else { return Vec::new() };
    let own = table.own().iter().map(|column| column.to_string());
    let known: BTreeSet<String> = every_column().map(str::to_owned).chain(own).collect();
    let mut found = Vec::new();
    for (column, value) in entries.entries() {
        if !known.contains(column) {
            let words: Vec<&str> = known.iter().map(String::as_str).collect();
            let help = Message::did_you_mean(column, words.iter().copied())
                .unwrap_or_else(|| message!("dialect-columns", columns = words));
            let message = message!("dialect-no-column", column = column);
            diagnostics.push(value.fault_of(Code::UnknownKey, message, help));
            continue;
        }
        if let Some(text) = text_or_number(&value, diagnostics) {
            found.push((column.to_owned(), text));
        }
    }
    found
}

fn text_or_number(value: &Value<'_>, diagnostics: &mut Diagnostics) -> Option<String> {
    value.as_number().or_else(|| value.text(diagnostics))
}
