//! The folders of whole-program cases, for the binary that runs them and for tests that read them.

use std::path::{Path, PathBuf};

/// The folders that are cases.
pub fn case_folders(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    if entries.iter().any(|entry| entry.ends_with("args")) {
        found.push(folder.to_path_buf());
        return found;
    }
    for entry in entries.iter().filter(|entry| entry.is_dir()) {
        found.extend(case_folders(entry));
    }
    found
}

/// Copies a folder's files, folders below it included.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
