//! `{ numerator = D, denominator = D, weight = W, missing = "error" }`: the ratio of two drivers of a year, where a case
//! above the line may cost more than another one below it.

use arcstr::ArcStr;

use super::found::{Role, Wanted, all_known, find, weakest};
use super::missing::Missing;
use super::weight::CaseWeight;
use super::{Facts, Outcome, Share, ShareFault, TableForm, WorkedShare};
use crate::diagnostics::Diagnostics;
use crate::document::Table;
use crate::domain::{Fraction, Interval, State, Year};
use crate::language::Message;
use crate::message;

pub(crate) const FORM: TableForm = TableForm {
    keys: &["numerator", "denominator", "weight", "missing"],
    example: "{ numerator = \"thb_proceedings\", denominator = \"organised_crime_proceedings\", missing = \"error\" }",
    read: |table, diagnostics| Ratio::read(table, diagnostics).map(Share::Ratio),
};

/// The ratio of two drivers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ratio {
    /// The driver above the line.
    pub numerator: ArcStr,
    /// The driver below the line.
    pub denominator: ArcStr,
    /// How many other cases one of the numerator costs; `None` where all cost alike.
    pub weight: Option<CaseWeight>,
    /// What happens in a year in which one of them is not known.
    pub missing: Missing,
}

impl Ratio {
    pub(super) fn read(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Self> {
        let mut driver = |key: &str| table.need(key, FORM.example, diagnostics)?.text(diagnostics);
        let (numerator, denominator) = (driver("numerator"), driver("denominator"));
        let weight = match table.get("weight") {
            None => Some(None),
            Some(value) => CaseWeight::read(&value, diagnostics).map(Some),
        };
        let missing = Missing::read(table, diagnostics);
        Some(Self {
            numerator: numerator?.into(),
            denominator: denominator?.into(),
            weight: weight?,
            missing: missing?,
        })
    }

    /// The drivers that it uses.
    pub(super) fn drivers(&self) -> Vec<&ArcStr> {
        let weight = self.weight.iter().filter_map(CaseWeight::driver);
        [&self.numerator, &self.denominator].into_iter().chain(weight).collect()
    }

    fn wanted(&self, money: bool) -> Vec<Wanted<'_>> {
        let mut wanted = vec![
            Wanted { role: Role::Numerator, driver: &self.numerator, money },
            Wanted { role: Role::Denominator, driver: &self.denominator, money },
        ];
        let weight = self.weight.as_ref().and_then(CaseWeight::driver);
        wanted.extend(weight.map(|driver| Wanted { role: Role::Weight, driver, money: false }));
        wanted
    }

    pub(super) fn applies_in(&self, year: Year, facts: &dyn Facts) -> bool {
        self.missing != Missing::Skip || all_known(&self.wanted(false), year, facts)
    }

    pub(super) fn work_out(&self, year: Year, facts: &dyn Facts) -> Result<WorkedShare, ShareFault> {
        let money = self.is_money(facts)?;
        let drivers = find(&self.wanted(money), &self.missing, year, &[], facts)?.drivers;
        let mut state = weakest(&drivers);
        let mut values = drivers.iter().map(|used| &used.value);
        let (Some(n), Some(d)) = (values.next(), values.next()) else {
            return Err(ShareFault::MissingDriver(self.numerator.clone()));
        };
        let zero = || ShareFault::ZeroBase(message!("rule-driver-is-zero", driver = &self.denominator, year = year));
        let share = match &self.weight {
            None => Interval {
                low: n.low.checked_div(&d.high).ok_or_else(zero)?,
                central: n.central.checked_div(&d.central).ok_or_else(zero)?,
                high: n.high.checked_div(&d.low).ok_or_else(zero)?,
            },
            Some(weight) => {
                let weights = match (weight, values.next()) {
                    (CaseWeight::Written(written), _) => {
                        state = State::Assumed;
                        written
                    }
                    (CaseWeight::Driver(_), Some(value)) => value,
                    (CaseWeight::Driver(driver), None) => return Err(ShareFault::MissingDriver(driver.clone())),
                };
                if let CaseWeight::Driver(driver) = weight
                    && (weights.low.is_zero() || weights.low.is_negative())
                {
                    return Err(ShareFault::WeightNotPositive(driver.clone()));
                }
                Interval {
                    low: weighted(&weights.low, &n.low, &d.high).ok_or_else(zero)?,
                    central: weighted(&weights.central, &n.central, &d.central).ok_or_else(zero)?,
                    high: weighted(&weights.high, &n.high, &d.low).ok_or_else(zero)?,
                }
            }
        };
        Ok(WorkedShare::of_drivers(Outcome::Share(share), state, drivers))
    }

    /// Whether both are taken as money of one currency: where the column `currency` of either says so. Two
    /// units that name two currencies without it are a fault.
    fn is_money(&self, facts: &dyn Facts) -> Result<bool, ShareFault> {
        let rows = |driver: &ArcStr| {
            let years = facts.known_years(driver);
            years.into_iter().filter_map(|year| facts.driver(driver, year)).collect::<Vec<_>>()
        };
        let (above, below) = (rows(&self.numerator), rows(&self.denominator));
        if above.iter().chain(&below).any(|row| row.currency.is_some()) {
            return Ok(true);
        }
        let unit = |rows: &[&crate::domain::DriverValue]| rows.iter().find_map(|row| row.unit_currency());
        match (unit(&above), unit(&below)) {
            (Some(above), Some(below)) if above != below => {
                Err(ShareFault::TwoCurrencies(self.numerator.clone(), self.denominator.clone()))
            }
            _ => Ok(false),
        }
    }

    pub(super) fn describe(&self) -> Message {
        let (above, below) = (&self.numerator, &self.denominator);
        match &self.weight {
            None => message!("share-ratio", numerator = above, denominator = below),
            Some(weight) => {
                message!("share-ratio-weighted", numerator = above, denominator = below, weight = weight.describe())
            }
        }
    }
}

/// `W n / (W n + (N - n))`: `n` cases of `N` that cost `W` each, where any other costs 1.
#[must_use]
pub fn weighted(weight: &Fraction, cases: &Fraction, all: &Fraction) -> Option<Fraction> {
    let cost = weight * cases;
    cost.checked_div(&(&cost + &(all - cases)))
}
