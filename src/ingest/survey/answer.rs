//! What answers a question about a file: a key of a dialect, as the line of a manifest and as the option of `ingest`.

use crate::ingest::dialect::{Place, toml_key, toml_text};

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The key of a dialect.
    pub key: &'static str,
    /// What of it, where the key is a table: a column of ours or of the file, and for `values` a word of the file.
    pub of: Vec<String>,
    /// What it says.
    pub said: Said,
}

/// What an answer says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// A text.
    Text(String),
    /// A number.
    Number(u64),
    /// The position of a column.
    Position(usize),
    /// Yes.
    Yes,
}

impl Answer {
    /// A text under a key.
    pub fn text(key: &'static str, text: impl Into<String>) -> Self {
        Self { key, of: Vec::new(), said: Said::Text(text.into()) }
    }

    /// A text for one column, under a key.
    pub fn of(key: &'static str, column: impl Into<String>, text: impl Into<String>) -> Self {
        Self { key, of: vec![column.into()], said: Said::Text(text.into()) }
    }

    /// A column of the file for one of ours.
    pub fn column(column: impl Into<String>, place: &Place) -> Self {
        let said = match place {
            Place::Name(name) => Said::Text(name.clone()),
            Place::Position(position) => Said::Position(*position),
        };
        Self { key: "columns", of: vec![column.into()], said }
    }

    /// A number under a key.
    pub fn number(key: &'static str, number: u64) -> Self {
        Self { key, of: Vec::new(), said: Said::Number(number) }
    }

    /// A key that says yes.
    pub fn yes(key: &'static str) -> Self {
        Self { key, of: Vec::new(), said: Said::Yes }
    }

    /// The line of a `[[dialect]]`.
    #[must_use]
    pub fn line(&self) -> String {
        format!("{} = {}", self.place(), self.value())
    }

    fn place(&self) -> String {
        let of = self.of.iter().map(|piece| format!(".{}", toml_key(piece)));
        std::iter::once(self.key.to_owned()).chain(of).collect()
    }

    fn value(&self) -> String {
        match &self.said {
            Said::Text(text) => toml_text(text),
            Said::Number(number) => number.to_string(),
            Said::Position(position) => position.to_string(),
            Said::Yes => "true".to_owned(),
        }
    }

    /// The option of `ingest`, quoted as a shell needs it.
    #[must_use]
    pub fn option(&self) -> String {
        let name = match self.key {
            "columns" => "column".to_owned(),
            "constants" => "constant".to_owned(),
            key => key.replace('_', "-"),
        };
        let text = match &self.said {
            Said::Text(text) => text.clone(),
            Said::Number(number) => number.to_string(),
            // Digits alone may be the name of a column.
            Said::Position(position) => format!("#{position}"),
            Said::Yes => return format!("--{name}"),
        };
        match self.of.as_slice() {
            [] => format!("--{name}={}", shell_word(&text)),
            of => format!("--{name} {}", shell_word(&format!("{}={text}", of.join(":")))),
        }
    }
}

/// The lines of a `[[dialect]]` that say all of them; what stands several times under one key is a list.
#[must_use]
pub fn lines(answers: &[Answer]) -> String {
    let mut places: Vec<(String, Vec<String>)> = Vec::new();
    for answer in answers {
        let (place, value) = (answer.place(), answer.value());
        match places.iter_mut().find(|(known, _)| *known == place) {
            Some((_, values)) if values.contains(&value) => {}
            Some((_, values)) => values.push(value),
            None => places.push((place, vec![value])),
        }
    }
    let line = |(place, values): &(String, Vec<String>)| match values.as_slice() {
        [only] => format!("{place} = {only}\n"),
        several => format!("{place} = [{}]\n", several.join(", ")),
    };
    places.iter().map(line).collect()
}

/// A word as a shell takes it.
#[must_use]
pub fn shell_word(text: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "_-./,:=@%+#".contains(letter);
    if !text.is_empty() && text.chars().all(is_plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::{Answer, lines};

    #[test]
    fn an_answer_is_a_line_and_an_option() {
        for (answer, line, option) in [
            (Answer::of("columns", "line", "Име, вид"), "columns.line = \"Име, вид\"", "--column 'line=Име, вид'"),
            (Answer::of("constants", "agency", "MoI"), "constants.agency = \"MoI\"", "--constant agency=MoI"),
            (Answer::text("blank", "-"), "blank = \"-\"", "--blank=-"),
            (Answer::number("unit", 1000), "unit = 1000", "--unit=1000"),
            (Answer::yes("round"), "round = true", "--round"),
            (Answer::of("except", "Година", "Общо"), "except.\"Година\" = \"Общо\"", "--except Година=Общо"),
        ] {
            assert_eq!((answer.line().as_str(), answer.option().as_str()), (line, option));
        }
        let twice = [Answer::text("blank", "-"), Answer::text("blank", "x"), Answer::yes("round")];
        assert_eq!(lines(&twice), "blank = [\"-\", \"x\"]\nround = true\n");
    }
}
