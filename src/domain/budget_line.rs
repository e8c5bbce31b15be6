//! The budget line: all money rows alike in every column but amount and note.

use std::cmp::Ordering;
use std::hash::Hash;

use arcstr::ArcStr;

use super::text::by_text;
use super::{Currency, Financing, Label, LineRows, Money, OwnValues, Phase, Year};

/// What makes two rows one line. Its order is the order of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LineKey {
    /// Budget year.
    pub year: Year,
    /// Who spends: a code such as `MoI`.
    pub agency: ArcStr,
    /// Who pays.
    pub funder: ArcStr,
    /// `external` for rows of the external file.
    pub financing: Financing,
    /// Named in accounts as anti-trafficking, or embedded in a wider line.
    pub label: Label,
    /// Name of the budget line.
    pub line: ArcStr,
    /// COFOG code, or blank.
    pub function: ArcStr,
    /// Programme area, or blank.
    pub area: ArcStr,
    /// Approved or executed.
    pub phase: Phase,
    /// The currency it was published in.
    pub currency: Currency,
    /// An id in the sources, or blank.
    pub source: ArcStr,
    /// The values of the project's own dimensions, in the order of the manifest; blank where a row says none.
    pub own: OwnValues,
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

/// Money rows reduced to one line, amounts in the line's own currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetLine {
    key: LineKey,
    rows: LineRows,
}

// There may be a million of them, each with two counts of who holds it.
const _: () = assert!(size_of::<BudgetLine>() + 2 * size_of::<usize>() <= 160);

impl BudgetLine {
    /// The line of these rows.
    #[must_use]
    pub fn new(key: LineKey, rows: LineRows) -> Self {
        Self { key, rows }
    }

    /// What makes it one line.
    #[must_use]
    pub fn key(&self) -> &LineKey {
        &self.key
    }

    /// What its rows say together.
    #[must_use]
    pub fn rows(&self) -> &LineRows {
        &self.rows
    }

    /// Its amount in its own currency; `None` where it is not published.
    #[must_use]
    pub fn amount(&self) -> Option<Money> {
        self.rows.amount()
    }

    /// An amount of its currency as plain text.
    #[must_use]
    pub fn plain(&self, amount: Money) -> String {
        amount.to_plain(self.key.currency.digits())
    }

    /// Whether it was expected and has no row.
    #[must_use]
    pub fn is_not_reported(&self) -> bool {
        self.rows.count() == 0
    }

    /// Its place in the ledger: phase and currency of a line that is not reported are blank, and stand before any other.
    pub fn order(&self) -> impl Ord + '_ {
        let key = &self.key;
        let name = (key.year, &key.agency, &key.funder, key.financing, key.label, &key.line, &key.function, &key.area);
        (name, !self.is_not_reported(), key.phase, key.currency, &key.source, &key.own)
    }
}
