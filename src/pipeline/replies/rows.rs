//! The cells that an answer becomes: of the blank row that waited for it, or of a new row of its input.

use arcstr::ArcStr;

use super::decide::Decided;
use crate::domain::{Financing, LineName};
use crate::ingest::InputName;
use crate::ingest::replies::{Given, Kind};
use crate::project::Project;
use crate::report::requests::{COORDINATOR, Item, Subject};

/// Cells by the names of their columns.
pub(super) type Cells = Vec<(&'static str, String)>;

/// The input that a figure belongs to.
pub(super) fn input_of(item: &Item) -> InputName {
    match &item.subject {
        Subject::Amount { name, .. } if name.financing == Financing::External => InputName::External,
        Subject::Amount { name, .. } if *name.agency == *COORDINATOR => InputName::Budget,
        Subject::Amount { .. } => InputName::Agencies,
        Subject::Driver { .. } => InputName::Drivers,
        Subject::Count { .. } => InputName::Victims,
        Subject::Service { .. } => InputName::Services,
    }
}

/// The figure itself, in the columns of its kind.
pub(super) fn figures(decided: &Decided<'_>) -> Cells {
    let Given::Figure { value, low, high } = &decided.answer.given else { return Vec::new() };
    let end =
        |end: &Option<crate::ingest::replies::Figure>| end.as_ref().map(|end| end.text.clone()).unwrap_or_default();
    let (low, high) = (end(low), end(high));
    let value = value.text.clone();
    match decided.answer.kind {
        Kind::Amount => vec![("amount", value)],
        Kind::Driver => vec![("value", value), ("low", low), ("high", high)],
        Kind::Count => vec![("count", value), ("low", low), ("high", high)],
        Kind::Users => vec![("users", value)],
        Kind::Units => vec![("units", value), ("units_low", low), ("units_high", high)],
        Kind::UnitCost => vec![("unit_cost", value), ("unit_cost_low", low), ("unit_cost_high", high)],
    }
}

/// What a new row says beside the figure, its source and its note, the own dimensions of the project last.
pub(super) fn new_row(project: &Project, item: &Item) -> Vec<(String, String)> {
    let text = |text: &ArcStr| text.to_string();
    let year = ("year", item.year.to_string());
    let cells: Cells = match &item.subject {
        Subject::Amount { name, phase, currency } => {
            let LineName { agency, funder, label, line, function, area, own, .. } = name;
            let mut cells: Vec<(String, String)> = vec![
                ("year".to_owned(), year.1),
                ("line".to_owned(), text(line)),
                ("agency".to_owned(), text(agency)),
                ("funder".to_owned(), text(funder)),
                ("label".to_owned(), label.word().to_owned()),
                ("phase".to_owned(), phase.word().to_owned()),
                ("function".to_owned(), text(function)),
                ("area".to_owned(), text(area)),
                ("currency".to_owned(), currency.to_string()),
            ];
            cells.extend(project.dimensions.iter().map(text).zip(own.iter().map(text)));
            return cells;
        }
        Subject::Driver { driver, unit, currency } => {
            let group = project.drivers.rows(driver).last().map(|row| text(&row.group)).unwrap_or_default();
            // The currency that a unit begins with needs no column.
            let last = project.drivers.rows(driver).last().and_then(|row| row.currency);
            let currency = currency.filter(|_| last.is_some()).map(|currency| currency.to_string()).unwrap_or_default();
            vec![("driver", text(driver)), year, ("unit", text(unit)), ("currency", currency), ("group", group)]
        }
        Subject::Count { measure, exploitation, group } => {
            vec![year, ("measure", text(measure)), ("exploitation", text(exploitation)), ("group", text(group))]
        }
        Subject::Service { service, .. } => vec![("service", text(service)), year],
    };
    cells.into_iter().map(|(column, text)| (column.to_owned(), text)).collect()
}
