//! The report of a project by year in a currency, worked out from the records of the ledger alone: of each currency its
//! sum, at the rate of its year, added up and rounded once; blank where no line with a known amount contributes.

use std::collections::BTreeMap;

use num_rational::BigRational;

use super::lines::rate;
use super::number::{decimal, minor_digits, money_text, power_of_ten, rounded, whole};
use super::{LedgerRow, PhaseChoice, budget_lines};
use crate::random_project::ProjectSpec;

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
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    for line in budget_lines(project, PhaseChoice::Best)? {
        *lines.entry(line.key.year.to_string()).or_default() += 1;
    }
    let mut years = BTreeMap::new();
    for (year, count) in lines {
        let of_year: Vec<&LedgerRow> = records.iter().filter(|row| row.year == year).collect();
        let sum = |column: fn(&LedgerRow) -> &String, takes: &dyn Fn(&LedgerRow) -> bool| {
            let mut by_currency: BTreeMap<&str, BigRational> = BTreeMap::new();
            for row in of_year.iter().filter(|row| takes(row)) {
                let amount = if row.state == "excluded" { decimal("0")? } else { decimal(column(row))? };
                *by_currency.entry(&row.currency).or_default() += amount;
            }
            if by_currency.is_empty() {
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
        years.insert(year, figures.into_iter().map(Option::unwrap_or_default).collect());
    }
    Ok(years)
}
