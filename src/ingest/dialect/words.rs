//! A dialect as text: for the manifest, and for messages.

use std::fmt::Write as _;

use super::place::Place;
use super::{Dialect, keys};
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

/// A key as TOML writes it: bare where it can be.
#[must_use]
pub fn toml_key(key: &str) -> String {
    let bare = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-');
    if !key.is_empty() && key.chars().all(bare) { key.to_owned() } else { toml_text(key) }
}

/// Places as TOML writes them: one, or a list.
#[must_use]
pub fn places(places: &[Place]) -> String {
    match places {
        [only] => only.to_toml(),
        several => format!("[{}]", several.iter().map(Place::to_toml).collect::<Vec<_>>().join(", ")),
    }
}

impl Dialect {
    /// The dialect as a table of the manifest.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let mut out = "[[dialect]]\n".to_owned();
        for (key, value) in self.written_keys() {
            let _ = writeln!(out, "{key} = {value}");
        }
        out
    }

    /// Every key that says something, with its value as TOML writes it.
    #[must_use]
    pub fn written_keys(&self) -> Vec<(String, String)> {
        keys::KEYS.iter().flat_map(|key| (key.write)(self)).collect()
    }
}
