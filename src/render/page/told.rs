//! The texts that sentences of one language become: what is said more than once as it is, all else in pieces of a pattern
//! between which the values of its line stand.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::parted::Kind;
use super::pattern::PatternPiece;
use super::sayings::{Sayings, Sentence};
use super::store::Store;
use super::values::{Piece, Values};

/// A sentence as the script reads it: its depth, then its pieces.
pub(super) type Text = (u32, Vec<Piece>);

/// What is said in one language, and the texts that it became.
#[derive(Debug)]
pub(super) struct Told<'s> {
    sayings: &'s Sayings,
    /// What is said more than once is one text.
    often: HashMap<Sentence, usize, RandomState>,
    /// All else is of a pattern, at a depth, with values in places.
    once: HashMap<(u32, u32, Vec<usize>), usize, RandomState>,
}

impl<'s> Told<'s> {
    pub(super) fn new(sayings: &'s Sayings) -> Self {
        Self { sayings, often: HashMap::default(), once: HashMap::default() }
    }

    /// The texts of what a thing says.
    pub(super) fn texts(
        &mut self,
        thing: usize,
        names: &[(usize, &str)],
        values: &mut Values<'s>,
        texts: &mut Store<Text>,
    ) -> Vec<usize> {
        self.sayings.of(thing).iter().map(|sentence| self.text(*sentence, names, values, texts)).collect()
    }

    fn text(
        &mut self,
        sentence: Sentence,
        names: &[(usize, &str)],
        values: &mut Values<'s>,
        texts: &mut Store<Text>,
    ) -> usize {
        let (sayings, Sentence { depth, number }) = (self.sayings, sentence);
        let (pattern_number, pattern) = sayings.pattern(number);
        if sayings.times(number) > 1 {
            return *self.often.entry(sentence).or_insert_with(|| {
                let words = pattern.said(sayings.language(), sayings.values(number));
                texts.put((depth, vec![Piece::Words(words)]))
            });
        }
        let place = |value: &'s str| {
            let name = names.iter().find(|(_, name)| *name == value);
            name.map_or_else(|| values.place(value), |(place, _)| *place)
        };
        let places: Vec<usize> = sayings.values(number).map(place).collect();
        let key = (depth, pattern_number, places);
        if let Some(text) = self.once.get(&key) {
            return *text;
        }
        let piece = |piece: &PatternPiece| match piece {
            PatternPiece::Words(words) => Piece::Words(words.clone()),
            PatternPiece::Value(value, Kind::Plain) => Piece::Value(key.2[*value]),
            PatternPiece::Value(value, Kind::Figure) => Piece::Figure(key.2[*value]),
        };
        let text = texts.put((depth, pattern.pieces().iter().map(piece).collect()));
        self.once.insert(key, text);
        text
    }
}
