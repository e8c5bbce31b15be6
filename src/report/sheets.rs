//! The report as a sheet: one year in full, or years side by side.

use super::citations::Citations;
use super::context::Context;
use super::known_lines;
use super::notes;
use super::rows::only_phrase;
use super::sheet::Sheet;
use super::tables;
use crate::domain::Year;
use crate::language::Value;
use crate::measures::BasisFault;
use crate::message;

/// The report that answers a query.
///
/// # Errors
///
/// A basis that cannot be had for a year shown.
pub fn report_sheet(context: Context<'_>) -> Result<Sheet, BasisFault> {
    let citations = Citations::of(context);
    let mut tables = Vec::new();
    let years = context.years();
    match (years.as_slice(), context.cost.rows.as_slice()) {
        _ if context.query.layout.across.is_some() => {
            tables.extend(context.in_each().flat_map(tables::across));
            tables.extend(context.beside(|context| Ok(tables::per_victim(context, &citations)))?);
        }
        ([_], [row]) if context.query.by.is_empty() => {
            tables.push(tables::one_year(context, row));
            tables.extend(context.beside(|context| Ok(tables::per_victim(context, &citations)))?);
            tables.extend(context.beside(|context| tables::labelled(context, &citations))?);
            tables.extend(context.beside(|context| tables::attributed(context, &citations))?);
            tables.extend(context.beside(|context| tables::unattributed(context, &citations))?);
            tables.extend(tables::not_estimated(context, &citations));
        }
        _ if context.query.by.is_empty() => {
            tables.extend(context.beside(|context| Ok(Some(tables::years(context))))?);
            tables.extend(context.beside(|context| Ok(tables::ranges(context)))?);
            tables.extend(context.beside(|context| Ok(tables::changes(context)))?);
            tables.extend(context.beside(|context| Ok(tables::per_victim(context, &citations)))?);
        }
        _ => {
            tables.extend(context.beside(|context| Ok(Some(tables::groups(context))))?);
            tables.extend(context.beside(|context| Ok(tables::per_victim(context, &citations)))?);
        }
    }
    Ok(Sheet { tables, ..report_words(context, &citations) })
}

/// What the report says around its tables, which it has not.
pub(super) fn report_words(context: Context<'_>, citations: &Citations) -> Sheet {
    let years = context.years();
    Sheet {
        title: context.project.title_in(context.language).to_owned(),
        subtitle: subtitle(context, &years),
        notes: all_notes(context, citations, &years),
        sources: citations.texts(context),
        language: context.language,
        ..Sheet::default()
    }
}

/// Years, currency, prices, phase and what narrows the figures.
pub(super) fn subtitle(context: Context<'_>, years: &[Year]) -> String {
    let span = match years {
        [] => message!("report-no-years"),
        [year] => message!("report-one-year", year = year),
        [first, .., last] => message!("report-span", first = first, last = last),
    };
    let prices = match context.query.basis.prices {
        None => message!("report-current-prices"),
        Some(year) => message!("report-prices-of", year = year),
    };
    let form = context.query.exploitation.as_ref();
    let form = form.map(|form| message!("report-subtitle-form", form = notes::form_word(form)));
    let subtitle = context.say(&message!(
        "report-subtitle",
        span = span,
        form = Value::optional(form),
        only = only_phrase(context),
        currency = context.currencies(),
        prices = prices,
        phase = Value::Word("phase", context.attribution.phase.word().to_owned())
    ));
    match known_lines::in_words(context, years) {
        None => subtitle,
        Some(words) => format!("{subtitle}. {}.", context.say(&words)),
    }
}

/// Reasons for missing figures and the notes of each year, then those of the whole; each once.
fn all_notes(context: Context<'_>, citations: &Citations, years: &[Year]) -> Vec<String> {
    let reasons = context.cost.rows.iter().map(|row| {
        let reasons = row.per_victim.iter().filter_map(|figure| Some(context.say(&notes::no_figure(figure)?)));
        (row.year, reasons.collect())
    });
    let of_years = years.iter().map(|year| (*year, notes::of_one_year(context, *year)));
    let mut found = notes::merged(&reasons.chain(of_years).collect::<Vec<_>>());
    found.extend(notes::missing_lines(context, years));
    found.extend(notes::of_report(context, &|id| citations.mark(id)));
    found
}
