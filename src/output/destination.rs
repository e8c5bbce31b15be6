//! What a path means that a result is written to.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

use super::OutputFault;

/// Where a result goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// Standard output: `-`, or the very file or pipe that it leads to.
    Stdout,
    /// Standard error.
    Stderr,
    /// What is no regular file, such as a FIFO or a device: written to as it is.
    Stream(PathBuf),
    /// A file that somebody holds open (`/dev/fd/3`): written to at its end.
    Open(PathBuf),
    /// A file, written whole or not at all.
    File {
        /// As it was typed.
        named: PathBuf,
        /// The file itself: absolute, and not a link where it is there.
        file: PathBuf,
    },
}

/// The word for standard output, and for standard input.
const DASH: &str = "-";

impl Destination {
    /// What a path as it was typed means. Nothing is opened, so that a FIFO waits for nobody.
    ///
    /// # Errors
    ///
    /// A folder, or a file in a folder that is not there.
    pub fn of(path: &Path) -> Result<Self, OutputFault> {
        if path.as_os_str() == DASH {
            return Ok(Self::Stdout);
        }
        let target = followed(path);
        match fs::metadata(path) {
            Ok(there) if there.is_dir() => Err(OutputFault::IsFolder(path.to_path_buf())),
            Ok(there) if is_of_process(&there, &std::io::stdout()) => Ok(Self::Stdout),
            Ok(there) if is_of_process(&there, &std::io::stderr()) => Ok(Self::Stderr),
            Ok(there) if !there.is_file() => Ok(Self::Stream(path.to_path_buf())),
            Ok(_) if is_descriptor(path) || is_descriptor(&target) => Ok(Self::Open(path.to_path_buf())),
            _ => Self::file(path, &target),
        }
    }

    /// A file in a folder that is still to be made: what of its path is there is followed, the rest is taken as typed.
    #[must_use]
    pub fn to_be(path: &Path) -> Self {
        let mut there = path.parent();
        while let Some(folder) = there.filter(|folder| !folder.as_os_str().is_empty()) {
            if let (Ok(real), Ok(rest)) = (folder.canonicalize(), path.strip_prefix(folder)) {
                return Self::File { named: path.to_path_buf(), file: real.join(rest) };
            }
            there = folder.parent();
        }
        let here = Path::new(".").canonicalize().unwrap_or_default();
        Self::File { named: path.to_path_buf(), file: here.join(path) }
    }

    /// A file in a folder that nobody named by itself: a link is not followed.
    ///
    /// # Errors
    ///
    /// As [`Destination::of`], and a link.
    pub fn within(folder: &Path, name: &str) -> Result<Self, OutputFault> {
        let path = folder.join(name);
        match fs::symlink_metadata(&path) {
            Ok(there) if there.is_symlink() => Err(OutputFault::IsLink(path)),
            Ok(there) if there.is_dir() => Err(OutputFault::IsFolder(path)),
            _ => Self::file(&path, &path),
        }
    }

    fn file(path: &Path, target: &Path) -> Result<Self, OutputFault> {
        let folder = match target.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        let Some(name) = target.file_name() else { return Err(OutputFault::IsFolder(path.to_path_buf())) };
        match folder.canonicalize() {
            Ok(folder) if folder.is_dir() => Ok(Self::File { named: path.to_path_buf(), file: folder.join(name) }),
            _ => Err(OutputFault::NoFolder { path: path.to_path_buf(), folder: folder.to_path_buf() }),
        }
    }
}

/// The path that links lead to, whether something is there or not.
fn followed(path: &Path) -> PathBuf {
    // As many links as systems follow.
    const LINKS: usize = 40;
    let mut path = path.to_path_buf();
    for _ in 0..LINKS {
        if is_descriptor(&path) {
            break;
        }
        let Ok(to) = fs::read_link(&path) else { break };
        path = path.parent().map(|parent| parent.join(&to)).unwrap_or(to);
    }
    path
}

/// Whether a path names what a process holds open.
fn is_descriptor(path: &Path) -> bool {
    let Some(parent) = path.parent() else { return false };
    let parent = parent.canonicalize().unwrap_or_else(|_| parent.to_path_buf());
    parent == Path::new("/dev/fd") || (parent.starts_with("/proc") && parent.ends_with("fd"))
}

/// Whether something is what a stream of this process leads to.
#[cfg(unix)]
fn is_of_process(there: &Metadata, stream: &impl std::os::fd::AsFd) -> bool {
    use std::os::unix::fs::MetadataExt;
    let Ok(held) = stream.as_fd().try_clone_to_owned() else { return false };
    let held = fs::File::from(held).metadata();
    held.is_ok_and(|held| (held.dev(), held.ino()) == (there.dev(), there.ino()))
}

#[cfg(not(unix))]
fn is_of_process<S>(_: &Metadata, _: &S) -> bool {
    false
}
