//! The one place that knows how much of anything is read: a file past a limit is refused with the number and what to do.
//!
//! Things are counted while they are read, never after; a size that a file claims is neither believed nor allocated.

use std::fmt;

use super::{Code, Diagnostic};
use crate::language::Message;

macro_rules! limits {
    ($($variant:ident $name:literal $most:expr)+) => {
        /// What has a limit.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
        pub enum Limit { $(#[doc = concat!("`", $name, "`")] #[error($name)] $variant,)+ }

        impl Limit {
            /// Every limit.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its name; `limit-NAME` says what is past it, `limit-help-NAME` what to do.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The most that is read.
            #[must_use]
            pub const fn most(self) -> u64 {
                match self { $(Self::$variant => $most,)+ }
            }
        }
    };
}

limits! {
    // Files
    WholeFile "whole-file" 16 << 20
    GlobFiles "glob-files" 20_000
    GlobEntries "glob-entries" 200_000
    // Tables
    Columns "columns" 16_384
    // Spreadsheets and pages
    Book "book" 256 << 20
    Parts "parts" 20_000
    UnpackedSheet "unpacked-sheet" 1 << 30
    UnpackedPart "unpacked-part" 128 << 20
    Sheets "sheets" 4_096
    SheetRows "sheet-rows" 1_048_576
    SheetColumns "sheet-columns" 16_384
    SheetCells "sheet-cells" 100_000_000
    CellText "cell-text" 1 << 20
    RowText "row-text" 16 << 20
    Markup "markup" 2 << 20
    Depth "depth" 256
    Texts "texts" 4_000_000
    CellFormats "cell-formats" 200_000
    Merged "merged" 1_000_000
    Page "page" 64 << 20
    PageCells "page-cells" 5_000_000
    // Manifests and rules
    Marks "marks" 2_000_000
    Rules "rules" 10_000
    SplitRecords "split-records" 10_000
    CircleWork "circle-work" 200_000_000
}

impl Limit {
    /// What an error of reading says, where it is that a limit was passed.
    #[must_use]
    pub fn of(error: &(dyn std::error::Error + 'static)) -> Option<Self> {
        error.downcast_ref::<Self>().copied()
    }

    /// Whether so many are past it.
    #[must_use]
    pub const fn is_passed_by(self, count: u64) -> bool {
        count > self.most()
    }

    /// Refuses so many, where they are past it.
    ///
    /// # Errors
    ///
    /// The limit.
    pub const fn check(self, count: u64) -> Result<(), Exceeded> {
        if self.is_passed_by(count) { Err(Exceeded { limit: self, row: None }) } else { Ok(()) }
    }

    /// What is past it, as a part of a sentence or a message of its own.
    #[must_use]
    pub fn message(self) -> Message {
        Message { values: vec![("most", self.most().into())], ..Message::word("limit", self.name()) }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(self) -> Message {
        Message::word("limit-help", self.name())
    }

    /// A diagnostic without its place.
    #[must_use]
    pub fn passed(self) -> Diagnostic {
        Diagnostic::new(Code::TooLarge, self.message(), self.help())
    }
}

/// A limit that something went past while it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exceeded {
    /// Which.
    pub limit: Limit,
    /// The row of it, as a spreadsheet numbers it, where it was found in one.
    pub row: Option<u64>,
}

impl Exceeded {
    /// With the row, where none is known yet.
    #[must_use]
    pub fn in_row(self, row: u64) -> Self {
        Self { row: self.row.or(Some(row)), ..self }
    }
}

impl fmt::Display for Exceeded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "more than {} ({})", self.limit.most(), self.limit.name())
    }
}

impl std::error::Error for Exceeded {}
