//! Where a figure comes from: the police envelope of 2014, down to its drivers and rows.
//!
//! `cargo run --release --example explain_a_line`

use std::error::Error;
use std::io::{Write, stdout};
use std::path::Path;

use thb_cost::Project;

/// Prints what is attributed of each line of the police example, by which drivers, from which rows.
///
/// # Errors
///
/// A faulty project, or an output that cannot be written to.
pub fn run(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let project = Project::open(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/police-2014"))?;
    let explained = project.ask().explain()?;
    for line in explained.years.iter().flat_map(|year| &year.lines) {
        let attributed = line.attributed.as_ref().map(|amounts| amounts.central.as_str());
        writeln!(
            out,
            "{}: {} of {}",
            line.line,
            attributed.unwrap_or("unknown"),
            line.amount.as_deref().unwrap_or("?")
        )?;
        for driver in &line.ruling.drivers {
            let sources: Vec<&str> = driver.rows.iter().map(|row| row.source.as_str()).collect();
            writeln!(out, "  {} {} = {} ({})", driver.driver, driver.year, driver.value, sources.join(", "))?;
        }
        for row in &line.first_rows {
            writeln!(out, "  {} row {}", row.file, row.row)?;
        }
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut stdout().lock())
}
