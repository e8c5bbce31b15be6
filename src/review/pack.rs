//! A pack that stands somewhere, as a reader of it finds it: what its manifest tells, and in what the folder, or the same
//! review made again, is not that. In: a folder; out: what differs, file by file. Nothing is written.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::Predecessor;
use super::changes::CHANGES_FILE;
use super::manifest::{AskedDocument, FileEntry, MANIFEST_FILE, SCHEMA};
use super::target::is_litter;
use crate::ingest::sha256;
use crate::output::OutputFault;
use crate::output::folder::{PackFile, entries};

/// A manifest as it stands in a pack.
#[derive(Debug, Deserialize)]
pub struct Written {
    schema: String,
    /// Version of the program that made the pack.
    pub version: String,
    /// What was asked of it.
    pub asked: AskedDocument,
    files: Vec<FileEntry>,
}

/// Why a folder cannot be looked at as a pack.
#[derive(Debug, thiserror::Error)]
pub enum PackFault {
    /// It has no manifest of a review.
    #[error("it has no manifest of a review")]
    NoReview,
    /// It cannot be read.
    #[error(transparent)]
    Output(#[from] OutputFault),
}

/// In what a file is not as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// The manifest tells of it, and it is not there, or no file.
    Missing,
    /// Its bytes are not those of the manifest.
    Changed,
    /// It is there, and the manifest does not tell of it.
    Extra,
    /// The project makes other bytes.
    MadeOtherwise,
    /// The project makes it no more.
    NoLongerMade,
    /// The project makes it too.
    MadeToo,
}

/// A pack that was read.
#[derive(Debug)]
pub struct Pack {
    /// Its manifest.
    pub manifest: Written,
    /// What it says of the one before it.
    changes: Option<Vec<u8>>,
    /// Each file that the folder holds, with its digest; none where it is no regular file.
    there: BTreeMap<String, Option<String>>,
}

impl Pack {
    /// Reads the manifest of a pack, and the digest of every file in its folder. Files that systems leave are passed over.
    ///
    /// # Errors
    ///
    /// See [`PackFault`].
    pub fn read(folder: &Path) -> Result<Self, PackFault> {
        let of_manifest = folder.join(MANIFEST_FILE);
        if !fs::symlink_metadata(&of_manifest).is_ok_and(|found| found.is_file()) {
            return Err(PackFault::NoReview);
        }
        let text = fs::read(&of_manifest).map_err(OutputFault::io("read", &of_manifest))?;
        let manifest: Written = serde_json::from_slice(&text).map_err(|_| PackFault::NoReview)?;
        if manifest.schema != SCHEMA {
            return Err(PackFault::NoReview);
        }
        let mut there = BTreeMap::new();
        for name in entries(folder).map_err(OutputFault::io("read", folder))? {
            if name.ends_with('/') || is_litter(&name) {
                continue;
            }
            let file = folder.join(&name);
            let failure = OutputFault::io("read", &file);
            let is_file = fs::symlink_metadata(&file).map_err(&failure)?.is_file();
            let digest = if is_file { Some(sha256(&fs::read(&file).map_err(&failure)?)) } else { None };
            there.insert(name, digest);
        }
        let path = folder.join(CHANGES_FILE);
        let told = there.get(CHANGES_FILE).is_some_and(Option::is_some);
        let changes = told.then(|| fs::read(&path).map_err(OutputFault::io("read", &path))).transpose()?;
        Ok(Self { manifest, changes, there })
    }

    /// What the review says of the one before it, which the project does not know.
    #[must_use]
    pub fn predecessor(&self) -> Predecessor<'_> {
        let told = self.manifest.files.iter().any(|file| file.path == CHANGES_FILE);
        match &self.changes {
            Some(bytes) if told => Predecessor::Told(bytes),
            Some(_) | None => Predecessor::None,
        }
    }

    /// How many files the manifest tells of.
    #[must_use]
    pub fn count(&self) -> usize {
        self.manifest.files.len()
    }

    /// In what the folder is not what its manifest tells, in order of the paths.
    #[must_use]
    pub fn differences(&self) -> Vec<(String, Difference)> {
        let mut found = BTreeSet::new();
        for told in &self.manifest.files {
            match self.there.get(&told.path) {
                None | Some(None) => found.insert((told.path.clone(), Difference::Missing)),
                Some(Some(digest)) if *digest != told.sha256 => found.insert((told.path.clone(), Difference::Changed)),
                Some(Some(_)) => false,
            };
        }
        let told: BTreeSet<&str> = self.manifest.files.iter().map(|file| file.path.as_str()).collect();
        let extra = self.there.keys().filter(|name| *name != MANIFEST_FILE && !told.contains(name.as_str()));
        found.extend(extra.map(|name| (name.clone(), Difference::Extra)));
        found.into_iter().collect()
    }

    /// In what a review made again is not what the manifest tells, the manifest itself included, in order of the paths.
    #[must_use]
    pub fn differences_from(&self, made: &[PackFile]) -> Vec<(String, Difference)> {
        let mut told: BTreeMap<&str, &str> =
            self.manifest.files.iter().map(|file| (file.path.as_str(), file.sha256.as_str())).collect();
        let own = self.there.get(MANIFEST_FILE).and_then(Option::as_deref);
        told.extend(own.map(|digest| (MANIFEST_FILE, digest)));
        let mut found = BTreeSet::new();
        for file in made {
            match told.remove(file.path.as_str()) {
                None => found.insert((file.path.clone(), Difference::MadeToo)),
                Some(digest) if digest != sha256(&file.bytes) => {
                    found.insert((file.path.clone(), Difference::MadeOtherwise))
                }
                Some(_) => false,
            };
        }
        found.extend(told.into_keys().map(|path| (path.to_owned(), Difference::NoLongerMade)));
        found.into_iter().collect()
    }
}
