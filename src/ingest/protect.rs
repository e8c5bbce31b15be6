//! `protect` in the manifest: below which number counts of people are not shown.

use std::ops::RangeInclusive;

use crate::diagnostics::Diagnostics;
use crate::document::Table;
use crate::message;

/// The least and the greatest that counts can be protected below. Of counts above 0 and below 2 there is one, so that a
/// mark in its place would tell it.
pub const PROTECT: RangeInclusive<u64> = 3..=1000;

/// The least count that is shown, of what is asked for; `None` for 0, which shows all.
#[must_use]
pub fn protected_below(asked: u64) -> Option<u64> {
    (asked > 0).then_some(asked)
}

/// Whether counts can be protected below so many, or 0 for not at all.
#[must_use]
pub fn can_protect(below: u64) -> bool {
    below == 0 || PROTECT.contains(&below)
}

/// The key of `[project]`.
pub(super) fn read(project: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<u64> {
    let value = project.get("protect")?;
    match value.as_number().and_then(|text| text.parse().ok()).filter(|below| can_protect(*below)) {
        Some(below) => protected_below(below),
        None => {
            diagnostics.push(value.fault(
                message!("manifest-no-protect"),
                message!("manifest-protect", least = *PROTECT.start(), most = *PROTECT.end()),
                message!("manifest-write-protect"),
            ));
            None
        }
    }
}
