//! The report of a project by year in a currency, worked out from the records of the ledger alone: of each currency its
//! sum, at the rate of its year, added up and rounded once; blank where no line with a known amount contributes.

use std::collections::BTreeMap;

use num_rational::BigRational;

use super::lines::rate;
use super::matching::{field, fits};
use super::number::{decimal, minor_digits, money_text, power_of_ten, rounded, whole};
use super::{LedgerRow, PhaseChoice, budget_lines};
use crate::random_project::{Field, FieldMatch, ProjectSpec};

/// The figures of a year, in the order of the columns of `report --format csv`.
pub(crate) const FIGURES: [&str; 13] = [
    "labelled_state",
    "labelled_external",
    "labelled_total",
    "attributed_low",
    "attributed_central",
    "attributed_high",
    "total_low",
    "total_central",
    "total_high",
    "unattributed",
    "lines",
    "not_estimated",
    "not_reported",
];

/// Each year with its figures in a currency.
pub(crate) fn report(
    project: &ProjectSpec,
    records: &[LedgerRow],
    to: &str,
) -> Result<BTreeMap<String, Vec<String>>, String> {
    let groups = groups(project, records, to, &Selection::default())?;
    Ok(groups.into_iter().map(|((year, _), figures)| (year, figures)).collect())
}

/// What is shown of a report: lines that match, by a dimension of lines or the first parts of its codes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Selection {
    pub(crate) only: Option<FieldMatch>,
    pub(crate) by: Option<(Field, Option<usize>)>,
}

impl Selection {
    /// The group of a value.
    fn group(&self, value: &dyn Fn(Field) -> String) -> String {
        match self.by {
            None => String::new(),
            Some((by, None)) => value(by),
            Some((by, Some(parts))) => value(by).split('.').take(parts).collect::<Vec<_>>().join("."),
        }
    }

    fn takes(&self, value: &dyn Fn(Field) -> String) -> bool {
        self.only.as_ref().is_none_or(|only| only.any_of.iter().any(|pattern| fits(pattern, &value(only.field))))
    }
}

/// The columns of a record that are those of its line.
fn of_record(row: &LedgerRow, field: Field) -> String {
    let cell = match field {
        Field::Agency => &row.agency,
        Field::Funder => &row.funder,
        Field::Financing => &row.financing,
        Field::Label => &row.label,
        Field::Line => &row.line,
        Field::Function => &row.function,
        Field::Currency => &row.currency,
        Field::Region => row.region.as_ref().unwrap_or(&row.part),
        // the area of an attributed part is not that of its line
        Field::Area => unreachable!(),
    };
    cell.clone()
}

/// Year and group, in order.
pub(crate) type GroupKey = (String, String);

/// Each group of each year with its figures in a currency, whether or not anything is known of it.
pub(crate) fn groups(
    project: &ProjectSpec,
    records: &[LedgerRow],
    to: &str,
    selection: &Selection,
) -> Result<BTreeMap<GroupKey, Vec<String>>, String> {
    let mut lines: BTreeMap<GroupKey, usize> = BTreeMap::new();
    for line in budget_lines(project, PhaseChoice::Best)? {
        let value = |of: Field| field(&line, of).to_string();
        if selection.takes(&value) {
            *lines.entry((line.key.year.to_string(), selection.group(&value))).or_default() += 1;
        }
    }
    let mut years = BTreeMap::new();
    for ((year, group), count) in lines {
        let is_of = |row: &&LedgerRow| {
            let value = |of: Field| of_record(row, of);
            row.year == year && selection.takes(&value) && selection.group(&value) == group
        };
        let of_year: Vec<&LedgerRow> = records.iter().filter(is_of).collect();
        // A group of lines that do not count is no group.
        if selection.by.is_some() && of_year.iter().all(|row| row.state == "excluded") {
            continue;
        }
        let sum = |column: fn(&LedgerRow) -> &String, takes: &dyn Fn(&LedgerRow) -> bool| {
            let mut by_currency: BTreeMap<&str, BigRational> = BTreeMap::new();
            let of: Vec<&&LedgerRow> = of_year.iter().filter(|row| takes(row)).collect();
            for row in &of {
                // What does not count is a known nothing of an amount, where there is one.
                match row.state.as_str() {
                    "excluded" if row.line_amount.is_empty() => {}
                    "excluded" => *by_currency.entry(&row.currency).or_default() += decimal("0")?,
                    _ => *by_currency.entry(&row.currency).or_default() += decimal(column(row))?,
                }
            }
            if of.is_empty() {
                return Ok(None);
            }
            let mut exact = BigRational::default();
            for (currency, sum) in by_currency {
                exact += sum * rate(project, currency, to, year.parse().map_err(|_| "no year")?)?;
            }
            let digits = minor_digits(to);
            Ok::<_, String>(Some(money_text(&rounded(&(exact * whole(&power_of_ten(digits)))), digits)))
        };
        let known = |row: &LedgerRow| row.part == "attributed" || row.state == "excluded";
        let labelled = |row: &LedgerRow| known(row) && row.label == "labelled";
        let unlabelled = |row: &LedgerRow| known(row) && row.label == "unlabelled";
        let of = |financing: &'static str| move |row: &LedgerRow| labelled(row) && row.financing == financing;
        let bounds: [fn(&LedgerRow) -> &String; 3] = [|row| &row.low, |row| &row.central, |row| &row.high];
        let central = bounds[1];
        let mut figures = vec![sum(central, &of("state"))?, sum(central, &of("external"))?, sum(central, &labelled)?];
        for bound in bounds {
            figures.push(sum(bound, &unlabelled)?);
        }
        for bound in bounds {
            figures.push(sum(bound, &known)?);
        }
        let zero = money_text(&0.into(), minor_digits(to));
        figures.push(Some(sum(central, &|row| row.part == "unattributed")?.unwrap_or(zero)));
        let not_estimated = of_year.iter().filter(|row| row.state == "not-estimated").count();
        figures.extend([count, not_estimated, 0].map(|count| Some(count.to_string())));
        years.insert((year, group), figures.into_iter().map(Option::unwrap_or_default).collect());
    }
    Ok(years)
}
