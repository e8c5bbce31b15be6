//! One thing that is wrong with the user's data, or that its reader should know.

use arcstr::ArcStr;

use super::{Code, Severity};
use crate::domain::Origin;
use crate::language::Message;

/// Most letters of a file that a diagnostic keeps: a cell may hold megabytes.
const QUOTED: usize = 200;

/// Most letters of a value in a message, such as a path.
const LONGEST_VALUE: usize = 1_000;

/// The beginning of what stands in a file, with a sign where more follows.
fn quoted(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}\u{2026}", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A diagnostic: code, place, what was found, what was expected, what to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its code, which gives its severity.
    pub code: Code,
    /// What is wrong, in this case.
    pub message: Message,
    /// The file, if it is about one.
    pub file: Option<ArcStr>,
    /// The row (in TOML the line), if it is about one.
    pub row: Option<u64>,
    /// The column or TOML key, if it is about one.
    pub column: Option<String>,
    /// The cell's text.
    pub found: Option<String>,
    /// What stands there in a good file.
    pub expected: Option<Message>,
    /// The next step.
    pub help: Message,
    /// The offending row as it stands in the file.
    pub excerpt: Option<String>,
}

impl Diagnostic {
    /// A diagnostic with its message and its next step.
    #[must_use]
    pub fn new(code: Code, mut message: Message, mut help: Message) -> Self {
        message.cut(LONGEST_VALUE);
        help.cut(LONGEST_VALUE);
        Self { code, message, file: None, row: None, column: None, found: None, expected: None, help, excerpt: None }
    }

    /// In this file.
    #[must_use]
    pub fn in_file(mut self, file: &ArcStr) -> Self {
        self.file = Some(file.clone());
        self
    }

    /// At this file and row.
    #[must_use]
    pub fn at(mut self, origin: &Origin) -> Self {
        self.file = Some(origin.file.clone());
        self.row = Some(origin.row);
        self
    }

    /// In this column.
    #[must_use]
    pub fn column(mut self, column: impl AsRef<str>) -> Self {
        self.column = Some(quoted(column.as_ref()));
        self
    }

    /// The text that was found.
    #[must_use]
    pub fn found(mut self, found: impl AsRef<str>) -> Self {
        self.found = Some(quoted(found.as_ref()));
        self
    }

    /// What was found, whole, where it is a list that the program made.
    #[must_use]
    pub fn found_all(mut self, found: String) -> Self {
        self.found = Some(found);
        self
    }

    /// What was expected in its place.
    #[must_use]
    pub fn expected(mut self, expected: Message) -> Self {
        self.expected = Some(expected);
        self
    }

    /// The row as it stands in the file.
    #[must_use]
    pub fn excerpt(mut self, row: impl AsRef<str>) -> Self {
        self.excerpt = Some(quoted(row.as_ref()));
        self
    }

    /// How bad it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }
}
