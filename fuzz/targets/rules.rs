//! Rules: any bytes are read or refused, and rules that are read can be applied to a project.

use thb_cost::diagnostics::Diagnostics;
use thb_cost::domain::PhaseChoice;
use thb_cost::pipeline::{Location, load};
use thb_cost::rules::RuleSet;

/// Reads the bytes as `rules.toml` of the embedded project.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let mut diagnostics = Diagnostics::default();
    let rules = RuleSet::read(&"rules.toml".into(), text, &[], &mut diagnostics);
    if diagnostics.has_errors() {
        return;
    }
    let Ok(mut sound) = load(&Location::Embedded, &[]).sound() else { return };
    if sound.set_rules(rules).is_ok() {
        assert!(sound.in_phase(PhaseChoice::Best).is_ok(), "no ledger from {text}");
    }
}
