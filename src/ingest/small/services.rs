//! `services`: what is given to victims, one row a service and year: users, units for each, cost of a unit.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::victims::counted;
use super::{Keys, cells, decimal, needed, rows_of};
use crate::diagnostics::{Code, Diagnostics};
use crate::domain::{ALL_FORMS, Currency, Fraction, Interval, NamedCurrency, Service, Users};
use crate::ingest::folder::InputFile;
use crate::ingest::header::Columns;
use crate::ingest::money_rows::{currency, year};
use crate::ingest::reader::Reader;
use crate::ingest::table::Row;
use crate::language::Message;
use crate::message;

pub(crate) const COLUMNS: Columns<'static> = Columns {
    needed: &["service", "year"],
    optional: &[
        "step",
        "agency",
        "area",
        "measure",
        "exploitation",
        "users",
        "use",
        "use_low",
        "use_high",
        "units",
        "units_low",
        "units_high",
        "unit",
        "unit_cost",
        "unit_cost_low",
        "unit_cost_high",
        "currency",
        "source",
        "note",
    ],
    own: &[],
    yearly: None,
};

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Cells<'r> {
    service: &'r str,
    year: &'r str,
    step: &'r str,
    agency: &'r str,
    area: &'r str,
    measure: &'r str,
    exploitation: &'r str,
    users: &'r str,
    r#use: &'r str,
    use_low: &'r str,
    use_high: &'r str,
    units: &'r str,
    units_low: &'r str,
    units_high: &'r str,
    unit: &'r str,
    unit_cost: &'r str,
    unit_cost_low: &'r str,
    unit_cost_high: &'r str,
    currency: &'r str,
    source: &'r str,
    note: &'r str,
}

pub(crate) fn read(
    files: &[InputFile],
    project: Currency,
    reader: &mut Reader,
    diagnostics: &mut Diagnostics,
) -> Vec<Service> {
    let mut keys = Keys::new(message!("key-service-year"));
    rows_of(files, COLUMNS, reader, diagnostics, |row, text, diagnostics| {
        let cells: Cells<'_> = cells(row, text)?;
        let service = needed(row, "service", cells.service, diagnostics);
        let year = year(row, cells.year, diagnostics);
        let users = users(row, &cells, diagnostics);
        let units = amounts(
            row,
            ["units", "units_low", "units_high"],
            [cells.units, cells.units_low, cells.units_high],
            diagnostics,
        );
        let unit_cost = amounts(
            row,
            ["unit_cost", "unit_cost_low", "unit_cost_high"],
            [cells.unit_cost, cells.unit_cost_low, cells.unit_cost_high],
            diagnostics,
        );
        let currency = currency_of(row, &cells, project, diagnostics);
        let (service, year) = (service?, year?);
        keys.check(row, (service.clone(), year), format!("{service} {year}"), diagnostics);
        Some(Service {
            service,
            year,
            step: cells.step.into(),
            agency: cells.agency.into(),
            area: cells.area.into(),
            measure: cells.measure.into(),
            exploitation: if cells.exploitation.is_empty() { ALL_FORMS.into() } else { cells.exploitation.into() },
            users: users?,
            units: units?,
            unit: cells.unit.into(),
            unit_cost: unit_cost?,
            currency: currency?,
            source: cells.source.into(),
            note: cells.note.into(),
            origin: row.origin(),
        })
    })
}

/// Who uses it: a count, or a share of the victims of a measure, never both.
fn users(row: &Row<'_>, cells: &Cells<'_>, diagnostics: &mut Diagnostics) -> Option<Users> {
    let shares = [cells.r#use, cells.use_low, cells.use_high];
    let mut fault = |column: &str, found: &str, message: Message, expected: Message, help: Message| {
        diagnostics.push(row.fault(Code::BadService, column, message, found, expected, help));
    };
    if shares.iter().all(|cell| cell.is_empty()) {
        let count = counted(row, ["users", "users", "users"], [cells.users, "", ""], diagnostics)?;
        return Some(count.map_or(Users::Unknown, Users::Count));
    }
    if !cells.users.is_empty() {
        fault(
            "users",
            cells.users,
            message!("service-users-twice"),
            message!("service-users-or-use"),
            message!("service-leave-one"),
        );
        return None;
    }
    if cells.measure.is_empty() {
        fault(
            "measure",
            "",
            message!("service-use-of-nobody"),
            message!("service-measure"),
            message!("service-name-measure"),
        );
        return None;
    }
    let columns = ["use", "use_low", "use_high"];
    let share = bounds(row, columns, shares, share, diagnostics)?;
    match share {
        None => Some(Users::Unknown),
        Some(share) if share.high.is_share() && share.low.is_share() => Some(Users::Share(share)),
        Some(_) => {
            let message = message!("service-use-out-of-range");
            diagnostics.push(row.fault(
                Code::BadService,
                "use",
                message,
                cells.r#use,
                message!("service-use"),
                message!("service-correct-use"),
            ));
            None
        }
    }
}

/// Numbers that are 0 or more, with their bounds.
fn amounts(
    row: &Row<'_>,
    columns: [&str; 3],
    cells: [&str; 3],
    diagnostics: &mut Diagnostics,
) -> Option<Option<Interval<Fraction>>> {
    let found = bounds(row, columns, cells, decimal, diagnostics)?;
    if found.as_ref().is_some_and(|bounds| bounds.low.is_negative()) {
        let message = message!("service-negative", column = columns[0]);
        diagnostics.push(row.fault(
            Code::BadService,
            columns[0],
            message,
            cells[0],
            message!("service-not-negative"),
            message!("cell-write-number-or-blank"),
        ));
        return None;
    }
    Some(found)
}

/// A decimal or per cent.
fn share(row: &Row<'_>, column: &str, text: &str, diagnostics: &mut Diagnostics) -> Option<Option<Decimal>> {
    match text.strip_suffix('%') {
        None => decimal(row, column, text, diagnostics),
        Some(per_cent) => {
            let number = decimal(row, column, per_cent.trim_end(), diagnostics)?;
            let share = number.map(|number| number.checked_div(Decimal::ONE_HUNDRED));
            // A hundredth of a decimal always is one.
            Some(share.flatten())
        }
    }
}

/// A value with its low and high, which are the value where they are blank; in order, and none without the value.
fn bounds(
    row: &Row<'_>,
    columns: [&str; 3],
    cells: [&str; 3],
    read: fn(&Row<'_>, &str, &str, &mut Diagnostics) -> Option<Option<Decimal>>,
    diagnostics: &mut Diagnostics,
) -> Option<Option<Interval<Fraction>>> {
    let mut cell = |at: usize| read(row, columns[at], cells[at], diagnostics);
    let (value, low, high) = (cell(0), cell(1), cell(2));
    let (value, low, high) = (value?, low?, high?);
    let found = match value {
        None => (low.is_none() && high.is_none()).then_some(None),
        Some(value) => {
            let bounds = Interval { low: low.unwrap_or(value), central: value, high: high.unwrap_or(value) };
            bounds.is_ordered().then(|| Some(bounds.map(|bound| Fraction::from_decimal(*bound))))
        }
    };
    if found.is_none() {
        diagnostics.push(row.fault(
            Code::BadBounds,
            columns[0],
            message!("cell-bad-bounds"),
            &format!("low {}, value {}, high {}", cells[1], cells[0], cells[2]),
            message!("cell-bounds"),
            message!("cell-correct-bounds"),
        ));
    }
    found
}

/// The currency of the cost: the column, else the project's. A unit that begins with the code of another is a fault.
fn currency_of(row: &Row<'_>, cells: &Cells<'_>, project: Currency, diagnostics: &mut Diagnostics) -> Option<Currency> {
    let own = match cells.currency {
        "" => project,
        code => currency(row, "currency", code, diagnostics)?,
    };
    let code = cells.unit.split(|letter: char| !letter.is_ascii_alphabetic()).next().and_then(Currency::parse);
    let words = NamedCurrency::all_in(cells.unit);
    let by_word = words.first().filter(|_| !words.iter().any(|named| named.may_be(own)));
    match code.filter(|unit| *unit != own).or(by_word.filter(|_| code.is_none()).map(NamedCurrency::likeliest)) {
        None => Some(own),
        Some(unit) => {
            let message = message!("service-two-currencies", unit = unit, currency = own);
            let expected = Message::verbatim(own.code());
            diagnostics.push(row.fault(
                Code::BadService,
                "unit",
                message,
                cells.unit,
                expected,
                message!("service-say-currency", unit = unit),
            ));
            None
        }
    }
}
