//! The one integration binary: whole-program cases, properties against an oracle, and walks over the registries.

mod architecture;
mod cases;
mod harness;
mod inputs;
mod oracle;
mod properties;
mod random_project;
mod readme;
mod registries;
mod samples;
mod schemas;
