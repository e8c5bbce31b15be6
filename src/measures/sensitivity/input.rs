//! Uncertain inputs: each is one random quantity, wherever it is used.

use std::sync::Arc;

use crate::domain::{Distribution, Fraction, Interval, Year};

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
    /// The interval of a rule.
    Rule,
    /// The value of a driver in a year.
    Driver {
        /// The driver.
        name: Arc<str>,
        /// The year of its value, be it carried to others.
        year: Year,
    },
    /// A count of victims.
    Victims,
    /// Which rules serve: names of the alternatives, the project's own first.
    Rules(Vec<String>),
    /// Which measure of victims the cost is divided by.
    Measure(Vec<String>),
}

/// How an input is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Beta-PERT over its ends with its central value as mode (shape 4), triangular, or uniform.
    Between(Distribution),
    /// Every whole number from end to end alike: counts of victims.
    Whole,
    /// Every alternative alike.
    Choice,
}

impl Shape {
    /// The word in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Between(distribution) => distribution.word(),
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
    /// A number with its range: an input where it has one. Where an input of that name has another range or shape, which
    /// only alternative rules can bring, it is one of its own, named after `of`.
    pub(super) fn value(
        &mut self,
        name: String,
        kind: Kind,
        ends: Interval<Fraction>,
        shape: Shape,
        of: Option<&str>,
    ) -> Value {
        if ends.is_point() {
            return Value::Known(ends.central);
        }
        let is_it = |input: &Input| input.ends == ends && input.shape == shape;
        match self.found.iter().position(|input| *input.name == *name) {
            Some(position) if self.found.get(position).is_some_and(is_it) => Value::Input(position),
            Some(_) if of.is_some() => {
                let name = format!("{name} ({})", of.unwrap_or_default());
                self.value(name, kind, ends, shape, None)
            }
            Some(position) => Value::Input(position),
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
