//! Both phases of a project, each attributed on its own: what was approved beside what was executed.

use std::collections::BTreeMap;

use super::engine::{Attribution, attribute};
use super::only::Only;
use crate::diagnostics::Diagnostics;
use crate::domain::{Phase, PhaseChoice};
use crate::project::Project;

/// A project attributed in either phase.
#[derive(Debug)]
pub struct BothPhases {
    /// The approved lines.
    pub approved: Attribution,
    /// The executed ones.
    pub executed: Attribution,
}

impl BothPhases {
    /// Attributes the lines of each phase. Which lines are taken is for who holds them against each other to decide, since
    /// one phase of a line may match and the other not.
    ///
    /// # Errors
    ///
    /// What is wrong with what the rules attribute in either.
    pub fn new(project: &Project, only: &Only) -> Result<Self, Diagnostics> {
        let mut diagnostics = Diagnostics::default();
        let [approved, executed] = [PhaseChoice::Approved, PhaseChoice::Executed]
            .map(|phase| Attribution { only: only.clone(), ..attribute(project, phase, &mut diagnostics) });
        if diagnostics.has_errors() { Err(diagnostics) } else { Ok(Self { approved, executed }) }
    }

    /// Whether any line of a project has a published amount in both phases, so that there is something to hold against
    /// each other.
    #[must_use]
    pub fn are_in(project: &Project) -> bool {
        let has = |phase| project.lines.iter().any(|line| line.key().phase == phase && line.amount().is_some());
        if !has(Phase::Approved) || !has(Phase::Executed) {
            return false;
        }
        let mut published: BTreeMap<_, [bool; 2]> = BTreeMap::new();
        for line in project.lines.iter().filter(|line| line.amount().is_some()) {
            let [approved, executed] = published.entry(line.key().without_phase()).or_default();
            match line.key().phase {
                Phase::Approved => *approved = true,
                Phase::Executed => *executed = true,
            }
        }
        published.values().any(|phases| phases.iter().all(|phase| *phase))
    }
}
