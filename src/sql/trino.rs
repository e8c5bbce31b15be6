//! Trino: reads tables, checks with Java's patterns, stops with `fail`.

use super::{Engine, File};

pub(super) struct Trino;

impl Engine for Trino {
    fn name(&self) -> &'static str {
        "trino"
    }

    fn file(&self, _: &File) -> Option<String> {
        None
    }

    fn text(&self, column: &str) -> String {
        format!("COALESCE(CAST({column} AS VARCHAR), '')")
    }

    fn normal(&self, text: &str) -> String {
        format!("NORMALIZE({text}, NFC)")
    }

    fn replaced(&self, text: &str, pattern: &str, by: &str) -> String {
        format!("REGEXP_REPLACE({text}, {}, {})", self.literal(pattern), self.literal(by))
    }

    fn matches(&self, text: &str, pattern: &str) -> String {
        format!("REGEXP_LIKE({text}, {})", self.literal(&format!("^({pattern})$")))
    }

    fn stop(&self, message: &str) -> String {
        format!("fail({message})")
    }

    fn white_space(&self) -> &'static str {
        "[\\s\\x{000B}\\x{0085}\\x{00A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}]+"
    }
}
