//! What codes are called: the words of `names`, for a person in either language.

use std::collections::BTreeMap;

use arcstr::ArcStr;

use super::steps;
use crate::domain::CodeName;
use crate::language::{Language, Message, Value};
use crate::message;

/// The names of a project's codes.
#[derive(Debug, Default)]
pub struct CodeNames {
    names: BTreeMap<ArcStr, BTreeMap<ArcStr, CodeName>>,
}

impl CodeNames {
    /// Indexes the rows; of rows with one key the first stays.
    #[must_use]
    pub fn new(rows: Vec<CodeName>) -> Self {
        let mut names: BTreeMap<ArcStr, BTreeMap<ArcStr, CodeName>> = BTreeMap::new();
        for row in rows {
            names.entry(row.dimension.clone()).or_default().entry(row.code.clone()).or_insert(row);
        }
        Self { names }
    }

    /// What a code of a dimension is called in a language; `None` where nobody says. The steps of the referral mechanism have
    /// names in every project.
    #[must_use]
    pub fn name(&self, dimension: &str, code: &str, language: Language) -> Option<&str> {
        let row = self.names.get(dimension).and_then(|names| names.get(code));
        let name = row.map(|row| match language {
            Language::English => &*row.en,
            Language::Bulgarian => &*row.bg,
        });
        name.filter(|name| !name.is_empty()).or_else(|| steps::name(dimension, code, language))
    }

    /// What a code is called, or the code itself where nobody says.
    #[must_use]
    pub fn said<'n>(&'n self, dimension: &str, code: &'n str, language: Language) -> &'n str {
        self.name(dimension, code, language).unwrap_or(code)
    }

    /// A code as a value of a message, which a language says as the project calls it.
    #[must_use]
    pub fn value(&self, dimension: &str, code: &str) -> Value {
        let of = |language| Some((language, self.name(dimension, code, language)?.to_owned()));
        Value::Code(code.to_owned(), Language::ALL.into_iter().filter_map(of).collect())
    }

    /// A line by its agency and its name, as a sentence names it.
    #[must_use]
    pub fn line(&self, agency: &str, line: &str) -> Message {
        message!("line-of-agency", agency = self.value("agency", agency), line = self.value("line", line))
    }

    /// Every row.
    pub fn rows(&self) -> impl Iterator<Item = &CodeName> {
        self.names.values().flat_map(BTreeMap::values)
    }
}
