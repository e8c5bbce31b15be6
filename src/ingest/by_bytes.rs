//! Things by bytes, the bytes of all of them kept one behind the other.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::RandomState;
use hashbrown::HashTable;

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
    end: usize,
    thing: T,
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
        let is_it = |entry: &Entry<T>| self.bytes.get(entry.start..entry.end).is_some_and(|own| is_same(own, bytes));
        self.entries.find(hash(&self.hasher, bytes), is_it).map(|entry| entry.thing)
    }

    /// Keeps a thing of bytes that have none.
    pub fn insert(&mut self, bytes: &[u8], thing: T) {
        let Self { entries, bytes: all, hasher } = self;
        let entry = Entry { start: all.len(), end: all.len() + bytes.len(), thing };
        all.extend_from_slice(bytes);
        let rehash = |entry: &Entry<T>| hash(hasher, all.get(entry.start..entry.end).unwrap_or_default());
        entries.insert_unique(hash(hasher, bytes), entry, rehash);
    }
}

#[inline]
fn hash(hasher: &RandomState, bytes: &[u8]) -> u64 {
    let mut hasher = hasher.build_hasher();
    hasher.write(bytes);
    hasher.finish()
}

/// Whether bytes are the same: eight at a time, for they are few, and a call of the system's comparison takes longer.
#[inline]
fn is_same(one: &[u8], other: &[u8]) -> bool {
    let (Some(end), Some(other_end)) = (one.last_chunk::<8>(), other.last_chunk::<8>()) else { return one == other };
    if one.len() != other.len() || end != other_end {
        return false;
    }
    let ((ones, _), (others, _)) = (one.as_chunks::<8>(), other.as_chunks::<8>());
    for (number, eight) in ones.iter().enumerate() {
        match others.get(number) {
            Some(other) if other == eight => {}
            _ => return false,
        }
    }
    true
}
