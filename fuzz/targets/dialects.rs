//! Dialects: any text is read or refused, and what is read is written so that it reads back the same.

use thb_cost::diagnostics::Diagnostics;
use thb_cost::ingest::Dialect;

/// Reads the bytes as the keys of a `[[dialect]]`.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let mut diagnostics = Diagnostics::default();
    let Some(dialect) = Dialect::of_text(text, "text", &[], &mut diagnostics) else { return };
    if diagnostics.has_errors() {
        return;
    }
    let dialect = dialect.for_file("a file.csv");
    let written = dialect.to_toml();
    let keys = written.trim_start_matches("[[dialect]]\n");
    let again = Dialect::of_text(keys, "text", &[], &mut diagnostics);
    assert!(!diagnostics.has_errors(), "{written} is refused: {diagnostics:?}");
    assert_eq!(again.map(|dialect| dialect.to_toml()).as_deref(), Some(written.as_str()));
}
