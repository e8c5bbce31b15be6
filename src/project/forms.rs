//! The forms of exploitation that counts or splits of a project know.

use arcstr::ArcStr;

use super::Project;
use crate::domain::UNSPECIFIED;
use crate::rules::Weights;

impl Project {
    /// The forms, each once, by code point.
    #[must_use]
    pub fn forms(&self) -> Vec<ArcStr> {
        let mut forms = self.victims.forms();
        let splits = self.rules.rules.iter().map(|rule| &rule.split).chain([&self.rules.default_split]);
        for by in splits.filter_map(|split| split.exploitation.as_ref()) {
            match &by.weights {
                Weights::Fixed(parts) => forms.extend(parts.iter().map(|(name, _)| name.clone())),
                Weights::Drivers(parts) => forms.extend(parts.iter().map(|(name, _)| name.clone())),
                Weights::Victims(_) => forms.push(UNSPECIFIED.into()),
            }
        }
        forms.sort();
        forms.dedup();
        forms
    }
}
