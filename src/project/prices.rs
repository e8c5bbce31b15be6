//! Prices: the chain of one index, to restate a year in prices of another.

use std::collections::BTreeMap;

use crate::domain::{Fraction, PriceChange, Year};

/// The chained index of a project.
#[derive(Debug, Default)]
pub struct Prices {
    rows: Vec<PriceChange>,
    changes: BTreeMap<Year, Fraction>,
}

impl Prices {
    /// Indexes the rows.
    #[must_use]
    pub fn new(rows: Vec<PriceChange>) -> Self {
        let hundred = Fraction::whole(100);
        let factor = |row: &PriceChange| (&hundred + &Fraction::from_decimal(row.rate)).checked_div(&hundred);
        Self { changes: rows.iter().filter_map(|row| Some((row.year, factor(row)?))).collect(), rows }
    }

    /// The rows as they were read.
    pub fn rows(&self) -> impl Iterator<Item = &PriceChange> {
        self.rows.iter()
    }

    /// The name of the index, such as HICP.
    #[must_use]
    pub fn index(&self) -> Option<&str> {
        self.rows.first().map(|row| row.index.as_ref())
    }

    /// The years without a rate that the chain between two years needs.
    #[must_use]
    pub fn gaps(&self, from: Year, to: Year) -> Vec<Year> {
        links(from, to).filter(|year| !self.changes.contains_key(year)).collect()
    }

    /// What one unit of money of `from` is in prices of `to`, exactly. The error is the first year without a rate.
    ///
    /// # Errors
    ///
    /// The first year without a rate.
    pub fn factor(&self, from: Year, to: Year) -> Result<Fraction, Year> {
        let mut chain = Fraction::one();
        for year in links(from, to) {
            chain = &chain * self.changes.get(&year).ok_or(year)?;
        }
        if from <= to { Ok(chain) } else { Fraction::one().checked_div(&chain).ok_or(from) }
    }
}

/// The years whose changes lie between the prices of two years.
pub fn links(from: Year, to: Year) -> impl Iterator<Item = Year> {
    let (earlier, later) = if from <= to { (from, to) } else { (to, from) };
    std::iter::successors(earlier.after(), |year| year.after()).take_while(move |year| *year <= later)
}
