//! Measures: per-year and per-victim cost, by any dimension, with low, central and high; what changed and why.

mod basis;
mod columns;
pub mod compare;
mod cost;
mod figures;
mod outturn;
mod per_victim;
mod query;
pub mod sensitivity;
pub mod services;
mod sums;
mod top;

pub use basis::{Basis, BasisFault, Factors};
pub use columns::{Bound, COST, CostColumn, Counts, cost_column};
pub use cost::{Cost, CostError, CostRow, InCurrency, RowIndex, cost};
pub use figures::{Figures, Known};
pub use outturn::{GroupOutturn, LeftOut, Outturn, WhyLeftOut, YearOutturn, outturn};
pub use per_victim::{PerVictim, per_victim};
pub use query::{Across, Dimension, Grouping, Layout, Query};
pub use sums::{GroupKey, Purse, Sums, row_sums, sums};
pub use top::{RowKey, Top};
