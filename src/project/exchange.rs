//! Exchange: one unit of a currency in units of another, by year. The rate of lev and euro is law.

use std::collections::BTreeMap;

use crate::domain::{Currency, Fraction, LEVA_PER_EURO, Money, Rate, Year};

/// The rates of a project.
#[derive(Debug, Default)]
pub struct Exchange {
    rows: Vec<Rate>,
    rates: BTreeMap<(Currency, Currency, Year), Fraction>,
}

impl Exchange {
    /// Indexes the rows; each is used as it is written, with no inverse and no third currency.
    #[must_use]
    pub fn new(rows: Vec<Rate>) -> Self {
        let rates = rows.iter().map(|row| ((row.from, row.to, row.year), Fraction::from_decimal(row.rate)));
        Self { rates: rates.collect(), rows }
    }

    /// The rows as they were read.
    pub fn rows(&self) -> impl Iterator<Item = &Rate> {
        self.rows.iter()
    }

    /// The row that a line of this currency and year is converted by; `None` where no row is.
    #[must_use]
    pub fn row(&self, from: Currency, to: Currency, year: Year) -> Option<&Rate> {
        let by_row = !Currency::have_fixed_rate(from, to);
        self.rows.iter().find(|row| by_row && row.from == from && row.to == to && row.year == year)
    }

    /// Units of `to` for one unit of `from` in a year; `None` where nobody says.
    ///
    /// Between lev and euro the rate of Regulation (EC) 1103/97 serves, unrounded: a lev is the euro divided by it,
    /// never multiplied by a rounded inverse.
    #[must_use]
    pub fn rate(&self, from: Currency, to: Currency, year: Year) -> Option<Fraction> {
        let (leva, units) = LEVA_PER_EURO;
        match (from, to) {
            _ if from == to => Some(Fraction::one()),
            (Currency::EUR, Currency::BGN) => Fraction::ratio(leva, units),
            (Currency::BGN, Currency::EUR) => Fraction::ratio(units, leva),
            _ => self.rates.get(&(from, to, year)).cloned(),
        }
    }

    /// What one minor unit of `from` is in minor units of `to`.
    #[must_use]
    pub fn minor_rate(&self, from: Currency, to: Currency, year: Year) -> Option<Fraction> {
        let rate = self.rate(from, to, year)?;
        (&rate * &Fraction::power_of_ten(to.digits())).checked_div(&Fraction::power_of_ten(from.digits()))
    }

    /// A line's amount, converted once to whole minor units. The outer `None` is a missing rate, the inner one an
    /// amount past the range of money.
    #[must_use]
    pub fn convert(&self, amount: Money, from: Currency, to: Currency, year: Year) -> Option<Option<Money>> {
        if from == to {
            return Some(Some(amount));
        }
        self.minor_rate(from, to, year).map(|rate| rate.of_money(amount))
    }
}
