//! What operating systems do differently, in one file: what a path on disk is, how a pipe is waited for, whose a file is,
//! how two folders change places, which rights a new file has, which names a system keeps for itself.
//!
//! Everything here has a plain fall-back where a system lacks it, so that the rest of the program knows no system.

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;
use std::time::Duration;

/// How long a pipe that nobody writes to is waited for.
const PATIENCE: Duration = Duration::from_secs(3);

/// Folders whose files are made up by the system while they are read.
#[cfg(unix)]
const MADE_UP: [&str; 2] = ["/proc", "/sys"];

/// Why something on disk is no input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoInput {
    /// A disk, a terminal, `/dev/zero`.
    #[error("device")]
    Device,
    /// A socket.
    #[error("socket")]
    Socket,
    /// A file of `/proc` or `/sys`.
    #[error("system")]
    System,
    /// A pipe that nobody writes to.
    #[error("idle-pipe")]
    IdlePipe,
}

impl NoInput {
    /// What the error of an attempt to open says, where it is one of these.
    #[must_use]
    pub fn of(error: &io::Error) -> Option<Self> {
        error.get_ref()?.downcast_ref::<Self>().copied()
    }
}

/// What something on disk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A pipe.
    Pipe,
    /// Something that is no input.
    Other(NoInput),
}

/// What a path is, links followed, without opening it.
///
/// # Errors
///
/// What the operating system says.
pub fn kind(path: &Path) -> io::Result<Kind> {
    Ok(kind_of(path, &std::fs::metadata(path)?))
}

fn kind_of(path: &Path, metadata: &Metadata) -> Kind {
    if metadata.is_dir() {
        return Kind::Folder;
    }
    if metadata.is_file() {
        return if is_made_up(path) { Kind::Other(NoInput::System) } else { Kind::File };
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt as _;
        let file_type = metadata.file_type();
        if file_type.is_fifo() {
            return Kind::Pipe;
        }
        if file_type.is_socket() {
            return Kind::Other(NoInput::Socket);
        }
    }
    Kind::Other(NoInput::Device)
}

#[cfg(unix)]
fn is_made_up(path: &Path) -> bool {
    path.canonicalize().is_ok_and(|path| MADE_UP.iter().any(|folder| path.starts_with(folder)))
}

#[cfg(not(unix))]
fn is_made_up(path: &Path) -> bool {
    path.file_name().and_then(std::ffi::OsStr::to_str).is_some_and(is_kept_name)
}

/// Opens an input: a regular file, or a pipe as soon as it has data. Never waits for ever.
///
/// # Errors
///
/// What the operating system says; a folder is an error of the kind `IsADirectory`, and what is no input one that
/// [`NoInput::of`] knows.
pub fn open(path: &Path) -> io::Result<File> {
    refuse(kind(path)?)?;
    let file = open_at_once(path)?;
    // Looked at again, since somebody may have put something else there meanwhile.
    let kind = kind_of(path, &file.metadata()?);
    refuse(kind)?;
    if kind == Kind::Pipe {
        wait_for_data(&file)?;
    }
    Ok(file)
}

fn refuse(kind: Kind) -> io::Result<()> {
    match kind {
        Kind::File | Kind::Pipe => Ok(()),
        Kind::Folder => Err(io::Error::new(io::ErrorKind::IsADirectory, "is a folder")),
        Kind::Other(other) => Err(io::Error::new(io::ErrorKind::InvalidInput, other)),
    }
}

/// Opening a pipe waits for its other end unless it is told not to.
#[cfg(unix)]
fn open_at_once(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let at_once = i32::try_from(rustix::fs::OFlags::NONBLOCK.bits()).map_err(io::Error::other)?;
    std::fs::OpenOptions::new().read(true).custom_flags(at_once).open(path)
}

#[cfg(not(unix))]
fn open_at_once(path: &Path) -> io::Result<File> {
    File::open(path)
}

#[cfg(unix)]
fn wait_for_data(pipe: &File) -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
    let patience = Timespec::try_from(PATIENCE).map_err(io::Error::other)?;
    let mut asked = [PollFd::new(pipe, PollFlags::IN)];
    if poll(&mut asked, Some(&patience))? == 0 {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, NoInput::IdlePipe));
    }
    fcntl_setfl(pipe, fcntl_getfl(pipe)?.difference(OFlags::NONBLOCK))?;
    Ok(())
}

#[cfg(not(unix))]
fn wait_for_data(_pipe: &File) -> io::Result<()> {
    let _ = PATIENCE;
    Ok(())
}

/// Holds a file that is to be put in place anew, so that others who do the same wait until this is dropped. A system that
/// has no locks has none to wait for.
///
/// # Errors
///
/// What the operating system says of a file that cannot be opened.
pub fn lock(path: &Path) -> io::Result<File> {
    loop {
        let file = File::open(path)?;
        match file.lock() {
            Err(error) if error.kind() != io::ErrorKind::Unsupported => return Err(error),
            Err(_) => return Ok(file),
            // Whoever held it may have put another file in its place.
            Ok(()) if is_still(&file, path)? => return Ok(file),
            Ok(()) => {}
        }
    }
}

#[cfg(unix)]
fn is_still(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    let (held, there) = (file.metadata()?, std::fs::metadata(path)?);
    Ok(held.ino() == there.ino() && held.dev() == there.dev())
}

#[cfg(not(unix))]
fn is_still(_file: &File, _path: &Path) -> io::Result<bool> {
    Ok(true)
}

/// Whether a file belongs to somebody other than who runs the program, root apart.
#[must_use]
pub fn is_of_another(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        let me = rustix::process::geteuid().as_raw();
        std::fs::metadata(path).is_ok_and(|metadata| metadata.uid() != me && metadata.uid() != 0)
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}

/// Lets two folders change places in one step, where the system can.
///
/// # Errors
///
/// What the operating system says; of the kind `Unsupported` where it cannot.
#[cfg(target_os = "linux")]
pub fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

/// Lets two folders change places in one step, where the system can: here it cannot.
///
/// # Errors
///
/// Always of the kind `Unsupported`.
#[cfg(not(target_os = "linux"))]
pub fn exchange(_a: &Path, _b: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Gives a file or folder a name that nobody has.
///
/// # Errors
///
/// What the operating system says; where it cannot look and rename in one step, a folder with something in it is still not
/// replaced.
#[cfg(target_os = "linux")]
pub fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE).map_err(io::Error::from) {
        Err(error) if matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput) => {
            std::fs::rename(from, to)
        }
        done => done,
    }
}

/// Gives a file or folder a name that nobody has.
///
/// # Errors
///
/// What the operating system says; a folder with something in it is not replaced.
#[cfg(not(target_os = "linux"))]
pub fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    std::fs::rename(from, to)
}

/// Whether Windows keeps a name for a device, with any ending: a file of that name is none. Files that are named after
/// words of the data avoid these names on every system, since a pack goes from one to the other.
#[must_use]
pub fn is_kept_name(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = |word: &str| {
        stem.strip_prefix(word).is_some_and(|rest| matches!(rest, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9"))
    };
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL") || numbered("COM") || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use super::{Kind, NoInput, is_kept_name, kind};
    use std::path::Path;

    #[test]
    fn names_of_devices_are_kept_with_any_ending() {
        for (name, kept) in [("NUL", true), ("nul.csv", true), ("Com1.tar.gz", true), ("COM10", false), ("null", false)]
        {
            assert_eq!(is_kept_name(name), kept, "{name}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn devices_and_files_of_the_system_are_no_inputs() {
        assert_eq!(kind(Path::new("/dev/zero")).unwrap(), Kind::Other(NoInput::Device));
        assert_eq!(kind(Path::new("/proc/self/environ")).unwrap(), Kind::Other(NoInput::System));
        assert_eq!(kind(Path::new("/")).unwrap(), Kind::Folder);
    }
}
