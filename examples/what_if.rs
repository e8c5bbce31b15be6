//! The same lines under another rule: how much the key decides.
//!
//! `cargo run --release --example what_if`

use std::error::Error;
use std::io::{Write, stdout};
use std::path::Path;

use thb_cost::Project;

/// Prints what the police envelope of 2014 attributes under a few shares.
///
/// # Errors
///
/// A faulty project, or an output that cannot be written to.
pub fn run(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let mut project = Project::open(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/police-2014"))?;
    for share in ["0.0763%", "1.17%", "5.71%"] {
        project = project.with_rules(&format!(
            "version = 1\n[[rule]]\nid = \"what-if\"\nmatch = {{ label = \"unlabelled\" }}\nshare = \"{share}\"\n"
        ))?;
        let report = project.ask().report()?;
        let total = report.total.total.central.as_deref().unwrap_or("not known");
        writeln!(out, "{share:>8} {total:>14} {}", report.currency)?;
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut stdout().lock())
}
