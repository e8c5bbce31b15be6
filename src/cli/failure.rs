//! How a command ends when it does not end well.

use std::path::PathBuf;

use crate::attribution::LedgerError;
use crate::pipeline::SqlFault;
use crate::render::RenderError;

/// Why a command stopped.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The data has errors; they have been told.
    #[error("the data has errors")]
    Data,
    /// A file of the project cannot be read; that has been told.
    #[error("a file cannot be read")]
    Unreadable,
    /// The command line asks for something that is not there.
    #[error("{message}")]
    Usage {
        /// What is not there, and what to do.
        message: String,
    },
    /// Reading or writing failed.
    #[error("cannot {act} {}: {error}", path.display())]
    Io {
        /// What was tried.
        act: &'static str,
        /// On what.
        path: PathBuf,
        /// Why it failed.
        error: std::io::Error,
    },
    /// The reader of a pipe went away, which is no error.
    #[error("the pipe is closed")]
    ClosedPipe,
    /// A frame failed: a fault of the program.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// What was asked for cannot be said in SQL.
    #[error(transparent)]
    Sql(#[from] SqlFault),
    /// A format failed: a fault of the program.
    #[error(transparent)]
    Render(#[from] RenderError),
}

impl Failure {
    /// The exit code: 1 the data has errors, 2 usage or input and output.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::ClosedPipe => 0,
            Self::Data => 1,
            Self::Unreadable
            | Self::Usage { .. }
            | Self::Io { .. }
            | Self::Sql(_)
            | Self::Ledger(_)
            | Self::Render(_) => 2,
        }
    }

    /// Whether it still has to be told.
    #[must_use]
    pub fn is_told(&self) -> bool {
        matches!(self, Self::Data | Self::Unreadable | Self::ClosedPipe)
    }
}
