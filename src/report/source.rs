//! A source as documents have it, and as a line of words.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::Source;
use crate::language::Language;
use crate::message;
use crate::project::Project;

/// One source. Blank is not known.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SourceDocument {
    /// The id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Publisher.
    pub publisher: String,
    /// When it was published.
    pub published: String,
    /// Address.
    pub url: String,
    /// When it was read.
    pub accessed: String,
    /// Free text.
    pub note: String,
    /// What the project calls it, in the languages in which it has a name.
    #[serde(skip)]
    called: Vec<(Language, String)>,
}

impl SourceDocument {
    /// The source of an id; of one that is not in the list only the id is known.
    #[must_use]
    pub fn new(project: &Project, id: &str) -> Self {
        let source = project.sources.as_ref().and_then(|sources| sources.get(id));
        let field = |pick: fn(&Source) -> &String| source.map(pick).cloned().unwrap_or_default();
        Self {
            id: id.to_owned(),
            title: field(|source| &source.title),
            publisher: field(|source| &source.publisher),
            published: field(|source| &source.published),
            url: field(|source| &source.url),
            accessed: field(|source| &source.accessed),
            note: field(|source| &source.note),
            called: Language::ALL
                .into_iter()
                .filter_map(|language| Some((language, project.names.name("source", id, language)?.to_owned())))
                .collect(),
        }
    }

    /// The source in a line of words: publisher, title, date, address and note; of one that is not in the list the id.
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        let called = self.called.iter().find(|(of, _)| *of == language).map(|(_, name)| name);
        let parts = [&self.publisher, called.unwrap_or(&self.title), &self.published, &self.url];
        let parts: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        let words = if parts.is_empty() {
            language.say(&message!("report-not-in-sources", id = &self.id))
        } else {
            parts.join(". ")
        };
        if self.note.is_empty() { words } else { format!("{words} ({})", self.note) }
    }
}
