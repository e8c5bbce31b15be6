//! How far the reading of files has come, for whoever shows progress.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Bytes read and bytes to read. Clones share them.
#[derive(Debug, Clone, Default)]
pub struct Watch(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    read: AtomicU64,
    expected: AtomicU64,
}

impl Watch {
    /// Bytes read so far.
    #[must_use]
    pub fn read(&self) -> u64 {
        self.0.read.load(Ordering::Relaxed)
    }

    /// Bytes of all files together.
    #[must_use]
    pub fn expected(&self) -> u64 {
        self.0.expected.load(Ordering::Relaxed)
    }

    /// Adds a file that is going to be read.
    pub fn expect(&self, bytes: u64) {
        self.0.expected.fetch_add(bytes, Ordering::Relaxed);
    }
}

/// A reader whose bytes are counted.
#[derive(Debug)]
pub struct Watched<R> {
    inner: R,
    watch: Watch,
}

impl<R> Watched<R> {
    /// Around a reader.
    pub fn new(inner: R, watch: &Watch) -> Self {
        Self { inner, watch: watch.clone() }
    }
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.watch.0.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}
