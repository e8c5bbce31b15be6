//! Small counts: which counts of people are not shown, decided once, before anything is worked out.
//!
//! A protected project is the same project without those counts. Whatever is made of it is made of what may be shown, so
//! that no table, formula, picture or file can tell more: nobody downstream ever has the number. `docs/protect.md` says the
//! rule. In: a project as it was read and the least count that is shown; out: that project, changed, and what it cannot do
//! without the counts as diagnostics.

mod counts;
mod drivers;
mod relations;
mod services;

use std::collections::BTreeSet;

use arcstr::ArcStr;

use super::Project;
use crate::diagnostics::Diagnostics;
use crate::domain::{ALL_FORMS, Count, Year};
use crate::ingest::FileDigest;
use crate::language::Language;
use crate::message;
use crate::rules::Weights;

/// What is protected in a project.
#[derive(Debug, Clone, Default)]
pub struct Protection {
    below: Option<u64>,
    drivers: BTreeSet<(ArcStr, Year)>,
    files: BTreeSet<ArcStr>,
}

/// What protection is to know of a project that the project itself does not say.
#[derive(Debug)]
pub struct Protecting {
    /// Counts above 0 and below this are not shown.
    pub below: u64,
    /// Drivers that the manifest says count no people.
    pub not_people: Vec<ArcStr>,
    /// Drivers that are money.
    pub money: BTreeSet<String>,
    /// The files that hold counts of people.
    pub files: BTreeSet<ArcStr>,
}

impl Protection {
    /// Counts above 0 and below this are not shown; `None` where all are.
    #[must_use]
    pub fn below(&self) -> Option<u64> {
        self.below
    }

    /// Whether a driver's value of a year is known and not shown.
    #[must_use]
    pub fn hides(&self, driver: &str, year: Year) -> bool {
        self.drivers.iter().any(|(name, of)| **name == *driver && *of == year)
    }

    /// Whether a file holds counts of people, so that its digest and its rows are not shown.
    #[must_use]
    pub fn holds(&self, file: &str) -> bool {
        self.files.iter().any(|held| **held == *file)
    }
}

impl Project {
    /// Takes the small counts, and those that would tell them, out of the project.
    pub(crate) fn protect(&mut self, with: Protecting, diagnostics: &mut Diagnostics) {
        let Protecting { below, not_people, money, files } = with;
        let told = self.victims.protect(below, &mut self.services, diagnostics);
        let found = drivers::small(self, below, &not_people, &money, &told);
        drivers::refuse(self, below, &found, diagnostics);
        self.drivers.hide(&found.hidden);
        self.forget_copies();
        self.protection = Protection { below: Some(below), drivers: found.hidden, files };
        for language in Language::ALL {
            let title = language.say(&message!("protect-title", title = self.title_in(language), below = below));
            match language {
                Language::English => self.title = title,
                Language::Bulgarian => self.title_bg = Some(title),
            }
        }
    }

    /// Forgets the digests of stored copies that counts of people are from: a copy is the counts, near enough.
    fn forget_copies(&mut self) {
        let counts = self.victims.rows().map(|row| &row.source);
        let drivers = self.drivers.all_rows().map(|row| &row.source);
        let cited: BTreeSet<ArcStr> =
            counts.chain(drivers).chain(self.services.rows().map(|row| &row.source)).cloned().collect();
        for (id, source) in self.sources.iter_mut().flatten() {
            if cited.contains(id) {
                source.sha256.clear();
            }
        }
    }

    /// Whether the weights of a split in a year would tell a count that is not shown, so that only its sum is.
    #[must_use]
    pub fn keeps_whole(&self, weights: &Weights, year: Year) -> bool {
        if self.protection.below.is_none() {
            return false;
        }
        match weights {
            Weights::Fixed(_) => false,
            Weights::Victims(measure) => self.victims.rows().any(|row| {
                row.protected.is_some()
                    && row.year == year
                    && row.measure == *measure
                    && row.exploitation.as_str() != ALL_FORMS
            }),
            Weights::Drivers(parts) => parts.iter().any(|(_, driver)| self.protection.hides(driver, year)),
        }
    }

    /// The files that it was read from, as they may be named: a digest of a file of few counts is told by trying them all.
    #[must_use]
    pub fn shown_files(&self) -> Vec<FileDigest> {
        let shown = |file: &FileDigest| match self.protection.holds(&file.path) {
            true => FileDigest { sha256: String::new(), ..file.clone() },
            false => file.clone(),
        };
        self.files.iter().map(shown).collect()
    }
}

/// Whether a count may be above 0 and below the least that is shown.
fn is_small(count: Count, below: u64) -> bool {
    count.low() < below && count.high() > 0
}
