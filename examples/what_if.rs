//! The same lines under another rule: how much the key decides.
//!
//! `cargo run --release --example what_if`

use std::error::Error;
use std::io::{Write, stdout};
use std::path::Path;

use thb_cost::diagnostics::Diagnostics;
use thb_cost::domain::Money;
use thb_cost::language::Language;
use thb_cost::pipeline::{Location, load};
use thb_cost::rules::RuleSet;

/// Prints what the police envelope of 2014 attributes under a few shares.
///
/// # Errors
///
/// A faulty project, or an output that cannot be written to.
pub fn run(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/police-2014");
    let mut sound = load(&Location::Path(folder), &[]).sound()?;
    for share in ["0.0763%", "1.17%", "5.71%"] {
        let rules = format!(
            "version = 1\n[[rule]]\nid = \"what-if\"\nmatch = {{ label = \"unlabelled\" }}\nshare = \"{share}\"\n"
        );
        let mut diagnostics = Diagnostics::default();
        let rules = RuleSet::read(&"what-if.toml".into(), &rules, &[], &mut diagnostics);
        if diagnostics.has_errors() {
            return Err(said(&diagnostics));
        }
        sound.set_rules(rules).map_err(|diagnostics| said(&diagnostics))?;
        let parts = sound.attribution().lines.iter().flat_map(|line| &line.parts);
        let currency = sound.project().currency;
        let sum: Money = parts.map(|part| part.amounts.central).sum();
        writeln!(out, "{share:>8} {:>14} {}", sum.to_plain(currency.digits()), currency)?;
    }
    Ok(())
}

fn said(diagnostics: &Diagnostics) -> Box<dyn Error> {
    Language::English.say(&thb_cost::diagnostics::text::summary(diagnostics)).into()
}

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut stdout().lock())
}
