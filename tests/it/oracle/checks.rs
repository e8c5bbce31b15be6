//! What makes a project refusable whatever its lines are: repeated keys, unknown drivers, splits
//! that do not add up.

use std::collections::BTreeSet;

use num_rational::BigRational;
use num_traits::One;

use super::number::{decimal, is_share};
use super::shares::fraction;
use super::splits::fixed_parts;
use super::{Decided, UNDECIDED};
use crate::random_project::{ProjectSpec, ShareSpec, SplitBy, SplitSpec, WeightSpec};

/// Faults that do not depend on which rule decides which line.
pub(crate) fn check(project: &ProjectSpec) -> Result<(), String> {
    no_repeats("driver", project.drivers.iter().map(|row| (&row.driver, &row.year)))?;
    no_repeats("rate", project.rates.iter().map(|row| (&row.from, &row.to, &row.year)))?;
    no_repeats("rule", project.rules.iter().map(|rule| &rule.id))?;
    let all = "all".to_string();
    no_repeats(
        "count of victims",
        project.victims.iter().map(|row| {
            let exploitation = row.exploitation.as_ref().unwrap_or(&all).clone();
            (&row.year, &row.measure, exploitation, row.group.as_ref().unwrap_or(&all).clone())
        }),
    )?;
    for row in &project.rates {
        decimal(&row.rate)?;
    }
    for rule in &project.rules {
        if let ShareSpec::Services(patterns) = &rule.share {
            super::services::stand_somewhere(project, patterns)?;
        }
        for driver in drivers_of(&rule.share) {
            check_driver(project, driver)?;
        }
    }
    let splits = project.rules.iter().map(|rule| &rule.split).chain([&project.default_split]);
    splits.into_iter().try_for_each(|split| check_split(project, split))
}

/// A share written out of bounds is surely an error where the rule decides a line; elsewhere the
/// contract leaves it open.
pub(crate) fn check_unused(project: &ProjectSpec, decided: &[Decided]) -> Result<(), String> {
    for (number, rule) in project.rules.iter().enumerate() {
        let used = decided.iter().any(|line| line.rule == Some(number));
        if let (ShareSpec::Fixed(share), false) = (&rule.share, used)
            && !is_share(&fraction(share)?)
        {
            return Err(format!("{UNDECIDED}the share of the unused rule {}", rule.id));
        }
    }
    Ok(())
}

fn no_repeats<K: Ord>(what: &str, keys: impl Iterator<Item = K>) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for key in keys {
        if !seen.insert(key) {
            return Err(format!("a {what} is there twice"));
        }
    }
    Ok(())
}

fn drivers_of(share: &ShareSpec) -> Vec<&str> {
    match share {
        ShareSpec::Ratio { numerator, denominator, weight, .. } => {
            let mut drivers = vec![numerator.as_str(), denominator];
            if let Some(WeightSpec::Driver(driver)) = weight {
                drivers.push(driver);
            }
            drivers
        }
        ShareSpec::Product(factors) => factors.iter().flat_map(drivers_of).collect(),
        ShareSpec::Amount { driver, .. } => vec![driver],
        ShareSpec::Units { units, unit_cost, .. } => vec![units, unit_cost],
        _ => vec![],
    }
}

fn check_driver(project: &ProjectSpec, driver: &str) -> Result<(), String> {
    match project.drivers.iter().any(|row| row.driver == driver) {
        true => Ok(()),
        false => Err(format!("driver {driver} stands nowhere")),
    }
}

fn check_split(project: &ProjectSpec, split: &SplitSpec) -> Result<(), String> {
    for by in split.area.iter().chain(&split.exploitation) {
        match by {
            SplitBy::Fixed(parts) => {
                let sum: BigRational = fixed_parts(parts)?.into_iter().map(|(_, share)| share).sum();
                if !sum.is_one() {
                    return Err("the parts of a split do not add up to 1".to_string());
                }
            }
            SplitBy::Drivers(parts) => {
                for (_, driver) in parts {
                    check_driver(project, driver)?;
                }
            }
            SplitBy::Victims(_) => {}
        }
    }
    Ok(())
}
