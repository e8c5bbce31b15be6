//! Numbers in files that are no amounts, read exactly as decimals.

use rust_decimal::Decimal;

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
    use super::decimal;

    #[test]
    fn what_is_not_plain_is_refused() {
        for text in ["1e5", "NaN", "inf", "+5", "5.", ".5", "1_000", "1,000", "0x10", "--5", "5-", "٣", "", "-"] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }

    #[test]
    fn decimals_keep_every_digit_or_are_refused() {
        assert_eq!(decimal("0.0000000000000000000000000001").map(|d| d.scale()), Some(28));
        assert_eq!(decimal("0.00000000000000000000000000001"), None);
    }
}
