//! DuckDB: reads files itself, checks with RE2, stops with `error`.

use super::{Engine, File};

pub(super) struct DuckDb;

impl Engine for DuckDb {
    fn name(&self) -> &'static str {
        "duckdb"
    }

    fn file(&self, file: &File) -> Option<String> {
        let path = self.literal(&file.path);
        let delimiter = self.literal(&file.delimiter.to_string());
        let skip = if file.skip > 0 { format!(", skip = {}", file.skip) } else { String::new() };
        let fills = if file.fills { ", null_padding = true" } else { "" };
        let columns: Vec<String> = file.names.iter().map(|name| format!("{}: 'VARCHAR'", self.literal(name))).collect();
        // Nothing is guessed, and no row is dropped or mended.
        Some(format!(
            "read_csv({path}, header = false, auto_detect = false, columns = {{{}}}, strict_mode = true, \
             delim = {delimiter}, quote = '\"', escape = '\"'{skip}{fills})",
            columns.join(", ")
        ))
    }

    fn text(&self, column: &str) -> String {
        format!("COALESCE(CAST({column} AS VARCHAR), '')")
    }

    fn normal(&self, text: &str) -> String {
        format!("nfc_normalize({text})")
    }

    fn replaced(&self, text: &str, pattern: &str, by: &str) -> String {
        format!("regexp_replace({text}, {}, {}, 'g')", self.literal(pattern), self.literal(by))
    }

    fn matches(&self, text: &str, pattern: &str) -> String {
        format!("regexp_full_match({text}, {})", self.literal(pattern))
    }

    fn stop(&self, message: &str) -> String {
        format!("error({message})")
    }

    fn white_space(&self) -> &'static str {
        "[\\s\\x{0B}\\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}]+"
    }

    fn group(&self) -> &'static str {
        "\\1"
    }
}
