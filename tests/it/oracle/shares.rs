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
            let (found, state) = terms(project, drivers, &[driver], missing, year)?;
            let (money, currency) = money(project, drivers, driver, &found[0], own)?;
            of_the_sum(project, (&money, &currency), state, own).map(Some)
        }
        ShareSpec::Units { units, unit_cost, missing } => {
            let (found, state) = terms(project, drivers, &[units, unit_cost], missing, year)?;
            let units = value(drivers, units, &found[0], |_, _| Ok(BigRational::one()))?;
            let (cost, currency) = money(project, drivers, unit_cost, &found[1], own)?;
            let money = (&units.times(&cost), currency.as_str());
            match own {
                [only] if only.line.amount.is_none() => Ok(Some(Worked::Imputed(imputed(project, money, only)?))),
                _ => of_the_sum(project, money, state, own).map(Some),
            }
        }
        ShareSpec::Services(patterns) => {
            let money = super::services::of_rule(project, patterns, year)?;
            let money = (&money, lines::currency(project));
            match own {
                [only] if only.line.amount.is_none() => Ok(Some(Worked::Imputed(imputed(project, money, only)?))),
                _ => of_the_sum(project, money, "measured", own).map(Some),
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

/// The drivers of a form in a year that are no money, and how they are known.
fn estimated(
    project: &ProjectSpec,
    drivers: &Drivers,
    names: &[&str],
    missing: &Option<String>,
    year: i32,
) -> Result<(Vec<Bounds>, &'static str), String> {
    let (found, state) = terms(project, drivers, names, missing, year)?;
    let values =
        names.iter().zip(&found).map(|(name, terms)| value(drivers, name, terms, |_, _| Ok(BigRational::one())));
    Ok((values.collect::<Result<_, _>>()?, state))
}

/// A driver that is money, with the currency that it is in: its own where the lines that it meets are in that one too, else
/// the project's, to which each of its rows is brought at the rate of its own year.
fn money(
    project: &ProjectSpec,
    drivers: &Drivers,
    name: &str,
    terms: &[(i32, BigRational)],
    own: &[&Decided],
) -> Result<(Bounds, String), String> {
    let published = || own.iter().filter(|line| line.line.taken().is_some());
    let mut met: Vec<&str> = published().map(|line| line.line.key.currency.as_str()).collect();
    if met.is_empty() {
        met.extend(own.first().map(|line| line.line.key.currency.as_str()));
    }
    met.extend(terms.iter().filter_map(|(year, _)| drivers.currency(name, *year)));
    let first = met.first().copied().unwrap_or_else(|| lines::currency(project));
    let to = if met.iter().all(|currency| *currency == first) { first } else { lines::currency(project) };
    let found = value(drivers, name, terms, |currency, year| lines::rate(project, currency, to, year))?;
    Ok((found, to.to_string()))
}

/// The sum of the values of years, each times its part, brought over at a rate of its year.
fn value(
    drivers: &Drivers,
    name: &str,
    terms: &[(i32, BigRational)],
    rate: impl Fn(&str, i32) -> Result<BigRational, String>,
) -> Result<Bounds, String> {
    let mut sum = Bounds::exactly(BigRational::zero());
    for (year, part) in terms {
        let currency = drivers.currency(name, *year).unwrap_or_default();
        sum = sum.plus(&drivers.need(name, *year)?.scaled(&(part * rate(currency, *year)?)));
    }
    Ok(sum)
}

/// The years whose values each driver is made of, with the part of each.
type Terms = Vec<Vec<(i32, BigRational)>>;

/// Of which years' values the drivers of a form are made in a year, and how they are known.
fn terms(
    project: &ProjectSpec,
    drivers: &Drivers,
    names: &[&str],
    missing: &Option<String>,
    year: i32,
) -> Result<(Terms, &'static str), String> {
    let missing = missing.as_deref().unwrap_or("error");
    let whole_of = |year: i32| vec![(year, BigRational::one())];
    if missing == "previous" {
        let years = drivers.years_of_all(names);
        let last = years.into_iter().filter(|known| *known <= year).max();
        let last = last.ok_or_else(|| format!("nothing to carry to {year}"))?;
        let state = if last == year { "measured" } else { "carried" };
        return Ok((names.iter().map(|_| whole_of(last)).collect(), state));
    }
    let (mut found, mut states) = (Vec::new(), Vec::new());
    for name in names {
        if drivers.get(name, year).is_some() {
            found.push(whole_of(year));
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
            found.push(vec![(before, BigRational::one() - &way), (after, way)]);
            states.push("interpolated");
        } else if let Some(index) = missing.strip_prefix("index:") {
            let before = before.ok_or_else(|| format!("{name} has nothing before {year}"))?;
            found.push(vec![(before, chain(project, index, before, year)?)]);
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

/// Money in a currency as minor units of that of a line.
fn imputed(project: &ProjectSpec, (money, from): (&Bounds, &str), only: &Decided) -> Result<Bounds, String> {
    let to = only.line.key.currency.as_str();
    let rate = lines::rate(project, from, to, only.line.key.year)?;
    Ok(money.scaled(&(rate * whole(&power_of_ten(number::minor_digits(to))))))
}

/// That much money over the sum of the rule's own lines: in the one currency of all of them, or else in the project's.
fn of_the_sum(
    project: &ProjectSpec,
    (money, from): (&Bounds, &str),
    state: &'static str,
    own: &[&Decided],
) -> Result<Worked, String> {
    let published: Vec<&&Decided> = own.iter().filter(|line| line.line.taken().is_some()).collect();
    let Some(first) = published.first() else {
        return Ok(Worked::Undefined);
    };
    let in_one = published.iter().all(|line| line.line.key.currency == from);
    let to = if in_one { from } else { lines::currency(project) };
    let money = money.scaled(&lines::rate(project, from, to, first.line.key.year)?);
    let mut sum = BigRational::zero();
    for line in published {
        sum += line.line.brought(project, to)?;
    }
    let share = Bounds {
        low: divided(&money.low, &sum)?,
        central: divided(&money.central, &sum)?,
        high: divided(&money.high, &sum)?,
    };
    Ok(Worked::Share { share, state })
}

pub(crate) fn divided(above: &BigRational, below: &BigRational) -> Result<BigRational, String> {
    match below.is_zero() {
        true => Err("a sum of 0 to divide by".to_string()),
        false => Ok(above / below),
    }
}
