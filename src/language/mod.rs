//! Languages: every text that a person reads, in English and in Bulgarian, by key.
//!
//! Texts stand in Fluent files, one pair a topic (`en/TOPIC.ftl`, `bg/TOPIC.ftl`), read when they are needed. A room that says something makes a
//! [`Message`] with [`message!`](crate::message), which holds a key and values and no language; who writes it out asks a
//! [`Language`] to [`say`](Language::say) it. `tests/it/languages.rs` holds that every key stands in both languages, takes
//! the same values in both, and is given those values where it is used.

mod bundle;
mod figures;
mod message;

pub use figures::Marks;
pub use message::{Between, Message, Value};

use std::borrow::Cow;

use crate::domain::{Fraction, per_cent_text};

/// A language of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// English, the default.
    #[default]
    English,
    /// Bulgarian.
    Bulgarian,
}

impl Language {
    /// Every language, the default first.
    pub const ALL: [Self; 2] = [Self::English, Self::Bulgarian];

    /// The word after `--lang`, which is the tag of BCP 47.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Bulgarian => "bg",
        }
    }

    /// The locale that a document for a word processor is in.
    #[must_use]
    pub const fn locale(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            Self::Bulgarian => "bg-BG",
        }
    }

    /// Reads the word; anything else is `None`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.word() == text)
    }

    /// A message in this language.
    ///
    /// ```
    /// use thb_cost::language::Language;
    /// use thb_cost::message;
    /// let area = message!("area-prosecution");
    /// assert_eq!(Language::English.say(&area), "prosecution");
    /// assert_eq!(Language::Bulgarian.say(&area), "наказателно преследване");
    /// ```
    #[must_use]
    pub fn say(self, message: &Message) -> String {
        bundle::say(self, message)
    }

    /// A value of a message in this language, as it stands in sentences.
    ///
    /// ```
    /// use thb_cost::language::{Language, Value};
    /// assert_eq!(Language::Bulgarian.value(&Value::figure("630021.00")), "630\u{a0}021,00");
    /// assert_eq!(Language::Bulgarian.value(&Value::from("MoI")), "MoI");
    /// ```
    #[must_use]
    pub fn value(self, value: &Value) -> Cow<'_, str> {
        match value {
            Value::Text(text) => Cow::Borrowed(text),
            value => Cow::Owned(bundle::words(self, value)),
        }
    }

    /// The name of something that a project may name freely, such as an area: translated where `kind` has a text for it
    /// (`area-prosecution`; white space is `-` in a key), else as it is.
    ///
    /// ```
    /// use thb_cost::language::Language;
    /// assert_eq!(Language::Bulgarian.name("area", "prevention"), "превенция");
    /// assert_eq!(Language::Bulgarian.name("area", "our own area"), "our own area");
    /// ```
    #[must_use]
    pub fn name(self, kind: &str, name: &str) -> String {
        bundle::name(self, &format!("{kind}-{}", name.replace(' ', "-"))).unwrap_or_else(|| name.to_owned())
    }

    /// A word of the field inside a table or a sentence: in English as files have it, in any other language its
    /// [`name`](Self::name).
    ///
    /// ```
    /// use thb_cost::language::Language;
    /// assert_eq!(Language::English.term("state", "not-estimated"), "not-estimated");
    /// assert_eq!(Language::Bulgarian.term("state", "not-estimated"), "без оценка");
    /// ```
    #[must_use]
    pub fn term(self, kind: &str, word: &str) -> String {
        match self {
            Self::English => word.to_owned(),
            Self::Bulgarian => self.name(kind, word),
        }
    }

    /// A share in per cent, as [`per_cent_text`] but with the mark of the language: `0.0763 %`, `0,0763 %`.
    #[must_use]
    pub fn per_cent(self, share: &Fraction) -> String {
        let text = per_cent_text(share);
        text.strip_suffix(" %").map(|plain| format!("{} %", self.figure(plain))).unwrap_or(text)
    }

    /// A date as `2026-11-01` as the language writes it; anything else as it is.
    ///
    /// ```
    /// use thb_cost::language::Language;
    /// assert_eq!(Language::English.date("2026-11-01"), "2026-11-01");
    /// assert_eq!(Language::Bulgarian.date("2026-11-01"), "1.11.2026 г.");
    /// assert_eq!(Language::Bulgarian.date("spring"), "spring");
    /// ```
    #[must_use]
    pub fn date(self, date: &str) -> String {
        figures::date(self, date).unwrap_or_else(|| date.to_owned())
    }

    /// Plain decimal text with its digits in groups and its mark as the language has them (CLDR): `630,021.00`,
    /// `630 021,00`. A sign stays in front.
    #[must_use]
    pub fn figure(self, plain: &str) -> String {
        figures::grouped(self, plain)
    }

    /// The marks of its figures.
    #[must_use]
    pub const fn marks(self) -> Marks {
        figures::marks(self)
    }
}
