//! Text as it is compared: trimmed, white space collapsed, NFC, case kept.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Brings a cell to the form in which text is compared. Borrows where it already is.
///
/// ```
/// use thb_cost::domain::clean_text;
/// assert_eq!(clean_text(" Police,\u{a0}\u{a0}internal  order "), "Police, internal order");
/// assert_eq!(clean_text("e\u{301}"), "\u{e9}");
/// ```
#[must_use]
pub fn clean_text(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim();
    if trimmed.is_ascii() {
        let plain = trimmed.bytes().all(|byte| byte == b' ' || !byte.is_ascii_whitespace() && byte != 0x0b)
            && !trimmed.contains("  ");
        return if plain { Cow::Borrowed(trimmed) } else { Cow::Owned(collapsed(trimmed)) };
    }
    let collapsed = collapsed(trimmed);
    if is_nfc(&collapsed) { Cow::Owned(collapsed) } else { Cow::Owned(collapsed.nfc().collect()) }
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

/// `did you mean "amount"?`, where one of `known` is near enough to what was typed.
#[must_use]
pub fn did_you_mean<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Option<String> {
    nearest(typed, known).map(|near| format!("did you mean \"{near}\"?"))
}
