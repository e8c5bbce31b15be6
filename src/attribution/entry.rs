//! An entry of the ledger: one part of one budget line, typed. [`Attribution::entries`] is the one way to walk what was
//! attributed; frame, tables, page, workbook, comparison and documents all take it.

use super::attributed_line::AttributedLine;
use super::engine::Attribution;
use crate::domain::{BudgetLine, Currency, Financing, Fraction, Interval, Label, LineKey, Money, Part, State};
use crate::rules::Rule;

/// One part of one budget line.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'e> {
    /// Which line of those taken it is of, counted from 0.
    pub number: usize,
    /// The line.
    pub line: &'e BudgetLine,
    /// The rule that decided it; `None` where none did.
    pub rule: Option<&'e Rule>,
    /// How the figure is known.
    pub state: State,
    /// What it is of its line.
    pub part: Part,
    /// Programme area of the part, or else the line's own.
    pub area: &'e str,
    /// Form of exploitation; blank where nothing is attributed.
    pub exploitation: &'e str,
    /// The share of the line's rule; `None` where no rule applies or it gives none.
    pub share: Option<&'e Interval<Fraction>>,
    /// The money, in the currency of the line; `None` where nobody knows it.
    pub amounts: Option<Interval<Money>>,
}

/// In which sum of a report an entry is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bucket {
    /// Attributed.
    Known(LineKind),
    /// Left by a rule that says none of it is trafficking: a known 0.00.
    Excluded(LineKind),
    /// Of a line whose amount nobody published.
    NotEstimated,
    /// Of a line that was expected and has no row.
    NotReported,
    /// Of a line that no rule decides.
    Unattributed,
    /// What is left of a line: in no sum.
    Left,
}

/// Kinds of lines that a report adds up apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineKind {
    /// Labelled, state financing.
    LabelledState,
    /// Labelled, external financing.
    LabelledExternal,
    /// Unlabelled.
    Unlabelled,
}

impl LineKind {
    /// The kind of a line.
    #[must_use]
    pub fn of(key: &LineKey) -> Self {
        match (key.label, key.financing) {
            (Label::Labelled, Financing::State) => Self::LabelledState,
            (Label::Labelled, Financing::External) => Self::LabelledExternal,
            (Label::Unlabelled, _) => Self::Unlabelled,
        }
    }
}

impl Bucket {
    /// Every bucket.
    pub const ALL: [Self; 10] = [
        Self::Known(LineKind::LabelledState),
        Self::Known(LineKind::LabelledExternal),
        Self::Known(LineKind::Unlabelled),
        Self::Excluded(LineKind::LabelledState),
        Self::Excluded(LineKind::LabelledExternal),
        Self::Excluded(LineKind::Unlabelled),
        Self::NotEstimated,
        Self::NotReported,
        Self::Unattributed,
        Self::Left,
    ];
}

impl<'e> Entry<'e> {
    /// What makes its line one line.
    #[must_use]
    pub fn key(&self) -> &'e LineKey {
        self.line.key()
    }

    /// The currency of its amounts: the one in which the line was published.
    #[must_use]
    pub fn currency(&self) -> Currency {
        self.key().currency
    }

    /// In which sum it is counted.
    #[must_use]
    pub fn bucket(&self) -> Bucket {
        match (self.part, self.state) {
            (Part::Attributed, _) => Bucket::Known(LineKind::of(self.key())),
            (Part::Remainder, State::Excluded) => Bucket::Excluded(LineKind::of(self.key())),
            (Part::Remainder, _) => Bucket::Left,
            (Part::Unattributed, _) => Bucket::Unattributed,
            (Part::NotEstimated, State::NotReported) => Bucket::NotReported,
            (Part::NotEstimated, _) => Bucket::NotEstimated,
        }
    }

    /// Whether it is counted where one form of exploitation is shown: what is attributed to another form is not.
    #[must_use]
    pub fn is_of_form(&self, form: Option<&str>) -> bool {
        self.part != Part::Attributed || form.is_none_or(|form| form == self.exploitation)
    }
}

impl Attribution {
    /// Every entry of the lines taken, in the order of the ledger.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.taken().enumerate().flat_map(|(number, line)| line.entries(number))
    }
}

impl AttributedLine {
    /// The entries of the line, which is the one of this number: attributed parts in the order of the rule, then the
    /// remainder.
    pub fn entries(&self, number: usize) -> impl Iterator<Item = Entry<'_>> {
        let own = move |part: Part, amounts: Option<Interval<Money>>| Entry {
            number,
            line: &self.line,
            rule: self.ruling.rule.as_deref(),
            state: self.state,
            part,
            area: &self.line.key().area,
            exploitation: "",
            share: self.ruling.share.as_ref(),
            amounts,
        };
        let alone = match self.state {
            State::Unattributed => Some(own(Part::Unattributed, self.line.amount().map(Interval::point))),
            State::NotEstimated | State::NotReported => Some(own(Part::NotEstimated, None)),
            State::Excluded => Some(own(Part::Remainder, self.remainder())),
            State::Direct
            | State::Assumed
            | State::Measured
            | State::Carried
            | State::Interpolated
            | State::Indexed
            | State::Imputed
            | State::Derived => None,
        };
        let is_divided = alone.is_none();
        let parts = self.parts.iter().filter(move |_| is_divided).map(move |part| Entry {
            area: &part.area,
            exploitation: &part.exploitation,
            ..own(Part::Attributed, Some(part.amounts))
        });
        let remainder = self.remainder().filter(|_| is_divided).map(|amounts| own(Part::Remainder, Some(amounts)));
        alone.into_iter().chain(parts).chain(remainder)
    }
}
