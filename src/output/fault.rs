//! Why a result is not written.

use std::io;
use std::path::{Path, PathBuf};

/// Why a result is not written where it was to go.
#[derive(Debug, thiserror::Error)]
pub enum OutputFault {
    /// It is a folder.
    #[error("{} is a folder", .0.display())]
    IsFolder(PathBuf),
    /// The folder that it would stand in is not there.
    #[error("the folder {} is not there", folder.display())]
    NoFolder {
        /// What was to be written.
        path: PathBuf,
        /// The folder.
        folder: PathBuf,
    },
    /// It is one of the inputs.
    #[error("{} is the input {input}", path.display())]
    IsInput {
        /// What was to be written.
        path: PathBuf,
        /// The input as it is named.
        input: String,
    },
    /// A glob of the inputs would take it for one of them.
    #[error("{} would be an input by {glob}", path.display())]
    InGlob {
        /// What was to be written.
        path: PathBuf,
        /// The glob as it is written.
        glob: String,
    },
    /// Two results would go there.
    #[error("{} is named twice", .0.display())]
    Twice(PathBuf),
    /// A link stands where a file is written that nobody named.
    #[error("{} is a link", .0.display())]
    IsLink(PathBuf),
    /// Something was put there while the result was made.
    #[error("{} changed meanwhile", .0.display())]
    Meanwhile(PathBuf),
    /// Whoever read the pipe went away, which is no error.
    #[error("the pipe is closed")]
    ClosedPipe,
    /// Reading or writing failed.
    #[error("cannot {act} {}: {error}", path.display())]
    Io {
        /// What was tried.
        act: &'static str,
        /// On what.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

impl OutputFault {
    /// Writing of a path failed.
    pub(crate) fn write(path: &Path) -> impl Fn(io::Error) -> Self + '_ {
        Self::io("write", path)
    }

    /// An act on a path failed. The path of a temporary file, which tells a user nothing, is left out.
    pub(crate) fn io<'p>(act: &'static str, path: &'p Path) -> impl Fn(io::Error) -> Self + 'p {
        move |error| {
            let error = if error.raw_os_error().is_some() { error } else { error.kind().into() };
            Self::Io { act, path: path.to_path_buf(), error }
        }
    }
}
