//! A whole small text file, such as TOML.

use std::io::Read as _;

use super::digest::{FileDigest, Hasher};
use super::folder::InputFile;
use super::manifest::unreadable;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Limit};
use crate::domain::Origin;
use crate::message;

/// Reads a whole text file; `None` after diagnostics.
pub fn read_text(file: &InputFile, diagnostics: &mut Diagnostics) -> Option<(String, FileDigest)> {
    let mut bytes = Vec::new();
    let most = Limit::WholeFile.most();
    let read = file.open().and_then(|input| input.take(most + 1).read_to_end(&mut bytes));
    read.map_err(|error| diagnostics.push(unreadable(file, &error))).ok()?;
    if Limit::WholeFile.is_passed_by(bytes.len() as u64) {
        diagnostics.push(Limit::WholeFile.passed().in_file(&file.name));
        return None;
    }
    let mut hasher = Hasher::default();
    hasher.update(&bytes);
    match String::from_utf8(bytes) {
        Ok(text) => Some((text, hasher.finish(&file.name, None))),
        Err(error) => {
            let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
            let row = 1 + memchr::memchr_iter(b'\n', before).count() as u64;
            diagnostics.push(
                Diagnostic::new(Code::NotUtf8, message!("file-not-utf8"), message!("file-save-as-utf8"))
                    .at(&Origin { file: file.name.clone(), row })
                    .expected(message!("file-utf8")),
            );
            None
        }
    }
}
