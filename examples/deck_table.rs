//! The table of the Lisbon slides, from the embedded project: cost by year, and per detected victim.
//!
//! `cargo run --release --example deck_table`

use std::error::Error;
use std::io::{Write, stdout};

use thb_cost::Project;

/// Prints one line a year: what the Commission spent, what others added, together, and per detected victim.
///
/// # Errors
///
/// A faulty project, or an output that cannot be written to.
pub fn run(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let report = Project::embedded()?.ask().per_victim("detected").report()?;
    // Figures are exact text; one that nobody knows is none.
    let known = |figure: &Option<String>| figure.clone().unwrap_or_else(|| "-".to_owned());
    for row in &report.rows {
        let labelled = &row.cost.labelled;
        let per_victim = row.per_victim.first().and_then(|figure| figure.total.central.clone());
        writeln!(
            out,
            "{} {:>12} {:>12} {:>12} {:>10}",
            row.year,
            known(&labelled.state),
            known(&labelled.external),
            known(&row.cost.total.central),
            per_victim.unwrap_or_else(|| "no count".to_owned()),
        )?;
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut stdout().lock())
}
