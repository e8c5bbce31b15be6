//! thb-cost
pub mod attribution;
pub mod checks;
pub mod cli;
pub mod diagnostics;
pub mod document;
pub mod domain;
pub mod ingest;
pub mod measures;
pub mod pipeline;
pub mod project;
pub mod render;
pub mod report;
pub mod rules;
