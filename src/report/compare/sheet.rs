//! The comparison as a sheet.

use super::{CompareReport, tables, warnings};
use crate::message;
use crate::report::citations::Citations;
use crate::report::rows::only_phrase;
use crate::report::sheet::Sheet;

/// Words, causes, groups, costs per victim, lines; warnings first among the notes.
pub(super) fn compare_sheet(report: CompareReport<'_>) -> Sheet {
    let language = report.language();
    let mut tables = vec![tables::words(report)];
    tables.extend(tables::causes(report));
    tables.extend(tables::groups(report));
    tables.extend(tables::per_victim(report));
    tables.extend(tables::lines(report));
    let warnings = warnings::warnings(report).into_iter().map(|(_, warning)| language.say(&warning));
    let mut notes: Vec<String> = warnings.collect();
    notes.push(language.say(&message!("compare-note-method")));
    let mut sources: Vec<String> = Vec::new();
    for side in report.sides {
        for source in Citations::of(side).texts(side) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
    }
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
        currency = report.currency(),
        prices = prices,
        phase = language.name("phase", report.sides[1].attribution.phase.word())
    ));
    let title = report.sides[1].project.title_in(language).to_owned();
    Sheet { title, subtitle, tables, notes, sources, language, ..Sheet::default() }
}
