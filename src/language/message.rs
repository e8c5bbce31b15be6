//! What is said, before it has a language: a key and the values of its text.

use std::borrow::Cow;

use arcstr::ArcStr;

use super::Language;
use crate::domain::{Currency, Fraction, Year, nearest};

/// Most values of a list that a message keeps once it is cut.
const MOST_VALUES: usize = 100;

/// Something to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The key of its text.
    pub key: Cow<'static, str>,
    /// The values that the text takes, by name.
    pub values: Vec<(&'static str, Value)>,
}

/// A value in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Words that no language changes: names, paths, cells of a file.
    Text(String),
    /// A number of things, which decides between one and many.
    Count(u64),
    /// A figure as plain decimal text, grouped as the language has it.
    Figure(String),
    /// A share, in per cent.
    Share(Fraction),
    /// A date as `2026-11-01`, written as the language has it.
    Date(String),
    /// A word of the field, by kind (`state`, `area`, ...), said as [`Language::term`](super::Language::term) says it.
    Word(&'static str, String),
    /// A code of a project, said as the project calls it in the language, or as it is where it does not say.
    Code(String, Vec<(Language, String)>),
    /// Something that is said in the same language.
    Message(Message),
    /// Several values.
    List(Vec<Value>, Between),
}

/// What stands between the values of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Between {
    /// Commas.
    Commas,
    /// Semicolons.
    Semicolons,
    /// The word for and.
    And,
    /// The word for or.
    Or,
    /// Nothing: sentences or parts of one that follow one another.
    Nothing,
}

/// A [`Message`](crate::language::Message) of a key and the values of its text:
/// `message!("chart-other", count = 3, names = "a, b")`.
#[macro_export]
macro_rules! message {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::language::Message {
            key: ::std::borrow::Cow::Borrowed($key),
            values: ::std::vec![$((stringify!($name), $crate::language::Value::from($value))),*],
        }
    };
}

impl Message {
    /// The word of a closed vocabulary, such as a state: key `KIND-WORD`, without values.
    #[must_use]
    pub fn word(kind: &str, word: &str) -> Self {
        Self { key: Cow::Owned(format!("{kind}-{word}")), values: Vec::new() }
    }

    /// Cuts each text among the values, those of values within them too, to so many letters.
    pub fn cut(&mut self, most: usize) {
        self.values.iter_mut().for_each(|(_, value)| value.cut(most));
    }

    /// What no language changes, such as an example of a file.
    #[must_use]
    pub fn verbatim(text: impl Into<String>) -> Self {
        message!("verbatim", text = text.into())
    }

    /// Which of `known` is near enough to what was typed to be meant, if one is.
    ///
    /// ```
    /// use thb_cost::language::{Language, Message};
    /// let near = Message::did_you_mean("amuont", ["year", "amount"]).unwrap();
    /// assert_eq!(Language::English.say(&near), "did you mean \"amount\"?");
    /// assert_eq!(Message::did_you_mean("colour", ["year", "amount"]), None);
    /// ```
    #[must_use]
    pub fn did_you_mean<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Option<Self> {
        nearest(typed, known).map(|near| message!("did-you-mean", near = near))
    }
}

impl Value {
    fn cut(&mut self, most: usize) {
        match self {
            Self::Text(text) | Self::Word(_, text) | Self::Code(text, _) => {
                if let Some((end, _)) = text.char_indices().nth(most) {
                    text.truncate(end);
                    text.push('\u{2026}');
                }
            }
            Self::Message(message) => message.cut(most),
            Self::List(values, _) => {
                if values.len() > MOST_VALUES {
                    values.truncate(MOST_VALUES);
                    values.push(Self::Text("\u{2026}".to_owned()));
                }
                values.iter_mut().for_each(|value| value.cut(most));
            }
            Self::Count(_) | Self::Figure(_) | Self::Share(_) | Self::Date(_) => {}
        }
    }

    /// A figure as plain decimal text.
    pub fn figure(plain: impl Into<String>) -> Self {
        Self::Figure(plain.into())
    }

    /// Several values with something between them.
    pub fn list<V: Into<Self>>(values: impl IntoIterator<Item = V>, between: Between) -> Self {
        Self::List(values.into_iter().map(Into::into).collect(), between)
    }

    /// Something that is said, or nothing.
    #[must_use]
    pub fn optional(message: Option<Message>) -> Self {
        message.map_or_else(|| Self::Text(String::new()), Self::Message)
    }
}

macro_rules! from_text {
    ($($type:ty),+) => {
        $(impl From<$type> for Value {
            fn from(text: $type) -> Self {
                Self::Text(text.to_string())
            }
        })+
    };
}

from_text!(&str, &&str, &String, &ArcStr, ArcStr, Year, &Year, Currency, &Currency);

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Value {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Count(u64::try_from(count).unwrap_or(u64::MAX))
    }
}

impl From<Message> for Value {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

impl<V: Into<Value>> From<Vec<V>> for Value {
    fn from(values: Vec<V>) -> Self {
        Self::list(values, Between::Commas)
    }
}
