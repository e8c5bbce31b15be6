//! What is said, before it has a language: a key and the values of its text.

use std::borrow::Cow;

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
    /// Something that is said in the same language.
    Message(Message),
    /// Several values, with commas between them.
    List(Vec<Value>),
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
}

impl Value {
    /// A figure as plain decimal text.
    pub fn figure(plain: impl Into<String>) -> Self {
        Self::Figure(plain.into())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
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
        Self::List(values.into_iter().map(Into::into).collect())
    }
}
