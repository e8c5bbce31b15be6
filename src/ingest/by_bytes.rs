//! Things by bytes, the bytes of all of them kept one behind the other.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::RandomState;
use hashbrown::HashTable;

use crate::domain::KeptHash;

/// Things, each found by its bytes.
#[derive(Debug)]
pub struct ByBytes<T> {
    entries: HashTable<Entry<T>>,
    bytes: Vec<u8>,
    hasher: RandomState,
}

/// Where the bytes of a thing are.
#[derive(Debug, Clone, Copy)]
struct Entry<T> {
    start: usize,
    /// How many they are: a row has at most sixteen million.
    length: u32,
    hash: KeptHash,
    thing: T,
}

impl<T> Entry<T> {
    fn end(&self) -> usize {
        self.start + self.length as usize
    }
}

impl<T> Default for ByBytes<T> {
    fn default() -> Self {
        Self { entries: HashTable::new(), bytes: Vec::new(), hasher: RandomState::default() }
    }
}

impl<T: Copy> ByBytes<T> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// The thing of these bytes.
    #[inline(always)]
    pub fn get(&self, bytes: &[u8]) -> Option<T> {
        let is_it = |entry: &Entry<T>| self.bytes.get(entry.start..entry.end()).is_some_and(|own| is_same(own, bytes));
        self.entries.find(hash(&self.hasher, bytes).spread(), is_it).map(|entry| entry.thing)
    }

    /// Keeps a thing of bytes that have none, and says where those are kept: from there up to there.
    pub fn insert(&mut self, bytes: &[u8], thing: T) -> (usize, usize) {
        let Self { entries, bytes: all, hasher } = self;
        let (start, end) = (all.len(), all.len() + bytes.len());
        let hash = hash(hasher, bytes);
        all.extend_from_slice(bytes);
        entries.insert_unique(hash.spread(), Entry { start, length: bytes.len() as u32, hash, thing }, |entry| {
            entry.hash.spread()
        });
        (start, end)
    }

    /// The bytes of all things.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes of all things; by what they were found is dropped.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

#[inline]
fn hash(hasher: &RandomState, bytes: &[u8]) -> KeptHash {
    let mut hasher = hasher.build_hasher();
    hasher.write(bytes);
    KeptHash::new(hasher.finish())
}

/// Bytes that are compared at once.
const AT_ONCE: usize = 16;

/// Whether bytes are the same: so many at a time, for they are few, and a call of the system's comparison takes longer.
#[inline]
fn is_same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let (Some(end), Some(other_end)) = (one.last_chunk::<AT_ONCE>(), other.last_chunk()) else { return one == other };
    if end != other_end {
        return false;
    }
    let ((pieces, _), (others, _)) = (one.as_chunks::<AT_ONCE>(), other.as_chunks());
    for (number, piece) in pieces.iter().enumerate() {
        match others.get(number) {
            Some(other) if other == piece => {}
            _ => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn bytes_are_the_same_where_each_of_them_is() {
        for length in 0..70 {
            let bytes: Vec<u8> = (0..length).collect();
            assert!(is_same(&bytes, &bytes.clone()), "{length}");
            assert!(!is_same(&bytes, &[bytes.as_slice(), b"x"].concat()), "{length}");
            for changed in 0..bytes.len() {
                let mut other = bytes.clone();
                other[changed] ^= 1;
                assert!(!is_same(&bytes, &other), "{length} {changed}");
            }
        }
    }
}
