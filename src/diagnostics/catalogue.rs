//! The catalogue of codes: one entry a code, with its severity. Its one-line summary and its long text stand in
//! `language/*/catalogue.ftl`.
//!
//! A code is stable: scripts may rely on it. Every code has a case under `tests/cases/errors/`, and a test walks the
//! table to see that none is left out.

use super::Severity;
use crate::language::Message;

/// One entry of the catalogue.
#[derive(Debug)]
pub struct Entry {
    /// The code itself, kebab-case.
    pub name: &'static str,
    /// How bad it is.
    pub severity: Severity,
}

impl Entry {
    /// One line: what it is.
    #[must_use]
    pub fn summary(&self) -> Message {
        Message::word("code", self.name)
    }

    /// Why it matters and what to do.
    #[must_use]
    pub fn text(&self) -> Message {
        Message::word("code-text", self.name)
    }
}

macro_rules! catalogue {
    ($($variant:ident $name:literal $severity:ident)+) => {
        /// The code of a diagnostic.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = concat!("`", $name, "`")] $variant,)+ }

        impl Code {
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its entry.
            #[must_use]
            pub const fn entry(self) -> &'static Entry {
                match self {
                    $(Self::$variant => &Entry { name: $name, severity: Severity::$severity },)+
                }
            }
        }
    };
}

catalogue! {
    // Files
    UnreadableFile "unreadable-file" Error
    OtherVersion "other-version" Error
    NotUtf8 "not-utf8" Error
    EncodingUnsaid "encoding-unsaid" Error
    EmptyFile "empty-file" Error
    NoRows "no-rows" Warning
    NoMoneyRows "no-money-rows" Error
    MissingColumn "missing-column" Error
    NoSuchColumn "no-such-column" Error
    DuplicateColumn "duplicate-column" Error
    UnknownColumn "unknown-column" Warning
    ColumnReadTwice "column-read-twice" Warning
    SectionUnsaid "section-unsaid" Warning
    RaggedRow "ragged-row" Error
    BadQuote "bad-quote" Error
    OversizedRow "oversized-row" Error
    TooLarge "too-large" Error
    NotATable "not-a-table" Error
    WhichSheet "which-sheet" Error
    UnusedDialect "unused-dialect" Warning
    OutsideFolder "outside-folder" Note
    UnknownDialect "unknown-dialect" Error
    NameOfOtherForm "name-of-other-form" Error
    DataLeftOut "data-left-out" Warning
    RowsLeftOut "rows-left-out" Note
    // Cells
    ErrorCell "error-cell" Error
    MergedCell "merged-cell" Error
    HiddenRows "hidden-rows" Note
    StruckCells "struck-cells" Note
    AmbiguousNumber "ambiguous-number" Error
    MixedMarks "mixed-marks" Error
    UnitUnsaid "unit-unsaid" Error
    TotalsRow "totals-row" Error
    TotalsLeftOut "totals-left-out" Note
    MissingValue "missing-value" Error
    BadYear "bad-year" Error
    BadAmount "bad-amount" Error
    AmountDigits "amount-digits" Error
    AmountRange "amount-range" Error
    BadCurrency "bad-currency" Error
    OtherCurrency "other-currency" Error
    BadWord "bad-word" Error
    BadDate "bad-date" Error
    BadNumber "bad-number" Error
    BadBounds "bad-bounds" Error
    BadService "bad-service" Error
    BadCount "bad-count" Error
    RepeatedKey "repeated-key" Error
    BadRate "bad-rate" Error
    FixedRate "fixed-rate" Warning
    WhichIndex "which-index" Error
    UnknownSource "unknown-source" Warning
    SourceCopy "source-copy" Error
    // Lines
    MissingRate "missing-rate" Error
    PriceChain "price-chain" Error
    BlankBesideKnown "blank-beside-known" Warning
    LevaAfterEuro "leva-after-euro" Warning
    CurrencyAssumed "currency-assumed" Warning
    LookAlike "look-alike" Warning
    FormulaText "formula-text" Warning
    LineInTwoInputs "line-in-two-inputs" Warning
    DoubleCounting "double-counting" Warning
    PhaseChosen "phase-chosen" Note
    NotPublished "not-published" Note
    NotReported "not-reported" Note
    LineMissing "line-missing" Note
    SameFile "same-file" Warning
    ControlMismatch "control-mismatch" Error
    // Replies to requests
    NotAReply "not-a-reply" Error
    ReplyChanged "reply-changed" Error
    BadAnswer "bad-answer" Error
    CannotWriteAnswer "cannot-write-answer" Error
    ReplyDiffers "reply-differs" Warning
    ReplyOtherVersion "reply-other-version" Warning
    Requests "requests" Note
    // Victims
    VictimParts "victim-parts" Note
    VictimPartsAbove "victim-parts-above" Warning
    SeriesBreak "series-break" Note
    UnknownMeasure "unknown-measure" Error
    MeasureWithoutCounts "measure-without-counts" Warning
    // TOML
    BadToml "bad-toml" Error
    UnknownKey "unknown-key" Error
    MissingKey "missing-key" Error
    BadValue "bad-value" Error
    // Rules
    RepeatedRule "repeated-rule" Error
    UnknownDriver "unknown-driver" Error
    MissingDriver "missing-driver" Error
    ProtectedDriver "protected-driver" Error
    TwoCurrencies "two-currencies" Error
    UnknownService "unknown-service" Error
    MissingService "missing-service" Error
    ShareOutOfRange "share-out-of-range" Error
    ZeroBase "zero-base" Error
    OverheadServesNothing "overhead-serves-nothing" Error
    OverheadCircle "overhead-circle" Error
    BadSplit "bad-split" Error
    UnusedRule "unused-rule" Warning
    ShadowedRule "shadowed-rule" Warning
    OverlappingRules "overlapping-rules" Note
    WaitingRule "waiting-rule" Note
    CarriedValue "carried-value" Note
    UnusedDriver "unused-driver" Note
}

impl Code {
    /// The code as text.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.entry().name
    }

    /// How bad it is.
    #[must_use]
    pub const fn severity(self) -> Severity {
        self.entry().severity
    }

    /// Reads a code; anything else is `None`.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}
