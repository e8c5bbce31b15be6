//! How a cell or a piece of its text looks, as far as that changes what it says.

use super::number_format::Shows;

/// The look of the letters of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Letters {
    /// Struck through: the text is not there.
    pub(super) struck: bool,
    /// In superscript: the text is a footnote.
    pub(super) raised: bool,
}

impl Letters {
    /// Whether what is written so counts as text of its cell.
    pub(super) const fn are_read(self) -> bool {
        !self.struck && !self.raised
    }
}

/// The look of a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) shows: Shows,
    pub(super) letters: Letters,
}
