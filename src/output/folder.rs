//! Folders that are put in place whole or not at all: written beside their place, then renamed.
//!
//! On Linux a new folder and the one that it replaces change places at once (`renameat2` with `RENAME_EXCHANGE`). Where the
//! system or the file system cannot do that, the old folder is first renamed: between the two renames neither stands under
//! the name, and both stand whole beside it. What was replaced is looked at once more before it is taken away, so that what
//! somebody wrote into it meanwhile is not lost.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::OutputFault;
use super::unfinished::{Unfinished, step};
use crate::system::{exchange, rename_new};

/// A file of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFile {
    /// Its path in the folder, with `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A folder that is being written beside its place.
struct Beside {
    folder: tempfile::TempDir,
    unfinished: Unfinished,
}

/// Writes a folder where there is none, or an empty one.
///
/// # Errors
///
/// What the system says; [`OutputFault::Meanwhile`] where another has put something there. Then nothing is written.
pub fn create(target: &Path, files: &[PackFile]) -> Result<(), OutputFault> {
    let beside = write_beside(target, files)?;
    // An empty folder gives way; anything else that came there meanwhile does not.
    finish(beside, target, |new, _| match rename_new(new, target) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists || error.kind() == ErrorKind::DirectoryNotEmpty => {
            match fs::remove_dir(target).and_then(|()| rename_new(new, target)) {
                Ok(()) => Ok(()),
                Err(_) => Err(OutputFault::Meanwhile(target.to_path_buf())),
            }
        }
        done => done.map_err(OutputFault::write(target)),
    })
}

/// Writes a folder in place of one that is there. `is_known` looks at the old one when it is out of the way and says
/// whether it may go; where it may not, the old one goes back.
///
/// # Errors
///
/// What the system says; [`OutputFault::Meanwhile`] where the old folder is not the one that was known.
pub fn replace(target: &Path, files: &[PackFile], is_known: impl Fn(&Path) -> bool) -> Result<(), OutputFault> {
    let beside = write_beside(target, files)?;
    finish(beside, target, |new, old| {
        let failure = OutputFault::write(target);
        match exchange(new, target) {
            Ok(()) if is_known(new) => Ok(()),
            Ok(()) => {
                exchange(new, target).map_err(failure)?;
                Err(OutputFault::Meanwhile(target.to_path_buf()))
            }
            Err(error) if error.kind() == ErrorKind::Unsupported || error.kind() == ErrorKind::InvalidInput => {
                fs::rename(target, old).map_err(&failure)?;
                let known = is_known(old);
                // The old folder goes back where the new one cannot, or must not, take its place.
                let back = || drop(fs::rename(old, target));
                if !known {
                    back();
                    return Err(OutputFault::Meanwhile(target.to_path_buf()));
                }
                fs::rename(new, target).inspect_err(|_| back()).map_err(failure)
            }
            Err(error) => Err(failure(error)),
        }
    })
}

/// Every file and folder below a folder, by its path with `/`; a folder's ends with one.
///
/// # Errors
///
/// What the system says.
pub fn entries(folder: &Path) -> io::Result<Vec<String>> {
    fn walk(folder: &Path, before: &str, found: &mut Vec<String>) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = format!("{before}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                let name = format!("{name}/");
                walk(&entry.path(), &name, found)?;
                found.push(name);
            } else {
                found.push(name);
            }
        }
        Ok(())
    }
    let mut found = Vec::new();
    walk(folder, "", &mut found)?;
    found.sort();
    Ok(found)
}

fn write_beside(target: &Path, files: &[PackFile]) -> Result<Beside, OutputFault> {
    let failure = OutputFault::write(target);
    let parent = parent(target);
    fs::create_dir_all(parent).map_err(&failure)?;
    let mut made = step();
    let folder = tempfile::Builder::new().prefix(".thb-cost-").tempdir_in(parent).map_err(&failure)?;
    let unfinished = made.begun(folder.path());
    drop(made);
    let new = folder.path().join("new");
    let mut folders = BTreeSet::from([new.clone()]);
    {
        let _step = step();
        fs::create_dir(&new).map_err(&failure)?;
    }
    for file in files {
        // A step each, so that an interruption never takes away a folder that is being filled.
        let _step = step();
        let (path, shown) = (new.join(&file.path), target.join(&file.path));
        let failure = OutputFault::write(&shown);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(&failure)?;
            folders.insert(parent.to_path_buf());
        }
        let mut written = File::create_new(&path).map_err(&failure)?;
        written.write_all(&file.bytes).and_then(|()| written.sync_all()).map_err(&failure)?;
    }
    folders.iter().try_for_each(|folder| sync(folder)).map_err(failure)?;
    Ok(Beside { folder, unfinished })
}

/// Puts the folder in place, and takes away what is left, in one step.
fn finish(
    beside: Beside,
    target: &Path,
    put: impl FnOnce(&Path, &Path) -> Result<(), OutputFault>,
) -> Result<(), OutputFault> {
    let Beside { folder, unfinished } = beside;
    let mut last = step();
    let put = put(&folder.path().join("new"), &folder.path().join("old"));
    // What is left of it is in nobody's way.
    let _ = folder.close();
    last.over(unfinished);
    put?;
    sync(parent(target)).map_err(OutputFault::write(target))
}

fn parent(target: &Path) -> &Path {
    match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// A folder's entries to the disk, where the system can.
#[cfg(unix)]
fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}
