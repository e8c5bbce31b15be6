//! Exact sums of many fractions, no two of which need have a denominator in common.
//!
//! The share that is in effect of a line is a quotient of two of its amounts, so that the contributions of thousands of
//! lines have thousands of denominators. Brought to lowest terms at each step their sum takes longer with each of them;
//! here they are put on one denominator when it is asked for, by halves, and that is never reduced.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

use crate::domain::Fraction;

/// A sum. What fits into machine words is added up at once.
#[derive(Debug, Clone, Default)]
pub(super) struct ExactSum {
    short: Option<Fraction>,
    long: Vec<Fraction>,
}

impl ExactSum {
    pub(super) fn add(&mut self, term: &Fraction) {
        let sum = match &self.short {
            _ if !term.is_short() => None,
            None => Some(term.clone()),
            Some(short) => Some(short + term).filter(Fraction::is_short),
        };
        match sum {
            Some(sum) => self.short = Some(sum),
            None => self.long.push(term.clone()),
        }
    }

    /// What it is the sum of.
    pub(super) fn terms(&self) -> impl Iterator<Item = &Fraction> {
        self.short.iter().chain(&self.long)
    }

    /// What it comes to.
    pub(super) fn ratio(&self) -> Ratio {
        let terms: Vec<&Fraction> = self.terms().collect();
        let (numerator, denominator) = on_one_denominator(&terms);
        Ratio { numerator, denominator }
    }
}

/// The sum of fractions over the product of their denominators.
fn on_one_denominator(terms: &[&Fraction]) -> (BigInt, BigInt) {
    match terms {
        [] => (BigInt::zero(), BigInt::one()),
        [term] => (term.numerator(), term.denominator()),
        more => {
            let (first, second) = more.split_at(more.len() / 2);
            let ((first, of_first), (second, of_second)) = (on_one_denominator(first), on_one_denominator(second));
            if of_first == of_second {
                return (first + second, of_first);
            }
            (first * &of_second + second * &of_first, of_first * of_second)
        }
    }
}

/// A fraction that need not be in lowest terms; its denominator is positive.
#[derive(Debug, Clone)]
pub struct Ratio {
    numerator: BigInt,
    denominator: BigInt,
}

impl Ratio {
    /// Whether it is 0.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.numerator.is_zero()
    }

    /// The whole number next to it, halves away from zero.
    #[must_use]
    pub fn round_half_away(&self) -> BigInt {
        let (whole, rest) = self.numerator.abs().div_rem(&self.denominator);
        let rounded = if rest * 2 >= self.denominator { whole + 1 } else { whole };
        if self.numerator.is_negative() { -rounded } else { rounded }
    }

    /// What is left of it when a whole number is taken away.
    #[must_use]
    pub fn less(&self, whole: &BigInt) -> Self {
        Self { numerator: &self.numerator - whole * &self.denominator, denominator: self.denominator.clone() }
    }

    /// It with the other sign.
    #[must_use]
    pub fn negated(self) -> Self {
        Self { numerator: -self.numerator, denominator: self.denominator }
    }

    /// How it stands to another.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Ordering {
        (&self.numerator * &other.denominator).cmp(&(&other.numerator * &self.denominator))
    }

    /// The same in lowest terms.
    #[must_use]
    pub fn fraction(&self) -> Fraction {
        Fraction::ratio(self.numerator.clone(), self.denominator.clone()).unwrap_or_else(Fraction::zero)
    }
}

#[cfg(test)]
mod tests {
    use super::ExactSum;
    use crate::domain::Fraction;
    use num_bigint::BigInt;

    fn sum(terms: &[(i128, i128)]) -> ExactSum {
        let mut sum = ExactSum::default();
        terms.iter().for_each(|(numerator, denominator)| sum.add(&Fraction::ratio(*numerator, *denominator).unwrap()));
        sum
    }

    #[test]
    fn sums_are_those_of_fractions_one_after_the_other() {
        let large = 10_i128.pow(20);
        let terms =
            [(1, 3), (1, 6), (-7, large + 39), (5, 2), (large, 7), (1, large + 39), (6, large + 39), (-1, 9_973)];
        for end in 0..=terms.len() {
            let exact = terms[..end].iter().map(|(of, by)| Fraction::ratio(*of, *by).unwrap()).sum::<Fraction>();
            let ratio = sum(&terms[..end]).ratio();
            assert_eq!(ratio.fraction(), exact);
            assert_eq!(ratio.round_half_away(), exact.round_half_away());
            let whole = exact.round_half_away();
            assert_eq!(ratio.less(&whole).fraction(), &exact - &Fraction::whole(whole));
        }
    }

    #[test]
    fn halves_go_away_from_zero_and_nothing_is_nothing() {
        let rounded = |terms: &[(i128, i128)]| sum(terms).ratio().round_half_away();
        let large = 10_i128.pow(20);
        assert_eq!(rounded(&[(1, 3), (1, 6)]), BigInt::from(1));
        assert_eq!(rounded(&[(-1, 3), (-1, 6)]), BigInt::from(-1));
        assert_eq!(rounded(&[(1, 3), (1, 6), (-1, large)]), BigInt::from(0));
        assert_eq!(rounded(&[(-5, 2), (1, large)]), BigInt::from(-2));
        assert!(sum(&[(1, large), (-1, large)]).ratio().is_zero());
        assert!(sum(&[]).ratio().is_zero());
    }
}
