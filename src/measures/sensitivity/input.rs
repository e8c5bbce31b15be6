//! Uncertain inputs: each is one random quantity, wherever it is used. What moves together is one input of several
//! members.

use arcstr::ArcStr;

use crate::domain::{Distribution, Fraction, Interval, Year};
use crate::rules::share::Pool;

/// One uncertain input: one uniform draw, from which each of its members takes its value.
#[derive(Debug, Clone)]
pub struct Input {
    /// Its name: `rule.ID`, `driver.NAME.YEAR`, `driver.NAME` (several years), `group.NAME`, `victims.MEASURE.YEAR`,
    /// `rules`, `measure.YEAR`.
    pub name: ArcStr,
    /// What keys its draws.
    pub key: ArcStr,
    /// What it is.
    pub kind: Kind,
    /// What moves with it; at least one.
    pub members: Vec<Member>,
}

/// One value of an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// What it is.
    pub kind: Kind,
    /// Its ends and its central value; of a choice the positions of its first and last alternative.
    pub ends: Interval<Fraction>,
    /// How it is drawn.
    pub shape: Shape,
    /// The alternative rules that alone say it so.
    pub of: Option<ArcStr>,
}

/// What an input is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A share that a rule writes: an interval or a pool.
    Share {
        /// The rule.
        rule: ArcStr,
        /// Which factor of its product, the first being 1; `None` where it is the share itself.
        factor: Option<usize>,
    },
    /// What a case of a ratio's numerator costs, as a rule writes it.
    Weight {
        /// The rule.
        rule: ArcStr,
        /// Which factor of its product, the first being 1; `None` where the ratio is the share itself.
        factor: Option<usize>,
    },
    /// The value of a driver in a year.
    Driver {
        /// The driver.
        name: ArcStr,
        /// The year of its value, be it carried to others.
        year: Year,
    },
    /// The values of a driver in several years, which move together.
    Years {
        /// The driver.
        name: ArcStr,
    },
    /// Whatever names one group.
    Group {
        /// The group.
        name: ArcStr,
    },
    /// A count of victims.
    Victims {
        /// The measure.
        measure: ArcStr,
        /// The year.
        year: Year,
        /// The form of exploitation; `None` where all are counted.
        form: Option<ArcStr>,
    },
    /// A factor of what a service costs.
    Service {
        /// The service.
        service: ArcStr,
        /// The year.
        year: Year,
        /// Which factor.
        factor: ServiceFactor,
    },
    /// Which set of rules; their names, the project's own first.
    Rules(Vec<String>),
    /// Which measure a cost per victim is over.
    Measure(Vec<String>),
}

/// A factor of what a service costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ServiceFactor {
    /// How many use it.
    Users,
    /// The share of victims who use it.
    Use,
    /// Units for each user.
    Units,
    /// What one unit costs.
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
    /// Its name in files.
    #[must_use]
    pub fn name(&self) -> String {
        let of_factor = |factor: &Option<usize>| factor.map(|factor| format!(".{factor}")).unwrap_or_default();
        match self {
            Self::Share { rule, factor } => format!("rule.{rule}{}", of_factor(factor)),
            Self::Weight { rule, factor } => format!("rule.{rule}{}.weight", of_factor(factor)),
            Self::Driver { name, year } => format!("driver.{name}.{year}"),
            Self::Years { name } => format!("driver.{name}"),
            Self::Group { name } => format!("group.{name}"),
            Self::Victims { measure, year, form: None } => format!("victims.{measure}.{year}"),
            Self::Victims { measure, year, form: Some(form) } => format!("victims.{measure}.{year}.{form}"),
            Self::Service { service, year, factor } => format!("service.{service}.{year}.{}", factor.word()),
            Self::Rules(_) => "rules".to_owned(),
            Self::Measure(_) => "measure".to_owned(),
        }
    }
}

/// How a value is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// Beta-PERT over its ends with its central value as mode (shape 4), triangular, or uniform.
    Between(Distribution),
    /// Several judgements: one is taken by weight, and drawn from.
    Pool(Pool),
    /// Every whole number from end to end alike: counts of victims.
    Whole,
    /// One of several alternatives, by these weights, which add up to 1.
    Choice(Vec<Fraction>),
}

impl Shape {
    /// The word in files.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Between(distribution) => distribution.word(),
            Self::Pool(_) => "pool",
            Self::Whole => "whole",
            Self::Choice(_) => "choice",
        }
    }

    /// Whether it is a choice between alternatives.
    #[must_use]
    pub const fn is_choice(&self) -> bool {
        matches!(self, Self::Choice(_))
    }
}

impl Member {
    /// Its name in files.
    #[must_use]
    pub fn name(&self) -> String {
        let of = self.of.as_ref().map(|of| format!(" ({of})")).unwrap_or_default();
        self.kind.name() + &of
    }
}

impl Input {
    /// An input of one value.
    #[must_use]
    pub fn single(kind: Kind, ends: Interval<Fraction>, shape: Shape) -> Self {
        let name: ArcStr = kind.name().into();
        let member = Member { kind: kind.clone(), ends, shape, of: None };
        Self { key: name.clone(), name, kind, members: vec![member] }
    }

    /// The value, where it is one of several.
    #[must_use]
    pub fn only(&self) -> Option<&Member> {
        match self.members.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// The names of its alternatives, where it is a choice.
    #[must_use]
    pub fn alternatives(&self) -> &[String] {
        match (&self.kind, self.only().map(|only| &only.shape)) {
            (Kind::Rules(names) | Kind::Measure(names), Some(Shape::Choice(_))) => names,
            _ => &[],
        }
    }

    /// The same without the members that nothing uses; one of several years that is left alone goes by its own name.
    pub(super) fn of_members(mut self, used: impl Fn(usize) -> bool) -> Self {
        let mut number = 0;
        self.members.retain(|_| {
            number += 1;
            used(number - 1)
        });
        if let (Kind::Years { .. }, [only]) = (&self.kind, self.members.as_slice()) {
            (self.name, self.kind) = (only.name().into(), only.kind.clone());
        }
        self
    }
}
