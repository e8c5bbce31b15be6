//! What a project calls its codes in one language: for documents that hold codes, and whose renderer says names.

use std::collections::BTreeMap;

use arcstr::ArcStr;

use crate::domain::CodeName;
use crate::language::{Language, Value};
use crate::message;
use crate::project::Project;

/// The names of one language.
#[derive(Debug, Clone, Default)]
pub struct Called(BTreeMap<ArcStr, BTreeMap<ArcStr, ArcStr>>);

impl Called {
    /// The names that a project has in a language.
    #[must_use]
    pub fn of(project: &Project, language: Language) -> Self {
        let mut called = Self::default();
        for CodeName { dimension, code, en, bg, .. } in project.names.rows() {
            let name = match language {
                Language::English => en,
                Language::Bulgarian => bg,
            };
            if !name.is_empty() {
                called.0.entry(dimension.clone()).or_default().insert(code.clone(), name.clone());
            }
        }
        called
    }

    /// What a code is called; `None` where nobody says.
    #[must_use]
    pub fn name(&self, dimension: &str, code: &str) -> Option<&str> {
        self.0.get(dimension)?.get(code).map(AsRef::as_ref)
    }

    /// What a code is called, or the code itself.
    #[must_use]
    pub fn said<'c>(&'c self, dimension: &str, code: &'c str) -> &'c str {
        self.name(dimension, code).unwrap_or(code)
    }

    /// A word of the field as the project calls it, or else as the language does.
    #[must_use]
    pub fn word(&self, kind: &'static str, word: &str) -> Value {
        match self.name(kind, word) {
            Some(name) => Value::Text(name.to_owned()),
            None => Value::Word(kind, word.to_owned()),
        }
    }
}

/// A rule by its title, or by its id where it has none.
pub(super) fn titled(project: &Project, id: &str, language: Language) -> Value {
    let rule = project.rules.rules.iter().find(|rule| *rule.id == *id);
    let called = project.names.name("rule", id, language);
    match called.or(rule.map(|rule| rule.title.as_str())).filter(|title| !title.is_empty()) {
        Some(title) => Value::Message(message!("chart-rule-title", title = title)),
        None => Value::from(id),
    }
}
