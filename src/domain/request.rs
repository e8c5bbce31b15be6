//! What an agency was asked for, and what became of it.

use arcstr::ArcStr;

use super::Origin;

/// One row of `requests`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestRow {
    /// Who was asked.
    pub agency: ArcStr,
    /// For what, in the words of the file.
    pub what: ArcStr,
    /// When, or blank.
    pub asked: ArcStr,
    /// By when the answer is due, or blank.
    pub due: ArcStr,
    /// When it was answered, or blank: it is open.
    pub answered: ArcStr,
    /// The id of the figure, or blank where the row was written by hand.
    pub id: ArcStr,
    /// What the answer was.
    pub answer: RequestAnswer,
    /// Its row.
    pub origin: Origin,
}

/// What an answer to a request was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RequestAnswer {
    /// A figure, or nobody says what.
    #[default]
    Given,
    /// That nobody knows.
    NotKnown,
    /// A figure that differs from a known one and was not taken.
    NotTaken,
}

impl RequestAnswer {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::Given, Self::NotKnown, Self::NotTaken];

    /// The words in files.
    pub const WORDS: [&'static str; 3] = ["given", "not known", "not taken"];

    /// The word in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::NotKnown => "not known",
            Self::NotTaken => "not taken",
        }
    }

    /// Reads the word; anything else is `None`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.word() == text)
    }
}
