//! One line: what it attributes and what it leaves add up to it, to the minor unit.

use std::sync::Arc;

use super::fill::Fill;
use super::splits::{Divided, Parts, Splitter, WorkedSplit};
use crate::diagnostics::{Code, Diagnostics};
use crate::domain::{BudgetLine, Fraction, Interval, Label, Money, State, Year};
use crate::message;
use crate::project::of_line;
use crate::rules::share::{Found, Outcome, WorkedShare};
use crate::rules::{Rule, Share};

/// What decides lines: a rule as it was worked out for a year, or that no rule does.
#[derive(Debug, Default)]
pub struct Ruling {
    /// The rule; `None` where no rule decides.
    pub rule: Option<Arc<Rule>>,
    /// How it was worked out for the year.
    pub worked: Option<Arc<WorkedShare>>,
    /// The share, where one is known.
    pub share: Option<Interval<Fraction>>,
}

/// What the engine made of one line.
#[derive(Debug)]
pub struct AttributedLine {
    /// The line.
    pub line: Arc<BudgetLine>,
    /// What decided it, which it has in common with other lines.
    pub ruling: Arc<Ruling>,
    /// How the figure is known.
    pub state: State,
    /// Its amount as its rule estimates it, where nobody published it.
    pub fill: Option<Arc<Fill>>,
    /// What is attributed, in parts; empty where nothing can be.
    pub parts: Parts,
    /// The splits that divided it.
    pub splits: Box<[Arc<WorkedSplit>]>,
    /// Whether the part of its amount that is not attributed is a remainder.
    leaves: bool,
    /// Whether it is among the lines that are asked for.
    pub is_taken: bool,
}

impl AttributedLine {
    /// Whether it has any money: an amount, or one that is attributed in its place.
    #[must_use]
    pub fn has_money(&self) -> bool {
        self.line.amount().is_some() || !self.parts.is_empty()
    }

    /// Its published amount, or else the one that its rule fills.
    #[must_use]
    pub fn amount(&self) -> Option<Money> {
        self.line.amount().or_else(|| self.fill.as_ref().map(|fill| fill.amount))
    }

    /// What is left of its published amount; `None` where there is no remainder.
    #[must_use]
    pub fn remainder(&self) -> Option<Interval<Money>> {
        let amount = self.line.amount().filter(|_| self.leaves)?;
        Some(self.attributed(None).map(|attributed| amount - *attributed))
    }

    /// The year that its share is carried from, if it is.
    #[must_use]
    pub fn carried_from(&self) -> Option<Year> {
        let carried = self.ruling.worked.as_ref()?.drivers.iter().find_map(|used| match &used.how {
            Found::Carried(used) => Some(used.row.year),
            Found::Known(_) | Found::Interpolated { .. } | Found::Indexed { .. } => None,
        });
        carried.filter(|_| self.state == State::Carried)
    }

    /// What is attributed of the line: all parts, or those of one form of exploitation.
    #[must_use]
    pub fn attributed(&self, form: Option<&str>) -> Interval<Money> {
        let parts = self.parts.iter().filter(|part| form.is_none_or(|form| &*part.exploitation == form));
        parts.fold(Interval::default(), |sum, part| sum.plus(&part.amounts))
    }
}

/// What decides lines that no rule decides: labelled ones count whole.
pub(super) struct Undecided {
    labelled: Arc<Ruling>,
    unlabelled: Arc<Ruling>,
}

impl Default for Undecided {
    fn default() -> Self {
        let share = Some(Interval::point(Fraction::one()));
        Self { labelled: Arc::new(Ruling { share, ..Ruling::default() }), unlabelled: Arc::default() }
    }
}

impl Undecided {
    /// What decides a line.
    pub(super) fn ruling(&self, line: &BudgetLine) -> &Arc<Ruling> {
        match line.key().label {
            Label::Labelled => &self.labelled,
            Label::Unlabelled => &self.unlabelled,
        }
    }
}

/// What one line attributes and what it leaves; `None` after a diagnostic.
pub(super) fn attribute_line(
    line: &Arc<BudgetLine>,
    ruling: &Arc<Ruling>,
    fill: Option<Arc<Fill>>,
    splitter: &mut Splitter<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<AttributedLine> {
    let labelled = line.key().label == Label::Labelled;
    let Ruling { rule, worked, share } = &**ruling;
    let (whole, none, mut state) = match (worked, rule) {
        (Some(worked), Some(rule)) => {
            let whole = matches!(rule.share, Share::All);
            let state = if whole && labelled { State::Direct } else { worked.state };
            (whole, matches!(rule.share, Share::None), state)
        }
        _ if labelled => (true, false, State::Direct),
        _ => (false, false, State::Unattributed),
    };
    let imputed = worked.as_ref().and_then(|worked| match &worked.outcome {
        Outcome::Imputed(amount) => Some(amount),
        Outcome::Share(_) | Outcome::NothingToShare => None,
    });
    let amount = line.amount().or_else(|| fill.as_ref().map(|fill| fill.amount));
    if amount.is_none() && imputed.is_none() && !none {
        state = if line.is_not_reported() { State::NotReported } else { State::NotEstimated };
    }
    if let Some(fill) = &fill
        && imputed.is_none()
    {
        state = state.weaker(fill.state());
    }
    let attributed = match (imputed, amount, share) {
        (Some(amount), ..) => Some(in_range(amount.try_map(Fraction::round_to_money), line, diagnostics)?),
        (None, Some(amount), _) if whole => Some(Interval::point(amount)),
        (None, Some(amount), Some(share)) => {
            let rounded = share.try_map(|share| share.of_money(amount)).map(Interval::ordered);
            Some(in_range(rounded, line, diagnostics)?)
        }
        _ => None,
    };
    let leaves = line.amount().is_some() && attributed.is_some() && !whole;
    let Divided { parts, splits } = match &attributed {
        Some(attributed) if !none => {
            splitter.split(line.key(), rule.as_deref().map(|rule| &rule.split), attributed, diagnostics)?
        }
        _ => Divided::default(),
    };
    Some(AttributedLine {
        line: Arc::clone(line),
        ruling: Arc::clone(ruling),
        state,
        fill,
        parts,
        splits: splits.into(),
        leaves,
        is_taken: true,
    })
}

fn in_range(
    amounts: Option<Interval<Money>>,
    line: &BudgetLine,
    diagnostics: &mut Diagnostics,
) -> Option<Interval<Money>> {
    if amounts.is_none() {
        let message = message!("rule-out-of-range", line = line.key().describe());
        diagnostics.push(of_line(line, Code::AmountRange, message, message!("rule-check-drivers-and-amount")));
    }
    amounts
}
