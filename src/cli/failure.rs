//! How a command ends when it does not end well.

use std::path::PathBuf;

use crate::attribution::LedgerError;
use crate::ingest::io_error;
use crate::language::{Message, Value};
use crate::measures::{BasisFault, CostError};
use crate::message;
use crate::output::OutputFault;
use crate::pipeline::SqlFault;
use crate::render::RenderError;
use crate::render::chart::ChartFault;
use crate::report::ReportError;

/// Why a command stopped.
#[derive(Debug)]
pub enum Failure {
    /// The data has errors; they have been told.
    Data,
    /// A file of the project cannot be read; that has been told.
    Unreadable,
    /// The command line asks for something that is not there.
    Usage {
        /// What is not there, and what to do.
        message: Message,
    },
    /// Reading or writing failed.
    Io {
        /// What was tried.
        act: &'static str,
        /// On what.
        path: PathBuf,
        /// Why it failed.
        error: std::io::Error,
    },
    /// The reader of a pipe went away, which is no error.
    ClosedPipe,
    /// A frame failed: a fault of the program.
    Ledger(LedgerError),
    /// What was asked for cannot be said in SQL.
    Sql(SqlFault),
    /// A format failed: a fault of the program.
    Render(RenderError),
}

impl From<OutputFault> for Failure {
    fn from(fault: OutputFault) -> Self {
        let shown = |path: &PathBuf| path.display().to_string();
        Self::usage(match fault {
            OutputFault::ClosedPipe => return Self::ClosedPipe,
            OutputFault::Io { act, path, error } => return Self::Io { act, path, error },
            OutputFault::IsFolder(path) => message!("output-is-folder", path = shown(&path)),
            OutputFault::NoFolder { path, folder } => {
                message!("output-no-folder", path = shown(&path), folder = shown(&folder))
            }
            OutputFault::IsInput { path, input } => message!("output-is-input", path = shown(&path), name = input),
            OutputFault::InGlob { path, glob } => message!("output-in-glob", path = shown(&path), glob = glob),
            OutputFault::Twice(path) => message!("output-twice", path = shown(&path)),
            OutputFault::IsLink(path) => message!("output-is-link", path = shown(&path)),
            OutputFault::Meanwhile(path) => message!("output-meanwhile", path = shown(&path)),
        })
    }
}

impl From<LedgerError> for Failure {
    fn from(error: LedgerError) -> Self {
        Self::Ledger(error)
    }
}

impl From<SqlFault> for Failure {
    fn from(fault: SqlFault) -> Self {
        Self::Sql(fault)
    }
}

impl From<ReportError> for Failure {
    fn from(error: ReportError) -> Self {
        RenderError::from(error).into()
    }
}

impl From<BasisFault> for Failure {
    fn from(fault: BasisFault) -> Self {
        ReportError::from(fault).into()
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        ReportError::from(error).into()
    }
}

impl From<CostError> for Failure {
    fn from(error: CostError) -> Self {
        ReportError::from(error).into()
    }
}

impl From<RenderError> for Failure {
    fn from(error: RenderError) -> Self {
        Self::of_rows(error, |rows, most| message!("output-too-many-rows", rows = rows, most = most))
    }
}

impl From<ChartFault> for Failure {
    fn from(fault: ChartFault) -> Self {
        Self::Render(fault.into())
    }
}

impl Failure {
    /// A result that cannot be written; `too_many` says what to do where a sheet has more rows than it can have most.
    pub fn of_rows(error: RenderError, too_many: impl FnOnce(usize, usize) -> Message) -> Self {
        match error {
            RenderError::TooManyRows { rows, most } => Self::usage(too_many(rows, most)),
            other => Self::Render(other),
        }
    }

    /// A fault of usage.
    pub fn usage(message: Message) -> Self {
        Self::Usage { message }
    }

    /// The failure as a person reads it.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Data => message!("failure-data"),
            Self::Unreadable => message!("failure-unreadable"),
            Self::ClosedPipe => message!("failure-pipe"),
            Self::Usage { message } => message.clone(),
            Self::Io { act, path, error } => message!(
                "failure-io",
                act = Value::Word("act", (*act).to_owned()),
                path = path.display().to_string(),
                error = io_error(error)
            ),
            Self::Sql(fault) => fault.message(),
            Self::Ledger(error) => message!("failure-program", words = error.to_string()),
            Self::Render(error) => message!("failure-program", words = error.to_string()),
        }
    }

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
