//! The ledger: one record for each part of each budget line, as a Polars frame.
//!
//! Money is carried as whole minor units in 128-bit integers. The frame has the columns of the contract under their
//! names, in their order, and after them what measures group by.

use polars::prelude::{Column, DataFrame, IntoColumn, NamedFrom, PolarsError, Series};

use super::engine::{AttributedLine, Attribution};
use crate::domain::{Currency, Financing, Interval, Label, Money, Part, PhaseChoice, State, Year};
use crate::project::Project;

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
    /// Of a line whose amount nobody published.
    NotEstimated,
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
            (Part::NotEstimated, ..) => Self::NotEstimated,
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
struct Record {
    area: String,
    exploitation: String,
    part: Part,
    amounts: Option<Interval<Money>>,
}

impl Ledger {
    /// Writes the records of an attribution.
    pub fn new(project: &Project, attribution: &Attribution) -> Result<Self, LedgerError> {
        let mut columns = Columns::default();
        for attributed in &attribution.lines {
            for record in records(project, attributed) {
                columns.push(project, attributed, record);
            }
        }
        Ok(Self { frame: columns.into_frame()?, currency: project.currency, phase: attribution.phase })
    }

    /// The records of the years that `wanted` says.
    pub fn of_years(&self, wanted: impl Fn(Year) -> bool) -> Result<Self, LedgerError> {
        let years = self.frame.column("year")?.str()?;
        let mask: polars::prelude::BooleanChunked =
            years.iter().map(|year| year.and_then(Year::parse).is_some_and(&wanted)).collect();
        Ok(Self { frame: self.frame.filter(&mask)?, ..*self })
    }
}

/// The records of one line, in order: attributed parts in the order of the rule, then the remainder.
fn records(project: &Project, attributed: &AttributedLine) -> Vec<Record> {
    let Some(line) = project.lines.get(attributed.line) else { return Vec::new() };
    let own = |part: Part, amounts: Option<Interval<Money>>| Record {
        area: line.key().area.to_string(),
        exploitation: String::new(),
        part,
        amounts,
    };
    match attributed.state {
        State::Unattributed => vec![own(Part::Unattributed, line.amount.map(Interval::point))],
        State::NotEstimated => vec![own(Part::NotEstimated, None)],
        State::Excluded => vec![own(Part::Remainder, attributed.remainder)],
        _ => {
            let parts = attributed.parts.iter().map(|part| Record {
                area: part.area.to_string(),
                exploitation: part.exploitation.to_string(),
                part: Part::Attributed,
                amounts: Some(part.amounts),
            });
            let remainder = attributed.remainder.map(|amounts| own(Part::Remainder, Some(amounts)));
            parts.chain(remainder).collect()
        }
    }
}

/// The columns of the frame as they fill.
#[derive(Default)]
struct Columns {
    text: [Vec<String>; 17],
    rows: Vec<u64>,
    money: [Vec<Option<i128>>; 4],
    share_numerator: Vec<Option<String>>,
    share_denominator: Vec<Option<String>>,
    bucket: Vec<u32>,
}

/// The names of the text columns, in the order in which [`Columns::push`] fills them.
const TEXT: [&str; 17] = [
    "year",
    "agency",
    "funder",
    "financing",
    "label",
    "line",
    "function",
    "phase",
    "line_currency",
    "currency",
    "area",
    "exploitation",
    "part",
    "state",
    "rule",
    "source",
    "line_area",
];

/// The names of the money columns, in the order in which [`Columns::push`] fills them.
const MONEY: [&str; 4] = ["line_amount", "low", "central", "high"];

impl Columns {
    fn push(&mut self, project: &Project, attributed: &AttributedLine, record: Record) {
        let Some(line) = project.lines.get(attributed.line) else { return };
        let key = line.key();
        let rule = attributed.rule.and_then(|rule| project.rules.rules.get(rule));
        let text = [
            key.year.to_string(),
            key.agency.to_string(),
            key.funder.to_string(),
            key.financing.to_string(),
            key.label.to_string(),
            key.line.to_string(),
            key.function.to_string(),
            key.phase.to_string(),
            key.currency.to_string(),
            project.currency.to_string(),
            record.area,
            record.exploitation,
            record.part.to_string(),
            attributed.state.to_string(),
            rule.map(|rule| rule.id.to_string()).unwrap_or_default(),
            key.source.to_string(),
            key.area.to_string(),
        ];
        for (column, text) in self.text.iter_mut().zip(text) {
            column.push(text);
        }
        self.rows.push(line.published.rows);
        let minor = |pick: fn(&Interval<Money>) -> Money| record.amounts.as_ref().map(|a| pick(a).minor_units());
        let money = [
            line.amount.map(Money::minor_units),
            minor(|amounts| amounts.low),
            minor(|amounts| amounts.central),
            minor(|amounts| amounts.high),
        ];
        for (column, money) in self.money.iter_mut().zip(money) {
            column.push(money);
        }
        self.share_numerator.push(attributed.share.as_ref().map(|share| share.central.numerator().to_string()));
        self.share_denominator.push(attributed.share.as_ref().map(|share| share.central.denominator().to_string()));
        self.bucket.push(Bucket::of(record.part, key.label, key.financing).number());
    }

    fn into_frame(self) -> Result<DataFrame, LedgerError> {
        let mut columns: Vec<Column> = Vec::new();
        for (name, values) in TEXT.iter().zip(self.text) {
            columns.push(Series::new((*name).into(), values).into_column());
        }
        columns.push(Series::new("rows".into(), self.rows).into_column());
        for (name, values) in MONEY.iter().zip(self.money) {
            columns.push(Series::new((*name).into(), values).into_column());
        }
        columns.push(Series::new("share_numerator".into(), self.share_numerator).into_column());
        columns.push(Series::new("share_denominator".into(), self.share_denominator).into_column());
        columns.push(Series::new(BUCKET.into(), self.bucket).into_column());
        let frame = DataFrame::new_infer_height(columns)?;
        let order = LEDGER_COLUMNS.iter().copied().chain(["line_area", BUCKET]);
        Ok(frame.select(order)?)
    }
}
