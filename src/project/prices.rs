//! Prices: the chain of one index, to restate a year in prices of another.

use std::collections::BTreeMap;

use crate::domain::{Fraction, PriceChange, Year};

/// The chained index of a project.
#[derive(Debug, Default)]
pub struct Prices {
    index: Option<String>,
    changes: BTreeMap<Year, Fraction>,
}

impl Prices {
    /// Indexes the rows.
    #[must_use]
    pub fn new(rows: &[PriceChange]) -> Self {
        let hundred = Fraction::whole(100);
        let factor = |row: &PriceChange| (&hundred + &Fraction::from_decimal(row.rate)).checked_div(&hundred);
        Self {
            index: rows.first().map(|row| row.index.to_string()),
            changes: rows.iter().filter_map(|row| Some((row.year, factor(row)?))).collect(),
        }
    }

    /// The name of the index, such as HICP.
    #[must_use]
    pub fn index(&self) -> Option<&str> {
        self.index.as_deref()
    }

    /// What one unit of money of `from` is in prices of `to`, exactly. The error is the first year without a rate.
    pub fn factor(&self, from: Year, to: Year) -> Result<Fraction, Year> {
        let (earlier, later) = if from <= to { (from, to) } else { (to, from) };
        let mut chain = Fraction::one();
        let mut year = earlier;
        while year < later {
            year = year.after().ok_or(year)?;
            chain = &chain * self.changes.get(&year).ok_or(year)?;
        }
        if from <= to { Ok(chain) } else { Fraction::one().checked_div(&chain).ok_or(later) }
    }
}
