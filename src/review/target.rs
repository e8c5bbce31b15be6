//! The folder that a pack goes to. It never replaces a folder that holds anything but a pack as it was written, nor one that
//! holds an input.
//!
//! A manifest that stands there proves nothing: a file is of a pack where a pack has files of that name, and where its bytes
//! are those that the manifest tells. So neither a forged manifest nor an edited file loses anybody's work.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::is_own;
use super::manifest::{Known, MANIFEST_FILE, SCHEMA};
use crate::ingest::sha256;
use crate::output::folder::{PackFile, create, entries, replace};
use crate::output::{Claims, Destination, OutputFault};

/// Files that systems and offices leave in a folder, and that nobody misses.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// Why a folder is not written to.
#[derive(Debug, thiserror::Error)]
pub enum TargetFault {
    /// It is a file.
    #[error("it is a file")]
    IsFile,
    /// It has no name of its own, or is the working directory.
    #[error("it is the working directory, or has no name")]
    NoName,
    /// It holds something else than a pack.
    #[error("it is no review")]
    NoReview,
    /// It holds a file or a folder that is not of the pack.
    #[error("{0} is not of the review")]
    Foreign(String),
    /// A file of the pack is not as it was written.
    #[error("{0} was changed since it was written")]
    Edited(String),
    /// It holds an input.
    #[error("{} is an input", .0.display())]
    HoldsInput(PathBuf),
    /// It cannot be written.
    #[error(transparent)]
    Output(#[from] OutputFault),
}

/// Where a pack goes, once it was looked at.
#[derive(Debug)]
pub struct Target {
    path: PathBuf,
    /// Which pack stands there; `None` where nothing does.
    there: Option<Standing>,
}

/// A pack as it stands.
#[derive(Debug, PartialEq, Eq)]
struct Standing {
    folder: FolderId,
    manifest: String,
}

/// Looks at a folder before any work is done: it must be new, empty or a pack, and hold no input.
///
/// # Errors
///
/// See [`TargetFault`].
pub fn target(folder: &Path, claims: &Claims) -> Result<Target, TargetFault> {
    let failure = OutputFault::write(folder);
    let path = match fs::metadata(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            folder.file_name().ok_or(TargetFault::NoName)?;
            return Ok(Target { path: folder.to_path_buf(), there: None });
        }
        Err(error) => return Err(failure(error).into()),
        Ok(metadata) if !metadata.is_dir() => return Err(TargetFault::IsFile),
        Ok(_) => folder.canonicalize().map_err(&failure)?,
    };
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    if path.file_name().is_none() || here.is_ok_and(|here| here.starts_with(&path)) {
        return Err(TargetFault::NoName);
    }
    for (_, input) in &claims.files {
        if input.canonicalize().is_ok_and(|input| input.starts_with(&path)) {
            return Err(TargetFault::HoldsInput(input.clone()));
        }
    }
    let there = if entries(&path).map_err(&failure)?.is_empty() { None } else { Some(standing(&path)?) };
    Ok(Target { path, there })
}

/// Writes the pack, whole or not at all.
///
/// # Errors
///
/// What the system says, a file that would be an input, and a folder that changed meanwhile; then what stands there is as it
/// was.
pub fn write(target: &Target, files: &[PackFile], claims: &Claims) -> Result<(), TargetFault> {
    let failure = OutputFault::write(&target.path);
    let absolute = target.path.canonicalize().or_else(|_| std::path::absolute(&target.path)).map_err(failure)?;
    for file in files {
        claims.refuse(&Destination::File { named: target.path.join(&file.path), file: absolute.join(&file.path) })?;
    }
    match &target.there {
        None => create(&target.path, files)?,
        Some(before) => replace(&target.path, files, |old| standing(old).is_ok_and(|now| now == *before))?,
    }
    Ok(())
}

/// The pack that stands in a folder, with nothing else in it.
fn standing(path: &Path) -> Result<Standing, TargetFault> {
    let failure = OutputFault::io("read", path);
    let manifest = fs::read(path.join(MANIFEST_FILE)).map_err(|_| TargetFault::NoReview)?;
    let known: Known = serde_json::from_slice(&manifest).map_err(|_| TargetFault::NoReview)?;
    if known.schema != SCHEMA {
        return Err(TargetFault::NoReview);
    }
    let own = known.files.iter().filter(|file| is_own(&file.path));
    let own: Vec<_> = own.map(|file| (file.path.as_str(), file.sha256.as_str())).collect();
    let folders: BTreeSet<&str> = own.iter().filter_map(|(path, _)| Some(path.rsplit_once('/')?.0)).collect();
    for name in entries(path).map_err(&failure)? {
        if let Some(folder) = name.strip_suffix('/') {
            if !folders.contains(folder) {
                return Err(TargetFault::Foreign(name));
            }
            continue;
        }
        if is_litter(&name) || name == MANIFEST_FILE {
            continue;
        }
        let file = path.join(&name);
        let is_file = fs::symlink_metadata(&file).map_err(&failure)?.is_file();
        let Some((_, digest)) = own.iter().find(|(own, _)| *own == name && is_file) else {
            return Err(TargetFault::Foreign(name));
        };
        if sha256(&fs::read(&file).map_err(&failure)?) != *digest {
            return Err(TargetFault::Edited(name));
        }
    }
    let folder = folder_id(path).map_err(failure)?;
    Ok(Standing { folder, manifest: sha256(&manifest) })
}

/// Whether a file is of a system or an office, such as LibreOffice's mark that a workbook is open.
pub(super) fn is_litter(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    LITTER.contains(&name) || name.starts_with(".~lock.")
}

/// What tells two folders apart that stand under one name after each other.
type FolderId = (u64, u64);

#[cfg(unix)]
fn folder_id(path: &Path) -> io::Result<FolderId> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).map(|folder| (folder.dev(), folder.ino()))
}

#[cfg(not(unix))]
fn folder_id(_: &Path) -> io::Result<FolderId> {
    Ok((0, 0))
}
