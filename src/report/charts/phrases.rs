//! Words that all charts share: inks, units, scope, values of dimensions.

use super::material::ChartMaterial;
use super::scale::Scale;
use super::shape::Ink;
use crate::domain::{PhaseChoice, Year};
use crate::language::{Between, Message, Value};
use crate::measures::{Cost, Grouping};
use crate::message;
use crate::report::only_of;

/// What a part is called in the legend.
pub(super) fn ink(ink: Ink) -> Message {
    match ink {
        Ink::LabelledState => message!("chart-ink-labelled-state"),
        Ink::LabelledExternal => message!("chart-ink-labelled-external"),
        Ink::AttributedState => message!("chart-ink-attributed-state"),
        Ink::AttributedExternal => message!("chart-ink-attributed-external"),
        Ink::Labelled => message!("chart-ink-labelled"),
        Ink::Attributed => message!("chart-ink-attributed"),
        Ink::Total => message!("chart-ink-total"),
        Ink::Rise => message!("chart-ink-rise"),
        Ink::Fall => message!("chart-ink-fall"),
        Ink::Low => message!("chart-ink-low"),
        Ink::High => message!("chart-ink-high"),
        Ink::Approved => message!("chart-ink-approved"),
        Ink::Needed => message!("chart-ink-needed"),
        Ink::Accounted => message!("chart-ink-accounted"),
    }
}

/// `2014–2017`.
pub(super) fn span(cost: &Cost) -> Message {
    match (cost.rows.first(), cost.rows.last()) {
        (Some(first), Some(last)) if first.year == last.year => year(first.year),
        (Some(first), Some(last)) => {
            message!("chart-years", first = first.year.to_string(), last = last.year.to_string())
        }
        _ => message!("chart-no-years"),
    }
}

/// A year in running text.
pub(super) fn year(year: Year) -> Message {
    message!("chart-year", year = year.to_string())
}

/// Years in order as spans.
pub(super) fn years_list(years: &[Year]) -> Message {
    message!("chart-years-list", years = crate::report::year_spans(years).replace('-', "\u{2013}"))
}

/// Unit and scope: `thousand BGN, current prices`, with what narrows the figures.
pub(super) fn scope(material: &ChartMaterial<'_>, scale: &Scale, sum_of: Option<Message>) -> String {
    let mut parts = vec![scale.unit()];
    parts.extend(sum_of.map(|span| message!("chart-sum-of", span = span)));
    parts.push(match material.query.basis.prices {
        None => message!("chart-current-prices"),
        Some(of) => message!("chart-prices-of", year = of.to_string()),
    });
    if let Some(form) = &material.query.exploitation {
        parts.push(message!("chart-of-form", form = material.language.name("exploitation", form)));
    }
    parts.extend(only_of(material.attribution, material.project).map(|only| message!("chart-only", only = only)));
    match material.attribution.phase {
        PhaseChoice::Best => {}
        PhaseChoice::Approved => parts.push(message!("chart-phase-approved")),
        PhaseChoice::Executed => parts.push(message!("chart-phase-executed")),
    }
    let words: Vec<String> = parts.iter().map(|part| material.language.say(part)).collect();
    words.join(", ")
}

/// With a capital letter in front.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// What bars are by, in a title.
pub(super) fn by(material: &ChartMaterial<'_>, grouping: Grouping) -> Value {
    let name = material.language.name("by", grouping.dimension.name(&material.project.dimensions));
    match grouping.parts {
        None => Value::Text(name),
        Some(parts) => message!("report-head-parts", dimension = name, count = parts.get()).into(),
    }
}

/// The value of a dimension as the project calls it, or in the language where it is a word of the field.
pub(super) fn value(material: &ChartMaterial<'_>, grouping: Grouping, value: &str) -> String {
    let (language, dimension) = (material.language, grouping.dimension);
    if value.is_empty() {
        return language.say(&message!("chart-blank"));
    }
    match dimension.called(value, material.project, language) {
        Some(name) => name.to_owned(),
        None => dimension.named(value, language),
    }
}

/// A measure of victims as it stands alone.
pub(super) fn measure(material: &ChartMaterial<'_>, measure: &str) -> String {
    let called = material.project.names.name("measure", measure, material.language);
    called.map_or_else(|| material.language.name("measure", measure), str::to_owned)
}

/// Most names of a note; beyond it their number stands.
const NAMED: usize = 12;

/// Names with commas between them, the first of many with the number of the others.
pub(super) fn some(names: &[&str]) -> Message {
    let more = names.len().saturating_sub(NAMED);
    let list = Value::list(names.iter().take(NAMED), Between::Commas);
    if more == 0 {
        message!("chart-names", names = list)
    } else {
        message!("chart-names-more", names = list, count = more)
    }
}
