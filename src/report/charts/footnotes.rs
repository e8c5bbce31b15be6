//! What stands under every chart: notes that change the reading, and sources.

use std::collections::BTreeSet;
use std::convert::Infallible;

use arcstr::ArcStr;

use super::material::ChartMaterial;
use super::phases;
use super::phrases;
use super::scale::{Scale, currency_word};
use super::shape::YearPhase;
use crate::domain::{ALL_FORMS, Currency, Fraction, LEVA_PER_EURO, State, Year};
use crate::language::{Language, Message, Value};
use crate::measures::{Cost, Dimension, Query};
use crate::message;
use crate::project::Project;
use crate::report::citations::each_once;
use crate::report::{Citations, SourceDocument, known_lines};

/// Notes that change the reading: which project, allocations, what is not in the figures, conversion.
pub(super) fn notes(material: &ChartMaterial<'_>, cost: &Cost) -> Vec<Message> {
    let mut notes = Vec::new();
    notes.extend(approved(material, cost));
    let asked = (material.query.clone(), material.shown(cost));
    let known = |(_, years): &(Query, Vec<Year>)| Ok(known_lines::in_words(material.context(cost), years));
    let Ok(known) = material.answers.known_lines.of::<Infallible>(asked, known);
    notes.extend(known.as_ref().clone().map(|words| message!("chart-note", words = words)));
    notes.extend(not_estimated(material, cost));
    if !cost.total.unattributed.is_zero() {
        let currency = material.query.basis.currency;
        let scale = Scale::of(material.language, currency, [&cost.total.unattributed]);
        notes.push(message!("chart-note-unattributed", amount = scale.with_unit(&cost.total.unattributed)));
    }
    let imputed = material.context(cost).in_state(State::Imputed).count();
    if imputed > 0 {
        notes.push(message!("chart-note-imputed", count = imputed));
    }
    notes.extend(converted(material, cost));
    if material.query.exploitation.is_some() {
        let lines = material.context(cost).lines();
        let undivided = lines
            .filter(|(attributed, _)| attributed.parts.iter().any(|part| &*part.exploitation == ALL_FORMS))
            .count();
        if undivided > 0 {
            notes.push(message!("chart-note-undivided", count = undivided));
        }
    }
    let title = material.project.title_in(material.language);
    notes.push(message!("chart-note-project", title = title.trim_end_matches('.')));
    notes
}

/// Years whose amounts, or some of them, are approved and not spent.
fn approved(material: &ChartMaterial<'_>, cost: &Cost) -> Vec<Message> {
    let years = material.shown(cost);
    let of = |wanted: YearPhase| -> Vec<Year> {
        years.iter().copied().filter(|year| phases::of_year(material, cost, *year) == wanted).collect()
    };
    let (whole, partly) = (of(YearPhase::Approved), of(YearPhase::Partly));
    let mut notes = Vec::new();
    if !whole.is_empty() {
        notes.push(message!("chart-note-approved", years = phrases::years_list(&whole)));
    }
    if !partly.is_empty() {
        notes.push(message!("chart-note-partly-approved", years = phrases::years_list(&partly)));
    }
    notes
}

/// Lines that are in no figure, since nobody published their amount.
fn not_estimated(material: &ChartMaterial<'_>, cost: &Cost) -> Option<Message> {
    let mut agencies: BTreeSet<ArcStr> = BTreeSet::new();
    let mut years: Vec<Year> = Vec::new();
    let mut count = 0_u64;
    let years_shown = material.shown(cost);
    for (_, line) in material.context(cost).in_state(State::NotEstimated) {
        let key = line.key();
        if !years_shown.contains(&key.year) {
            continue;
        }
        count += 1;
        agencies.insert(key.agency.clone());
        if !years.contains(&key.year) {
            years.push(key.year);
        }
    }
    let agencies: Vec<String> =
        agencies.iter().map(|agency| phrases::value(material, Dimension::Agency.into(), agency)).collect();
    let agencies: Vec<&str> = agencies.iter().map(String::as_str).collect();
    (count > 0).then(|| {
        message!(
            "chart-note-not-estimated",
            count = count,
            agencies = phrases::some(&agencies),
            years = phrases::years_list(&years)
        )
    })
}

/// How amounts of each currency became the one shown.
fn converted(material: &ChartMaterial<'_>, cost: &Cost) -> Vec<Message> {
    let shown = material.query.basis.currency;
    let currencies: BTreeSet<Currency> = material.context(cost).lines().map(|(_, line)| line.key().currency).collect();
    currencies.into_iter().filter(|own| *own != shown).map(|own| rate_note(material, own, shown)).collect()
}

fn rate_note(material: &ChartMaterial<'_>, own: Currency, shown: Currency) -> Message {
    let from = currency_word(material.language, own);
    if Currency::have_fixed_rate(own, shown) {
        let (leva, units) = LEVA_PER_EURO;
        if let Some(rate) = Fraction::ratio(leva, units) {
            return message!("chart-note-fixed-rate", from = from, rate = Value::figure(rate.to_decimal(5)));
        }
    }
    message!("chart-note-rates", from = from)
}

/// The sources of what is shown: publisher and title, each once.
pub(super) fn sources(material: &ChartMaterial<'_>, cost: &Cost) -> Vec<String> {
    let citations = Citations::of(material.context(cost));
    each_once(citations.ids().map(|id| source_words(material.project, id, material.language)))
}

/// Publisher and title of a source, or its id.
pub(super) fn source_words(project: &Project, id: &str, language: Language) -> String {
    let source = SourceDocument::new(project, id);
    match (source.publisher_in(language), source.title_in(language)) {
        ("", "") => source.id.clone(),
        ("", title) => title.to_owned(),
        (publisher, "") => publisher.to_owned(),
        (publisher, title) => format!("{publisher}, {title}"),
    }
}
