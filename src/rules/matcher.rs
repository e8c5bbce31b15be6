//! Which lines a rule is about: fields with wildcards, compared without regard to case.

use arcstr::ArcStr;

use crate::diagnostics::Diagnostics;
use crate::document::Table;
use crate::domain::LineKey;
use crate::language::{Between, Message, Value};
use crate::message;

/// The fields that a match may name, beside the project's own dimensions.
pub const MATCH_FIELDS: [&str; 8] = ["agency", "funder", "financing", "label", "line", "function", "area", "currency"];

/// All fields given must match, each by any of its patterns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matcher {
    fields: Vec<(Field, Vec<Pattern>)>,
}

/// A field that a match names.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Field {
    /// Its position among the fields of a line.
    position: usize,
    name: ArcStr,
}

/// A line as matches look at it: the texts of its fields as they stand.
#[derive(Debug, Clone, Copy)]
pub struct MatchedLine<'k> {
    key: &'k LineKey,
    has_currency: bool,
}

impl<'k> MatchedLine<'k> {
    /// The fields of a line.
    #[must_use]
    pub fn of(key: &'k LineKey) -> Self {
        Self { key, has_currency: true }
    }

    /// The fields of a line that was not published in any currency.
    #[must_use]
    pub fn without_currency(self) -> Self {
        Self { has_currency: false, ..self }
    }

    /// How many fields it has.
    pub(super) fn fields(self) -> usize {
        MATCH_FIELDS.len() + self.key.own.len()
    }

    /// A field's text, `None` where it has no such, by its position among [`MATCH_FIELDS`] and then the project's own dimensions.
    pub(super) fn text(self, position: usize) -> Option<&'k str> {
        const { assert!(MATCH_FIELDS.len() == 8) };
        let key = self.key;
        Some(match position {
            0 => &key.agency,
            1 => &key.funder,
            2 => key.financing.word(),
            3 => key.label.word(),
            4 => &key.line,
            5 => &key.function,
            6 => &key.area,
            7 if self.has_currency => key.currency.code(),
            7 => "",
            own => key.own.get(own - MATCH_FIELDS.len())?,
        })
    }
}

impl Matcher {
    /// Reads a table such as `{ agency = "MoI", line = ["*organised crime*"] }`.
    pub fn read(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Self {
        let names: Vec<&str> = MATCH_FIELDS.into_iter().chain(table.own().iter().map(AsRef::as_ref)).collect();
        table.refuse_unknown(&names, diagnostics);
        let fields = names.iter().enumerate().filter_map(|(position, name)| {
            let patterns = table.get(name)?.texts(diagnostics);
            let field = Field { position, name: ArcStr::from(*name) };
            Some((field, patterns.iter().map(|pattern| Pattern::new(pattern)).collect()))
        });
        Self { fields: fields.collect() }
    }

    /// The position of each field that it names, with its patterns.
    pub(super) fn fields(&self) -> impl Iterator<Item = (usize, &[Pattern])> {
        self.fields.iter().map(|(field, patterns)| (field.position, patterns.as_slice()))
    }

    /// Whether a line matches. Who asks of many lines asks a [`super::MatchIndex`].
    #[must_use]
    pub fn matches(&self, line: &MatchedLine<'_>) -> bool {
        self.fields.iter().all(|(field, patterns)| {
            let text = line.text(field.position).map(str::to_lowercase);
            text.is_some_and(|text| patterns.iter().any(|pattern| pattern.matches(&text)))
        })
    }

    /// How a message or an explanation says it.
    #[must_use]
    pub fn describe(&self) -> Message {
        if self.fields.is_empty() {
            return message!("match-every-line");
        }
        let fields = self.fields.iter().map(|(field, patterns)| {
            let patterns = patterns.iter().map(|pattern| format!("\"{}\"", pattern.text));
            message!(
                "match-field",
                field = Value::Word("dimension", field.name.to_string()),
                patterns = Value::list(patterns, Between::Or)
            )
        });
        message!("verbatim", text = Value::list(fields, Between::And))
    }
}

/// A text in which `*` is any run of letters and `?` any one letter, letters folded. It has no escape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    text: String,
}

/// A run of letters of a pattern.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'p> {
    /// The letters.
    pub text: &'p str,
    /// Whether what it matches begins with it.
    pub at_start: bool,
    /// Whether what it matches ends with it.
    pub at_end: bool,
}

impl Pattern {
    /// Of a text as it was written.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { text: text.to_lowercase() }
    }

    /// The one text that it matches, where it has no wildcards.
    pub(super) fn literal(&self) -> Option<&str> {
        (!self.text.contains(['*', '?'])).then_some(self.text.as_str())
    }

    /// Its longest run of letters without wildcards, and whether that stands at the start and at the end of what it
    /// matches; `None` where there is none.
    pub(super) fn longest_piece(&self) -> Option<Piece<'_>> {
        let (piece, start) =
            self.pieces().max_by_key(|(piece, _)| piece.len()).filter(|(piece, _)| !piece.is_empty())?;
        Some(Piece { text: piece, at_start: start == 0, at_end: start + piece.len() == self.text.len() })
    }

    /// The runs of letters between its wildcards, and where each begins.
    fn pieces(&self) -> impl Iterator<Item = (&str, usize)> {
        self.text.split(['*', '?']).scan(0, |next, piece| {
            let start = *next;
            *next += piece.len() + 1;
            Some((piece, start))
        })
    }

    /// Whether it is these letters, at one end of it, and a run of any letters at the other.
    pub(super) fn is_with_one_run(&self, letters: &str) -> bool {
        self.text.strip_prefix('*').or_else(|| self.text.strip_suffix('*')) == Some(letters)
    }

    /// Whether it is all wildcards and matches every text.
    pub(super) fn matches_all(&self) -> bool {
        !self.text.is_empty() && self.text.bytes().all(|byte| byte == b'*')
    }

    /// Whether it matches the whole of a folded text.
    #[must_use]
    pub fn matches(&self, folded: &str) -> bool {
        match self.text.split_once('*') {
            None => same_letters(&self.text, folded),
            Some((start, rest)) => {
                let Some(tail) = after_start(start, folded) else { return false };
                matches_after_star(rest, tail)
            }
        }
    }
}

/// Whether `text` is any run of letters followed by what `pattern` says.
fn matches_after_star(pattern: &str, text: &str) -> bool {
    let (mut pattern, mut text) = (pattern, text);
    while let Some((piece, rest)) = pattern.split_once('*') {
        // The leftmost place leaves the most for what follows.
        let Some(tail) = after_first(piece, text) else { return false };
        (pattern, text) = (rest, tail);
    }
    if !pattern.contains('?') {
        return text.ends_with(pattern);
    }
    let letters = pattern.chars().count();
    let start = text.char_indices().rev().map(|(at, _)| at).nth(letters - 1);
    start.and_then(|at| text.get(at..)).is_some_and(|end| same_letters(pattern, end))
}

/// What follows the first place where a piece without `*` stands.
fn after_first<'t>(piece: &str, text: &'t str) -> Option<&'t str> {
    if !piece.contains('?') {
        return text.find(piece).and_then(|at| text.get(at + piece.len()..));
    }
    let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    starts.filter_map(|at| text.get(at..)).find_map(|tail| after_start(piece, tail))
}

/// What follows a piece without `*` that the text starts with.
fn after_start<'t>(piece: &str, text: &'t str) -> Option<&'t str> {
    if !piece.contains('?') {
        return text.strip_prefix(piece);
    }
    let mut letters = text.chars();
    piece
        .chars()
        .all(|wanted| letters.next().is_some_and(|letter| wanted == '?' || wanted == letter))
        .then_some(letters.as_str())
}

/// Whether a piece without `*` is the whole text.
fn same_letters(piece: &str, text: &str) -> bool {
    after_start(piece, text).is_some_and(str::is_empty)
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn wildcards_match_the_whole_text() {
        for (pattern, text, expected) in [
            ("moi", "moi", true),
            ("moi", "moi ", false),
            ("*organised crime*", "combating organised crime (drugs)", true),
            ("*organised crime", "combating organised crime (drugs)", false),
            ("a*b*c", "a-b-b-c", true),
            ("a*b*c", "a-c-b", false),
            ("?", "щ", true),
            ("?", "", false),
            ("*", "", true),
            ("**", "", true),
            ("*?", "", false),
            ("[a]", "[a]", true),
            ("[a]", "a", false),
            ("", "", true),
            ("", "a", false),
            ("*ab", "aab", true),
            ("a*ab", "ab", false),
            ("*a?c*", "xxabcx", true),
            ("?щ*", "ащит", true),
            ("МВР*", "мвр гдбоп", true),
            ("*?b", "ab", true),
            ("a**b", "ab", true),
        ] {
            assert_eq!(Pattern::new(pattern).matches(text), expected, "{pattern} on {text}");
        }
    }
}
