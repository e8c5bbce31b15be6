//! The one place that knows how much of anything is read: a file past a limit is refused with the number and what to do.
//!
//! Things are counted while they are read, never after; a size that a file claims is neither believed nor allocated.

use super::{Code, Diagnostic};
use crate::language::Message;
use crate::message;

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
    // Rules
    Rules "rules" 10_000
    SplitRecords "split-records" 10_000
    Digits "digits" 20_000
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

    /// What is past it, as a part of a sentence or a message of its own.
    #[must_use]
    pub fn message(self) -> Message {
        Message { values: message!("", most = self.most()).values, ..Message::word("limit", self.name()) }
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
