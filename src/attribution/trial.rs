//! How far estimates of missing years err: of every series that rules estimate, each known year is left out in turn and
//! estimated from the others, by each method.

use std::collections::{BTreeMap, BTreeSet};

use arcstr::ArcStr;

use super::{Attribution, money_drivers};
use crate::domain::{BudgetLine, Currency, Fraction, LineName, Money, Year};
use crate::language::Message;
use crate::project::Project;
use crate::rules::Rule;
use crate::rules::share::{Estimation, Facts, Missing, common, currency_of, way_between};

/// A series of which years were left out.
#[derive(Debug, Clone)]
pub struct Trial {
    /// What it is a series of.
    pub series: Series,
    /// The rules that ask for it, each once, with what they do in a year without it.
    pub uses: BTreeSet<TrialUse>,
    /// The currency that its values are in, where they are money.
    pub currency: Option<Currency>,
    /// Digits behind the point of its published values.
    pub digits: u32,
    /// The years in which it is known.
    pub years: Vec<Year>,
    /// What each method makes of them; nothing where a rate is missing.
    pub methods: Vec<MethodTrial>,
    /// The currency and year of a value that nobody gives a rate for.
    pub without_rate: Option<(Currency, Year)>,
}

/// A rule that estimates a series.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TrialUse {
    /// The rule.
    pub rule: ArcStr,
    /// `missing` or `fill`.
    pub key: &'static str,
    /// What it says there.
    pub word: String,
}

/// What is tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Series {
    /// A driver, with its unit.
    Driver(ArcStr, ArcStr),
    /// The published amounts of a line, and what it is called.
    Amounts(LineName, Message),
}

/// What a method makes of a series.
#[derive(Debug, Clone)]
pub struct MethodTrial {
    /// The method.
    pub how: Estimation,
    /// Each year that it can estimate once its value is left out, in order.
    pub tried: Vec<TriedYear>,
}

/// A year that was left out.
#[derive(Debug, Clone)]
pub struct TriedYear {
    /// The year.
    pub year: Year,
    /// What was published.
    pub known: Fraction,
    /// What the method makes of the other years.
    pub estimate: Fraction,
}

impl TriedYear {
    /// How far the estimate is from what was published, without a sign.
    #[must_use]
    pub fn error(&self) -> Fraction {
        (&self.estimate - &self.known).absolute()
    }
}

impl MethodTrial {
    /// The mean error over those of its years that are among `years`; `None` where none is.
    #[must_use]
    pub fn mean_error(&self, years: &BTreeSet<Year>) -> Option<Fraction> {
        let errors: Vec<Fraction> = self.among(years).map(TriedYear::error).collect();
        let count = Fraction::whole(errors.len());
        errors.into_iter().sum::<Fraction>().checked_div(&count)
    }

    /// What is wrong on the whole of what was published in these years; `None` where that is nothing.
    #[must_use]
    pub fn relative_error(&self, years: &BTreeSet<Year>) -> Option<Fraction> {
        let errors: Fraction = self.among(years).map(TriedYear::error).sum();
        let known: Fraction = self.among(years).map(|tried| tried.known.absolute()).sum();
        errors.checked_div(&known)
    }

    /// The year in which it errs most, the first of several.
    #[must_use]
    pub fn worst(&self) -> Option<&TriedYear> {
        self.tried.iter().rev().max_by_key(|tried| tried.error())
    }

    /// The years that it can estimate.
    #[must_use]
    pub fn years(&self) -> BTreeSet<Year> {
        self.tried.iter().map(|tried| tried.year).collect()
    }

    fn among<'s>(&'s self, years: &'s BTreeSet<Year>) -> impl Iterator<Item = &'s TriedYear> {
        self.tried.iter().filter(|tried| years.contains(&tried.year))
    }
}

impl Trial {
    /// The years that every method can estimate that can estimate any.
    #[must_use]
    pub fn common_years(&self) -> BTreeSet<Year> {
        let sets = self.methods.iter().map(MethodTrial::years).filter(|years| !years.is_empty());
        sets.reduce(|common, years| common.intersection(&years).copied().collect()).unwrap_or_default()
    }
}

/// Tries every series that rules estimate: drivers by name, then amounts of lines. Without an attribution, since a driver is
/// missing, those drivers too that a rule has no word for.
#[must_use]
pub fn trials(project: &Project, attribution: Option<&Attribution>) -> Vec<Trial> {
    let mut found: Vec<Trial> = Vec::new();
    let money = money_drivers(project);
    let mut drivers: BTreeMap<&ArcStr, (BTreeSet<TrialUse>, BTreeSet<&str>)> = BTreeMap::new();
    for rule in &project.rules.rules {
        for (driver, missing) in rule.share.drivers_and_missing() {
            let word = match missing {
                Missing::Estimate(how) => how.word(),
                Missing::Error if attribution.is_none() && lacks(project, rule, driver) => "error".to_owned(),
                Missing::Error | Missing::Skip => continue,
            };
            let (uses, indices) = drivers.entry(driver).or_default();
            uses.insert(TrialUse { rule: rule.id.clone(), key: "missing", word });
            indices.extend(missing.index().map(|index| &**index));
        }
    }
    for (driver, (uses, mut indices)) in drivers {
        let is_money = money.contains(&**driver);
        if is_money {
            indices = project.prices.indices().collect();
        }
        found.extend(of_driver(project, driver, uses, is_money, indices));
    }
    let mut lines: BTreeMap<LineName, BTreeSet<TrialUse>> = BTreeMap::new();
    let attributed = attribution.map(|attribution| attribution.lines.as_slice()).unwrap_or_default();
    for of in attributed {
        if let Some(rule) = &of.ruling.rule
            && let Some(how) = &rule.fill
        {
            let uses = lines.entry(of.line.key().name()).or_default();
            uses.insert(TrialUse { rule: rule.id.clone(), key: "fill", word: how.word() });
        }
    }
    let mut published: BTreeMap<LineName, Vec<(&BudgetLine, Money)>> = BTreeMap::new();
    for (line, amount) in attributed.iter().filter_map(|of| Some((of.line.as_ref(), of.line.amount()?))) {
        let name = line.key().name();
        if lines.contains_key(&name) {
            published.entry(name).or_default().push((line, amount));
        }
    }
    for (name, uses) in lines {
        let amounts = published.remove(&name).unwrap_or_default();
        found.push(of_line(project, name, uses, &amounts));
    }
    found
}

/// Whether a driver is not known in a year of a line that the rule may decide.
fn lacks(project: &Project, rule: &Rule, driver: &str) -> bool {
    let years = project.lines.iter().map(|line| line.key().year).filter(|year| rule.years.contains(*year));
    years.into_iter().any(|year| project.drivers.known(driver, year).is_none())
}

fn of_driver(
    project: &Project,
    driver: &ArcStr,
    uses: BTreeSet<TrialUse>,
    is_money: bool,
    indices: BTreeSet<&str>,
) -> Option<Trial> {
    let rows: Vec<_> = project.drivers.rows(driver).filter(|row| row.value.is_some()).collect();
    let unit = project.drivers.rows(driver).map(|row| &row.unit).find(|unit| !unit.is_empty());
    let unit = unit.cloned().unwrap_or_default();
    let digits = rows.iter().filter_map(|row| row.value.as_ref()).map(|value| value.central.normalize().scale()).max();
    let currency = is_money.then(|| common(rows.iter().map(|row| currency_of(row, project)), project));
    let mut values = BTreeMap::new();
    let mut without_rate = None;
    for row in rows {
        let value = row.fractions()?.central;
        let from = currency_of(row, project);
        match currency {
            Some(to) if to != from => match project.exchange.rate(from, to, row.year) {
                Some(rate) => values.extend([(row.year, &value * &rate)]),
                None => without_rate = without_rate.or(Some((from, row.year))),
            },
            _ => values.extend([(row.year, value)]),
        }
    }
    let series = Series::Driver(driver.clone(), unit);
    let methods = if without_rate.is_none() { tried(project, &values, indices.into_iter(), None) } else { Vec::new() };
    let (digits, years) = (digits.unwrap_or(0), values.into_keys().collect());
    Some(Trial { series, uses, currency, digits, years, methods, without_rate })
}

fn of_line(project: &Project, name: LineName, uses: BTreeSet<TrialUse>, amounts: &[(&BudgetLine, Money)]) -> Trial {
    let to = common(amounts.iter().map(|(line, _)| line.key().currency), project);
    let unit = Fraction::power_of_ten(to.digits());
    let mut values: BTreeMap<Year, Fraction> = BTreeMap::new();
    let mut without_rate = None;
    for (line, amount) in amounts {
        let (from, year) = (line.key().currency, line.key().year);
        let Some(rate) = project.exchange.minor_rate(from, to, year) else {
            without_rate = without_rate.or(Some((from, year)));
            continue;
        };
        let minor = &Fraction::from_money(*amount) * &rate;
        let of_year = values.entry(year).or_insert_with(Fraction::zero);
        *of_year = &*of_year + &minor.checked_div(&unit).unwrap_or_else(Fraction::zero);
    }
    let indices = project.prices.indices();
    let methods = if without_rate.is_none() { tried(project, &values, indices, Some(&unit)) } else { Vec::new() };
    let years = values.into_keys().collect();
    let called = project.names.line(&name.agency, &name.line);
    Trial {
        series: Series::Amounts(name, called),
        uses,
        currency: Some(to),
        digits: to.digits(),
        years,
        methods,
        without_rate,
    }
}

/// What each method makes of the values once each is left out; of amounts in whole minor units, as a rule fills them.
fn tried<'p>(
    project: &Project,
    values: &BTreeMap<Year, Fraction>,
    indices: impl Iterator<Item = &'p str>,
    minor: Option<&Fraction>,
) -> Vec<MethodTrial> {
    let by_index = indices.map(|index| Estimation::Index(index.into()));
    let methods = [Estimation::Previous, Estimation::Interpolate].into_iter().chain(by_index);
    let of_method = |how: Estimation| {
        let tried = values.iter().filter_map(|(year, known)| {
            let exact = estimate(project, values, *year, &how)?;
            let whole = |unit: &Fraction| Fraction::whole((&exact * unit).round_half_away()).checked_div(unit);
            let estimate = minor.and_then(whole).unwrap_or(exact);
            Some(TriedYear { year: *year, known: known.clone(), estimate })
        });
        let tried = tried.collect();
        MethodTrial { how, tried }
    };
    methods.map(of_method).collect()
}

/// What a method makes of a year from the other ones; `None` where it cannot.
fn estimate(project: &Project, values: &BTreeMap<Year, Fraction>, year: Year, how: &Estimation) -> Option<Fraction> {
    let (before, earlier) = values.range(..year).next_back()?;
    match how {
        Estimation::Previous => Some(earlier.clone()),
        Estimation::Interpolate => {
            let (after, later) = values.range(year..).find(|(other, _)| **other != year)?;
            Some(earlier + &(&(later - earlier) * &way_between(*before, year, *after)))
        }
        Estimation::Index(index) => Some(earlier * &project.index_factor(index, *before, year).ok()?),
    }
}
