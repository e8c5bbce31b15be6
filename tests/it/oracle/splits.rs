//! How an attributed part is divided: the weights of a split in a year, and the largest remainder
//! method on minor units.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

use super::drivers::Drivers;
use super::number::{decimal, whole};
use super::shares::fraction;
use crate::random_project::{PartShare, ProjectSpec, SplitBy, VictimRow};

/// Names and weights, in the order of the rule.
pub(crate) type Weights = Vec<(String, BigRational)>;

/// The weights of one dimension in a year; they add up to more than 0.
pub(crate) fn weights(project: &ProjectSpec, drivers: &Drivers, by: &SplitBy, year: i32) -> Result<Weights, String> {
    let weights = match by {
        SplitBy::Fixed(parts) => fixed_parts(parts)?,
        SplitBy::Victims(measure) => victim_parts(project, measure, year)?,
        SplitBy::Drivers(parts) => {
            let mut weights = Weights::new();
            for (name, driver) in parts {
                weights.push((name.clone(), drivers.need(driver, year)?.central.clone()));
            }
            weights
        }
    };
    if weights.iter().map(|(_, weight)| weight).sum::<BigRational>().is_zero() {
        return Err(format!("the weights of a split are all 0 in {year}"));
    }
    Ok(weights)
}

/// The written shares, with `rest` worked out.
pub(crate) fn fixed_parts(parts: &[(String, PartShare)]) -> Result<Weights, String> {
    let mut rest = BigRational::one();
    for (_, share) in parts {
        if let PartShare::Written(share) = share {
            rest -= fraction(share)?;
        }
    }
    if rest.is_negative() {
        return Err("the parts of a split are more than 1".to_string());
    }
    let mut weights = Weights::new();
    for (name, share) in parts {
        let weight = match share {
            PartShare::Written(share) => fraction(share)?,
            PartShare::Rest => rest.clone(),
        };
        weights.push((name.clone(), weight));
    }
    Ok(weights)
}

/// Known counts by exploitation, in file order; what they leave of the total is `unspecified`.
fn victim_parts(project: &ProjectSpec, measure: &str, year: i32) -> Result<Weights, String> {
    let year = year.to_string();
    let is_all = |cell: &Option<String>| matches!(cell.as_deref(), None | Some("all"));
    let rows: Vec<&VictimRow> =
        project.victims.iter().filter(|row| row.measure == measure && row.year == year && is_all(&row.group)).collect();
    let mut weights = Weights::new();
    let mut total = None;
    for row in rows {
        let (Some(count), name) = (&row.count, &row.exploitation) else {
            continue;
        };
        let count = midpoint(count)?;
        match name {
            Some(name) if name != "all" => weights.push((name.clone(), count)),
            _ => total = Some(count),
        }
    }
    if weights.is_empty() {
        return Err(format!("no {measure} victims are known by exploitation in {year}"));
    }
    let parts: BigRational = weights.iter().map(|(_, count)| count).sum();
    let left = total.unwrap_or_else(|| parts.clone()) - parts;
    if left.is_negative() {
        return Err(format!("the parts of the {measure} victims are above the total in {year}"));
    }
    if left.is_positive() {
        weights.push(("unspecified".to_string(), left));
    }
    Ok(weights)
}

/// The midpoint of `12`, `<5` (0 to 4) or `3-8`.
fn midpoint(count: &str) -> Result<BigRational, String> {
    let two = decimal("2")?;
    if let Some(end) = count.strip_prefix('<') {
        return Ok((decimal(end)? - BigRational::one()) / two);
    }
    match count.split_once('-') {
        Some((low, high)) => Ok((decimal(low)? + decimal(high)?) / two),
        None => decimal(count),
    }
}

/// Whole minor units by weight: each part rounded down, then one more unit to the parts with the
/// largest remainders, the first of those that tie. For a negative total on its absolute value.
pub(crate) fn apportion(total: &BigInt, weights: &Weights) -> Vec<BigInt> {
    let sum: BigRational = weights.iter().map(|(_, weight)| weight).sum();
    let exact: Vec<BigRational> = weights.iter().map(|(_, weight)| whole(&total.abs()) * weight / &sum).collect();
    let mut parts: Vec<BigInt> = exact.iter().map(|part| part.floor().to_integer()).collect();
    let mut given: BigInt = parts.iter().sum();
    let mut by_remainder: Vec<usize> = (0..parts.len()).collect();
    // a stable sort: the first in file order stays first among equals
    by_remainder.sort_by_key(|place| -(&exact[*place] - exact[*place].floor()));
    for place in by_remainder {
        if given < total.abs() {
            parts[place] += 1;
            given += 1;
        }
    }
    if total.is_negative() {
        parts = parts.into_iter().map(|part| -part).collect();
    }
    parts
}
