//! Sentences in pieces: what many lines say alike is kept once, and what a line alone says, its names and figures, stands
//! apart as values that every language shares. In: a sentence and what is known of its line; out: pieces and places.

use serde::{Serialize, Serializer};

use crate::language::Language;

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Piece {
    /// Words as they are.
    Words(String),
    /// The value in a place, as it is.
    Value(usize),
    /// The value in a place, as the language writes figures.
    Figure(usize),
}

/// Words are text, a place is a number from 0 on, and a figure's place is one below 0 from -1 on.
impl Serialize for Piece {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Words(words) => serializer.serialize_str(words),
            Self::Value(place) => serializer.serialize_u64(*place as u64),
            Self::Figure(place) => serializer.serialize_i64(-1 - i64::try_from(*place).unwrap_or(i64::MAX)),
        }
    }
}

/// What sentences of one line share: the cells of its row, then whatever else they name.
#[derive(Debug, Default)]
pub(super) struct Values {
    /// Its cells: figures as plain text, nothing for words.
    cells: Vec<Option<String>>,
    /// What no cell holds.
    own: Vec<String>,
}

impl Values {
    pub(super) const fn new(cells: Vec<Option<String>>) -> Self {
        Self { cells, own: Vec::new() }
    }

    /// What no cell holds, in order of its places.
    pub(super) fn own(&self) -> &[String] {
        &self.own
    }

    /// The place of a value, which gets one if it has none.
    fn place(&mut self, value: &str) -> usize {
        if let Some(place) = self.cells.iter().position(|cell| cell.as_deref() == Some(value)) {
            return place;
        }
        let known = self.own.iter().position(|own| own == value);
        self.cells.len()
            + known.unwrap_or_else(|| {
                self.own.push(value.to_owned());
                self.own.len() - 1
            })
    }
}

/// A sentence in pieces. `names` are words of cells, each with its place.
pub(super) fn pieces(language: Language, sentence: &str, names: &[(usize, &str)], values: &mut Values) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut words = String::new();
    let mut rest = sentence;
    while let Some(letter) = rest.chars().next() {
        let follows = words.chars().next_back().is_some_and(char::is_alphanumeric);
        let name = names.iter().find(|(_, name)| !follows && is_whole(rest, name));
        let (piece, length) = if let Some((place, name)) = name {
            (Piece::Value(*place), name.len())
        } else if letter.is_ascii_digit() {
            let number = number(rest);
            let plain = plain(language, number);
            let place = values.place(plain.as_deref().unwrap_or(number));
            let is_plain = plain.is_none_or(|plain| plain == number);
            (if is_plain { Piece::Value(place) } else { Piece::Figure(place) }, number.len())
        } else {
            words.push(letter);
            rest = rest.get(letter.len_utf8()..).unwrap_or_default();
            continue;
        };
        if !words.is_empty() {
            found.push(Piece::Words(std::mem::take(&mut words)));
        }
        found.push(piece);
        rest = rest.get(length..).unwrap_or_default();
    }
    if !words.is_empty() {
        found.push(Piece::Words(words));
    }
    found
}

/// Whether a text begins with a name that ends there.
fn is_whole(text: &str, name: &str) -> bool {
    text.strip_prefix(name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// The digits in front, with the marks among them.
fn number(text: &str) -> &str {
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

#[cfg(test)]
mod tests {
    use super::{Language, Piece, Values, pieces};

    fn joined(language: Language, pieces: &[Piece], names: &[(usize, &str)], values: &Values) -> String {
        let value = |place: usize| -> String {
            let named = names.iter().find(|(of, _)| *of == place).map(|(_, name)| (*name).to_owned());
            let cell = values.cells.get(place).cloned().flatten();
            named.or(cell).unwrap_or_else(|| values.own[place - values.cells.len()].clone())
        };
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Words(words) => words.clone(),
                Piece::Value(place) => value(*place),
                Piece::Figure(place) => language.figure(&value(*place)),
            })
            .collect()
    }

    #[test]
    fn pieces_make_the_sentence_again_and_languages_share_values() {
        let names = [(0, "Programme 12"), (1, "A1")];
        let mut values = Values::new(vec![None, None, Some("1096.46".to_owned())]);
        let english = "A1, \"Programme 12\": 1,096.46 of 51,598.00 BGN (exactly 17/800), A12 in 2014, 1.2.2015, 1,5.";
        let bulgarian = "A1, „Programme 12“: 1096,46 от 51\u{a0}598,00 BGN (точно 17/800), 2014, 0,5 и 1.5 и 007.";
        for (language, sentence) in [(Language::English, english), (Language::Bulgarian, bulgarian)] {
            let pieces = pieces(language, sentence, &names, &mut values);
            assert_eq!(joined(language, &pieces, &names, &values), sentence);
            assert!(pieces.contains(&Piece::Figure(2)), "{pieces:?}");
        }
        assert_eq!(values.own(), ["51598.00", "17", "800", "12", "2014", "1.2.2015", "1,5", "0.5", "1.5", "007"]);
    }
}
