//! A form worked out for one year, and why it cannot be.

use arcstr::ArcStr;

use super::base::{BaseSum, OverBase};
use super::found::UsedDriver;
use super::services::UsedService;
use crate::domain::{Currency, Fraction, Interval, State, UnknownFactor, Year};
use crate::language::Message;

/// A form worked out for one year.
#[derive(Debug, Clone)]
pub struct WorkedShare {
    /// What came of it.
    pub outcome: Outcome,
    /// How the figure is known.
    pub state: State,
    /// The drivers it used, those of all factors of a product.
    pub drivers: Vec<UsedDriver>,
    /// The factors of a product, in its order.
    pub factors: Vec<WorkedShare>,
    /// The services it used.
    pub services: Vec<UsedService>,
    /// The sum of lines it used, if it did.
    pub base: Option<BaseSum>,
    /// What the money of its drivers or services is multiplied by, where it is set over a sum of lines or stands in the
    /// place of an amount.
    pub unit: Option<Fraction>,
    /// The lines that it serves, as positions in the project's lines, if it is an overhead.
    pub serves: Vec<usize>,
}

/// What came of working out a form.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// A share of each line.
    Share(Interval<Fraction>),
    /// The attributed amount itself, in minor units of the line's currency not yet rounded, for the one line without an
    /// amount.
    Imputed(Interval<Fraction>),
    /// Every line it decides has a blank amount: there is nothing to share.
    NothingToShare,
}

/// Why a form cannot be worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShareFault {
    /// A driver is not known in that year.
    MissingDriver(ArcStr),
    /// There is no earlier year in which all of these drivers are known.
    NothingToCarry(Vec<ArcStr>),
    /// There is no earlier year in which the driver is known.
    NothingBefore(ArcStr),
    /// The driver is not known both before and after the year.
    NothingBetween(ArcStr),
    /// The chain of an index lacks a year.
    IndexChain {
        /// The index.
        index: ArcStr,
        /// The year that the chain begins with.
        from: Year,
        /// The year without a rate.
        missing: Year,
    },
    /// Money of two currencies comes together, and there is no rate.
    MissingRate {
        /// The currency of an amount.
        from: Currency,
        /// The currency that it is brought to.
        to: Currency,
        /// The year.
        year: Year,
    },
    /// The units of the two drivers name two currencies.
    TwoCurrencies(ArcStr, ArcStr),
    /// A driver is a weight and not above 0.
    WeightNotPositive(ArcStr),
    /// A factor of a product is no share.
    FactorOutOfRange {
        /// Which one, the first being 1.
        position: usize,
        /// The bound that is out of range.
        share: Fraction,
    },
    /// A service is not known in full.
    UnknownService {
        /// The service.
        service: ArcStr,
        /// What is missing of it.
        factor: UnknownFactor,
    },
    /// No service of the year has such a name.
    NoService(String),
    /// An estimated amount is past the range of money.
    FillOutOfRange,
    /// Something below the line of a fraction is 0.
    ZeroBase(Message),
}

impl WorkedShare {
    /// A share that is written in the rule.
    pub(super) fn written(share: Interval<Fraction>) -> Self {
        Self::of_drivers(Outcome::Share(share), State::Assumed, Vec::new())
    }

    /// An outcome of drivers.
    pub(super) fn of_drivers(outcome: Outcome, state: State, drivers: Vec<UsedDriver>) -> Self {
        Self {
            outcome,
            state,
            drivers,
            factors: Vec::new(),
            services: Vec::new(),
            base: None,
            unit: None,
            serves: Vec::new(),
        }
    }

    /// Money of drivers, set over lines.
    pub(super) fn of_money(money: OverBase, state: State, drivers: Vec<UsedDriver>) -> Self {
        Self { base: money.base, unit: money.unit, ..Self::of_drivers(money.outcome, state, drivers) }
    }

    /// The share of an overhead, from the lines that it serves.
    #[must_use]
    pub fn derived(share: Interval<Fraction>, serves: Vec<usize>) -> Self {
        Self { serves, ..Self::of_drivers(Outcome::Share(share), State::Derived, Vec::new()) }
    }

    /// The share, where there is one.
    #[must_use]
    pub fn share(&self) -> Option<&Interval<Fraction>> {
        match &self.outcome {
            Outcome::Share(share) => Some(share),
            Outcome::Imputed(_) | Outcome::NothingToShare => None,
        }
    }
}
