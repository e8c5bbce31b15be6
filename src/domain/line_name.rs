//! What names a line in every year: all that makes it one line but year, phase, currency and source.

use std::cmp::Ordering;
use std::sync::Arc;

use super::text::by_text;
use super::{Financing, Label, LineKey};

/// The name of a line over the years.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LineName {
    /// Who spends.
    pub agency: Arc<str>,
    /// Who pays.
    pub funder: Arc<str>,
    /// State or external.
    pub financing: Financing,
    /// Labelled or unlabelled.
    pub label: Label,
    /// Name of the budget line.
    pub line: Arc<str>,
    /// COFOG code, or blank.
    pub function: Arc<str>,
    /// Programme area, or blank.
    pub area: Arc<str>,
    /// The values of the project's own dimensions.
    pub own: Arc<[Arc<str>]>,
}

impl PartialOrd for LineName {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for LineName {
    /// By one part after the other, as they stand.
    fn cmp(&self, other: &Self) -> Ordering {
        let Self { agency, funder, financing, label, line, function, area, own } = self;
        let part = by_text(agency, &other.agency).then_with(|| by_text(funder, &other.funder));
        let part = part.then_with(|| financing.cmp(&other.financing)).then_with(|| label.cmp(&other.label));
        let part = part.then_with(|| by_text(line, &other.line)).then_with(|| by_text(function, &other.function));
        part.then_with(|| by_text(area, &other.area)).then_with(|| own.cmp(&other.own))
    }
}

impl LineKey {
    /// Its name, which it has in every year, phase and currency.
    #[must_use]
    pub fn name(&self) -> LineName {
        LineName {
            agency: Arc::clone(&self.agency),
            funder: Arc::clone(&self.funder),
            financing: self.financing,
            label: self.label,
            line: Arc::clone(&self.line),
            function: Arc::clone(&self.function),
            area: Arc::clone(&self.area),
            own: Arc::clone(&self.own),
        }
    }
}

impl LineName {
    /// How a message names the line.
    #[must_use]
    pub fn describe(&self) -> String {
        format!("{} \"{}\"", self.agency, self.line)
    }
}
