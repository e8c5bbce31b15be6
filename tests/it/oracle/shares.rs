//! The share of each rule in each year in which it decides a line.

use std::collections::{BTreeMap, BTreeSet};

use num_rational::BigRational;
use num_traits::{One, Zero};

use super::drivers::{Bounds, Drivers};
use super::number::{decimal, is_share, power_of_ten, whole};
use super::{Decided, lines, number, overhead};
use crate::random_project::{ProjectSpec, RuleSpec, ShareSpec, Written};

/// What a rule comes to in a year.
#[derive(Clone, Debug)]
pub(crate) enum Worked {
    /// A share, and how it is known.
    Share { share: Bounds, state: &'static str },
    /// Bottom-up money of the one line, which is blank; in minor units of its currency, not rounded.
    Imputed(Bounds),
    /// A share of a sum that nobody published.
    Undefined,
}

/// The worked rules by year and number of the rule.
pub(crate) type Shares = BTreeMap<(i32, usize), Worked>;

/// All rules in all years in which they decide a line.
pub(crate) fn work_out(project: &ProjectSpec, drivers: &Drivers, decided: &[Decided]) -> Result<Shares, String> {
    let mut shares = Shares::new();
    for line in decided {
        let (Some(number), year) = (line.rule, line.line.key.year) else {
            continue;
        };
        if shares.contains_key(&(year, number)) {
            continue;
        }
        let rule = &project.rules[number];
        let own: Vec<&Decided> = decided.iter().filter(|d| d.rule == Some(number) && d.line.key.year == year).collect();
        if let Some(worked) = work_out_one(project, drivers, rule, year, &own)? {
            shares.insert((year, number), worked);
        }
    }
    let years: BTreeSet<i32> = decided.iter().map(|line| line.line.key.year).collect();
    for year in years {
        let solved = overhead::solve_year(project, decided, year, &shares)?;
        for (number, share) in solved {
            shares.insert((year, number), Worked::Share { share, state: "derived" });
        }
    }
    for ((year, number), worked) in &shares {
        if let Worked::Share { share, .. } = worked
            && ![&share.low, &share.central, &share.high].into_iter().all(is_share)
        {
            return Err(format!("the share of {} in {year} is {share:?}", project.rules[*number].id));
        }
    }
    Ok(shares)
}

/// A number of a share as a fraction.
pub(crate) fn fraction(written: &Written) -> Result<BigRational, String> {
    match written {
        Written::Percent(text) => Ok(decimal(text)? / whole(&power_of_ten(2))),
        Written::Text(text) | Written::Bare(text) => decimal(text),
    }
}

/// `None` for an overhead, which is solved together with all others of its year.
fn work_out_one(
    project: &ProjectSpec,
    drivers: &Drivers,
    rule: &RuleSpec,
    year: i32,
    own: &[&Decided],
) -> Result<Option<Worked>, String> {
    let assumed = |share: Bounds| Ok(Some(Worked::Share { share, state: "assumed" }));
    match &rule.share {
        ShareSpec::All => assumed(Bounds::exactly(BigRational::one())),
        ShareSpec::None => assumed(Bounds::exactly(BigRational::zero())),
        ShareSpec::Fixed(share) => assumed(Bounds::exactly(fraction(share)?)),
        ShareSpec::Interval { low, central, high, .. } => {
            assumed(Bounds { low: fraction(low)?, central: fraction(central)?, high: fraction(high)? })
        }
        ShareSpec::Ratio { numerator, denominator, missing } => {
            let known = match missing.as_deref() {
                Some("previous") => drivers.last_year_of_both(numerator, denominator, year),
                _ => Some(year),
            };
            let known = known.ok_or_else(|| format!("{}: nothing to carry to {year}", rule.id))?;
            let above = drivers.need(numerator, known)?;
            let below = drivers.need(denominator, known)?;
            let share = Bounds {
                low: divided(&above.low, &below.high)?,
                central: divided(&above.central, &below.central)?,
                high: divided(&above.high, &below.low)?,
            };
            let state = if known == year { "measured" } else { "carried" };
            Ok(Some(Worked::Share { share, state }))
        }
        ShareSpec::Amount(driver) => of_the_sum(project, drivers.need(driver, year)?, own).map(Some),
        ShareSpec::Units { units, unit_cost } => {
            let (units, cost) = (drivers.need(units, year)?, drivers.need(unit_cost, year)?);
            let product = Bounds {
                low: &units.low * &cost.low,
                central: &units.central * &cost.central,
                high: &units.high * &cost.high,
            };
            match own {
                [only] if only.line.amount.is_none() => Ok(Some(Worked::Imputed(imputed(project, &product, only)?))),
                _ => of_the_sum(project, &product, own).map(Some),
            }
        }
        ShareSpec::OverheadOf(_) => Ok(None),
    }
}

/// Money in the project's currency as minor units of that of a line.
fn imputed(project: &ProjectSpec, money: &Bounds, only: &Decided) -> Result<Bounds, String> {
    let to = only.line.key.currency.as_str();
    let rate = lines::rate(project, lines::currency(project), to, only.line.key.year)?;
    let unit = rate * whole(&power_of_ten(number::minor_digits(to)));
    Ok(Bounds { low: &money.low * &unit, central: &money.central * &unit, high: &money.high * &unit })
}

/// That much money, in the project's currency, over the sum of the rule's own lines, brought to it.
fn of_the_sum(project: &ProjectSpec, money: &Bounds, own: &[&Decided]) -> Result<Worked, String> {
    let published: Vec<&&Decided> = own.iter().filter(|line| line.line.amount.is_some()).collect();
    if published.is_empty() {
        return Ok(Worked::Undefined);
    }
    let mut sum = BigRational::zero();
    for line in published {
        sum += line.line.brought(project, lines::currency(project))?;
    }
    let share = Bounds {
        low: divided(&money.low, &sum)?,
        central: divided(&money.central, &sum)?,
        high: divided(&money.high, &sum)?,
    };
    Ok(Worked::Share { share, state: "measured" })
}

fn divided(above: &BigRational, below: &BigRational) -> Result<BigRational, String> {
    match below.is_zero() {
        true => Err("a sum of 0 to divide by".to_string()),
        false => Ok(above / below),
    }
}
