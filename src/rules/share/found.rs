//! The drivers of a form, found for a year: as somebody published them, or estimated from other years.

use std::collections::BTreeSet;

use arcstr::ArcStr;

use super::base::common;
use super::missing::{Estimation, Missing};
use super::{Facts, ShareFault};
use crate::domain::{Currency, DriverValue, Fraction, Interval, State, Year};

/// What a driver stands for in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Above the line of a ratio.
    Numerator,
    /// Below it.
    Denominator,
    /// What a case of the numerator costs, counted in other cases.
    Weight,
    /// Money over the sum of the lines.
    Amount,
    /// How many.
    Units,
    /// What one costs.
    UnitCost,
}

impl Role {
    /// The word in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Numerator => "numerator",
            Self::Denominator => "denominator",
            Self::Weight => "weight",
            Self::Amount => "amount",
            Self::Units => "units",
            Self::UnitCost => "unit cost",
        }
    }
}

/// A driver as a form asks for it.
#[derive(Debug, Clone)]
pub(crate) struct Wanted<'r> {
    pub role: Role,
    pub driver: &'r ArcStr,
    /// Whether it is money.
    pub money: bool,
}

/// A row of a driver with its value as it serves: of money in the currency that all money of a form is brought to.
#[derive(Debug, Clone)]
pub struct UsedRow {
    /// The row.
    pub row: DriverValue,
    /// What it is converted by, at the rate of its own year; `None` where nothing is.
    pub converted: Option<Converted>,
    /// Its value, converted.
    pub value: Interval<Fraction>,
}

/// How money of a row was brought to another currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Converted {
    /// The currency of the row.
    pub from: Currency,
    /// The other one.
    pub to: Currency,
    /// Units of that for one of its own, in the year of the row.
    pub rate: Fraction,
}

/// The drivers of a form.
#[derive(Debug, Clone)]
pub(crate) struct FoundDrivers {
    pub drivers: Vec<UsedDriver>,
    /// The currency that money is in.
    pub currency: Currency,
}

/// How a value was come by.
#[derive(Debug, Clone)]
pub enum Found {
    /// Of the year itself.
    Known(UsedRow),
    /// Of an earlier year.
    Carried(UsedRow),
    /// On the straight line between two years.
    Interpolated {
        /// The nearest known year before.
        before: UsedRow,
        /// The nearest known year after.
        after: UsedRow,
    },
    /// Of an earlier year, times the chain of an index.
    Indexed {
        /// The last known earlier year.
        row: UsedRow,
        /// The index.
        index: ArcStr,
        /// Its chain from that year.
        factor: Fraction,
    },
}

/// A driver's value as it was used.
#[derive(Debug, Clone)]
pub struct UsedDriver {
    /// What it stood for in the form.
    pub role: Role,
    /// Its name.
    pub driver: ArcStr,
    /// The year that it was used for.
    pub year: Year,
    /// Its value, of money in the currency that all money of the form is brought to.
    pub value: Interval<Fraction>,
    /// How it was come by.
    pub how: Found,
}

impl UsedDriver {
    /// Its central value as its rows have it, with the currency that they name: brought to no other. `None` between rows of
    /// two currencies, where there is no such value.
    #[must_use]
    pub fn published(&self) -> Option<(Fraction, Option<Currency>)> {
        let own =
            |used: &UsedRow| Some((used.row.fractions()?.central, used.row.currency.or(used.row.unit_currency())));
        match &self.how {
            Found::Known(row) | Found::Carried(row) => own(row),
            Found::Indexed { row, factor, .. } => own(row).map(|(value, currency)| (&value * factor, currency)),
            Found::Interpolated { before, after } => {
                let ((from, currency), (to, other)) = own(before).zip(own(after))?;
                let weight = way_between(before.row.year, self.year, after.row.year);
                (currency == other).then(|| (&from + &(&(&to - &from) * &weight), currency))
            }
        }
    }
}

impl Found {
    /// The rows that it was worked out from.
    #[must_use]
    pub fn rows(&self) -> Vec<&UsedRow> {
        match self {
            Self::Known(row) | Self::Carried(row) | Self::Indexed { row, .. } => vec![row],
            Self::Interpolated { before, after } => vec![before, after],
        }
    }

    /// How well it is known.
    #[must_use]
    pub const fn state(&self) -> State {
        match self {
            Self::Known(_) => State::Measured,
            Self::Carried(_) => State::Carried,
            Self::Interpolated { .. } => State::Interpolated,
            Self::Indexed { .. } => State::Indexed,
        }
    }

    /// Brings its rows to a currency, each at the rate of its own year.
    fn bring_to(&mut self, to: Currency, facts: &dyn Facts) -> Result<(), ShareFault> {
        let rows = match self {
            Self::Known(row) | Self::Carried(row) | Self::Indexed { row, .. } => vec![row],
            Self::Interpolated { before, after } => vec![before, after],
        };
        for used in rows {
            let (from, year) = (currency_of(&used.row, facts), used.row.year);
            if from != to {
                let rate = facts.rate(from, to, year).ok_or(ShareFault::MissingRate { from, to, year })?;
                used.value = used.value.map(|value| value * &rate);
                used.converted = Some(Converted { from, to, rate });
            }
        }
        Ok(())
    }

    /// The value in `year`, which for an interpolated one lies between its rows.
    fn value(&self, year: Year) -> Interval<Fraction> {
        match self {
            Self::Known(row) | Self::Carried(row) => row.value.clone(),
            Self::Indexed { row, factor, .. } => row.value.map(|value| value * factor),
            Self::Interpolated { before, after } => {
                let weight = way_between(before.row.year, year, after.row.year);
                let between = |from: &Fraction, to: &Fraction| from + &(&(to - from) * &weight);
                Interval {
                    low: between(&before.value.low, &after.value.low),
                    central: between(&before.value.central, &after.value.central),
                    high: between(&before.value.high, &after.value.high),
                }
            }
        }
    }
}

/// How much of the way from one year to a later one lies behind a year between them.
#[must_use]
pub fn way_between(before: Year, year: Year, after: Year) -> Fraction {
    let years = |from: Year, to: Year| i32::from(to.number()) - i32::from(from.number());
    // The two years differ, since one is before `year` and one after.
    Fraction::ratio(years(before, year), years(before, after)).unwrap_or_else(Fraction::zero)
}

impl UsedDriver {
    /// The rows that it was worked out from.
    pub fn rows(&self) -> impl Iterator<Item = &DriverValue> {
        self.how.rows().into_iter().map(|used| &used.row)
    }
}

/// The weakest state of drivers.
pub(crate) fn weakest<'u>(drivers: impl IntoIterator<Item = &'u UsedDriver>) -> State {
    drivers.into_iter().fold(State::Measured, |state, used| state.weaker(used.how.state()))
}

/// Whether a driver has a value in a year.
pub(crate) fn all_known(wanted: &[Wanted<'_>], year: Year, facts: &dyn Facts) -> bool {
    wanted.iter().all(|wanted| facts.driver(wanted.driver, year).is_some())
}

/// Finds the drivers of a form for a year. Money is left in its currency where all of it, and all that it comes together
/// with, is in that one; else it is brought to the project's.
pub(crate) fn find(
    wanted: &[Wanted<'_>],
    missing: &Missing,
    year: Year,
    beside: &[Currency],
    facts: &dyn Facts,
) -> Result<FoundDrivers, ShareFault> {
    let estimation = match missing {
        Missing::Error | Missing::Skip => None,
        Missing::Estimate(estimation) => Some(estimation),
    };
    let carried_from = match estimation {
        Some(Estimation::Previous) => Some(last_year_of_all(wanted, year, facts)?),
        _ => None,
    };
    let drivers: Result<Vec<UsedDriver>, ShareFault> =
        wanted.iter().map(|wanted| found(wanted, estimation, carried_from, year, facts)).collect();
    let mut drivers = drivers?;
    let of_money = |drivers: &[UsedDriver]| {
        let money = drivers.iter().zip(wanted).filter(|(_, wanted)| wanted.money);
        money
            .flat_map(|(used, _)| used.rows().map(|row| currency_of(row, facts)).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    };
    let currency = common(of_money(&drivers).into_iter().chain(beside.iter().copied()), facts);
    for (used, _) in drivers.iter_mut().zip(wanted).filter(|(_, wanted)| wanted.money) {
        used.how.bring_to(currency, facts)?;
        used.value = used.how.value(year);
    }
    Ok(FoundDrivers { drivers, currency })
}

/// The last year up to `year` in which all are known.
fn last_year_of_all(wanted: &[Wanted<'_>], year: Year, facts: &dyn Facts) -> Result<Year, ShareFault> {
    let mut years: BTreeSet<Year> = BTreeSet::new();
    if let Some(first) = wanted.first() {
        years.extend(facts.known_years(first.driver).into_iter().filter(|known| *known <= year));
    }
    let last = years.into_iter().rev().find(|known| all_known(wanted, *known, facts));
    last.ok_or_else(|| ShareFault::NothingToCarry(wanted.iter().map(|wanted| wanted.driver.clone()).collect()))
}

fn found(
    wanted: &Wanted<'_>,
    estimation: Option<&Estimation>,
    carried_from: Option<Year>,
    year: Year,
    facts: &dyn Facts,
) -> Result<UsedDriver, ShareFault> {
    let driver = wanted.driver;
    let row = |of: Year| match facts.driver(driver, of) {
        Some(row) => used_row(row),
        None => Err(ShareFault::MissingDriver(driver.clone())),
    };
    let how = match (carried_from, estimation) {
        (Some(of), _) if of != year => Found::Carried(row(of)?),
        (Some(_), _) | (None, None) => Found::Known(row(year)?),
        (None, Some(_)) if facts.driver(driver, year).is_some() => Found::Known(row(year)?),
        (None, Some(estimation)) => {
            let years = facts.known_years(driver);
            let before = years.iter().copied().filter(|known| *known < year).max();
            let after = years.iter().copied().filter(|known| *known > year).min();
            match (estimation, before, after) {
                (Estimation::Interpolate, Some(before), Some(after)) => {
                    Found::Interpolated { before: row(before)?, after: row(after)? }
                }
                (Estimation::Interpolate, ..) => return Err(ShareFault::NothingBetween(driver.clone())),
                (Estimation::Index(index), Some(before), _) => {
                    let chain = |missing| ShareFault::IndexChain { index: index.clone(), from: before, missing };
                    let factor = facts.index_factor(index, before, year).map_err(chain)?;
                    Found::Indexed { row: row(before)?, index: index.clone(), factor }
                }
                (Estimation::Index(_) | Estimation::Previous, ..) => {
                    return Err(ShareFault::NothingBefore(driver.clone()));
                }
            }
        }
    };
    Ok(UsedDriver { role: wanted.role, driver: driver.clone(), year, value: how.value(year), how })
}

/// The currency of a driver's row: the column, else the code that its unit begins with, else the project's.
#[must_use]
pub fn currency_of(row: &DriverValue, facts: &dyn Facts) -> Currency {
    row.currency.or_else(|| row.unit_currency()).unwrap_or_else(|| facts.currency())
}

fn used_row(row: &DriverValue) -> Result<UsedRow, ShareFault> {
    let value = row.fractions().ok_or_else(|| ShareFault::MissingDriver(row.driver.clone()))?;
    Ok(UsedRow { row: row.clone(), converted: None, value })
}
