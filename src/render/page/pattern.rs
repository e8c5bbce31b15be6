//! What all sentences of a shape say, in pieces between which their values stand.

use super::parted::{Kind, Parted, marked, with_marks, words_with_marks};
use crate::diagnostics::text::printable;
use crate::language::Language;
use crate::render::explain::Says;

/// Something that is said.
#[derive(Debug, Clone, Copy)]
pub(super) enum Said<'s> {
    /// A message, with the texts that stand apart wherever they are a value of it.
    Message(&'s Says, &'s [&'s str]),
    /// Words.
    Words(&'s str),
}

/// What all sentences of a shape say.
#[derive(Debug, Default)]
pub(super) struct Pattern(Vec<PatternPiece>);

/// A piece of a pattern.
#[derive(Debug)]
pub(super) enum PatternPiece {
    /// Words as they are.
    Words(String),
    /// The value of this place among those of the sentence.
    Value(usize, Kind),
}

impl Said<'_> {
    /// Its words.
    pub(super) fn words(self, language: Language) -> String {
        match self {
            Self::Message(says, _) => printable(&language.say(says.message())),
            Self::Words(words) => words.to_owned(),
        }
    }

    /// Takes it apart.
    pub(super) fn part(self, language: Language, parted: &mut Parted) {
        match self {
            Self::Message(says, names) => parted.message(language, says.message(), names),
            Self::Words(words) => parted.words(language, words),
        }
        if parted.is_too_much() {
            parted.whole(&self.words(language));
        }
    }
}

impl Pattern {
    /// The pattern of something said that was taken apart; `None` where what it says cannot be put together from pieces and
    /// values again.
    pub(super) fn of(said: Said<'_>, parted: &Parted, language: Language) -> Option<Self> {
        if parted.is_whole() {
            return Some(Self::whole());
        }
        let pattern = match said {
            Said::Message(says, names) => {
                let marked = with_marks(language, says.message(), names, &mut 0);
                Self::cut(&printable(&language.say(&marked)), parted)
            }
            Said::Words(_) => Self::cut(words_with_marks(parted), parted),
        };
        (pattern.said(language, parted.values()) == said.words(language)).then_some(pattern)
    }

    /// The pattern of sentences that are their only value.
    pub(super) fn whole() -> Self {
        Self(vec![PatternPiece::Value(0, Kind::Plain)])
    }

    /// Cuts words at the marks in them.
    fn cut(words: &str, parted: &Parted) -> Self {
        let kinds: Vec<Kind> = parted.kinds().collect();
        let mut pieces = Vec::new();
        let mut kept = String::new();
        for letter in words.chars() {
            let value = marked(letter).and_then(|place| Some(PatternPiece::Value(place, *kinds.get(place)?)));
            let Some(value) = value else {
                kept.push(letter);
                continue;
            };
            if !kept.is_empty() {
                pieces.push(PatternPiece::Words(std::mem::take(&mut kept)));
            }
            pieces.push(value);
        }
        if !kept.is_empty() {
            pieces.push(PatternPiece::Words(kept));
        }
        Self(pieces)
    }

    /// Its pieces in order.
    pub(super) fn pieces(&self) -> &[PatternPiece] {
        &self.0
    }

    /// What it says with values.
    pub(super) fn said<'v>(&self, language: Language, values: impl Iterator<Item = &'v str>) -> String {
        let values: Vec<&str> = values.collect();
        let mut out = String::new();
        for piece in &self.0 {
            match piece {
                PatternPiece::Words(words) => out.push_str(words),
                PatternPiece::Value(place, kind) => {
                    let value = values.get(*place).copied().unwrap_or_default();
                    match kind {
                        Kind::Plain => out.push_str(value),
                        Kind::Figure => out.push_str(&language.figure(value)),
                    }
                }
            }
        }
        out
    }
}
