//! Drivers that count people: a small one cannot serve as a key, since the amounts shown beside it would tell it.
//!
//! A driver is taken to count people unless it is money, has a value that is no whole number, is nothing but the weight of
//! cases, or the manifest says that it counts none (`not_people`).

use std::collections::{BTreeMap, BTreeSet};

use arcstr::ArcStr;

use super::super::Project;
use super::counts::Told;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{DriverValue, Fraction, Year};
use crate::message;
use crate::rules::share::{Missing, Ratio, Share};
use crate::rules::{MatchIndex, MatchedLine, Rule};

/// What was found of drivers.
pub(super) struct Found {
    /// Values that are not shown.
    pub(super) hidden: BTreeSet<(ArcStr, Year)>,
    /// Of two drivers of a ratio, in a year: they differ by few people.
    pub(super) close: BTreeSet<(ArcStr, ArcStr, Year)>,
}

/// The values that are small, or that say a number that is not shown elsewhere.
pub(super) fn small(
    project: &Project,
    below: u64,
    not_people: &[ArcStr],
    money: &BTreeSet<String>,
    told: &Told,
) -> Found {
    let weights = only_weights(project);
    let mut people: BTreeMap<&str, Vec<&DriverValue>> = BTreeMap::new();
    for name in project.drivers.names() {
        let is_named = not_people.iter().any(|other| **other == *name);
        let rows: Vec<&DriverValue> = project.drivers.rows(name).filter(|row| row.value.is_some()).collect();
        let counts = rows.iter().all(|row| row.unit_currency().is_none() && row.currency.is_none() && is_whole(row));
        if counts && !is_named && !money.contains(name) && !weights.contains(name) {
            people.insert(name, rows);
        }
    }
    let (least, zero) = (Fraction::whole(below), Fraction::zero());
    let is_small = |low: &Fraction, high: &Fraction| *low < least && *high > zero;
    let mut hidden = BTreeSet::new();
    for row in people.values().flatten() {
        let Some(value) = row.fractions() else { continue };
        let says = told.iter().any(|(year, number)| *year == row.year && Fraction::whole(*number) == value.central);
        if is_small(&value.low, &value.high) || says {
            hidden.insert((row.driver.clone(), row.year));
        }
    }
    let mut close = BTreeSet::new();
    for Ratio { numerator, denominator, .. } in project.rules.rules.iter().flat_map(|rule| rule.share.ratios()) {
        let (Some(above), true) = (people.get(numerator.as_str()), people.contains_key(denominator.as_str())) else {
            continue;
        };
        for row in above {
            let of = project.drivers.known(denominator, row.year).and_then(DriverValue::fractions);
            let Some((value, of)) = row.fractions().zip(of) else { continue };
            let rest = &of.central - &value.central;
            if is_small(&rest, &rest) && !rest.is_negative() {
                close.insert((numerator.clone(), denominator.clone(), row.year));
            }
        }
    }
    Found { hidden, close }
}

/// Tells each rule that takes such a driver as a key for a line; what it would attribute tells the count.
pub(super) fn refuse(project: &Project, below: u64, found: &Found, diagnostics: &mut Diagnostics) {
    for rule in &project.rules.rules {
        let estimates = rule.share.missing().iter().any(|missing| !matches!(missing, Missing::Error));
        let decides = |year: Year| decides(project, rule, (!estimates).then_some(year));
        let mut told = BTreeSet::new();
        for driver in rule.share.drivers() {
            for (_, year) in found.hidden.iter().filter(|(name, _)| name == driver) {
                if told.insert((driver.clone(), *year)) && decides(*year) {
                    let message =
                        message!("protect-driver", driver = driver, year = year, below = below, rule = &rule.id);
                    diagnostics.push(fault(rule, message, driver));
                }
            }
        }
        for Ratio { numerator, denominator, .. } in rule.share.ratios() {
            let pairs = found.close.iter().filter(|(above, of, _)| above == numerator && of == denominator);
            for (_, _, year) in pairs.filter(|(_, _, year)| decides(*year)) {
                let message = message!(
                    "protect-driver-rest",
                    numerator = numerator,
                    denominator = denominator,
                    year = year,
                    below = below,
                    rule = &rule.id
                );
                diagnostics.push(fault(rule, message, numerator));
            }
        }
    }
}

fn fault(rule: &Rule, message: crate::language::Message, driver: &str) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::ProtectedDriver, message, message!("protect-driver-help", driver = driver));
    diagnostic.at(&rule.origin).column(format!("rule.{}", rule.id))
}

/// Whether a rule matches a line of a year, or of any where none is named; lines that are expected may be there.
fn decides(project: &Project, rule: &Rule, year: Option<Year>) -> bool {
    let takes = |of: Year| rule.years.contains(of) && year.is_none_or(|year| year == of);
    let lines = project.lines.iter().map(|line| line.key());
    let of_year = MatchIndex::new(lines.filter(|key| takes(key.year)).map(MatchedLine::of));
    !of_year.select(&rule.matcher).is_empty() || (project.expected.is_some() && project.years().into_iter().any(takes))
}

/// Drivers that are the weight of cases somewhere and nothing else anywhere.
fn only_weights(project: &Project) -> BTreeSet<&str> {
    let shares = || project.rules.rules.iter().map(|rule| &rule.share);
    let weights = shares().flat_map(Share::ratios).filter_map(|ratio| ratio.weight.as_ref()?.driver());
    let mut only: BTreeSet<&str> = weights.map(AsRef::as_ref).collect();
    let splits = project.rules.rules.iter().map(|rule| &rule.split).chain([&project.rules.default_split]);
    for by in splits.flat_map(crate::rules::Split::parts) {
        by.weights.drivers().for_each(|driver| {
            only.remove(driver.as_str());
        });
    }
    for share in shares() {
        let ratios = share.ratios();
        let keys = ratios.iter().flat_map(|ratio| [&ratio.numerator, &ratio.denominator]);
        keys.for_each(|driver| {
            only.remove(driver.as_str());
        });
        if ratios.is_empty() {
            share.drivers().iter().for_each(|driver| {
                only.remove(driver.as_str());
            });
        }
    }
    only
}

fn is_whole(row: &DriverValue) -> bool {
    row.value.as_ref().is_none_or(|value| value.central.fract().is_zero())
}
