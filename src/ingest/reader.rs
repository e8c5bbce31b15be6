//! What reading a project's files needs and leaves behind: dialects in; digests and what was found of each file out.

use std::sync::Arc;

use arcstr::ArcStr;

use super::amounts::{Groups, Mark};
use super::dialect::{Dialect, delimiter_name};
use super::digest::FileDigest;
use super::folder::{Folder, InputFile};
use super::manifest::Manifest;
use super::watch::Watch;
use crate::ingest::dialect;
use crate::language::{Message, Value};
use crate::message;

/// Reads the files of one project.
#[derive(Debug, Default)]
pub struct Reader {
    /// Dialects of the manifest.
    pub dialects: Vec<Arc<Dialect>>,
    /// The project's own dimensions: columns that its money rows may have.
    pub dimensions: Arc<[ArcStr]>,
    /// The project's folder, beside whose manifest copies of sources are; `None` outside a project.
    pub folder: Option<Folder>,
    /// For whoever shows progress.
    pub watch: Watch,
    /// Whether files are digested as they are read.
    pub digesting: Digesting,
    /// Bytes read at a time, where a test wants other cuts than usual.
    pub block: Option<usize>,
    /// Digests of the files read so far.
    pub digests: Vec<FileDigest>,
    /// How each table was read, in the order of reading.
    pub readings: Vec<Reading>,
}

/// Whether files are digested as they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Digesting {
    /// SHA-256 of every file, as reports quote it.
    #[default]
    Yes,
    /// Not needed: the result names no input.
    No,
}

/// How a table was read: what was pinned and what was sniffed.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The file, as the manifest or the command line names it.
    pub file: ArcStr,
    /// `csv`, `xlsx` or `ods`.
    pub format: &'static str,
    /// `gzip` or `zstd`, where it is compressed.
    pub compression: Option<&'static str>,
    /// Everything settled, as a dialect that pins it.
    pub settled: Dialect,
    /// The row of the header.
    pub header: u64,
    /// Rows below it.
    pub rows: u64,
    /// Whether the manifest has a dialect for it.
    pub pinned: bool,
    /// Sheets that are there and were not read.
    pub other_sheets: Vec<String>,
}

impl Reading {
    /// Whether the file is canonical: CSV in UTF-8 with commas, its header in row 1, no mark but a decimal point.
    #[must_use]
    pub fn is_canonical(&self) -> bool {
        let dialect = &self.settled;
        self.format == "csv"
            && self.compression.is_none()
            && dialect.encoding.is_none_or(super::text::Encoding::is_utf8)
            && dialect.delimiter.is_none_or(|mark| mark == b',')
            && dialect.marks.decimal != Some(Mark::Comma)
            && !matches!(dialect.marks.groups, Groups::Only(_))
            && self.header == 1
            && !self.pinned
    }
}

impl Reading {
    /// What was found and what was pinned, in words.
    #[must_use]
    pub fn describe(&self) -> Message {
        let settled = &self.settled;
        let mut words: Vec<Value> = Vec::new();
        words.extend(self.compression.map(Value::from));
        if self.format == "csv" {
            words.extend(settled.encoding.map(|encoding| encoding.name().into()));
            words.extend(settled.delimiter.map(|mark| delimiter_name(mark).into()));
        } else {
            words.push(self.format.to_uppercase().into());
            words.extend(settled.sheet.as_ref().map(|sheet| message!("reading-sheet", sheet = sheet).into()));
        }
        words.push(message!("reading-header", row = self.header.to_string()).into());
        words.extend(settled.marks.decimal.map(|mark| match mark {
            Mark::Point => message!("reading-decimal-point").into(),
            Mark::Comma => message!("reading-decimal-comma").into(),
        }));
        words.extend(match settled.marks.groups {
            Groups::Only(' ') => Some(message!("reading-groups-spaces").into()),
            Groups::Only(mark) => Some(message!("reading-groups", mark = mark.to_string()).into()),
            Groups::Any | Groups::Forbidden => None,
        });
        let others =
            (!self.other_sheets.is_empty()).then(|| message!("reading-others", sheets = self.other_sheets.clone()));
        message!(
            "reading",
            file = &self.file,
            words = words,
            rows = message!("reading-rows", count = self.rows),
            how = if self.pinned { message!("reading-as-pinned") } else { message!("reading-as-found") },
            others = Value::optional(others)
        )
    }

    /// The dialect that pins it, for the manifest.
    #[must_use]
    pub fn to_toml(&self) -> String {
        self.settled.clone().for_file(&self.file).to_toml()
    }
}

impl Reader {
    /// For the files of a project.
    #[must_use]
    pub fn of(manifest: &Manifest) -> Self {
        Self {
            dialects: manifest.dialects.clone(),
            dimensions: manifest.dimensions.clone().into(),
            folder: Some(manifest.folder.clone()),
            ..Self::default()
        }
    }

    /// The dialect of a file.
    #[must_use]
    pub fn dialect_of(&self, file: &InputFile) -> Arc<Dialect> {
        dialect::dialect_of(&self.dialects, file)
    }
}
