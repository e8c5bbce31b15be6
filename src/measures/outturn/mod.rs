//! Outturn: what was executed of what was approved, and the two indicators of PEFA that say how well the budget was kept.
//!
//! PI-1 is executed over approved; PI-2.1 is the sum over groups of |executed - approved x PI-1| over the sum of approved x
//! PI-1. Both are exact, over what is attributed (central) of the lines that have published amounts in both phases; the
//! others are listed with the reason.

mod pairs;
mod year;

pub use pairs::{LeftOut, WhyLeftOut};
pub use year::{GroupOutturn, YearOutturn};

use std::collections::{BTreeMap, BTreeSet};

use super::basis::{BasisFault, Factors};
use super::cost::{Cost, CostRow};
use super::figures::Figures;
use super::query::Query;
use crate::attribution::{Attribution, BothPhases, Bucket};
use crate::domain::{Currency, Fraction, Money, Year};
use crate::project::Project;
use pairs::Pairs;

/// Approved against executed.
#[derive(Debug)]
pub struct Outturn {
    /// Each year that has lines, in order.
    pub years: Vec<YearOutturn>,
    /// Lines that are in no figure, in order of the ledger.
    pub left_out: Vec<LeftOut>,
}

impl Outturn {
    /// The years as rows of a report without figures: what its sources and its basis are told from.
    #[must_use]
    pub fn without_figures(&self) -> Cost {
        let rows = self.years.iter().map(|of| CostRow {
            year: of.year,
            by: Vec::new(),
            other: None,
            figures: Figures::zero(),
            per_victim: Vec::new(),
        });
        Cost { rows: rows.collect(), total: Figures::zero(), top: None, also: Vec::new() }
    }
}

/// Which of two phases: an index into pairs of figures.
#[derive(Debug, Clone, Copy)]
enum Of {
    Approved,
    Executed,
}

/// Sums of a year and group, a currency each: approved, executed.
type Sums = BTreeMap<(Year, Vec<String>), BTreeMap<Currency, [Money; 2]>>;

/// Holds the approved lines of a project against its executed ones, by the dimensions of a query.
///
/// # Errors
///
/// A rate or a link of the chain of prices that nobody gives.
pub fn outturn(project: &Project, both: &BothPhases, query: &Query) -> Result<Outturn, BasisFault> {
    let pairs = Pairs::new(both, query);
    let mut sums = Sums::new();
    add(&both.approved, Of::Approved, query, &pairs, &mut sums);
    add(&both.executed, Of::Executed, query, &pairs, &mut sums);
    let mut factors = Factors::new(project, query.basis);
    let mut by_year: BTreeMap<Year, Vec<GroupOutturn>> = BTreeMap::new();
    for ((year, by), currencies) in sums {
        let mut group = GroupOutturn { by, approved: Fraction::zero(), executed: Fraction::zero() };
        for (currency, [approved, executed]) in currencies {
            let factor = factors.of(currency, year)?;
            group.approved = &group.approved + &(&Fraction::from_money(approved) * factor);
            group.executed = &group.executed + &(&Fraction::from_money(executed) * factor);
        }
        by_year.entry(year).or_default().push(group);
    }
    let years: BTreeSet<Year> = pairs.years().chain(by_year.keys().copied()).collect();
    let years = years.into_iter().map(|year| {
        let lines = pairs.of_year(year);
        YearOutturn::new(year, by_year.remove(&year).unwrap_or_default(), lines)
    });
    Ok(Outturn { years: years.collect(), left_out: pairs.into_left_out() })
}

/// Adds what the lines of one phase attribute.
fn add(attribution: &Attribution, of: Of, query: &Query, pairs: &Pairs<'_>, sums: &mut Sums) {
    let form = query.exploitation.as_deref();
    for entry in attribution.entries().filter(|entry| pairs.takes(entry.line) && entry.is_of_form(form)) {
        let (Bucket::Known(_), Some(amounts)) = (entry.bucket(), entry.amounts) else { continue };
        let by = query.by.iter().map(|dimension| dimension.value(&entry).to_owned()).collect();
        let sums = sums.entry((entry.key().year, by)).or_default();
        let [approved, executed] = sums.entry(entry.currency()).or_default();
        match of {
            Of::Approved => *approved += amounts.central,
            Of::Executed => *executed += amounts.central,
        }
    }
}
