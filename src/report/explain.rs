//! The explanation of figures: from a total down to lines, rules, drivers, input rows and sources.
//!
//! It is made from what the engine did, never worked out again, and it holds all that a reader needs to work it out
//! again alone.

mod build;
mod document;
mod select;

pub use document::{
    DriverDocument, ExplainDocument, LineDocument, OverheadDocument, PartDocument, PerVictimTrace, RowPlace,
    RuleDocument, ServedDocument, ShareDocument, SplitDocument, WeightDocument, YearDocument,
};
pub use select::{Selection, SelectionFault, Sought};

use build::YearInProgress;

use crate::attribution::{AttributedLine, Attribution};
use crate::domain::{DriverValue, Fraction, Interval, Money, State};
use crate::language::Language;
use crate::project::{Line, Project};
use crate::rules::share::{Outcome, UsedDriver};

/// Explains the lines of a selection, year by year, its words in a language.
#[must_use]
pub fn explain(
    project: &Project,
    attribution: &Attribution,
    selection: &Selection,
    language: Language,
) -> ExplainDocument {
    let mut years: Vec<YearInProgress> = Vec::new();
    for attributed in &attribution.lines {
        let Some(line) = project.lines.get(attributed.line).filter(|line| selection.takes(project, attributed, line))
        else {
            continue;
        };
        let year = line.key().year;
        if years.last().is_none_or(|last| last.year != year) {
            years.push(YearInProgress::new(year));
        }
        if let Some(last) = years.last_mut() {
            last.add(attributed.attributed(None), line_document(project, attributed, line, language));
            let rule = attributed.decided_by(project);
            if rule.is_some_and(|rule| last.overheads.iter().all(|told| *told.rule != *rule.id)) {
                last.overheads.extend(overhead_document(project, attribution, attributed));
            }
        }
    }
    let years: Vec<YearDocument> =
        years.into_iter().map(|year| year.finish(project, &selection.measures, language)).collect();
    ExplainDocument {
        schema: "thb-cost/explain/1",
        version: env!("CARGO_PKG_VERSION"),
        project: project.title_in(language).to_owned(),
        currency: project.currency.to_string(),
        phase: attribution.phase.word(),
        sources: sources(project, &years),
        years,
    }
}

fn line_document(project: &Project, attributed: &AttributedLine, line: &Line, language: Language) -> LineDocument {
    let digits = project.currency.digits();
    let (key, published) = (line.key(), &line.published);
    let plain = |money: Money| money.to_plain(digits);
    let worked = attributed.worked.as_deref();
    let excluded = attributed.state == State::Excluded && line.amount.is_none();
    let known = !excluded && !matches!(attributed.state, State::Unattributed | State::NotEstimated);
    LineDocument {
        agency: key.agency.to_string(),
        line: key.line.to_string(),
        funder: key.funder.to_string(),
        financing: key.financing.word(),
        label: key.label.word(),
        phase: key.phase.word(),
        published: published.amount.map(|amount| amount.to_plain(key.currency.digits())),
        published_currency: key.currency.to_string(),
        rate: (key.currency != project.currency)
            .then(|| project.exchange.rate(key.currency, project.currency, key.year))
            .flatten()
            .map(|rate| rate.to_string()),
        rate_place: project
            .exchange
            .row(key.currency, project.currency, key.year)
            .map(|row| RowPlace::from(&row.origin)),
        amount: line.amount.map(plain),
        state: attributed.state.word(),
        attributed: known.then(|| attributed.attributed(None).map(|money| plain(*money)).into()),
        remainder: attributed.remainder.map(|amounts| amounts.map(|money| plain(*money)).into()),
        share: attributed.share.as_ref().map(|share| ShareDocument::from(share.map(Fraction::to_string))),
        rule: attributed.decided_by(project).map(|rule| RuleDocument::new(rule, language)),
        drivers: worked.map(|worked| worked.drivers.iter().map(driver_document).collect()).unwrap_or_default(),
        base: worked.and_then(|worked| worked.base).map(plain),
        imputed: worked.is_some_and(|worked| matches!(worked.outcome, Outcome::Imputed(_))),
        parts: attributed.parts.iter().map(|part| PartDocument::new(part, digits)).collect(),
        splits: attributed.splits.iter().map(|split| SplitDocument::new(split, language)).collect(),
        rows: published.rows,
        first_rows: published.origins.iter().map(RowPlace::from).collect(),
        note: published.note.to_string(),
        source: key.source.to_string(),
    }
}

fn driver_document(used: &UsedDriver) -> DriverDocument {
    let row: &DriverValue = &used.row;
    let value = row.value.as_ref();
    DriverDocument {
        role: used.role,
        driver: row.driver.to_string(),
        year: row.year.number(),
        low: value.map(|value| value.low.to_string()).unwrap_or_default(),
        value: value.map(|value| value.central.to_string()).unwrap_or_default(),
        high: value.map(|value| value.high.to_string()).unwrap_or_default(),
        unit: row.unit.to_string(),
        note: row.note.to_string(),
        place: RowPlace::from(&row.origin),
        source: row.source.to_string(),
    }
}

/// The overhead that decided a line, with the lines that it serves.
fn overhead_document(
    project: &Project,
    attribution: &Attribution,
    attributed: &AttributedLine,
) -> Option<OverheadDocument> {
    let rule = project.rules.rules.get(attributed.rule?)?;
    let serves = &attributed.worked.as_ref()?.serves;
    let document = || OverheadDocument {
        rule: rule.id.to_string(),
        serves: serves.iter().filter_map(|line| served(project, attribution, *line)).collect(),
    };
    (!serves.is_empty()).then(document)
}

/// A line that an overhead serves, with the share that it has itself: 0 where no rule decides it.
fn served(project: &Project, attribution: &Attribution, position: usize) -> Option<ServedDocument> {
    let line = project.lines.get(position)?;
    let at = attribution.lines.binary_search_by_key(&position, |attributed| attributed.line).ok()?;
    let attributed = attribution.lines.get(at)?;
    let share = attributed.share.clone().unwrap_or_else(|| Interval::point(Fraction::zero()));
    Some(ServedDocument {
        agency: line.key().agency.to_string(),
        line: line.key().line.to_string(),
        amount: line.amount?.to_plain(project.currency.digits()),
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
            ids.extend(line.rule.iter().map(|rule| rule.source.as_str()));
            ids.extend(line.drivers.iter().map(|driver| driver.source.as_str()));
            ids.extend(line.splits.iter().flat_map(|split| &split.weights).map(|weight| weight.source.as_str()));
        }
        ids.extend(year.per_victim.iter().map(|figure| figure.source.as_str()));
    }
    let mut documents: Vec<super::SourceDocument> = Vec::new();
    for id in ids.into_iter().filter(|id| !id.is_empty()) {
        if documents.iter().all(|document| document.id != id) {
            documents.push(super::SourceDocument::new(project, id));
        }
    }
    documents
}
