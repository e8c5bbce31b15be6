//! The marks of numbers: before the minor digits, and between groups of three.

/// The mark before the minor digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// `395118.00`
    Point,
    /// `395118,00`
    Comma,
}

impl Mark {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Point, Self::Comma];

    /// The letter itself.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    /// Reads `.` or `,`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.letter().to_string() == text)
    }
}

/// Which marks may stand between groups of three digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Groups {
    /// Any that is not the decimal mark.
    #[default]
    Any,
    /// This one only; a space stands for every space.
    Only(char),
    /// None.
    Forbidden,
}

impl Groups {
    pub(super) fn allow(self, mark: char) -> bool {
        match self {
            Self::Any => true,
            Self::Only(only) => {
                only == mark || (is_space(only) && is_space(mark)) || (is_apostrophe(only) && is_apostrophe(mark))
            }
            Self::Forbidden => false,
        }
    }
}

/// What a dialect pins of the marks of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks {
    /// The decimal mark; `None` where the cells decide.
    pub decimal: Option<Mark>,
    /// The group mark.
    pub groups: Groups,
}

/// Spaces that stand between groups: the plain one, no-break, thin, and both.
pub(super) fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// The apostrophe of Swiss accounts, straight or curly.
pub(super) fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '\u{2019}')
}
