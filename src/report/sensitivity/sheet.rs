//! The sensitivity analysis as a sheet.

use super::{SensitivityReport, tables};
use crate::message;
use crate::report::citations::Citations;
use crate::report::conversions::conversions;
use crate::report::rows::only_phrase;
use crate::report::sheet::{Sheet, Table};

/// Inputs, intervals, spread and tornado.
pub(super) fn main_tables(report: SensitivityReport<'_>) -> Vec<Table> {
    let mut found: Vec<Table> = tables::inputs(report).into_iter().collect();
    found.extend(report.beside(|report| Some(tables::intervals(report))));
    found.extend(report.beside(tables::spread));
    found.extend(report.beside(|beside| tables::tornado(beside, report)));
    found
}

/// Inputs, intervals, spread, tornado, indices; what was drawn, and how, among the notes.
pub(super) fn sensitivity_sheet(report: SensitivityReport<'_>) -> Sheet {
    let (context, sensitivity) = (report.context, report.sensitivity);
    let language = context.language;
    let mut tables = main_tables(report);
    tables.extend(tables::sobol(report));
    let mut notes = Vec::new();
    if sensitivity.inputs.is_empty() {
        notes.push(message!("sensitivity-note-nothing"));
    }
    if !sensitivity.inputs.is_empty() {
        notes.push(message!("sensitivity-note-interval"));
        let (draws, seed) = (sensitivity.drawing.draws, sensitivity.drawing.seed.to_string());
        notes.push(message!("sensitivity-note-draws", count = draws, seed = seed));
        notes.push(message!("sensitivity-note-indices"));
        notes.push(message!("sensitivity-note-known-count"));
        if sensitivity.inputs.iter().any(|input| !input.alternatives().is_empty()) {
            notes.push(message!("sensitivity-note-choice"));
        }
    }
    let prices = match context.query.basis.prices {
        None => message!("sensitivity-prices-current"),
        Some(year) => message!("sensitivity-prices-of", year = year),
    };
    let subtitle = message!(
        "sensitivity-subtitle",
        only = only_phrase(context),
        currency = context.currencies(),
        prices = prices,
        phase = language.name("phase", context.attribution.phase.word())
    );
    Sheet {
        title: context.project.title_in(language).to_owned(),
        subtitle: language.say(&subtitle),
        tables,
        notes: notes.iter().map(|note| language.say(note)).chain(conversions(context)).collect(),
        sources: Citations::of(context).texts(context),
        language,
        ..Sheet::default()
    }
}
