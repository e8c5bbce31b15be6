//! The oracle: the ledger of a project, worked out from the contract in plain fractions and the
//! simplest code, apart from the engine. In: a `ProjectSpec` and a phase. Out: the records of
//! `ledger --format csv`, or the reason why the project has to be refused.
//!
//! checks -> lines -> decided rules -> shares of each rule and year -> records of each line.
//!
//! Where the contract leaves open whether a project is refused, the reason begins with
//! [`UNDECIDED`]; such projects say nothing about the engine.

mod checks;
mod drivers;
mod fills;
mod lines;
mod matching;
mod number;
mod overhead;
mod records;
mod report;
mod services;
mod shares;
mod splits;

#[cfg(test)]
mod hand_computed;
#[cfg(test)]
mod hand_overheads;
#[cfg(test)]
mod hand_project;
#[cfg(test)]
mod hand_shares;
#[cfg(test)]
mod hand_splits;

use crate::random_project::{ProjectSpec, RuleSpec};
use drivers::Drivers;
pub(crate) use lines::Line;

pub(crate) use matching::applies;
pub(crate) use records::{LedgerRow, to_csv};
pub(crate) use report::{FIGURES, GroupKey, Selection, groups, report};
pub(crate) use services::{RowKey, SERVICE_FIGURES, services};

/// How the reason begins where the contract does not say whether the project is refused.
pub(crate) const UNDECIDED: &str = "undecided: ";

/// Which of two alternative phases is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PhaseChoice {
    Best,
    Approved,
    Executed,
}

/// The records of the ledger, in the order of the contract.
pub(crate) fn ledger(project: &ProjectSpec, phase: PhaseChoice) -> Result<Vec<LedgerRow>, String> {
    checks::check(project)?;
    let drivers = Drivers::of(project)?;
    let mut decided = decide(project, &drivers, lines::lines(project, phase)?)?;
    fills::fill(project, &mut decided)?;
    checks::check_unused(project, &decided)?;
    let shares = shares::work_out(project, &drivers, &decided)?;
    let mut rows = Vec::new();
    for line in &decided {
        rows.extend(records::records(project, &drivers, &shares, line)?);
    }
    Ok(rows)
}

/// The budget lines of a project in a phase, whatever its rules say.
pub(crate) fn budget_lines(project: &ProjectSpec, phase: PhaseChoice) -> Result<Vec<Line>, String> {
    checks::check(project)?;
    lines::lines(project, phase)
}

/// A line and the number of the rule that decides it.
#[derive(Debug)]
struct Decided {
    line: Line,
    rule: Option<usize>,
}

impl Decided {
    fn rule<'a>(&self, project: &'a ProjectSpec) -> Option<&'a RuleSpec> {
        self.rule.map(|number| &project.rules[number])
    }
}

fn decide(project: &ProjectSpec, drivers: &Drivers, lines: Vec<Line>) -> Result<Vec<Decided>, String> {
    let mut decided = Vec::new();
    for line in lines {
        let rule = matching::first_rule(project, drivers, &line)?;
        decided.push(Decided { line, rule });
    }
    Ok(decided)
}
