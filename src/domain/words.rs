//! The closed vocabularies of the field: label, financing, phase, part, state.
//!
//! Each is an enum whose order is the order of its words by code point, since that is the order of the ledger.

use std::fmt;

macro_rules! vocabulary {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident => $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$doc])* $variant,)+
        }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Every word, in order.
            pub const WORDS: &'static [&'static str] = &[$($word,)+];

            /// The word used in files and on the command line.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// Reads the word; anything else is `None`.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.word())
            }
        }
    };
}

vocabulary! {
    /// Whether accounts name the spending as anti-trafficking (EMCDDA: labelled, unlabelled).
    Label {
        /// Named in accounts as anti-trafficking.
        Labelled => "labelled",
        /// Embedded in a wider line.
        Unlabelled => "unlabelled",
    }
}

vocabulary! {
    /// Who financed the line: rows of the external file are `external`, all others `state`.
    Financing {
        /// Additionally mobilised external financing.
        External => "external",
        /// The state budget.
        State => "state",
    }
}

vocabulary! {
    /// The stage of the budget (Fiscal Data Package, PEFA).
    Phase {
        /// Allocated by the budget.
        Approved => "approved",
        /// Spent.
        Executed => "executed",
    }
}

vocabulary! {
    /// What a ledger record is of its line.
    Part {
        /// What the rule counts as trafficking.
        Attributed => "attributed",
        /// What the rule leaves.
        Remainder => "remainder",
        /// A line that no rule decides.
        Unattributed => "unattributed",
        /// A line whose amount nobody published.
        NotEstimated => "not-estimated",
    }
}

vocabulary! {
    /// How a figure is known.
    State {
        /// Labelled, and all of it counts.
        Direct => "direct",
        /// A share written in the rule.
        Assumed => "assumed",
        /// Drivers of that year.
        Measured => "measured",
        /// Drivers of an earlier year, or an amount of another year.
        Carried => "carried",
        /// On the straight line between known years before and after.
        Interpolated => "interpolated",
        /// Of an earlier year, times the chain of an index of prices.
        Indexed => "indexed",
        /// Units times unit cost, for a line whose amount nobody published.
        Imputed => "imputed",
        /// An overhead, shared out as the lines it serves.
        Derived => "derived",
        /// The rule says none of it is trafficking.
        Excluded => "excluded",
        /// No rule decides it.
        Unattributed => "unattributed",
        /// Its amount is not published.
        NotEstimated => "not-estimated",
        /// It was expected and has no row.
        NotReported => "not-reported",
    }
}

impl State {
    /// The states of shares and fills, the weakest first.
    const BY_STRENGTH: [Self; 5] = [Self::Assumed, Self::Indexed, Self::Interpolated, Self::Carried, Self::Measured];

    /// The weaker of two states of what a figure is made of. A state that says nothing of how well a share is known
    /// (`direct`, `derived`) gives way to one that does.
    ///
    /// ```
    /// use thb_cost::domain::State;
    /// assert_eq!(State::Measured.weaker(State::Carried), State::Carried);
    /// assert_eq!(State::Assumed.weaker(State::Carried), State::Assumed);
    /// assert_eq!(State::Direct.weaker(State::Indexed), State::Indexed);
    /// ```
    #[must_use]
    pub fn weaker(self, other: Self) -> Self {
        let rank = |state: Self| Self::BY_STRENGTH.iter().position(|known| *known == state);
        match (rank(self), rank(other)) {
            (None, Some(_)) => other,
            (_, None) => self,
            (Some(own), Some(others)) => {
                if own <= others {
                    self
                } else {
                    other
                }
            }
        }
    }
}

vocabulary! {
    /// Which of two phases of a line is shown.
    PhaseChoice {
        /// Executed where any has a published amount, approved where not.
        Best => "best",
        /// Approved lines only.
        Approved => "approved",
        /// Executed lines only.
        Executed => "executed",
    }
}

vocabulary! {
    /// The shape of an interval's uncertainty, for random draws.
    Distribution {
        /// Beta-PERT.
        Pert => "pert",
        /// Triangular.
        Triangular => "triangular",
        /// Uniform.
        Uniform => "uniform",
    }
}

/// The area or form of exploitation of what nobody named.
pub const UNSPECIFIED: &str = "unspecified";

/// The exploitation and group that stand for everybody.
pub const ALL_FORMS: &str = "all";
