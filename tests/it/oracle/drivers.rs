//! The yearly statistics: central value and bounds of each driver in each year.

use std::collections::BTreeMap;

use num_rational::BigRational;

use super::number::decimal;
use crate::random_project::ProjectSpec;

/// Three figures; `low <= central <= high`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bounds {
    pub(crate) low: BigRational,
    pub(crate) central: BigRational,
    pub(crate) high: BigRational,
}

impl Bounds {
    /// One figure for all three.
    pub(crate) fn exactly(value: BigRational) -> Bounds {
        Bounds { low: value.clone(), central: value.clone(), high: value }
    }

    /// Every bound times the same.
    pub(crate) fn scaled(&self, by: &BigRational) -> Bounds {
        Bounds { low: &self.low * by, central: &self.central * by, high: &self.high * by }
    }

    /// Bound by bound.
    pub(crate) fn plus(&self, other: &Bounds) -> Bounds {
        Bounds { low: &self.low + &other.low, central: &self.central + &other.central, high: &self.high + &other.high }
    }

    /// Bound by bound.
    pub(crate) fn times(&self, other: &Bounds) -> Bounds {
        Bounds { low: &self.low * &other.low, central: &self.central * &other.central, high: &self.high * &other.high }
    }
}

/// Every known value with the currency of its row, should it be money; a row with a blank value is as good as no row.
#[derive(Debug)]
pub(crate) struct Drivers(BTreeMap<(String, i32), (Bounds, String)>);

impl Drivers {
    pub(crate) fn of(project: &ProjectSpec) -> Result<Drivers, String> {
        let mut known = BTreeMap::new();
        for row in &project.drivers {
            let Some(value) = &row.value else {
                continue;
            };
            let central = decimal(value)?;
            let bound = |text: &Option<String>| match text {
                Some(text) => decimal(text),
                None => Ok(central.clone()),
            };
            let bounds = Bounds { low: bound(&row.low)?, high: bound(&row.high)?, central: central.clone() };
            let year = row.year.parse().map_err(|_| format!("{:?} is not a year", row.year))?;
            let currency = row.currency.as_deref().unwrap_or_else(|| super::lines::currency(project));
            known.insert((row.driver.clone(), year), (bounds, currency.to_string()));
        }
        Ok(Drivers(known))
    }

    /// The value in that very year.
    pub(crate) fn get(&self, driver: &str, year: i32) -> Option<&Bounds> {
        self.0.get(&(driver.to_string(), year)).map(|(bounds, _)| bounds)
    }

    /// The currency of the row of that year.
    pub(crate) fn currency(&self, driver: &str, year: i32) -> Option<&str> {
        self.0.get(&(driver.to_string(), year)).map(|(_, currency)| currency.as_str())
    }

    /// The same, where a missing value is an error.
    pub(crate) fn need(&self, driver: &str, year: i32) -> Result<&Bounds, String> {
        self.get(driver, year).ok_or_else(|| format!("driver {driver} has no value in {year}"))
    }

    /// The years in which all these drivers are known.
    pub(crate) fn years_of_all(&self, drivers: &[&str]) -> Vec<i32> {
        let mut years: Vec<i32> = self.0.keys().map(|(_, year)| *year).collect();
        years.sort_unstable();
        years.dedup();
        years.retain(|year| drivers.iter().all(|driver| self.get(driver, *year).is_some()));
        years
    }
}
