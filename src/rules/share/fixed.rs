//! `"5%"`, `"0.05"`, `0.05`: that decimal, exactly as written.

use crate::diagnostics::{Code, Diagnostics};
use crate::document::Value;
use crate::domain::Fraction;
use crate::domain::numbers::decimal;

/// A share written as one decimal.
#[derive(Debug, Clone)]
pub struct Fixed {
    /// The share.
    pub share: Fraction,
    /// As it is written in the file.
    pub written: String,
}

/// Reads one, between 0 and 1.
pub(crate) fn read(value: &Value<'_>, diagnostics: &mut Diagnostics) -> Option<Fixed> {
    let share = in_range(value, diagnostics)?;
    let written = value.as_text().or_else(|| value.as_number()).unwrap_or_default();
    Some(Fixed { share, written })
}

/// A share between 0 and 1, or a diagnostic.
pub(crate) fn in_range(value: &Value<'_>, diagnostics: &mut Diagnostics) -> Option<Fraction> {
    let expected = "\"all\", \"none\", a decimal from 0 to 1 such as 0.05, or per cent such as \"5%\"";
    let Some(share) = share_text(value) else {
        diagnostics.push(value.fault("the share cannot be read", expected, "write it as one of these"));
        return None;
    };
    if !share.is_share() {
        let message = "the share is below 0 or above 1";
        let help = "a share says how much of a line is trafficking, from none to all; \"5%\" is 0.05";
        diagnostics.push(value.fault_of(Code::ShareOutOfRange, message, help).expected(expected));
        return None;
    }
    Some(share)
}

/// The decimal or per cent of a value exactly as written; `None` where it is neither.
pub(crate) fn share_text(value: &Value<'_>) -> Option<Fraction> {
    if let Some(number) = value.as_number() {
        return decimal(&number).map(Fraction::from_decimal);
    }
    let text = value.as_text()?;
    match text.strip_suffix('%') {
        Some(per_cent) => {
            let value = Fraction::from_decimal(decimal(per_cent.trim_end())?);
            value.checked_div(&Fraction::whole(100))
        }
        None => decimal(&text).map(Fraction::from_decimal),
    }
}
