//! What one case of a ratio's numerator costs, counted in any other case of its denominator.

use arcstr::ArcStr;

use crate::diagnostics::{Code, Diagnostics};
use crate::document::Value;
use crate::domain::numbers::decimal;
use crate::domain::{Fraction, Interval, plain_decimal};
use crate::language::{Message, Value as Said};
use crate::message;

/// A weight of cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseWeight {
    /// Written in the rule, with its range.
    Written(Interval<Fraction>),
    /// A driver of the year.
    Driver(ArcStr),
}

const KEYS: [&str; 3] = ["low", "central", "high"];
const EXAMPLE: &str = "weight = { low = 2, central = 5, high = 10 }";

impl CaseWeight {
    /// Reads a number, a range or the name of a driver. A text that reads as a number is one.
    pub(super) fn read(value: &Value<'_>, diagnostics: &mut Diagnostics) -> Option<Self> {
        if let Some(table) = value.as_table() {
            table.refuse_unknown(&KEYS, diagnostics);
            let mut bound = |key: &str| positive(&table.need(key, EXAMPLE, diagnostics)?, diagnostics);
            let (low, central, high) = (bound("low"), bound("central"), bound("high"));
            let bounds = Interval { low: low?, central: central?, high: high? };
            if !bounds.is_ordered() {
                let fault =
                    table.fault(Code::BadValue, message!("rule-bounds-out-of-order"), message!("rule-put-in-order"));
                diagnostics.push(fault.expected(Message::verbatim("low <= central <= high")));
                return None;
            }
            return Some(Self::Written(bounds));
        }
        match value.as_text() {
            Some(text) if decimal(&text).is_none() && !text.is_empty() => Some(Self::Driver(text.into())),
            _ => positive(value, diagnostics).map(|weight| Self::Written(Interval::point(weight))),
        }
    }

    /// The driver, if it is one.
    #[must_use]
    pub fn driver(&self) -> Option<&ArcStr> {
        match self {
            Self::Driver(driver) => Some(driver),
            Self::Written(_) => None,
        }
    }

    /// How an explanation says it.
    pub(super) fn describe(&self) -> Message {
        match self {
            Self::Driver(driver) => message!("share-weight-driver", driver = driver),
            Self::Written(weight) => {
                let said = weight.map(|bound| Said::figure(plain_decimal(bound)));
                match weight.is_point() {
                    true => message!("share-weight", central = said.central),
                    false => message!("share-weight-range", central = said.central, low = said.low, high = said.high),
                }
            }
        }
    }
}

/// A decimal number above 0, or a diagnostic.
pub(super) fn positive(value: &Value<'_>, diagnostics: &mut Diagnostics) -> Option<Fraction> {
    let number = value.as_number().or_else(|| value.as_text()).and_then(|text| decimal(&text));
    let number = number.map(Fraction::from_decimal).filter(|number| !number.is_zero() && !number.is_negative());
    if number.is_none() {
        diagnostics.push(value.fault(
            message!("rule-weight-unreadable"),
            message!("rule-weight"),
            message!("rule-write-weight"),
        ));
    }
    number
}
