//! Numbers that are no amounts: drivers, rates, changes of prices, counts. The mark is that of the column, as with amounts.

use rust_decimal::Decimal;

use super::amount::{AmountFault, Readings};
use super::marks::{Groups, Mark, Marks};
use super::notation::{Exact, Written};
use crate::domain::NamedCurrency;

/// What a column of numbers holds, which says what a mark in doubt is and what a percentage means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Values of drivers: a percentage is a hundredth.
    Value,
    /// Changes of prices, which are per cent anyway, and have a decimal point where a mark could be read two ways.
    Price,
    /// Exchange rates, which are no percentages, and have a decimal point where a mark could be read two ways.
    Rate,
    /// Counts, which are whole: a mark is one between groups.
    Count,
}

/// A number, and the currency beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// Its value.
    pub value: Decimal,
    /// The currency that stands beside it.
    pub named: Option<NamedCurrency>,
}

/// Reads a number with the marks of its column; `None` where it is none, or is past 28 digits.
#[must_use]
pub fn number(text: &str, marks: Marks, kind: Kind) -> Option<Number> {
    let written = Written::of(text)?;
    let mark = match kind {
        Kind::Count => None,
        Kind::Value | Kind::Price | Kind::Rate => Some(marks.decimal.unwrap_or(Mark::Point)),
    };
    let exact = match mark {
        Some(mark) => written.with(mark, marks.groups)?.0,
        None => whole(&written, marks.groups)?,
    };
    let scale = match (written.percent, kind) {
        (false, _) | (true, Kind::Price) => exact.scale,
        (true, Kind::Value) => exact.scale + 2,
        (true, Kind::Count | Kind::Rate) => return None,
    };
    Some(Number { value: decimal(Exact { scale, ..exact })?, named: written.named })
}

/// A whole number, any marks of which are between groups.
fn whole(written: &Written<'_>, groups: Groups) -> Option<Exact> {
    let readings = Mark::ALL.map(|mark| written.with(mark, groups).map(|(exact, _)| exact));
    readings.into_iter().flatten().find(|exact| exact.scale <= 0)
}

/// As a decimal, which holds 28 digits.
fn decimal(exact: Exact) -> Option<Decimal> {
    let (units, scale) = match u32::try_from(exact.scale) {
        Ok(scale) => (exact.units, scale),
        Err(_) => (exact.units.checked_mul(10_i128.checked_pow(exact.scale.unsigned_abs())?)?, 0),
    };
    Decimal::try_from_i128_with_scale(units, scale).ok()
}

/// What a number can be with each mark, for the decision about its column.
#[must_use]
pub fn readings(text: &str, groups: Groups) -> Readings {
    let Some(written) = Written::of(text) else { return Readings::same(Err(AmountFault::NotANumber)) };
    let mut group = None;
    let mut with = |mark| {
        let (exact, of_mark) = written.with(mark, groups).ok_or(AmountFault::NotANumber)?;
        group = group.or(of_mark);
        // In units so small that any two numbers differ in them; what does not fit differs all the same.
        let power = u32::try_from(8 - exact.scale.min(8)).ok().and_then(|power| 10_i128.checked_pow(power));
        power.and_then(|power| exact.units.checked_mul(power)).ok_or(AmountFault::Range)
    };
    let (point, comma) = (with(Mark::Point), with(Mark::Comma));
    Readings { point, comma, group }
}

/// A count with its groups taken out, in which one stands for this power of ten: `1 234` is 1234; `<1 000` and
/// `1 200-1 300` likewise. Anything else is left as it is.
#[must_use]
pub fn count_text(text: &str, groups: Groups, power: u32) -> String {
    const DASHES: [char; 5] = ['-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2014}'];
    let plain = |piece: &str| {
        let (sign, number_text) = piece.strip_prefix('<').map_or(("", piece), |rest| ("<", rest.trim_start()));
        let starts = number_text.starts_with(|letter: char| letter.is_ascii_digit());
        let count = starts.then(|| number(number_text, Marks { decimal: None, groups }, Kind::Count)).flatten();
        let value = count.filter(|count| count.named.is_none())?.value;
        let value = value.checked_mul(Decimal::from(10_u64.checked_pow(power)?))?;
        Some(format!("{sign}{value}"))
    };
    let pieces: Option<Vec<String>> = text.split(DASHES).map(|piece| plain(piece.trim())).collect();
    pieces.map_or_else(|| text.to_owned(), |pieces| pieces.join("-"))
}

#[cfg(test)]
mod tests {
    use super::{Groups, Kind, Mark, Marks, count_text, number};

    #[test]
    fn counts_lose_their_groups_and_nothing_else() {
        for (text, expected) in [
            ("1 234", "1234"),
            ("<1 000", "<1000"),
            ("1 200 - 1 300", "1200-1300"),
            ("5–10", "5-10"),
            ("505", "505"),
            ("4.5", "4.5"),
            ("-5", "-5"),
        ] {
            assert_eq!(count_text(text, Groups::Any, 0), expected);
        }
    }

    #[test]
    fn numbers_mean_what_their_column_holds() {
        let comma = Marks { decimal: Some(Mark::Comma), ..Marks::default() };
        for (text, marks, kind, expected) in [
            ("114000", Marks::default(), Kind::Value, Some("114000")),
            ("114 000,5", comma, Kind::Value, Some("114000.5")),
            ("12,5 %", comma, Kind::Value, Some("0.125")),
            ("2.8%", Marks::default(), Kind::Price, Some("2.8")),
            ("2.8%", Marks::default(), Kind::Rate, None),
            ("1.956", Marks::default(), Kind::Rate, Some("1.956")),
            ("1 234", Marks::default(), Kind::Count, Some("1234")),
            ("1.234", Marks::default(), Kind::Count, Some("1234")),
            ("1,234", Marks::default(), Kind::Count, Some("1234")),
            ("12.5", Marks::default(), Kind::Count, None),
            ("1.6E3", Marks::default(), Kind::Value, Some("1600")),
            ("45 лв.", Marks::default(), Kind::Value, Some("45")),
            ("x", Marks::default(), Kind::Value, None),
        ] {
            let found = number(text, marks, kind).map(|number| number.value.to_string());
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
