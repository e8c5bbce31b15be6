//! Hostile files: each gives the right figures, or a diagnosis with its place and a next step. None panics, hangs, or takes
//! more than a gibibyte.
//!
//! `tests/hostile/make.py` makes the files; what each must give is written by hand in `tests/hostile/expected.csv`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Output};

use super::harness;

/// What a file must give: a total and a number of rows, or a code at a place.
type Expected = BTreeMap<&'static str, String>;

const COLUMNS: [&str; 5] = ["total", "rows", "code", "row", "column"];

#[test]
fn every_hostile_file_gives_its_figures_or_its_fault() {
    let folder = harness::root().join("tests/hostile");
    let mut table = csv::Reader::from_path(folder.join("expected.csv")).unwrap();
    let expected: BTreeMap<String, Expected> = table
        .records()
        .map(|record| {
            let record = record.unwrap();
            let cells = COLUMNS.iter().zip(record.iter().skip(1)).map(|(column, cell)| (*column, cell.to_owned()));
            (record[0].to_owned(), cells.collect())
        })
        .collect();
    let files = folder.join("files").read_dir().unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    assert_eq!(files.collect::<BTreeSet<_>>(), expected.keys().cloned().collect(), "files and expectations differ");
    assert!(expected.len() >= 60, "only {} hostile files", expected.len());
    let faults: Vec<String> = expected
        .iter()
        .filter_map(|(file, expected)| {
            let output = reduce(&folder.join("files"), file);
            let found = found(&output);
            (found != *expected).then(|| format!("{file}: expected {expected:?}, found {found:?}\n{}", stderr(&output)))
        })
        .collect();
    assert!(faults.is_empty(), "{} differ:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_cell_of_ten_megabytes_is_read_and_one_of_seventeen_is_named() {
    let folder = harness::scratch();
    for (bytes, total, code) in [(10 << 20, "250.00", ""), (17 << 20, "", "oversized-row")] {
        let text = format!("year,line,amount\n2016,{},250.00\n", "x".repeat(bytes));
        std::fs::write(folder.path().join("cell"), text).unwrap();
        let found = found(&reduce(folder.path(), "cell"));
        assert_eq!((found["total"].as_str(), found["code"].as_str()), (total, code), "{bytes} bytes");
    }
}

/// Runs the program on a file with at most a gibibyte of addresses, and ends it after two minutes.
fn reduce(folder: &Path, file: &str) -> Output {
    let limits = if cfg!(target_os = "linux") {
        "ulimit -v 1048576; exec timeout 120 \"$0\" \"$@\""
    } else {
        "exec \"$0\" \"$@\""
    };
    Command::new("sh")
        .args(["-c", limits, env!("CARGO_BIN_EXE_thb-cost"), "reduce", file, "--as", "budget", "--embedded"])
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .output()
        .unwrap()
}

/// The total and the rows of what was printed; the code and the place of the first thing that was said.
fn found(output: &Output) -> Expected {
    let code = output.status.code();
    assert!(matches!(code, Some(0..=2)), "it ended with {code:?}: {}", stderr(output));
    let said = stderr(output);
    assert!(!said.contains("panicked"), "{said}");
    let mut found: Expected = COLUMNS.iter().map(|column| (*column, String::new())).collect();
    if code == Some(0) {
        let mut table = csv::Reader::from_reader(output.stdout.as_slice());
        let header = table.headers().unwrap().clone();
        let (mut minor, mut rows, mut known) = (0_i64, 0_u64, false);
        for line in table.records().map(Result::unwrap) {
            let cell = |column: &str| line[header.iter().position(|name| name == column).unwrap()].to_owned();
            known |= !cell("amount").is_empty();
            minor += cell("amount").replace('.', "").parse::<i64>().unwrap_or_default();
            rows += cell("rows").parse::<u64>().unwrap();
        }
        found.insert("rows", rows.to_string());
        if known {
            let sign = if minor < 0 { "-" } else { "" };
            found.insert("total", format!("{sign}{}.{:02}", minor.abs() / 100, minor.abs() % 100));
        }
    } else {
        assert!(output.stdout.is_empty(), "a result was printed of a faulty file");
        assert!(said.contains("\n  next:     "), "no next step: {said}");
    }
    let between = |text: &str, before: &str, after: &[char]| {
        text.split_once(before).map(|(_, rest)| rest.split(after).next().unwrap_or_default().to_owned())
    };
    if let Some(code) = between(&said, "[", &[']']) {
        found.insert("code", code);
    }
    if let Some(place) = between(&said, "\n  --> ", &['\n']) {
        found.insert("row", between(&place, ", row ", &[',']).unwrap_or_default());
        found.insert("column", between(&place, ", column ", &[',']).unwrap_or_default());
    }
    found
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[cfg(unix)]
#[test]
fn a_pipe_that_nobody_writes_to_is_named_and_not_waited_for() {
    let folder = harness::scratch();
    let manifest = "[project]\ntitle = \"t\"\n\n[inputs]\nbudget = \"pipe\"\n";
    std::fs::write(folder.path().join("thb-cost.toml"), manifest).unwrap();
    assert!(Command::new("mkfifo").arg(folder.path().join("pipe")).status().unwrap().success());
    let output = harness::run(folder.path(), &["check"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("the input pipe is a pipe that nobody writes to"), "{said}");
}
