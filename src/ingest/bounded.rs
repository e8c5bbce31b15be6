//! Counts and readers that stop at a [`Limit`] while something is read.

use std::io::{self, BufRead, Read};

use crate::diagnostics::{Exceeded, Limit};

/// A count that may not go past its limit.
#[derive(Debug, Clone, Copy)]
pub struct Tally {
    limit: Limit,
    count: u64,
}

impl Tally {
    /// Of nothing yet.
    #[must_use]
    pub const fn new(limit: Limit) -> Self {
        Self { limit, count: 0 }
    }

    /// Counts more.
    ///
    /// # Errors
    ///
    /// Where it is too much.
    pub fn add(&mut self, more: u64) -> Result<(), Exceeded> {
        self.count = self.count.saturating_add(more);
        self.limit.check(self.count)
    }

    /// Begins anew.
    pub fn reset(&mut self) {
        self.count = 0;
    }
}

/// A reader that fails with [`Exceeded`] past a number of bytes.
#[derive(Debug)]
pub struct Bounded<R> {
    inner: R,
    tally: Tally,
}

impl<R> Bounded<R> {
    /// Around a reader.
    pub const fn new(inner: R, limit: Limit) -> Self {
        Self { inner, tally: Tally::new(limit) }
    }

    /// Begins to count anew.
    pub fn reset(&mut self) {
        self.tally.reset();
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.tally.add(read as u64)?;
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Bounded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.tally.add(0)?;
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        // The error, if there is one, is that of the next bytes asked for.
        let _ = self.tally.add(amount as u64);
        self.inner.consume(amount);
    }
}

/// The limit that stopped a reader, if one did.
#[must_use]
pub fn exceeded(error: &io::Error) -> Option<&Exceeded> {
    error.get_ref()?.downcast_ref()
}

impl From<Exceeded> for io::Error {
    fn from(exceeded: Exceeded) -> Self {
        Self::other(exceeded)
    }
}
