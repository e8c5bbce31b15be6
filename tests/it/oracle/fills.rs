//! Amounts that nobody published, estimated from other years of the same line: alike in all but year, phase, currency and
//! source. Only where no line of that year is published, into the first of them.

use std::collections::BTreeMap;

use num_rational::BigRational;

use super::Decided;
use super::lines::{Line, LineKey, rate};
use super::number::{integer, minor_digits, power_of_ten, rounded, whole};
use super::shares::{chain, divided};
use crate::random_project::{ProjectSpec, ShareSpec};

/// Fills what can be filled.
pub(crate) fn fill(project: &ProjectSpec, decided: &mut [Decided]) -> Result<(), String> {
    let mut filled = Vec::new();
    for (place, one) in decided.iter().enumerate() {
        let Some(rule) = one.rule(project) else { continue };
        let of_year =
            |other: &&Decided| same(&other.line.key, &one.line.key) && other.line.key.year == one.line.key.year;
        let first = decided.iter().find(of_year);
        let published = decided.iter().filter(of_year).any(|other| other.line.amount.is_some());
        if published || first.is_some_and(|first| first.line.key != one.line.key) {
            continue;
        }
        let own = decided.iter().filter(|other| other.rule == one.rule && other.line.key.year == one.line.key.year);
        let imputes = matches!(rule.share, ShareSpec::Units { .. } | ShareSpec::Services(_)) && own.count() == 1;
        if let Some(how) = rule.fill.as_ref().filter(|_| !imputes && !matches!(rule.share, ShareSpec::None))
            && let Some(amount) = estimate(project, decided, &one.line, how)?
        {
            filled.push((place, amount));
        }
    }
    for (place, (amount, state)) in filled {
        decided[place].line.filled = Some((rounded(&amount), state));
    }
    Ok(())
}

/// In minor units of the line's currency; `None` where no other year helps.
fn estimate(
    project: &ProjectSpec,
    decided: &[Decided],
    line: &Line,
    how: &str,
) -> Result<Option<(BigRational, &'static str)>, String> {
    let to = line.key.currency.as_str();
    let mut years: BTreeMap<i32, Vec<&Line>> = BTreeMap::new();
    for other in decided.iter().map(|other| &other.line).filter(|other| same(&other.key, &line.key)) {
        if other.amount.is_some() {
            years.entry(other.key.year).or_default().push(other);
        }
    }
    let sum = |year: i32| {
        let mut sum = BigRational::default();
        for other in &years[&year] {
            let from = other.key.currency.as_str();
            let units = other.money() / whole(&power_of_ten(minor_digits(from)));
            sum += units * rate(project, from, to, year)? * whole(&power_of_ten(minor_digits(to)));
        }
        Ok::<_, String>(sum)
    };
    let year = line.key.year;
    let before = years.keys().copied().filter(|known| *known < year).max();
    let after = years.keys().copied().filter(|known| *known > year).min();
    Ok(match (how, before, after) {
        ("previous", Some(before), _) => Some((sum(before)?, "carried")),
        ("interpolate", Some(before), Some(after)) => {
            let (low, high) = (sum(before)?, sum(after)?);
            let way = divided(&integer(year - before), &integer(after - before))?;
            Some((&low + (&high - &low) * way, "interpolated"))
        }
        (index, Some(before), _) if index.starts_with("index:") => {
            let index = index.trim_start_matches("index:");
            Some((sum(before)? * chain(project, index, before, year)?, "indexed"))
        }
        _ => None,
    })
}

/// Whether two lines are one over the years.
fn same(one: &LineKey, other: &LineKey) -> bool {
    let alike = |key: &LineKey| LineKey {
        year: 0,
        phase: String::new(),
        currency: String::new(),
        source: String::new(),
        ..key.clone()
    };
    alike(one) == alike(other)
}
