//! Which rule decides which line: the first in the order of the file that matches the line and its year.

use std::sync::Arc;

use crate::domain::Year;
use crate::project::{Line, Project};
use crate::rules::{MatchedLine, Rule};

/// Lines with their fields ready for matching. A line's number is its position among them.
#[derive(Debug)]
pub struct Candidates {
    lines: Vec<Candidate>,
}

/// A line that rules may decide.
#[derive(Debug)]
pub struct Candidate {
    /// The line.
    pub line: Arc<Line>,
    /// Its fields as patterns are compared with them.
    pub fields: MatchedLine,
}

impl Candidate {
    /// Its year.
    #[must_use]
    pub fn year(&self) -> Year {
        self.line.key().year
    }
}

impl Candidates {
    /// Of these lines.
    #[must_use]
    pub fn new(lines: &[Arc<Line>]) -> Self {
        let lines = lines.iter().map(|line| Candidate { line: Arc::clone(line), fields: MatchedLine::of(line.key()) });
        Self { lines: lines.collect() }
    }

    /// Each, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Candidate> {
        self.lines.iter()
    }
}

/// Whether a rule takes part in the decision on a line.
#[must_use]
pub fn takes_part(project: &Project, rule: &Rule, year: Year, line: &MatchedLine) -> bool {
    rule.years.contains(year) && rule.matcher.matches(line) && rule.share.applies_in(year, project)
}

/// The rule that decides each candidate, as a position in the project's rules; `None` where no rule does.
#[must_use]
pub fn decide(project: &Project, candidates: &Candidates) -> Vec<Option<usize>> {
    let rules = &project.rules.rules;
    candidates
        .iter()
        .map(|candidate| rules.iter().position(|rule| takes_part(project, rule, candidate.year(), &candidate.fields)))
        .collect()
}
