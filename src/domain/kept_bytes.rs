//! Bytes of many things, kept for as long as these: nothing but the beginning moves when more come.

/// Bytes in a piece.
const PIECE: usize = 64 << 10;

/// Bytes of many things, those of each together.
#[derive(Debug, Default)]
pub struct KeptBytes {
    pieces: Vec<Vec<u8>>,
}

/// Where the bytes of a thing are kept. A row has at most sixteen million.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    piece: u32,
    start: u32,
    length: u32,
}

impl Place {
    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.length == 0
    }
}

impl KeptBytes {
    /// Keeps the bytes of a thing.
    pub fn keep(&mut self, bytes: &[u8]) -> Place {
        let has_room = |piece: &Vec<u8>| piece.len() + bytes.len() <= PIECE;
        if !self.pieces.last().is_some_and(has_room) {
            // A file of few lines has no use for a whole piece.
            let room = if self.pieces.is_empty() { 0 } else { PIECE };
            self.pieces.push(Vec::with_capacity(room.max(bytes.len())));
        }
        let piece = self.pieces.len() - 1;
        let kept = &mut self.pieces[piece];
        let start = kept.len();
        kept.extend_from_slice(bytes);
        // There are far fewer pieces than 2^32, and none is as long.
        Place { piece: piece as u32, start: start as u32, length: bytes.len() as u32 }
    }

    /// The bytes at a place.
    #[inline(always)]
    pub fn get(&self, place: Place) -> &[u8] {
        let start = place.start as usize;
        &self.pieces[place.piece as usize][start..start + place.length as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::{KeptBytes, PIECE};

    #[test]
    fn bytes_are_kept_as_they_came() {
        let lengths = [0, 1, PIECE - 1, 1, 2, PIECE, PIECE + 1, 3, 2 * PIECE, 0, PIECE / 2, PIECE / 2, PIECE / 2 + 1];
        let things: Vec<Vec<u8>> =
            lengths.iter().enumerate().map(|(number, length)| vec![number as u8; *length]).collect();
        let mut kept = KeptBytes::default();
        let places: Vec<_> = things.iter().map(|thing| kept.keep(thing)).collect();
        for (place, thing) in places.into_iter().zip(&things) {
            assert_eq!((kept.get(place), place.is_empty()), (thing.as_slice(), thing.is_empty()));
        }
    }
}
