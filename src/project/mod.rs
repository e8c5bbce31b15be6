//! The project: inputs checked against each other, indexed, every amount in the currency in which it was published.

mod code_names;
mod controls;
mod drivers;
pub mod embedded;
mod exchange;
mod expected;
mod forms;
pub mod init;
pub mod phases;
mod prices;
mod protection;
mod requests;
mod services;
mod steps;
mod victims;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use arcstr::ArcStr;

pub use code_names::CodeNames;
pub use controls::{ControlFault, is_about};
pub use drivers::Drivers;
pub use exchange::Exchange;
pub use prices::{Prices, links};
pub use protection::{Protecting, Protection};
pub use requests::AskedAgency;
pub use services::Services;
pub use steps::STEP;
pub use victims::Victims;

use crate::diagnostics::{Code, Diagnostic};
use crate::domain::{
    BudgetLine, Control, Count, Currency, DriverValue, ExpectedLine, Fraction, Origin, RequestRow, Service, Source,
    Year,
};
use crate::ingest::{FileDigest, InputName, Inputs, Manifest};
use crate::language::{Language, Message};
use crate::rules::RuleSet;
use crate::rules::share::Facts;
use expected::Gap;

/// A project, ready for attribution.
#[derive(Debug)]
pub struct Project {
    /// Title.
    pub title: String,
    /// Title in Bulgarian, if it has one.
    pub title_bg: Option<String>,
    /// The currency of what is shown, unless another is asked for.
    pub currency: Currency,
    /// The names of its own dimensions, in the order of the manifest.
    pub dimensions: Vec<ArcStr>,
    /// Whether CSV puts an apostrophe before text that a spreadsheet would take for a formula.
    pub csv_safe: bool,
    /// Measures of victims that are shown, in this order.
    pub measures: Vec<ArcStr>,
    /// Budget lines in the order of the ledger.
    pub lines: Vec<Arc<BudgetLine>>,
    /// Counts of victims.
    pub victims: Victims,
    /// Drivers.
    pub drivers: Drivers,
    /// Services from the bottom up.
    pub services: Services,
    /// Published totals.
    pub controls: Vec<Control>,
    /// The price indices.
    pub prices: Prices,
    /// The index that the manifest names, with its place.
    pub named_index: Option<(ArcStr, Origin)>,
    /// Exchange rates.
    pub exchange: Exchange,
    /// The bibliography by id; `None` where the project has none.
    pub sources: Option<BTreeMap<ArcStr, Source>>,
    /// Lines that should be there; `None` where the project does not say.
    pub expected: Option<Vec<ExpectedLine>>,
    /// Who was asked for what.
    pub requests: Vec<RequestRow>,
    /// What codes are called.
    pub names: CodeNames,
    /// Attribution rules.
    pub rules: RuleSet,
    /// Digests of the files it was read from.
    pub files: Vec<FileDigest>,
    /// Inputs in which a fault was found, so that what is missing from them says nothing.
    pub faulty: BTreeSet<InputName>,
    /// Where the manifest names the measures, if it does.
    pub measures_origin: Option<Origin>,
    /// Which counts of people are not shown.
    pub protection: Protection,
    /// Found when they are first asked for.
    gaps: OnceLock<Vec<Gap>>,
}

impl Project {
    /// Puts a project together from its manifest and inputs.
    #[must_use]
    pub(crate) fn new(manifest: &Manifest, inputs: Inputs) -> Self {
        let exchange = Exchange::new(inputs.rates);
        let victims = Victims::new(inputs.victims);
        let prices = Prices::new(inputs.prices, manifest.prices.clone());
        let measures = if manifest.victims.is_empty() { victims.measures() } else { manifest.victims.clone() };
        Self {
            title: manifest.title.clone(),
            title_bg: manifest.title_bg.clone(),
            currency: manifest.currency,
            dimensions: manifest.dimensions.clone(),
            csv_safe: manifest.csv_safe,
            measures,
            lines: inputs.lines,
            victims,
            drivers: Drivers::new(inputs.drivers),
            services: Services::new(inputs.services),
            controls: inputs.controls,
            prices,
            named_index: manifest.prices.clone().zip(manifest.prices_origin.clone()),
            exchange,
            sources: inputs
                .sources
                .map(|sources| sources.into_iter().map(|source| (source.id.clone(), source)).collect()),
            expected: inputs.expected,
            requests: inputs.requests,
            names: CodeNames::new(inputs.names),
            rules: inputs.rules,
            files: inputs.files,
            faulty: inputs.faulty,
            measures_origin: manifest.victims_origin.clone(),
            protection: Protection::default(),
            gaps: OnceLock::new(),
        }
    }

    /// The title in a language.
    #[must_use]
    pub fn title_in(&self, language: Language) -> &str {
        match (language, &self.title_bg) {
            (Language::Bulgarian, Some(title)) => title,
            _ => &self.title,
        }
    }

    /// Whether money rows were read without a fault.
    #[must_use]
    pub fn has_sound_lines(&self) -> bool {
        InputName::MONEY.iter().chain(&[InputName::Rates]).all(|input| !self.faulty.contains(input))
    }

    /// Whether prices were read without a fault.
    #[must_use]
    pub fn has_sound_prices(&self) -> bool {
        !self.faulty.contains(&InputName::Prices)
    }

    /// Whether the inputs that attribution reads are without a fault, so that what it finds is about them and not about
    /// what is missing from them.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let read = [InputName::Victims, InputName::Drivers, InputName::Rules];
        self.has_sound_lines() && read.iter().all(|input| !self.faulty.contains(input))
    }

    /// The years that have lines, or should have some, in order.
    #[must_use]
    pub fn years(&self) -> Vec<Year> {
        let published = self.lines.iter().map(|line| line.key().year);
        let expected = self.expected.iter().flatten().flat_map(|row| self.years_of(row));
        published.chain(expected).collect::<BTreeSet<Year>>().into_iter().collect()
    }
}

impl Facts for Project {
    fn driver(&self, name: &str, year: Year) -> Option<&DriverValue> {
        self.drivers.known(name, year)
    }

    fn known_years(&self, name: &str) -> Vec<Year> {
        self.drivers.known_years(name)
    }

    fn index_factor(&self, index: &str, from: Year, to: Year) -> Result<Fraction, Year> {
        self.prices.factor_of(index, from, to)
    }

    fn currency(&self) -> Currency {
        self.currency
    }

    fn minor_rate(&self, from: Currency, to: Currency, year: Year) -> Option<Fraction> {
        self.exchange.minor_rate(from, to, year)
    }

    fn rate(&self, from: Currency, to: Currency, year: Year) -> Option<Fraction> {
        self.exchange.rate(from, to, year)
    }

    fn services(&self, year: Year) -> Vec<&Service> {
        self.services.of_year(year).collect()
    }

    fn victims(&self, service: &Service) -> Option<Count> {
        self.victims.row(&service.measure, service.year, &service.exploitation)?.count
    }
}

/// A diagnostic at the first row of a line.
pub(crate) fn of_line(line: &BudgetLine, code: Code, message: Message, help: Message) -> Diagnostic {
    let diagnostic = Diagnostic::new(code, message, help);
    match line.rows().first_row() {
        Some(origin) => diagnostic.at(origin),
        None => diagnostic,
    }
}
