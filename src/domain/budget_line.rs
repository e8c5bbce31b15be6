//! The budget line: all money rows alike in every column but amount and note.

use std::cmp::Ordering;
use std::hash::Hash;
use std::sync::Arc;

use super::text::by_text;
use super::{Currency, Financing, FirstRows, Label, Money, Origin, Phase, Year};

/// What makes two rows one line. Its order is the order of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LineKey {
    /// Budget year.
    pub year: Year,
    /// Who spends: a code such as `MoI`.
    pub agency: Arc<str>,
    /// Who pays.
    pub funder: Arc<str>,
    /// `external` for rows of the external file.
    pub financing: Financing,
    /// Named in accounts as anti-trafficking, or embedded in a wider line.
    pub label: Label,
    /// Name of the budget line.
    pub line: Arc<str>,
    /// COFOG code, or blank.
    pub function: Arc<str>,
    /// Programme area, or blank.
    pub area: Arc<str>,
    /// Approved or executed.
    pub phase: Phase,
    /// The currency it was published in.
    pub currency: Currency,
    /// An id in the sources, or blank.
    pub source: Arc<str>,
    /// The values of the project's own dimensions, in the order of the manifest; blank where a row says none.
    pub own: Arc<[Arc<str>]>,
}

impl LineKey {
    /// What two phases of one line have in common.
    #[must_use]
    pub fn without_phase(&self) -> impl Ord + Hash + '_ {
        (
            (self.year, &self.agency, &self.funder, self.financing, self.label),
            (&self.line, &self.function, &self.area, self.currency, &self.own),
        )
    }

    /// How a message names the line.
    #[must_use]
    pub fn describe(&self) -> String {
        format!("{} {} \"{}\"", self.year, self.agency, self.line)
    }
}

impl PartialOrd for LineKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for LineKey {
    /// By one part after the other, as they stand.
    fn cmp(&self, other: &Self) -> Ordering {
        let Self { year, agency, funder, financing, label, line, function, area, phase, currency, source, own } = self;
        let part = year.cmp(&other.year);
        let part = part.then_with(|| by_text(agency, &other.agency)).then_with(|| by_text(funder, &other.funder));
        let part = part.then_with(|| financing.cmp(&other.financing)).then_with(|| label.cmp(&other.label));
        let part = part.then_with(|| by_text(line, &other.line)).then_with(|| by_text(function, &other.function));
        let part = part.then_with(|| by_text(area, &other.area)).then_with(|| phase.cmp(&other.phase));
        let part = part.then_with(|| currency.cmp(&other.currency)).then_with(|| by_text(source, &other.source));
        part.then_with(|| own.cmp(&other.own))
    }
}

/// Which row of a line is the first that names no currency, so that the project's is assumed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Assumed {
    /// Every row names one.
    #[default]
    Nowhere,
    /// The first of all its rows.
    AtFirst,
    /// Another.
    At(Box<Origin>),
}

/// Money rows reduced to one line, amounts in the line's own currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetLine {
    /// What makes it one line.
    pub key: LineKey,
    /// The sum of its published amounts; `None` where every amount is blank.
    pub amount: Option<Money>,
    /// How many rows it has, blank ones included.
    pub rows: u64,
    /// How many of them have a blank amount.
    pub blank_rows: u64,
    /// The first of those.
    pub first_blank: Option<Box<Origin>>,
    /// Whether a row names no currency, so that the project's was assumed.
    pub assumed: Assumed,
    /// The first few of its rows; beyond them only their number is kept.
    pub origins: FirstRows,
    /// The words of the inputs that have rows of it, in order: two inputs that share a line are told.
    pub inputs: Arc<[&'static str]>,
    /// A note of its rows: of those that are not blank the first by letter, so that the order of rows says nothing.
    pub note: Arc<str>,
}

impl BudgetLine {
    /// What makes it one line.
    #[must_use]
    pub fn key(&self) -> &LineKey {
        &self.key
    }

    /// Its amount in its own currency; `None` where it is not published.
    #[must_use]
    pub fn amount(&self) -> Option<Money> {
        self.amount
    }

    /// The first of its rows that names no currency, so that the project's was assumed.
    #[must_use]
    pub fn currency_assumed(&self) -> Option<&Origin> {
        match &self.assumed {
            Assumed::Nowhere => None,
            Assumed::AtFirst => self.origins.first(),
            Assumed::At(row) => Some(row),
        }
    }

    /// An amount of its currency as plain text.
    #[must_use]
    pub fn plain(&self, amount: Money) -> String {
        amount.to_plain(self.key.currency.digits())
    }

    /// Whether it was expected and has no row.
    #[must_use]
    pub fn is_not_reported(&self) -> bool {
        self.rows == 0
    }

    /// Its place in the ledger: phase and currency of a line that is not reported are blank, and stand before any other.
    pub fn order(&self) -> impl Ord + '_ {
        let key = &self.key;
        let name = (key.year, &key.agency, &key.funder, key.financing, key.label, &key.line, &key.function, &key.area);
        (name, !self.is_not_reported(), key.phase, key.currency, &key.source, &key.own)
    }
}
