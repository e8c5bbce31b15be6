//! A project's own dimensions, `[project] dimensions`: columns of money rows with names that nothing else has.

use arcstr::ArcStr;

use super::inputs::every_column;
use crate::diagnostics::Diagnostics;
use crate::document::Value;
use crate::message;

/// Columns of this program's tables that a project may take as a dimension of its own.
const FREE: [&str; 1] = ["step"];

/// Names that tables going out have, beside those of the inputs.
const OUTPUT_COLUMNS: [&str; 31] = [
    "attributed",
    "central",
    "exploitation",
    "external",
    "financing",
    "in_central",
    "in_central_2",
    "in_currency",
    "in_currency_2",
    "in_high",
    "in_high_2",
    "in_low",
    "in_low_2",
    "labelled",
    "line_amount",
    "lines",
    "not_estimated",
    "not_reported",
    "part",
    "per_victim",
    "phase",
    "prices",
    "reason",
    "rows",
    "rule",
    "share_denominator",
    "share_numerator",
    "state",
    "total",
    "unattributed",
    "victims",
];

/// Whether a name is that of a column of this program.
#[must_use]
pub fn is_reserved(name: &str) -> bool {
    let folded = name.to_lowercase();
    let is_known = every_column().any(|column| column == folded) || OUTPUT_COLUMNS.contains(&folded.as_str());
    is_known && !FREE.contains(&folded.as_str())
}

/// The dimensions that a manifest names. One that cannot be is left out, after a diagnostic.
pub(super) fn own_dimensions(value: &Value<'_>, diagnostics: &mut Diagnostics) -> Vec<ArcStr> {
    let mut own: Vec<ArcStr> = Vec::new();
    for name in value.texts(diagnostics) {
        let is_name = name.starts_with(char::is_alphabetic)
            && name.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-'));
        let is_again = own.iter().any(|earlier| earlier.to_lowercase() == name.to_lowercase());
        let (message, expected) = if !is_name {
            (message!("manifest-bad-dimension", name = &name), message!("manifest-dimension"))
        } else if is_reserved(&name) {
            (message!("manifest-dimension-taken", name = &name), message!("manifest-dimension-free"))
        } else if is_again {
            (message!("manifest-dimension-twice", name = &name), message!("manifest-dimension-once"))
        } else {
            own.push(name.into());
            continue;
        };
        diagnostics.push(value.fault(message, expected, message!("manifest-rename-dimension")));
    }
    own
}
