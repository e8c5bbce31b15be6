//! Which rule decides a line: wildcards, years, and rules that step aside (`missing = "skip"`).

use super::drivers::Drivers;
use super::lines::{Line, plain};
use crate::random_project::{Field, MatchSpec, ProjectSpec, RuleSpec, ShareSpec, WeightSpec};

/// The number of the first rule in file order that matches the line and its year.
pub(crate) fn first_rule(project: &ProjectSpec, drivers: &Drivers, line: &Line) -> Result<Option<usize>, String> {
    for (number, rule) in project.rules.iter().enumerate() {
        if applies(rule, line)? && !steps_aside(drivers, rule, line.key.year) {
            return Ok(Some(number));
        }
    }
    Ok(None)
}

/// Whether the rule's fields and years match the line.
pub(crate) fn applies(rule: &RuleSpec, line: &Line) -> Result<bool, String> {
    Ok(selects(&rule.matches, line) && in_years(rule.years.as_deref(), line.key.year)?)
}

/// Whether all fields of a `match` table match the line.
pub(crate) fn selects(matches: &MatchSpec, line: &Line) -> bool {
    matches.0.iter().all(|entry| {
        let text = field(line, entry.field);
        entry.any_of.iter().any(|pattern| like(&plain(pattern), text))
    })
}

/// Whether a name fits a pattern.
pub(super) fn fits(pattern: &str, name: &str) -> bool {
    like(&plain(pattern), name)
}

/// The value of a line's column.
pub(super) fn field(line: &Line, field: Field) -> &str {
    let key = &line.key;
    match field {
        Field::Agency => &key.agency,
        Field::Funder => &key.funder,
        Field::Financing => &key.financing,
        Field::Label => &key.label,
        Field::Line => &key.line,
        Field::Function => &key.function,
        Field::Area => &key.area,
        Field::Currency => &key.currency,
        Field::Region => &key.region,
    }
}

/// The whole text, without regard to case; `*` is any text, `?` any one letter.
fn like(pattern: &str, text: &str) -> bool {
    let pattern: Vec<char> = pattern.to_lowercase().chars().collect();
    let text: Vec<char> = text.to_lowercase().chars().collect();
    like_letters(&pattern, &text)
}

fn like_letters(pattern: &[char], text: &[char]) -> bool {
    match pattern.split_first() {
        None => text.is_empty(),
        Some(('*', rest)) => (0..=text.len()).any(|start| like_letters(rest, &text[start..])),
        Some((letter, rest)) => match text.split_first() {
            Some((first, others)) => (*letter == '?' || letter == first) && like_letters(rest, others),
            None => false,
        },
    }
}

/// `2014`, `2014..`, `..2017`, `2014..2017`; both ends belong to it.
fn in_years(years: Option<&str>, year: i32) -> Result<bool, String> {
    let Some(years) = years else {
        return Ok(true);
    };
    let (first, last) = years.split_once("..").unwrap_or((years, years));
    let end = |text: &str, open: i32| match text {
        "" => Ok(open),
        _ => text.parse().map_err(|_| format!("{years:?} are not years")),
    };
    Ok(end(first, i32::MIN)? <= year && year <= end(last, i32::MAX)?)
}

/// Whether a rule that says `missing = "skip"` lacks a driver in a year; a product where any of its ratios does.
fn steps_aside(drivers: &Drivers, rule: &RuleSpec, year: i32) -> bool {
    lacks_a_driver(drivers, &rule.share, year)
}

fn lacks_a_driver(drivers: &Drivers, share: &ShareSpec, year: i32) -> bool {
    let lacks = |names: &[&str], missing: &Option<String>| {
        missing.as_deref() == Some("skip") && names.iter().any(|name| drivers.get(name, year).is_none())
    };
    match share {
        ShareSpec::Ratio { numerator, denominator, weight: Some(WeightSpec::Driver(weight)), missing } => {
            lacks(&[numerator, denominator, weight], missing)
        }
        ShareSpec::Ratio { numerator, denominator, missing, .. } => lacks(&[numerator, denominator], missing),
        ShareSpec::Product(factors) => factors.iter().any(|factor| lacks_a_driver(drivers, factor, year)),
        ShareSpec::Amount { driver, missing } => lacks(&[driver], missing),
        ShareSpec::Units { units, unit_cost, missing } => lacks(&[units, unit_cost], missing),
        _ => false,
    }
}
