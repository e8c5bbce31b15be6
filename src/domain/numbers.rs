//! Numbers in files, read exactly: amounts to whole minor units, other numbers to decimals.

use rust_decimal::Decimal;

use super::Money;

/// Digits before the mark that an amount may have.
pub const AMOUNT_DIGITS: usize = 15;

/// Why an amount was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountFault {
    /// Not digits with at most one point and a minus in front.
    NotPlain,
    /// More minor digits than the currency has.
    MinorDigits,
    /// More than 15 digits before the mark.
    Range,
}

/// An amount such as `395118.00` or `-1200` in whole minor units.
///
/// # Errors
///
/// Why the text is no amount of the currency.
pub fn amount(text: &str, minor_digits: u32) -> Result<Money, AmountFault> {
    let (whole, fraction) = plain_digits(text).ok_or(AmountFault::NotPlain)?;
    if fraction.len() > minor_digits as usize {
        return Err(AmountFault::MinorDigits);
    }
    if whole.trim_start_matches('0').len() > AMOUNT_DIGITS {
        return Err(AmountFault::Range);
    }
    let mut exact = Decimal::from_str_exact(text).map_err(|_| AmountFault::Range)?;
    exact.rescale(minor_digits);
    Ok(Money::from_minor_units(exact.mantissa()))
}

/// A decimal such as `114000`, `0.0763` or `-1.6`, exactly as written; anything else is `None`.
#[must_use]
pub fn decimal(text: &str) -> Option<Decimal> {
    plain_digits(text)?;
    Decimal::from_str_exact(text).ok()
}

/// Digits before and after the point, where the text is nothing but these and a minus in front.
fn plain_digits(text: &str) -> Option<(&str, &str)> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = match unsigned.split_once('.') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (unsigned, ""),
    };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    (!whole.is_empty() && digits(whole) && digits(fraction)).then_some((whole, fraction))
}

#[cfg(test)]
mod tests {
    use super::{AmountFault, amount, decimal};

    #[test]
    fn amounts_are_exact_minor_units() {
        let units = |text| amount(text, 2).map(|money| money.minor_units());
        assert_eq!(units("395118"), Ok(39_511_800));
        assert_eq!(units("395118.5"), Ok(39_511_850));
        assert_eq!(units("-0.01"), Ok(-1));
        assert_eq!(units("999999999999999.99"), Ok(99_999_999_999_999_999));
        assert_eq!(amount("12", 0).map(|money| money.minor_units()), Ok(12));
    }

    #[test]
    fn what_is_not_plain_is_refused() {
        for text in ["1e5", "NaN", "inf", "+5", "5.", ".5", "1_000", "1,000", "0x10", "--5", "5-", "٣", "", "-"] {
            assert_eq!(amount(text, 2), Err(AmountFault::NotPlain), "{text}");
            assert_eq!(decimal(text), None, "{text}");
        }
        assert_eq!(amount("0.001", 2), Err(AmountFault::MinorDigits));
        assert_eq!(amount("1000000000000000", 2), Err(AmountFault::Range));
    }

    #[test]
    fn decimals_keep_every_digit_or_are_refused() {
        assert_eq!(decimal("0.0000000000000000000000000001").map(|d| d.scale()), Some(28));
        assert_eq!(decimal("0.00000000000000000000000000001"), None);
    }
}
