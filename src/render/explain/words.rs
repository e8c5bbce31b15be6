//! Words for figures, places and notes of an explanation.

use num_bigint::BigInt;
use num_traits::One;

use crate::domain::Fraction;
use crate::language::{Language, Message, Value};
use crate::message;
use crate::report::Interval3;
use crate::report::explain::RowPlace;

/// A fraction as a decimal, or as it is where it has none that ends soon.
pub(super) fn number(language: Language, written: &str) -> String {
    let decimal = fraction(written).and_then(|value| {
        let digits = (0..=10).find(|digits| (&value * &Fraction::power_of_ten(*digits)).denominator().is_one())?;
        Some(language.figure(&value.to_decimal(digits)))
    });
    decimal.unwrap_or_else(|| written.to_owned())
}

/// `, between 5.00 and 9.00`, or nothing where there is no range.
pub(super) fn range(amounts: &Interval3) -> Value {
    let range = (amounts.low != amounts.high).then(|| {
        let (low, high) = (Value::figure(&*amounts.low), Value::figure(&*amounts.high));
        message!("explain-range", low = low, high = high)
    });
    Value::optional(range)
}

/// A fraction such as `29/38000` in per cent.
pub(super) fn per_cent(written: &str) -> Value {
    fraction(written).map_or_else(|| Value::Text(String::new()), Value::Share)
}

pub(super) fn place(place: &RowPlace) -> Message {
    let (file, row) = (&place.file, place.row.to_string());
    if file.ends_with(".toml") {
        message!("explain-place-line", file = file, row = row)
    } else {
        message!("explain-place-row", file = file, row = row)
    }
}

/// ` Note: ...`, or nothing.
pub(super) fn note(note: &str) -> Value {
    let text = note_text(note);
    Value::optional((!text.is_empty()).then(|| message!("explain-driver-note", note = text)))
}

/// A note without the stop that the sentence has.
pub(super) fn note_text(note: &str) -> &str {
    note.trim_end_matches('.')
}

fn fraction(written: &str) -> Option<Fraction> {
    let (numerator, denominator) = written.split_once('/')?;
    Fraction::ratio(numerator.parse::<BigInt>().ok()?, denominator.parse::<BigInt>().ok()?)
}
