//! The annual review: what its folder holds, and which folders it never replaces.

use std::path::Path;

use super::harness;

fn review(folder: &Path, more: &[&str]) -> std::process::Output {
    harness::run(folder, &[&["--embedded", "review", "-o", "out"][..], more].concat())
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// Every file below a folder with its bytes.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            found.extend(files(&entry.path()).into_iter().map(|(below, bytes)| (format!("{name}/{below}"), bytes)));
        } else {
            found.push((name, std::fs::read(entry.path()).unwrap()));
        }
    }
    found.sort();
    found
}

#[test]
fn the_tables_are_those_of_the_other_commands() {
    let folder = harness::scratch();
    let asked = ["--year", "2017", "--currency", "EUR"];
    assert!(review(folder.path(), &asked).status.success());
    let out = folder.path().join("out");
    for (file, format) in [("report.md", "markdown"), ("report.csv", "csv"), ("report.json", "json")] {
        let args = [&["--embedded", "report", "--format", format][..], &asked].concat();
        assert_eq!(read(&out.join(file)), harness::stdout_of(folder.path(), &args), "{file}");
    }
    let ledger = ["--embedded", "ledger", "--format", "csv", "--year", "2017"];
    assert_eq!(read(&out.join("ledger.csv")), harness::stdout_of(folder.path(), &ledger));
    assert_eq!(read(&out.join("check.txt")), harness::stdout_of(folder.path(), &["--embedded", "check"]));
    let workbook = std::fs::read(out.join("workbook.xlsx")).unwrap();
    assert!(workbook.starts_with(b"PK"));
}

#[test]
fn the_manifest_names_every_file_and_no_time() {
    let folder = harness::scratch();
    assert!(review(folder.path(), &[]).status.success());
    let out = folder.path().join("out");
    let manifest: serde_json::Value = serde_json::from_str(&read(&out.join("manifest.json"))).unwrap();
    let named: Vec<&str> =
        manifest["files"].as_array().unwrap().iter().map(|file| file["path"].as_str().unwrap()).collect();
    let there = files(&out);
    let there: Vec<&str> =
        there.iter().map(|(name, _)| name.as_str()).filter(|name| *name != "manifest.json").collect();
    assert_eq!(named, there);
    assert_eq!(manifest["schema"], "thb-cost/review/1");
    // The digest of an input as `sha256sum` gives it.
    let budget = manifest["inputs"]["files"].as_array().unwrap().iter().find(|file| file["path"] == "budget.csv");
    assert_eq!(budget.unwrap()["sha256"], "ba4bcc8c45c2e94b2dad6288a0707f7d7ce936887907a4bcfdf165384738ff0d");
}

#[test]
fn a_second_run_gives_the_same_bytes_over_the_first() {
    let folder = harness::scratch();
    assert!(review(folder.path(), &["--lang", "bg"]).status.success());
    let first = files(&folder.path().join("out"));
    assert!(review(folder.path(), &["--lang", "bg"]).status.success());
    assert_eq!(first, files(&folder.path().join("out")));
    // Other files than before are gone, not left beside the new ones.
    assert!(review(folder.path(), &["--year", "2014"]).status.success());
    assert_ne!(first, files(&folder.path().join("out")));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "something is left beside the folder");
}

#[test]
fn a_folder_of_somebody_elses_is_never_replaced() {
    let folder = harness::scratch();
    let out = folder.path().join("out");
    std::fs::create_dir(&out).unwrap();
    std::fs::write(out.join("thesis.txt"), "mine").unwrap();
    let refused = review(folder.path(), &[]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("something else than a review"));
    assert_eq!(files(&out), [("thesis.txt".to_owned(), b"mine".to_vec())]);
    std::fs::remove_file(out.join("thesis.txt")).unwrap();
    assert!(review(folder.path(), &[]).status.success(), "an empty folder is taken");
    std::fs::create_dir_all(out.join("charts")).unwrap();
    std::fs::write(out.join("charts/mine.png"), "mine").unwrap();
    let refused = review(folder.path(), &[]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("charts/mine.png is not of the review"));
    assert_eq!(read(&out.join("charts/mine.png")), "mine");
}

#[test]
fn a_folder_with_an_input_in_it_is_never_replaced() {
    let folder = harness::scratch();
    assert!(harness::run(folder.path(), &["init", "mine"]).status.success());
    let refused = harness::run(folder.path(), &["--project", "mine", "review", "-o", "mine"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("holds an input"));
    assert!(folder.path().join("mine/budget.csv").is_file());
    // A review inside a project is fine, also from within the project.
    let made = harness::run(&folder.path().join("mine"), &["review", "-o", "review-2017"]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let refused = harness::run(&folder.path().join("mine/review-2017"), &["--embedded", "review", "-o", "."]);
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn nothing_is_written_of_a_project_with_errors() {
    let folder = harness::scratch();
    std::fs::write(folder.path().join("b.csv"), "year,amount,line\n2017,x,Lines\n").unwrap();
    let refused = review(folder.path(), &["--budget", "b.csv"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(!folder.path().join("out").exists());
}
