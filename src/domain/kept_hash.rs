//! A hash that is kept beside what it is of.

use std::hash::{BuildHasher, Hash};

/// A hash in half the bits, so that a table that grows need not read again what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptHash(u32);

impl KeptHash {
    /// Of a hash.
    #[inline(always)]
    #[must_use]
    pub fn new(hash: u64) -> Self {
        // Both halves, in what is left of the lower.
        Self((hash ^ (hash >> 32)) as u32)
    }

    /// Of a thing.
    #[inline]
    pub fn of(hasher: &impl BuildHasher, thing: &(impl Hash + ?Sized)) -> Self {
        Self::new(hasher.hash_one(thing))
    }

    /// Spread over all bits again: a table looks at those at both ends.
    #[inline(always)]
    #[must_use]
    pub fn spread(self) -> u64 {
        u64::from(self.0).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}
