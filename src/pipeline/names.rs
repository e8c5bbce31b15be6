//! What a project calls its things, for somebody who types one of them: also of a project that has errors.

use crate::project::Project;

/// The names, each kind in order and each name once.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Names {
    /// Years.
    pub years: Vec<String>,
    /// Agencies.
    pub agencies: Vec<String>,
    /// Budget lines.
    pub lines: Vec<String>,
    /// Rules.
    pub rules: Vec<String>,
    /// Measures of victims.
    pub measures: Vec<String>,
    /// Forms of exploitation.
    pub forms: Vec<String>,
}

impl Names {
    pub(super) fn of(project: &Project) -> Self {
        Self {
            years: once(project.years()),
            agencies: once(project.lines.iter().map(|line| &line.key().agency)),
            lines: once(project.lines.iter().map(|line| &line.key().line)),
            rules: once(project.rules.rules.iter().map(|rule| &rule.id)),
            measures: once(project.victims.measures()),
            forms: once(project.forms()),
        }
    }
}

fn once(names: impl IntoIterator<Item: ToString>) -> Vec<String> {
    let mut names: Vec<String> = names.into_iter().map(|name| name.to_string()).collect();
    names.sort();
    names.dedup();
    names
}
