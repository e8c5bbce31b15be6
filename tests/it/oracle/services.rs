//! Services from the bottom up: what each costs, what a rule takes of them, and what `services` prints of a year, worked out
//! from the contract alone.

use std::collections::{BTreeMap, BTreeSet};

use num_rational::BigRational;
use num_traits::Zero;

use super::drivers::Bounds;
use super::lines::{currency, rate};
use super::number::{decimal, minor_digits, money_text, power_of_ten, rounded, whole};
use super::{LedgerRow, matching};
use crate::random_project::{ProjectSpec, ServiceRow};

/// The columns of `services --format csv` that are worked out here; `*` stands for each measure.
pub(crate) const SERVICE_FIGURES: [&str; 24] = [
    "users_low",
    "users",
    "users_high",
    "unknown",
    "services",
    "services_unknown",
    "needed_low",
    "needed",
    "needed_high",
    "per_user_low",
    "per_user",
    "per_user_high",
    "accounted_low",
    "accounted",
    "accounted_high",
    "difference_low",
    "difference",
    "difference_high",
    "detected_per_victim_low",
    "detected_per_victim",
    "detected_per_victim_high",
    "assisted_per_victim_low",
    "assisted_per_victim",
    "assisted_per_victim_high",
];

const MEASURES: [&str; 2] = ["detected", "assisted"];

/// Year, kind, step, area, service.
pub(crate) type RowKey = [String; 5];

/// A count, `12`, `<5`, `3-8`: its ends and the middle.
fn count(text: &str) -> Result<Bounds, String> {
    if let Some(end) = text.strip_prefix('<') {
        let high = decimal(end)? - decimal("1")?;
        return Ok(Bounds { low: BigRational::zero(), central: &high / decimal("2")?, high });
    }
    if let Some((low, high)) = text.split_once('-') {
        let (low, high) = (decimal(low)?, decimal(high)?);
        return Ok(Bounds { central: (&low + &high) / decimal("2")?, low, high });
    }
    Ok(Bounds::exactly(decimal(text)?))
}

/// The count of a measure in a year, of everybody.
fn victims(project: &ProjectSpec, measure: &str, form: &str, year: &str) -> Result<Option<Bounds>, String> {
    let all = |cell: &Option<String>| cell.clone().unwrap_or_else(|| "all".to_string());
    let row = project.victims.iter().find(|row| {
        row.measure == measure && row.year == year && all(&row.exploitation) == form && all(&row.group) == "all"
    });
    row.and_then(|row| row.count.as_deref()).map(count).transpose()
}

/// Central, low and high as three figures; a blank end is the central one. `None` where nothing is written.
fn three(cells: &[Option<String>; 3]) -> Result<Option<Bounds>, String> {
    let Some(central) = &cells[0] else { return Ok(None) };
    let end = |cell: &Option<String>| decimal(cell.as_ref().unwrap_or(central));
    Ok(Some(Bounds { low: end(&cells[1])?, central: decimal(central)?, high: end(&cells[2])? }))
}

/// Who uses it, or the word for what is not known.
fn users(project: &ProjectSpec, row: &ServiceRow) -> Result<Result<Bounds, &'static str>, String> {
    if let Some(share) = three(&row.share)? {
        let measure = row.measure.as_deref().unwrap_or("");
        let counted = victims(project, measure, row.exploitation.as_deref().unwrap_or("all"), &row.year)?;
        return Ok(counted.map(|counted| share.times(&counted)).ok_or("victims"));
    }
    Ok(row.users.as_deref().map(count).transpose()?.ok_or("users"))
}

/// What it costs in units of its currency, not rounded, or the word for the first factor that is not known.
fn cost(project: &ProjectSpec, row: &ServiceRow) -> Result<Result<Bounds, &'static str>, String> {
    let users = users(project, row)?;
    let (units, unit_cost) = (three(&row.units)?, three(&row.unit_cost)?);
    Ok(users.and_then(|users| {
        let units = units.ok_or("units")?;
        Ok(users.times(&units).times(&unit_cost.ok_or("unit-cost")?))
    }))
}

/// What the services of a year that patterns fit cost, in units of the project's currency.
pub(crate) fn of_rule(project: &ProjectSpec, patterns: &[String], year: i32) -> Result<Bounds, String> {
    let year_text = year.to_string();
    let of_year: Vec<&ServiceRow> = project.services.iter().filter(|row| row.year == year_text).collect();
    let fits = |pattern: &str, row: &ServiceRow| matching::fits(pattern, &row.service);
    let mut sum = Bounds::exactly(BigRational::zero());
    for pattern in patterns {
        if !of_year.iter().any(|row| fits(pattern, row)) {
            return Err(format!("no service of {year} fits {pattern}"));
        }
    }
    for row in of_year.iter().filter(|row| patterns.iter().any(|pattern| fits(pattern, row))) {
        let cost = cost(project, row)?.map_err(|factor| format!("{} lacks {factor}", row.service))?;
        let from = row.currency.as_deref().unwrap_or_else(|| currency(project));
        let cost = cost.times(&Bounds::exactly(rate(project, from, currency(project), year)?));
        sum = Bounds { low: sum.low + cost.low, central: sum.central + cost.central, high: sum.high + cost.high };
    }
    Ok(sum)
}

/// That every pattern of a rule fits a service of some year.
pub(crate) fn stand_somewhere(project: &ProjectSpec, patterns: &[String]) -> Result<(), String> {
    for pattern in patterns {
        if !project.services.iter().any(|row| matching::fits(pattern, &row.service)) {
            return Err(format!("no service fits {pattern}"));
        }
    }
    Ok(())
}

/// What several services take together.
#[derive(Default)]
struct Sum {
    services: usize,
    unknown: usize,
    needed: Option<Bounds>,
}

impl Sum {
    fn add(&mut self, needed: Option<&Bounds>) {
        self.services += 1;
        let Some(needed) = needed else {
            self.unknown += 1;
            return;
        };
        let before = self.needed.take().unwrap_or_else(|| Bounds::exactly(BigRational::zero()));
        self.needed = Some(Bounds {
            low: before.low + &needed.low,
            central: before.central + &needed.central,
            high: before.high + &needed.high,
        });
    }
}

/// What `services --format csv --currency TO` prints, held against the accounts by area where a service names one.
pub(crate) fn services(
    project: &ProjectSpec,
    records: &[LedgerRow],
    to: &str,
) -> Result<BTreeMap<RowKey, Vec<String>>, String> {
    let minor = whole(&power_of_ten(minor_digits(to)));
    let plain = |known: Option<&Bounds>| match known {
        None => vec![String::new(); 3],
        Some(known) => [&known.low, &known.central, &known.high].map(|bound| shown(bound, to)).to_vec(),
    };
    let by_area = project.services.iter().any(|row| row.area.is_some());
    let mut found = BTreeMap::new();
    let years: BTreeSet<&str> = project.services.iter().map(|row| row.year.as_str()).collect();
    for year in years {
        let number: i32 = year.parse().map_err(|_| "no year")?;
        // By kind, step and area.
        let mut sums: BTreeMap<(&str, String, String), Sum> = BTreeMap::new();
        for row in project.services.iter().filter(|row| row.year == year) {
            let from = row.currency.as_deref().unwrap_or_else(|| currency(project));
            let own = whole(&power_of_ten(minor_digits(from)));
            let users = users(project, row)?;
            let cost = cost(project, row)?;
            let to_shown =
                |units: &BigRational| Ok::<_, String>(units * rate(project, from, to, number)? * &minor / &own);
            // Rounded once, in its own currency.
            let needed = match &cost {
                Err(_) => None,
                Ok(cost) => {
                    let round = |bound: &BigRational| to_shown(&whole(&rounded(&(bound * &own))));
                    Some(Bounds { low: round(&cost.low)?, central: round(&cost.central)?, high: round(&cost.high)? })
                }
            };
            let per_user = match (three(&row.units)?, three(&row.unit_cost)?) {
                (Some(units), Some(unit_cost)) => {
                    let one = units.times(&unit_cost);
                    let bound = |bound: &BigRational| to_shown(&(bound * &own));
                    Some(Bounds { low: bound(&one.low)?, central: bound(&one.central)?, high: bound(&one.high)? })
                }
                _ => None,
            };
            let area = row.area.clone().unwrap_or_default();
            let group = if area.is_empty() { "unspecified".to_string() } else { area.clone() };
            let step = row.step.clone().unwrap_or_default();
            sums.entry(("total", String::new(), String::new())).or_default().add(needed.as_ref());
            sums.entry(("step", step.clone(), String::new())).or_default().add(needed.as_ref());
            if by_area {
                sums.entry(("group", String::new(), group)).or_default().add(needed.as_ref());
            }
            let mut cells: Vec<String> = match &users {
                Err(_) => vec![String::new(); 3],
                Ok(users) => [&users.low, &users.central, &users.high].map(number_text).to_vec(),
            };
            cells.push(cost.as_ref().err().copied().unwrap_or_default().to_string());
            cells.extend([String::new(), String::new()]);
            cells.extend(plain(needed.as_ref()));
            cells.extend(plain(per_user.as_ref()));
            cells.extend(vec![String::new(); 6]);
            cells.extend(per_victim(project, needed.as_ref(), year, to)?);
            let key = [year, "service", &step, &area, &row.service].map(str::to_string);
            found.insert(key, cells);
        }
        if by_area {
            for row in records.iter().filter(|row| row.year == year && !row.central.is_empty()) {
                // What a rule says is none of a known amount is a known 0.00 of its currency.
                if ["attributed", "unattributed"].contains(&row.part.as_str()) || row.state == "excluded" {
                    rate(project, &row.currency, to, number)?;
                }
            }
        }
        let areas: BTreeSet<String> =
            sums.keys().filter(|(kind, ..)| *kind == "group").map(|(_, _, area)| area.clone()).collect();
        for ((kind, step, area), sum) in &sums {
            let taken = |row: &&LedgerRow| match *kind {
                "group" => area_of(row) == *area,
                _ => areas.contains(&area_of(row)),
            };
            let accounted = match *kind {
                "step" => None,
                _ if !by_area => None,
                _ => accounts(project, records.iter().filter(|row| row.year == year).filter(taken), to, number)?,
            };
            let mut cells = vec![String::new(); 4];
            cells.extend([sum.services.to_string(), sum.unknown.to_string()]);
            cells.extend(plain(sum.needed.as_ref()));
            cells.extend(vec![String::new(); 3]);
            cells.extend(plain(accounted.as_ref()));
            cells.extend(match (&sum.needed, &accounted) {
                (Some(needed), Some(accounted)) => [
                    (&needed.low, &accounted.high),
                    (&needed.central, &accounted.central),
                    (&needed.high, &accounted.low),
                ]
                .map(|(needed, accounted)| money_text(&(rounded(needed) - rounded(accounted)), minor_digits(to)))
                .to_vec(),
                _ => vec![String::new(); 3],
            });
            cells.extend(per_victim(project, sum.needed.as_ref(), year, to)?);
            found.insert([year, kind, step, area, ""].map(str::to_string), cells);
        }
    }
    Ok(found)
}

/// The area that a record counts for; a blank one is unspecified.
fn area_of(row: &LedgerRow) -> String {
    if row.area.is_empty() { "unspecified".to_string() } else { row.area.clone() }
}

/// What records attribute, in minor units of a currency; `None` where none has a known amount.
fn accounts<'r>(
    project: &ProjectSpec,
    records: impl Iterator<Item = &'r LedgerRow>,
    to: &str,
    year: i32,
) -> Result<Option<Bounds>, String> {
    let minor = whole(&power_of_ten(minor_digits(to)));
    let mut sum: Option<Bounds> = None;
    for row in records.filter(|row| row.part == "attributed" || row.state == "excluded") {
        let bounds = match row.state.as_str() {
            "excluded" => Bounds::exactly(BigRational::zero()),
            _ => {
                let factor = Bounds::exactly(rate(project, &row.currency, to, year)? * &minor);
                Bounds { low: decimal(&row.low)?, central: decimal(&row.central)?, high: decimal(&row.high)? }
                    .times(&factor)
            }
        };
        let before = sum.take().unwrap_or_else(|| Bounds::exactly(BigRational::zero()));
        sum = Some(Bounds {
            low: before.low + bounds.low,
            central: before.central + bounds.central,
            high: before.high + bounds.high,
        });
    }
    Ok(sum)
}

/// The least cost over the most victims, and so on; blank where either is not known or nobody is counted.
fn per_victim(project: &ProjectSpec, needed: Option<&Bounds>, year: &str, to: &str) -> Result<Vec<String>, String> {
    let mut cells = Vec::new();
    for measure in MEASURES {
        let counted = victims(project, measure, "all", year)?;
        let over = |cost: &BigRational, count: &BigRational| match count.is_zero() {
            true => String::new(),
            false => shown(&(cost / count), to),
        };
        cells.extend(match (needed, counted) {
            (Some(needed), Some(counted)) => vec![
                over(&needed.low, &counted.high),
                over(&needed.central, &counted.central),
                over(&needed.high, &counted.low),
            ],
            _ => vec![String::new(); 3],
        });
    }
    Ok(cells)
}

/// Minor units, rounded once.
fn shown(amount: &BigRational, to: &str) -> String {
    money_text(&rounded(amount), minor_digits(to))
}

/// A number as plain decimal text without zeros at its end.
fn number_text(number: &BigRational) -> String {
    let digits = 12;
    let text = money_text(&rounded(&(number * whole(&power_of_ten(digits)))), digits);
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}
