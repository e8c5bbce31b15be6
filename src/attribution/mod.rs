//! Attribution: rules applied line by line, exactly, with a trace; the ledger that comes of it.

mod apportion;
mod both;
mod columns;
mod decide;
mod dimension;
mod drivers;
mod engine;
mod entry;
mod equations;
mod faults;
mod fill;
mod grouping;
mod ledger;
mod only;
mod overhead;
mod services;
mod splits;
mod trial;
mod weights;

pub use apportion::apportion;
pub use both::BothPhases;
pub use columns::{ColumnKind, LEDGER, LedgerCell, LedgerColumn, ledger_columns};
pub use decide::{Candidates, Decisions, Reach, decide};
pub use dimension::Dimension;
pub use drivers::{driver_uses, money_drivers, unknown_drivers};
pub use engine::{AttributedLine, Attribution, Ruling, attribute};
pub use entry::{Bucket, Entry, LineKind};
pub use equations::{Equation, solve_again};
pub use fill::{Fill, FillYear};
pub use grouping::Grouping;
pub use ledger::{GroupSum, Ledger, LedgerError, Records};
pub use only::Only;
pub use splits::{AttributedPart, WorkedSplit};
pub use trial::{MethodTrial, Series, Trial, TrialUse, TriedYear, trials};
pub use weights::WeightedPart;
