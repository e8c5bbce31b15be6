//! What is said, in two: what many lines say alike, and what a line alone says, its names and figures. In: a message, or
//! words; out: the shape of what is said, by which sentences that differ in names and figures alone are known to be of
//! one pattern, and the values that stand in it.

use std::borrow::Cow;

use crate::diagnostics::text::{is_printable, printable};
use crate::domain::per_cent_text;
use crate::language::{Language, Message, Value};

/// Longest text that stands apart, in bytes: what is longer is kept as it is, so that lines of the file stay short.
const LONGEST: usize = 200;

/// Most values that a sentence has apart; one of more is a value as a whole.
const MOST: usize = 1000;

/// The letters that hold the places of values in a pattern, the first of those that Unicode keeps for private use.
const FIRST_MARK: u32 = 0xf_0000;

/// The first byte of every mark. A text with such a letter is a value.
const MARK_BYTE: u8 = 0xf3;

/// The mark of the value at a place.
pub(super) fn mark(place: usize) -> char {
    u32::try_from(place)
        .ok()
        .and_then(|place| char::from_u32(FIRST_MARK + place))
        .unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The place that a mark holds.
pub(super) fn marked(letter: char) -> Option<usize> {
    let place = u32::from(letter).checked_sub(FIRST_MARK)?;
    usize::try_from(place).ok().filter(|place| *place < MOST)
}

/// What the shape of a message, of words and of a whole begins with.
const MESSAGE: u8 = b'm';
const WORDS: u8 = b'w';
const WHOLE: u8 = b'x';

/// How a value is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// As it is.
    Plain,
    /// As the language writes figures.
    Figure,
}

/// What was said last, in two.
#[derive(Debug, Default)]
pub(super) struct Parted {
    /// All that decides what is said but the values.
    shape: Vec<u8>,
    /// The values, one behind the other.
    values: String,
    /// Where each of them ends, and how it is shown.
    slots: Vec<(usize, Kind)>,
}

/// A value of a message: kept in what all say, or apart with what stands behind it.
enum Part<'m> {
    Kept(Cow<'m, str>),
    Apart(Cow<'m, str>, Kind, &'static str),
}

impl Parted {
    /// All that decides what is said but the values.
    pub(super) fn shape(&self) -> &[u8] {
        &self.shape
    }

    /// The values in order.
    pub(super) fn values(&self) -> impl Iterator<Item = &str> {
        let starts = [0].into_iter().chain(self.slots.iter().map(|(end, _)| *end));
        starts.zip(&self.slots).map(|(start, (end, _))| self.values.get(start..*end).unwrap_or_default())
    }

    /// How they are shown.
    pub(super) fn kinds(&self) -> impl Iterator<Item = Kind> {
        self.slots.iter().map(|(_, kind)| *kind)
    }

    fn clear(&mut self) {
        self.shape.clear();
        self.values.clear();
        self.slots.clear();
    }

    /// Takes it as one value, whatever it says.
    pub(super) fn whole(&mut self, words: &str) {
        self.clear();
        self.shape.push(WHOLE);
        self.keep(words, Kind::Plain);
    }

    /// Whether it is one value as a whole.
    pub(super) fn is_whole(&self) -> bool {
        self.shape == [WHOLE]
    }

    /// Whether there are more values than one sentence has apart.
    pub(super) const fn is_too_much(&self) -> bool {
        self.slots.len() > MOST
    }

    /// Takes a message apart. `names` are texts that stand apart wherever they are a value.
    pub(super) fn message(&mut self, language: Language, message: &Message, names: &[&str]) {
        self.clear();
        self.shape.push(MESSAGE);
        self.add(language, message, names);
    }

    fn add(&mut self, language: Language, message: &Message, names: &[&str]) {
        self.text(&message.key);
        for (name, value) in &message.values {
            self.text(name);
            self.value(language, value, names);
        }
        self.shape.push(b'.');
    }

    fn value(&mut self, language: Language, value: &Value, names: &[&str]) {
        match value {
            Value::Message(message) => {
                self.shape.push(b'm');
                self.add(language, message, names);
            }
            Value::List(values, between) => {
                self.shape.extend([b'l', *between as u8]);
                self.number(values.len());
                values.iter().for_each(|value| self.value(language, value, names));
            }
            // A text may say one otherwise than many.
            Value::Count(count) => {
                self.shape.push(b'c');
                self.shape.extend(count.to_le_bytes());
            }
            _ => match part(language, value, names) {
                Part::Kept(words) => {
                    self.shape.push(b'k');
                    self.text(&words);
                }
                Part::Apart(value, kind, behind) => {
                    self.shape.extend([b'a', kind as u8]);
                    self.text(behind);
                    // What steers is shown as escapes, as in all that is said of a line.
                    let value = if is_printable(&value) { value } else { Cow::Owned(printable(&value)) };
                    self.keep(&value, kind);
                }
            },
        }
    }

    /// Takes words apart: their numbers from all else.
    pub(super) fn words(&mut self, language: Language, words: &str) {
        if words.bytes().any(|byte| byte == MARK_BYTE) {
            return self.whole(words);
        }
        self.clear();
        self.shape.push(WORDS);
        let mut rest = words;
        while let Some(letter) = rest.chars().next() {
            let number = number(rest);
            let (taken, behind) = rest.split_at(number.len().max(letter.len_utf8()));
            if number.is_empty() {
                self.shape.extend(taken.as_bytes());
            } else {
                self.shape.extend(mark(self.slots.len()).encode_utf8(&mut [0; 4]).as_bytes());
                match plain(language, number) {
                    Some(plain) if plain != number => self.keep(&plain, Kind::Figure),
                    _ => self.keep(number, Kind::Plain),
                }
            }
            rest = behind;
        }
        self.shape.push(0);
        self.shape.extend(self.slots.iter().map(|(_, kind)| *kind as u8));
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.shape.extend(text.as_bytes());
    }

    fn number(&mut self, number: usize) {
        self.shape.extend((number as u64).to_le_bytes());
    }

    fn keep(&mut self, value: &str, kind: Kind) {
        self.values.push_str(value);
        self.slots.push((self.values.len(), kind));
    }
}

/// The message with marks where values stand apart, numbered on from `places`.
pub(super) fn with_marks(language: Language, message: &Message, names: &[&str], places: &mut usize) -> Message {
    let values = message.values.iter().map(|(name, value)| (*name, value_with_marks(language, value, names, places)));
    Message { values: values.collect(), key: message.key.clone() }
}

fn value_with_marks(language: Language, value: &Value, names: &[&str], places: &mut usize) -> Value {
    match value {
        Value::Message(message) => Value::Message(with_marks(language, message, names, places)),
        Value::List(values, between) => {
            let values = values.iter().map(|value| value_with_marks(language, value, names, places));
            Value::List(values.collect(), *between)
        }
        Value::Count(count) => Value::Count(*count),
        _ => Value::Text(match part(language, value, names) {
            Part::Kept(words) => words.into_owned(),
            Part::Apart(_, _, behind) => {
                *places += 1;
                format!("{}{behind}", mark(*places - 1))
            }
        }),
    }
}

/// The words with marks where their numbers stood: what [`Parted::words`] has as their shape.
pub(super) fn words_with_marks(parted: &Parted) -> &str {
    let shape = parted.shape.get(1..parted.shape.len().saturating_sub(1 + parted.slots.len()));
    shape.and_then(|words| std::str::from_utf8(words).ok()).unwrap_or_default()
}

/// A value that is said as words.
fn part<'m>(language: Language, value: &'m Value, names: &[&str]) -> Part<'m> {
    match value {
        Value::Figure(plain) if is_figure(plain) => Part::Apart(Cow::Borrowed(plain), Kind::Figure, ""),
        Value::Share(share) => match per_cent_text(share).strip_suffix(" %") {
            Some(plain) if is_figure(plain) => Part::Apart(Cow::Owned(plain.to_owned()), Kind::Figure, " %"),
            _ => Part::Kept(language.value(value)),
        },
        _ => {
            let words = language.value(value);
            if is_apart(&words, names) { Part::Apart(words, Kind::Plain, "") } else { Part::Kept(words) }
        }
    }
}

/// Whether words are a line's own: names, and what has numbers.
fn is_apart(words: &str, names: &[&str]) -> bool {
    let has_digits = || words.bytes().any(|byte| byte.is_ascii_digit());
    let has_marks = || words.bytes().any(|byte| byte == MARK_BYTE);
    names.contains(&words) || (words.len() <= LONGEST && has_digits()) || has_marks()
}

/// Whether text is a figure as plain decimal text, which every language and the script write alike.
fn is_figure(plain: &str) -> bool {
    let unsigned = plain.strip_prefix(['-', '+']).unwrap_or(plain);
    let is_digits = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    is_digits(whole) && is_digits(decimals)
}

/// The number in front, with the marks among its digits, or nothing.
fn number(text: &str) -> &str {
    if !text.starts_with(|letter: char| letter.is_ascii_digit()) {
        return "";
    }
    let is_in = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '\u{a0}');
    let end = text.find(|letter| !is_in(letter)).unwrap_or(text.len());
    text.get(..end).unwrap_or(text).trim_end_matches(|letter: char| !letter.is_ascii_digit())
}

/// The plain decimal text that a language writes in this way; `None` where it writes none so.
fn plain(language: Language, number: &str) -> Option<String> {
    let marks = language.marks();
    let without = number.replace(marks.group, "");
    let plain = without.replace(marks.decimal, ".");
    (language.figure(&plain) == number).then_some(plain)
}
