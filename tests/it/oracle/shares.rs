//! The share of each rule in each year in which it decides a line.

use std::collections::{BTreeMap, BTreeSet};

use num_rational::BigRational;
use num_traits::{One, Zero};

use super::drivers::{Bounds, Drivers};
use super::number::{decimal, is_share, power_of_ten, whole};
use super::{Decided, lines, number, overhead};
use crate::random_project::{ProjectSpec, RuleSpec, ShareSpec, WeightSpec, Written};

/// What a rule comes to in a year.
#[derive(Clone, Debug)]
pub(crate) enum Worked {
    /// A share, and how it is known.
    Share { share: Bounds, state: &'static str },
    /// Bottom-up money of the one line, which is blank; in minor units, not rounded.
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
    match &rule.share {
        ShareSpec::Amount { driver, missing } => {
            let (found, state) = estimated(project, drivers, &[driver], missing, year)?;
            of_the_sum(project, &found[0], state, own).map(Some)
        }
        ShareSpec::Units { units, unit_cost, missing } => {
            let (found, state) = estimated(project, drivers, &[units, unit_cost], missing, year)?;
            let money = found[0].times(&found[1]);
            match own {
                [only] if only.line.amount.is_none() => Ok(Some(Worked::Imputed(imputed(project, &money, only)?))),
                _ => of_the_sum(project, &money, state, own).map(Some),
            }
        }
        ShareSpec::Services(patterns) => {
            let money = super::services::of_rule(project, patterns, year)?;
            match own {
                [only] if only.line.amount.is_none() => Ok(Some(Worked::Imputed(imputed(project, &money, only)?))),
                _ => of_the_sum(project, &money, "measured", own).map(Some),
            }
        }
        ShareSpec::OverheadOf(_) => Ok(None),
        plain => {
            let (share, state) = plain_share(project, drivers, plain, year)?;
            Ok(Some(Worked::Share { share, state }))
        }
    }
}

/// A share that needs no lines, and how it is known.
fn plain_share(
    project: &ProjectSpec,
    drivers: &Drivers,
    share: &ShareSpec,
    year: i32,
) -> Result<(Bounds, &'static str), String> {
    let assumed = |share: Bounds| Ok((share, "assumed"));
    match share {
        ShareSpec::All => assumed(Bounds::exactly(BigRational::one())),
        ShareSpec::None => assumed(Bounds::exactly(BigRational::zero())),
        ShareSpec::Fixed(share) => assumed(Bounds::exactly(fraction(share)?)),
        ShareSpec::Interval { low, central, high, .. } => {
            assumed(Bounds { low: fraction(low)?, central: fraction(central)?, high: fraction(high)? })
        }
        ShareSpec::Pool { judgements, .. } => {
            let (mut lows, mut highs) = (Vec::new(), Vec::new());
            let (mut sum, mut weights) = (BigRational::zero(), BigRational::zero());
            for judgement in judgements {
                let weight = judgement.weight.as_deref().map_or_else(|| Ok(BigRational::one()), decimal)?;
                let [low, central, high] = &judgement.bounds;
                lows.push(fraction(low)?);
                highs.push(fraction(high)?);
                sum += &weight * fraction(central)?;
                weights += weight;
            }
            let low = lows.into_iter().min().ok_or("a pool of nobody")?;
            let high = highs.into_iter().max().ok_or("a pool of nobody")?;
            assumed(Bounds { low, central: divided(&sum, &weights)?, high })
        }
        ShareSpec::Ratio { numerator, denominator, weight, missing } => {
            let mut names = vec![numerator.as_str(), denominator];
            if let Some(WeightSpec::Driver(driver)) = weight {
                names.push(driver);
            }
            let (found, state) = estimated(project, drivers, &names, missing, year)?;
            let (n, all) = (&found[0], &found[1]);
            let (weights, state) = match weight {
                None => (Bounds::exactly(BigRational::one()), state),
                Some(WeightSpec::Number(number)) => (Bounds::exactly(fraction(number)?), "assumed"),
                Some(WeightSpec::Range([low, central, high])) => {
                    (Bounds { low: decimal(low)?, central: decimal(central)?, high: decimal(high)? }, "assumed")
                }
                Some(WeightSpec::Driver(_)) => (found[2].clone(), state),
            };
            let of = |w: &BigRational, n: &BigRational, all: &BigRational| divided(&(w * n), &(w * n + (all - n)));
            let share = Bounds {
                low: of(&weights.low, &n.low, &all.high)?,
                central: of(&weights.central, &n.central, &all.central)?,
                high: of(&weights.high, &n.high, &all.low)?,
            };
            Ok((share, state))
        }
        ShareSpec::Product(factors) => {
            let mut product = Bounds::exactly(BigRational::one());
            let mut states = Vec::new();
            for factor in factors {
                let (share, state) = plain_share(project, drivers, factor, year)?;
                if ![&share.low, &share.central, &share.high].into_iter().all(is_share) {
                    return Err(format!("a factor in {year} is {share:?}"));
                }
                product = product.times(&share);
                states.push(state);
            }
            Ok((product, weakest(&states)))
        }
        ShareSpec::Amount { .. } | ShareSpec::Units { .. } | ShareSpec::Services(_) | ShareSpec::OverheadOf(_) => {
            Err("no factor of a product".to_string())
        }
    }
}

/// The weakest of states, as the contract orders them.
pub(crate) fn weakest(states: &[&'static str]) -> &'static str {
    let order = ["assumed", "indexed", "interpolated", "carried", "measured"];
    order.into_iter().find(|state| states.contains(state)).unwrap_or("measured")
}

/// The drivers of a form in a year, and how they are known.
fn estimated(
    project: &ProjectSpec,
    drivers: &Drivers,
    names: &[&str],
    missing: &Option<String>,
    year: i32,
) -> Result<(Vec<Bounds>, &'static str), String> {
    let missing = missing.as_deref().unwrap_or("error");
    if missing == "previous" {
        let years = drivers.years_of_all(names);
        let last = years.into_iter().filter(|known| *known <= year).max();
        let last = last.ok_or_else(|| format!("nothing to carry to {year}"))?;
        let found: Result<Vec<Bounds>, String> = names.iter().map(|name| drivers.need(name, last).cloned()).collect();
        return Ok((found?, if last == year { "measured" } else { "carried" }));
    }
    let (mut found, mut states) = (Vec::new(), Vec::new());
    for name in names {
        if let Some(value) = drivers.get(name, year) {
            found.push(value.clone());
            states.push("measured");
            continue;
        }
        let years = drivers.years_of_all(&[name]);
        let before = years.iter().copied().filter(|known| *known < year).max();
        let after = years.iter().copied().filter(|known| *known > year).min();
        if missing == "interpolate" {
            let (Some(before), Some(after)) = (before, after) else {
                return Err(format!("{name} has nothing on both sides of {year}"));
            };
            let way = divided(&number::integer(year - before), &number::integer(after - before))?;
            let (from, to) = (drivers.need(name, before)?, drivers.need(name, after)?);
            let between = |from: &BigRational, to: &BigRational| from + (to - from) * &way;
            found.push(Bounds {
                low: between(&from.low, &to.low),
                central: between(&from.central, &to.central),
                high: between(&from.high, &to.high),
            });
            states.push("interpolated");
        } else if let Some(index) = missing.strip_prefix("index:") {
            let before = before.ok_or_else(|| format!("{name} has nothing before {year}"))?;
            let chain = Bounds::exactly(chain(project, index, before, year)?);
            found.push(drivers.need(name, before)?.times(&chain));
            states.push("indexed");
        } else {
            return Err(format!("driver {name} has no value in {year}"));
        }
    }
    Ok((found, weakest(&states)))
}

/// What prices of an index are in a year, those of an earlier one being 1.
pub(crate) fn chain(project: &ProjectSpec, index: &str, from: i32, to: i32) -> Result<BigRational, String> {
    let mut chain = BigRational::one();
    for year in from + 1..=to {
        let text = year.to_string();
        let row = project.prices.iter().find(|row| row.index == index && row.year == text);
        let row = row.ok_or_else(|| format!("{index} has no rate in {year}"))?;
        chain *= BigRational::one() + decimal(&row.rate)? / whole(&power_of_ten(2));
    }
    Ok(chain)
}

/// Money in the project's currency as minor units of that of a line.
fn imputed(project: &ProjectSpec, money: &Bounds, only: &Decided) -> Result<Bounds, String> {
    let to = only.line.key.currency.as_str();
    let rate = lines::rate(project, lines::currency(project), to, only.line.key.year)?;
    let unit = rate * whole(&power_of_ten(number::minor_digits(to)));
    Ok(Bounds { low: &money.low * &unit, central: &money.central * &unit, high: &money.high * &unit })
}

/// That much money, in the project's currency, over the sum of the rule's own lines, brought to it.
fn of_the_sum(project: &ProjectSpec, money: &Bounds, state: &'static str, own: &[&Decided]) -> Result<Worked, String> {
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
    Ok(Worked::Share { share, state })
}

fn divided(above: &BigRational, below: &BigRational) -> Result<BigRational, String> {
    match below.is_zero() {
        true => Err("a sum of 0 to divide by".to_string()),
        false => Ok(above / below),
    }
}
