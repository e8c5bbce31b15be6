//! The keys of a dialect, each once: how it is read, and how it is written. The schema, the command line and messages
//! walk this list.

use super::amounts::Entry;
use super::read::{self, Found};
use super::rows::{Words, tests_to_toml};
use super::section::Section;
use super::words::{places, toml_key, toml_text};
use super::{Dialect, FilePattern, Missing, NamePattern, Totals, Unit, YearForm};
use crate::ingest::amounts::{Groups, Mark};
use crate::ingest::text::Encoding;
use crate::message;

/// One key.
pub(super) struct Key {
    /// Its name.
    pub name: &'static str,
    /// Reads its value into a dialect.
    pub read: fn(&mut Found<'_, '_>, &mut Dialect),
    /// What a dialect says under it: keys with values as TOML writes them.
    pub write: fn(&Dialect) -> Vec<(String, String)>,
}

/// All of them, in the order in which they are written.
pub(super) const KEYS: &[Key] = &[
    Key {
        name: "files",
        read: |found, dialect| dialect.files = found.patterns(),
        write: |dialect| {
            let files: Vec<String> = dialect.files.iter().map(FilePattern::text).map(toml_text).collect();
            one("files", (!files.is_empty()).then(|| listed(&files)))
        },
    },
    Key {
        name: "name",
        read: |found, dialect| dialect.name = found.text(),
        write: |dialect| one("name", dialect.name.as_deref().map(toml_text)),
    },
    Key {
        name: "encoding",
        read: |found, dialect| dialect.encoding = found.word(Encoding::parse, message!("dialect-encodings")),
        write: |dialect| one("encoding", dialect.encoding.map(|encoding| toml_text(&encoding.name()))),
    },
    Key {
        name: "delimiter",
        read: |found, dialect| dialect.delimiter = found.word(read::delimiter, message!("dialect-delimiters")),
        write: |dialect| one("delimiter", dialect.delimiter.map(|mark| toml_text(&char::from(mark).to_string()))),
    },
    Key {
        name: "decimal",
        read: |found, dialect| dialect.marks.decimal = found.word(Mark::parse, message!("dialect-decimals")),
        write: |dialect| one("decimal", dialect.marks.decimal.map(|mark| toml_text(&mark.letter().to_string()))),
    },
    Key {
        name: "group",
        read: |found, dialect| {
            dialect.marks.groups = found.word(read::groups, message!("dialect-groups")).unwrap_or_default();
            found.refuse_group(dialect.marks);
        },
        write: |dialect| {
            let group = match dialect.marks.groups {
                Groups::Any => None,
                Groups::Only(mark) => Some(toml_text(&mark.to_string())),
                Groups::Forbidden => Some(toml_text("")),
            };
            one("group", group)
        },
    },
    Key {
        name: "sheet",
        read: |found, dialect| dialect.sheet = found.text(),
        write: |dialect| one("sheet", dialect.sheet.as_deref().map(toml_text)),
    },
    Key {
        name: "skip",
        read: |found, dialect| dialect.skip = found.count(0),
        write: |dialect| one("skip", dialect.skip.map(|rows| rows.to_string())),
    },
    Key {
        name: "header_rows",
        read: |found, dialect| dialect.header_rows = found.count(1),
        write: |dialect| one("header_rows", dialect.header_rows.map(|rows| rows.to_string())),
    },
    Key {
        name: "skip_below",
        read: |found, dialect| dialect.skip_below = found.count(0).unwrap_or_default(),
        write: |dialect| one("skip_below", (dialect.skip_below > 0).then(|| dialect.skip_below.to_string())),
    },
    Key {
        name: "skip_last",
        read: |found, dialect| {
            dialect.skip_last = found.count(0).and_then(|rows| rows.try_into().ok()).unwrap_or_default();
        },
        write: |dialect| one("skip_last", (dialect.skip_last > 0).then(|| dialect.skip_last.to_string())),
    },
    Key {
        name: "columns",
        read: |found, dialect| dialect.columns = found.columns(|found| found.places()),
        write: |dialect| {
            one("columns", table(dialect.columns.iter().map(|(column, these)| (column.as_str(), places(these)))))
        },
    },
    Key {
        name: "constants",
        read: |found, dialect| dialect.constants = found.columns(|found| found.text_or_number()),
        write: |dialect| {
            one("constants", table(dialect.constants.iter().map(|(column, text)| (column.as_str(), toml_text(text)))))
        },
    },
    Key {
        name: "amounts",
        read: |found, dialect| dialect.amounts = found.entries(),
        write: |dialect| one("amounts", lines(dialect.amounts.iter().map(Entry::to_toml))),
    },
    Key {
        name: "years_as_columns",
        read: |found, dialect| dialect.years_as_columns = found.switch().unwrap_or_default(),
        write: |dialect| one("years_as_columns", dialect.years_as_columns.then(|| "true".to_owned())),
    },
    Key {
        name: "unit",
        read: |found, dialect| dialect.unit = found.number_of(Unit::parse, message!("dialect-units")),
        write: |dialect| one("unit", dialect.unit.map(|unit| unit.number().to_string())),
    },
    Key {
        name: "round",
        read: |found, dialect| dialect.round = found.switch().unwrap_or_default(),
        write: |dialect| one("round", dialect.round.then(|| "true".to_owned())),
    },
    Key {
        name: "year_form",
        read: |found, dialect| dialect.year_form = found.word(YearForm::parse, message!("dialect-year-forms")),
        write: |dialect| one("year_form", dialect.year_form.as_ref().map(|form| toml_text(form.text()))),
    },
    Key {
        name: "from_name",
        read: |found, dialect| dialect.from_name = found.name_pattern(),
        write: |dialect| one("from_name", dialect.from_name.as_ref().map(NamePattern::text).map(toml_text)),
    },
    Key {
        name: "where",
        read: |found, dialect| dialect.keep = found.tests(),
        write: |dialect| one("where", (!dialect.keep.is_empty()).then(|| tests_to_toml(&dialect.keep))),
    },
    Key {
        name: "except",
        read: |found, dialect| dialect.except = found.tests(),
        write: |dialect| one("except", (!dialect.except.is_empty()).then(|| tests_to_toml(&dialect.except))),
    },
    Key {
        name: "values",
        read: |found, dialect| dialect.values = found.columns(|found| found.words()),
        write: |dialect| {
            let words = |words: &Words| table(words.pairs().map(|(theirs, ours)| (theirs, toml_text(ours))));
            each("values", dialect.values.iter().map(|(column, these)| (column, words(these).unwrap_or_default())))
        },
    },
    Key {
        name: "join",
        read: |found, dialect| dialect.join = found.columns(|found| found.places()),
        write: |dialect| {
            let list = |these: &[super::Place]| listed(&these.iter().map(super::Place::to_toml).collect::<Vec<_>>());
            each("join", dialect.join.iter().map(|(column, these)| (column, list(these))))
        },
    },
    Key {
        name: "blank",
        read: |found, dialect| dialect.blank = found.texts(),
        write: |dialect| {
            let words: Vec<String> = dialect.blank.iter().map(|word| toml_text(word)).collect();
            one("blank", (!words.is_empty()).then(|| format!("[{}]", words.join(", "))))
        },
    },
    Key {
        name: "missing",
        read: |found, dialect| {
            dialect.missing = found.columns(|found| found.text_or_number().map(|text| Missing::parse(&text)));
        },
        write: |dialect| {
            each("missing", dialect.missing.iter().map(|(column, missing)| (column, toml_text(missing.text()))))
        },
    },
    Key {
        name: "short_rows",
        read: |found, dialect| {
            let fill = found.word(|text| (text == "fill").then_some(()), message!("dialect-short-rows"));
            dialect.short_rows = fill.is_some();
        },
        write: |dialect| one("short_rows", dialect.short_rows.then(|| toml_text("fill"))),
    },
    Key {
        name: "sections",
        read: |found, dialect| dialect.sections = found.sections(),
        write: |dialect| one("sections", lines(dialect.sections.iter().map(Section::to_toml))),
    },
    Key {
        name: "totals",
        read: |found, dialect| {
            dialect.totals = found.word(read::totals, message!("dialect-totals")).unwrap_or_default();
        },
        write: |dialect| {
            let word = match dialect.totals {
                Totals::Refuse => None,
                Totals::Count => Some(toml_text("count")),
                Totals::Exclude => Some(toml_text("exclude")),
            };
            one("totals", word)
        },
    },
    Key {
        name: "ignore",
        read: |found, dialect| dialect.ignore = found.texts(),
        write: |dialect| {
            let names: Vec<String> = dialect.ignore.iter().map(|name| toml_text(name)).collect();
            one("ignore", (!names.is_empty()).then(|| listed(&names)))
        },
    },
];

/// The names of all keys.
pub fn names() -> impl Iterator<Item = &'static str> {
    KEYS.iter().map(|key| key.name)
}

fn one(key: &str, value: Option<String>) -> Vec<(String, String)> {
    value.map(|value| (key.to_owned(), value)).into_iter().collect()
}

fn each<'k>(key: &str, columns: impl Iterator<Item = (&'k String, String)>) -> Vec<(String, String)> {
    columns.map(|(column, value)| (format!("{key}.{}", toml_key(column)), value)).collect()
}

/// One text, or a list of several.
fn listed(texts: &[String]) -> String {
    match texts {
        [only] => only.clone(),
        several => format!("[{}]", several.join(", ")),
    }
}

/// A list of tables, a line each.
fn lines(tables: impl Iterator<Item = String>) -> Option<String> {
    let tables: Vec<String> = tables.collect();
    match tables.as_slice() {
        [] => None,
        [only] => Some(format!("[{only}]")),
        several => Some(format!("[\n  {},\n]", several.join(",\n  "))),
    }
}

fn table<'k>(pairs: impl Iterator<Item = (&'k str, String)>) -> Option<String> {
    let pairs: Vec<String> = pairs.map(|(key, value)| format!("{} = {value}", toml_key(key))).collect();
    (!pairs.is_empty()).then(|| format!("{{ {} }}", pairs.join(", ")))
}
