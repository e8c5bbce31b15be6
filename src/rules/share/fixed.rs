//! `"5%"`, `"0.05"`, `0.05`: that decimal, exactly as written.

use crate::diagnostics::{Code, Diagnostics};
use crate::document::Value;
use crate::domain::Fraction;
use crate::domain::numbers::decimal;
use crate::message;

/// A share written as one decimal.
#[derive(Debug, Clone, Eq)]
pub struct Fixed {
    /// The share.
    pub share: Fraction,
    /// As it is written in the file.
    pub written: String,
}

impl PartialEq for Fixed {
    /// However it is written.
    fn eq(&self, other: &Self) -> bool {
        self.share == other.share
    }
}

/// Reads one, between 0 and 1.
pub(crate) fn read(value: &Value<'_>, diagnostics: &mut Diagnostics) -> Option<Fixed> {
    let share = in_range(value, diagnostics)?;
    let written = value.as_text().or_else(|| value.as_number()).unwrap_or_default();
    Some(Fixed { share, written })
}

/// A share between 0 and 1, or a diagnostic. A whole number without a mark could mean all of it or one per cent of it,
/// and is refused.
pub(crate) fn in_range(value: &Value<'_>, diagnostics: &mut Diagnostics) -> Option<Fraction> {
    let expected = message!("rule-share");
    if let Some(whole) = whole_number(value) {
        let help = match whole.as_str() {
            "1" => message!("rule-write-all-or-one-per-cent"),
            number => message!("rule-write-per-cent", number = number),
        };
        diagnostics.push(value.fault(message!("rule-share-whole", number = whole), expected, help));
        return None;
    }
    let Some(share) = share_text(value) else {
        diagnostics.push(value.fault(message!("rule-share-unreadable"), expected, message!("rule-write-share")));
        return None;
    };
    if !share.is_share() {
        let message = message!("rule-share-out-of-range");
        let help = message!("rule-what-a-share-says");
        diagnostics.push(value.fault_of(Code::ShareOutOfRange, message, help).expected(expected));
        return None;
    }
    Some(share)
}

/// The digits of a whole number that is written without a decimal mark and without a per cent sign.
fn whole_number(value: &Value<'_>) -> Option<String> {
    let text = value.as_number().or_else(|| value.as_text())?;
    let digits = text.strip_prefix('-').unwrap_or(&text);
    (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
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
