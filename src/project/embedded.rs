//! The embedded project: `data/`, compiled into the program.

use crate::ingest::EmbeddedFiles;

macro_rules! embed {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../data/", $name)))),+]
    };
}

/// Every file of the embedded project.
pub const EMBEDDED: EmbeddedFiles = embed![
    "thb-cost.toml",
    "budget.csv",
    "external.csv",
    "agencies.csv",
    "victims.csv",
    "drivers.csv",
    "controls.csv",
    "prices.csv",
    "sources.csv",
    "expected.csv",
    "names.csv",
    "rules.toml",
];
