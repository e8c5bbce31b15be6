//! The integration binary that links the library: properties against an oracle, and walks over the registries.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod architecture;
mod bulgarian;
mod bulgarian_review;
mod carried;
mod case_folders;
mod charts;
mod compared;
mod covered;
mod currencies;
mod cuts;
mod examples;
mod explained;
mod formats;
mod forms;
mod fuzzed;
mod guided;
mod harness;
mod hostile;
mod inputs;
mod languages;
mod oracle;
mod outputs;
mod packed;
mod paged;
mod properties;
mod protected;
mod random_project;
mod readme;
mod registries;
mod replies;
mod reviews;
mod safe_text;
mod samples;
mod schemas;
mod serviced;
mod shapes;
mod shells;
mod stress_project;
mod sureness;
mod uncertain;
mod unknown_year;
