//! Figures as a person reads them.

use crate::diagnostics::text::printable;
use crate::report::Cell;

/// What stands where a figure is not known.
pub(super) const UNKNOWN: &str = "\u{2013}";

/// Plain decimal text with its digits in groups of three: `630021.00` is `630,021.00`.
pub(super) fn grouped(plain: &str) -> String {
    let (sign, unsigned) = match plain.strip_prefix(['-', '+']) {
        Some(rest) => plain.split_at(plain.len() - rest.len()),
        None => ("", plain),
    };
    let (whole, fraction) = unsigned.split_once('.').map_or((unsigned, None), |(w, f)| (w, Some(f)));
    let mut out = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// A cell as a person reads it.
pub(super) fn text(cell: &Cell) -> String {
    match cell {
        Cell::Blank => String::new(),
        Cell::Text(text) => printable(text),
        Cell::Figure(plain) => grouped(plain),
        Cell::Unknown => UNKNOWN.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn digits_stand_in_groups_of_three() {
        for (plain, expected) in [
            ("0", "0"),
            ("999.99", "999.99"),
            ("1000", "1,000"),
            ("630021.00", "630,021.00"),
            ("-1234567.80", "-1,234,567.80"),
            ("+125854.00", "+125,854.00"),
        ] {
            assert_eq!(grouped(plain), expected);
        }
    }
}
