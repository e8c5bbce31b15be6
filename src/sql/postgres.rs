//! PostgreSQL: reads tables, stops by a cast that cannot be.

use super::{Engine, File};

pub(super) struct Postgres;

impl Engine for Postgres {
    fn name(&self) -> &'static str {
        "postgres"
    }

    fn file(&self, _: &File) -> Option<String> {
        None
    }

    fn text(&self, column: &str) -> String {
        format!("COALESCE(CAST({column} AS TEXT), '')")
    }

    fn normal(&self, text: &str) -> String {
        format!("NORMALIZE({text}, NFC)")
    }

    fn replaced(&self, text: &str, pattern: &str, by: &str) -> String {
        format!("REGEXP_REPLACE({text}, {}, {}, 'g')", self.literal(pattern), self.literal(by))
    }

    fn matches(&self, text: &str, pattern: &str) -> String {
        format!("({text} ~ {})", self.literal(&format!("^({pattern})$")))
    }

    /// There is no function that stops a statement; what cannot be a number stops it with its text.
    fn stop(&self, message: &str) -> String {
        format!("CAST(CAST(({message}) AS NUMERIC) AS TEXT)")
    }

    fn ordered(&self, column: &str) -> String {
        format!("{column} COLLATE \"C\"")
    }

    fn white_space(&self) -> &'static str {
        "[\\s\\u000B\\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]+"
    }

    fn letter(&self, letter: char) -> String {
        format!("\\u{:04X}", u32::from(letter))
    }

    fn group(&self) -> &'static str {
        "\\1"
    }
}
