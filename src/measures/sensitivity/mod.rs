//! How sure a figure is: intervals, Monte Carlo, tornado, Sobol indices.
//!
//! Every uncertain input (a rule's interval, a driver with low and high, a count of victims with a range, a choice of
//! rules or of a measure) is one random quantity wherever it is used. The project is compiled once into a plan
//! in floating point, which is worked out for every draw; only what the report itself shows, the interval from all low to
//! all high, is exact. `docs/uncertainty.md` is the whole method in words.

mod compile;
mod draws;
mod expression;
mod form;
mod input;
mod plan;
mod quantiles;
mod run;
mod shares;
mod sobol;
mod splits;
mod spread;
mod terms;
mod threads;
mod tornado;

pub use compile::{Figure, Variant, What};
pub use draws::{draws, stream};
pub use input::{Input, Kind, ServiceFactor, Shape};
pub use run::{Drawing, Sensitivity, Uncertain, sensitivity};
pub use sobol::{Evaluations, Indices, RESAMPLES, indices};
pub use spread::{Estimate, Spread};
pub use tornado::Bar;
