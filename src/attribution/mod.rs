//! Attribution: rules applied line by line, exactly, with a trace; the ledger that comes of it.

mod apportion;
mod decide;
mod drivers;
mod engine;
mod equations;
mod faults;
mod ledger;
mod overhead;
mod splits;
mod weights;

pub use apportion::apportion;
pub use decide::{Candidates, decide, takes_part};
pub use drivers::{driver_uses, unknown_drivers};
pub use engine::{AttributedLine, Attribution, attribute};
pub use equations::solve;
pub use ledger::{BUCKET, Bucket, LEDGER_COLUMNS, Ledger, LedgerError};
pub use splits::{AttributedPart, WorkedSplit};
pub use weights::WeightedPart;
