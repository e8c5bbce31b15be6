//! Where results go: streams are written to, files are replaced whole with their rights kept, inputs and what would be one
//! are never written over, and nothing is left over.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::Read;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use super::harness;

const LEDGER: [&str; 5] = ["--embedded", "ledger", "--format", "csv", "-o"];

fn ledger() -> String {
    harness::stdout_of(&harness::root(), &LEDGER[..4])
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Every file under `folder` by its path, with what is in it.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => files.extend(contents(&path)),
            false => drop(files.insert(path.clone(), fs::read(&path).unwrap())),
        }
    }
    files
}

#[test]
fn a_redirected_stream_is_written_to_under_any_name() {
    let folder = harness::scratch();
    let kept = folder.path().join("kept.txt");
    for name in ["-", "/dev/stdout", "/proc/self/fd/1", "kept.txt"] {
        fs::write(&kept, "before\n").unwrap();
        let before = fs::metadata(&kept).unwrap().ino();
        let onto = OpenOptions::new().append(true).open(&kept).unwrap();
        let done = harness::command(folder.path(), &[&LEDGER[..], &[name]].concat()).stdout(onto).status().unwrap();
        assert!(done.success(), "{name}");
        assert_eq!(fs::read_to_string(&kept).unwrap(), format!("before\n{}", ledger()), "{name}");
        assert_eq!(fs::metadata(&kept).unwrap().ino(), before, "{name} was replaced");
    }
    let script = format!(
        "exec 3>>kept.txt; '{}' {} /dev/fd/3; '{0}' --embedded chart years --alt /dev/stdout --data /dev/null >>kept.txt",
        env!("CARGO_BIN_EXE_thb-cost"),
        LEDGER.join(" ")
    );
    fs::write(&kept, "before\n").unwrap();
    assert!(Command::new("sh").args(["-c", &script]).current_dir(folder.path()).status().unwrap().success());
    let text = fs::read_to_string(&kept).unwrap();
    assert!(text.starts_with(&format!("before\n{}", ledger())) && text.len() > ledger().len() + 100, "{text}");
    assert_eq!(names(folder.path()), ["kept.txt"]);
}

#[test]
fn a_pipe_with_a_name_is_written_to() {
    let folder = harness::scratch();
    let fifo = folder.path().join("fifo");
    assert!(Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    let mut run = harness::command(folder.path(), &[&LEDGER[..], &["fifo"]].concat()).spawn().unwrap();
    let mut text = String::new();
    File::open(&fifo).unwrap().read_to_string(&mut text).unwrap();
    assert!(run.wait().unwrap().success());
    assert_eq!(text, ledger());
}

#[test]
fn a_file_keeps_its_rights_and_a_new_one_has_those_of_the_mask() {
    let folder = harness::scratch();
    let (old, link) = (folder.path().join("old.csv"), folder.path().join("link.csv"));
    fs::write(&old, "old").unwrap();
    fs::set_permissions(&old, fs::Permissions::from_mode(0o600)).unwrap();
    symlink("old.csv", &link).unwrap();
    harness::stdout_of(folder.path(), &[&LEDGER[..], &["link.csv"]].concat());
    assert_eq!(fs::read_to_string(&old).unwrap(), ledger());
    assert_eq!(fs::metadata(&old).unwrap().mode() & 0o777, 0o600);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    symlink("nothing-yet.csv", folder.path().join("to-nothing.csv")).unwrap();
    harness::stdout_of(folder.path(), &[&LEDGER[..], &["to-nothing.csv"]].concat());
    assert_eq!(fs::read_to_string(folder.path().join("nothing-yet.csv")).unwrap(), ledger());
    let script = format!(
        "umask 007; '{0}' init made >/dev/null && '{0}' {1} new.csv && '{0}' --embedded review -q -o pack",
        env!("CARGO_BIN_EXE_thb-cost"),
        LEDGER.join(" ")
    );
    assert!(Command::new("sh").args(["-c", &script]).current_dir(folder.path()).status().unwrap().success());
    let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().mode() & 0o777;
    assert_eq!(["made", "made/budget.csv", "new.csv", "pack"].map(mode), [0o770, 0o660, 0o660, 0o770]);
}

#[test]
fn what_is_or_would_be_an_input_is_never_written() {
    let folder = harness::scratch();
    let path = |name: &str| folder.path().join(name);
    fs::create_dir(path("in")).unwrap();
    let manifest = "[project]\ntitle = \"T\"\n[inputs]\nbudget = [\"in/pay-*.csv\", \"*/report.csv\"]\n";
    fs::write(path("thb-cost.toml"), manifest).unwrap();
    fs::write(path("in/pay-1.csv"), "year,line,amount\n2016,Shelter,10.00\n").unwrap();
    fs::create_dir(path("first")).unwrap();
    fs::write(path("first/report.csv"), "year,line,amount\n2017,Shelter,10.00\n").unwrap();
    symlink("in/pay-1.csv", path("budget.svg")).unwrap();
    let refused = |args: &[&str], says: &str| {
        let output = harness::run(folder.path(), args);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(said.contains(says), "{args:?}: {said}");
    };
    refused(&["reduce", "-o", "in/pay-all.csv"], "in/pay-*.csv");
    refused(&["ledger", "-o", "in/../in/pay-1.csv"], "is an input");
    refused(&["report", "-o", "thb-cost.toml", "--format", "csv"], "is an input");
    refused(&["review", "-o", "second"], "*/report.csv");
    refused(&["chart", "years", "-o", "budget.svg"], "is an input");
    refused(&["chart", "years", "-o", "x.svg", "--data", "./x.svg"], "two");
    fs::create_dir(path("charts")).unwrap();
    symlink("../in/pay-1.csv", path("charts/years.svg")).unwrap();
    refused(&["chart", "--all", "-o", "charts"], "link");
    assert_eq!(names(folder.path()), ["budget.svg", "charts", "first", "in", "thb-cost.toml"]);
    assert_eq!(names(&path("in")), ["pay-1.csv"]);
    harness::stdout_of(folder.path(), &["reduce", "-o", "all.csv"]);
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut run = harness::command(&harness::root(), &["--embedded", "ledger", "--format", "json"]);
    let mut run = run.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(run.stdout.take());
    let output = run.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.is_empty()), (Some(0), true));
}

/// Interrupted at many moments, a file or a folder is the whole old one or the whole new one, and nothing lies beside it.
#[test]
fn an_interruption_leaves_nothing_over() {
    let folder = harness::scratch();
    let at = |name: &str| folder.path().join(name);
    let review = |more: &[&str]| {
        harness::stdout_of(folder.path(), &[&["--embedded", "review", "-q", "-o", "pack"], more].concat());
        contents(&at("pack"))
    };
    let (old, new) = (review(&["--year", "2016"]), review(&[]));
    assert_ne!(old, new);
    let one = |bytes: Vec<u8>| BTreeMap::from([(at("file.csv"), bytes)]);
    let mut stopped = [0, 0];
    for moment in 0..14_u64 {
        fs::remove_dir_all(at("pack")).unwrap();
        for (path, bytes) in &old {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        fs::write(at("file.csv"), "old").unwrap();
        for (index, args) in [&["review", "-q", "-o", "pack"][..], &["ledger", "-o", "file.csv"]].iter().enumerate() {
            let mut run = harness::command(folder.path(), &[&["--embedded"], *args].concat()).spawn().unwrap();
            std::thread::sleep(Duration::from_millis(moment * 60));
            let signal = if moment % 2 == 0 { "-TERM" } else { "-INT" };
            // One that has ended is not there to be interrupted.
            let _ = Command::new("kill").args([signal, &run.id().to_string()]).stderr(Stdio::null()).status();
            let done = run.wait().unwrap().success();
            stopped[index] += u32::from(!done);
            assert_eq!(names(folder.path()), ["file.csv", "pack"], "at {moment}");
            // What was stopped may have put its result into its place before.
            let (old, is, new) = match index {
                0 => (old.clone(), contents(&at("pack")), new.clone()),
                _ => (one("old".into()), one(fs::read(at("file.csv")).unwrap()), one(ledger().into())),
            };
            assert!(is == new || !done && is == old, "{args:?} at {moment}: {:?}", is.keys());
        }
    }
    assert!(stopped.iter().all(|runs| *runs > 0), "{stopped:?}");
}
