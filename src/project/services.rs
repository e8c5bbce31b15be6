//! Services from the bottom up, by year.

use crate::domain::{Service, Year};

/// The services of a project, in the order of the file.
#[derive(Debug, Default)]
pub struct Services {
    rows: Vec<Service>,
}

impl Services {
    /// Keeps the rows in the order of the file.
    #[must_use]
    pub const fn new(rows: Vec<Service>) -> Self {
        Self { rows }
    }

    /// Every row.
    pub fn rows(&self) -> impl Iterator<Item = &Service> {
        self.rows.iter()
    }

    /// The rows of a year.
    pub fn of_year(&self, year: Year) -> impl Iterator<Item = &Service> {
        self.rows.iter().filter(move |row| row.year == year)
    }
}
