//! Services given to victims, from the bottom up: users, units for each, cost of a unit.

use arcstr::ArcStr;

use super::{Count, Currency, Fraction, Interval, Origin, Protected, Year};

/// One row of `services`: a service in a year.
#[derive(Debug, Clone)]
pub struct Service {
    /// Its name.
    pub service: ArcStr,
    /// The year.
    pub year: Year,
    /// The measure of the national referral mechanism that it belongs to, such as `2.1`, or blank.
    pub step: ArcStr,
    /// Who gives it, or blank.
    pub agency: ArcStr,
    /// Programme area, or blank.
    pub area: ArcStr,
    /// The measure of victims that `use` is a share of, or blank.
    pub measure: ArcStr,
    /// The form of exploitation that `use` is a share of.
    pub exploitation: ArcStr,
    /// Who uses it.
    pub users: Users,
    /// Units for each user; `None` where nobody knows.
    pub units: Option<Interval<Fraction>>,
    /// What one unit is.
    pub unit: ArcStr,
    /// What one unit costs; `None` where nobody knows.
    pub unit_cost: Option<Interval<Fraction>>,
    /// The currency of that cost.
    pub currency: Currency,
    /// An id in the sources, or blank.
    pub source: ArcStr,
    /// Free text.
    pub note: ArcStr,
    /// Its row.
    pub origin: Origin,
}

/// Who uses a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Users {
    /// Nobody knows.
    Unknown,
    /// It is known and not shown.
    Protected(Protected),
    /// So many.
    Count(Count),
    /// A share of the victims of its measure and form of exploitation in its year.
    Share(Interval<Fraction>),
}

/// What a service costs, worked out from its factors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceCost {
    /// How many use it.
    pub users: Interval<Fraction>,
    /// Users times units times cost of a unit, in units of its currency, not rounded.
    pub cost: Interval<Fraction>,
}

/// Which factor of a service is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnknownFactor {
    /// Who uses it.
    Users,
    /// The count of victims that its use is a share of.
    Victims,
    /// Units for each user.
    Units,
    /// Cost of a unit.
    UnitCost,
    /// Who uses it is known and not shown.
    Protected,
}

impl UnknownFactor {
    /// The word in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Users => "users",
            Self::Victims => "victims",
            Self::Units => "units",
            Self::UnitCost => "unit-cost",
            Self::Protected => "protected",
        }
    }
}

impl Service {
    /// How many use it, of a known count of the victims that its use is a share of.
    ///
    /// # Errors
    ///
    /// Which factor is not known.
    pub fn users(&self, victims: Option<Count>) -> Result<Interval<Fraction>, UnknownFactor> {
        match &self.users {
            Users::Unknown => Err(UnknownFactor::Users),
            Users::Protected(_) => Err(UnknownFactor::Protected),
            Users::Count(count) => Ok(count.bounds()),
            Users::Share(share) => {
                let victims = victims.ok_or(UnknownFactor::Victims)?.bounds();
                Ok(times(share, &victims))
            }
        }
    }

    /// What it costs; low takes every low, high every high.
    ///
    /// # Errors
    ///
    /// Which factor is not known, the first of them.
    pub fn cost(&self, victims: Option<Count>) -> Result<ServiceCost, UnknownFactor> {
        let users = self.users(victims)?;
        let units = self.units.as_ref().ok_or(UnknownFactor::Units)?;
        let unit_cost = self.unit_cost.as_ref().ok_or(UnknownFactor::UnitCost)?;
        let cost = times(&times(&users, units), unit_cost);
        Ok(ServiceCost { users, cost })
    }
}

fn times(one: &Interval<Fraction>, other: &Interval<Fraction>) -> Interval<Fraction> {
    Interval { low: &one.low * &other.low, central: &one.central * &other.central, high: &one.high * &other.high }
}
