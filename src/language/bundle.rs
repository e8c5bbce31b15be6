//! The texts of a language: its Fluent files, read once a process.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::{Language, Message, Value};

type Bundle = FluentBundle<FluentResource>;

macro_rules! texts {
    ($($topic:literal),+ $(,)?) => {
        /// The files of a language, one a topic.
        fn texts(language: Language) -> &'static [&'static str] {
            match language {
                Language::English => &[$(include_str!(concat!("en/", $topic, ".ftl")),)+],
                Language::Bulgarian => &[$(include_str!(concat!("bg/", $topic, ".ftl")),)+],
            }
        }
    };
}

texts!("names", "page");

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::English));
static BULGARIAN: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Bulgarian));

fn bundle(language: Language) -> Bundle {
    let mut bundle = Bundle::new_concurrent(language.word().parse().ok().into_iter().collect());
    // The marks that keep directions apart would show in files and terminals.
    bundle.set_use_isolating(false);
    for text in texts(language) {
        // A faulty file gives what of it is sound; a test holds that all of them are.
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// A message in a language. A key without a text, which tests rule out, is said as the key.
pub(super) fn say(language: Language, message: &Message) -> String {
    find(language, &message.key, &message.values).unwrap_or_else(|| message.key.clone().into_owned())
}

/// The text of a key, if it has one.
pub(super) fn find(language: Language, key: &str, values: &[(&'static str, Value)]) -> Option<String> {
    let bundle = match language {
        Language::English => &ENGLISH,
        Language::Bulgarian => &BULGARIAN,
    };
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
        Value::Figure(_) | Value::Message(_) | Value::List(_) => {
            FluentValue::String(Cow::Owned(words(language, value)))
        }
    }
}

fn words(language: Language, value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Count(count) => language.figure(&count.to_string()),
        Value::Figure(plain) => language.figure(plain),
        Value::Message(message) => say(language, message),
        Value::List(values) => values.iter().map(|value| words(language, value)).collect::<Vec<_>>().join(", "),
    }
}
