//! What of a share, or of an imputed amount, is not known: a term over uncertain inputs, in fractions until it is worked
//! out for many draws. What is known is folded away when a term is made, exactly.

#![expect(clippy::float_arithmetic, reason = "draws are worked out in floating point; the report's figures are not")]

use super::plan::Columns;
use crate::domain::Fraction;

/// A term over inputs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Expression {
    /// A number that is known.
    Known(Fraction),
    /// An input.
    Input(usize),
    /// Terms, each times a factor.
    Sum(Vec<(Fraction, Expression)>),
    /// Terms times each other.
    Product(Vec<Expression>),
    /// One over another.
    Quotient(Box<Expression>, Box<Expression>),
}

impl Expression {
    pub(super) fn one() -> Self {
        Self::Known(Fraction::one())
    }

    /// The number, where it is known.
    pub(super) fn known(&self) -> Option<&Fraction> {
        match self {
            Self::Known(number) => Some(number),
            Self::Input(_) | Self::Sum(_) | Self::Product(_) | Self::Quotient(..) => None,
        }
    }

    /// Terms times factors, added up. What is alike comes together, so that what cancels is gone.
    pub(super) fn sum(terms: impl IntoIterator<Item = (Fraction, Self)>) -> Self {
        let mut constant = Fraction::zero();
        let mut found: Vec<(Fraction, Self)> = Vec::new();
        let mut add = |factor: Fraction, term: Self| match term {
            Self::Known(number) => constant = &constant + &(&factor * &number),
            term => {
                let (scale, term) = term.scaled();
                let factor = &factor * &scale;
                match found.iter_mut().find(|(_, known)| *known == term) {
                    Some((known, _)) => *known = &*known + &factor,
                    None => found.push((factor, term)),
                }
            }
        };
        for (factor, term) in terms {
            match term {
                Self::Sum(terms) => terms.into_iter().for_each(|(inner, term)| add(&factor * &inner, term)),
                term => add(factor, term),
            }
        }
        found.retain(|(factor, _)| !factor.is_zero());
        if found.is_empty() {
            return Self::Known(constant);
        }
        if !constant.is_zero() {
            found.push((constant, Self::one()));
        }
        match found.as_slice() {
            [(factor, term)] if *factor == Fraction::one() => term.clone(),
            _ => Self::Sum(found),
        }
    }

    /// Terms times each other.
    pub(super) fn product(terms: impl IntoIterator<Item = Self>) -> Self {
        let mut scale = Fraction::one();
        let mut found: Vec<Self> = Vec::new();
        for term in terms {
            let (factor, term) = term.scaled();
            scale = &scale * &factor;
            match term {
                Self::Known(_) => {}
                Self::Product(terms) => found.extend(terms),
                term => found.push(term),
            }
        }
        if scale.is_zero() || found.is_empty() {
            return Self::Known(scale);
        }
        let product = if found.len() == 1 { found.swap_remove(0) } else { Self::Product(found) };
        Self::sum([(scale, product)])
    }

    /// This over another; `None` where that is known to be 0.
    pub(super) fn over(self, divisor: Self) -> Option<Self> {
        let ((above, term), (below, divisor)) = (self.scaled(), divisor.scaled());
        let scale = above.checked_div(&below)?;
        if scale.is_zero() {
            return Some(Self::Known(scale));
        }
        Some(match (term, divisor) {
            (term, Self::Known(_)) => Self::sum([(scale, term)]),
            (term, divisor) if term == divisor => Self::Known(scale),
            (term, divisor) => Self::sum([(scale, Self::Quotient(Box::new(term), Box::new(divisor)))]),
        })
    }

    /// A factor and a term without one.
    pub(super) fn scaled(self) -> (Fraction, Self) {
        match self {
            Self::Known(number) => (number, Self::one()),
            Self::Sum(mut terms) if terms.len() == 1 => match terms.pop() {
                Some(only) => only,
                None => (Fraction::zero(), Self::one()),
            },
            term => (Fraction::one(), term),
        }
    }

    /// The inputs that it depends on.
    pub(super) fn inputs(&self, found: &mut Vec<usize>) {
        match self {
            Self::Known(_) => {}
            Self::Input(input) => found.push(*input),
            Self::Sum(terms) => terms.iter().for_each(|(_, term)| term.inputs(found)),
            Self::Product(terms) => terms.iter().for_each(|term| term.inputs(found)),
            Self::Quotient(above, below) => {
                above.inputs(found);
                below.inputs(found);
            }
        }
    }

    /// Its value for every row of the columns.
    pub(super) fn evaluate(&self, columns: &dyn Columns) -> Vec<f64> {
        match self {
            Self::Known(number) => vec![number.approximate(); columns.rows()],
            Self::Input(input) => columns.of(*input).to_vec(),
            Self::Sum(terms) => {
                let mut sum = vec![0.0; columns.rows()];
                for (factor, term) in terms {
                    let factor = factor.approximate();
                    sum.iter_mut().zip(term.evaluate(columns)).for_each(|(sum, value)| *sum += factor * value);
                }
                sum
            }
            Self::Product(terms) => {
                let mut product = vec![1.0; columns.rows()];
                for term in terms {
                    product.iter_mut().zip(term.evaluate(columns)).for_each(|(product, value)| *product *= value);
                }
                product
            }
            Self::Quotient(above, below) => {
                let mut quotient = above.evaluate(columns);
                quotient.iter_mut().zip(below.evaluate(columns)).for_each(|(quotient, value)| *quotient /= value);
                quotient
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Expression;
    use crate::domain::Fraction;

    fn whole(number: i32) -> Expression {
        Expression::Known(Fraction::whole(number))
    }

    #[test]
    fn what_is_known_is_folded_away() {
        let input = || Expression::Input(0);
        let minus_one = &Fraction::zero() - &Fraction::one();
        assert_eq!(Expression::sum([(Fraction::one(), input()), (minus_one, input())]), whole(0));
        assert_eq!(Expression::product([whole(0), input()]), whole(0));
        assert_eq!(Expression::product([whole(2), whole(3)]), whole(6));
        assert_eq!(input().over(input()), Some(whole(1)));
        assert_eq!(input().over(whole(0)), None);
        // 2 x / 4 x is a half, whatever x is.
        let twice = Expression::product([whole(2), input()]);
        let four = Expression::product([whole(4), input()]);
        assert_eq!(twice.over(four), Fraction::ratio(1, 2).map(Expression::Known));
    }
}
