//! Fractions of machine words: nearly all that there are. Whatever does not fit is for unbounded integers.

use std::cmp::Ordering;

use num_integer::Integer;

/// A fraction in lowest terms, with a positive denominator; the numerator is not the least of its kind, so that it has a
/// counterpart of the other sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Small {
    numerator: i64,
    denominator: i64,
}

/// A numerator and a denominator in lowest terms that may not fit.
pub(super) type Wide = (i128, i128);

impl Small {
    pub(super) const ZERO: Self = Self { numerator: 0, denominator: 1 };
    pub(super) const ONE: Self = Self { numerator: 1, denominator: 1 };

    /// Of terms that are lowest already; `None` where they do not fit.
    pub(super) fn of((numerator, denominator): Wide) -> Option<Self> {
        let numerator = i64::try_from(numerator).ok().filter(|numerator| *numerator != i64::MIN)?;
        Some(Self { numerator, denominator: i64::try_from(denominator).ok()? })
    }

    /// Of any terms, the denominator above 0.
    pub(super) fn reduced(numerator: i64, denominator: i64) -> Option<Self> {
        let common = numerator.unsigned_abs().gcd(&denominator.unsigned_abs());
        let common = i128::from(common).max(1);
        Self::of((i128::from(numerator) / common, i128::from(denominator) / common))
    }

    pub(super) fn numerator(self) -> i64 {
        self.numerator
    }

    pub(super) fn denominator(self) -> i64 {
        self.denominator
    }

    pub(super) fn negated(self) -> Self {
        Self { numerator: -self.numerator, ..self }
    }

    /// One over it; `None` of 0.
    pub(super) fn inverse(self) -> Option<Self> {
        match self.numerator.signum() {
            0 => None,
            sign => Some(Self { numerator: self.denominator * sign, denominator: self.numerator.abs() }),
        }
    }

    /// The sum, in lowest terms. Products of two words are below 2^126, so that nothing overflows.
    pub(super) fn plus(self, other: Self) -> Wide {
        let common = gcd(self.denominator, other.denominator);
        let (left, right) = (self.denominator / common, other.denominator / common);
        let numerator = i128::from(self.numerator) * i128::from(right) + i128::from(other.numerator) * i128::from(left);
        // What numerator and denominator still have in common divides what the denominators had.
        let again = if common == 1 { 1 } else { gcd(rest(numerator, common), common) };
        (numerator / i128::from(again), i128::from(left) * i128::from(other.denominator / again))
    }

    /// The product, in lowest terms.
    pub(super) fn times(self, other: Self) -> Wide {
        let (left, right) = (gcd(self.numerator, other.denominator), gcd(other.numerator, self.denominator));
        let numerator = i128::from(self.numerator / left) * i128::from(other.numerator / right);
        (numerator, i128::from(self.denominator / right) * i128::from(other.denominator / left))
    }

    pub(super) fn compare(self, other: Self) -> Ordering {
        let left = i128::from(self.numerator) * i128::from(other.denominator);
        left.cmp(&(i128::from(other.numerator) * i128::from(self.denominator)))
    }

    /// Rounded half away from zero.
    pub(super) fn rounded(self) -> i128 {
        round(i128::from(self.numerator), i128::from(self.denominator))
    }

    pub(super) fn floor(self) -> i128 {
        i128::from(self.numerator.div_euclid(self.denominator))
    }

    /// Whole units of the digit so many places behind the point, rounded half away from zero; `None` where it does not fit.
    pub(super) fn units(self, digits: u32) -> Option<i128> {
        let power = 10_i128.checked_pow(digits).filter(|_| digits <= 18)?;
        Some(round(i128::from(self.numerator) * power, i128::from(self.denominator)))
    }

    /// `money x self`, rounded half away from zero.
    pub(super) fn of_units(self, units: i128) -> Option<i128> {
        let units = i128::from(i64::try_from(units).ok()?);
        Some(round(units * i128::from(self.numerator), i128::from(self.denominator)))
    }
}

/// Below 2^126 both, so that twice the one and the other do not overflow.
fn round(numerator: i128, denominator: i128) -> i128 {
    let (whole, rest) = (numerator / denominator, numerator % denominator);
    whole + if 2 * rest.abs() >= denominator { numerator.signum() } else { 0 }
}

/// The greatest number that divides both, at least 1.
fn gcd(one: i64, other: i64) -> i64 {
    if one == 1 || other == 1 {
        return 1;
    }
    let found = one.unsigned_abs().gcd(&other.unsigned_abs());
    i64::try_from(found).unwrap_or(1).max(1)
}

/// What is left of a number divided by a word.
fn rest(number: i128, by: i64) -> i64 {
    i64::try_from(number % i128::from(by)).unwrap_or_default()
}
