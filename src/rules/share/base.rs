//! The lines that a rule decides in a year, added up, and money set over that sum. Sums over several currencies are
//! brought to the currency of the project, exactly.

use std::collections::BTreeMap;

use super::{Facts, Outcome, ShareFault};
use crate::domain::{Currency, Fraction, Interval, Money, State, Year};
use crate::message;

/// The lines that a rule decides in a year, added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    /// The sums of their published amounts, a currency each; none where all are blank.
    pub sums: BTreeMap<Currency, Money>,
    /// The currency of the first of them.
    pub currency: Currency,
    /// How many they are.
    pub lines: usize,
    /// How many of them have an amount that somebody published.
    pub published: usize,
}

/// A sum in one currency, in minor units, exact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseSum {
    /// How much.
    pub amount: Fraction,
    /// Of what.
    pub currency: Currency,
}

/// Drivers in money, set over lines.
#[derive(Debug, Clone)]
pub(super) struct OverBase {
    /// What came of it.
    pub(super) outcome: Outcome,
    /// The sum of the lines, where there is one.
    pub(super) base: Option<BaseSum>,
    /// What the product of the drivers' values is multiplied by, to give the share or the imputed amount.
    pub(super) unit: Option<Fraction>,
}

impl OverBase {
    /// The state of what came of it: `imputed`, or that of the drivers.
    pub(super) fn state(&self, of_drivers: State) -> State {
        match self.outcome {
            Outcome::Imputed(_) => State::Imputed,
            Outcome::Share(_) | Outcome::NothingToShare => of_drivers,
        }
    }
}

impl Base {
    /// Of no lines yet; `currency` is that of the first.
    #[must_use]
    pub const fn new(currency: Currency) -> Self {
        Self { sums: BTreeMap::new(), currency, lines: 0, published: 0 }
    }

    /// Adds a line: its published amount, or else the one that fills it.
    pub fn add(&mut self, published: Option<Money>, filled: Option<Money>, currency: Currency) {
        self.lines += 1;
        self.published += usize::from(published.is_some());
        if let Some(amount) = published.or(filled) {
            *self.sums.entry(currency).or_default() += amount;
        }
    }

    /// An amount, in units of a currency, over the sum of the lines. Where that is below 0 the bounds change places.
    pub(super) fn share_of(
        &self,
        amount: &Interval<Fraction>,
        currency: Currency,
        year: Year,
        facts: &dyn Facts,
    ) -> Result<OverBase, ShareFault> {
        if self.sums.is_empty() {
            return Ok(OverBase { outcome: Outcome::NothingToShare, base: None, unit: None });
        }
        let common = common(self.sums.keys().copied().chain([currency]), facts);
        let mut sum = Fraction::zero();
        for (of, money) in &self.sums {
            sum = &sum + &brought(&Fraction::from_money(*money), *of, common, year, facts)?;
        }
        let minor = brought(&Fraction::power_of_ten(currency.digits()), currency, common, year, facts)?;
        let zero = || ShareFault::ZeroBase(message!("rule-lines-add-to-zero", year = year));
        let unit = minor.checked_div(&sum).ok_or_else(zero)?;
        let outcome = Outcome::Share(amount.map(|amount| amount * &unit).ordered());
        Ok(OverBase { outcome, base: Some(BaseSum { amount: sum, currency: common }), unit: Some(unit) })
    }

    /// The currencies that it brings together: those of the sums, or else that of the lines.
    pub(super) fn currencies(&self) -> Vec<Currency> {
        if self.sums.is_empty() { vec![self.currency] } else { self.sums.keys().copied().collect() }
    }

    /// Money in units of a currency: the amount itself where a rule decides exactly one line and that is blank, else a
    /// share of the sum of its lines.
    pub(super) fn imputed_or_share_of(
        &self,
        amount: &Interval<Fraction>,
        currency: Currency,
        year: Year,
        facts: &dyn Facts,
    ) -> Result<OverBase, ShareFault> {
        if self.lines == 1 && self.published == 0 {
            self.imputed(amount, currency, year, facts)
        } else {
            self.share_of(amount, currency, year, facts)
        }
    }

    /// An amount, in units of a currency, as that of the one line, whose amount is blank.
    pub(super) fn imputed(
        &self,
        amount: &Interval<Fraction>,
        currency: Currency,
        year: Year,
        facts: &dyn Facts,
    ) -> Result<OverBase, ShareFault> {
        let unit = brought(&Fraction::power_of_ten(currency.digits()), currency, self.currency, year, facts)?;
        let outcome = Outcome::Imputed(amount.map(|amount| amount * &unit));
        Ok(OverBase { outcome, base: None, unit: Some(unit) })
    }
}

/// The one currency that all are in, or else that of the project.
pub fn common(currencies: impl Iterator<Item = Currency>, facts: &dyn Facts) -> Currency {
    let mut found: Option<Currency> = None;
    for currency in currencies {
        if found.is_some_and(|found| found != currency) {
            return facts.currency();
        }
        found = Some(currency);
    }
    found.unwrap_or_else(|| facts.currency())
}

/// An amount in minor units of one currency in those of another, exactly.
///
/// # Errors
///
/// A rate that nobody gives.
pub fn brought(
    amount: &Fraction,
    from: Currency,
    to: Currency,
    year: Year,
    facts: &dyn Facts,
) -> Result<Fraction, ShareFault> {
    let rate = facts.minor_rate(from, to, year).ok_or(ShareFault::MissingRate { from, to, year })?;
    Ok(amount * &rate)
}
