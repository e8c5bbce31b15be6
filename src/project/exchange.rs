//! Exchange: one unit of a currency in units of another, by year. The rate of lev and euro is law.

use std::collections::BTreeMap;

use crate::domain::{Currency, Fraction, Money, Rate, Year};

/// The rates of a project.
#[derive(Debug, Default)]
pub struct Exchange {
    rows: Vec<Rate>,
    rates: BTreeMap<(Currency, Currency, Year), Fraction>,
}

impl Exchange {
    /// Indexes the rows; each is used as it is written, with no inverse. A row between lev and euro is not used: their
    /// rate is law.
    #[must_use]
    pub fn new(rows: Vec<Rate>) -> Self {
        let used = rows.iter().filter(|row| !Currency::have_fixed_rate(row.from, row.to));
        let rates = used.map(|row| ((row.from, row.to, row.year), Fraction::from_decimal(row.rate)));
        Self { rates: rates.collect(), rows }
    }

    /// The rows as they were read.
    pub fn rows(&self) -> impl Iterator<Item = &Rate> {
        self.rows.iter()
    }

    /// The row by which one currency becomes another in a year; `None` where no row is, since the rate is law or nobody
    /// gives one.
    #[must_use]
    pub fn row(&self, from: Currency, to: Currency, year: Year) -> Option<&Rate> {
        let (from, to) = self.through(from, to, year)?;
        self.rows.iter().find(|row| row.from == from && row.to == to && row.year == year)
    }

    /// Units of `to` for one unit of `from` in a year; `None` where nobody says.
    ///
    /// Between lev and euro the rate of Regulation (EC) 1103/97 serves, unrounded: a lev is the euro divided by it,
    /// never multiplied by a rounded inverse. Where two currencies have no row, a row to or from one of the two and the
    /// rate that is law serve together.
    #[must_use]
    pub fn rate(&self, from: Currency, to: Currency, year: Year) -> Option<Fraction> {
        if let Some(rate) = Currency::fixed_rate(from, to) {
            return Some(rate);
        }
        let (row_from, row_to) = self.through(from, to, year)?;
        let of_row = self.rates.get(&(row_from, row_to, year))?;
        Some(&(&Currency::fixed_rate(from, row_from)? * of_row) * &Currency::fixed_rate(row_to, to)?)
    }

    /// The pair of currencies whose row serves two: their own, or one with the lev and the euro exchanged for each other.
    fn through(&self, from: Currency, to: Currency, year: Year) -> Option<(Currency, Currency)> {
        if from == to || Currency::have_fixed_rate(from, to) {
            return None;
        }
        let same = |currency: Currency| std::iter::once(currency).chain(other_of_law(currency));
        let pairs = same(from).flat_map(|from| same(to).map(move |to| (from, to)));
        pairs.into_iter().find(|(from, to)| self.rates.contains_key(&(*from, *to, year)))
    }

    /// What one minor unit of `from` is in minor units of `to`.
    #[must_use]
    pub fn minor_rate(&self, from: Currency, to: Currency, year: Year) -> Option<Fraction> {
        let rate = self.rate(from, to, year)?;
        (&rate * &Fraction::power_of_ten(to.digits())).checked_div(&Fraction::power_of_ten(from.digits()))
    }

    /// An amount of one currency in minor units of another, exactly; `None` where nobody gives a rate.
    #[must_use]
    pub fn exact(&self, amount: Money, from: Currency, to: Currency, year: Year) -> Option<Fraction> {
        self.minor_rate(from, to, year).map(|rate| &Fraction::from_money(amount) * &rate)
    }
}

/// The currency to which a rate is law.
fn other_of_law(currency: Currency) -> Option<Currency> {
    match currency {
        Currency::BGN => Some(Currency::EUR),
        Currency::EUR => Some(Currency::BGN),
        _ => None,
    }
}
