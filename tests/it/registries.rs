//! Walks over the registries: what stands in a table is complete and reachable.

use std::collections::BTreeSet;

use super::harness;
use thb_cost::diagnostics::Code;
use thb_cost::language::Language;
use thb_cost::measures::Dimension;
use thb_cost::render::{FORMATS, Nature};

#[test]
fn every_code_has_a_case_and_a_long_text() {
    let folder = harness::root().join("tests/cases/errors");
    let cases: BTreeSet<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    for code in Code::ALL {
        let entry = code.entry();
        assert!(cases.contains(entry.name), "no case for {}", entry.name);
        for language in Language::ALL {
            let (summary, text) = (language.say(&entry.summary()), language.say(&entry.text()));
            assert_ne!(summary, entry.summary().key, "{} has no summary in {language:?}", entry.name);
            assert!(text.len() > 60, "the text of {} is too short to help", entry.name);
            let args = ["check", "--explain", entry.name, "--lang", language.word()];
            let printed = harness::stdout_of(&harness::root(), &args);
            let severity = language.say(&entry.severity.message());
            assert!(printed.starts_with(&format!("{} ({severity}): {summary}", entry.name)), "{printed}");
        }
    }
    let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), Code::ALL.len(), "two codes share a name");
    for case in cases {
        let code = case.split("--").next().unwrap();
        assert!(names.contains(code), "the case {case} is of no code");
    }
}

#[test]
fn every_case_of_a_code_tells_that_code() {
    for case in super::case_folders::case_folders(&harness::root().join("tests/cases/errors")) {
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        let code = name.split("--").next().unwrap().to_owned();
        let said = ["stdout", "stderr"].map(|file| std::fs::read_to_string(case.join(file)).unwrap_or_default());
        assert!(
            said.iter().any(|text| text.contains(&format!("[{code}]")) || text.contains(&format!("\"{code}\""))),
            "{name}"
        );
    }
}

#[test]
fn every_format_writes_every_command() {
    for command in [&["report"][..], &["ledger"], &["compare", "2016", "2017"], &["sensitivity", "--draws", "50"]] {
        for format in FORMATS {
            let args = [&["--embedded"], command, &["--format", format.name()]].concat();
            let output = harness::run(&harness::root(), &args);
            let command = command[0];
            assert!(output.status.success(), "{command} {}", format.name());
            if format.nature() == Nature::Binary {
                assert!(output.stdout.starts_with(b"PK"), "{command} {} is no archive", format.name());
                continue;
            }
            let text = String::from_utf8(output.stdout).unwrap();
            assert!(text.contains("NCCTHB") || text.contains("630021.00") || text.contains("630,021.00"));
            assert!(text.ends_with('\n'), "{command} {}", format.name());
        }
    }
}

#[test]
fn every_dimension_adds_up_to_the_total() {
    for dimension in Dimension::ALL {
        let project = ["--project", "examples/agencies-made-up", "report", "--year", "2016", "--format", "json"];
        let whole = json(&project);
        let by = json(&[&project[..], &["--by", dimension.name(&[])]].concat());
        for pointer in ["/total/total/low", "/total/total/central", "/total/labelled/total", "/total/unattributed"] {
            assert_eq!(whole.pointer(pointer), by.pointer(pointer), "{} {pointer}", dimension.name(&[]));
        }
        let rows: Vec<&serde_json::Value> =
            by["rows"].as_array().unwrap().iter().map(|row| &row["total"]["central"]).collect();
        let sum: i128 = rows.iter().filter(|total| !total.is_null()).map(|total| stotinki(total)).sum();
        // Each row is rounded on its own; the total is added up exactly and rounded once.
        let difference = (sum - stotinki(&whole["total"]["total"]["central"])).unsigned_abs();
        assert!(difference <= rows.len() as u128 / 2, "{}: {difference}", dimension.name(&[]));
    }
}

fn json(args: &[&str]) -> serde_json::Value {
    serde_json::from_str(&harness::stdout_of(&harness::root(), args)).unwrap()
}

fn stotinki(amount: &serde_json::Value) -> i128 {
    amount.as_str().unwrap().replace('.', "").parse().unwrap()
}

#[test]
fn every_kind_of_chart_is_told_in_the_help() {
    for language in ["en", "bg"] {
        let help = harness::stdout_of(&harness::root(), &["chart", "-h", "--lang", language]);
        for kind in thb_cost::report::charts::KINDS {
            assert!(help.contains(&format!("  thb-cost chart {} -o ", kind.name())), "{language} {}", kind.name());
        }
    }
}

#[test]
fn no_dimension_of_a_project_takes_the_name_of_a_column() {
    let taken =
        thb_cost::attribution::LEDGER.into_iter().map(|column| column.name).chain(thb_cost::ingest::every_column());
    for name in taken.filter(|name| *name != "step" && !name.starts_with("line_")) {
        assert!(thb_cost::ingest::is_reserved(name), "{name}");
    }
    assert!(["step", "region", "provider", "economic"].into_iter().all(|free| !thb_cost::ingest::is_reserved(free)));
}
