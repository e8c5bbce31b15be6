//! The manifest, `thb-cost.toml`: what the project is called, what it shows, and where its inputs are.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arcstr::ArcStr;

use super::dialect::{Dialect, FilePattern};
use super::dimensions::own_dimensions;
use super::folder::{Folder, InputFile, NamedBy};
use super::input_name::InputName;
use super::protect;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Limit};
use crate::document::{Document, Table};
use crate::domain::{Currency, Origin, nearest};
use crate::language::Message;
use crate::message;
use crate::system::NoInput;

/// The name of the manifest in a project folder.
pub const MANIFEST: &str = "thb-cost.toml";

/// The keys of `[project]`.
pub const PROJECT_KEYS: [&str; 10] =
    ["title", "title_bg", "currency", "victims", "dimensions", "prices", "needs", "csv_safe", "protect", "not_people"];

/// What the manifest says.
#[derive(Debug, Clone)]
pub struct Manifest {
    /// Title of the project.
    pub title: String,
    /// Title in Bulgarian, if it has one.
    pub title_bg: Option<String>,
    /// Reporting currency.
    pub currency: Currency,
    /// Measures of victims that are shown, in this order; none given means all, in the order of the file.
    pub victims: Vec<ArcStr>,
    /// Where they are named, if they are.
    pub victims_origin: Option<Origin>,
    /// Columns of money rows that are dimensions of this project, in this order.
    pub dimensions: Vec<ArcStr>,
    /// Whether CSV puts an apostrophe before text that a spreadsheet would take for a formula.
    pub csv_safe: bool,
    /// Counts of people above 0 and below this are not shown; `None` where all are.
    pub protect: Option<u64>,
    /// Drivers that count no people, though they are whole numbers.
    pub not_people: Vec<ArcStr>,
    /// Where they are named, if they are.
    pub not_people_origin: Option<Origin>,
    /// The index in whose prices years are restated, where `prices` holds several.
    pub prices: Option<ArcStr>,
    /// Where it is named, if it is.
    pub prices_origin: Option<Origin>,
    /// What is pinned about files that are not canonical CSV.
    pub dialects: Vec<Arc<Dialect>>,
    /// The folder that paths are relative to.
    pub folder: Folder,
    /// The files of each input.
    pub inputs: BTreeMap<InputName, Vec<InputFile>>,
    /// The paths and globs of each input as they are written.
    pub patterns: BTreeMap<InputName, Vec<String>>,
}

/// The manifest in the folder or the nearest one above it.
#[must_use]
pub fn discover(start: &Path) -> Option<PathBuf> {
    start.ancestors().map(|folder| folder.join(MANIFEST)).find(|path| path.is_file())
}

impl Manifest {
    /// Reads a manifest's text. Faults go to `diagnostics`; what can be read is.
    pub fn read(file: &ArcStr, text: &str, folder: &Folder, diagnostics: &mut Diagnostics) -> Option<Self> {
        let document = Document::new(file, text);
        let parsed = document.parse(diagnostics)?;
        let root = document.root(&parsed);
        if !is_for_this_version(&root, diagnostics) {
            return None;
        }
        root.refuse_unknown(&["project", "inputs", "dialect"], diagnostics);
        let mut manifest = Self {
            title: String::new(),
            title_bg: None,
            currency: Currency::BGN,
            victims: Vec::new(),
            victims_origin: None,
            dimensions: Vec::new(),
            csv_safe: false,
            protect: None,
            not_people: Vec::new(),
            not_people_origin: None,
            prices: None,
            prices_origin: None,
            dialects: Vec::new(),
            folder: folder.clone(),
            inputs: BTreeMap::new(),
            patterns: BTreeMap::new(),
        };
        if let Some(project) = root.need("project", "[project]", diagnostics).and_then(|value| value.table(diagnostics))
        {
            manifest.read_project(&project, diagnostics);
        }
        if let Some(inputs) = root.get("inputs").and_then(|value| value.table(diagnostics)) {
            manifest.read_inputs(&inputs, folder, diagnostics);
        }
        if let Some(dialects) = root.get("dialect") {
            for table in dialects.tables(diagnostics) {
                let table = table.with_own(&manifest.dimensions);
                manifest.dialects.push(Arc::new(Dialect::read(&table, diagnostics)));
            }
        }
        Some(manifest)
    }

    fn read_project(&mut self, project: &Table<'_>, diagnostics: &mut Diagnostics) {
        project.refuse_unknown(&PROJECT_KEYS, diagnostics);
        if let Some(title) = project.need("title", "title = \"Cost of assisting victims\"", diagnostics) {
            self.title = title.text(diagnostics).unwrap_or_default();
        }
        self.title_bg = project.get("title_bg").and_then(|title| title.text(diagnostics));
        if let Some(value) = project.get("currency")
            && let Some(code) = value.text(diagnostics)
        {
            match Currency::parse(&code) {
                Some(currency) => self.currency = currency,
                None => diagnostics.push(value.fault(
                    message!("manifest-no-currency", code = &code),
                    message!("manifest-currency"),
                    message!("manifest-write-currency"),
                )),
            }
        }
        if let Some(value) = project.get("prices") {
            self.prices = value.text(diagnostics).map(Into::into);
            self.prices_origin = Some(value.origin());
        }
        if let Some(value) = project.get("victims") {
            for measure in value.texts(diagnostics) {
                if self.victims.iter().any(|earlier| **earlier == *measure) {
                    diagnostics.push(value.fault(
                        message!("manifest-measure-twice", measure = &measure),
                        message!("manifest-measure-once"),
                        message!("manifest-remove-one"),
                    ));
                } else {
                    self.victims.push(measure.into());
                }
            }
            self.victims_origin = Some(value.origin());
        }
        if let Some(value) = project.get("dimensions") {
            self.dimensions = own_dimensions(&value, diagnostics);
        }
        self.protect = protect::read(project, diagnostics);
        if let Some(value) = project.get("not_people") {
            self.not_people = value.texts(diagnostics).into_iter().map(Into::into).collect();
            self.not_people_origin = Some(value.origin());
        }
        if let Some(value) = project.get("csv_safe") {
            match value.as_bool() {
                Some(safe) => self.csv_safe = safe,
                None => diagnostics.push(value.fault(
                    message!("manifest-no-switch"),
                    message!("dialect-switch"),
                    message!("dialect-write-true"),
                )),
            }
        }
    }

    fn read_inputs(&mut self, inputs: &Table<'_>, folder: &Folder, diagnostics: &mut Diagnostics) {
        inputs.refuse_unknown(&InputName::ALL.map(InputName::word), diagnostics);
        for name in InputName::ALL {
            let Some(value) = inputs.get(name.word()) else { continue };
            let patterns = value.texts(diagnostics);
            if patterns.iter().any(String::is_empty) {
                diagnostics.push(value.fault(
                    message!("manifest-blank-path"),
                    message!("manifest-path"),
                    message!("manifest-name-file"),
                ));
                continue;
            }
            let files = without_repeats(files_of(&patterns, folder));
            if name == InputName::Rules && files.len() > 1 {
                diagnostics.push(value.fault(
                    message!("manifest-several-rules"),
                    message!("manifest-one-path"),
                    message!("manifest-one-rules-file"),
                ));
            }
            self.inputs.insert(name, files);
            self.patterns.insert(name, patterns);
        }
    }

    /// Replaces an input, as the command line does.
    pub fn replace_input(&mut self, name: InputName, files: Vec<InputFile>) {
        self.patterns.remove(&name);
        self.inputs.insert(name, without_repeats(files));
    }
}

/// Whether this version may read the project, by `needs`; not so after a diagnostic. It is asked first, since a later
/// version has keys that this one does not know.
fn is_for_this_version(root: &Table<'_>, diagnostics: &mut Diagnostics) -> bool {
    let Some(value) = root.get("project").and_then(|project| project.as_table()).and_then(|table| table.get("needs"))
    else {
        return true;
    };
    let Some(written) = value.text(diagnostics) else { return true };
    let Ok(needed) = semver::VersionReq::parse(&written) else {
        diagnostics.push(value.fault(
            message!("manifest-bad-needs"),
            message!("manifest-needs"),
            message!("manifest-write-needs"),
        ));
        return true;
    };
    let own = env!("CARGO_PKG_VERSION");
    let is_met = semver::Version::parse(own).is_ok_and(|version| needed.matches(&version));
    if !is_met {
        let message = message!("manifest-other-version", needs = &written, version = own);
        let diagnostic = value.fault_of(Code::OtherVersion, message, message!("manifest-take-version"));
        diagnostics.push(diagnostic.found(own).expected(Message::verbatim(written)));
    }
    is_met
}

/// The files of a list of paths and globs; those behind a `!` are taken out again, wherever in the list it stands.
fn files_of(patterns: &[String], folder: &Folder) -> Vec<InputFile> {
    let is_there = |path: &str| folder.files(path).iter().any(|file| file.path().is_some_and(Path::exists));
    let (out, into): (Vec<_>, Vec<_>) =
        patterns.iter().partition(|pattern| pattern.starts_with('!') && !is_there(pattern));
    let out: Vec<FilePattern> =
        out.iter().filter_map(|pattern| FilePattern::parse(pattern.trim_start_matches('!').trim()).ok()).collect();
    let files = into.iter().flat_map(|pattern| folder.files(pattern));
    files.filter(|file| !out.iter().any(|pattern| pattern.matches(&file.key))).collect()
}

/// Two patterns may mean one file; under one dialect a sheet of it is read once. In the order of names, so that the order
/// of a list says nothing.
fn without_repeats(mut files: Vec<InputFile>) -> Vec<InputFile> {
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let mut seen = BTreeSet::new();
    files.retain(|file| {
        let Some(path) = file.path() else { return true };
        // A file that is not there has no other name; reading it says so.
        let real = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        seen.insert((real, file.sheet.clone(), file.dialect.clone()))
    });
    files
}

/// What the system says of a failure, where a language has no words of its own for it.
#[must_use]
pub fn io_error(error: &std::io::Error) -> Message {
    let kind = match error.kind() {
        ErrorKind::NotFound => "not-found",
        ErrorKind::PermissionDenied => "permission-denied",
        ErrorKind::AlreadyExists => "already-exists",
        ErrorKind::NotADirectory => "not-a-directory",
        ErrorKind::IsADirectory => "is-a-directory",
        ErrorKind::StorageFull => "storage-full",
        ErrorKind::ReadOnlyFilesystem => "read-only-filesystem",
        _ => "other",
    };
    message!("io-error", kind = kind, words = error.to_string())
}

/// A diagnostic for a file that cannot be read.
#[must_use]
pub fn unreadable(file: &InputFile, error: &std::io::Error) -> Diagnostic {
    let name = &file.name;
    if let Some(limit) = error.get_ref().and_then(|inner| Limit::of(inner)) {
        return limit.passed().in_file(name);
    }
    if let Some(what) = NoInput::of(error) {
        let message = message!("file-is-no-input", file = name, what = Message::word("no-input", &what.to_string()));
        let help = Message::word("no-input-help", &what.to_string());
        return Diagnostic::new(Code::UnreadableFile, message, help).in_file(name);
    }
    let message = match error.kind() {
        ErrorKind::NotFound => message!("file-not-there", file = name),
        ErrorKind::IsADirectory => message!("file-is-folder", file = name),
        ErrorKind::PermissionDenied => message!("file-forbidden", file = name),
        _ => message!("file-unreadable", file = name, error = io_error(error)),
    };
    let (correct, option) = match &file.named_by {
        NamedBy::Manifest => ("inputs", ""),
        NamedBy::Option(option) => ("option", option.as_str()),
        NamedBy::Project => ("project", ""),
    };
    let help = match file.path().and_then(nearest_beside) {
        Some(near) => message!("file-near-and-correct", near = near, correct = correct, option = option),
        None => message!("file-correct", correct = correct, option = option),
    };
    Diagnostic::new(Code::UnreadableFile, message, help).in_file(name)
}

fn nearest_beside(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside: Vec<String> = std::fs::read_dir(folder)
        .ok()?
        .flatten()
        .filter(|entry| entry.path().is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|other| other != name)
        .collect();
    beside.sort();
    nearest(name, beside.iter().map(String::as_str)).map(str::to_owned)
}
