//! Phases of one line are alternatives, never added: which of them is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Line;
use crate::domain::{Phase, PhaseChoice};

/// The lines of a phase, in order.
#[must_use]
pub fn select(lines: &[Arc<Line>], choice: PhaseChoice) -> Vec<Arc<Line>> {
    let wanted = match choice {
        PhaseChoice::Best => return best(lines),
        PhaseChoice::Approved => Phase::Approved,
        PhaseChoice::Executed => Phase::Executed,
    };
    lines.iter().filter(|line| line.key().phase == wanted).cloned().collect()
}

/// Executed where any has a published amount; else approved where there is an approved one; else what there is.
fn best(lines: &[Arc<Line>]) -> Vec<Arc<Line>> {
    let mut alternatives: BTreeMap<_, Vec<&Arc<Line>>> = BTreeMap::new();
    for line in lines {
        alternatives.entry(line.key().without_phase()).or_default().push(line);
    }
    let mut selected: Vec<Arc<Line>> = Vec::with_capacity(lines.len());
    for group in alternatives.values() {
        let has = |phase: Phase| group.iter().any(|line| line.key().phase == phase);
        let published = group.iter().any(|line| line.key().phase == Phase::Executed && line.amount().is_some());
        let phase = if published || !has(Phase::Approved) { Phase::Executed } else { Phase::Approved };
        selected.extend(group.iter().filter(|line| line.key().phase == phase).map(|line| Arc::clone(line)));
    }
    selected.sort_by(|one, other| one.key().cmp(other.key()));
    selected
}
