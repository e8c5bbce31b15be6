//! Exact fractions: shares, quotients, deflators. No binary floating point.

use std::fmt;
use std::ops::{Add, Mul, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use rust_decimal::Decimal;

use super::Money;

/// An exact fraction in lowest terms, with a positive denominator.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fraction(BigRational);

impl Fraction {
    /// 0/1.
    #[must_use]
    pub fn zero() -> Self {
        Self(BigRational::zero())
    }

    /// 1/1.
    #[must_use]
    pub fn one() -> Self {
        Self(BigRational::one())
    }

    /// The whole number `value`.
    #[must_use]
    pub fn whole(value: impl Into<BigInt>) -> Self {
        Self(BigRational::from_integer(value.into()))
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
        (!denominator.is_zero()).then(|| Self(BigRational::new(numerator.into(), denominator)))
    }

    /// The decimal exactly as written.
    #[must_use]
    pub fn from_decimal(decimal: Decimal) -> Self {
        let denominator = BigInt::from(10).pow(decimal.scale());
        Self(BigRational::new(BigInt::from(decimal.mantissa()), denominator))
    }

    /// Whole minor units as a fraction.
    #[must_use]
    pub fn from_money(money: Money) -> Self {
        Self::whole(money.minor_units())
    }

    /// The quotient; `None` where the divisor is 0.
    #[must_use]
    pub fn checked_div(&self, divisor: &Self) -> Option<Self> {
        (!divisor.is_zero()).then(|| Self(&self.0 / &divisor.0))
    }

    /// The power of ten `10^digits`, for moves between units and minor units.
    #[must_use]
    pub fn power_of_ten(digits: u32) -> Self {
        Self::whole(BigInt::from(10).pow(digits))
    }

    /// Whether it is 0.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is below 0.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// The same without a sign.
    #[must_use]
    pub fn absolute(&self) -> Self {
        Self(self.0.abs())
    }

    /// Whether it can be a share: 0 or more, 1 or less.
    #[must_use]
    pub fn is_share(&self) -> bool {
        !self.is_negative() && self.0 <= BigRational::one()
    }

    /// The numerator, in lowest terms.
    #[must_use]
    pub fn numerator(&self) -> &BigInt {
        self.0.numer()
    }

    /// The denominator, in lowest terms, always positive.
    #[must_use]
    pub fn denominator(&self) -> &BigInt {
        self.0.denom()
    }

    /// The nearest binary floating point number, for charts and random draws only; `NaN` past their range.
    #[must_use]
    pub fn approximate(&self) -> f64 {
        self.0.to_f64().unwrap_or(f64::NAN)
    }

    /// `floor`, as a whole number.
    #[must_use]
    pub fn floor(&self) -> BigInt {
        self.0.floor().to_integer()
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
        self.0.round().to_integer()
    }

    /// Whole minor units, rounded half away from zero; `None` past the range of money.
    #[must_use]
    pub fn round_to_money(&self) -> Option<Money> {
        self.round_half_away().to_i128().and_then(Money::in_range)
    }

    /// `money x self`, rounded once to whole minor units; `None` past the range of money.
    #[must_use]
    pub fn of_money(&self, money: Money) -> Option<Money> {
        self.of_small_money(money).or_else(|| (&Self::from_money(money) * self).round_to_money())
    }

    /// The same in machine words, where all three numbers are small enough that nothing can overflow.
    fn of_small_money(&self, money: Money) -> Option<Money> {
        let units = i128::from(i64::try_from(money.minor_units()).ok()?);
        let numerator = i128::from(i32::try_from(self.numerator().to_i64()?).ok()?);
        let denominator = i128::from(self.denominator().to_i64()?);
        let product = units * numerator;
        let rounded = (2 * product.abs() + denominator) / (2 * denominator);
        Money::in_range(rounded * product.signum())
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
        with_point(&(self * &Self::power_of_ten(digits)).round_half_away(), digits)
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
        with_point(&self.round_half_away(), digits)
    }
}

/// Whole units of the last digit as decimal text.
fn with_point(units: &BigInt, digits: u32) -> String {
    let width = digits as usize + 1;
    let mut text = format!("{:0>width$}", units.abs());
    if digits > 0 {
        text.insert(text.len() - digits as usize, '.');
    }
    if units.is_negative() {
        text.insert(0, '-');
    }
    text
}

impl Add for &Fraction {
    type Output = Fraction;
    fn add(self, other: Self) -> Fraction {
        Fraction(&self.0 + &other.0)
    }
}

impl Sub for &Fraction {
    type Output = Fraction;
    fn sub(self, other: Self) -> Fraction {
        Fraction(&self.0 - &other.0)
    }
}

impl Mul for &Fraction {
    type Output = Fraction;
    fn mul(self, other: Self) -> Fraction {
        Fraction(&self.0 * &other.0)
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
