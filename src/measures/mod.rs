//! Measures: per-year and per-victim cost, by any dimension, with low, central and high; what changed and why.

mod basis;
pub mod compare;
mod cost;
mod figures;
mod group;
mod per_victim;
mod query;
pub mod sensitivity;
mod sums;

pub use basis::{Basis, BasisFault};
pub use cost::{Cost, CostError, CostRow, cost};
pub use figures::{Figures, SideFigures};
pub use per_victim::{PerVictim, per_victim};
pub use query::{Dimension, Query};
pub use sums::{GroupKey, Side, Sums, sums};
