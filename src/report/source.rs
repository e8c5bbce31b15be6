//! A source as documents have it, and as a line of words.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::Source;
use crate::language::{Language, Value};
use crate::message;
use crate::project::Project;

/// One source. Blank is not known; the members for an audit stand there where the project says them.
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
    /// The page that was quoted.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[schemars(default)]
    pub page: String,
    /// What stands there.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[schemars(default)]
    pub quote: String,
    /// A stored copy, relative to the project's folder.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[schemars(default)]
    pub file: String,
    /// SHA-256 of the copy.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[schemars(default)]
    pub sha256: String,
    /// What the project calls its title, publisher and note, in the languages in which they have a name.
    #[serde(skip)]
    called: Vec<(Language, [Option<String>; 3])>,
}

impl SourceDocument {
    /// The source of an id; of one that is not in the list only the id is known.
    #[must_use]
    pub fn new(project: &Project, id: &str) -> Self {
        let source = project.sources.as_ref().and_then(|sources| sources.get(id));
        let field = |pick: fn(&Source) -> &String| source.map(pick).cloned().unwrap_or_default();
        let (publisher, note) = (field(|source| &source.publisher), field(|source| &source.note));
        let called = Language::ALL.into_iter().map(|language| {
            let name = |dimension: &str, code: &str| project.names.name(dimension, code, language).map(str::to_owned);
            (language, [name("source", id), name("publisher", &publisher), name("note", &note)])
        });
        Self {
            called: called.collect(),
            id: id.to_owned(),
            title: field(|source| &source.title),
            publisher,
            published: field(|source| &source.published),
            url: field(|source| &source.url),
            accessed: field(|source| &source.accessed),
            note,
            page: field(|source| &source.page),
            quote: field(|source| &source.quote),
            file: field(|source| &source.file),
            sha256: field(|source| &source.sha256),
        }
    }

    fn called(&self, language: Language) -> [Option<&str>; 3] {
        let names = self.called.iter().find(|(of, _)| *of == language).map(|(_, names)| names);
        names.map_or([None; 3], |names| names.each_ref().map(|name| name.as_deref()))
    }

    /// What its title is in a language.
    #[must_use]
    pub fn title_in(&self, language: Language) -> &str {
        let [title, _, _] = self.called(language);
        title.unwrap_or(&self.title)
    }

    /// What its publisher is called in a language.
    #[must_use]
    pub fn publisher_in(&self, language: Language) -> &str {
        let [_, publisher, _] = self.called(language);
        publisher.unwrap_or(&self.publisher)
    }

    /// What its note says in a language.
    #[must_use]
    pub fn note_in(&self, language: Language) -> &str {
        let [_, _, note] = self.called(language);
        note.unwrap_or(&self.note)
    }

    /// The source in a line of words: publisher, title, date, page and what stands there, address, the stored copy, note; of
    /// one that is not in the list the id.
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        let said = |is_known: bool, message| if is_known { language.say(&message) } else { Default::default() };
        let page = said(!self.page.is_empty(), message!("source-page", page = &self.page));
        let quote = said(!self.quote.is_empty(), message!("source-quote", quote = self.quote.trim_end_matches('.')));
        let digest = (!self.sha256.is_empty()).then(|| message!("source-digest-of-copy", digest = &self.sha256));
        let copy = message!("source-stored", file = &self.file, digest = Value::optional(digest));
        let copy = said(!self.file.is_empty(), copy);
        let publisher = self.publisher_in(language);
        let parts = [publisher, self.title_in(language), &self.published, &page, &quote, &self.url, &copy];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let words = if parts.is_empty() {
            language.say(&message!("report-not-in-sources", id = &self.id))
        } else {
            parts.join(". ")
        };
        let note = self.note_in(language);
        if note.is_empty() { words } else { format!("{words} ({note})") }
    }
}
