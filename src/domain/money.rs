//! Money: whole minor units of a currency, in 128 bits.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub};

/// Whole minor units (stotinki, cents). Which currency they are of is known from where they stand.
///
/// An input amount has at most 18 digits before the mark and a worked-out one is refused past [`Money::in_range`], so
/// that ten thousand million of either add up inside 128 bits: the plain operators cannot overflow on any input that
/// fits a disk. A published total has at most 24.
///
/// It stands on eight bytes, as all that is beside it in a line: on sixteen, as `i128` does, each line would have gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[repr(Rust, packed(8))]
pub struct Money(i128);

impl Money {
    /// Nothing: a known amount of 0.00, which is not the same as an unknown one.
    pub const ZERO: Self = Self(0);

    /// From whole minor units.
    #[must_use]
    pub const fn from_minor_units(units: i128) -> Self {
        Self(units)
    }

    /// From whole minor units that a calculation gave; `None` past 10^27, where a later sum might not fit.
    #[must_use]
    pub const fn in_range(units: i128) -> Option<Self> {
        if units.unsigned_abs() <= 10_u128.pow(27) { Some(Self(units)) } else { None }
    }

    /// The whole minor units.
    #[must_use]
    pub const fn minor_units(self) -> i128 {
        self.0
    }

    /// Whether it is below 0.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Whether it is 0.00.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Plain text with `digits` minor digits and a point, no groups.
    ///
    /// ```
    /// use thb_cost::domain::Money;
    /// assert_eq!(Money::from_minor_units(63_002_100).to_plain(2), "630021.00");
    /// assert_eq!(Money::from_minor_units(-5).to_plain(2), "-0.05");
    /// assert_eq!(Money::from_minor_units(5).to_plain(0), "5");
    /// ```
    #[must_use]
    pub fn to_plain(self, digits: u32) -> String {
        // Without the machinery of formats: most of what is shown is money.
        with_point(self.is_negative(), itoa::Buffer::new().format(self.0.unsigned_abs()), digits)
    }
}

/// Whole units of the last digit, written without a sign, as decimal text with so many digits after the point.
pub(super) fn with_point(is_negative: bool, units: &str, digits: u32) -> String {
    let digits = digits as usize;
    let zeros = (digits + 1).saturating_sub(units.len());
    let mut text = String::with_capacity(units.len() + zeros + 2);
    if is_negative {
        text.push('-');
    }
    text.extend(std::iter::repeat_n('0', zeros));
    text.push_str(units);
    if digits > 0 {
        text.insert(text.len() - digits, '.');
    }
    text
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Add for &Money {
    type Output = Money;
    fn add(self, other: Self) -> Money {
        *self + *other
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
        items.fold(Self::ZERO, Add::add)
    }
}
