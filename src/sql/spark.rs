//! Spark SQL: reads tables and views, checks with Java's patterns, stops with `raise_error`.

use super::{Engine, File};

pub(super) struct Spark;

impl Engine for Spark {
    fn name(&self) -> &'static str {
        "spark"
    }

    fn identifier(&self, name: &str) -> String {
        format!("`{}`", name.replace('`', "``"))
    }

    /// A backslash begins an escape here.
    fn literal(&self, text: &str) -> String {
        format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
    }

    /// A CSV file is named as a view first: `CREATE TEMPORARY VIEW payments USING csv OPTIONS (...)`.
    fn file(&self, _: &File) -> Option<String> {
        None
    }

    fn text(&self, column: &str) -> String {
        format!("COALESCE(CAST({column} AS STRING), '')")
    }

    fn normal(&self, text: &str) -> String {
        text.to_owned()
    }

    fn replaced(&self, text: &str, pattern: &str, by: &str) -> String {
        format!("REGEXP_REPLACE({text}, {}, {})", self.literal(pattern), self.literal(by))
    }

    fn matches(&self, text: &str, pattern: &str) -> String {
        format!("({text} RLIKE {})", self.literal(&format!("^({pattern})\\z")))
    }

    fn stop(&self, message: &str) -> String {
        format!("raise_error({message})")
    }

    fn white_space(&self) -> &'static str {
        "[\\s\\u000B\\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]+"
    }

    fn remark(&self) -> Option<&'static str> {
        Some(
            "Spark has no function for NFC: letters with separate accents are told apart here, and joined when read.\n\
             -- A CSV file is a view first: CREATE TEMPORARY VIEW payments USING csv OPTIONS (path 'payments.csv', \
             header 'true', escape '\"', multiLine 'true', mode 'FAILFAST')",
        )
    }

    fn letter(&self, letter: char) -> String {
        format!("\\u{:04X}", u32::from(letter))
    }
}
