//! Which drivers are money, and in which currency: so that the currency of the project says nothing of them any more.

use super::table::Table;
use crate::attribution::money_drivers;
use crate::domain::{DriverValue, Interval};
use crate::project::Project;

const HEADER: [&str; 10] = ["driver", "year", "value", "low", "high", "unit", "currency", "group", "source", "note"];

/// Whether rows of drivers have to name a currency.
pub(super) fn are_to_be_named(project: &Project) -> bool {
    let money = money_drivers(project);
    project.drivers.all_rows().any(|row| row.currency.is_none() && money.contains(&*row.driver))
}

/// The rows of drivers of some files, in the order of the files; money names its currency.
pub(super) fn table(project: &Project, is_of: impl Fn(&str) -> bool) -> Table {
    let money = money_drivers(project);
    let mut rows: Vec<&DriverValue> = project.drivers.all_rows().filter(|row| is_of(&row.origin.file)).collect();
    rows.sort_by_key(|row| (&row.origin.file, row.origin.row));
    let rows = rows.into_iter().map(|row| {
        let is_money = row.currency.is_some() || money.contains(&*row.driver);
        let currency = row.currency.or_else(|| row.unit_currency()).unwrap_or(project.currency);
        let Interval { low, central, high } = match &row.value {
            None => Interval::default(),
            Some(value) => {
                let bound = |bound: &rust_decimal::Decimal| {
                    if *bound == value.central { String::new() } else { bound.to_string() }
                };
                Interval { low: bound(&value.low), central: value.central.to_string(), high: bound(&value.high) }
            }
        };
        let text = |text: &str| text.to_owned();
        vec![
            text(&row.driver),
            row.year.to_string(),
            central,
            low,
            high,
            text(&row.unit),
            if is_money { currency.to_string() } else { String::new() },
            text(&row.group),
            text(&row.source),
            text(&row.note),
        ]
    });
    Table::new(HEADER.map(str::to_owned).to_vec(), rows.collect())
}
