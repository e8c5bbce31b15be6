//! Prices: chains of one or more indices, to restate a year in prices of another and to bring a value from its year to
//! another.

use std::collections::BTreeMap;

use arcstr::ArcStr;

use crate::domain::{Fraction, PriceChange, Year};

/// The chained indices of a project.
#[derive(Debug, Default)]
pub struct Prices {
    rows: Vec<PriceChange>,
    chains: BTreeMap<ArcStr, BTreeMap<Year, Fraction>>,
    /// The index in which years are restated; `None` where there is none, or several and none is named.
    shown: Option<ArcStr>,
}

impl Prices {
    /// Indexes the rows. Years are restated by the index that is named, or by the only one there is.
    #[must_use]
    pub fn new(rows: Vec<PriceChange>, named: Option<ArcStr>) -> Self {
        let hundred = Fraction::whole(100);
        let mut chains: BTreeMap<ArcStr, BTreeMap<Year, Fraction>> = BTreeMap::new();
        for row in &rows {
            let factor = (&hundred + &Fraction::from_decimal(row.rate)).checked_div(&hundred);
            let chain = chains.entry(row.index.clone()).or_default();
            chain.extend(factor.map(|factor| (row.year, factor)));
        }
        let only = || if chains.len() == 1 { chains.keys().next().cloned() } else { None };
        let shown = named.or_else(only);
        Self { rows, chains, shown }
    }

    /// The rows of all indices as they were read.
    pub fn all_rows(&self) -> impl Iterator<Item = &PriceChange> {
        self.rows.iter()
    }

    /// The rows of the index in which years are restated.
    pub fn rows(&self) -> impl Iterator<Item = &PriceChange> {
        self.rows.iter().filter(|row| Some(&row.index) == self.shown.as_ref())
    }

    /// The names of all indices.
    pub fn indices(&self) -> impl Iterator<Item = &str> {
        self.chains.keys().map(AsRef::as_ref)
    }

    /// The name of the index in which years are restated, such as HICP.
    #[must_use]
    pub fn index(&self) -> Option<&str> {
        self.shown.as_deref()
    }

    /// The years without a rate that the chain between two years needs, of the index in which years are restated.
    #[must_use]
    pub fn gaps(&self, from: Year, to: Year) -> Vec<Year> {
        let chain = self.shown.as_ref().and_then(|shown| self.chains.get(shown));
        links(from, to).filter(|year| chain.is_none_or(|chain| !chain.contains_key(year))).collect()
    }

    /// What one unit of money of `from` is in prices of `to`, exactly, by the index in which years are restated.
    ///
    /// # Errors
    ///
    /// The first year without a rate.
    pub fn factor(&self, from: Year, to: Year) -> Result<Fraction, Year> {
        let chain = self.shown.as_ref().and_then(|shown| self.chains.get(shown));
        chained(chain, from, to)
    }

    /// The same by the index of that name.
    ///
    /// # Errors
    ///
    /// The first year without a rate.
    pub fn factor_of(&self, index: &str, from: Year, to: Year) -> Result<Fraction, Year> {
        chained(self.chains.get(index), from, to)
    }
}

fn chained(changes: Option<&BTreeMap<Year, Fraction>>, from: Year, to: Year) -> Result<Fraction, Year> {
    let mut chain = Fraction::one();
    for year in links(from, to) {
        chain = &chain * changes.and_then(|changes| changes.get(&year)).ok_or(year)?;
    }
    if from <= to { Ok(chain) } else { Fraction::one().checked_div(&chain).ok_or(from) }
}

/// The years whose changes lie between the prices of two years.
pub fn links(from: Year, to: Year) -> impl Iterator<Item = Year> {
    let (earlier, later) = if from <= to { (from, to) } else { (to, from) };
    std::iter::successors(earlier.after(), |year| year.after()).take_while(move |year| *year <= later)
}
