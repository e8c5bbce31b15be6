//! Numbers: decimals read as fractions, the one rounding, money as text.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Pow, Signed, Zero};

/// A plain decimal (`-12.50`) as a fraction.
pub(crate) fn decimal(text: &str) -> Result<BigRational, String> {
    let bad = || format!("{text:?} is not a number");
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all: String = [whole, fraction].concat();
    if whole.is_empty() || !all.bytes().all(|b| b.is_ascii_digit()) {
        return Err(bad());
    }
    let numerator: BigInt = all.parse().map_err(|_| bad())?;
    let value = BigRational::new(numerator, power_of_ten(fraction.len()));
    Ok(if negative { -value } else { value })
}

/// Digits after the point of a decimal text.
pub(crate) fn digits_after_point(text: &str) -> usize {
    text.split_once('.').map_or(0, |(_, fraction)| fraction.len())
}

/// Ten to that power.
pub(crate) fn power_of_ten(exponent: usize) -> BigInt {
    BigInt::from(10).pow(exponent)
}

/// A small whole number as a fraction.
pub(crate) fn integer(value: i32) -> BigRational {
    BigRational::from_integer(BigInt::from(value))
}

/// A whole number as a fraction.
pub(crate) fn whole(value: &BigInt) -> BigRational {
    BigRational::from_integer(value.clone())
}

/// To the nearest whole number, halves away from zero.
pub(crate) fn rounded(value: &BigRational) -> BigInt {
    let half = BigRational::new(BigInt::one(), BigInt::from(2));
    let size = (value.abs() + half).floor().to_integer();
    if value.is_negative() { -size } else { size }
}

/// Whether a share lies within 0 and 1.
pub(crate) fn is_share(value: &BigRational) -> bool {
    *value >= BigRational::zero() && *value <= BigRational::one()
}

/// Minor digits of a currency.
pub(crate) fn minor_digits(currency: &str) -> usize {
    match currency {
        "JPY" => 0,
        "KWD" => 3,
        _ => 2,
    }
}

/// Minor units as text: `-1234` with 2 digits is `-12.34`.
pub(crate) fn money_text(minor: &BigInt, digits: usize) -> String {
    let sign = if minor.is_negative() { "-" } else { "" };
    let unit = power_of_ten(digits);
    let size = minor.abs();
    if digits == 0 {
        return format!("{sign}{size}");
    }
    let rest = (&size % &unit).to_string();
    format!("{sign}{}.{rest:0>digits$}", &size / &unit)
}
