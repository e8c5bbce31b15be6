//! Words for figures, places and states of an explanation.

use num_bigint::BigInt;
use num_traits::One;

use super::grouped;
use crate::domain::{Fraction, per_cent_text};
use crate::report::Interval3;
use crate::report::explain::{LineDocument, RowPlace};

/// `, between 5.00 and 9.00`, or nothing where there is no range.
pub(super) fn range(amounts: &Interval3) -> String {
    if amounts.low == amounts.high {
        return String::new();
    }
    format!(", between {} and {}", grouped(&amounts.low), grouped(&amounts.high))
}

pub(super) fn place(place: &RowPlace) -> String {
    let unit = if place.file.ends_with(".toml") { "line" } else { "row" };
    format!("{} {unit} {}", place.file, place.row)
}

pub(super) fn phase(line: &LineDocument) -> String {
    match line.phase {
        "approved" => "approved (an allocation, not spending)".to_owned(),
        phase => phase.to_owned(),
    }
}

/// A fraction such as `29/38000` in per cent.
pub(super) fn per_cent(written: &str) -> String {
    fraction(written).map(|share| per_cent_text(&share)).unwrap_or_default()
}

/// A fraction as a decimal, or as it is where it has none that ends soon.
pub(super) fn number(written: &str) -> String {
    let decimal = fraction(written).and_then(|value| {
        let digits = (0..=10).find(|digits| (&value * &Fraction::power_of_ten(*digits)).denominator().is_one())?;
        Some(grouped(&value.to_decimal(digits)))
    });
    decimal.unwrap_or_else(|| written.to_owned())
}

fn fraction(written: &str) -> Option<Fraction> {
    let (numerator, denominator) = written.split_once('/')?;
    Fraction::ratio(numerator.parse::<BigInt>().ok()?, denominator.parse::<BigInt>().ok()?)
}

pub(super) fn state_words(line: &LineDocument) -> String {
    let words = match line.state {
        "direct" => "direct, that is labelled as anti-trafficking, and all of it counts",
        "assumed" => "assumed, that is by a share written in the rule",
        "measured" => "measured, that is by drivers of that year",
        "carried" => "carried, that is by drivers of an earlier year",
        "imputed" => "imputed, that is worked out from units and unit cost, since nobody published the amount",
        "derived" => "derived, that is an overhead shared out as the lines it serves",
        "excluded" => "excluded, that is the rule says none of it is trafficking",
        "unattributed" => "unattributed, that is no rule decides it: it is shown and not counted",
        "not-estimated" => "not estimated, that is nobody published the amount: it is not counted, and not zero",
        other => other,
    };
    words.to_owned()
}
