//! What stands for a blank cell of a column.

/// What stands for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// The cell of the row above.
    Above,
    /// The row is left out; of several columns of amounts, what this one would give.
    LeaveOut,
    /// This text.
    Text(String),
}

impl Missing {
    /// Reads what a dialect says.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        match text {
            "above" => Self::Above,
            "leave out" => Self::LeaveOut,
            text => Self::Text(text.to_owned()),
        }
    }

    /// As it is written.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Above => "above",
            Self::LeaveOut => "leave out",
            Self::Text(text) => text,
        }
    }
}
