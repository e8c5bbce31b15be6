//! The table of the Lisbon slides, from the embedded project: cost by year, and per detected victim.
//!
//! `cargo run --release --example deck_table`

use std::error::Error;
use std::io::{Write, stdout};

use thb_cost::domain::{Fraction, PhaseChoice, YearRange};
use thb_cost::measures::{Basis, Known, Query, cost};
use thb_cost::pipeline::{Attributed, Location, load};

/// Prints one line a year: what the Commission spent, what others added, together, and per detected victim.
///
/// # Errors
///
/// A faulty project, or an output that cannot be written to.
pub fn run(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let Attributed { project, ledger, .. } = load(&Location::Embedded, &[]).sound()?.in_phase(PhaseChoice::Best)?;
    let query = Query {
        layout: thb_cost::measures::Layout::default(),
        years: YearRange::default(),
        by: Vec::new(),
        measures: vec!["detected".into()],
        exploitation: None,
        basis: Basis { currency: project.currency, prices: None },
        also: Vec::new(),
    };
    // Figures are exact, in stotinki; they are rounded when they are written.
    let leva = |stotinki: &Fraction| stotinki.checked_div(&Fraction::whole(100)).map(|leva| leva.to_decimal(2));
    // A sum over nothing known is no figure.
    let known = |known: &Known| known.as_ref().and_then(|known| leva(&known.central)).unwrap_or_else(|| "-".to_owned());
    for row in cost(&project, &ledger, &query)?.rows {
        let figures = &row.figures;
        let per_victim = row.per_victim.first().and_then(|figure| figure.total.central.as_ref()).and_then(leva);
        writeln!(
            out,
            "{} {:>12} {:>12} {:>12} {:>10}",
            row.year,
            known(&figures.labelled_state),
            known(&figures.labelled_external),
            known(&figures.total()),
            per_victim.unwrap_or_else(|| "no count".to_owned()),
        )?;
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut stdout().lock())
}
