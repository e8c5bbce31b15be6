//! Where files come from: a folder on disk, or the one compiled into the program. Both are read alike.

use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

use arcstr::ArcStr;

use super::walk;
use crate::diagnostics::Limit;
use crate::system;

/// Files compiled into the program: name and bytes.
pub type EmbeddedFiles = &'static [(&'static str, &'static [u8])];

/// A folder that paths of a manifest are relative to.
#[derive(Debug, Clone)]
pub enum Folder {
    /// On disk.
    Disk(PathBuf),
    /// In the program.
    Embedded(EmbeddedFiles),
}

/// One file to read.
#[derive(Debug, Clone)]
pub struct InputFile {
    /// As the manifest or the command line names it.
    pub name: ArcStr,
    /// The sheet of a spreadsheet, named after a # behind the path.
    pub sheet: Option<String>,
    /// The dialect that it is read under, named after an @ behind the path.
    pub dialect: Option<String>,
    /// Where a user corrects its path.
    pub named_by: NamedBy,
    /// Its path as a dialect's `files` has it: relative to the project's folder, without sheet and dialect.
    pub key: ArcStr,
    location: Location,
    /// What came through it, where it is a pipe: that can be read once only.
    streamed: Arc<OnceLock<Arc<[u8]>>>,
}

/// Where a user corrects the path of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NamedBy {
    /// In `[inputs]` of the manifest.
    Manifest,
    /// In an option of the command line, such as `--budget`.
    Option(String),
    /// In `--project`: the file is the manifest itself.
    Project,
}

#[derive(Debug, Clone)]
enum Location {
    Disk(PathBuf),
    /// Standard input, `-`.
    Standard,
    Embedded(&'static [u8]),
    Memory(Arc<[u8]>),
    /// A pattern that could not be followed.
    Pattern(Arc<io::Error>),
    Absent,
}

impl InputFile {
    /// A file on disk, named as it was typed; `book.xlsx#Sheet` is a sheet of it, `file.csv@NAME` is read under the dialect of
    /// that name, `-` is standard input.
    #[must_use]
    pub fn on_disk(name: &str, path: &Path, named_by: NamedBy) -> Self {
        if name == "-" {
            return Self::new(name, Location::Standard, named_by);
        }
        let (path, sheet, dialect) = parts_of(path);
        let key: ArcStr = path.to_string_lossy().replace('\\', "/").into();
        Self { sheet, dialect, key, ..Self::new(name, Location::Disk(path), named_by) }
    }

    /// Bytes that somebody has at hand, under a name for messages.
    #[must_use]
    pub fn in_memory(name: &str, bytes: Arc<[u8]>) -> Self {
        Self::new(name, Location::Memory(bytes), NamedBy::Option("a name".to_owned()))
    }

    /// A file that a manifest names.
    fn of_manifest(name: &str, location: Location) -> Self {
        Self::new(name, location, NamedBy::Manifest)
    }

    fn new(name: &str, location: Location, named_by: NamedBy) -> Self {
        let streamed = Arc::default();
        Self { name: name.into(), sheet: None, dialect: None, named_by, key: name.into(), location, streamed }
    }

    /// The same, for a project in this folder, by which its dialects name it.
    #[must_use]
    pub fn of_project(self, folder: &Path) -> Self {
        let Location::Disk(path) = &self.location else { return self };
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let (Ok(real), Ok(folder)) = (path.canonicalize(), folder.canonicalize()) else { return self };
        let key = real.strip_prefix(&folder).unwrap_or(&real).to_string_lossy().replace('\\', "/").into();
        Self { key, ..self }
    }

    /// The same, whatever dialect it names.
    #[must_use]
    pub fn under_no_name(self) -> Self {
        Self { dialect: None, ..self }
    }

    /// Its path as a manifest has it, with its sheet.
    #[must_use]
    pub fn path_of_project(&self) -> String {
        self.sheet.as_ref().map_or_else(|| self.key.to_string(), |sheet| format!("{}#{sheet}", self.key))
    }

    /// Its path, where it is on disk.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match &self.location {
            Location::Disk(path) => Some(path),
            Location::Standard
            | Location::Embedded(_)
            | Location::Memory(_)
            | Location::Pattern(_)
            | Location::Absent => None,
        }
    }

    /// Its size in bytes, where that can be told.
    #[must_use]
    pub fn size(&self) -> u64 {
        match &self.location {
            Location::Disk(path) => std::fs::metadata(path).map_or(0, |metadata| metadata.len()),
            Location::Embedded(bytes) => bytes.len() as u64,
            Location::Memory(bytes) => bytes.len() as u64,
            Location::Standard | Location::Pattern(_) | Location::Absent => 0,
        }
    }

    /// Opens it for reading. A folder is refused as such.
    ///
    /// # Errors
    ///
    /// What the operating system says; a folder is an error of the kind `IsADirectory`.
    pub fn open(&self) -> io::Result<Box<dyn Read>> {
        match &self.location {
            Location::Disk(path) if matches!(system::kind(path)?, system::Kind::Pipe) => {
                Ok(Box::new(Cursor::new(self.whole(|| system::open(path))?)))
            }
            Location::Disk(path) => Ok(Box::new(system::open(path)?)),
            Location::Standard => Ok(Box::new(Cursor::new(standard_input()?))),
            Location::Embedded(bytes) => Ok(Box::new(*bytes)),
            Location::Memory(bytes) => Ok(Box::new(Cursor::new(Arc::clone(bytes)))),
            Location::Pattern(error) => Err(again(error)),
            Location::Absent => Err(io::Error::new(io::ErrorKind::NotFound, "no such file")),
        }
    }
}

/// Standard input, read once and whole, however often it is named.
fn standard_input() -> io::Result<Arc<[u8]>> {
    static BYTES: Mutex<Option<Arc<[u8]>>> = Mutex::new(None);
    let mut kept = BYTES.lock().map_err(|_| io::Error::other("standard input"))?;
    if let Some(bytes) = kept.as_ref() {
        return Ok(Arc::clone(bytes));
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(Arc::clone(kept.insert(bytes.into())))
}

/// The same error, for each attempt to open what a pattern could not find.
fn again(error: &io::Error) -> io::Error {
    match error.get_ref().and_then(|inner| Limit::of(inner)) {
        Some(limit) => io::Error::new(error.kind(), limit),
        None => error.kind().into(),
    }
}

impl InputFile {
    /// What comes through a pipe, read once and whole.
    fn whole<R: Read>(&self, open: impl FnOnce() -> io::Result<R>) -> io::Result<Arc<[u8]>> {
        if let Some(bytes) = self.streamed.get() {
            return Ok(Arc::clone(bytes));
        }
        let mut bytes = Vec::new();
        open()?.read_to_end(&mut bytes)?;
        Ok(Arc::clone(self.streamed.get_or_init(|| bytes.into())))
    }
}

impl Folder {
    /// The file of this very path.
    #[must_use]
    pub fn file(&self, path: &str) -> InputFile {
        match self {
            Self::Embedded(files) => {
                let found = files.iter().find(|(name, _)| *name == path);
                InputFile::of_manifest(path, found.map_or(Location::Absent, |(_, bytes)| Location::Embedded(bytes)))
            }
            Self::Disk(root) => InputFile::of_manifest(path, Location::Disk(root.join(path))),
        }
    }

    /// The files that a path or a glob of a manifest means, in order of their names. A glob without a match is one
    /// absent file, so that reading it says so.
    #[must_use]
    pub fn files(&self, pattern: &str) -> Vec<InputFile> {
        match self {
            Self::Embedded(files) => {
                let found = files.iter().find(|(name, _)| *name == pattern);
                let location = found.map_or(Location::Absent, |(_, bytes)| Location::Embedded(bytes));
                vec![InputFile::of_manifest(pattern, location)]
            }
            Self::Disk(root) => disk_files(root, pattern),
        }
    }
}

/// A path without the sheet and the dialect named behind it. A file that is there by its whole name is that file.
fn parts_of(path: &Path) -> (PathBuf, Option<String>, Option<String>) {
    let is_there = |text: &str| text.contains(['*', '?', '[']) || Path::new(text).exists();
    let text = path.to_string_lossy();
    if path.exists() {
        return (path.to_path_buf(), None, None);
    }
    let under = text.rsplit_once('@').filter(|(file, name)| {
        let book = file.rsplit_once('#').is_some_and(|(book, _)| is_there(book));
        !name.is_empty() && !name.contains('/') && (is_there(file) || book)
    });
    let (file, dialect) = under.map_or((text.as_ref(), None), |(file, name)| (file, Some(name.to_owned())));
    if Path::new(file).exists() {
        return (PathBuf::from(file), None, dialect);
    }
    match file.rsplit_once('#') {
        Some((book, sheet)) if !book.is_empty() => (PathBuf::from(book), Some(sheet.to_owned()), dialect),
        _ => (PathBuf::from(file), None, dialect),
    }
}

fn disk_files(root: &Path, pattern: &str) -> Vec<InputFile> {
    if pattern == "-" {
        return vec![InputFile::of_manifest(pattern, Location::Standard)];
    }
    let plain = root.join(pattern);
    let (_, sheet, dialect) = parts_of(&plain);
    if sheet.is_some() || dialect.is_some() {
        let behind = [sheet.as_ref().map(|sheet| format!("#{sheet}")), dialect.as_ref().map(|name| format!("@{name}"))];
        let behind: String = behind.into_iter().flatten().collect();
        let file = pattern.strip_suffix(&behind).unwrap_or(pattern);
        let named = |file: InputFile| InputFile {
            name: format!("{}{behind}", file.name).into(),
            sheet: sheet.clone(),
            dialect: dialect.clone(),
            ..file
        };
        return disk_files(root, file).into_iter().map(named).collect();
    }
    if plain.exists() || !pattern.contains(['*', '?', '[']) {
        return vec![InputFile::of_manifest(pattern, Location::Disk(plain))];
    }
    let matches = match walk::matches(root, pattern) {
        Ok(matches) => matches,
        Err(walk::Fault { folder, error }) => {
            let name = folder.map_or_else(|| pattern.to_owned(), |folder| folder.to_string_lossy().into_owned());
            return vec![InputFile::of_manifest(&name, Location::Pattern(Arc::new(error)))];
        }
    };
    let mut files: Vec<InputFile> = matches
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            InputFile::of_manifest(&name, Location::Disk(path))
        })
        .collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    if files.is_empty() {
        files.push(InputFile::of_manifest(pattern, Location::Absent));
    }
    files
}
