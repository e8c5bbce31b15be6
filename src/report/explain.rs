//! The explanation of figures: from a total down to lines, rules, drivers, input rows and sources.
//!
//! It is made from what the engine did, never worked out again, and it holds all that a reader needs to work it out
//! again alone.

mod build;
mod document;
mod lines;
mod rulings;
mod select;
mod service;

pub use document::{
    AlsoLineDocument, AlsoYearDocument, ConvertedDocument, DriverDocument, DriverRowDocument, ExplainDocument,
    FillDocument, FillYearDocument, LineDocument, OverheadDocument, PartDocument, PerVictimTrace, RowPlace,
    RuleDocument, RulingDocument, ServedDocument, ShareDocument, SplitDocument, SumDocument, WeightDocument,
    YearDocument,
};
pub use lines::ExplainedLines;
pub use select::{Selection, SelectionFault, Sought};
pub use service::ServiceDocument;

use std::collections::HashSet;

use super::called::Called;
use build::YearInProgress;
use rulings::Rulings;

use crate::attribution::{AttributedLine, Attribution, Fill};
use crate::domain::{Currency, Fraction, Interval, LineKey, Money, State, Year, plain_decimal};
use crate::language::Language;
use crate::measures::{Basis, BasisFault};
use crate::project::Project;
use crate::report::rows::only_document;
use crate::rules::share::{Found, Outcome, UsedDriver, UsedRow};

/// Explains the lines of a selection, year by year, totals in a currency and others beside it, its words in a language.
///
/// # Errors
///
/// A rate to the currency that nobody gives.
pub fn explain(
    project: &Project,
    attribution: &Attribution,
    selection: &Selection,
    currencies: &[Currency],
    language: Language,
) -> Result<ExplainDocument, BasisFault> {
    let mut years: Vec<YearInProgress> = Vec::new();
    let explaining = Explaining::new(project, currencies, language);
    let mut rulings = Rulings::new(explaining);
    for attributed in attribution.taken().filter(|attributed| selection.takes(attributed)) {
        let year = attributed.line.key().year;
        if years.last().is_none_or(|last| last.year != year) {
            years.push(YearInProgress::new(year));
        }
        if let Some(last) = years.last_mut() {
            last.add(attributed, explaining.line(attributed, &mut rulings)?);
            note_overhead(&mut last.overheads, attribution, attributed);
        }
    }
    let years = years.into_iter().map(|year| year.finish(explaining, &selection.measures));
    let years: Vec<YearDocument> = years.collect::<Result<_, _>>()?;
    Ok(ExplainDocument { sources: sources(project, &years), years, ..explaining.head(attribution) })
}

/// What an explanation is made in.
#[derive(Debug, Clone, Copy)]
struct Explaining<'p> {
    project: &'p Project,
    currency: Currency,
    also: &'p [Currency],
    language: Language,
}

impl<'p> Explaining<'p> {
    /// In currencies, the main one first; in that of the project where there is none.
    fn new(project: &'p Project, currencies: &'p [Currency], language: Language) -> Self {
        let (currency, also) =
            currencies.split_first().map_or((project.currency, [].as_slice()), |(main, also)| (*main, also));
        Self { project, currency, also, language }
    }
}

impl<'p> Explaining<'p> {
    /// What an explanation says beside its years and their sources.
    fn head(&self, attribution: &Attribution) -> ExplainDocument {
        let Self { project, currency, language, .. } = self;
        ExplainDocument {
            schema: "thb-cost/explain/2",
            version: env!("CARGO_PKG_VERSION"),
            project: project.title_in(*language).to_owned(),
            currency: currency.to_string(),
            phase: attribution.phase.word(),
            only: only_document(attribution, project),
            protect: project.protection.below(),
            sources: Vec::new(),
            called: Called::of(project, *language),
            years: Vec::new(),
        }
    }

    const fn basis(&self) -> Basis {
        Basis { currency: self.currency, prices: None }
    }

    /// The same in each of the other currencies.
    fn others(self) -> impl Iterator<Item = Self> {
        self.also.iter().map(move |currency| Self { currency: *currency, also: &[], ..self })
    }

    /// What is attributed of a line in the currency shown, with the rate; `None` where it is the line's, or not known.
    fn shown(&self, key: &LineKey, known: Option<Interval<Money>>) -> Result<AlsoLineDocument, BasisFault> {
        let (rate, rate_place) = self.rate(key.currency, key.year);
        let shown = match known.filter(|_| rate.is_some()) {
            None => None,
            Some(known) => {
                let factor = self.basis().factor(self.project, key.currency, key.year)?;
                Some(known.map(|money| self.plain(&(&Fraction::from_money(*money) * &factor))).into())
            }
        };
        Ok(AlsoLineDocument { currency: self.currency.to_string(), rate, rate_place, shown })
    }

    /// Exact minor units of the currency shown as plain text, rounded once.
    fn plain(&self, figure: &Fraction) -> String {
        plain(figure, self.currency)
    }

    /// The rate from a currency to the one shown, with its row where it has one; `None` where they are one.
    fn rate(&self, from: Currency, year: Year) -> (Option<String>, Option<RowPlace>) {
        if from == self.currency {
            return (None, None);
        }
        let exchange = &self.project.exchange;
        let place = exchange.row(from, self.currency, year).map(|row| RowPlace::from(&row.origin));
        (exchange.rate(from, self.currency, year).map(|rate| rate.to_string()), place)
    }

    fn line(&self, attributed: &'p AttributedLine, rulings: &mut Rulings<'p>) -> Result<LineDocument, BasisFault> {
        let line = &attributed.line;
        let key = line.key();
        let worked = attributed.ruling.worked.as_deref();
        let excluded = attributed.state == State::Excluded && line.amount().is_none();
        let unknown = matches!(attributed.state, State::Unattributed | State::NotEstimated | State::NotReported);
        let known = (!excluded && !unknown).then(|| attributed.attributed(None));
        let AlsoLineDocument { rate, rate_place, shown, .. } = self.shown(key, known)?;
        let also = self.others().map(|other| other.shown(key, known)).collect::<Result<_, _>>()?;
        Ok(LineDocument {
            agency: key.agency.to_string(),
            line: key.line.to_string(),
            funder: key.funder.to_string(),
            financing: key.financing.word(),
            label: key.label.word(),
            phase: key.phase.word(),
            currency: key.currency.to_string(),
            amount: line.amount().map(|amount| line.plain(amount)),
            rate,
            rate_place,
            shown,
            also,
            state: attributed.state.word(),
            attributed: known.map(|known| known.map(|money| line.plain(*money)).into()),
            remainder: attributed.remainder().map(|amounts| amounts.map(|money| line.plain(*money)).into()),
            ruling: rulings.of(&attributed.ruling),
            fill: attributed.fill.as_deref().map(|fill| fill_document(fill, key.currency)),
            imputed: worked.is_some_and(|worked| matches!(worked.outcome, Outcome::Imputed(_))),
            parts: attributed.parts.iter().map(|part| PartDocument::new(part, line)).collect(),
            splits: attributed.splits.iter().map(|split| SplitDocument::new(split, self.language)).collect(),
            rows: line.rows().count(),
            first_rows: line.rows().first().iter().map(RowPlace::from).collect(),
            note: line.rows().note().to_string(),
            source: key.source.to_string(),
        })
    }
}

/// Exact minor units of a currency as plain text, rounded once.
fn plain(figure: &Fraction, currency: Currency) -> String {
    figure.minor_to_decimal(currency.digits())
}

fn driver_document(used: &UsedDriver) -> DriverDocument {
    let value = used.value.map(plain_decimal);
    let (index, factor) = match &used.how {
        Found::Indexed { index, factor, .. } => (Some(index.to_string()), Some(factor.to_string())),
        Found::Known(_) | Found::Carried(_) | Found::Interpolated { .. } => (None, None),
    };
    DriverDocument {
        role: used.role.word(),
        driver: used.driver.to_string(),
        year: used.year.number(),
        low: value.low,
        value: value.central,
        high: value.high,
        state: used.how.state().word(),
        index,
        factor,
        rows: used.how.rows().into_iter().map(driver_row).collect(),
    }
}

fn driver_row(used: &UsedRow) -> DriverRowDocument {
    let row = &used.row;
    let value = row.value.as_ref().map(|value| value.map(ToString::to_string));
    let value = value.unwrap_or_default();
    DriverRowDocument {
        year: row.year.number(),
        low: value.low,
        value: value.central,
        high: value.high,
        unit: row.unit.to_string(),
        converted: used.converted.as_ref().map(|by| ConvertedDocument {
            from: by.from.to_string(),
            to: by.to.to_string(),
            rate: by.rate.to_string(),
        }),
        note: row.note.to_string(),
        place: RowPlace::from(&row.origin),
        source: row.source.to_string(),
    }
}

/// An amount as its rule fills it.
fn fill_document(fill: &Fill, currency: Currency) -> FillDocument {
    let years = fill
        .from
        .iter()
        .map(|from| FillYearDocument { year: from.year.number(), amount: plain(&from.amount, currency) });
    FillDocument {
        amount: fill.amount.to_plain(currency.digits()),
        state: fill.state().word(),
        index: fill.how.index().map(ToString::to_string),
        factor: fill.factor.as_ref().map(Fraction::to_string),
        years: years.collect(),
    }
}

/// Adds the overhead that decided a line, unless it is among those told.
fn note_overhead(told: &mut Vec<OverheadDocument>, attribution: &Attribution, attributed: &AttributedLine) {
    let rule = attributed.ruling.rule.as_ref();
    if rule.is_some_and(|rule| told.iter().all(|told| *told.rule != *rule.id)) {
        told.extend(overhead_document(attribution, attributed));
    }
}

/// The overhead that decided a line, with the lines that it serves.
fn overhead_document(attribution: &Attribution, attributed: &AttributedLine) -> Option<OverheadDocument> {
    let rule = attributed.ruling.rule.as_ref()?;
    let serves = &attributed.ruling.worked.as_ref()?.serves;
    let document = || OverheadDocument {
        rule: rule.id.to_string(),
        serves: serves.iter().filter_map(|number| served(attribution.lines.get(*number)?)).collect(),
    };
    (!serves.is_empty()).then(document)
}

/// A line that an overhead serves, with the share that it has itself: 0 where no rule decides it.
fn served(attributed: &AttributedLine) -> Option<ServedDocument> {
    let line = &attributed.line;
    let share = attributed.ruling.share.clone().unwrap_or_else(|| Interval::point(Fraction::zero()));
    Some(ServedDocument {
        agency: line.key().agency.to_string(),
        line: line.key().line.to_string(),
        amount: line.plain(line.amount()?),
        currency: line.key().currency.to_string(),
        share: ShareDocument::from(share.map(Fraction::to_string)),
        state: attributed.state.word(),
    })
}

/// The sources that the years cite, in the order in which a reader meets them.
fn sources(project: &Project, years: &[YearDocument]) -> Vec<super::SourceDocument> {
    let mut ids: Vec<&str> = Vec::new();
    for year in years {
        for line in &year.lines {
            ids.push(&line.source);
            ids.extend(line.ruling.rule.iter().map(|rule| rule.source.as_str()));
            ids.extend(line.ruling.drivers.iter().flat_map(|driver| &driver.rows).map(|row| row.source.as_str()));
            ids.extend(line.ruling.services.iter().map(|service| service.source.as_str()));
            ids.extend(line.splits.iter().flat_map(|split| &split.weights).map(|weight| weight.source.as_str()));
        }
        ids.extend(year.per_victim.iter().map(|figure| figure.source.as_str()));
    }
    let mut met = HashSet::new();
    let first_met = ids.into_iter().filter(|id| !id.is_empty() && met.insert(*id));
    first_met.map(|id| super::SourceDocument::new(project, id)).collect()
}
