//! The columns of the ledger, each once: its name, what kind of thing stands in it, what it is about, and its cell on an
//! entry. CSV, JSON, schema, data package, workbook and frame walk them.

use std::borrow::Cow;

use arcstr::ArcStr;

use super::dimension::Dimension;
use super::entry::Entry;
use crate::domain::{Financing, Label, Money, Part, Phase, State, Year};

/// What kind of thing stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words as a project has them.
    Text,
    /// One of the words of a vocabulary.
    Word(&'static [&'static str]),
    /// A word of the field, or one of the project's own: programme areas and forms of exploitation.
    Name,
    /// Money in the currency of the line.
    Money,
    /// A whole number of any size.
    Count,
    /// A year.
    Year,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LedgerCell<'e> {
    /// Words; blank where there are none.
    Text(&'e str),
    /// Money, in minor units of the currency of the line; `None` where nobody knows it.
    Money(Option<Money>),
    /// A whole number; `None` where there is none.
    Count(Option<Cow<'e, str>>),
    /// A year.
    Year(Year),
}

/// A column of the ledger.
#[derive(Debug, Clone, Copy)]
pub struct LedgerColumn<'n> {
    /// Its name.
    pub name: &'n str,
    /// What stands in it.
    pub kind: ColumnKind,
    /// What it is about, for schemas.
    pub about: &'n str,
    cell: Of,
}

#[derive(Debug, Clone, Copy)]
enum Of {
    /// A value of a dimension.
    Dimension(Dimension),
    /// Anything else.
    Cell(for<'e> fn(&Entry<'e>) -> LedgerCell<'e>),
}

impl LedgerColumn<'_> {
    /// Its cell on an entry.
    #[must_use]
    pub fn cell<'e>(&self, entry: &Entry<'e>) -> LedgerCell<'e> {
        match self.cell {
            Of::Dimension(dimension) => LedgerCell::Text(dimension.value(entry)),
            Of::Cell(cell) => cell(entry),
        }
    }

    /// The dimension whose values it holds, if it is that of one.
    #[must_use]
    pub const fn dimension(&self) -> Option<Dimension> {
        match self.cell {
            Of::Dimension(dimension) => Some(dimension),
            Of::Cell(_) => None,
        }
    }
}

impl<'e> LedgerCell<'e> {
    /// As it stands in files; blank where it is not known or does not apply. `digits` are those of the line's currency.
    #[must_use]
    pub fn plain(self, digits: u32) -> Cow<'e, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Money(money) => money.map(|money| money.to_plain(digits).into()).unwrap_or_default(),
            Self::Count(count) => count.unwrap_or_default(),
            Self::Year(year) => year.to_string().into(),
        }
    }
}

/// The columns that every ledger has, in order.
pub const LEDGER: [LedgerColumn<'static>; 22] = [
    column("year", ColumnKind::Year, "Budget year.", |entry| LedgerCell::Year(entry.key().year)),
    dimension("agency", ColumnKind::Text, "Who spends.", Dimension::Agency),
    dimension("funder", ColumnKind::Text, "Who pays.", Dimension::Funder),
    dimension("financing", ColumnKind::Word(Financing::WORDS), "`state` or `external`.", Dimension::Financing),
    dimension("label", ColumnKind::Word(Label::WORDS), "`labelled` or `unlabelled`.", Dimension::Label),
    dimension("line", ColumnKind::Text, "Name of the budget line.", Dimension::Line),
    dimension("function", ColumnKind::Text, "COFOG code.", Dimension::Function),
    column("phase", ColumnKind::Word(Phase::WORDS), "`approved` or `executed`.", |entry| {
        LedgerCell::Text(reported(entry, entry.key().phase.word()))
    }),
    column(
        "currency",
        ColumnKind::Text,
        "The currency in which the line was published, and of all amounts.",
        |entry| LedgerCell::Text(reported(entry, entry.line.key().currency.code())),
    ),
    column("rows", ColumnKind::Count, "Number of money rows of the line.", |entry| {
        LedgerCell::Count(Some(entry.line.rows().count().to_string().into()))
    }),
    column("line_amount", ColumnKind::Money, "The line's amount.", |entry| LedgerCell::Money(entry.line.amount())),
    dimension("area", ColumnKind::Name, "Programme area.", Dimension::Area),
    dimension("exploitation", ColumnKind::Name, "Form of exploitation.", Dimension::Exploitation),
    column(
        "part",
        ColumnKind::Word(Part::WORDS),
        "`attributed`, `remainder`, `unattributed` or `not-estimated`.",
        |entry| LedgerCell::Text(entry.part.word()),
    ),
    dimension("state", ColumnKind::Word(State::WORDS), "How the figure is known.", Dimension::State),
    dimension("rule", ColumnKind::Text, "The rule that decided the line.", Dimension::Rule),
    column("share_numerator", ColumnKind::Count, "The central share in lowest terms, above the line.", |entry| {
        LedgerCell::Count(entry.share.map(|share| share.central.numerator().to_string().into()))
    }),
    column("share_denominator", ColumnKind::Count, "The central share in lowest terms, below the line.", |entry| {
        LedgerCell::Count(entry.share.map(|share| share.central.denominator().to_string().into()))
    }),
    column("low", ColumnKind::Money, "The amount at low.", |entry| {
        LedgerCell::Money(entry.amounts.map(|amounts| amounts.low))
    }),
    column("central", ColumnKind::Money, "The amount.", |entry| {
        LedgerCell::Money(entry.amounts.map(|amounts| amounts.central))
    }),
    column("high", ColumnKind::Money, "The amount at high.", |entry| {
        LedgerCell::Money(entry.amounts.map(|amounts| amounts.high))
    }),
    column("source", ColumnKind::Text, "An id in the sources.", |entry| LedgerCell::Text(&entry.key().source)),
];

/// What only rows say: blank on a line that was expected and has none.
fn reported<'e>(entry: &Entry<'e>, word: &'e str) -> &'e str {
    if entry.line.is_not_reported() { "" } else { word }
}

/// The columns of a project's ledger: those of every ledger, then its own dimensions.
pub fn ledger_columns(own: &[ArcStr]) -> impl Iterator<Item = LedgerColumn<'_>> {
    let own = own.iter().enumerate().map(|(position, name)| LedgerColumn {
        name,
        kind: ColumnKind::Text,
        about: "A dimension of the project.",
        cell: Of::Dimension(Dimension::Own(position)),
    });
    LEDGER.into_iter().chain(own)
}

const fn column(
    name: &'static str,
    kind: ColumnKind,
    about: &'static str,
    cell: for<'e> fn(&Entry<'e>) -> LedgerCell<'e>,
) -> LedgerColumn<'static> {
    LedgerColumn { name, kind, about, cell: Of::Cell(cell) }
}

const fn dimension(
    name: &'static str,
    kind: ColumnKind,
    about: &'static str,
    dimension: Dimension,
) -> LedgerColumn<'static> {
    LedgerColumn { name, kind, about, cell: Of::Dimension(dimension) }
}
