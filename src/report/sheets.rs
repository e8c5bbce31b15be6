//! The report as a sheet: one year in full, or years side by side.

use super::citations::Citations;
use super::context::Context;
use super::notes;
use super::sheet::Sheet;
use super::tables;
use crate::measures::BasisFault;

/// The report that answers a query.
///
/// # Errors
///
/// A basis that cannot be had for a year shown.
pub fn report_sheet(context: Context<'_>) -> Result<Sheet, BasisFault> {
    let citations = Citations::of(context);
    let mut tables = Vec::new();
    let mut years: Vec<_> = context.cost.rows.iter().map(|row| row.year).collect();
    years.dedup();
    match (years.as_slice(), context.cost.rows.as_slice()) {
        ([_], [row]) if context.query.by.is_empty() => {
            tables.push(tables::one_year(context, row));
            tables.extend(tables::per_victim(context, &citations));
            tables.extend(tables::labelled(context, &citations)?);
            tables.extend(tables::attributed(context, &citations)?);
            tables.extend(tables::unattributed(context, &citations)?);
            tables.extend(tables::not_estimated(context, &citations));
        }
        _ if context.query.by.is_empty() => {
            tables.push(tables::years(context));
            tables.extend(tables::ranges(context));
            tables.extend(tables::changes(context));
            tables.extend(tables::per_victim(context, &citations));
        }
        _ => {
            tables.push(tables::groups(context));
            tables.extend(tables::per_victim(context, &citations));
        }
    }
    Ok(Sheet {
        title: context.project.title.clone(),
        subtitle: subtitle(context, &years),
        tables,
        notes: all_notes(context, &citations, &years),
        sources: citations.texts(context),
        language: context.language,
    })
}

fn subtitle(context: Context<'_>, years: &[crate::domain::Year]) -> String {
    let span = match years {
        [] => "no years".to_owned(),
        [year] => year.to_string(),
        [first, .., last] => format!("{first}-{last}"),
    };
    let prices = match context.query.basis.prices {
        None => "current prices".to_owned(),
        Some(year) => format!("prices of {year}"),
    };
    let phase = context.attribution.phase;
    let form = context.query.exploitation.as_ref().map(|form| format!(", {form} exploitation")).unwrap_or_default();
    format!("{span}{form}, {}, {prices}, phase {phase}", context.query.basis.currency)
}

/// Reasons for missing figures and the notes of each year, then those of the whole; each once.
fn all_notes(context: Context<'_>, citations: &Citations, years: &[crate::domain::Year]) -> Vec<String> {
    let reasons = context.cost.rows.iter().map(|row| {
        let reasons = row.per_victim.iter().filter_map(|figure| {
            let what = if figure.total.central.is_none() { "No figure" } else { "No figure for one bound" };
            figure.reason.as_ref().map(|reason| format!("{what} per victim: {reason}."))
        });
        (row.year, reasons.collect())
    });
    let of_years = years.iter().map(|year| (*year, notes::of_year(context, *year)));
    let mut found = notes::merged(&reasons.chain(of_years).collect::<Vec<_>>());
    found.extend(notes::of_report(context, &|id| citations.mark(id)));
    found
}
