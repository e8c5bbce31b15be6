//! The plan of the house, held by reading the sources: who may import whom, and that every file says what it is for.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::harness;

/// Each room with the rooms that it may import. `main.rs` and `lib.rs` stand outside.
const TABLE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("system", &[]),
    ("language", &["domain"]),
    ("diagnostics", &["domain", "language"]),
    ("document", &["diagnostics", "domain", "language"]),
    ("rules", &["diagnostics", "document", "domain", "language"]),
    ("ingest", &["diagnostics", "document", "domain", "language", "rules", "system"]),
    ("project", &["diagnostics", "domain", "ingest", "language", "rules"]),
    ("attribution", &["diagnostics", "domain", "language", "project", "rules"]),
    ("checks", &["attribution", "diagnostics", "domain", "ingest", "language", "project", "rules"]),
    ("measures", &["attribution", "domain", "language", "project", "rules"]),
    ("report", &["attribution", "domain", "ingest", "language", "measures", "project", "rules"]),
    ("render", &["diagnostics", "domain", "language", "report"]),
    ("review", &["attribution", "domain", "ingest", "language", "measures", "output", "project", "render", "report"]),
    ("output", &["system"]),
    ("sql", &["domain"]),
    (
        "pipeline",
        &[
            "attribution",
            "checks",
            "diagnostics",
            "domain",
            "ingest",
            "language",
            "output",
            "project",
            "report",
            "rules",
            "sql",
        ],
    ),
    (
        "library",
        &["attribution", "diagnostics", "domain", "language", "measures", "pipeline", "render", "report", "rules"],
    ),
    (
        "cli",
        &[
            "attribution",
            "diagnostics",
            "domain",
            "ingest",
            "language",
            "measures",
            "output",
            "pipeline",
            "project",
            "render",
            "report",
            "review",
            "rules",
            "sql",
            "system",
        ],
    ),
];

/// Rooms that touch no file, no stream and no format.
const SPINE: &[&str] =
    &["domain", "language", "diagnostics", "rules", "project", "attribution", "checks", "measures", "report", "sql"];

#[test]
fn rooms_import_only_what_the_table_allows() {
    let rooms: BTreeSet<&str> = TABLE.iter().map(|(room, _)| *room).collect();
    let mut faults = Vec::new();
    for (path, text) in harness::sources() {
        let room = room_of(&path);
        if ["main", "lib"].contains(&room.as_str()) {
            continue;
        }
        let Some((_, allowed)) = TABLE.iter().find(|(name, _)| *name == room) else {
            faults.push(format!("{}: the room {room} is not in the table", path.display()));
            continue;
        };
        for import in imports(&text).filter(|import| rooms.contains(import.as_str())) {
            if import != room && !allowed.contains(&import.as_str()) {
                faults.push(format!("{}: {room} may not import {import}", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_spine_does_no_input_or_output() {
    let forbidden = ["std::fs", "std::net", "std::io", "std::env", "println!", "eprintln!", "csv::", "clap"];
    let mut faults = Vec::new();
    for (path, text) in harness::sources() {
        if !SPINE.contains(&room_of(&path).as_str()) {
            continue;
        }
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        faults.extend(
            forbidden.iter().filter(|word| code.contains(**word)).map(|word| format!("{} has {word}", path.display())),
        );
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    let silent: Vec<PathBuf> =
        harness::sources().into_iter().filter(|(_, text)| !text.starts_with("//!")).map(|(path, _)| path).collect();
    assert!(silent.is_empty(), "{silent:?}");
}

fn room_of(path: &Path) -> String {
    let first = path.components().next().unwrap().as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The first segment after every `crate::` in code.
fn imports(text: &str) -> impl Iterator<Item = String> {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| {
        line.split("crate::").skip(1).map(|rest| {
            rest.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_').collect::<String>()
        })
    })
}
