//! Why a report cannot be put together.

use crate::attribution::LedgerError;
use crate::measures::{BasisFault, CostError};

/// Why a report cannot be put together.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The frame failed.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The costs cannot be worked out.
    #[error(transparent)]
    Cost(#[from] CostError),
    /// The basis asked for cannot be had.
    #[error(transparent)]
    Basis(#[from] BasisFault),
    /// JSON could not be written.
    #[error("the report cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}
