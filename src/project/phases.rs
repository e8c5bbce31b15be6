//! Phases of one line are alternatives, never added: which of them is shown.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;

use crate::domain::{BudgetLine, Phase, PhaseChoice};

/// The lines of a phase, in order.
#[must_use]
pub fn select(lines: &[Arc<BudgetLine>], choice: PhaseChoice) -> Vec<Arc<BudgetLine>> {
    let wanted = match choice {
        PhaseChoice::Best => return best(lines),
        PhaseChoice::Approved => Phase::Approved,
        PhaseChoice::Executed => Phase::Executed,
    };
    lines.iter().filter(|line| line.key().phase == wanted).cloned().collect()
}

/// Executed where any has a published amount; else approved where there is an approved one; else what there is. The lines
/// are in order, and stay so.
fn best(lines: &[Arc<BudgetLine>]) -> Vec<Arc<BudgetLine>> {
    let of_one_phase = lines.iter().zip(lines.iter().skip(1)).all(|(one, next)| one.key().phase == next.key().phase);
    if of_one_phase {
        return lines.to_vec();
    }
    let mut alternatives: HashMap<_, Alternatives, RandomState> = HashMap::default();
    for line in lines {
        let found = alternatives.entry(line.key().without_phase()).or_default();
        match line.key().phase {
            Phase::Approved => found.has_approved = true,
            Phase::Executed => found.is_published |= line.amount().is_some(),
        }
    }
    let mut selected = Vec::with_capacity(lines.len());
    for line in lines {
        let found = alternatives.get(&line.key().without_phase()).copied().unwrap_or_default();
        let phase = if found.is_published || !found.has_approved { Phase::Executed } else { Phase::Approved };
        selected.extend((line.key().phase == phase).then(|| Arc::clone(line)));
    }
    selected
}

/// The phases that one line has.
#[derive(Debug, Clone, Copy, Default)]
struct Alternatives {
    has_approved: bool,
    /// Whether an executed one has an amount.
    is_published: bool,
}
