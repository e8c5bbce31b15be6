//! A number that is linear in quantities, in fractions: a share, or what a line attributes.

use std::collections::BTreeMap;

use super::input::Value;
use super::plan::Quantity;
use crate::domain::Fraction;

/// `constant + sum of coefficient x quantity`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    pub constant: Fraction,
    pub terms: BTreeMap<usize, Fraction>,
}

impl Form {
    /// A number that is known.
    pub(super) fn known(constant: Fraction) -> Self {
        Self { constant, terms: BTreeMap::new() }
    }

    /// `scale x times / over`, as a quantity where any of them is an input. A known divisor of 0 gives `None`.
    pub(super) fn product(
        scale: &Fraction,
        times: &[Value],
        over: Option<&Value>,
        quantities: &mut Vec<Quantity>,
    ) -> Option<Self> {
        let mut scale = scale.clone();
        let mut inputs = Vec::new();
        for value in times {
            match value {
                Value::Known(known) => scale = &scale * known,
                Value::Input(input) => inputs.push(*input),
            }
        }
        let over = match over {
            None => None,
            Some(Value::Input(input)) => Some(*input),
            Some(Value::Known(known)) => {
                scale = scale.checked_div(known)?;
                None
            }
        };
        if inputs.is_empty() && over.is_none() {
            return Some(Self::known(scale));
        }
        let quantity = Quantity { times: inputs, over };
        let position = quantities.iter().position(|known| *known == quantity).unwrap_or_else(|| {
            quantities.push(quantity);
            quantities.len() - 1
        });
        Some(Self { constant: Fraction::zero(), terms: BTreeMap::from([(position, scale)]) })
    }

    /// Adds another one times a factor.
    pub(super) fn add(&mut self, other: &Self, factor: &Fraction) {
        self.constant = &self.constant + &(&other.constant * factor);
        for (quantity, coefficient) in &other.terms {
            let sum = self.terms.entry(*quantity).or_insert_with(Fraction::zero);
            *sum = &*sum + &(coefficient * factor);
        }
    }

    /// The same times a factor.
    pub(super) fn times(&self, factor: &Fraction) -> Self {
        let mut times = Self::known(Fraction::zero());
        times.add(self, factor);
        times
    }
}
