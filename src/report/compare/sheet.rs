//! The comparison as a sheet.

use super::{CompareReport, tables, warnings};
use crate::message;
use crate::report::citations::{Citations, each_once};
use crate::report::conversions::conversions;
use crate::report::rows::only_phrase;
use crate::report::sheet::{Sheet, Table};

/// Causes, groups, costs per victim, and the lines whose cost changed, or as many of them as it changed most of; with the
/// number of those.
pub(super) fn compare_tables(report: CompareReport<'_>, most: usize) -> (Vec<Table>, usize) {
    let mut tables = Vec::new();
    let (causes, of_groups, lines) =
        (tables::causes_of_total(report), tables::causes_shown(report), tables::lines_shown(report));
    let all = lines.len();
    let lines = if all > most { tables::largest(lines, most) } else { lines };
    tables.extend(report.beside(|report| tables::causes(report, &causes)));
    tables.extend(report.beside(|report| tables::groups(report, &of_groups)));
    tables.extend(report.beside(tables::per_victim));
    tables.extend(report.beside(|report| tables::lines(report, &lines)));
    (tables, all)
}

/// Words, then tables; warnings first among the notes.
pub(super) fn compare_sheet(report: CompareReport<'_>) -> Sheet {
    let language = report.language();
    let mut tables = vec![tables::words(report)];
    tables.extend(compare_tables(report, usize::MAX).0);
    let warnings = warnings::warnings(report).into_iter().map(|(_, warning)| language.say(&warning));
    let mut notes: Vec<String> = warnings.collect();
    notes.push(language.say(&message!("compare-note-method")));
    for note in report.sides.into_iter().flat_map(conversions) {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    let sources = each_once(report.sides.into_iter().flat_map(|side| Citations::of(side).texts(side)));
    let prices = match report.query.basis.prices {
        None => language.say(&message!("compare-prices-current")),
        Some(year) => language.say(&message!("compare-prices-of", year = year.to_string())),
    };
    let form = match &report.query.exploitation {
        None => String::new(),
        Some(form) => language.say(&message!("compare-subtitle-form", form = language.name("exploitation", form))),
    };
    let subtitle = language.say(&message!(
        "compare-subtitle",
        from = report.names[0],
        to = report.names[1],
        form = form,
        only = only_phrase(report.sides[1]),
        currency = report.currencies(),
        prices = prices,
        phase = language.name("phase", report.sides[1].attribution.phase.word())
    ));
    let title = report.sides[1].project.title_in(language).to_owned();
    Sheet { title, subtitle, tables, notes, sources, language, ..Sheet::default() }
}
