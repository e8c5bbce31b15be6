//! The ledger: one record for each part of each budget line, as a Polars frame.
//!
//! Money is carried as whole minor units in 128-bit integers. The frame has the columns of the contract under their
//! names, in their order, and after them what measures group by.

use std::borrow::Cow;

use num_bigint::BigInt;
use polars::prelude::{
    BooleanChunked, DataFrame, IntoColumn, NamedFrom, NewChunkedArray, PolarsError, Series, StringChunked,
};

use super::engine::{AttributedLine, Attribution};
use crate::domain::{Currency, Financing, Fraction, Interval, Label, Money, Part, PhaseChoice, State, Year};
use crate::project::{Line, Project};

/// The ledger's columns, in the order of the contract.
pub const LEDGER_COLUMNS: [&str; 23] = [
    "year",
    "agency",
    "funder",
    "financing",
    "label",
    "line",
    "function",
    "phase",
    "line_currency",
    "rows",
    "currency",
    "line_amount",
    "area",
    "exploitation",
    "part",
    "state",
    "rule",
    "share_numerator",
    "share_denominator",
    "low",
    "central",
    "high",
    "source",
];

/// The column that says in which sum of a report a record is counted.
pub const BUCKET: &str = "bucket";

/// In which sum of a report a record is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bucket {
    /// Attributed, labelled, state financing.
    LabelledState,
    /// Attributed, labelled, external financing.
    LabelledExternal,
    /// Attributed, unlabelled.
    Unlabelled,
    /// Of a line that no rule decides.
    Unattributed,
    /// Of a labelled line of state financing whose amount nobody published.
    UnknownState,
    /// Of a labelled line of external financing whose amount nobody published.
    UnknownExternal,
    /// Of an unlabelled line whose amount nobody published.
    UnknownUnlabelled,
    /// What is left of a line: in no sum.
    Left,
}

impl Bucket {
    /// The bucket of a record.
    #[must_use]
    pub fn of(part: Part, label: Label, financing: Financing) -> Self {
        match (part, label, financing) {
            (Part::Attributed, Label::Labelled, Financing::State) => Self::LabelledState,
            (Part::Attributed, Label::Labelled, Financing::External) => Self::LabelledExternal,
            (Part::Attributed, Label::Unlabelled, _) => Self::Unlabelled,
            (Part::Unattributed, ..) => Self::Unattributed,
            (Part::NotEstimated, Label::Labelled, Financing::State) => Self::UnknownState,
            (Part::NotEstimated, Label::Labelled, Financing::External) => Self::UnknownExternal,
            (Part::NotEstimated, Label::Unlabelled, _) => Self::UnknownUnlabelled,
            (Part::Remainder, ..) => Self::Left,
        }
    }

    /// As it stands in the frame.
    #[must_use]
    pub const fn number(self) -> u32 {
        self as u32
    }
}

/// The ledger of a project and phase.
#[derive(Debug, Clone)]
pub struct Ledger {
    /// The records.
    pub frame: DataFrame,
    /// The currency of all amounts.
    pub currency: Currency,
    /// Which phase was selected.
    pub phase: PhaseChoice,
}

/// The frame could not be made or read. That is a fault of the program, never of the data.
#[derive(Debug, thiserror::Error)]
#[error("the ledger frame failed: {0}")]
pub struct LedgerError(#[from] PolarsError);

/// One record before it is a row of the frame.
struct Record<'r> {
    project: &'r Project,
    attributed: &'r AttributedLine,
    line: &'r Line,
    area: &'r str,
    exploitation: &'r str,
    part: Part,
    amounts: Option<Interval<Money>>,
}

impl Ledger {
    /// Writes the records of an attribution.
    ///
    /// # Errors
    ///
    /// Where Polars refuses the columns, which is a fault of the program.
    pub fn new(project: &Project, attribution: &Attribution) -> Result<Self, LedgerError> {
        let records: Vec<Record<'_>> =
            attribution.lines.iter().flat_map(|attributed| records(project, attributed)).collect();
        Ok(Self { frame: frame(project, &records)?, currency: project.currency, phase: attribution.phase })
    }

    /// The records of the years that `wanted` says.
    ///
    /// # Errors
    ///
    /// Where Polars refuses to filter, which is a fault of the program.
    pub fn of_years(&self, wanted: impl Fn(Year) -> bool) -> Result<Self, LedgerError> {
        let years = self.frame.column("year")?.str()?;
        let mask: BooleanChunked = years.iter().map(|year| year.and_then(Year::parse).is_some_and(&wanted)).collect();
        Ok(Self { frame: self.frame.filter(&mask)?, ..*self })
    }
}

/// The records of one line, in order: attributed parts in the order of the rule, then the remainder.
fn records<'r>(project: &'r Project, attributed: &'r AttributedLine) -> Vec<Record<'r>> {
    let Some(line) = project.lines.get(attributed.line) else { return Vec::new() };
    let own = |part: Part, amounts: Option<Interval<Money>>| Record {
        project,
        attributed,
        line,
        area: &line.key().area,
        exploitation: "",
        part,
        amounts,
    };
    match attributed.state {
        State::Unattributed => vec![own(Part::Unattributed, line.amount.map(Interval::point))],
        State::NotEstimated => vec![own(Part::NotEstimated, None)],
        State::Excluded => vec![own(Part::Remainder, attributed.remainder)],
        _ => {
            let parts = attributed.parts.iter().map(|part| Record {
                area: &part.area,
                exploitation: &part.exploitation,
                ..own(Part::Attributed, Some(part.amounts))
            });
            let remainder = attributed.remainder.map(|amounts| own(Part::Remainder, Some(amounts)));
            parts.chain(remainder).collect()
        }
    }
}

impl Record<'_> {
    fn rule(&self) -> &str {
        let rule = self.attributed.decided_by(self.project);
        rule.map(|rule| rule.id.as_ref()).unwrap_or_default()
    }

    /// The numerator or denominator of the central share; blank where no share is known.
    fn share(&self, pick: fn(&Fraction) -> &BigInt) -> Cow<'_, str> {
        let share = self.attributed.share.as_ref().map(|share| pick(&share.central).to_string());
        share.map_or(Cow::Borrowed(""), Cow::Owned)
    }
}

/// The columns of the contract in its order, then what measures group by.
fn frame(project: &Project, records: &[Record<'_>]) -> Result<DataFrame, LedgerError> {
    type Words = for<'r> fn(&'r Record<'_>) -> Cow<'r, str>;
    let text = |name: &str, words: Words| {
        StringChunked::from_iter_values(name.into(), records.iter().map(words)).into_column()
    };
    let money = |name: &str, amount: fn(&Record<'_>) -> Option<Money>| {
        let units: Vec<Option<i128>> = records.iter().map(|record| amount(record).map(Money::minor_units)).collect();
        Series::new(name.into(), units).into_column()
    };
    let rows: Vec<u64> = records.iter().map(|record| record.line.published.rows).collect();
    let currency: Vec<&str> = records.iter().map(|_| project.currency.code()).collect();
    let buckets = records.iter().map(|record| {
        let key = record.line.key();
        Bucket::of(record.part, key.label, key.financing).number()
    });
    let buckets: Vec<u32> = buckets.collect();
    let columns = vec![
        text("year", |record| record.line.key().year.to_string().into()),
        text("agency", |record| (&*record.line.key().agency).into()),
        text("funder", |record| (&*record.line.key().funder).into()),
        text("financing", |record| record.line.key().financing.word().into()),
        text("label", |record| record.line.key().label.word().into()),
        text("line", |record| (&*record.line.key().line).into()),
        text("function", |record| (&*record.line.key().function).into()),
        text("phase", |record| record.line.key().phase.word().into()),
        text("line_currency", |record| record.line.key().currency.code().into()),
        Series::new("rows".into(), rows).into_column(),
        Series::new("currency".into(), currency).into_column(),
        money("line_amount", |record| record.line.amount),
        text("area", |record| record.area.into()),
        text("exploitation", |record| record.exploitation.into()),
        text("part", |record| record.part.word().into()),
        text("state", |record| record.attributed.state.word().into()),
        text("rule", |record| record.rule().into()),
        text("share_numerator", |record| record.share(Fraction::numerator)),
        text("share_denominator", |record| record.share(Fraction::denominator)),
        money("low", |record| record.amounts.map(|amounts| amounts.low)),
        money("central", |record| record.amounts.map(|amounts| amounts.central)),
        money("high", |record| record.amounts.map(|amounts| amounts.high)),
        text("source", |record| (&*record.line.key().source).into()),
        Series::new(BUCKET.into(), buckets).into_column(),
    ];
    Ok(DataFrame::new_infer_height(columns)?)
}
