//! Uncertain inputs: each is one random quantity, wherever it is used.

use std::sync::Arc;

use crate::domain::{Distribution, Fraction, Interval, Year};
use crate::rules::share::Pool;

/// One uncertain input.
#[derive(Debug, Clone)]
pub struct Input {
    /// Its name, which keys its draws: `rule.ID`, `driver.NAME.YEAR`, `victims.MEASURE.YEAR`, `rules`, `measure`.
    pub name: Arc<str>,
    /// What it is.
    pub kind: Kind,
    /// Its ends and its central value; of a choice the positions of its first and last alternative.
    pub ends: Interval<Fraction>,
    /// How it is drawn.
    pub shape: Shape,
}

/// What an input is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A share that a rule writes: an interval or a pool.
    Share {
        /// The rule.
        rule: Arc<str>,
        /// Which factor of its product, the first being 1; `None` where it is the share itself.
        factor: Option<usize>,
    },
    /// What a case of a ratio's numerator costs, as a rule writes it.
    Weight {
        /// The rule.
        rule: Arc<str>,
        /// Which factor of its product, the first being 1; `None` where the ratio is the share itself.
        factor: Option<usize>,
    },
    /// The value of a driver in a year.
    Driver {
        /// The driver.
        name: Arc<str>,
        /// The year of its value, be it carried to others.
        year: Year,
    },
    /// A count of victims.
    Victims {
        /// The measure.
        measure: Arc<str>,
        /// The year.
        year: Year,
        /// The form of exploitation; `None` where all are counted.
        form: Option<Arc<str>>,
    },
    /// A factor of what a service costs.
    Service {
        /// The service.
        service: Arc<str>,
        /// The year.
        year: Year,
        /// Which factor.
        factor: ServiceFactor,
    },
    /// Which rules serve: names of the alternatives, the project's own first.
    Rules(Vec<String>),
    /// Which measure of victims the cost is divided by.
    Measure(Vec<String>),
}

/// A factor of a service that may have a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServiceFactor {
    /// How many use it.
    Users,
    /// Which share of the victims uses it.
    Use,
    /// Units for each user.
    Units,
    /// Cost of a unit.
    UnitCost,
}

impl ServiceFactor {
    /// The word in names of inputs.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Users => "users",
            Self::Use => "use",
            Self::Units => "units",
            Self::UnitCost => "unit-cost",
        }
    }
}

impl Kind {
    /// The name that keys its draws.
    fn key(&self) -> String {
        let of_factor = |factor: &Option<usize>| factor.map(|factor| format!(".{factor}")).unwrap_or_default();
        match self {
            Self::Share { rule, factor } => format!("rule.{rule}{}", of_factor(factor)),
            Self::Weight { rule, factor } => format!("rule.{rule}{}.weight", of_factor(factor)),
            Self::Driver { name, year } => format!("driver.{name}.{year}"),
            Self::Victims { measure, year, form: None } => format!("victims.{measure}.{year}"),
            Self::Victims { measure, year, form: Some(form) } => format!("victims.{measure}.{year}.{form}"),
            Self::Service { service, year, factor } => format!("service.{service}.{year}.{}", factor.word()),
            Self::Rules(_) => "rules".to_owned(),
            Self::Measure(_) => "measure".to_owned(),
        }
    }
}

/// How an input is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// Beta-PERT over its ends with its central value as mode (shape 4), triangular, or uniform.
    Between(Distribution),
    /// Several judgements: one is taken by weight, and drawn from.
    Pool(Pool),
    /// Every whole number from end to end alike: counts of victims.
    Whole,
    /// Every alternative alike.
    Choice,
}

impl Shape {
    /// The word in files.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Between(distribution) => distribution.word(),
            Self::Pool(_) => "pool",
            Self::Whole => "whole",
            Self::Choice => "choice",
        }
    }
}

/// A number that is known, or an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Known(Fraction),
    Input(usize),
}

/// The inputs found so far.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    found: Vec<Input>,
}

impl Inputs {
    /// A number with its range: an input where it has one. Where an input of that kind has another range or shape, which
    /// only alternative rules can bring, it is one of its own, named after `of`.
    pub(super) fn value(&mut self, kind: Kind, ends: Interval<Fraction>, shape: Shape, of: Option<&str>) -> Value {
        let key = kind.key();
        self.named(key, kind, ends, shape, of)
    }

    fn named(&mut self, name: String, kind: Kind, ends: Interval<Fraction>, shape: Shape, of: Option<&str>) -> Value {
        if ends.is_point() {
            return Value::Known(ends.central);
        }
        let is_it = |input: &Input| input.ends == ends && input.shape == shape;
        match self.found.iter().position(|input| *input.name == *name) {
            Some(position) if self.found.get(position).is_some_and(is_it) => Value::Input(position),
            Some(position) => match of {
                Some(of) => {
                    let name = format!("{name} ({of})");
                    self.named(name, kind, ends, shape, None)
                }
                None => Value::Input(position),
            },
            None => {
                self.found.push(Input { name: name.into(), kind, ends, shape });
                Value::Input(self.found.len() - 1)
            }
        }
    }

    /// A choice between alternatives.
    pub(super) fn choice(&mut self, name: &str, kind: Kind, alternatives: usize) -> usize {
        let last = u64::try_from(alternatives.saturating_sub(1)).unwrap_or(u64::MAX);
        let ends = Interval { low: Fraction::zero(), central: Fraction::zero(), high: Fraction::whole(last) };
        self.found.push(Input { name: name.into(), kind, ends, shape: Shape::Choice });
        self.found.len() - 1
    }

    /// All of them.
    pub(super) fn into_found(self) -> Vec<Input> {
        self.found
    }
}
