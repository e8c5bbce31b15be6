//! Files with the same bytes: whatever stands in them counts twice.

use std::collections::BTreeMap;

use super::Subject;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::ingest::FileDigest;
use crate::message;

pub(super) fn same(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let mut seen: BTreeMap<&str, &FileDigest> = BTreeMap::new();
    for file in subject.project.files.iter().filter(|file| file.rows.is_some_and(|rows| rows > 0)) {
        match seen.get(file.sha256.as_str()) {
            // One file, as another sheet of it or under another dialect.
            Some(first) if path_of(&first.path) == path_of(&file.path) => {}
            Some(first) => {
                let message = message!("check-same-file", file = &file.path, first = &first.path);
                let diagnostic =
                    Diagnostic::new(Code::SameFile, message, message!("check-same-file-remove", file = &file.path));
                diagnostics.push(diagnostic.in_file(&file.path));
            }
            None => {
                seen.insert(&file.sha256, file);
            }
        }
    }
}

/// The path of a file without the sheet or the dialect behind it.
fn path_of(name: &str) -> &str {
    name.split(['#', '@']).next().unwrap_or(name)
}
