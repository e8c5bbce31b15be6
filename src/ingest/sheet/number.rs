//! The numbers of cells as text: decimal, exact, without the dust of binary fractions.

/// Significant digits that a spreadsheet keeps of a number, and shows.
const DIGITS: usize = 15;

/// Decimals that must be certain: one more than an amount has, so that none is rounded away in silence.
const DECIMALS: usize = 3;

/// A stored number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Number {
    /// As the spreadsheet shows it: at most fifteen significant digits, a point, no exponent.
    Exact(String),
    /// It has more digits than a spreadsheet keeps, so that nobody knows its last ones; as it is stored.
    Inexact(String),
}

/// Reads a number as a file stores it: `395118.5`, `2.7999999999999998E-2`. Anything else is `None`.
pub(super) fn number_of(stored: &str) -> Option<Number> {
    let (negative, digits, exponent) = parts(stored.trim())?;
    // Past this a decimal would be longer than any cell.
    if exponent.unsigned_abs() > 400 || digits.len() > 400 {
        return None;
    }
    let text = |digits: &str, exponent: i64| decimal(negative, digits, exponent);
    let significant = digits.trim_start_matches('0');
    let leading = digits.len() - significant.len();
    let trimmed = significant.trim_end_matches('0');
    if trimmed.len() <= DIGITS {
        return Some(Number::Exact(text(&digits, exponent)));
    }
    // Digits before the mark.
    let whole = i64::try_from(digits.len()).ok()? + exponent - i64::try_from(leading).ok()?;
    if whole > (DIGITS - DECIMALS) as i64 {
        return Some(Number::Inexact(text(&digits, exponent)));
    }
    let dropped = significant.len() - DIGITS;
    Some(Number::Exact(text(&rounded(significant), exponent + dropped as i64)))
}

/// A number as a percentage, exactly: `0.028` is `2.8`.
pub(super) fn hundredfold(number: &str) -> String {
    match parts(number) {
        Some((negative, digits, exponent)) => decimal(negative, &digits, exponent + 2),
        None => number.to_owned(),
    }
}

/// Sign, digits and power of ten of a decimal with or without an exponent.
fn parts(text: &str) -> Option<(bool, String, i64)> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let are_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    are_digits.then(|| (negative, digits, exponent.saturating_sub(fraction.len() as i64)))
}

/// The first fifteen digits, rounded half away from zero; one more where they carry over.
fn rounded(significant: &str) -> String {
    let (kept, rest) = significant.split_at(DIGITS);
    let mut kept = kept.as_bytes().to_vec();
    if rest.as_bytes().first().is_some_and(|digit| *digit >= b'5') {
        let mut carry = true;
        for digit in kept.iter_mut().rev() {
            if !carry {
                break;
            }
            carry = *digit == b'9';
            *digit = if carry { b'0' } else { *digit + 1 };
        }
        if carry {
            kept.insert(0, b'1');
        }
    }
    String::from_utf8_lossy(&kept).into_owned()
}

/// Digits times a power of ten, as plain decimal text without zeros that say nothing.
fn decimal(negative: bool, digits: &str, exponent: i64) -> String {
    let mut whole = digits.to_owned();
    let mut fraction = String::new();
    if exponent >= 0 {
        whole.extend(std::iter::repeat_n('0', usize::try_from(exponent).unwrap_or_default()));
    } else {
        let decimals = usize::try_from(exponent.unsigned_abs()).unwrap_or(usize::MAX);
        if whole.len() <= decimals {
            whole = format!("{}{whole}", "0".repeat(decimals + 1 - whole.len()));
        }
        fraction = whole.split_off(whole.len() - decimals);
    }
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let sign = if negative && (whole != "0" || !fraction.is_empty()) { "-" } else { "" };
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

#[cfg(test)]
mod tests {
    use super::{Number, hundredfold, number_of};

    fn exact(text: &str) -> Option<Number> {
        Some(Number::Exact(text.to_owned()))
    }

    #[test]
    fn numbers_have_the_digits_that_a_spreadsheet_shows() {
        for (stored, shown) in [
            ("2017", "2017"),
            ("2017.0", "2017"),
            ("395118.5", "395118.5"),
            ("-0.01", "-0.01"),
            ("-0", "0"),
            ("0.30000000000000004", "0.3"),
            ("3702.2999999999997", "3702.3"),
            ("434.99999999999994", "435"),
            ("3.3333333333333335E-5", "0.0000333333333333333"),
            ("9999999999999.99", "9999999999999.99"),
            ("4.72E7", "47200000"),
            ("999.9999999999999999", "1000"),
            ("1E+3", "1000"),
            ("12300000000000000000", "12300000000000000000"),
        ] {
            assert_eq!(number_of(stored), exact(shown), "{stored}");
        }
    }

    #[test]
    fn a_number_of_more_digits_than_are_kept_is_told_apart() {
        for stored in ["99999999999999.99", "1234567890123456.78", "12345678901234567"] {
            assert_eq!(number_of(stored), Some(Number::Inexact(stored.to_owned())), "{stored}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for stored in ["", "-", "1_000", "1,5", "NaN", "inf", "1e", "0x10", "1e999999999999999999", "1e500"] {
            assert_eq!(number_of(stored), None, "{stored}");
        }
    }

    #[test]
    fn a_percentage_is_a_hundred_times_what_is_stored() {
        for (stored, shown) in [("0.028", "2.8"), ("-0.5", "-50"), ("1", "100"), ("0", "0"), ("0.00001", "0.001")] {
            assert_eq!(hundredfold(stored), shown);
        }
    }
}
