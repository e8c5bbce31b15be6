//! Whole-program cases, one test each: every folder under `tests/cases` with a file `args` is run and compared, byte for
//! byte. `cargo test NAME` finds one by a part of its name; `BLESS=1` writes what was found as what is expected.
//!
//! A case holds `args` (one argument a line), `in/` (files of the working directory), `stdin`, `stdout`, `stderr`, `code` (0
//! where absent) and `after/` (files that must be there afterwards; an empty one named `NAME.absent` says that there is
//! none of that name).
//!
//! A binary of its own, since it has a main of its own; it runs the program and links nothing of the library.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

#[path = "it/case_folders.rs"]
mod case_folders;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Output, Stdio};

use libtest_mimic::{Arguments, Failed, Trial};

use case_folders::{case_folders, copy};

/// At the end of the name of an empty file in `after/`: no such file is there.
const ABSENT: &str = ".absent";

fn main() -> ExitCode {
    let args = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let bless = std::env::var_os("BLESS").is_some_and(|value| !value.is_empty());
    let trials: Vec<Trial> = case_folders(&root)
        .into_iter()
        .map(|case| {
            let name = case.strip_prefix(&root).unwrap().display().to_string().replace('\\', "/");
            Trial::test(name, move || if bless { write(&case) } else { check(&case) })
        })
        .collect();
    assert!(trials.len() > 300, "only {} cases were found", trials.len());
    libtest_mimic::run(&args, trials).exit_code()
}

/// What a case leaves behind.
struct Found {
    args: Vec<String>,
    output: Output,
    folder: tempfile::TempDir,
}

fn run(case: &Path) -> Found {
    let folder = tempfile::tempdir().unwrap();
    if case.join("in").is_dir() {
        copy(&case.join("in"), folder.path());
    }
    let args = fs::read_to_string(case.join("args")).unwrap();
    let args: Vec<String> = args.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect();
    let stdin = fs::File::open(case.join("stdin")).map_or_else(|_| Stdio::null(), Stdio::from);
    let mut command = Command::new(env!("CARGO_BIN_EXE_thb-cost"));
    command.args(&args).current_dir(folder.path()).stdin(stdin).env("NO_COLOR", "1");
    command.env_remove("THB_COST_PROJECT").env_remove("THB_COST_LANG");
    let output = command.output().unwrap();
    Found { args, output, folder }
}

fn check(case: &Path) -> Result<(), Failed> {
    let found = run(case);
    let text = |file: &str| fs::read_to_string(case.join(file)).unwrap_or_default();
    let mut faults = String::new();
    for (file, found) in [("stdout", &found.output.stdout), ("stderr", &found.output.stderr)] {
        let (expected, found) = (text(file), String::from_utf8_lossy(found));
        if expected != found {
            faults.push_str(&format!("--- {file}, expected\n{expected}+++ {file}, found\n{found}"));
        }
    }
    let expected = text("code");
    let expected: i32 = if expected.is_empty() { 0 } else { expected.trim().parse().unwrap() };
    if found.output.status.code() != Some(expected) {
        faults.push_str(&format!("--- code: expected {expected}, found {:?}\n", found.output.status.code()));
    }
    for (kept, there) in afterwards(case, &found) {
        let is_right = match kept.to_string_lossy().strip_suffix(ABSENT) {
            Some(_) => !there.exists(),
            None => fs::read(&there).ok() == fs::read(&kept).ok(),
        };
        if !is_right {
            faults.push_str(&format!("--- {} is not what it should be afterwards\n", kept.display()));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(format!("{}\n{faults}", found.args.join(" ")).into()) }
}

/// Each file of `after/` with the file of the working directory that it speaks of.
fn afterwards(case: &Path, found: &Found) -> Vec<(PathBuf, PathBuf)> {
    let after = case.join("after");
    let there = |kept: PathBuf| {
        let name = kept.strip_prefix(&after).unwrap().to_string_lossy().into_owned();
        let there = found.folder.path().join(name.strip_suffix(ABSENT).unwrap_or(&name));
        (kept, there)
    };
    if after.is_dir() { files(&after).into_iter().map(there).collect() } else { Vec::new() }
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Writes what was found over what was expected.
fn write(case: &Path) -> Result<(), Failed> {
    let found = run(case);
    let code = found.output.status.code().ok_or("it was ended by a signal")?;
    let code = if code == 0 { Vec::new() } else { format!("{code}\n").into_bytes() };
    for (file, bytes) in [("stdout", &found.output.stdout), ("stderr", &found.output.stderr), ("code", &code)] {
        put(&case.join(file), bytes)?;
    }
    for (kept, there) in afterwards(case, &found) {
        if !kept.to_string_lossy().ends_with(ABSENT) {
            put(&kept, &fs::read(&there)?)?;
        }
    }
    Ok(())
}

/// A file is not touched where it says the same already, and is not there where there is nothing to say.
fn put(path: &Path, bytes: &[u8]) -> Result<(), Failed> {
    let there = fs::read(path).unwrap_or_default();
    let same = |one: &[u8], other: &[u8]| one.trim_ascii_end() == other.trim_ascii_end();
    if there == bytes || (path.ends_with("code") && same(&there, bytes)) {
        return Ok(());
    }
    if bytes.is_empty() {
        return Ok(fs::remove_file(path)?);
    }
    Ok(fs::write(path, bytes)?)
}
