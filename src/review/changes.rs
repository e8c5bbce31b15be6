//! `CHANGES.md`: what a review changed against the one that it replaces. In: the folder that stands there and the new files;
//! out: figures, inputs and the question side by side, or nothing where the two are alike.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value as Json;

use super::manifest::MANIFEST_FILE;
use crate::ingest::sha256;
use crate::language::{Language, Message, Value};
use crate::message;
use crate::output::OutputFault;
use crate::output::folder::PackFile;

/// The file.
pub const CHANGES_FILE: &str = "CHANGES.md";

/// A member of a report's row, and what it is called.
type Member = (&'static str, fn() -> Message);

/// The figures that are held against each other.
const FIGURES: [Member; 9] = [
    ("/total/central", || message!("changes-total")),
    ("/total/low", || message!("changes-total-low")),
    ("/total/high", || message!("changes-total-high")),
    ("/labelled/total", || message!("changes-labelled")),
    ("/attributed/central", || message!("changes-attributed")),
    ("/unattributed", || message!("changes-unattributed")),
    ("/lines", || message!("changes-lines")),
    ("/not_estimated", || message!("changes-not-estimated")),
    ("/not_reported", || message!("changes-not-reported")),
];

/// Lines that a list names; beyond it their number stands.
const NAMED: usize = 200;

/// The review that stands in a folder, as far as a comparison needs it.
#[derive(Debug, Default)]
pub struct Replaced {
    manifest: Json,
    report: Json,
    digests: BTreeMap<String, String>,
    /// What it says of the one before it.
    changes: Option<Vec<u8>>,
}

impl Replaced {
    /// Reads it; `None` where no review stands there.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn read(folder: &Path) -> Result<Option<Self>, OutputFault> {
        let read = |name: &str| {
            let path = folder.join(name);
            if path.is_file() { fs::read(&path).map(Some).map_err(OutputFault::io("read", &path)) } else { Ok(None) }
        };
        let json = |bytes: Option<Vec<u8>>| bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let Some(manifest): Option<Json> = json(read(MANIFEST_FILE)?) else { return Ok(None) };
        let files = manifest["files"].as_array().into_iter().flatten();
        let digests =
            files.filter_map(|file| Some((file["path"].as_str()?.to_owned(), file["sha256"].as_str()?.to_owned())));
        Ok(Some(Self {
            digests: digests.collect(),
            report: json(read("report.json")?).unwrap_or_default(),
            changes: read(CHANGES_FILE)?,
            manifest,
        }))
    }

    /// The file of a review of these files, which has no manifest yet; `None` where there is nothing to say.
    #[must_use]
    pub fn told(&self, files: &[PackFile], asked: &Json, inputs: &Json, language: Language) -> Option<PackFile> {
        let now: BTreeMap<&str, String> = files.iter().map(|file| (file.path.as_str(), sha256(&file.bytes))).collect();
        let before = self.digests.iter().filter(|(path, _)| *path != CHANGES_FILE);
        let before: BTreeMap<&str, String> = before.map(|(path, digest)| (path.as_str(), digest.clone())).collect();
        let file = |bytes: Vec<u8>| PackFile { path: CHANGES_FILE.to_owned(), bytes };
        if now == before {
            // The same review made again says what it said.
            return self.changes.clone().map(file);
        }
        let report = files.iter().find(|file| file.path == "report.json");
        let report: Json = report.and_then(|file| serde_json::from_slice(&file.bytes).ok()).unwrap_or_default();
        let say = |message: Message| language.say(&message);
        let mut out = format!("# {}\n\n{}\n", say(message!("changes-title")), say(message!("changes-lead")));
        let mut section = |title: Message, lines: Vec<String>| {
            if lines.is_empty() {
                return;
            }
            let _ = writeln!(out, "\n## {}\n", language.say(&title));
            let more = lines.len().saturating_sub(NAMED);
            for line in lines.iter().take(NAMED) {
                let _ = writeln!(out, "- {line}");
            }
            if more > 0 {
                let _ = writeln!(out, "- {}", language.say(&message!("changes-more", count = more)));
            }
        };
        let was = &self.manifest["version"];
        let version = (was.as_str() != Some(env!("CARGO_PKG_VERSION")))
            .then(|| change(language, &say(message!("changes-version")), was, &env!("CARGO_PKG_VERSION").into()));
        section(message!("changes-program"), version.into_iter().collect());
        section(message!("changes-asked"), members(language, &self.manifest["asked"], asked));
        // A review that showed more than this one is not quoted in it.
        if self.manifest["asked"]["protect"] == asked["protect"] {
            section(message!("changes-inputs"), input_changes(language, &self.manifest["inputs"], inputs));
            section(message!("changes-figures"), figures(language, &self.report, &report));
        }
        let changed = now.iter().filter(|(path, digest)| before.get(**path).is_some_and(|was| was != *digest));
        section(message!("changes-files"), changed.map(|(path, _)| format!("`{path}`")).collect());
        let new = now.keys().filter(|path| !before.contains_key(**path));
        section(message!("changes-files-new"), new.map(|path| format!("`{path}`")).collect());
        let gone = before.keys().filter(|path| !now.contains_key(**path));
        section(message!("changes-files-gone"), gone.map(|path| format!("`{path}`")).collect());
        Some(file(out.into_bytes()))
    }
}

/// `name: before -> after`.
fn change(language: Language, name: &str, before: &Json, after: &Json) -> String {
    let said = |value: &Json| match value {
        Json::Null => Value::Text("\u{2013}".to_owned()),
        Json::String(text) if is_figure(text) => Value::figure(text.clone()),
        Json::String(text) => Value::Text(text.clone()),
        Json::Array(values) if values.is_empty() => Value::Text("\u{2013}".to_owned()),
        Json::Array(values) => {
            let words = values.iter().map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
            Value::Text(words.collect::<Vec<_>>().join(", "))
        }
        other => Value::Text(other.to_string()),
    };
    language.say(&message!("changes-change", name = name, before = said(before), after = said(after)))
}

/// Whether a text is a figure as documents have it: with a point and digits behind it.
fn is_figure(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.contains('.') && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// The members of two objects that differ.
fn members(language: Language, before: &Json, after: &Json) -> Vec<String> {
    let keys = |value: &Json| value.as_object().into_iter().flat_map(|object| object.keys().cloned()).collect();
    let keys: BTreeSet<String> = [keys(before), keys(after)].into_iter().flat_map(|keys: Vec<String>| keys).collect();
    let differ = keys.iter().filter(|key| before[key.as_str()] != after[key.as_str()]);
    differ.map(|key| change(language, &format!("`{key}`"), &before[key.as_str()], &after[key.as_str()])).collect()
}

/// Input files that are new, gone or other.
fn input_changes(language: Language, before: &Json, after: &Json) -> Vec<String> {
    let files = |inputs: &Json| -> BTreeMap<String, String> {
        let files = inputs["files"].as_array().into_iter().flatten();
        let of = |file: &Json| Some((file["path"].as_str()?.to_owned(), file["sha256"].as_str()?.to_owned()));
        files.filter_map(of).collect()
    };
    let (before, after) = (files(before), files(after));
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let told = names.into_iter().filter_map(|name| match (before.get(name), after.get(name)) {
        (Some(was), Some(is)) if was == is => None,
        (Some(_), Some(_)) => Some(language.say(&message!("changes-input-other", name = name))),
        (None, _) => Some(language.say(&message!("changes-input-new", name = name))),
        (_, None) => Some(language.say(&message!("changes-input-gone", name = name))),
    });
    told.collect()
}

/// The figures of the report that differ, row by row and measure by measure.
fn figures(language: Language, before: &Json, after: &Json) -> Vec<String> {
    let rows = |report: &Json| -> BTreeMap<String, Json> {
        let rows = report["rows"].as_array().into_iter().flatten();
        rows.map(|row| (row_name(row), row.clone())).collect()
    };
    let (before, after) = (rows(before), rows(after));
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let nothing = Json::Null;
    let mut told = Vec::new();
    for name in names {
        let (was, is) = (before.get(name).unwrap_or(&nothing), after.get(name).unwrap_or(&nothing));
        let at = |row: &Json, pointer: &str| row.pointer(pointer).cloned().unwrap_or_default();
        for (pointer, title) in FIGURES {
            let (one, other) = (at(was, pointer), at(is, pointer));
            if one != other {
                told.push(change(language, &format!("{name}, {}", language.say(&title())), &one, &other));
            }
        }
        let quotients = |row: &Json| -> BTreeMap<String, Json> {
            let figures = row["per_victim"].as_array().into_iter().flatten();
            let of = |figure: &Json| Some((figure["measure"].as_str()?.to_owned(), figure["total"]["central"].clone()));
            figures.filter_map(of).collect()
        };
        let (one, other) = (quotients(was), quotients(is));
        for measure in one.keys().chain(other.keys()).collect::<BTreeSet<_>>() {
            let (one, other) = (one.get(measure).unwrap_or(&nothing), other.get(measure).unwrap_or(&nothing));
            if one != other {
                let measure = Value::Word("measure", measure.clone());
                let title = language.say(&message!("changes-per-victim", measure = measure));
                told.push(change(language, &format!("{name}, {title}"), one, other));
            }
        }
    }
    told
}

/// `2016`, `2016, MoI`.
fn row_name(row: &Json) -> String {
    let values = row["by"].as_object().into_iter().flat_map(|by| by.values());
    let values = values.map(|value| value.as_str().unwrap_or_default().to_owned());
    [row["year"].to_string()].into_iter().chain(values).collect::<Vec<_>>().join(", ")
}
