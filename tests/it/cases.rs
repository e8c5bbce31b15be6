//! Whole-program cases: every folder under `tests/cases` with a file `args` is run and compared, byte for byte.
//!
//! A case holds `args` (one argument a line), `in/` (files of the working directory), `stdout`, `stderr`, `code` (0 where
//! absent) and `after/` (files that must be there afterwards).

use std::path::{Path, PathBuf};

use super::harness;

#[test]
fn every_case_prints_what_it_says() {
    let cases = case_folders(&harness::root().join("tests/cases"));
    assert!(cases.len() > 100, "only {} cases were found", cases.len());
    let faults: Vec<String> = cases.iter().filter_map(|case| check(case).err()).collect();
    assert!(faults.is_empty(), "{} of {} cases differ:\n\n{}", faults.len(), cases.len(), faults.join("\n\n"));
}

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

fn check(case: &Path) -> Result<(), String> {
    let name = case.strip_prefix(harness::root()).unwrap().display().to_string();
    let folder = harness::scratch();
    if case.join("in").is_dir() {
        harness::copy(&case.join("in"), folder.path());
    }
    let args = std::fs::read_to_string(case.join("args")).unwrap();
    let args: Vec<&str> = args.lines().filter(|line| !line.is_empty()).collect();
    let output = harness::run(folder.path(), &args);
    let text = |file: &str| std::fs::read_to_string(case.join(file)).unwrap_or_default();
    let mut faults = String::new();
    for (file, found) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
        let (expected, found) = (text(file), String::from_utf8_lossy(found));
        if expected != found {
            faults.push_str(&format!("--- {file}, expected\n{expected}+++ {file}, found\n{found}"));
        }
    }
    let expected_code = text("code").trim().parse().unwrap_or(0);
    if output.status.code() != Some(expected_code) {
        faults.push_str(&format!("--- code: expected {expected_code}, found {:?}\n", output.status.code()));
    }
    let after = case.join("after");
    for entry in after.read_dir().into_iter().flatten().map(Result::unwrap) {
        let there = std::fs::read(folder.path().join(entry.file_name())).ok();
        if there != std::fs::read(entry.path()).ok() {
            faults.push_str(&format!("--- {} is not what it should be afterwards\n", entry.path().display()));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(format!("{name} ({})\n{faults}", args.join(" "))) }
}
