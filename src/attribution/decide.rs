//! Which rule decides which line: the first in the order of the file that matches the line and its year.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::{BudgetLine, Year};
use crate::project::Project;
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
    pub line: Arc<BudgetLine>,
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
    pub fn new(lines: Vec<Arc<BudgetLine>>) -> Self {
        Self { lines: lines.into_iter().map(|line| Candidate { line }).collect() }
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
fn fields_of(line: &BudgetLine) -> MatchedLine<'_> {
    let fields = MatchedLine::of(line.key());
    if line.is_not_reported() { fields.without_currency() } else { fields }
}

/// What was decided.
#[derive(Debug, Default)]
pub struct Decisions {
    /// The rule that decides each candidate, as a position in the project's rules; `None` where no rule does.
    pub of_lines: Vec<Option<usize>>,
    /// How far each rule of the project reaches.
    pub reaches: Vec<Reach>,
}

/// How far a rule reaches.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Years in which it matches a line.
    pub matched: BTreeSet<Year>,
    /// Whether it decides one.
    pub decides: bool,
    /// Years in which it matches a line and what it needs is missing.
    pub waits: BTreeSet<Year>,
    /// Rules above that decide lines that it matches, with the first of these in words.
    pub above: BTreeMap<usize, String>,
}

/// Which rule decides each candidate, and how far each rule reaches.
#[must_use]
pub fn decide(project: &Project, candidates: &Candidates, index: &MatchIndex<'_>) -> Decisions {
    let mut of_lines = vec![None; candidates.lines.len()];
    let mut reaches = Vec::with_capacity(project.rules.rules.len());
    for (position, rule) in project.rules.rules.iter().enumerate() {
        let mut reach = Reach::default();
        // Lines come year by year.
        let mut last: Option<(Year, bool)> = None;
        for line in index.select(&rule.matcher) {
            let (Some(candidate), Some(decision)) = (candidates.lines.get(line), of_lines.get_mut(line)) else {
                continue;
            };
            let year = candidate.year();
            if !rule.years.contains(year) {
                continue;
            }
            let applies = match last {
                Some((of, applies)) if of == year => applies,
                _ => {
                    let applies = rule.share.applies_in(year, project);
                    reach.matched.insert(year);
                    reach.waits.extend((!applies).then_some(year));
                    last = Some((year, applies));
                    applies
                }
            };
            match *decision {
                _ if !applies => {}
                None => {
                    *decision = Some(position);
                    reach.decides = true;
                }
                Some(above) => {
                    reach.above.entry(above).or_insert_with(|| candidate.line.key().describe());
                }
            }
        }
        reaches.push(reach);
    }
    Decisions { of_lines, reaches }
}
