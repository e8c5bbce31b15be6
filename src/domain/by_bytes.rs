//! Things by bytes.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::RandomState;
use hashbrown::HashTable;

use super::kept_bytes::{KeptBytes, Place};
use super::kept_hash::KeptHash;

/// Things, each found by its bytes.
#[derive(Debug)]
pub struct ByBytes<T> {
    entries: HashTable<Entry<T>>,
    bytes: KeptBytes,
    hasher: RandomState,
}

/// A thing, and where its bytes are.
#[derive(Debug, Clone, Copy)]
struct Entry<T> {
    place: Place,
    hash: KeptHash,
    thing: T,
}

impl<T> Default for ByBytes<T> {
    fn default() -> Self {
        Self { entries: HashTable::new(), bytes: KeptBytes::default(), hasher: RandomState::default() }
    }
}

impl<T: Copy> ByBytes<T> {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.entries.len()
    }

    /// The thing of these bytes.
    #[inline(always)]
    pub fn get(&self, bytes: &[u8]) -> Option<T> {
        let is_it = |entry: &Entry<T>| is_same(self.bytes.get(entry.place), bytes);
        self.entries.find(hash(&self.hasher, bytes).spread(), is_it).map(|entry| entry.thing)
    }

    /// Keeps a thing of bytes that have none, and says where those are kept.
    pub fn insert(&mut self, bytes: &[u8], thing: T) -> Place {
        let place = self.bytes.keep(bytes);
        let hash = hash(&self.hasher, bytes);
        self.entries.insert_unique(hash.spread(), Entry { place, hash, thing }, |entry| entry.hash.spread());
        place
    }

    /// The bytes of all things.
    pub fn bytes(&self) -> &KeptBytes {
        &self.bytes
    }

    /// The bytes of all things; by what they were found is dropped.
    pub fn into_bytes(self) -> KeptBytes {
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
