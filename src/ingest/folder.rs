//! Where files come from: a folder on disk, or the one compiled into the program. Both are read alike.

use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

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
    pub name: Arc<str>,
    /// The sheet of a spreadsheet, named after a # behind the path.
    pub sheet: Option<String>,
    /// Where a user corrects its path.
    pub named_by: NamedBy,
    location: Location,
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
    Embedded(&'static [u8]),
    Memory(Arc<[u8]>),
    /// A pattern that could not be followed.
    Pattern(Arc<io::Error>),
    Absent,
}

impl InputFile {
    /// A file on disk, named as it was typed; `book.xlsx#Sheet` is a sheet of it.
    #[must_use]
    pub fn on_disk(name: &str, path: &Path, named_by: NamedBy) -> Self {
        let (path, sheet) = path_and_sheet(path);
        Self { name: name.into(), sheet, named_by, location: Location::Disk(path) }
    }

    /// Bytes that somebody has at hand, under a name for messages.
    #[must_use]
    pub fn in_memory(name: &str, bytes: Arc<[u8]>) -> Self {
        let named_by = NamedBy::Option("a name".to_owned());
        Self { name: name.into(), sheet: None, named_by, location: Location::Memory(bytes) }
    }

    /// A file that a manifest names.
    fn of_manifest(name: &str, location: Location) -> Self {
        Self { name: name.into(), sheet: None, named_by: NamedBy::Manifest, location }
    }

    /// Its path, where it is on disk.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match &self.location {
            Location::Disk(path) => Some(path),
            Location::Embedded(_) | Location::Memory(_) | Location::Pattern(_) | Location::Absent => None,
        }
    }

    /// Its size in bytes, where that can be told.
    #[must_use]
    pub fn size(&self) -> u64 {
        match &self.location {
            Location::Disk(path) => std::fs::metadata(path).map_or(0, |metadata| metadata.len()),
            Location::Embedded(bytes) => bytes.len() as u64,
            Location::Memory(bytes) => bytes.len() as u64,
            Location::Pattern(_) | Location::Absent => 0,
        }
    }

    /// Opens it for reading. A folder is refused as such.
    ///
    /// # Errors
    ///
    /// What the operating system says; a folder is an error of the kind `IsADirectory`.
    pub fn open(&self) -> io::Result<Box<dyn Read>> {
        match &self.location {
            Location::Disk(path) => Ok(Box::new(system::open(path)?)),
            Location::Embedded(bytes) => Ok(Box::new(*bytes)),
            Location::Memory(bytes) => Ok(Box::new(Cursor::new(Arc::clone(bytes)))),
            Location::Pattern(error) => Err(again(error)),
            Location::Absent => Err(io::Error::new(io::ErrorKind::NotFound, "no such file")),
        }
    }
}

/// The same error, for each attempt to open what a pattern could not find.
fn again(error: &io::Error) -> io::Error {
    match error.get_ref().and_then(|inner| Limit::of(inner)) {
        Some(limit) => io::Error::new(error.kind(), limit),
        None => error.kind().into(),
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

/// A path without the sheet named behind it. A file whose own name has a # is that file.
fn path_and_sheet(path: &Path) -> (PathBuf, Option<String>) {
    let text = path.to_string_lossy();
    match text.rsplit_once('#') {
        Some((book, sheet)) if !path.exists() && !book.is_empty() => (PathBuf::from(book), Some(sheet.to_owned())),
        _ => (path.to_path_buf(), None),
    }
}

fn disk_files(root: &Path, pattern: &str) -> Vec<InputFile> {
    let plain = root.join(pattern);
    if let (book, Some(sheet)) = path_and_sheet(&plain) {
        let pattern = pattern.strip_suffix(&format!("#{sheet}")).unwrap_or(pattern);
        let files = disk_files(root, pattern).into_iter().map(|file| InputFile {
            name: format!("{}#{sheet}", file.name).into(),
            sheet: Some(sheet.clone()),
            ..file
        });
        return if book.exists() || pattern.contains(['*', '?', '[']) {
            files.collect()
        } else {
            vec![InputFile::of_manifest(pattern, Location::Disk(book))]
        };
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
