//! A project carried on into a new folder: what is known stays as it was published, in a currency that every row and
//! driver names, and the year to come is expected. In: a project without errors. Out: the files of the new one, which was
//! read again and compared before anybody sees it.
//!
//! A canonical file goes along row for row. Any other (under a dialect, a spreadsheet, compressed) goes along as the
//! canonical rows that it was read as, so that a currency that a dialect would give to old files never falls on the file
//! of the new year; its dialect stays in the manifest as a comment.

mod compared;
mod drivers;
mod expected;
mod files;
mod manifest;
mod readme;
mod table;

use std::path::{Component, Path};

use super::{Faulty, Location, Sound, load_watched, named};
use crate::diagnostics::Diagnostics;
use crate::domain::{Currency, Year, YearRange};
use crate::ingest::{MANIFEST, Watch, read_text};
use crate::language::{Language, Message};
use crate::message;
use crate::output::folder::{PackFile, create};
use crate::output::{Claims, OutputFault};

use files::Carrying;

/// The file that says what to do next.
const README: &str = "README.md";

/// A project carried on.
#[derive(Debug)]
pub struct Carried {
    /// Its files.
    pub files: Vec<PackFile>,
    /// What the old project reads: nothing is written over it.
    pub claims: Claims,
    /// What was done, and what is left to do.
    pub facts: CarriedFacts,
}

/// What a person is told of it.
#[derive(Debug)]
pub struct CarriedFacts {
    /// The years that have money rows.
    pub years: YearRange,
    /// The year to fill.
    pub to_fill: Year,
    /// The currency of the old project, which rows that named none were in.
    pub was: Currency,
    /// That of the new one.
    pub currency: Currency,
    /// How many lines the year to fill should have.
    pub expected: usize,
    /// The files that rows of the year go into.
    pub to_fill_in: Vec<String>,
    /// Files that went along as the canonical rows that they were read as.
    pub as_rows: Vec<String>,
    /// Rules that end before the year to fill.
    pub ended_rules: Vec<String>,
    /// Years in which what is estimated for lines that nobody reported is not the same, since that is in the currency of
    /// the project.
    pub differing: Vec<Year>,
}

/// Why a project is not carried on.
#[derive(Debug)]
pub enum CarryFault {
    /// It has errors, or what came of it would have.
    Faulty(Box<Faulty>),
    /// It has no money rows, or the last year that there is.
    NoYear,
    /// A file of it cannot be taken along.
    File {
        /// As it is named.
        file: String,
        /// Why.
        error: std::io::Error,
    },
    /// The new folder cannot be tried.
    Output(OutputFault),
}

impl From<OutputFault> for CarryFault {
    fn from(fault: OutputFault) -> Self {
        Self::Output(fault)
    }
}

impl CarryFault {
    fn file(file: &str) -> impl Fn(std::io::Error) -> Self + '_ {
        |error| Self::File { file: file.to_owned(), error }
    }
}

/// Carries a project on, shown in `currency` or else the one that it has; texts are in `language`.
///
/// # Errors
///
/// See [`CarryFault`].
pub fn carry_on(
    location: &Location,
    currency: Option<Currency>,
    language: Language,
    watch: &Watch,
) -> Result<Carried, CarryFault> {
    let sound = load_watched(location, &[], Some(0), watch).sound().map_err(|faulty| unquoted(faulty, location))?;
    let project = sound.project();
    let years = || project.lines.iter().map(|line| line.key().year);
    let (Some(first), Some(last)) = (years().min(), years().max()) else { return Err(CarryFault::NoYear) };
    let Some(to_fill) = last.after() else { return Err(CarryFault::NoYear) };
    let expected = expected::rows(project, to_fill, language);
    let mut diagnostics = Diagnostics::default();
    let found = named(location, &[], &mut diagnostics);
    let text = read_text(&found.manifest_file, &mut diagnostics);
    let (Some((text, _)), Some((manifest, _))) = (text, &found.read) else {
        let (claims, files) = (found.claims(), vec![found.manifest_file]);
        let faulty = Faulty { files, readings: Vec::new(), diagnostics, claims, project: None };
        return Err(CarryFault::Faulty(Box::new(faulty)));
    };
    let mut carrying = Carrying::new(manifest, &sound, watch);
    carrying.carry(expected.table)?;
    let currency = currency.unwrap_or(project.currency);
    let facts = CarriedFacts {
        years: YearRange { from: Some(first), to: Some(last) },
        to_fill,
        was: project.currency,
        currency,
        expected: expected.of_the_year,
        to_fill_in: carrying.to_fill_in(),
        as_rows: std::mem::take(&mut carrying.as_rows),
        ended_rules: project
            .rules
            .rules
            .iter()
            .filter(|rule| rule.years.to.is_some_and(|to| to < to_fill))
            .map(|rule| rule.id.to_string())
            .collect(),
        differing: Vec::new(),
    };
    let text = manifest::carried(&text, &facts, &carrying.inputs, language).ok_or(CarryFault::NoYear)?;
    let mut files = std::mem::take(&mut carrying.files);
    files.insert(0, PackFile { path: MANIFEST.to_owned(), bytes: text.into_bytes() });
    let facts = CarriedFacts { differing: differing(&sound, &files)?, ..facts };
    let readme = readme::text(&facts, project.title_in(language), language);
    files.push(PackFile { path: README.to_owned(), bytes: readme.into_bytes() });
    Ok(Carried { files, claims: found.claims(), facts })
}

/// Reads the new project, and gives the years in which it attributes something else.
fn differing(old: &Sound, files: &[PackFile]) -> Result<Vec<Year>, CarryFault> {
    let there = tempfile::tempdir().map_err(CarryFault::file(MANIFEST))?;
    let folder = there.path().join("new");
    create(&folder, files)?;
    let new =
        load_watched(&Location::Path(folder), &[], Some(0), &Watch::default()).sound().map_err(CarryFault::Faulty)?;
    Ok(compared::differing(old.attribution(), new.attribution()))
}

/// Whether a path stays below the folder that it is relative to.
fn is_below(path: &str) -> bool {
    let mut parts = Path::new(path).components().peekable();
    parts.peek().is_some() && parts.all(|part| matches!(part, Component::Normal(_)))
}

impl CarriedFacts {
    /// What was done, a sentence each.
    #[must_use]
    pub fn told(&self) -> Vec<Message> {
        let [from, to] = [self.years.from, self.years.to].map(|year| year.map(|y| y.to_string()).unwrap_or_default());
        let years = if from == to { from } else { format!("{from}-{to}") };
        let mut told = vec![
            message!("carried-years", years = years, was = self.was),
            message!("carried-currency", currency = self.currency),
            message!(
                "carried-to-fill",
                year = self.to_fill,
                count = self.expected,
                files = self.to_fill_in.clone(),
                currency = self.currency
            ),
        ];
        if !self.as_rows.is_empty() {
            told.push(message!("carried-as-rows", files = self.as_rows.clone()));
        }
        if !self.ended_rules.is_empty() {
            told.push(message!("carried-ended-rules", rules = self.ended_rules.clone(), year = self.to_fill));
        }
        if !self.differing.is_empty() {
            let years: Vec<String> = self.differing.iter().map(ToString::to_string).collect();
            told.push(message!("carried-differing", years = years, currency = self.currency));
        }
        told
    }
}

/// The faults of a project; where it protects small counts, without the rows that they are in.
fn unquoted(mut faulty: Box<Faulty>, location: &Location) -> CarryFault {
    let named = named(location, &[], &mut Diagnostics::default());
    if named.read.is_none_or(|(manifest, _)| manifest.protect.is_some()) {
        faulty.diagnostics.forget_rows_of(|_| true);
    }
    CarryFault::Faulty(faulty)
}
