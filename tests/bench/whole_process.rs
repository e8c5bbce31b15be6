//! Times of whole processes: the embedded report, ledgers of 1,000, 10,000 and 100,000 lines under 200 rules, and reviews.
//!
//! `cargo bench --bench whole_process` prints the median and the fastest of several runs, and how the cost grows.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::float_arithmetic,
    reason = "a benchmark prints times and may stop"
)]

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const PROGRAM: &str = env!("CARGO_BIN_EXE_thb-cost");

fn main() {
    time("report, embedded", 101, &["--embedded", "report"]);
    time("report --year 2017, embedded", 101, &["--embedded", "report", "--year", "2017"]);
    let folder = tempfile::tempdir().expect("a folder for the files");
    let mut before: Option<(usize, Duration)> = None;
    for lines in [1_000, 10_000, 100_000] {
        write_project(folder.path(), lines, 200);
        let project = folder.path().to_str().expect("a path in UTF-8");
        let name = format!("ledger, {lines} lines, 200 rules");
        let median = time(&name, 7, &["--project", project, "ledger", "--format", "csv", "-q"]);
        if let Some((fewer, earlier)) = before {
            println!(
                "    {} times the lines, {:.1} times the time",
                lines / fewer,
                median.as_secs_f64() / earlier.as_secs_f64()
            );
        }
        before = Some((lines, median));
    }
    reviews(folder.path());
}

/// The annual review as a whole process, to the disk: of the embedded project, and of one with 10,000 lines.
fn reviews(folder: &Path) {
    let out = folder.join("review");
    let out = out.to_str().expect("a path in UTF-8");
    time("review --year 2017, embedded", 21, &["--embedded", "review", "--year", "2017", "-q", "-o", out]);
    write_project(folder, 10_000, 200);
    let project = folder.to_str().expect("a path in UTF-8");
    time("review, 10000 lines, 200 rules", 5, &["--project", project, "review", "-q", "-o", out]);
}

fn time(name: &str, runs: usize, args: &[&str]) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            let status = Command::new(PROGRAM).args(args).stdout(Stdio::null()).status().expect("the program starts");
            assert!(status.success(), "{name}");
            start.elapsed()
        })
        .collect();
    times.sort();
    println!("{name:<34} median {:>9.1?}  fastest {:>9.1?}  of {runs}", times[runs / 2], times[0]);
    times[runs / 2]
}

/// A project of many unlabelled lines, most of them decided by one of many rules of several forms.
fn write_project(folder: &Path, lines: usize, rules: usize) {
    let mut agencies = String::from("year,agency,line,amount\n");
    for line in 0..lines {
        let (year, agency) = (2014 + line % 4, line % 50);
        let _ = writeln!(
            agencies,
            "{year},Agency {agency},Line {line} of topic {},{}.{:02}",
            line % rules,
            line * 37,
            line % 100
        );
    }
    let mut drivers = String::from("driver,year,value,low,high\n");
    for year in 2014..2018 {
        let _ = writeln!(drivers, "cases,{year},87,80,95\nall_cases,{year},11400,11000,12000");
    }
    let mut toml = String::from("version = 1\n");
    for rule in 0..rules {
        let share = match rule % 3 {
            0 => "\"7%\"",
            1 => "{ low = 0.01, central = 0.02, high = 0.05 }",
            _ => "{ numerator = \"cases\", denominator = \"all_cases\" }",
        };
        let _ = writeln!(
            toml,
            "[[rule]]\nid = \"rule-{rule}\"\nmatch = {{ line = \"*of topic {rule}\" }}\nshare = {share}"
        );
    }
    let manifest = "[project]\ntitle = \"Benchmark (made-up amounts)\"\n[inputs]\nagencies = \"agencies.csv\"\ndrivers = \"drivers.csv\"\nrules = \"rules.toml\"\n";
    for (name, text) in [("agencies.csv", &agencies), ("drivers.csv", &drivers), ("rules.toml", &toml)] {
        std::fs::write(folder.join(name), text).expect("a file is written");
    }
    std::fs::write(folder.join("thb-cost.toml"), manifest).expect("a file is written");
}
