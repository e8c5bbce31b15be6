//! Results written to streams and files: all of a command, or none.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::unfinished::{Unfinished, step};
use super::{Destination, OutputFault};

/// One result with the place where it goes.
#[derive(Debug)]
pub struct Piece<'p> {
    /// Where.
    pub to: &'p Destination,
    /// What.
    pub bytes: &'p [u8],
}

/// A file that is whole and does not have its name yet.
struct Staged {
    named: PathBuf,
    file: PathBuf,
    whole: NamedTempFile,
    unfinished: Unfinished,
}

/// Writes all results: files are made beside their places first, then streams are written to, then the files take their
/// names in the order of the pieces, so that a full disk and an interruption leave everything as it was, or as it is to be.
///
/// # Errors
///
/// Two results for one place, and what the system says. A closed pipe is told as [`OutputFault::ClosedPipe`] when all
/// else is done.
pub fn write(pieces: &[Piece<'_>], stdout: &mut dyn Write) -> Result<(), OutputFault> {
    for (index, piece) in pieces.iter().enumerate() {
        if let Destination::File { named, file } = piece.to {
            let is_same =
                |other: &Piece<'_>| matches!(other.to, Destination::File { file: other, .. } if other == file);
            if pieces.iter().take(index).any(is_same) {
                return Err(OutputFault::Twice(named.clone()));
            }
        }
    }
    let mut staged = Vec::new();
    for piece in pieces {
        if let Destination::File { named, file } = piece.to {
            staged.push(stage(named, file, piece.bytes)?);
        }
    }
    let mut closed = false;
    for piece in pieces {
        match stream(piece, stdout) {
            Err(OutputFault::ClosedPipe) => closed = true,
            done => done?,
        }
    }
    put_in_place(staged)?;
    if closed { Err(OutputFault::ClosedPipe) } else { Ok(()) }
}

/// Prints to a stream of the process.
///
/// # Errors
///
/// What the system says.
pub fn print(bytes: &[u8], name: &str, stream: &mut dyn Write) -> Result<(), OutputFault> {
    stream.write_all(bytes).and_then(|()| stream.flush()).map_err(|error| broken(error, "write to", Path::new(name)))
}

fn stream(piece: &Piece<'_>, stdout: &mut dyn Write) -> Result<(), OutputFault> {
    let open = |path: &PathBuf, options: &mut OpenOptions| {
        let written = options.open(path).and_then(|mut file| file.write_all(piece.bytes));
        written.map_err(|error| broken(error, "write", path))
    };
    match piece.to {
        Destination::Stdout => print(piece.bytes, "stdout", stdout),
        Destination::Stderr => print(piece.bytes, "stderr", &mut io::stderr()),
        Destination::Stream(path) => open(path, OpenOptions::new().write(true)),
        Destination::Open(path) => open(path, OpenOptions::new().append(true)),
        Destination::File { .. } => Ok(()),
    }
}

fn broken(error: io::Error, act: &'static str, path: &Path) -> OutputFault {
    match error.kind() {
        ErrorKind::BrokenPipe => OutputFault::ClosedPipe,
        _ => OutputFault::io(act, path)(error),
    }
}

fn stage(named: &Path, file: &Path, bytes: &[u8]) -> Result<Staged, OutputFault> {
    let failure = OutputFault::write(named);
    let replaced = match OpenOptions::new().write(true).open(file) {
        Ok(there) => Some(there),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        // A file that may not be written to is not replaced either.
        Err(error) => return Err(failure(error)),
    };
    let folder = file.parent().unwrap_or(Path::new("."));
    let mut step = step();
    let mut whole = temporary(folder).map_err(&failure)?;
    let unfinished = step.begun(whole.path());
    drop(step);
    let written = whole.write_all(bytes).and_then(|()| match &replaced {
        Some(there) => keep_rights(there, whole.as_file()),
        None => Ok(()),
    });
    written.and_then(|()| whole.as_file().sync_all()).map_err(&failure)?;
    Ok(Staged { named: named.to_path_buf(), file: file.to_path_buf(), whole, unfinished })
}

/// Gives all files their names, one after another, in one step: an interruption waits until the last of them has its own.
fn put_in_place(staged: Vec<Staged>) -> Result<(), OutputFault> {
    // What is left after a fault is dropped after the step is over, which it would wait for.
    let mut staged = staged.into_iter();
    let mut step = step();
    staged.try_for_each(|Staged { named, file, whole, unfinished }| {
        let renamed = whole.persist(&file);
        step.over(unfinished);
        renamed.map(drop).map_err(|error| OutputFault::write(&named)(error.error))
    })
}

/// A new file with the rights that the user's mask leaves to new files.
fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".thb-cost-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// The new file has the rights of the one that it replaces, and its owner where that may be given.
fn keep_rights(replaced: &File, new: &File) -> io::Result<()> {
    let there = replaced.metadata()?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, fchown};
        let made = new.metadata()?;
        if (there.uid(), there.gid()) != (made.uid(), made.gid()) {
            // Only the system's administrator may give a file away; a group of one's own may be kept.
            let _ = fchown(new, Some(there.uid()), Some(there.gid())).or_else(|_| fchown(new, None, Some(there.gid())));
        }
    }
    new.set_permissions(there.permissions())
}
