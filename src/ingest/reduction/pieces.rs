//! A list that grows by pieces: nothing is copied however long it grows, but for its beginning, and it is given up piece by
//! piece.

/// Things in a piece.
const PIECE: usize = 512;

/// Things in the order in which they came.
#[derive(Debug)]
pub struct Pieces<T> {
    /// Full, all but the last.
    pieces: Vec<Vec<T>>,
}

impl<T> Default for Pieces<T> {
    fn default() -> Self {
        Self { pieces: Vec::new() }
    }
}

impl<T> Pieces<T> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.pieces.last().map_or(0, |last| (self.pieces.len() - 1) * PIECE + last.len())
    }

    /// One more.
    pub fn push(&mut self, thing: T) {
        match self.pieces.last_mut().filter(|last| last.len() < PIECE) {
            Some(last) => last.push(thing),
            None => {
                // A file of few lines has no use for a whole piece.
                let mut piece = Vec::with_capacity(if self.pieces.is_empty() { 0 } else { PIECE });
                piece.push(thing);
                self.pieces.push(piece);
            }
        }
    }

    /// The thing at a place.
    #[inline(always)]
    pub fn get(&self, place: usize) -> Option<&T> {
        self.pieces.get(place / PIECE)?.get(place % PIECE)
    }

    /// The thing at a place, to be changed.
    #[inline(always)]
    pub fn get_mut(&mut self, place: usize) -> Option<&mut T> {
        self.pieces.get_mut(place / PIECE)?.get_mut(place % PIECE)
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.pieces.iter().flatten()
    }
}

impl<T> IntoIterator for Pieces<T> {
    type Item = T;
    type IntoIter = std::iter::Flatten<std::vec::IntoIter<Vec<T>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.pieces.into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::{PIECE, Pieces};

    #[test]
    fn things_are_where_they_were_put() {
        let mut pieces = Pieces::default();
        for thing in 0..3 * PIECE + 1 {
            assert_eq!((pieces.len(), pieces.get(thing)), (thing, None));
            pieces.push(thing);
            *pieces.get_mut(thing).unwrap() += 1;
            assert_eq!(pieces.get(thing), Some(&(thing + 1)));
        }
        assert!(pieces.iter().copied().eq(1..3 * PIECE + 2));
        assert!(pieces.into_iter().eq(1..3 * PIECE + 2));
    }
}
