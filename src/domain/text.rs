//! Text as it is compared: without letters that nobody sees, trimmed, white space collapsed, NFC, case kept.

use std::borrow::Cow;
use std::cmp::Ordering;

use arcstr::ArcStr;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Brings a cell to the form in which text is compared. Borrows where it already is.
///
/// ```
/// use thb_cost::domain::clean_text;
/// assert_eq!(clean_text(" Police,\u{a0}\u{a0}internal  order "), "Police, internal order");
/// assert_eq!(clean_text("e\u{301}"), "\u{e9}");
/// assert_eq!(clean_text("\u{feff}Mo\u{200b}I \u{200e}"), "MoI");
/// ```
#[must_use]
pub fn clean_text(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let trimmed = text.trim();
    if is_plain(trimmed) {
        return Cow::Borrowed(trimmed);
    }
    let collapsed = match trimmed.contains(is_invisible) {
        true => collapsed(&trimmed.replace(is_invisible, "")),
        false => collapsed(trimmed),
    };
    if is_nfc(&collapsed) { Cow::Owned(collapsed) } else { Cow::Owned(collapsed.nfc().collect()) }
}

/// Whether a text is words of plain letters with one space between them: it is in that form already.
fn is_plain(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.bytes() {
        if !byte.is_ascii_graphic() && (byte != b' ' || before == b' ') {
            return false;
        }
        before = byte;
    }
    before != b' ' || text.is_empty()
}

/// The order of two texts that often are one and the same.
pub(super) fn by_text(one: &ArcStr, other: &ArcStr) -> Ordering {
    if ArcStr::ptr_eq(one, other) { Ordering::Equal } else { one.cmp(other) }
}

/// Letters that nobody sees, as a class of patterns has them: soft hyphen, zero-width space and joiners, marks of
/// direction, byte order mark.
pub const INVISIBLE: [(char, char); 9] = [
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{180e}', '\u{180e}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{2060}', '\u{2064}'),
    ('\u{2066}', '\u{206f}'),
    ('\u{feff}', '\u{feff}'),
];

/// Whether a spreadsheet takes a cell of CSV for a formula: it begins with `=`, `+`, `-`, `@`, a tab or a carriage return
/// and is no number.
///
/// ```
/// use thb_cost::domain::is_formula;
/// assert!(is_formula("=1+1") && is_formula("-help") && is_formula("@SUM(A1)"));
/// assert!(!is_formula("-1200.50") && !is_formula("Police") && !is_formula(""));
/// ```
#[must_use]
pub fn is_formula(text: &str) -> bool {
    let number = |rest: &str| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !text.strip_prefix('-').is_some_and(number)
}

fn is_invisible(letter: char) -> bool {
    INVISIBLE.iter().any(|(first, last)| (*first..=*last).contains(&letter))
}

fn collapsed(text: &str) -> String {
    let mut words = text.split_whitespace();
    let mut out = String::with_capacity(text.len());
    if let Some(first) = words.next() {
        out.push_str(first);
    }
    for word in words {
        out.push(' ');
        out.push_str(word);
    }
    out
}

/// The nearest of `known` to what was typed, if it is near enough to be a slip.
///
/// ```
/// use thb_cost::domain::nearest;
/// assert_eq!(nearest("amuont", ["year", "amount"]), Some("amount"));
/// assert_eq!(nearest("colour", ["year", "amount"]), None);
/// ```
#[must_use]
pub fn nearest<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let typed = typed.to_lowercase();
    known
        .into_iter()
        .map(|word| (strsim::jaro_winkler(&typed, &word.to_lowercase()), word))
        .filter(|(score, _)| *score > 0.78)
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, word)| word)
}
