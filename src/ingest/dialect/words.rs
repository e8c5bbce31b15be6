//! A dialect as text: for the manifest, and for messages.

use std::fmt::Write as _;

use super::{Dialect, Totals};
use crate::ingest::amounts::Groups;
use crate::language::Message;
use crate::message;

/// A delimiter as people call it.
#[must_use]
pub fn delimiter_name(delimiter: u8) -> Message {
    match delimiter {
        b';' => message!("reading-semicolons"),
        b'\t' => message!("reading-tabs"),
        b'|' => message!("reading-bars"),
        _ => message!("reading-commas"),
    }
}

/// A text as TOML writes it.
#[must_use]
pub fn toml_text(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            control if control.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(control));
            }
            plain => out.push(plain),
        }
    }
    out.push('"');
    out
}

impl Dialect {
    /// The dialect as a table of the manifest, for the file of this name.
    #[must_use]
    pub fn to_toml(&self, file: &str) -> String {
        let path = file.split_once('#').map_or(file, |(path, _)| path);
        let mut out = format!("[[dialect]]\nfiles = {}\n", toml_text(&glob::Pattern::escape(path)));
        let mut key = |key: &str, value: Option<String>| {
            if let Some(value) = value {
                let _ = writeln!(out, "{key} = {value}");
            }
        };
        key("encoding", self.encoding.map(|encoding| toml_text(&encoding.name())));
        key("delimiter", self.delimiter.map(|mark| toml_text(&char::from(mark).to_string())));
        key("decimal", self.marks.decimal.map(|mark| toml_text(&mark.letter().to_string())));
        key(
            "group",
            match self.marks.groups {
                Groups::Any => None,
                Groups::Only(mark) => Some(toml_text(&mark.to_string())),
                Groups::Forbidden => Some(toml_text("")),
            },
        );
        key("skip", self.skip.map(|rows| rows.to_string()));
        key("skip_last", (self.skip_last > 0).then(|| self.skip_last.to_string()));
        key("sheet", self.sheet.as_deref().map(toml_text));
        key("columns", table(&self.columns));
        key("constants", table(&self.constants));
        key("years_as_columns", self.years_as_columns.then(|| "true".to_owned()));
        key(
            "totals",
            match self.totals {
                Totals::Warn => None,
                Totals::Count => Some(toml_text("count")),
                Totals::Exclude => Some(toml_text("exclude")),
            },
        );
        out
    }
}

fn table(pairs: &[(String, String)]) -> Option<String> {
    let pairs: Vec<String> = pairs.iter().map(|(column, text)| format!("{column} = {}", toml_text(text))).collect();
    (!pairs.is_empty()).then(|| format!("{{ {} }}", pairs.join(", ")))
}
