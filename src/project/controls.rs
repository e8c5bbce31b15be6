//! Published totals: what the lines that a control is about add up to, in the control's currency.

use super::Project;
use crate::domain::{BudgetLine, Control, Currency, Fraction, LineKey, Money, Year};

/// Why lines cannot be brought to a control's currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ControlFault {
    /// Nobody gives the rate of a year.
    #[error("no rate from {from} to {to} for {year}")]
    Rate {
        /// The currency of a line.
        from: Currency,
        /// The control's.
        to: Currency,
        /// The line's year.
        year: Year,
    },
    /// The sum is past the range of money.
    #[error("the sum is out of range")]
    Range,
}

/// Whether a line belongs to a control: a blank cell of the control matches all.
#[must_use]
pub fn is_about(control: &Control, key: &LineKey) -> bool {
    control.year.is_none_or(|year| year == key.year)
        && control.agency.as_ref().is_none_or(|agency| *agency == key.agency)
        && control.financing.is_none_or(|financing| financing == key.financing)
        && control.label.is_none_or(|label| label == key.label)
        && control.line.as_ref().is_none_or(|line| *line == key.line)
}

impl Project {
    /// The sum of the lines that a control is about, each at the rate of its own year, blank amounts as 0, rounded once.
    ///
    /// # Errors
    ///
    /// A rate that lacks, or a sum past the range of money.
    pub fn sum_for<'l>(
        &self,
        control: &Control,
        lines: impl Iterator<Item = &'l BudgetLine>,
    ) -> Result<Money, ControlFault> {
        let mut sum = Fraction::zero();
        for line in lines.filter(|line| is_about(control, line.key())) {
            let (from, to, year) = (line.key().currency, control.currency, line.key().year);
            let rate = self.exchange.minor_rate(from, to, year).ok_or(ControlFault::Rate { from, to, year })?;
            if let Some(amount) = line.amount() {
                sum = &sum + &(&Fraction::from_money(amount) * &rate);
            }
        }
        sum.round_to_money().ok_or(ControlFault::Range)
    }
}
