//! The digest of each input, taken while it is read, so that a report names exactly what it was made from.

use std::io::{self, Read};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

/// What was read: name, SHA-256 and, for a table, its rows below the header.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileDigest {
    /// As the manifest or the command line names it.
    pub path: Arc<str>,
    /// SHA-256 of its bytes, lower-case hexadecimal.
    pub sha256: String,
    /// Rows below the header; `None` for a file that is no table.
    pub rows: Option<u64>,
}

/// A reader that digests what passes through it.
pub struct DigestReader<R> {
    inner: R,
    hasher: Sha256,
}

impl<R: Read> DigestReader<R> {
    /// Around a reader.
    pub fn new(inner: R) -> Self {
        Self { inner, hasher: Sha256::new() }
    }

    /// The digest of a table that was read to its end.
    pub fn finish(self, path: &Arc<str>, rows: u64) -> FileDigest {
        FileDigest { path: Arc::clone(path), sha256: hex(&self.hasher.finalize()), rows: Some(rows) }
    }

    /// The digest of a text that was read to its end.
    pub fn finish_text(self, path: &Arc<str>) -> FileDigest {
        FileDigest { path: Arc::clone(path), sha256: hex(&self.hasher.finalize()), rows: None }
    }
}

impl<R: Read> Read for DigestReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.hasher.update(&buffer[..read]);
        Ok(read)
    }
}

/// One digest over all files: SHA-256 of a line `path`, TAB, `sha256`, LF for each, in order.
#[must_use]
pub fn digest_of_all(files: &[FileDigest]) -> String {
    let mut hasher = Sha256::new();
    for file in files {
        hasher.update(format!("{}\t{}\n", file.path, file.sha256));
    }
    format!("sha256:{}", hex(&hasher.finalize()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
