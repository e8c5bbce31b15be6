//! How sure a figure is: intervals, Monte Carlo, tornado, Sobol indices.
//!
//! Every uncertain input (a rule's interval, a driver with low and high, a count of victims with a range, a choice of
//! rules or of a measure) is one random quantity wherever it is used; what moves together is one input. The project is
//! compiled once into terms in fractions, from which the bounds of every figure are exact, and these into a plan in
//! floating point, which says what each draw moves the report's figure by. `docs/uncertainty.md` is the whole method in
//! words.

mod algebra;
mod branch;
mod coarse;
mod columns;
mod compile;
mod costs;
mod counts;
mod draws;
mod input;
mod inputs;
mod plan;
mod quantiles;
mod ranges;
mod run;
mod sample;
mod shares;
mod sobol;
mod splits;
mod spread;
mod terms;
mod threads;
mod tornado;

pub use compile::{Figure, Measures, Variant, What};
pub use draws::{draws, stream};
pub use input::{Input, Kind, Member, ServiceFactor, Shape};
pub use inputs::APART;
pub use run::{Drawing, Sensitivity, Uncertain, sensitivity};
pub use sobol::{Evaluations, Indices, indices};
pub use spread::{Estimate, Spread};
pub use tornado::Bar;
