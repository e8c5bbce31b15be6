//! The digest of each input, taken while it is read, so that a report names exactly what it was made from.

use std::io::{self, Read as _};

use arcstr::ArcStr;
use sha2::{Digest as _, Sha256};

use super::folder::InputFile;

/// What was read: name, SHA-256 and, for a table, its rows below the header.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileDigest {
    /// As the manifest or the command line names it.
    pub path: ArcStr,
    /// SHA-256 of its bytes, lower-case hexadecimal.
    pub sha256: String,
    /// Rows below the header; `None` for a file that is no table.
    pub rows: Option<u64>,
}

/// Takes the bytes of one file.
#[derive(Debug, Clone, Default)]
pub struct Hasher(Sha256);

impl Hasher {
    /// Takes in more of the file.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The digest of a file that was read to its end; `rows` where it is a table.
    #[must_use]
    pub fn finish(&self, path: &ArcStr, rows: Option<u64>) -> FileDigest {
        FileDigest { path: path.clone(), sha256: hex(&self.0.clone().finalize()), rows }
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

/// SHA-256 of a file that is no input, such as a stored copy of a source; lower-case hexadecimal.
///
/// # Errors
///
/// What the operating system says.
pub fn digest_of(file: &InputFile) -> io::Result<String> {
    let mut hasher = Sha256::new();
    let mut input = file.open()?;
    let mut block = vec![0; 1 << 16];
    loop {
        match input.read(&mut block)? {
            0 => return Ok(hex(&hasher.finalize())),
            read => hasher.update(block.get(..read).unwrap_or_default()),
        }
    }
}

/// SHA-256 of bytes at hand, lower-case hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
