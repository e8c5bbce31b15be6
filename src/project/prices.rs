//! Prices: the chain of one index, to restate a year in prices of another.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::{Fraction, PriceChange, Year};

/// The chained index of a project.
#[derive(Debug, Default)]
pub struct Prices {
    index: Option<String>,
    file: Option<Arc<str>>,
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
            file: rows.first().map(|row| Arc::clone(&row.origin.file)),
            changes: rows.iter().filter_map(|row| Some((row.year, factor(row)?))).collect(),
        }
    }

    /// The name of the index, such as HICP.
    #[must_use]
    pub fn index(&self) -> Option<&str> {
        self.index.as_deref()
    }

    /// The file that holds it.
    #[must_use]
    pub fn file(&self) -> Option<&Arc<str>> {
        self.file.as_ref()
    }

    /// The years without a rate that the chain between two years needs.
    #[must_use]
    pub fn gaps(&self, from: Year, to: Year) -> Vec<Year> {
        let (earlier, later) = if from <= to { (from, to) } else { (to, from) };
        let links = std::iter::successors(earlier.after(), |year| year.after()).take_while(|year| *year <= later);
        links.filter(|year| !self.changes.contains_key(year)).collect()
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
