//! What a project calls its things, for somebody who types one of them: also of a project that has errors.

use arcstr::ArcStr;

use crate::attribution::Dimension;
use crate::domain::{Financing, Label, State};
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
    /// Dimensions, in the order of the help, the project's own last.
    pub dimensions: Vec<DimensionNames>,
}

/// A dimension with the values that lines have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DimensionNames {
    /// Which.
    pub dimension: Dimension,
    /// Its name.
    pub name: String,
    /// Its values.
    pub values: Vec<String>,
}

impl DimensionNames {
    /// How many parts of its codes can be taken without taking all: one less than the longest code has.
    #[must_use]
    pub fn parts(&self) -> usize {
        let points = self.values.iter().map(|value| value.matches('.').count());
        if self.dimension.has_codes() { points.max().unwrap_or(0) } else { 0 }
    }
}

impl Names {
    pub(super) fn of(project: &Project) -> Self {
        let own = &project.dimensions;
        let dimensions = Dimension::of_project(own).map(|dimension| DimensionNames {
            dimension,
            name: dimension.name(own).to_owned(),
            values: values(dimension, project),
        });
        Self {
            years: once(project.years()),
            agencies: values(Dimension::Agency, project),
            lines: values(Dimension::Line, project),
            rules: values(Dimension::Rule, project),
            measures: once(project.victims.measures()),
            forms: values(Dimension::Exploitation, project),
            dimensions: dimensions.collect(),
        }
    }
}

/// The values of a dimension, as far as rows and rules have them.
fn values(dimension: Dimension, project: &Project) -> Vec<String> {
    let keys = || project.lines.iter().map(|line| line.key());
    let named = |text: &ArcStr| (!text.is_empty()).then(|| text.clone());
    match dimension {
        Dimension::Agency => once(keys().map(|key| &key.agency)),
        Dimension::Funder => once(keys().map(|key| &key.funder)),
        Dimension::Financing => once(Financing::WORDS),
        Dimension::Label => once(Label::WORDS),
        Dimension::Line => once(keys().map(|key| &key.line)),
        Dimension::Function => once(keys().filter_map(|key| named(&key.function))),
        Dimension::Area => once(keys().filter_map(|key| named(&key.area))),
        Dimension::Exploitation => once(project.forms()),
        Dimension::State => once(State::WORDS),
        Dimension::Rule => once(project.rules.rules.iter().map(|rule| &rule.id)),
        Dimension::Own(position) => once(keys().filter_map(|key| named(key.own.get(position)?))),
    }
}

fn once(names: impl IntoIterator<Item: ToString>) -> Vec<String> {
    let mut names: Vec<String> = names.into_iter().map(|name| name.to_string()).collect();
    names.sort();
    names.dedup();
    names
}
