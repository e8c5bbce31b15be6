//! Exact fractions: shares, quotients, deflators. No binary floating point.

mod small;

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Mul, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use rust_decimal::Decimal;

use super::Money;
use super::money::with_point;
use small::{Small, Wide};

/// An exact fraction in lowest terms, with a positive denominator. It has no bounds: one whose terms fit into machine words
/// stands in them, any other in integers as long as they must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fraction(Terms);

/// What fits is small, always, so that fractions alike are equal.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Terms {
    Small(Small),
    Long(Box<BigRational>),
}

/// The largest whole number up to which every one is a binary floating point number.
const EXACT: u64 = 1 << 53;

impl Fraction {
    /// 0/1.
    #[must_use]
    pub fn zero() -> Self {
        Self(Terms::Small(Small::ZERO))
    }

    /// 1/1.
    #[must_use]
    pub fn one() -> Self {
        Self(Terms::Small(Small::ONE))
    }

    /// The whole number `value`.
    #[must_use]
    pub fn whole(value: impl Into<BigInt>) -> Self {
        Self::long(BigRational::from_integer(value.into()))
    }

    /// `numerator / denominator`; `None` where the denominator is 0.
    ///
    /// ```
    /// use thb_cost::domain::Fraction;
    /// let share = Fraction::ratio(87, 114_000).unwrap();
    /// assert_eq!(share.to_string(), "29/38000");
    /// ```
    #[must_use]
    pub fn ratio(numerator: impl Into<BigInt>, denominator: impl Into<BigInt>) -> Option<Self> {
        let denominator = denominator.into();
        (!denominator.is_zero()).then(|| Self::long(BigRational::new(numerator.into(), denominator)))
    }

    /// The decimal exactly as written.
    #[must_use]
    pub fn from_decimal(decimal: Decimal) -> Self {
        let words = i64::try_from(decimal.mantissa()).ok().zip(10_i64.checked_pow(decimal.scale()));
        if let Some(small) = words.and_then(|(numerator, denominator)| Small::reduced(numerator, denominator)) {
            return Self(Terms::Small(small));
        }
        let denominator = BigInt::from(10).pow(decimal.scale());
        Self::long(BigRational::new(BigInt::from(decimal.mantissa()), denominator))
    }

    /// Whole minor units as a fraction.
    #[must_use]
    pub fn from_money(money: Money) -> Self {
        Self::wide((money.minor_units(), 1))
    }

    /// Terms that are lowest.
    fn wide(terms: Wide) -> Self {
        match Small::of(terms) {
            Some(small) => Self(Terms::Small(small)),
            None => Self(Terms::Long(Box::new(BigRational::new_raw(terms.0.into(), terms.1.into())))),
        }
    }

    fn long(number: BigRational) -> Self {
        match number.numer().to_i64().zip(number.denom().to_i64()).map(|(above, below)| (above.into(), below.into())) {
            Some(terms) => Self::wide(terms),
            None => Self(Terms::Long(Box::new(number))),
        }
    }

    /// In integers as long as they must be.
    fn to_long(&self) -> BigRational {
        match &self.0 {
            Terms::Small(small) => BigRational::new_raw(small.numerator().into(), small.denominator().into()),
            Terms::Long(long) => (**long).clone(),
        }
    }

    /// The quotient; `None` where the divisor is 0.
    #[must_use]
    pub fn checked_div(&self, divisor: &Self) -> Option<Self> {
        match (&self.0, &divisor.0) {
            (Terms::Small(small), Terms::Small(divisor)) => Some(Self::wide(small.times(divisor.inverse()?))),
            _ => (!divisor.is_zero()).then(|| Self::long(self.to_long() / divisor.to_long())),
        }
    }

    /// The power of ten `10^digits`, for moves between units and minor units.
    #[must_use]
    pub fn power_of_ten(digits: u32) -> Self {
        Self::whole(BigInt::from(10).pow(digits))
    }

    /// Whether its terms fit into machine words.
    #[must_use]
    pub fn is_short(&self) -> bool {
        matches!(self.0, Terms::Small(_))
    }

    /// Whether it is 0.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.0 == Terms::Small(Small::ZERO)
    }

    /// Whether it is below 0.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Terms::Small(small) => small.numerator() < 0,
            Terms::Long(long) => long.is_negative(),
        }
    }

    /// The same without a sign.
    #[must_use]
    pub fn absolute(&self) -> Self {
        if self.is_negative() { self.negated() } else { self.clone() }
    }

    fn negated(&self) -> Self {
        match &self.0 {
            Terms::Small(small) => Self(Terms::Small(small.negated())),
            Terms::Long(long) => Self(Terms::Long(Box::new(-(**long).clone()))),
        }
    }

    /// Whether it can be a share: 0 or more, 1 or less.
    #[must_use]
    pub fn is_share(&self) -> bool {
        !self.is_negative() && *self <= Self::one()
    }

    /// The numerator, in lowest terms.
    #[must_use]
    pub fn numerator(&self) -> BigInt {
        match &self.0 {
            Terms::Small(small) => small.numerator().into(),
            Terms::Long(long) => long.numer().clone(),
        }
    }

    /// The denominator, in lowest terms, always positive.
    #[must_use]
    pub fn denominator(&self) -> BigInt {
        match &self.0 {
            Terms::Small(small) => small.denominator().into(),
            Terms::Long(long) => long.denom().clone(),
        }
    }

    /// The nearest binary floating point number, for charts and random draws only; `NaN` past their range.
    #[must_use]
    #[expect(
        clippy::float_arithmetic,
        clippy::cast_precision_loss,
        reason = "both are exact, and no money comes of it"
    )]
    pub fn approximate(&self) -> f64 {
        match &self.0 {
            Terms::Small(small)
                if small.numerator().unsigned_abs() <= EXACT && small.denominator().unsigned_abs() <= EXACT =>
            {
                small.numerator() as f64 / small.denominator() as f64
            }
            _ => self.to_long().to_f64().unwrap_or(f64::NAN),
        }
    }

    /// `floor`, as a whole number.
    #[must_use]
    pub fn floor(&self) -> BigInt {
        match &self.0 {
            Terms::Small(small) => small.floor().into(),
            Terms::Long(long) => long.floor().to_integer(),
        }
    }

    /// Rounded half away from zero to a whole number: the one rounding of the ledger.
    ///
    /// ```
    /// use thb_cost::domain::Fraction;
    /// let rounded = |numerator: i32| Fraction::ratio(numerator, 2).unwrap().round_half_away().to_string();
    /// assert_eq!(rounded(5), "3");
    /// assert_eq!(rounded(-5), "-3");
    /// ```
    #[must_use]
    pub fn round_half_away(&self) -> BigInt {
        match &self.0 {
            Terms::Small(small) => small.rounded().into(),
            Terms::Long(long) => long.round().to_integer(),
        }
    }

    /// Whole minor units, rounded half away from zero; `None` past the range of money.
    #[must_use]
    pub fn round_to_money(&self) -> Option<Money> {
        match &self.0 {
            Terms::Small(small) => Money::in_range(small.rounded()),
            Terms::Long(long) => long.round().to_integer().to_i128().and_then(Money::in_range),
        }
    }

    /// `money x self`, rounded once to whole minor units; `None` past the range of money.
    #[must_use]
    pub fn of_money(&self, money: Money) -> Option<Money> {
        let in_words = match &self.0 {
            Terms::Small(small) => small.of_units(money.minor_units()),
            Terms::Long(_) => None,
        };
        match in_words {
            Some(units) => Money::in_range(units),
            None => (&Self::from_money(money) * self).round_to_money(),
        }
    }

    /// Decimal text with exactly `digits` after the point, rounded half away from zero.
    ///
    /// ```
    /// use thb_cost::domain::Fraction;
    /// assert_eq!(Fraction::ratio(63_002_100, 505).unwrap().to_decimal(0), "124757");
    /// assert_eq!(Fraction::ratio(-1, 8).unwrap().to_decimal(2), "-0.13");
    /// ```
    #[must_use]
    pub fn to_decimal(&self, digits: u32) -> String {
        let in_words = match &self.0 {
            Terms::Small(small) => small.units(digits),
            Terms::Long(_) => None,
        };
        match in_words {
            Some(units) => Money::from_minor_units(units).to_plain(digits),
            None => big_with_point(&(self * &Self::power_of_ten(digits)).round_half_away(), digits),
        }
    }

    /// Minor units of a currency with so many digits as decimal text of whole units, rounded once, half away from zero.
    ///
    /// ```
    /// use thb_cost::domain::Fraction;
    /// assert_eq!(Fraction::ratio(63_002_100, 505).unwrap().minor_to_decimal(2), "1247.57");
    /// assert_eq!(Fraction::ratio(-1, 2).unwrap().minor_to_decimal(2), "-0.01");
    /// ```
    #[must_use]
    pub fn minor_to_decimal(&self, digits: u32) -> String {
        match &self.0 {
            Terms::Small(small) => Money::from_minor_units(small.rounded()).to_plain(digits),
            Terms::Long(_) => big_with_point(&self.round_half_away(), digits),
        }
    }
}

/// Whole units of the last digit as decimal text.
fn big_with_point(units: &BigInt, digits: u32) -> String {
    with_point(units.is_negative(), &units.magnitude().to_string(), digits)
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Terms::Small(one), Terms::Small(other)) => one.compare(*other),
            _ => self.to_long().cmp(&other.to_long()),
        }
    }
}

impl Add for &Fraction {
    type Output = Fraction;
    fn add(self, other: Self) -> Fraction {
        match (&self.0, &other.0) {
            (Terms::Small(one), Terms::Small(other)) => Fraction::wide(one.plus(*other)),
            _ => Fraction::long(self.to_long() + other.to_long()),
        }
    }
}

impl Sub for &Fraction {
    type Output = Fraction;
    fn sub(self, other: Self) -> Fraction {
        match (&self.0, &other.0) {
            (Terms::Small(one), Terms::Small(other)) => Fraction::wide(one.plus(other.negated())),
            _ => Fraction::long(self.to_long() - other.to_long()),
        }
    }
}

impl Mul for &Fraction {
    type Output = Fraction;
    fn mul(self, other: Self) -> Fraction {
        match (&self.0, &other.0) {
            (Terms::Small(one), Terms::Small(other)) => Fraction::wide(one.times(*other)),
            _ => Fraction::long(self.to_long() * other.to_long()),
        }
    }
}

impl std::iter::Sum for Fraction {
    fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
        items.fold(Self::zero(), |sum, item| &sum + &item)
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator(), self.denominator())
    }
}

/// A number with as many digits after the point as it has, at most twelve.
///
/// ```
/// use thb_cost::domain::{Fraction, plain_decimal};
/// assert_eq!(plain_decimal(&Fraction::ratio(5, 2).unwrap()), "2.5");
/// assert_eq!(plain_decimal(&Fraction::whole(100)), "100");
/// ```
#[must_use]
pub fn plain_decimal(number: &Fraction) -> String {
    decimal_within(number, 12)
}

/// A number with as many digits after the point as it has, at most so many.
///
/// ```
/// use thb_cost::domain::{Fraction, decimal_within};
/// assert_eq!(decimal_within(&Fraction::ratio(4, 3).unwrap(), 2), "1.33");
/// assert_eq!(decimal_within(&Fraction::whole(100), 0), "100");
/// ```
#[must_use]
pub fn decimal_within(number: &Fraction, digits: u32) -> String {
    let text = number.to_decimal(digits);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A share in per cent with four digits after the point, or with as many more as a small one needs to show two.
///
/// ```
/// use thb_cost::domain::{Fraction, per_cent_text};
/// assert_eq!(per_cent_text(&Fraction::ratio(29, 38_000).unwrap()), "0.0763 %");
/// assert_eq!(per_cent_text(&Fraction::ratio(7, 10).unwrap()), "70 %");
/// assert_eq!(per_cent_text(&Fraction::ratio(2, 1_000_000_000).unwrap()), "0.0000002 %");
/// ```
#[must_use]
pub fn per_cent_text(share: &Fraction) -> String {
    let per_cent = share * &Fraction::whole(100);
    let significant = |digits: u32| {
        let text = per_cent.to_decimal(digits);
        text.bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0').count() >= 2
    };
    let digits = (4..=20).find(|digits| per_cent.is_zero() || significant(*digits)).unwrap_or(20);
    let text = per_cent.to_decimal(digits);
    format!("{} %", text.trim_end_matches('0').trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

    use num_bigint::BigInt;
    use num_rational::BigRational;
    use num_traits::ToPrimitive;
    use proptest::prelude::{Strategy, any, prop_assert_eq, prop_oneof, proptest};

    use super::Fraction;

    /// Small ones, those at the ends of a word, and longer ones.
    fn terms() -> impl Strategy<Value = (i128, i128)> {
        let word = || {
            prop_oneof![
                -20_i128..20,
                any::<i64>().prop_map(i128::from),
                i128::from(i64::MIN)..i128::from(i64::MIN) + 3,
                i128::from(i64::MAX) - 3..i128::from(i64::MAX) + 3,
                any::<i128>()
            ]
        };
        (word(), word()).prop_filter("a denominator", |(_, below)| *below != 0)
    }

    proptest! {
        /// In machine words as in integers of any length.
        #[test]
        fn words_are_as_good_as_long_integers(one in terms(), other in terms(), digits in 0..25_u32) {
            let long = |(above, below): (i128, i128)| BigRational::new(BigInt::from(above), BigInt::from(below));
            let short = |(above, below): (i128, i128)| Fraction::ratio(above, below).unwrap();
            let (a, b, x, y) = (long(one), long(other), short(one), short(other));
            for (found, expected) in [(&x + &y, &a + &b), (&x - &y, &a - &b), (&x * &y, &a * &b), (x.absolute(), num_traits::Signed::abs(&a))] {
                prop_assert_eq!((found.numerator(), found.denominator()), (expected.numer().clone(), expected.denom().clone()));
                prop_assert_eq!(found, Fraction::ratio(expected.numer().clone(), expected.denom().clone()).unwrap());
            }
            prop_assert_eq!(x.checked_div(&y).map(|found| found.to_long()), (b != BigRational::from_integer(0.into())).then(|| &a / &b));
            prop_assert_eq!(x.cmp(&y), a.cmp(&b));
            prop_assert_eq!((x.floor(), x.round_half_away()), (a.floor().to_integer(), a.round().to_integer()));
            prop_assert_eq!(x.approximate().to_bits(), a.to_f64().unwrap().to_bits());
            let scaled = (&a * BigRational::from_integer(BigInt::from(10).pow(digits))).round().to_integer();
            prop_assert_eq!(x.to_decimal(digits).replace('.', "").parse::<BigInt>().unwrap(), scaled);
        }
    }
}
