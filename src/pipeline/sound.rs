//! What comes of loading a project: one without errors, which can be attributed, asked and shown, or its faults.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::names::Names;
use crate::attribution::{Attribution, Ledger, LedgerError, Only, Trial, attribute, trials};
use crate::diagnostics::text::in_short;
use crate::diagnostics::{Code, Diagnostics, Severity};
use crate::domain::{BudgetLine, Currency, PhaseChoice};
use crate::ingest::{InputFile, InputName, Reading};
use crate::output::Claims;
use crate::project::{Project, phases};
use crate::rules::RuleSet;

/// A project as it was found.
#[derive(Debug)]
pub enum Loaded {
    /// It has no errors.
    Sound(Sound),
    /// It has errors: nothing of it is to be shown but what they are.
    Faulty(Faulty),
}

/// A project without errors. Only the flow makes one, so that no figure is ever taken from a faulty project.
#[derive(Debug)]
pub struct Sound {
    pub(super) project: Project,
    pub(super) attribution: Attribution,
    pub(super) claims: Claims,
    pub(super) readings: Vec<Reading>,
    pub(super) found: Diagnostics,
}

/// Errors that say that something is not known, and no more.
const LACKS: [Code; 2] = [Code::MissingDriver, Code::MissingService];

/// What was found of a project with errors.
#[derive(Debug)]
pub struct Faulty {
    pub(super) claims: Claims,
    /// Every file it was read from.
    pub files: Vec<InputFile>,
    /// How each table was read.
    pub readings: Vec<Reading>,
    /// Its faults, and what else is doubtful or worth knowing.
    pub diagnostics: Diagnostics,
    /// Not to be had outside: its lines may be incomplete.
    pub(super) project: Option<Project>,
}

/// A project without errors, attributed in a phase.
#[derive(Debug)]
pub struct Attributed {
    /// The project.
    pub project: Project,
    /// What each of its lines attributes.
    pub attribution: Attribution,
    /// The same as records.
    pub ledger: Ledger,
    /// What it was read from: nothing is written over it.
    pub claims: Claims,
    /// How each table was read.
    pub readings: Vec<Reading>,
    /// Warnings and notes.
    pub found: Diagnostics,
}

/// Why a project without errors is not attributed in a phase.
#[derive(Debug, thiserror::Error)]
pub enum PhaseFault {
    /// The lines of that phase have faults that those of the phase `best` have not.
    #[error("the lines of this phase have errors")]
    Faults(Diagnostics),
    /// The frame cannot be made, which is a fault of the program.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
}

impl Loaded {
    /// The project without errors, or its faults.
    ///
    /// # Errors
    ///
    /// The faults.
    pub fn sound(self) -> Result<Sound, Box<Faulty>> {
        match self {
            Self::Sound(sound) => Ok(sound),
            Self::Faulty(faulty) => Err(Box::new(faulty)),
        }
    }

    /// The project, where nothing is wrong with it but that it lacks what it would ask for.
    #[must_use]
    pub fn to_ask(&self) -> Option<&Project> {
        let lacks = |code: &Code| code.severity() != Severity::Error || LACKS.contains(code);
        match self {
            Self::Sound(sound) => Some(&sound.project),
            Self::Faulty(faulty) if faulty.diagnostics.counts().keys().all(lacks) => faulty.project.as_ref(),
            Self::Faulty(_) => None,
        }
    }

    /// What it was read from, so that nothing is written over it.
    #[must_use]
    pub fn claims(&self) -> Claims {
        match self {
            Self::Sound(sound) => sound.claims.clone(),
            Self::Faulty(faulty) => faulty.claims.clone(),
        }
    }

    /// What is wrong, doubtful or worth knowing.
    #[must_use]
    pub fn diagnostics(&self) -> &Diagnostics {
        match self {
            Self::Sound(sound) => &sound.found,
            Self::Faulty(faulty) => &faulty.diagnostics,
        }
    }

    /// How each table was read.
    #[must_use]
    pub fn readings(&self) -> &[Reading] {
        match self {
            Self::Sound(sound) => &sound.readings,
            Self::Faulty(faulty) => &faulty.readings,
        }
    }

    /// The first line of each currency and year for which nobody gives a rate to the currency of the project, in which a
    /// report would show it.
    #[must_use]
    pub fn without_rate(&self) -> Vec<Arc<BudgetLine>> {
        match self {
            Self::Sound(Sound { project, attribution, .. }) => {
                let with_money = attribution.lines.iter().filter(|attributed| attributed.has_money());
                first_without_rate(project, with_money.map(|attributed| &attributed.line))
            }
            Self::Faulty(Faulty { project: Some(project), .. }) if !project.faulty.contains(&InputName::Rates) => {
                let lines = phases::select(&project.lines, PhaseChoice::Best);
                first_without_rate(project, lines.iter().filter(|line| line.amount().is_some()))
            }
            Self::Faulty(_) => Vec::new(),
        }
    }

    /// How far estimates of missing years err, of every series that rules estimate: also where the project lacks drivers,
    /// but not where it has other faults.
    #[must_use]
    pub fn trials(&self) -> Vec<Trial> {
        match self {
            Self::Sound(sound) => trials(&sound.project, Some(&sound.attribution)),
            Self::Faulty(_) => self.to_ask().map(|project| trials(project, None)).unwrap_or_default(),
        }
    }

    /// The currency of the project, as far as it could be read.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        match self {
            Self::Sound(sound) => Some(sound.project.currency),
            Self::Faulty(faulty) => faulty.project.as_ref().map(|project| project.currency),
        }
    }

    /// What the project calls its things, as far as it could be read.
    #[must_use]
    pub fn names(&self) -> Names {
        match self {
            Self::Sound(sound) => Names::of(&sound.project),
            Self::Faulty(faulty) => faulty.project.as_ref().map(Names::of).unwrap_or_default(),
        }
    }
}

/// The first line of each currency and year that has no rate.
fn first_without_rate<'l>(project: &Project, lines: impl Iterator<Item = &'l Arc<BudgetLine>>) -> Vec<Arc<BudgetLine>> {
    let mut told = BTreeSet::new();
    let lacks = |line: &&Arc<BudgetLine>| {
        let (from, year) = (line.key().currency, line.key().year);
        project.exchange.rate(from, project.currency, year).is_none() && told.insert((from, year))
    };
    lines.filter(lacks).cloned().collect()
}

impl Attributed {
    /// Takes the lines that match, and no others.
    ///
    /// # Errors
    ///
    /// Where the frame cannot be made, which is a fault of the program.
    pub fn keep(&mut self, only: Only) -> Result<(), LedgerError> {
        self.attribution.keep(only);
        self.ledger = Ledger::new(&self.project, &self.attribution)?;
        Ok(())
    }

    /// Takes the lines that the same project under other rules takes, and no others.
    ///
    /// # Errors
    ///
    /// As [`Self::keep`].
    pub fn keep_as(&mut self, other: &Self) -> Result<(), LedgerError> {
        self.attribution.keep_as(&other.attribution);
        self.ledger = Ledger::new(&self.project, &self.attribution)?;
        Ok(())
    }
}

impl std::fmt::Display for Faulty {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the project has errors")?;
        for diagnostic in self.diagnostics.iter() {
            write!(f, "\n{}", in_short(diagnostic))?;
        }
        Ok(())
    }
}

impl std::error::Error for Faulty {}

impl Sound {
    /// The project.
    #[must_use]
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// What each of its lines attributes in the phase `best`.
    #[must_use]
    pub fn attribution(&self) -> &Attribution {
        &self.attribution
    }

    /// Warnings and notes.
    #[must_use]
    pub fn found(&self) -> &Diagnostics {
        &self.found
    }

    /// The same project under other rules; it stays as it was where they are faulty.
    ///
    /// # Errors
    ///
    /// What is wrong with what the rules attribute.
    pub fn set_rules(&mut self, rules: RuleSet) -> Result<(), Diagnostics> {
        let before = std::mem::replace(&mut self.project.rules, rules);
        let mut diagnostics = Diagnostics::default();
        let attribution = attribute(&self.project, PhaseChoice::Best, &mut diagnostics);
        if diagnostics.has_errors() {
            self.project.rules = before;
            return Err(diagnostics);
        }
        self.attribution = attribution;
        Ok(())
    }

    /// What its lines attribute in a phase other than `best`; `None` in that one, which [`Self::attribution`] has.
    ///
    /// # Errors
    ///
    /// What is wrong with the lines of that phase, and not with those of `best`.
    pub fn attributed_in(&self, phase: PhaseChoice) -> Result<Option<Attribution>, Diagnostics> {
        if phase == PhaseChoice::Best {
            return Ok(None);
        }
        let mut diagnostics = Diagnostics::default();
        let attribution = attribute(&self.project, phase, &mut diagnostics);
        if diagnostics.has_errors() { Err(diagnostics) } else { Ok(Some(attribution)) }
    }

    /// The project with its ledger in a phase.
    ///
    /// # Errors
    ///
    /// See [`PhaseFault`].
    pub fn in_phase(self, phase: PhaseChoice) -> Result<Attributed, PhaseFault> {
        let other = self.attributed_in(phase).map_err(PhaseFault::Faults)?;
        let Self { project, attribution, claims, readings, found } = self;
        let attribution = other.unwrap_or(attribution);
        let ledger = Ledger::new(&project, &attribution)?;
        Ok(Attributed { project, attribution, ledger, claims, readings, found })
    }
}
