//! Which rule decides which line: the first in the order of the file that matches the line and its year.

use std::sync::Arc;

use crate::domain::Year;
use crate::project::{Line, Project};
use crate::rules::{MatchIndex, MatchedLine};

/// Lines that rules may decide. A line's number is its position among them.
#[derive(Debug)]
pub struct Candidates {
    lines: Vec<Candidate>,
}

/// A line that rules may decide.
#[derive(Debug)]
pub struct Candidate {
    /// The line.
    pub line: Arc<Line>,
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
        Self { lines: lines.iter().map(|line| Candidate { line: Arc::clone(line) }).collect() }
    }

    /// The candidates by the texts of their fields.
    #[must_use]
    pub fn index(&self) -> MatchIndex<'_> {
        MatchIndex::new(self.lines.iter().map(|candidate| fields_of(&candidate.line)))
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, number: usize) -> Option<&Candidate> {
        self.lines.get(number)
    }

    /// Each, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Candidate> {
        self.lines.iter()
    }
}

/// The fields of a line; the currency of one that is not reported is blank.
fn fields_of(line: &Line) -> MatchedLine<'_> {
    let fields = MatchedLine::of(line.key());
    if line.is_not_reported() { fields.without_currency() } else { fields }
}

/// The rule that decides each candidate, as a position in the project's rules; `None` where no rule does.
#[must_use]
pub fn decide(project: &Project, candidates: &Candidates, index: &MatchIndex<'_>) -> Vec<Option<usize>> {
    let mut decisions = vec![None; candidates.lines.len()];
    for (position, rule) in project.rules.rules.iter().enumerate() {
        for line in index.select(&rule.matcher) {
            let (Some(candidate), Some(decision)) = (candidates.lines.get(line), decisions.get_mut(line)) else {
                continue;
            };
            let year = candidate.year();
            if decision.is_none() && rule.years.contains(year) && rule.share.applies_in(year, project) {
                *decision = Some(position);
            }
        }
    }
    decisions
}
