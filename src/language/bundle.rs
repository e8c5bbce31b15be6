//! The texts of a language: its Fluent files, one a topic. A topic is read when something of it is said for the first time,
//! so that a short report pays for its own words and for no others.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::{Between, Language, Message, Value};

type Bundle = FluentBundle<FluentResource>;

/// One topic in every language, in the order of [`Language::ALL`].
struct Topic {
    texts: [&'static str; Language::ALL.len()],
    read: [OnceLock<Bundle>; Language::ALL.len()],
}

macro_rules! topics {
    ($($topic:literal),+ $(,)?) => {
        static TOPICS: [Topic; [$($topic),+].len()] = [$(Topic {
            texts: [include_str!(concat!("en/", $topic, ".ftl")), include_str!(concat!("bg/", $topic, ".ftl"))],
            read: [OnceLock::new(), OnceLock::new()],
        },)+];
    };
}

// The first holds the names of the field, the only ones that a project may lack a text for.
topics!(
    "names",
    "words",
    "report",
    "explain",
    "diagnostics",
    "limits",
    "document",
    "rules",
    "checks",
    "cli",
    "ingest",
    "help",
    "catalogue",
    "page",
    "workbook",
    "compare",
    "sensitivity",
    "outturn",
    "findings",
    "review",
    "chart",
    "request",
    "reply",
    "services",
);

impl Topic {
    fn bundle(&self, language: Language) -> &Bundle {
        self.read[place(language)].get_or_init(|| {
            let mut bundle = Bundle::new_concurrent(language.word().parse().ok().into_iter().collect());
            // The marks that keep directions apart would show in files and terminals.
            bundle.set_use_isolating(false);
            let text = self.texts[place(language)].to_owned();
            // A faulty file gives what of it is sound; a test holds that all of them are.
            let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
            bundle
        })
    }

    /// Whether the topic has the key, without reading it.
    fn has(&self, language: Language, key: &str) -> bool {
        let text = self.texts[place(language)].as_bytes();
        let line = format!("\n{key} =");
        text.starts_with(&line.as_bytes()[1..]) || memchr::memmem::find(text, line.as_bytes()).is_some()
    }
}

const fn place(language: Language) -> usize {
    match language {
        Language::English => 0,
        Language::Bulgarian => 1,
    }
}

/// A message in a language. A key without a text, which tests rule out, is said as the key.
pub(super) fn say(language: Language, message: &Message) -> String {
    let key = &*message.key;
    let read = TOPICS.iter().filter_map(|topic| topic.read[place(language)].get());
    let known = read.into_iter().find(|bundle| bundle.has_message(key));
    let bundle = known.or_else(|| Some(TOPICS.iter().find(|topic| topic.has(language, key))?.bundle(language)));
    bundle.and_then(|bundle| text(bundle, language, key, &message.values)).unwrap_or_else(|| key.to_owned())
}

/// The name of something that a project may name freely, if it has a text.
pub(super) fn name(language: Language, key: &str) -> Option<String> {
    text(TOPICS[0].bundle(language), language, key, &[])
}

fn text(bundle: &Bundle, language: Language, key: &str, values: &[(&'static str, Value)]) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut args = FluentArgs::with_capacity(values.len());
    for (name, value) in values {
        args.set(*name, fluent(language, value));
    }
    Some(bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
}

fn fluent<'v>(language: Language, value: &'v Value) -> FluentValue<'v> {
    match value {
        Value::Text(text) => FluentValue::String(Cow::Borrowed(text)),
        Value::Count(count) => FluentValue::from(*count),
        _ => FluentValue::String(Cow::Owned(words(language, value))),
    }
}

pub(super) fn words(language: Language, value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Count(count) => language.figure(&count.to_string()),
        Value::Figure(plain) => language.figure(plain),
        Value::Share(share) => language.per_cent(share),
        Value::Date(date) => language.date(date),
        Value::Word(kind, word) => language.term(kind, word),
        Value::Code(code, called) => {
            let name = called.iter().find(|(of, _)| *of == language).map(|(_, name)| name);
            name.unwrap_or(code).clone()
        }
        Value::Message(message) => say(language, message),
        Value::List(values, between) => {
            let values: Vec<String> = values.iter().map(|value| words(language, value)).collect();
            values.join(match (between, language) {
                (Between::Commas, _) => ", ",
                (Between::Semicolons, _) => "; ",
                (Between::Nothing, _) => "",
                (Between::And, Language::English) => " and ",
                (Between::And, Language::Bulgarian) => " и ",
                (Between::Or, Language::English) => " or ",
                (Between::Or, Language::Bulgarian) => " или ",
            })
        }
    }
}
