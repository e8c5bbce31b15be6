//! The files that answers are written into: plain CSV of the project, changed in place; new files where an input has none,
//! named in the manifest. Nothing is written here: what comes out is bytes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use toml_edit::{Array, DocumentMut, Item, Value};

use super::ChangedFile;
use crate::diagnostics::{Code, Diagnostic};
use crate::domain::Origin;
use crate::ingest::replies::{CsvChange, CsvText};
use crate::ingest::{FileDigest, Folder, Groups, InputFile, InputName, Manifest, Mark, Reading, columns_of, sha256};
use crate::message;

/// Columns of money rows that a new file does without: their rows are single ones.
const NOT_NEW: [&str; 1] = ["rows"];

/// The files of a project while they are changed.
pub(super) struct Files<'p> {
    manifest: &'p Manifest,
    readings: &'p [Reading],
    digests: &'p [FileDigest],
    folder: PathBuf,
    open: BTreeMap<PathBuf, OpenFile>,
    /// New files by input, with their names in the manifest.
    new: BTreeMap<InputName, String>,
}

/// A file with its changes.
pub(super) struct OpenFile {
    /// As messages call it.
    pub(super) name: String,
    pub(super) csv: CsvText,
    pub(super) changes: Vec<CsvChange>,
}

impl<'p> Files<'p> {
    /// Of a project on disk; `None` for the one in the program.
    pub(super) fn new(manifest: &'p Manifest, readings: &'p [Reading], digests: &'p [FileDigest]) -> Option<Self> {
        let Folder::Disk(folder) = &manifest.folder else { return None };
        let folder = if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.clone() };
        Some(Self { manifest, readings, digests, folder, open: BTreeMap::new(), new: BTreeMap::new() })
    }

    /// The folder of the project.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file of a row, whichever input it is of.
    pub(super) fn of_row(&mut self, origin: &Origin) -> Result<&mut OpenFile, Box<Diagnostic>> {
        let manifest = self.manifest;
        let file = manifest.inputs.values().flatten().find(|file| file.name == origin.file);
        match file.and_then(|file| self.open(file)) {
            Some(path) => self.open.get_mut(&path).ok_or_else(|| Box::new(cannot(origin))),
            None => Err(Box::new(cannot(origin))),
        }
    }

    /// The file that a new row of an input goes into.
    pub(super) fn for_new_row(&mut self, input: InputName) -> Result<&mut OpenFile, Box<Diagnostic>> {
        let files = self.manifest.inputs.get(&input).map(Vec::as_slice).unwrap_or_default();
        let found = files.iter().find_map(|file| self.open(file));
        let path = match found {
            Some(path) => path,
            None => self.make(input)?,
        };
        let none = Origin { file: path.display().to_string().into(), row: 1 };
        self.open.get_mut(&path).ok_or_else(|| Box::new(cannot(&none)))
    }

    /// A plain file of the project, read as it was when the project was; `None` where it is none.
    fn open(&mut self, file: &InputFile) -> Option<PathBuf> {
        let path = file.path()?.to_path_buf();
        if self.open.contains_key(&path) {
            return Some(path);
        }
        let reading = self.readings.iter().find(|reading| reading.file == file.name)?;
        let settled = &reading.settled;
        let plain = reading.format == "csv"
            && reading.compression.is_none()
            && !reading.pinned
            && reading.header == 1
            && settled.encoding.is_none_or(crate::ingest::Encoding::is_utf8)
            && settled.marks.decimal != Some(Mark::Comma)
            && !matches!(settled.marks.groups, Groups::Only(_));
        let bytes = std::fs::read(&path).ok().filter(|_| plain)?;
        let digest = self.digests.iter().find(|digest| digest.path == file.name)?;
        let csv = CsvText::read(&bytes, char::from(settled.delimiter.unwrap_or(b',')));
        let csv = csv.ok().filter(|_| sha256(&bytes) == digest.sha256)?;
        self.open.insert(path.clone(), OpenFile { name: file.name.to_string(), csv, changes: Vec::new() });
        Some(path)
    }

    /// A new file for an input.
    fn make(&mut self, input: InputName) -> Result<PathBuf, Box<Diagnostic>> {
        if let Some(name) = self.new.get(&input) {
            return Ok(self.folder.join(name));
        }
        let names = [first_name(input), format!("{}-replies.csv", input.word())];
        let free = names.into_iter().find(|name| !self.folder.join(name).exists());
        let of_new = Origin { file: first_name(input).into(), row: 1 };
        let (Some(name), Some(columns)) = (free, columns_of(input, &self.manifest.dimensions)) else {
            return Err(Box::new(cannot(&of_new)));
        };
        let columns: Vec<&str> = columns.all().filter(|column| !NOT_NEW.contains(column)).collect();
        let path = self.folder.join(&name);
        let csv = CsvText::with_header(&columns);
        self.open.insert(path.clone(), OpenFile { name: name.clone(), csv, changes: Vec::new() });
        self.new.insert(input, name);
        Ok(path)
    }

    /// Every file that changes, with its name and its new bytes; the manifest where it names new files. They are in the order
    /// in which they are to be put in place, so that the same replies finish what a run that was cut off began: sources before
    /// what cites them, new files before the manifest that names them, the list before the rows.
    pub(super) fn finish(mut self, manifest: &InputFile) -> Result<Vec<ChangedFile>, Box<Diagnostic>> {
        let mut changed = Vec::new();
        for (path, file) in std::mem::take(&mut self.open).into_iter().filter(|(_, file)| !file.changes.is_empty()) {
            let of_file = Origin { file: file.name.as_str().into(), row: 1 };
            let text = file.csv.with(&file.changes).map_err(|_| Box::new(cannot(&of_file)))?;
            let place = self.place(&path, &file.name);
            if !self.left_behind(&file.name, &text) {
                changed.push((place, (file.name, path, text.into_bytes())));
            }
        }
        let fault = || Box::new(cannot(&Origin { file: manifest.name.clone(), row: 1 }));
        if !self.new.is_empty() {
            let path = manifest.path().ok_or_else(fault)?;
            let text = std::fs::read_to_string(path).map_err(|_| fault())?;
            let text = with_inputs(&text, &self.new).ok_or_else(fault)?;
            changed.push((Place::Manifest, (manifest.name.to_string(), path.to_path_buf(), text.into_bytes())));
        }
        changed.sort_by_key(|(place, _)| *place);
        Ok(changed.into_iter().map(|(_, file)| file).collect())
    }

    fn place(&self, path: &Path, name: &str) -> Place {
        let is_of = |input: InputName| {
            let files = self.manifest.inputs.get(&input).map(Vec::as_slice).unwrap_or_default();
            files.iter().any(|file| file.path() == Some(path))
        };
        match () {
            () if self.new.values().any(|new| new == name) => Place::New,
            () if is_of(InputName::Sources) => Place::Sources,
            () if is_of(InputName::Requests) => Place::List,
            () => Place::Rows,
        }
    }

    /// Whether a new file stands there already under its first name, from a run that ended before the manifest named it; the
    /// manifest then names that one.
    fn left_behind(&mut self, name: &str, text: &str) -> bool {
        let folder = &self.folder;
        let Some((input, new)) = self.new.iter_mut().find(|(_, new)| *new == name) else { return false };
        let first = first_name(*input);
        let is_it = *new != first && std::fs::read(folder.join(&first)).is_ok_and(|bytes| bytes == text.as_bytes());
        if is_it {
            *new = first;
        }
        is_it
    }
}

/// When a file is put in place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Sources,
    New,
    Manifest,
    List,
    Rows,
}

/// What a new file of an input is called, if that is free.
fn first_name(input: InputName) -> String {
    format!("{}.csv", input.word())
}

/// The text of a manifest with more files; all else of it stays as it is written.
fn with_inputs(manifest: &str, new: &BTreeMap<InputName, String>) -> Option<String> {
    let mut document: DocumentMut = manifest.parse().ok()?;
    let inputs = document.entry("inputs").or_insert_with(toml_edit::table).as_table_like_mut()?;
    for (input, name) in new {
        match inputs.get_mut(input.word()) {
            None => {
                inputs.insert(input.word(), toml_edit::value(name.as_str()));
            }
            Some(Item::Value(Value::Array(list))) => list.push(name.as_str()),
            Some(Item::Value(Value::String(one))) => {
                let list: Array = [one.value().as_str(), name.as_str()].into_iter().collect();
                inputs.insert(input.word(), toml_edit::value(list));
            }
            Some(_) => return None,
        }
    }
    Some(document.to_string())
}

/// That a file is not changed by itself.
fn cannot(origin: &Origin) -> Diagnostic {
    let message = message!("reply-cannot-write", file = &origin.file);
    Diagnostic::new(Code::CannotWriteAnswer, message, message!("reply-write-by-hand")).at(origin)
}
