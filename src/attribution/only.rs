//! Which lines are taken, by the values of their dimensions: what `--where` says.

use std::collections::{BTreeMap, BTreeSet};

use super::attributed_line::AttributedLine;
use super::dimension::Dimension;
use super::engine::Attribution;
use crate::domain::{LineKey, Year, YearRange};
use crate::rules::Pattern;

/// Patterns by dimension: those of one dimension are alternatives, and every dimension must match. Without any, every
/// line is taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Only {
    patterns: BTreeMap<Dimension, Vec<String>>,
}

impl Only {
    /// Takes lines whose value of a dimension matches this pattern too.
    pub fn or(&mut self, dimension: Dimension, pattern: String) {
        let patterns = self.patterns.entry(dimension).or_default();
        if !patterns.contains(&pattern) {
            patterns.push(pattern);
        }
    }

    /// Whether every line is taken.
    #[must_use]
    pub fn takes_all(&self) -> bool {
        self.patterns.is_empty()
    }

    /// The dimensions asked for, each with its patterns as they were written.
    pub fn patterns(&self) -> impl Iterator<Item = (Dimension, &[String])> {
        self.patterns.iter().map(|(dimension, patterns)| (*dimension, patterns.as_slice()))
    }

    /// Whether a line is taken.
    #[must_use]
    pub fn takes(&self, attributed: &AttributedLine) -> bool {
        self.patterns.iter().all(|(dimension, patterns)| {
            let value = dimension.of_line(&attributed.line, attributed.ruling.rule.as_deref(), attributed.state);
            let value = value.to_lowercase();
            patterns.iter().any(|pattern| Pattern::new(pattern).matches(&value))
        })
    }
}

impl Attribution {
    /// Takes the lines that match, and no others. What is attributed of them stays what it is in the whole project.
    pub fn keep(&mut self, only: Only) {
        self.lines.iter_mut().for_each(|attributed| attributed.is_taken = only.takes(attributed));
        self.only = only;
    }

    /// Takes the lines that another attribution of the same project takes, whatever rules decide them here.
    pub fn keep_as(&mut self, other: &Self) {
        let taken: BTreeSet<&LineKey> = other.taken().map(|attributed| attributed.line.key()).collect();
        self.lines.iter_mut().for_each(|attributed| attributed.is_taken = taken.contains(attributed.line.key()));
        self.only = other.only.clone();
    }

    /// The lines that are taken: all that is added up and shown.
    pub fn taken(&self) -> impl Iterator<Item = &AttributedLine> {
        self.taken_in(YearRange::default())
    }

    /// Those of years. Lines of a year stand together, which the order of the ledger has first.
    pub fn taken_in(&self, years: YearRange) -> impl Iterator<Item = &AttributedLine> {
        let up_to = |is_before: &dyn Fn(Year) -> bool| self.lines.partition_point(|of| is_before(of.line.key().year));
        let from = years.from.map_or(0, |from| up_to(&|year| year < from));
        let to = years.to.map_or(self.lines.len(), |to| up_to(&|year| year <= to));
        let lines = self.lines.get(from..to).unwrap_or_default();
        lines.iter().filter(|attributed| attributed.is_taken)
    }
}
