//! Diagnostics as text for a person: place, the row itself, what was expected, what to do next.

use std::fmt::Write as _;

use super::{Diagnostic, Diagnostics, Severity};
use crate::language::{Between, Language, Message, Value};
use crate::message;

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
pub fn render(diagnostic: &Diagnostic, paint: Paint, language: Language) -> String {
    let (on, off) = paint.severity(diagnostic.severity());
    let severity = language.say(&diagnostic.severity().message());
    let message = printable(&language.say(&diagnostic.message));
    let mut out = format!("{on}{severity}[{}]{off}: {message}\n", diagnostic.code.name());
    let place = place(diagnostic, language);
    if !place.is_empty() {
        let _ = writeln!(out, "  --> {}", printable(&place));
    }
    if let (Some(row), Some(excerpt)) = (diagnostic.row, &diagnostic.excerpt) {
        let _ = writeln!(out, "  {row} | {}", shortened(excerpt));
    }
    let heads = [message!("diagnostic-found"), message!("diagnostic-expected"), message!("diagnostic-next")];
    let [found, expected, next] = heads.map(|head| format!("{:<9}", language.say(&head)));
    if let Some(text) = &diagnostic.found {
        let _ = writeln!(out, "  {found} {}", shortened(&format!("{text:?}")));
    }
    if let Some(text) = &diagnostic.expected {
        let _ = writeln!(out, "  {expected} {}", printable(&language.say(text)));
    }
    let _ = writeln!(out, "  {next} {}", printable(&language.say(&diagnostic.help)));
    out
}

/// A diagnostic in English as its code and what is wrong, on one line.
#[must_use]
pub fn in_short(diagnostic: &Diagnostic) -> String {
    format!("{}: {}", diagnostic.code.name(), Language::English.say(&diagnostic.message))
}

/// Where a diagnostic is: file, row and column, as far as it has them.
#[must_use]
pub fn place(diagnostic: &Diagnostic, language: Language) -> String {
    let in_toml = diagnostic.file.as_deref().is_some_and(|file| file.ends_with(".toml"));
    let row = |row: u64| {
        let row = row.to_string();
        if in_toml { message!("diagnostic-line", row = row) } else { message!("diagnostic-row", row = row) }
    };
    let column = |name: &str| {
        if in_toml { message!("diagnostic-key", name = name) } else { message!("diagnostic-column", name = name) }
    };
    let place = [
        diagnostic.file.as_deref().map(str::to_owned),
        diagnostic.row.map(|number| language.say(&row(number))),
        diagnostic.column.as_deref().map(|name| language.say(&column(name))),
    ];
    place.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// All of them, then how many more there were of each kind, then the sum.
#[must_use]
pub fn render_all(diagnostics: &Diagnostics, paint: Paint, language: Language) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics.iter() {
        out.push_str(&render(diagnostic, paint, language));
        out.push('\n');
    }
    for (code, more) in diagnostics.left_out() {
        let more = message!("diagnostics-more", count = more, code = code.name());
        let _ = writeln!(out, "{}\n", language.say(&more));
    }
    let _ = writeln!(out, "{}", language.say(&summary(diagnostics)));
    out
}

/// `2 errors, 1 warning, 3 notes`.
#[must_use]
pub fn summary(diagnostics: &Diagnostics) -> Message {
    let [errors, warnings, notes] =
        [Severity::Error, Severity::Warning, Severity::Note].map(|severity| diagnostics.of_severity(severity));
    let parts = [
        message!("diagnostics-errors", count = errors),
        message!("diagnostics-warnings", count = warnings),
        message!("diagnostics-notes", count = notes),
    ];
    message!("verbatim", text = Value::list(parts, Between::Commas))
}

/// Whether text is as it is where it may not steer anything.
#[must_use]
pub fn is_printable(text: &str) -> bool {
    let is_plain = |byte: u8| (b' '..=b'~').contains(&byte);
    text.bytes().all(is_plain) || !text.chars().any(steers)
}

/// What could steer a terminal or turn a line around, as escapes: what a file holds is text and nothing else, wherever it
/// is shown.
#[must_use]
pub fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if steers(letter) { out.extend(letter.escape_debug()) } else { out.push(letter) }
    }
    out
}

/// Whether a letter is a control character, a mark of direction or a separator of lines.
fn steers(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A whole result as a terminal may have it: line ends, tabs and this program's own colours stay, all else that steers is
/// shown as an escape.
#[must_use]
pub fn for_terminal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let colour = colour_length(rest);
        let length = if colour > 0 { colour } else { letter.len_utf8() };
        let (piece, after) = rest.split_at(length);
        if colour > 0 || matches!(letter, '\n' | '\t') {
            out.push_str(piece);
        } else {
            out.push_str(&printable(piece));
        }
        rest = after;
    }
    out
}

/// The length of a change of colour that the text begins with.
fn colour_length(text: &str) -> usize {
    let Some(rest) = text.strip_prefix("\u{1b}[") else { return 0 };
    let digits = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b';').count();
    if rest.as_bytes().get(digits) == Some(&b'm') { digits + 3 } else { 0 }
}

fn shortened(text: &str) -> String {
    let line = printable(&text.replace(['\r', '\n'], " "));
    if line.chars().count() <= SHOWN {
        return line;
    }
    let start: String = line.chars().take(SHOWN).collect();
    format!("{start} ...")
}

#[cfg(test)]
mod tests {
    use super::{for_terminal, printable};

    #[test]
    fn what_steers_is_shown_as_a_sign() {
        assert_eq!(printable("a\u{1b}]0;x\u{7}b\u{9b}2J\u{7f}"), "a\\u{1b}]0;x\\u{7}b\\u{9b}2J\\u{7f}");
        assert_eq!(printable("987.65\u{202e}x\u{2069}"), "987.65\\u{202e}x\\u{2069}");
        assert_eq!(printable("Полиция é"), "Полиция é");
    }

    #[test]
    fn a_terminal_gets_colours_and_lines_and_nothing_else() {
        assert_eq!(for_terminal("\u{1b}[1;31mred\u{1b}[0m\n\tx"), "\u{1b}[1;31mred\u{1b}[0m\n\tx");
        assert_eq!(for_terminal("\u{1b}[2Jx\u{1b}]8;;u\r"), "\\u{1b}[2Jx\\u{1b}]8;;u\\r");
    }
}
