//! What names a line in every year: all that makes it one line but year, phase, currency and source.

use std::sync::Arc;

use super::{Financing, Label, LineKey};

/// The name of a line over the years.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
