//! The catalogue of codes: one entry a code, with its severity, its one-line summary and its long text.
//!
//! A code is stable: scripts may rely on it. Every code has a case under `tests/cases/errors/`, and a test walks the
//! table to see that none is left out.

use super::Severity;

/// One entry of the catalogue.
#[derive(Debug)]
pub struct Entry {
    /// The code itself, kebab-case.
    pub name: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// One line: what it is.
    pub summary: &'static str,
    /// Why it matters and what to do.
    pub text: &'static str,
}

macro_rules! catalogue {
    ($($variant:ident $name:literal $severity:ident $summary:literal $text:literal)+) => {
        /// The code of a diagnostic.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = $summary] $variant,)+ }

        impl Code {
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its entry.
            #[must_use]
            pub const fn entry(self) -> &'static Entry {
                match self {
                    $(Self::$variant => &Entry { name: $name, severity: Severity::$severity, summary: $summary, text: $text },)+
                }
            }
        }
    };
}

catalogue! {
    // Files
    UnreadableFile "unreadable-file" Error "a file cannot be read"
        "A file that the manifest or the command line names is not there, is a folder, or may not be read. Nothing is computed, since a report without it would look complete. Correct the path in [inputs] of thb-cost.toml (paths are relative to that file), or name the file with --input NAME=PATH."
    NotUtf8 "not-utf8" Error "a file is not UTF-8 text"
        "The bytes shown are not valid UTF-8, so that names could be read wrongly. Save the file as UTF-8 (in a spreadsheet: Save as, CSV UTF-8)."
    EmptyFile "empty-file" Error "a file has no header"
        "The file is empty. Every CSV input needs a header row with the names of its columns; an input without rows still has its header. Remove the input from thb-cost.toml if it is not needed."
    NoRows "no-rows" Warning "a file has a header and no rows"
        "The file has its header and nothing below. That is allowed, and often a sign that an export went wrong."
    NoMoneyRows "no-money-rows" Error "the project has no money rows at all"
        "Neither budget, nor external, nor agencies has a row: there is nothing to report. Name at least one of them in [inputs] and give it rows."
    MissingColumn "missing-column" Error "a needed column is missing"
        "The header lacks a column that the input needs. Names of columns are lower case and exact. Add the column, or rename the one that holds it."
    DuplicateColumn "duplicate-column" Error "a column stands twice in the header"
        "Two columns have the same name, so that it is not clear which one counts. Remove or rename one of them."
    UnknownColumn "unknown-column" Warning "a column is not known and is ignored"
        "The header has a column that this input does not know. Its cells are ignored. If the name is a slip, correct it; if it is a column of your own, put it into note or leave it."
    RaggedRow "ragged-row" Error "a row has more or fewer cells than the header"
        "A cell too many or too few moves every later cell of the row into a wrong column. The usual cause is a comma inside a cell that is not quoted: write \"Budget, 2017\" in double quotes."
    BadQuote "bad-quote" Error "a quoted cell does not end, or text follows its closing quote"
        "A cell that begins with a double quote ends with the next single double quote; a double quote inside it is written twice. Where the closing one is missing, all that follows would be read as one cell."
    OversizedRow "oversized-row" Error "a row is longer than 16 MiB"
        "A single row that long is nearly always a quote that never closes. Look at the row where it starts."

    NotATable "not-a-table" Error "a file holds no table that can be read"
        "Read are CSV (also in gzip or Zstandard), XLSX and ODS. The file is something else, or a spreadsheet that is damaged or far larger than a spreadsheet is. Save its table as CSV, XLSX or ODS."
    WhichSheet "which-sheet" Error "it is not clear which sheet of a spreadsheet is meant"
        "The spreadsheet has several visible sheets, or none of the name that was asked for. Name one behind the path, as in budget.xlsx#Payments, or with sheet = \"Payments\" in a [[dialect]] of the manifest."
    UnusedDialect "unused-dialect" Warning "a dialect is about no file that is read"
        "No input has a name that the dialect's files match, so that what it pins has no effect. Correct files, or take the dialect out."

    // Cells
    ErrorCell "error-cell" Error "a cell of a spreadsheet holds an error, or a formula without a value"
        "The cell shows #REF!, #N/A or the like, or it holds a formula whose value was never stored, so that nobody can say what stands there. Mend the formula, or open the file in a spreadsheet program and save it."
    MergedCell "merged-cell" Error "a cell of a spreadsheet is part of a merged range"
        "Only the first cell of a merged range holds something; whether its other cells are blank or repeat it cannot be known, and for an amount the difference is money. Unmerge the range and fill in every cell. (Above the header, and in it, merged cells are no fault.)"
    AmbiguousNumber "ambiguous-number" Error "the amounts of a column can be read two ways"
        "Amounts such as 1.234 are one thousand or one and a bit, depending on whether the point is a decimal mark. The mark is decided once from all cells of the column; here none of them settles it, and it is not guessed. Pin it in a [[dialect]] of the manifest: decimal = \".\" or decimal = \",\"."
    MixedMarks "mixed-marks" Error "the amounts of a column have two decimal marks"
        "One cell can only be read with a decimal point, another only with a decimal comma, so that one of the two was written by another hand. Write all amounts of the file with one mark."
    TotalsRow "totals-row" Warning "a row says that it is a total, and is counted"
        "The row's label begins with Total, Общо or Всичко. If it adds up other rows of the file, its amount is counted twice. Take it out, or pin totals = \"exclude\" in a [[dialect]] of the manifest; totals = \"count\" says that it is an ordinary row."
    TotalsLeftOut "totals-left-out" Note "rows that say they are totals are left out"
        "The dialect of the file has totals = \"exclude\", so that rows whose label begins with Total, Общо or Всичко are not counted."
    MissingValue "missing-value" Error "a needed cell is blank"
        "The column needs a value in every row. Only amounts and counts may be blank: a blank amount means that the line exists and its amount is not published."
    BadYear "bad-year" Error "a year is not four digits"
        "Years are written with exactly four digits, such as 2017: no dates, no spans such as 2016/17. A budget year that is not a calendar year goes by the year in which it begins."
    BadAmount "bad-amount" Error "an amount is not a plain decimal number"
        "Amounts are digits with a point before the minor digits, such as 395118.00, and a minus in front of a correction. Exponents, groups, NaN and infinities are refused rather than guessed."
    AmountDigits "amount-digits" Error "an amount has more minor digits than its currency"
        "The lev and the euro have two minor digits; an amount with more would have to be rounded before it is counted, and thb-cost rounds only once, at the end. Correct the amount at its source."
    AmountRange "amount-range" Error "an amount is out of range"
        "Amounts have at most 15 digits before the mark, and what is worked out from them at most 27 digits of minor units. A larger one is a mistake of unit or a row read wrongly."
    BadCurrency "bad-currency" Error "a currency is not in ISO 4217"
        "Currencies are the three capital letters of ISO 4217, such as BGN or EUR."
    BadWord "bad-word" Error "a cell is none of the words allowed there"
        "The column takes one of a few words, in lower case; the message lists them. A word that is not known is refused rather than taken for the default."
    BadNumber "bad-number" Error "a number is not a plain decimal"
        "Drivers, rates and prices are plain decimals with a point, such as 114000 or 0.0763, with at most 28 digits."
    BadBounds "bad-bounds" Error "low, value and high are not in order"
        "A driver's low may not be above its value, nor its value above its high; low and high cannot stand without a value."
    BadCount "bad-count" Error "a count of victims cannot be read"
        "A count is a whole number (505), a suppressed one (<5, read as 0 to 4), a range (120-140), or blank where it is not known."
    RepeatedKey "repeated-key" Error "a key stands twice"
        "Two rows say the same thing twice: the same measure, year, exploitation and group, the same driver and year, the same index and year, the same currencies and year, or the same source id. Which of them counts would be a guess."
    BadRate "bad-rate" Error "a rate cannot be"
        "One unit of a currency is worth more than nothing in another, so that an exchange rate is above 0; one unit of `from` is `rate` units of `to`. Prices cannot fall by 100 per cent or more in a year, so that a change of prices is above -100."
    FixedRate "fixed-rate" Warning "a rate between lev and euro is ignored"
        "One euro is 1.95583 leva by law, and thb-cost always uses that rate. A row of rates for these two currencies changes nothing. Remove it."
    TwoIndexes "two-indexes" Error "prices holds more than one index"
        "Prices are chained over one index. Keep one, such as HICP, in the file."
    UnknownSource "unknown-source" Warning "a source is not in the list of sources"
        "The id is cited and does not stand in the sources file, so that a reader cannot follow the figure. Add a row for it."

    // Lines
    MissingRate "missing-rate" Error "no exchange rate for a line in another currency"
        "A line in another currency is converted once, with the rates row of exactly its year and direction. BGN and EUR need none. No inverse and no third currency is used. Add the row to rates."
    PriceChain "price-chain" Error "prices cannot be chained to the year asked for"
        "To restate a year in prices of another, the change of the index must be known for every year between them. Add the missing years to prices, or ask for another year with --prices."
    BlankBesideKnown "blank-beside-known" Warning "a line has blank amounts beside known ones"
        "Some rows of the line have an amount and some are blank. The blank ones count as nothing, so that the line may be understated."
    LineInTwoInputs "line-in-two-inputs" Warning "two inputs share a budget line"
        "Rows alike in everything but amount and note stand in two inputs and are added up as one line. If the same payment is in both, it is counted twice."
    DoubleCounting "double-counting" Warning "an external amount stands in a state line too"
        "The same funder, year and amount stand in an external line and in another line. A grant that passes through an agency's own budget is often booked in both; if so, remove one of them."
    PhaseChosen "phase-chosen" Note "approved amounts stand in for executed ones"
        "A line has no executed amount, or none that is published, and its approved amount is shown. An allocation is not spending."
    NotPublished "not-published" Note "lines whose amount nobody published"
        "The lines exist and their amounts are blank. They are shown as not estimated and never counted as zero."
    ControlMismatch "control-mismatch" Error "a published total does not hold"
        "The sum of the matching lines differs from the published total in controls. Either a row is wrong, missing or counted twice, or the control matches other lines than those the total is of."

    // Victims
    VictimParts "victim-parts" Note "counts by form of exploitation do not add to the total"
        "The counts by form of exploitation add to less than the count of all. What they leave is shown as unspecified where a split uses them."
    VictimPartsAbove "victim-parts-above" Warning "counts by form of exploitation add to more than the total"
        "The parts are more than the whole. A person counted under two forms, or a misprint. A split by these counts is refused."
    SeriesBreak "series-break" Note "a series of counts breaks"
        "The definition or the way of counting changed at this year. Counts before and after are not compared."
    UnknownMeasure "unknown-measure" Error "the project shows a measure of victims that has no rows"
        "A measure in [project] victims does not stand in the victims file at all. A year without a count is fine; a measure without any row is a slip."

    // TOML
    BadToml "bad-toml" Error "a file is not valid TOML"
        "The file cannot be read as TOML. The message names the line and what was expected there."
    UnknownKey "unknown-key" Error "a key is not known"
        "TOML files take only the keys that thb-cost knows, so that a slip never passes for a setting. The message names the nearest known key."
    MissingKey "missing-key" Error "a needed key is missing"
        "The table lacks a key that it needs. The message shows how the key looks in a good file."
    BadValue "bad-value" Error "a value cannot be used"
        "The key is known and its value is not one that it takes. The message says what was expected."

    // Rules
    RepeatedRule "repeated-rule" Error "two rules have one id"
        "A rule's id stands in every figure that it decides, so that each id is there once."
    UnknownDriver "unknown-driver" Error "a rule uses a driver that stands nowhere in drivers"
        "Whatever `missing` says, a driver must stand in the drivers file. Where its value is not known yet, give it a row with a blank value."
    MissingDriver "missing-driver" Error "a driver has no value for a year in which a rule needs it"
        "The rule decides a line in that year and its driver is not known. Add the value, or say missing = \"previous\" to carry the last known one, or missing = \"skip\" to leave the year to other rules."
    ShareOutOfRange "share-out-of-range" Error "a share is below 0 or above 1"
        "A share says how much of a line is trafficking, between none of it and all of it. Out of that range the drivers do not fit each other or the line."
    ZeroBase "zero-base" Error "a share divides by 0"
        "The driver or the sum of lines below the line of the fraction is 0, so that there is no share."
    OverheadServesNothing "overhead-serves-nothing" Error "an overhead serves no line"
        "The match of overhead_of selects no line of that year with a known amount, once the rule's own lines are left out."
    OverheadCircle "overhead-circle" Error "overheads that serve each other have no solution"
        "Overheads in a circle are solved exactly as simultaneous equations. These have no single solution: nothing outside the circle fixes the shares."
    BadSplit "bad-split" Error "a split cannot be worked out"
        "A split needs parts that add to exactly 1, or weights that are known, not below 0 and not all 0; counts of victims by form may not add to more than the total."
    UnusedRule "unused-rule" Warning "a rule matches no line"
        "No budget line of the rule's years matches. The usual cause is a slip in a name or a wildcard that is missing: line = \"*organised crime*\"."
    ShadowedRule "shadowed-rule" Warning "a rule decides nothing because earlier rules decide all its lines"
        "Every line that the rule matches is decided by a rule above it. The first rule in the file that matches decides; move the narrower rule up."
    OverlappingRules "overlapping-rules" Note "two rules match the same line"
        "The first in the file decides. That is often meant: a narrow rule above a wide one."
    WaitingRule "waiting-rule" Note "a rule waits for its drivers"
        "The rule matches lines and says missing = \"skip\", and its drivers are not known for these years. It starts to work when their values are filled in."
    CarriedValue "carried-value" Note "a share is carried from an earlier year"
        "The drivers are not known for the year; the last earlier year in which both are known serves, and the state is carried."
    UnusedDriver "unused-driver" Note "a driver is used by no rule"
        "The driver stands in drivers and no rule or split uses it. That is fine for a statistic that is kept for later."
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
