//! What names a line in every year: all that makes it one line but year, phase, currency and source.

use std::cmp::Ordering;
use std::hash::BuildHasher;

use arcstr::ArcStr;

use super::text::by_text;
use super::{Financing, Label, LineKey, OwnValues};

/// The name of a line over the years.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LineName {
    /// Who spends.
    pub agency: ArcStr,
    /// Who pays.
    pub funder: ArcStr,
    /// State or external.
    pub financing: Financing,
    /// Labelled or unlabelled.
    pub label: Label,
    /// Name of the budget line.
    pub line: ArcStr,
    /// COFOG code, or blank.
    pub function: ArcStr,
    /// Programme area, or blank.
    pub area: ArcStr,
    /// The values of the project's own dimensions.
    pub own: OwnValues,
}

/// The parts of a name, of whatever has them.
macro_rules! parts {
    ($of:ident) => {
        Parts {
            who: [&$of.agency, &$of.funder],
            kind: ($of.financing, $of.label),
            what: [&$of.line, &$of.function, &$of.area],
            own: &$of.own,
        }
    };
}

impl PartialOrd for LineName {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for LineName {
    fn cmp(&self, other: &Self) -> Ordering {
        parts!(self).in_order(&parts!(other))
    }
}

/// The parts of a name in the order in which names are compared: as they stand, one after the other.
struct Parts<'n> {
    who: [&'n ArcStr; 2],
    kind: (Financing, Label),
    what: [&'n ArcStr; 3],
    own: &'n [ArcStr],
}

impl Parts<'_> {
    fn in_order(&self, other: &Self) -> Ordering {
        let texts = |one: &[&ArcStr], other: &[&ArcStr]| {
            let mut parts = one.iter().zip(other).map(|(one, other)| by_text(one, other));
            parts.find(|part| part.is_ne()).unwrap_or(Ordering::Equal)
        };
        let part = texts(&self.who, &other.who).then_with(|| self.kind.cmp(&other.kind));
        part.then_with(|| texts(&self.what, &other.what)).then_with(|| self.own.cmp(other.own))
    }
}

impl LineKey {
    /// A number that two keys of the same name have in common, and hardly any others.
    #[must_use]
    pub fn hash_of_name(&self, hasher: &impl BuildHasher) -> u64 {
        let Parts { who, kind, what, own } = parts!(self);
        hasher.hash_one((who, kind, what, own))
    }

    /// How its name stands to that of another.
    #[must_use]
    pub fn cmp_name(&self, other: &Self) -> Ordering {
        parts!(self).in_order(&parts!(other))
    }

    /// Its name, which it has in every year, phase and currency.
    #[must_use]
    pub fn name(&self) -> LineName {
        LineName {
            agency: self.agency.clone(),
            funder: self.funder.clone(),
            financing: self.financing,
            label: self.label,
            line: self.line.clone(),
            function: self.function.clone(),
            area: self.area.clone(),
            own: self.own.clone(),
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
