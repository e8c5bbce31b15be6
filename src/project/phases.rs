//! Phases of one line are alternatives, never added: which of them is shown.

use std::collections::BTreeMap;

use super::Line;
use crate::domain::{Phase, PhaseChoice};

/// The lines of a phase, as positions in the project's lines, in order.
#[must_use]
pub fn select(lines: &[Line], choice: PhaseChoice) -> Vec<usize> {
    let wanted = match choice {
        PhaseChoice::Best => return best(lines),
        PhaseChoice::Approved => Phase::Approved,
        PhaseChoice::Executed => Phase::Executed,
    };
    (0..lines.len()).filter(|index| lines.get(*index).is_some_and(|line| line.key().phase == wanted)).collect()
}

/// Executed where any has a published amount; else approved where there is an approved one; else what there is.
fn best(lines: &[Line]) -> Vec<usize> {
    let mut alternatives: BTreeMap<_, Vec<(usize, &Line)>> = BTreeMap::new();
    for (index, line) in lines.iter().enumerate() {
        alternatives.entry(line.key().without_phase()).or_default().push((index, line));
    }
    let mut selected = Vec::with_capacity(lines.len());
    for group in alternatives.values() {
        let has = |phase: Phase| group.iter().any(|(_, line)| line.key().phase == phase);
        let published = group.iter().any(|(_, line)| line.key().phase == Phase::Executed && line.amount.is_some());
        let phase = if published || !has(Phase::Approved) { Phase::Executed } else { Phase::Approved };
        selected.extend(group.iter().filter(|(_, line)| line.key().phase == phase).map(|(index, _)| *index));
    }
    selected.sort_unstable();
    selected
}
