//! Which lines an explanation is of.

use arcstr::ArcStr;

use crate::attribution::AttributedLine;
use crate::domain::YearRange;
use crate::language::Message;
use crate::message;
use crate::project::Project;
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
    pub measures: Vec<ArcStr>,
}

/// A word of a selection that no line has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelectionFault {
    /// What was asked for.
    pub what: Sought,
    /// As it was typed.
    pub typed: String,
    /// The nearest right word, or all of them.
    pub hint: Message,
}

/// What a word of a selection names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sought {
    /// Who spends.
    Agency,
    /// The name of a line.
    Line,
    /// The id of a rule.
    Rule,
}

impl SelectionFault {
    /// The fault as a person reads it.
    #[must_use]
    pub fn message(&self) -> Message {
        let (typed, hint) = (&self.typed, self.hint.clone());
        match self.what {
            Sought::Agency => message!("select-no-agency", typed = typed, hint = hint),
            Sought::Line => message!("select-no-line", typed = typed, hint = hint),
            Sought::Rule => message!("select-no-rule", typed = typed, hint = hint),
        }
    }
}

impl Selection {
    /// Whether a line is in the selection.
    #[must_use]
    pub fn takes(&self, attributed: &AttributedLine) -> bool {
        let key = attributed.line.key();
        self.years.contains(key.year)
            && self.agency.as_ref().is_none_or(|agency| same(agency, &key.agency))
            && self.line.as_ref().is_none_or(|name| same(name, &key.line))
            && self
                .rule
                .as_ref()
                .is_none_or(|id| attributed.ruling.rule.as_ref().is_some_and(|rule| rule.id.as_str() == id))
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
        known(Sought::Agency, self.agency.as_deref(), agencies)?;
        known(Sought::Line, self.line.as_deref(), lines)?;
        known(Sought::Rule, self.rule.as_deref(), rules)
    }
}

/// Whether a text is the one asked for.
fn same(pattern: &str, text: &str) -> bool {
    Pattern::new(pattern).matches(&text.to_lowercase())
}

fn known(what: Sought, typed: Option<&str>, mut words: Vec<&str>) -> Result<(), SelectionFault> {
    let Some(typed) = typed else { return Ok(()) };
    if words.iter().any(|word| same(typed, word)) {
        return Ok(());
    }
    words.sort_unstable();
    words.dedup();
    let hint = Message::did_you_mean(typed, words.iter().copied()).unwrap_or_else(|| {
        if words.is_empty() {
            message!("project-has-none")
        } else {
            message!("project-has", known = words.iter().take(12).copied().collect::<Vec<_>>())
        }
    });
    Err(SelectionFault { what, typed: typed.to_owned(), hint })
}
