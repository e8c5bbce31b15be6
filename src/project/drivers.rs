//! Drivers by name and year.

use std::collections::{BTreeMap, BTreeSet};

use arcstr::ArcStr;

use crate::domain::{DriverValue, Year};

/// The drivers of a project. A row with a blank value is a driver that exists and is not known in that year.
#[derive(Debug, Default)]
pub struct Drivers {
    by_name: BTreeMap<ArcStr, BTreeMap<Year, DriverValue>>,
}

impl Drivers {
    /// Indexes the rows; of rows with one key the first stays.
    #[must_use]
    pub fn new(rows: Vec<DriverValue>) -> Self {
        let mut by_name: BTreeMap<ArcStr, BTreeMap<Year, DriverValue>> = BTreeMap::new();
        for row in rows {
            by_name.entry(row.driver.clone()).or_default().entry(row.year).or_insert(row);
        }
        Self { by_name }
    }

    /// Takes values away, as if nobody knew them.
    pub(super) fn hide(&mut self, values: &BTreeSet<(ArcStr, Year)>) {
        for (name, year) in values {
            if let Some(row) = self.by_name.get_mut(name).and_then(|rows| rows.get_mut(year)) {
                row.value = None;
                row.note = "".into();
            }
        }
    }

    /// The names of all drivers.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(AsRef::as_ref)
    }

    /// Whether the driver stands anywhere.
    #[must_use]
    pub fn contains(&self, name: &str) -> bool {
        self.by_name.contains_key(name)
    }

    /// The driver's row of a year in which its value is known.
    #[must_use]
    pub fn known(&self, name: &str, year: Year) -> Option<&DriverValue> {
        self.by_name.get(name)?.get(&year).filter(|row| row.value.is_some())
    }

    /// All rows of a driver, by year.
    pub fn rows(&self, name: &str) -> impl Iterator<Item = &DriverValue> {
        self.by_name.get(name).into_iter().flat_map(BTreeMap::values)
    }

    /// All rows of all drivers, by name and year.
    pub fn all_rows(&self) -> impl Iterator<Item = &DriverValue> {
        self.by_name.values().flat_map(BTreeMap::values)
    }

    /// The years in which its value is known, in order.
    #[must_use]
    pub fn known_years(&self, name: &str) -> Vec<Year> {
        self.rows(name).filter(|row| row.value.is_some()).map(|row| row.year).collect()
    }
}
