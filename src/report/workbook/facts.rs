//! The sheets of what a review rests on: drivers, counts of victims, sources.

use arcstr::ArcStr;

use super::cells::{Look, WorkCell, WorkSheet};
use crate::domain::{Count, DriverValue, Origin, Protected, VictimCount};
use crate::language::{Language, Message};
use crate::message;
use crate::report::citations::Citations;
use crate::report::context::Context;
use crate::report::source::SourceDocument;

/// Every driver's value of every year.
pub(super) fn drivers_sheet(context: Context<'_>) -> WorkSheet<'static> {
    let heads = ["driver", "year", "low", "value", "high", "unit", "source", "note", "file", "file-row"];
    let mut rows = vec![head_row(context.language, &heads)];
    rows.extend(context.project.drivers.all_rows().map(|row| driver_row(context, row)));
    WorkSheet { name: context.language.say(&message!("workbook-drivers")), rows: rows.into(), ..WorkSheet::default() }
}

fn driver_row(context: Context<'_>, row: &DriverValue) -> Vec<WorkCell> {
    let said = |dimension: &str, code: &str| context.project.names.said(dimension, code, context.language).to_owned();
    let value = row.value.as_ref();
    let figures = [value.map(|value| value.low), value.map(|value| value.central), value.map(|value| value.high)];
    let figures = figures.map(|figure| WorkCell::number(figure.map(|figure| figure.to_string()), Look::Plain));
    let mut cells = vec![WorkCell::text(said("driver", &row.driver)), year_cell(row.year)];
    let [low, mut central, high] = figures;
    if context.project.protection.hides(&row.driver, row.year) {
        central = mark(Some(Protected::Beside));
    }
    cells.extend([low, central, high]);
    cells.extend([said("unit", &row.unit), row.source.to_string()].map(WorkCell::text));
    cells.push(WorkCell::words(said("note", &row.note), Look::Wrapped));
    cells.extend(place_cells(&row.origin));
    cells
}

/// The counts in the order of the sheet of victims, which formulas of other sheets count on.
pub(super) fn counts(context: Context<'_>) -> Vec<&VictimCount> {
    context.project.victims.rows().collect()
}

/// Every count; the midpoint of a range without one is live.
pub(super) fn victims_sheet(context: Context<'_>, counts: &[&VictimCount]) -> WorkSheet<'static> {
    let language = context.language;
    let heads = [
        "year",
        "measure",
        "exploitation",
        "group",
        "low",
        "count",
        "high",
        "break",
        "source",
        "note",
        "file",
        "file-row",
    ];
    let mut rows = vec![head_row(language, &heads)];
    for count in counts {
        let number = rows.len() + 1;
        let known = count.count.map(|count| count.to_text());
        let bound = |text: Option<String>| WorkCell::number(text, Look::Count);
        let breaks = if count.breaks { language.say(&message!("workbook-yes")) } else { String::new() };
        rows.push(
            [
                year_cell(count.year),
                WorkCell::text(context.measure(&count.measure)),
                WorkCell::text(language.term("exploitation", &count.exploitation)),
                WorkCell::text(if &*count.group == crate::domain::ALL_FORMS {
                    language.say(&message!("workbook-everybody"))
                } else {
                    language.term("group", &count.group)
                }),
                bound(known.as_ref().map(|known| known.low.clone())),
                match count.count.filter(|count| count.low() != count.high()).and_then(Count::whole) {
                    _ if count.protected.is_some() => mark(count.protected),
                    // A count with ends of its own is not their midpoint.
                    Some(named) => WorkCell::number(Some(named.to_string()), Look::Plain),
                    None => WorkCell::formula(
                        format!("(E{number}+G{number})/2"),
                        known.as_ref().map(|known| known.central.clone()),
                        Look::Plain,
                    ),
                },
                bound(known.as_ref().map(|known| known.high.clone())),
                WorkCell::text(breaks),
                WorkCell::text(&*count.source),
                WorkCell::words(context.project.names.said("note", &count.note, language), Look::Wrapped),
            ]
            .into_iter()
            .chain(place_cells(&count.origin))
            .collect(),
        );
    }
    WorkSheet { name: language.say(&message!("workbook-victims")), rows: rows.into(), ..WorkSheet::default() }
}

/// The sources: those cited with their numbers, then the others.
pub(super) fn sources_sheet(context: Context<'_>) -> WorkSheet<'static> {
    let heads = [
        "number",
        "id",
        "title",
        "publisher",
        "published",
        "url",
        "accessed",
        "note",
        "page",
        "quote",
        "copy",
        "sha256",
    ];
    let mut rows = vec![head_row(context.language, &heads)];
    let citations = Citations::of(context);
    let cited: Vec<&ArcStr> = citations.ids().collect();
    let all = context.project.sources.iter().flat_map(|sources| sources.keys());
    let others = all.filter(|id| !citations.has(id));
    for (position, id) in cited.iter().copied().chain(others).enumerate() {
        let number = (position < cited.len()).then(|| (position + 1).to_string());
        let source = SourceDocument::new(context.project, id);
        let language = context.language;
        let mut cells = vec![WorkCell::number(number, Look::Count), WorkCell::text(&*source.id)];
        let words = [
            source.title_in(language),
            source.publisher_in(language),
            &source.published,
            &source.url,
            &source.accessed,
            source.note_in(language),
            &source.page,
            &source.quote,
            &source.file,
            &source.sha256,
        ];
        cells.extend(words.map(|text| WorkCell::words(text, Look::Wrapped)));
        rows.push(cells);
    }
    WorkSheet { name: context.language.say(&message!("workbook-sources")), rows: rows.into(), ..WorkSheet::default() }
}

/// What stands in place of a count that is not shown.
pub(super) fn mark(protected: Option<Protected>) -> WorkCell {
    WorkCell::text(protected.map(Protected::mark).unwrap_or_default())
}

fn head_row(language: Language, names: &[&str]) -> Vec<WorkCell> {
    names.iter().map(|name| WorkCell::words(language.say(&Message::word("fact", name)), Look::Head)).collect()
}

fn year_cell(year: crate::domain::Year) -> WorkCell {
    WorkCell::number(Some(year.to_string()), Look::Year)
}

fn place_cells(origin: &Origin) -> [WorkCell; 2] {
    [WorkCell::text(&*origin.file), WorkCell::number(Some(origin.row.to_string()), Look::Count)]
}
