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
    for (file, format) in [("report.csv", "csv"), ("report.json", "json")] {
        let args = [&["--embedded", "report", "--format", format][..], &asked].concat();
        assert_eq!(read(&out.join(file)), harness::stdout_of(folder.path(), &args), "{file}");
    }
    // The report in words opens with its findings and goes on with parts of its own; its tables are those of `report`.
    let args = [&["--embedded", "report", "--format", "markdown"][..], &asked].concat();
    let (report, review) = (harness::stdout_of(folder.path(), &args), read(&out.join("report.md")));
    let (lead, tables) = report.split_once("\n## ").unwrap();
    let tables = tables.split_once("\n## Notes").unwrap().0;
    assert!(review.starts_with(&format!("{lead}\n## Findings\n\n- ")) && review.contains(tables), "{review}");
    for (file, command) in
        [("sensitivity", &["sensitivity", "--year", "2017"][..]), ("compare", &["compare", "2016", "2017"])]
    {
        for format in ["csv", "json"] {
            let args = [&["--embedded"], command, &["--currency", "EUR", "--format", format]].concat();
            let file = format!("{file}.{format}");
            assert_eq!(read(&out.join(&file)), harness::stdout_of(folder.path(), &args), "{file}");
        }
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

/// Every kind of difference between a folder and its manifest is named, with exit code 1; a folder without one is usage.
#[test]
fn a_review_is_verified_against_its_manifest() {
    let folder = harness::scratch();
    let out = folder.path().join("out");
    let verify = |code: i32| {
        let told = harness::run(folder.path(), &["verify", "out"]);
        assert_eq!(told.status.code(), Some(code), "{}", String::from_utf8_lossy(&told.stderr));
        String::from_utf8(told.stdout).unwrap()
    };
    assert_eq!(verify(2), "");
    assert!(review(folder.path(), &["--year", "2017"]).status.success());
    let count = files(&out).len() - 1;
    assert_eq!(verify(0), format!("out: all {count} files are what manifest.json says\n"));
    std::fs::remove_file(out.join("check.txt")).unwrap();
    std::fs::write(out.join("report.csv"), read(&out.join("report.csv")) + " ").unwrap();
    std::fs::write(out.join("charts/mine.svg"), "mine").unwrap();
    std::fs::write(out.join("charts/.DS_Store"), "litter").unwrap();
    let expected = "extra: charts/mine.svg, which manifest.json does not tell of\n\
        missing: check.txt, which manifest.json tells of\n\
        changed: report.csv does not have the digest of manifest.json\n";
    assert_eq!(verify(1), expected);
    let refused = harness::run(folder.path(), &["verify", "out", "--budget", "b.csv"]);
    assert_eq!(refused.status.code(), Some(2), "inputs are of no use without a project");
    std::fs::write(out.join("manifest.json"), r#"{"schema": "thb-cost/report/2", "files": []}"#).unwrap();
    assert_eq!(verify(2), "");
}

/// What was asked of a review is asked again, whatever the folder and language of whoever verifies it; a project that
/// changed makes other bytes, and each file is named.
#[test]
fn a_review_is_made_again_from_its_project() {
    let folder = harness::scratch();
    harness::stdout_of(folder.path(), &["init", "own"]);
    let asked = ["--years", "2015..2016", "--by", "agency", "--currency", "EUR", "--phase", "approved", "--lang", "bg"];
    let own = folder.path().join("own");
    harness::stdout_of(&own, &[&["review", "-q", "-o", "../out"][..], &asked].concat());
    let verify = || harness::run(folder.path(), &["verify", "out", "--project", "own"]);
    let fine = verify();
    let said = String::from_utf8(fine.stdout).unwrap();
    assert_eq!(fine.status.code(), Some(0), "{said}{}", String::from_utf8_lossy(&fine.stderr));
    assert!(said.ends_with("the project makes the same bytes, manifest.json included\n"), "{said}");
    // A blank line below an input: every figure stands, the digest of the input does not.
    let budget = read(&own.join("budget.csv"));
    std::fs::write(own.join("budget.csv"), budget + "\n").unwrap();
    let other = verify();
    assert_eq!(other.status.code(), Some(1), "{}", String::from_utf8_lossy(&other.stderr));
    let said = String::from_utf8(other.stdout).unwrap();
    assert!(said.contains("made otherwise: the project makes other bytes of manifest.json\n"), "{said}");
    assert!(!said.contains("ledger.csv"), "{said}");
}

/// A manifest proves nothing: what was edited, what a pack never has, links and folders of others are not replaced.
#[test]
fn nothing_that_a_review_did_not_write_is_lost() {
    let folder = harness::scratch();
    let out = folder.path().join("out");
    let entry = |path: &str, text: &str| {
        let sha256 = thb_cost::ingest::sha256(text.as_bytes());
        serde_json::json!({ "path": path, "bytes": text.len(), "sha256": sha256 })
    };
    let refused = |says: &str| {
        let before = files(&out);
        let refused = review(folder.path(), &[]);
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert_eq!(refused.status.code(), Some(2), "{said}");
        assert!(said.contains(says), "{said}");
        assert_eq!(files(&out), before);
        let beside: Vec<_> =
            std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(beside.len(), 1, "{beside:?}");
        std::fs::remove_dir_all(&out).unwrap();
    };
    // A forged manifest that has the digest of somebody's work.
    std::fs::create_dir(&out).unwrap();
    std::fs::write(out.join("thesis.txt"), "mine").unwrap();
    let forged = serde_json::json!({ "schema": "thb-cost/review/1", "files": [entry("thesis.txt", "mine")] });
    std::fs::write(out.join("manifest.json"), forged.to_string()).unwrap();
    refused("thesis.txt is not of the review");
    // A file of the pack with a note written into it.
    assert!(review(folder.path(), &[]).status.success());
    let text = read(&out.join("report.md"));
    std::fs::write(out.join("report.md"), text + "\nAsk the Ministry.\n").unwrap();
    refused("report.md was changed");
    assert!(review(folder.path(), &[]).status.success());
    std::fs::create_dir(out.join("notes")).unwrap();
    refused("notes/ is not of the review");
    #[cfg(unix)]
    {
        assert!(review(folder.path(), &[]).status.success());
        std::fs::rename(out.join("check.txt"), out.join("charts/kept.svg")).unwrap();
        std::os::unix::fs::symlink("charts/kept.svg", out.join("check.txt")).unwrap();
        refused("is not of the review");
    }
}

/// A folder of a name like those that a review makes beside it is somebody's.
#[test]
fn folders_beside_a_review_are_left_alone() {
    let folder = harness::scratch();
    for name in [".thb-cost-review-mine", ".thb-cost-abcdef"] {
        std::fs::create_dir(folder.path().join(name)).unwrap();
        std::fs::write(folder.path().join(name).join("notes.txt"), "mine").unwrap();
    }
    // Somebody holds a lock on the folder, as `flock` does.
    let lock = std::fs::File::open(folder.path()).unwrap();
    lock.lock().unwrap();
    assert!(review(folder.path(), &[]).status.success());
    assert!(review(folder.path(), &["--year", "2016"]).status.success());
    for name in [".thb-cost-review-mine", ".thb-cost-abcdef"] {
        assert_eq!(read(&folder.path().join(name).join("notes.txt")), "mine");
    }
}

#[test]
fn services_of_a_project_are_in_its_review() {
    let folder = harness::scratch();
    let example = harness::root().join("examples/services-made-up");
    let project = ["--project", example.to_str().unwrap()];
    let made = harness::run(folder.path(), &[&project[..], &["review", "--year", "2017", "-o", "out"]].concat());
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let out = folder.path().join("out");
    for format in ["csv", "json"] {
        let args = [&project[..], &["services", "--year", "2017", "--format", format]].concat();
        assert_eq!(read(&out.join(format!("services.{format}"))), harness::stdout_of(folder.path(), &args), "{format}");
    }
    let report = read(&out.join("report.md"));
    assert!(
        report.contains("What assistance takes by norm, beside the accounts") && report.contains("61,782.00"),
        "{report}"
    );
    assert!(out.join("charts/services.svg").is_file());
    assert!(read(&out.join("datapackage.json")).contains("\"path\": \"services.csv\""));
    let alone = harness::run(folder.path(), &["--embedded", "review", "-o", "bare"]);
    assert!(alone.status.success() && !folder.path().join("bare/services.csv").exists());
}

/// Every figure that a finding says stands where it says, and every finding leads to a place of the page.
#[test]
fn findings_are_made_from_figures_that_stand_in_the_documents() {
    let root = harness::root();
    let made_up = ["--project", "examples/agencies-made-up"];
    for asked in [&["--embedded"][..], &made_up, &[&made_up[..], &["--by", "agency", "--currency", "EUR"]].concat()] {
        for language in ["en", "bg"] {
            let folder = harness::scratch();
            let out = folder.path().join("out");
            let args = [&["review", "-q", "-o", out.to_str().unwrap(), "--lang", language], asked].concat();
            assert!(harness::run(&root, &args).status.success(), "{args:?}");
            let json = |file: &str| serde_json::from_str::<serde_json::Value>(&read(&out.join(file))).unwrap();
            let (findings, page) = (json("findings.json"), read(&out.join("report.html")));
            let findings = findings["findings"].as_array().unwrap();
            assert!(findings.len() >= 5, "{findings:?}");
            for finding in findings {
                for figure in finding["figures"].as_array().unwrap() {
                    let (file, pointer) = (figure["file"].as_str().unwrap(), figure["pointer"].as_str().unwrap());
                    assert!(json(file).pointer(pointer).is_some(), "{args:?}: {file} has no {pointer}");
                }
                let address = finding["explained"].as_str().unwrap().strip_prefix("report.html#").unwrap();
                assert!(page.contains(&format!("id=\"{address}\"")), "{args:?}: the page has no {address}");
            }
        }
    }
}

/// What a review replaces is told, once, and the same review made again has the same bytes.
#[test]
fn a_review_tells_what_it_changed() {
    let folder = harness::scratch();
    let out = folder.path().join("out");
    let changes = out.join("CHANGES.md");
    assert!(review(folder.path(), &[]).status.success());
    assert!(!changes.exists());
    let first = files(&out);
    assert!(review(folder.path(), &[]).status.success());
    assert!(files(&out) == first, "the same review made again");
    let other = ["--years", "2016..2017", "--currency", "EUR"];
    assert!(review(folder.path(), &other).status.success());
    let told = read(&changes);
    for words in [
        "`currency`: BGN \u{2192} EUR",
        "2017, total: 630,021.00 \u{2192} 322,124.62",
        "2014, total: 400,303.00 \u{2192} \u{2013}",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(harness::run(folder.path(), &["verify", "out", "--embedded"]).status.success());
    let second = files(&out);
    assert!(review(folder.path(), &other).status.success());
    assert!(files(&out) == second, "the same review made again");
}

/// Last year's project is compared with, and named where the review says what was asked of it.
#[test]
fn a_review_is_held_against_another_project() {
    let folder = harness::scratch();
    let other = harness::root().join("examples/agencies-made-up");
    let run = |args: &[&str]| harness::run(folder.path(), args);
    assert!(run(&["init", "own"]).status.success());
    let asked = ["--project", "own", "review", "-q", "-o", "out", "--with", other.to_str().unwrap()];
    assert!(run(&asked).status.success());
    let json: serde_json::Value = serde_json::from_str(&read(&folder.path().join("out/compare.json"))).unwrap();
    assert_eq!((&json["from"]["name"], &json["to"]["name"]), (&"2017 (agencies-made-up)".into(), &"2017".into()));
    let again = run(&["verify", "out", "--project", "own"]);
    assert!(again.status.success(), "{}", String::from_utf8_lossy(&again.stdout));
}

#[test]
fn formulas_reach_to_the_last_record_of_a_long_ledger() {
    let folder = harness::scratch();
    let sample = harness::root().join("examples/services-made-up");
    for (name, bytes) in files(&sample) {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    let accounts = folder.path().join("agencies.csv");
    let filler = (0..3_000).map(|number| format!("2017,1.00,Filler {number:04},ZZZ,,,,\n")).collect::<String>();
    std::fs::write(&accounts, read(&accounts) + &filler).unwrap();
    let output = harness::run(folder.path(), &["review", "-q", "-o", "out"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let out = folder.path().join("out");
    let text = harness::text_of(std::fs::read(out.join("workbook.xlsx")).unwrap());
    // `$A$2:$A$3015`: from below the head to the last record.
    let ends = text.split("$2:$").skip(1).filter_map(|rest| {
        let number = rest.split_once('$')?.1;
        number.split(|letter: char| !letter.is_ascii_digit()).next()?.parse::<usize>().ok()
    });
    let ends: std::collections::BTreeSet<usize> = ends.collect();
    assert_eq!(ends, [read(&out.join("ledger.csv")).lines().count()].into());
}
