//! The library in a few calls: open a project, ask it, read the answer.

use std::path::Path;

use arcstr::ArcStr;

use crate::attribution::{Attribution, Ledger};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::in_short;
use crate::domain::{Currency, PhaseChoice, Year, YearRange, clean_text};
use crate::language::Language;
use crate::measures::sensitivity::{Drawing, Measures, Variant, sensitivity};
use crate::measures::{Basis, Cost, Dimension, Grouping, Layout, Query, cost};
use crate::pipeline::{Faulty, Location, Sound, load};
use crate::render::{Format, Formulas, RenderError, Terminal, format_named, format_names};
use crate::report::explain::{ExplainDocument, Selection, explain};
use crate::report::sensitivity::{SensitivityDocument, SensitivityReport};
use crate::report::{Context, LedgerReport, Report, ReportDocument, ReportError};
use crate::rules::RuleSet;

/// A project without errors: its lines are read, and its rules applied.
///
/// ```
/// use thb_cost::Project;
///
/// // What NCCTHB told of itself in Lisbon in 2017: 630,021 BGN in 2017.
/// let project = Project::embedded()?;
/// let report = project.ask().years("2017").report()?;
/// assert_eq!(report.total.total.central.as_deref(), Some("630021.00"));
/// assert_eq!(report.currency, "BGN");
/// # Ok::<(), thb_cost::Refused>(())
/// ```
#[derive(Debug)]
pub struct Project {
    sound: Sound,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Refused {
    /// The project has errors; each is told with its code.
    #[error(transparent)]
    Project(#[from] Box<Faulty>),
    /// Rules, or the lines of the phase asked for, have errors.
    #[error("{}", told(.0))]
    Faults(Diagnostics),
    /// A word that means nothing here.
    #[error("{typed:?} is no {what} of this project; it has {known}")]
    Unknown {
        /// What it should be: a year, a dimension, a measure, a form of exploitation, a currency, a format.
        what: &'static str,
        /// As it was asked for.
        typed: String,
        /// What would be one.
        known: String,
    },
    /// No year that was asked for has lines.
    #[error("no year that was asked for has lines")]
    NoLines,
    /// A rate or an index that nobody gives, or a fault of the program.
    #[error(transparent)]
    Render(#[from] RenderError),
}

/// What is asked of a project: everything in its own currency, in current prices, executed where published and else
/// approved, unless one of these calls says otherwise.
#[derive(Debug, Clone)]
#[must_use = "a question that is not asked has no answer"]
pub struct Question<'p> {
    sound: &'p Sound,
    years: Option<String>,
    by: Vec<String>,
    victims: Vec<String>,
    exploitation: Option<String>,
    currency: Option<String>,
    prices: Option<String>,
    phase: PhaseChoice,
    language: Language,
}

/// A question with all that its answer is made from.
struct Asked<'p> {
    question: &'p Question<'p>,
    /// Of a phase that is not the usual one.
    attribution: Option<Attribution>,
    query: Query,
    cost: Cost,
}

impl Project {
    /// The project that is in the program: what NCCTHB told in Lisbon in 2017.
    ///
    /// # Errors
    ///
    /// Never, but for a fault of the program.
    pub fn embedded() -> Result<Self, Refused> {
        Ok(Self { sound: load(&Location::Embedded, &[]).sound()? })
    }

    /// The project in a folder, or of a manifest.
    ///
    /// # Errors
    ///
    /// Every fault of its files.
    ///
    /// ```
    /// use thb_cost::{Project, Refused};
    ///
    /// let refused = Project::open("no/such/folder").unwrap_err();
    /// assert!(matches!(refused, Refused::Project(_)));
    /// ```
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Refused> {
        Ok(Self { sound: load(&Location::Path(path.as_ref().to_path_buf()), &[]).sound()? })
    }

    /// The same project under other rules: the text of a `rules.toml`.
    ///
    /// # Errors
    ///
    /// What is wrong with the rules.
    ///
    /// ```
    /// use thb_cost::Project;
    ///
    /// let project = Project::embedded()?.with_rules("version = 1\n[[rule]]\nid = \"none\"\nmatch = {}\nshare = \"none\"\n")?;
    /// let report = project.ask().report()?;
    /// assert_eq!(report.total.total.central.as_deref(), Some("0.00"));
    /// # Ok::<(), thb_cost::Refused>(())
    /// ```
    pub fn with_rules(mut self, rules: &str) -> Result<Self, Refused> {
        let mut diagnostics = Diagnostics::default();
        let project = self.sound.project();
        let read = RuleSet::read(&"rules".into(), rules, &project.dimensions, &mut diagnostics);
        if diagnostics.has_errors() {
            return Err(Refused::Faults(diagnostics));
        }
        self.sound.set_rules(read).map_err(Refused::Faults)?;
        Ok(self)
    }

    /// What is doubtful or worth knowing, in English, each with its code.
    ///
    /// ```
    /// # use thb_cost::Project;
    /// assert!(Project::embedded()?.warnings().iter().all(|warning| warning.contains(": ")));
    /// # Ok::<(), thb_cost::Refused>(())
    /// ```
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        self.sound.found().iter().map(in_short).collect()
    }

    /// The years that have lines.
    ///
    /// ```
    /// # use thb_cost::Project;
    /// assert_eq!(Project::embedded()?.years(), [2014, 2015, 2016, 2017]);
    /// # Ok::<(), thb_cost::Refused>(())
    /// ```
    #[must_use]
    pub fn years(&self) -> Vec<u16> {
        self.sound.project().years().into_iter().map(Year::number).collect()
    }

    /// A question of it.
    pub fn ask(&self) -> Question<'_> {
        Question {
            sound: &self.sound,
            years: None,
            by: Vec::new(),
            victims: Vec::new(),
            exploitation: None,
            currency: None,
            prices: None,
            phase: PhaseChoice::Best,
            language: Language::English,
        }
    }
}

impl Question<'_> {
    /// Of one year or of a range: `2017`, `2014..2017`, `2014..`.
    pub fn years(self, years: &str) -> Self {
        Self { years: Some(years.to_owned()), ..self }
    }

    /// By a dimension: `agency`, `funder`, `area` and so on, one of the project's own, or `function:1`. Each call adds one.
    pub fn by(mut self, dimension: &str) -> Self {
        self.by.push(dimension.to_owned());
        self
    }

    /// Per victim of a measure, in place of the measures of the project. Each call adds one.
    pub fn per_victim(mut self, measure: &str) -> Self {
        self.victims.push(measure.to_owned());
        self
    }

    /// Of one form of exploitation.
    pub fn of_form(self, exploitation: &str) -> Self {
        Self { exploitation: Some(exploitation.to_owned()), ..self }
    }

    /// In a currency.
    pub fn in_currency(self, code: &str) -> Self {
        Self { currency: Some(code.to_owned()), ..self }
    }

    /// In prices of a year.
    pub fn in_prices_of(self, year: &str) -> Self {
        Self { prices: Some(year.to_owned()), ..self }
    }

    /// Of one phase alone: lines of the other are left out.
    pub fn in_phase(self, phase: PhaseChoice) -> Self {
        Self { phase, ..self }
    }

    /// With words in a language.
    pub fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// The report, as `report --format json` has it: money is exact decimal text in the currency asked for, `None` is not
    /// known.
    ///
    /// # Errors
    ///
    /// A word that the project does not have, years without lines, a rate or an index that nobody gives.
    ///
    /// ```
    /// use thb_cost::Project;
    ///
    /// let project = Project::embedded()?;
    /// let report = project.ask().by("financing").in_currency("EUR").report()?;
    /// for row in &report.rows {
    ///     let total = row.cost.total.central.as_deref().unwrap_or("not known");
    ///     println!("{} {} {total} {}", row.year, row.by["financing"], report.currency);
    /// }
    /// assert!(project.ask().by("colour").report().is_err());
    /// # Ok::<(), thb_cost::Refused>(())
    /// ```
    pub fn report(&self) -> Result<ReportDocument, Refused> {
        let asked = self.asked()?;
        Ok(ReportDocument::new(asked.context()))
    }

    /// The report in one of the formats of the program: `csv`, `json`, `xlsx`, `html`, `markdown` and so on.
    ///
    /// # Errors
    ///
    /// As [`Self::report`], and a format that is not there.
    ///
    /// ```
    /// use thb_cost::Project;
    ///
    /// let csv = Project::embedded()?.ask().years("2017").write("csv")?;
    /// assert!(csv.starts_with(b"year,"));
    /// # Ok::<(), thb_cost::Refused>(())
    /// ```
    pub fn write(&self, format: &str) -> Result<Vec<u8>, Refused> {
        let format = known_format(format)?;
        let asked = self.asked()?;
        Ok(format.render(&Report(asked.context()), self.paper())?)
    }

    /// The ledger, one record for each part of each line, in one of the formats of the program. Of what is asked, it goes by
    /// years, phase and language; amounts are in the currency in which each line was published.
    ///
    /// # Errors
    ///
    /// As [`Self::write`].
    ///
    /// ```
    /// use thb_cost::Project;
    ///
    /// let ledger = Project::embedded()?.ask().ledger("csv")?;
    /// assert!(ledger.starts_with(b"year,agency,"));
    /// # Ok::<(), thb_cost::Refused>(())
    /// ```
    pub fn ledger(&self, format: &str) -> Result<Vec<u8>, Refused> {
        let format = known_format(format)?;
        let asked = self.asked()?;
        let Context { project, attribution, query, language, .. } = asked.context();
        let ledger = LedgerReport { project, attribution, years: query.years, currencies: &[], language };
        Ok(format.render(&ledger, self.paper())?)
    }

    /// What figures are made of: each line with its rule, its drivers, their rows and sources.
    ///
    /// # Errors
    ///
    /// As [`Self::report`].
    ///
    /// ```
    /// use thb_cost::Project;
    ///
    /// let explained = Project::embedded()?.ask().years("2017").explain()?;
    /// let line = &explained.years[0].lines[0];
    /// assert!(!line.first_rows.is_empty());
    /// # Ok::<(), thb_cost::Refused>(())
    /// ```
    pub fn explain(&self) -> Result<ExplainDocument, Refused> {
        let asked = self.asked()?;
        let Context { project, attribution, query, language, .. } = asked.context();
        let measures = query.measures.clone();
        let selection = Selection { years: query.years, measures, ..Selection::default() };
        let currencies = [query.basis.currency];
        explain(project, attribution, &selection, &currencies, language).map_err(failed)
    }

    /// How sure the figures are: interval, percentiles of so many random draws, tornado and indices. The same seed gives the
    /// same draws.
    ///
    /// # Errors
    ///
    /// As [`Self::report`].
    ///
    /// ```
    /// use thb_cost::Project;
    ///
    /// // Published amounts and counts alone: nothing is uncertain.
    /// let project = Project::embedded()?;
    /// assert!(project.ask().sensitivity(1_000, 1)?.inputs.is_empty());
    /// # Ok::<(), thb_cost::Refused>(())
    /// ```
    pub fn sensitivity(&self, draws: usize, seed: u64) -> Result<SensitivityDocument, Refused> {
        let asked = self.asked()?;
        let context = asked.context();
        let variant = Variant::only(context.project, context.attribution);
        let drawing = Drawing { draws: draws.max(2), seed };
        let found = sensitivity(&[variant], &asked.query, &asked.cost, Measures::Each, drawing).map_err(failed)?;
        Ok(SensitivityDocument::new(SensitivityReport { context, sensitivity: &found, also: &[] }))
    }

    /// Tables are as wide as those that the program writes into files.
    fn paper(&self) -> Terminal {
        let formulas = Formulas::quoted_if(self.sound.project().csv_safe);
        Terminal { width: 80, colour: false, formulas }
    }

    fn asked(&self) -> Result<Asked<'_>, Refused> {
        let project = self.sound.project();
        let attribution = self.sound.attributed_in(self.phase).map_err(Refused::Faults)?;
        let query = self.query()?;
        let taken = attribution.as_ref().unwrap_or(self.sound.attribution());
        if !taken.taken().any(|attributed| query.years.contains(attributed.line.key().year)) {
            return Err(Refused::NoLines);
        }
        let ledger = Ledger::new(project, taken).map_err(failed)?;
        let cost = cost(project, &ledger, &query).map_err(failed)?;
        Ok(Asked { question: self, attribution, query, cost })
    }

    fn query(&self) -> Result<Query, Refused> {
        let project = self.sound.project();
        let years = self.years.as_deref().map(|typed| {
            let known = || "years such as 2017, 2014..2017 or 2014..".to_owned();
            YearRange::parse(typed).ok_or_else(|| unknown("year", typed, known()))
        });
        let prices = self
            .prices
            .as_deref()
            .map(|typed| Year::parse(typed).ok_or_else(|| unknown("year", typed, "years such as 2017".to_owned())));
        let currency = self.currency.as_deref().map(|typed| {
            Currency::parse(typed).ok_or_else(|| unknown("currency", typed, "ISO codes such as EUR".to_owned()))
        });
        let measures: Result<Vec<ArcStr>, Refused> =
            self.victims.iter().map(|typed| known_word("measure", typed, &project.victims.measures())).collect();
        let measures = if self.victims.is_empty() { project.measures.clone() } else { measures? };
        let form = self.exploitation.as_deref().map(|typed| known_word("form", typed, &project.forms()));
        let by: Result<Vec<Grouping>, Refused> =
            self.by.iter().map(|typed| grouping(typed, &project.dimensions)).collect();
        let currency = currency.transpose()?.unwrap_or(project.currency);
        Ok(Query {
            years: years.transpose()?.unwrap_or_default(),
            by: by?,
            measures,
            exploitation: form.transpose()?,
            basis: Basis { currency, prices: prices.transpose()? },
            also: Vec::new(),
            layout: Layout::default(),
        })
    }
}

impl Asked<'_> {
    fn context(&self) -> Context<'_> {
        let sound = self.question.sound;
        Context {
            project: sound.project(),
            attribution: self.attribution.as_ref().unwrap_or(sound.attribution()),
            query: &self.query,
            cost: &self.cost,
            language: self.question.language,
        }
    }
}

fn grouping(typed: &str, own: &[ArcStr]) -> Result<Grouping, Refused> {
    let (name, parts) = typed.split_once(':').map_or((typed, None), |(name, parts)| (name, Some(parts.parse().ok())));
    let dimension = Dimension::parse(name, own).filter(|dimension| parts.is_none() || dimension.has_codes());
    match (dimension, parts) {
        (Some(dimension), None) => Ok(Grouping::from(dimension)),
        (Some(dimension), Some(Some(parts))) => Ok(Grouping { dimension, parts: Some(parts) }),
        _ => {
            let names: Vec<&str> = Dimension::of_project(own).map(|dimension| dimension.name(own)).collect();
            Err(unknown("dimension", typed, names.join(", ")))
        }
    }
}

fn known_word(what: &'static str, typed: &str, known: &[ArcStr]) -> Result<ArcStr, Refused> {
    let clean = clean_text(typed);
    let found = known.iter().find(|word| ***word == *clean).cloned();
    found.ok_or_else(|| unknown(what, typed, known.join(", ")))
}

fn known_format(typed: &str) -> Result<&'static dyn Format, Refused> {
    format_named(typed).ok_or_else(|| unknown("format", typed, format_names().join(", ")))
}

fn unknown(what: &'static str, typed: &str, known: String) -> Refused {
    Refused::Unknown { what, typed: typed.to_owned(), known }
}

fn failed(fault: impl Into<ReportError>) -> Refused {
    Refused::Render(RenderError::Report(fault.into()))
}

fn told(diagnostics: &Diagnostics) -> String {
    diagnostics.iter().map(in_short).collect::<Vec<_>>().join("\n")
}
