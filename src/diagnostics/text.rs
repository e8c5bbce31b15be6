//! Diagnostics as text for a person: place, the row itself, what was expected, what to do next.

use std::fmt::Write as _;

use super::{Diagnostic, Diagnostics, Severity};

/// Longest piece of a row that is shown.
const SHOWN: usize = 100;

/// Colours of severities, as ANSI escapes or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// Plain text.
    Plain,
    /// ANSI colours.
    Colour,
}

impl Paint {
    fn severity(self, severity: Severity) -> (&'static str, &'static str) {
        match (self, severity) {
            (Self::Plain, _) => ("", ""),
            (Self::Colour, Severity::Error) => ("\x1b[1;31m", "\x1b[0m"),
            (Self::Colour, Severity::Warning) => ("\x1b[1;33m", "\x1b[0m"),
            (Self::Colour, Severity::Note) => ("\x1b[1;36m", "\x1b[0m"),
        }
    }
}

/// One diagnostic as a block of lines, ending with a line end.
#[must_use]
pub fn render(diagnostic: &Diagnostic, paint: Paint) -> String {
    let (on, off) = paint.severity(diagnostic.severity());
    let mut out =
        format!("{on}{}[{}]{off}: {}\n", diagnostic.severity(), diagnostic.code.name(), printable(&diagnostic.message));
    let in_toml = diagnostic.file.as_deref().is_some_and(|file| file.ends_with(".toml"));
    let (unit, cell) = if in_toml { ("line", "key") } else { ("row", "column") };
    let place = [
        diagnostic.file.as_deref().map(str::to_owned),
        diagnostic.row.map(|row| format!("{unit} {row}")),
        diagnostic.column.as_deref().map(|column| format!("{cell} {column}")),
    ];
    let place: Vec<String> = place.into_iter().flatten().collect();
    if !place.is_empty() {
        let _ = writeln!(out, "  --> {}", printable(&place.join(", ")));
    }
    if let (Some(row), Some(excerpt)) = (diagnostic.row, &diagnostic.excerpt) {
        let _ = writeln!(out, "  {row} | {}", shortened(excerpt));
    }
    if let Some(found) = &diagnostic.found {
        let _ = writeln!(out, "  found:    {}", shortened(&format!("{found:?}")));
    }
    if let Some(expected) = &diagnostic.expected {
        let _ = writeln!(out, "  expected: {}", printable(expected));
    }
    let _ = writeln!(out, "  next:     {}", printable(&diagnostic.help));
    out
}

/// All of them, then how many more there were of each kind, then the sum.
#[must_use]
pub fn render_all(diagnostics: &Diagnostics, paint: Paint) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics.iter() {
        out.push_str(&render(diagnostic, paint));
        out.push('\n');
    }
    for (code, more) in diagnostics.left_out() {
        let _ = writeln!(out, "... and {more} more of {}\n", code.name());
    }
    let _ = writeln!(out, "{}", summary(diagnostics));
    out
}

/// `2 errors, 1 warning, 3 notes`.
#[must_use]
pub fn summary(diagnostics: &Diagnostics) -> String {
    let parts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .map(|severity| match diagnostics.of_severity(severity) {
            1 => format!("1 {severity}"),
            count => format!("{count} {severity}s"),
        })
        .collect();
    parts.join(", ")
}

/// Control characters as escapes: what a file holds must not steer a terminal.
#[must_use]
pub fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_control() { out.extend(letter.escape_debug()) } else { out.push(letter) }
    }
    out
}

fn shortened(text: &str) -> String {
    let line = printable(&text.replace(['\r', '\n'], " "));
    if line.chars().count() <= SHOWN {
        return line;
    }
    let start: String = line.chars().take(SHOWN).collect();
    format!("{start} ...")
}
