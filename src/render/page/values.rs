//! The values of a line, each in its place, which its sentences in every language share.

use serde::{Serialize, Serializer};

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

/// What the sentences of one line share: the cells of its row, then whatever else they name.
#[derive(Debug, Default)]
pub(super) struct Values<'v> {
    /// Its cells: figures as plain text, nothing for words.
    cells: Vec<Option<&'v str>>,
    /// What no cell holds.
    own: Vec<&'v str>,
}

impl<'v> Values<'v> {
    pub(super) const fn new(cells: Vec<Option<&'v str>>) -> Self {
        Self { cells, own: Vec::new() }
    }

    /// What no cell holds, in order of its places.
    pub(super) fn own(&self) -> &[&'v str] {
        &self.own
    }

    /// The place of a value, which gets one if it has none.
    pub(super) fn place(&mut self, value: &'v str) -> usize {
        if let Some(place) = self.cells.iter().position(|cell| *cell == Some(value)) {
            return place;
        }
        let known = self.own.iter().position(|own| *own == value);
        self.cells.len()
            + known.unwrap_or_else(|| {
                self.own.push(value);
                self.own.len() - 1
            })
    }
}
