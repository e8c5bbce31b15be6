//! Why a count of people is not shown: it is small, or it stands beside one that is and would tell it.

/// A count that is known and not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protected {
    /// It is above 0 and below this.
    Below(u64),
    /// With what is shown it would tell a small count, or it is a range that may be one.
    Beside,
}

impl Protected {
    /// What stands in its place for a person: `<5`, or the `[c]` of official statistics for what is confidential.
    #[must_use]
    pub fn mark(self) -> String {
        match self {
            Self::Below(below) => format!("<{below}"),
            Self::Beside => "[c]".to_owned(),
        }
    }
}
