//! Which rule decides which line: the first in the order of the file that matches the line and its year.

use crate::domain::Year;
use crate::project::Project;
use crate::rules::{MatchedLine, Rule};

/// Lines of a project with their fields ready for matching, as positions in the project's lines.
#[derive(Debug)]
pub struct Candidates {
    lines: Vec<(usize, Year, MatchedLine)>,
}

impl Candidates {
    /// Of the lines at these positions.
    #[must_use]
    pub fn new(project: &Project, selected: &[usize]) -> Self {
        let lines = selected.iter().filter_map(|index| {
            let key = project.lines.get(*index)?.key();
            Some((*index, key.year, MatchedLine::of(key)))
        });
        Self { lines: lines.collect() }
    }

    /// Position, year and fields of each.
    pub fn iter(&self) -> impl Iterator<Item = &(usize, Year, MatchedLine)> {
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
        .map(|(_, year, line)| rules.iter().position(|rule| takes_part(project, rule, *year, line)))
        .collect()
}
