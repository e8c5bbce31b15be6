//! The folder of a pack: written whole beside the old one, then put in its place in one step. It never replaces a folder
//! that holds anything but a pack, nor one that holds an input.
//!
//! On Linux the new folder and the old one change places at once (`renameat2` with `RENAME_EXCHANGE`). Where the system
//! or the file system cannot do that, the old folder is first renamed: between the two renames neither stands under the
//! name, and both stand whole beside it.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::PackFile;
use super::manifest::{Known, MANIFEST_FILE, SCHEMA};
use crate::system::exchange;

/// Beginning of the names of folders in which a pack is being written.
const BESIDE: &str = ".thb-cost-review-";

/// Files that systems and offices leave in a folder, and that nobody misses.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// Why a folder is not written to.
#[derive(Debug, thiserror::Error)]
pub enum FolderFault {
    /// It is a file.
    #[error("it is a file")]
    IsFile,
    /// It has no name of its own, or is the working directory.
    #[error("it is the working directory, or has no name")]
    NoName,
    /// It holds something else than a pack.
    #[error("it is no review")]
    NoReview,
    /// It holds a file that is not of the pack.
    #[error("{0} is not of the review")]
    Foreign(String),
    /// It holds an input.
    #[error("{} is an input", .0.display())]
    HoldsInput(PathBuf),
    /// Reading or writing failed.
    #[error("cannot write {}: {error}", path.display())]
    Io {
        /// What was written.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

/// Where a pack goes, once it was looked at.
#[derive(Debug)]
pub struct Target {
    path: PathBuf,
    exists: bool,
}

/// Looks at a folder before any work is done: it must be new, empty or a pack, and hold no input.
///
/// # Errors
///
/// See [`FolderFault`].
pub fn target<'i>(folder: &Path, inputs: impl Iterator<Item = &'i Path>) -> Result<Target, FolderFault> {
    let io = |error| FolderFault::Io { path: folder.to_path_buf(), error };
    let path = match fs::metadata(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            folder.file_name().ok_or(FolderFault::NoName)?;
            return Ok(Target { path: folder.to_path_buf(), exists: false });
        }
        Err(error) => return Err(io(error)),
        Ok(metadata) if !metadata.is_dir() => return Err(FolderFault::IsFile),
        Ok(_) => folder.canonicalize().map_err(io)?,
    };
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    if path.file_name().is_none() || here.is_ok_and(|here| here.starts_with(&path)) {
        return Err(FolderFault::NoName);
    }
    for input in inputs {
        if input.canonicalize().is_ok_and(|input| input.starts_with(&path)) {
            return Err(FolderFault::HoldsInput(input.to_path_buf()));
        }
    }
    let there = files_of(&path, "").map_err(io)?;
    if there.is_empty() {
        return Ok(Target { path, exists: true });
    }
    let manifest = fs::read(path.join(MANIFEST_FILE)).ok();
    let known: Option<Known> = manifest.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let known = known.filter(|known| known.schema == SCHEMA).ok_or(FolderFault::NoReview)?;
    let own: BTreeSet<&str> = known.files.iter().map(|file| file.path.as_str()).chain([MANIFEST_FILE]).collect();
    match there.into_iter().find(|file| !own.contains(file.as_str()) && !is_litter(file)) {
        Some(foreign) => Err(FolderFault::Foreign(foreign)),
        None => Ok(Target { path, exists: true }),
    }
}

/// Every file below a folder, by its path with `/`.
fn files_of(folder: &Path, before: &str) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            found.extend(files_of(&entry.path(), &format!("{name}/"))?);
        } else {
            found.push(name);
        }
    }
    found.sort();
    Ok(found)
}

/// Whether a file is of a system or an office, such as LibreOffice's mark that a workbook is open.
fn is_litter(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    LITTER.contains(&name) || name.starts_with(".~lock.")
}

/// Writes the pack: all files into a folder beside it, each to the disk, then that folder in place of the old one.
///
/// # Errors
///
/// What the system says; then the old pack stands as it was.
pub fn write(target: &Target, files: &[PackFile]) -> Result<(), FolderFault> {
    let parent = match target.path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let of_target = |error| FolderFault::Io { path: target.path.clone(), error };
    fs::create_dir_all(parent).map_err(of_target)?;
    // Runs beside each other wait, so that what is left over is of a run that was killed. Where folders cannot be locked,
    // nothing is swept.
    let lock = File::open(parent).ok().filter(|parent| parent.lock().is_ok());
    if lock.is_some() {
        sweep(parent);
    }
    let beside = tempfile::Builder::new().prefix(BESIDE).tempdir_in(parent).map_err(|error| of_target(plain(error)))?;
    let new = beside.path().join("new");
    fs::create_dir(&new).map_err(of_target)?;
    write_files(&new, &target.path, files)?;
    put_in_place(&new, &target.path, target.exists, &beside.path().join("old")).map_err(of_target)?;
    sync_folder(parent).map_err(of_target)?;
    Ok(())
}

/// The error of the system without the path of the temporary folder, which tells a user nothing.
fn plain(error: io::Error) -> io::Error {
    error.kind().into()
}

/// Removes what runs that were killed left beside a pack.
fn sweep(parent: &Path) {
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(BESIDE) {
            // What cannot be removed is in nobody's way.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn write_files(folder: &Path, shown_as: &Path, files: &[PackFile]) -> Result<(), FolderFault> {
    let mut folders = BTreeSet::from([folder.to_path_buf()]);
    for file in files {
        let path = folder.join(&file.path);
        let failure = |error| FolderFault::Io { path: shown_as.join(&file.path), error };
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(failure)?;
            folders.insert(parent.to_path_buf());
        }
        let mut written = File::create_new(&path).map_err(failure)?;
        written.write_all(&file.bytes).and_then(|()| written.sync_all()).map_err(failure)?;
    }
    let failure = |error| FolderFault::Io { path: shown_as.to_path_buf(), error };
    folders.iter().try_for_each(|folder| sync_folder(folder)).map_err(failure)
}

fn put_in_place(new: &Path, target: &Path, exists: bool, old: &Path) -> io::Result<()> {
    if !exists {
        return fs::rename(new, target);
    }
    match exchange(new, target) {
        Err(error) if error.kind() == ErrorKind::Unsupported || error.kind() == ErrorKind::InvalidInput => {
            fs::rename(target, old)?;
            // The old pack goes back where the new one cannot take its place.
            fs::rename(new, target).inspect_err(|_| drop(fs::rename(old, target)))
        }
        done => done,
    }
}

/// A folder's entries to the disk, where the system can.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
