//! Which lines an explanation is of.

use std::sync::Arc;

use crate::attribution::AttributedLine;
use crate::domain::{YearRange, did_you_mean};
use crate::project::{Line, Project};
use crate::rules::Pattern;

/// Years, and words that lines must have; each that is given must hold.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Years.
    pub years: YearRange,
    /// Agency, without regard to case; `*` and `?` are wildcards.
    pub agency: Option<String>,
    /// Name of the line, likewise.
    pub line: Option<String>,
    /// Id of the rule that decided it.
    pub rule: Option<String>,
    /// Measures of victims to explain the cost per victim of.
    pub measures: Vec<Arc<str>>,
}

/// A word of a selection that no line has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no {what} \"{typed}\"; {hint}")]
pub struct SelectionFault {
    /// What was asked for: agency, line or rule.
    pub what: &'static str,
    /// As it was typed.
    pub typed: String,
    /// The nearest right word, or all of them.
    pub hint: String,
}

impl Selection {
    /// Whether a line is in the selection.
    #[must_use]
    pub fn takes(&self, project: &Project, attributed: &AttributedLine, line: &Line) -> bool {
        let rule = attributed.decided_by(project);
        self.years.contains(line.key().year)
            && self.agency.as_ref().is_none_or(|agency| same(agency, &line.key().agency))
            && self.line.as_ref().is_none_or(|name| same(name, &line.key().line))
            && self.rule.as_ref().is_none_or(|id| rule.is_some_and(|rule| rule.id.as_ref() == id))
    }

    /// Every word must be one that the project has.
    ///
    /// # Errors
    ///
    /// The first word that no line has, with the nearest right one.
    pub fn check(&self, project: &Project) -> Result<(), SelectionFault> {
        let agencies: Vec<&str> = project.lines.iter().map(|line| line.key().agency.as_ref()).collect();
        let lines: Vec<&str> = project.lines.iter().map(|line| line.key().line.as_ref()).collect();
        let rules: Vec<&str> = project.rules.rules.iter().map(|rule| rule.id.as_ref()).collect();
        known("agency", self.agency.as_deref(), agencies)?;
        known("line", self.line.as_deref(), lines)?;
        known("rule", self.rule.as_deref(), rules)
    }
}

/// Whether a text is the one asked for.
fn same(pattern: &str, text: &str) -> bool {
    Pattern::new(pattern).matches(&text.to_lowercase())
}

fn known(what: &'static str, typed: Option<&str>, mut words: Vec<&str>) -> Result<(), SelectionFault> {
    let Some(typed) = typed else { return Ok(()) };
    if words.iter().any(|word| same(typed, word)) {
        return Ok(());
    }
    words.sort_unstable();
    words.dedup();
    let hint = did_you_mean(typed, words.iter().copied()).unwrap_or_else(|| {
        if words.is_empty() {
            "the project has none".to_owned()
        } else {
            format!("the project has {}", words.iter().take(12).copied().collect::<Vec<_>>().join(", "))
        }
    });
    Err(SelectionFault { what, typed: typed.to_owned(), hint })
}
