//! What a form may ask when it works itself out for one year.

use crate::domain::{Count, Currency, DriverValue, Fraction, Service, Year};

/// The facts of a project.
pub trait Facts {
    /// The driver's row for a year in which its value is known.
    fn driver(&self, name: &str, year: Year) -> Option<&DriverValue>;
    /// The years in which a driver's value is known, in order.
    fn known_years(&self, name: &str) -> Vec<Year>;
    /// What one unit of money of `from` is in prices of `to`, by an index.
    ///
    /// # Errors
    ///
    /// The first year without a rate.
    fn index_factor(&self, index: &str, from: Year, to: Year) -> Result<Fraction, Year>;
    /// The project's currency.
    fn currency(&self) -> Currency;
    /// What one minor unit of a currency is in minor units of another, in a year; `None` where nobody says.
    fn minor_rate(&self, from: Currency, to: Currency, year: Year) -> Option<Fraction>;
    /// Units of `to` for one unit of `from` in a year, where anybody says.
    fn rate(&self, from: Currency, to: Currency, year: Year) -> Option<Fraction>;
    /// The services of a year, in the order of the file.
    fn services(&self, year: Year) -> Vec<&Service>;
    /// The count of victims that a service's use is a share of, where it is known.
    fn victims(&self, service: &Service) -> Option<Count>;
}
