//! A number that is linear in quantities, in fractions: a share, or what a line attributes.

use std::collections::BTreeMap;

use super::expression::Expression;
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

    /// An expression as sums of quantities, each kept once.
    pub(super) fn of(expression: Expression, quantities: &mut Vec<Expression>) -> Self {
        let mut form = Self::known(Fraction::zero());
        let terms = match expression {
            Expression::Sum(terms) => terms,
            other => vec![(Fraction::one(), other)],
        };
        for (factor, term) in terms {
            if let Some(number) = term.known() {
                form.constant = &form.constant + &(&factor * number);
                continue;
            }
            let position = quantities.iter().position(|known| *known == term).unwrap_or_else(|| {
                quantities.push(term);
                quantities.len() - 1
            });
            let sum = form.terms.entry(position).or_insert_with(Fraction::zero);
            *sum = &*sum + &factor;
        }
        form
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
