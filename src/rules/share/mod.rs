//! Share forms: how much of a line is trafficking. One file a form; [`TABLE_FORMS`] is their registry.
//!
//! A form reads itself from its table and works itself out from drivers and from the sum of the lines that its rule
//! decides. An overhead is worked out by the engine, since it needs what other lines attribute.

mod amount;
mod base;
pub mod fixed;
mod interval;
mod overhead;
mod ratio;
mod units;

use std::sync::Arc;

pub use amount::Amount;
pub use base::{Base, BaseSum, brought, common};
pub use fixed::Fixed;
pub use interval::Judgement;
pub use overhead::Overhead;
pub use ratio::Ratio;
pub use units::Units;

use base::OverBase;

use crate::diagnostics::Diagnostics;
use crate::document::{Table, Value};
use crate::domain::{Currency, DriverValue, Fraction, Interval, State, Year};
use crate::language::{Between, Message, Value as Said};
use crate::message;

/// How much of a line is trafficking.
#[derive(Debug, Clone)]
pub enum Share {
    /// All of it.
    All,
    /// None of it.
    None,
    /// One decimal.
    Fixed(Fixed),
    /// Low, central and high as somebody judged them.
    Judgement(Judgement),
    /// The ratio of two drivers.
    Ratio(Ratio),
    /// A driver in money over the sum of the lines.
    Amount(Amount),
    /// Units times unit cost over the sum of the lines.
    Units(Units),
    /// As the lines that it serves.
    Overhead(Overhead),
}

/// A form that is written as a table.
pub struct TableForm {
    /// The keys of its table.
    pub keys: &'static [&'static str],
    /// How it looks in a rules file.
    pub example: &'static str,
    /// Reads it.
    pub read: fn(&Table<'_>, &mut Diagnostics) -> Option<Share>,
}

/// Every form that is written as a table.
pub const TABLE_FORMS: [&TableForm; 5] = [&interval::FORM, &ratio::FORM, &amount::FORM, &units::FORM, &overhead::FORM];

/// How the forms that are a word or a number look in a rules file.
pub const PLAIN_EXAMPLES: [&str; 4] = ["\"all\"", "\"none\"", "\"5%\"", "0.05"];

/// What a form may ask when it works itself out for one year.
pub trait Facts {
    /// The driver's row for a year in which its value is known.
    fn driver(&self, name: &str, year: Year) -> Option<&DriverValue>;
    /// The last year up to `year` in which both drivers are known.
    fn last_year_of_both(&self, first: &str, second: &str, year: Year) -> Option<Year>;
    /// The currency of the project.
    fn currency(&self) -> Currency;
    /// What one minor unit of a currency is in minor units of another, in a year; `None` where nobody says.
    fn minor_rate(&self, from: Currency, to: Currency, year: Year) -> Option<Fraction>;
}

/// A driver's value as it was used.
#[derive(Debug, Clone)]
pub struct UsedDriver {
    /// What it stood for in the form.
    pub role: &'static str,
    /// Its row.
    pub row: DriverValue,
}

/// A form worked out for one year.
#[derive(Debug, Clone)]
pub struct WorkedShare {
    /// What came of it.
    pub outcome: Outcome,
    /// How the figure is known.
    pub state: State,
    /// The drivers it used.
    pub drivers: Vec<UsedDriver>,
    /// The sum of lines it used, if it did.
    pub base: Option<BaseSum>,
    /// What the product of the drivers' values is multiplied by, where it is money over a sum of lines or in the place of
    /// an amount.
    pub unit: Option<Fraction>,
    /// The lines that it serves, by their numbers among those attributed, if it is an overhead.
    pub serves: Vec<usize>,
}

/// What came of working out a form.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// A share of each line.
    Share(Interval<Fraction>),
    /// The attributed amount itself, in minor units of the line's currency not yet rounded, for the one line without an
    /// amount.
    Imputed(Interval<Fraction>),
    /// Every line it decides has a blank amount: there is nothing to share.
    NothingToShare,
}

/// Why a form cannot be worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShareFault {
    /// A driver is not known in that year.
    MissingDriver(Arc<str>),
    /// There is no earlier year in which both drivers are known.
    NothingToCarry(Arc<str>, Arc<str>),
    /// Something below the line of a fraction is 0.
    ZeroBase(Message),
    /// Money of two currencies comes together, and there is no rate.
    MissingRate {
        /// The currency of an amount.
        from: Currency,
        /// The currency that it is brought to.
        to: Currency,
        /// The year.
        year: Year,
    },
}

impl Share {
    /// Reads a share: a word, a number or one of the tables.
    pub fn read(value: &Value<'_>, diagnostics: &mut Diagnostics) -> Option<Self> {
        if let Some(table) = value.as_table() {
            return read_table(value, &table, diagnostics);
        }
        match value.as_text().as_deref() {
            Some("all") => return Some(Self::All),
            Some("none") => return Some(Self::None),
            _ => {}
        }
        fixed::read(value, diagnostics).map(Self::Fixed)
    }

    /// The drivers that it uses.
    #[must_use]
    pub fn drivers(&self) -> Vec<&Arc<str>> {
        match self {
            Self::All | Self::None | Self::Fixed(_) | Self::Judgement(_) | Self::Overhead(_) => Vec::new(),
            Self::Ratio(ratio) => vec![&ratio.numerator, &ratio.denominator],
            Self::Amount(amount) => vec![&amount.driver],
            Self::Units(units) => vec![&units.units, &units.unit_cost],
        }
    }

    /// Whether the rule takes part in a year: a ratio that skips does not where a driver is missing.
    pub fn applies_in(&self, year: Year, facts: &dyn Facts) -> bool {
        match self {
            Self::Ratio(ratio) => ratio.applies_in(year, facts),
            _ => true,
        }
    }

    /// Works it out for a year; `None` for an overhead, which the engine solves.
    pub fn work_out(&self, year: Year, base: &Base, facts: &dyn Facts) -> Option<Result<WorkedShare, ShareFault>> {
        match self {
            Self::All => Some(Ok(WorkedShare::written(Interval::point(Fraction::one())))),
            Self::None => Some(Ok(WorkedShare {
                state: State::Excluded,
                ..WorkedShare::written(Interval::point(Fraction::zero()))
            })),
            Self::Fixed(fixed) => Some(Ok(WorkedShare::written(Interval::point(fixed.share.clone())))),
            Self::Judgement(judgement) => Some(Ok(WorkedShare::written(judgement.bounds.clone()))),
            Self::Ratio(ratio) => Some(ratio.work_out(year, facts)),
            Self::Amount(amount) => Some(amount.work_out(year, base, facts)),
            Self::Units(units) => Some(units.work_out(year, base, facts)),
            Self::Overhead(_) => None,
        }
    }

    /// Whether two shares say the same of how much of a line is trafficking. What is done in years in which a driver is
    /// missing, and how uncertainty is drawn, does not matter to a year's figure.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::All, Self::All) | (Self::None, Self::None) => true,
            (Self::Fixed(a), Self::Fixed(b)) => a.share == b.share,
            (Self::Judgement(a), Self::Judgement(b)) => a.bounds == b.bounds,
            (Self::Ratio(a), Self::Ratio(b)) => a.numerator == b.numerator && a.denominator == b.denominator,
            (Self::Amount(a), Self::Amount(b)) => a.driver == b.driver,
            (Self::Units(a), Self::Units(b)) => a.units == b.units && a.unit_cost == b.unit_cost,
            (Self::Overhead(a), Self::Overhead(b)) => a.serves == b.serves,
            (Self::All, _)
            | (Self::None, _)
            | (Self::Fixed(_), _)
            | (Self::Judgement(_), _)
            | (Self::Ratio(_), _)
            | (Self::Amount(_), _)
            | (Self::Units(_), _)
            | (Self::Overhead(_), _) => false,
        }
    }

    /// How an explanation says it.
    #[must_use]
    pub fn describe(&self) -> Message {
        match self {
            Self::All => message!("share-all"),
            Self::None => message!("share-none"),
            Self::Fixed(fixed) => message!("share-fixed", share = &fixed.written),
            Self::Judgement(judgement) => judgement.describe(),
            Self::Ratio(ratio) => {
                message!("share-ratio", numerator = &ratio.numerator, denominator = &ratio.denominator)
            }
            Self::Amount(amount) => message!("share-amount", driver = &amount.driver),
            Self::Units(units) => message!("share-units", units = &units.units, cost = &units.unit_cost),
            Self::Overhead(overhead) => message!("share-overhead", serves = overhead.serves.describe()),
        }
    }
}

impl WorkedShare {
    /// A share that is written in the rule.
    fn written(share: Interval<Fraction>) -> Self {
        Self::of_drivers(Outcome::Share(share), State::Assumed, Vec::new())
    }

    /// An outcome of drivers.
    fn of_drivers(outcome: Outcome, state: State, drivers: Vec<UsedDriver>) -> Self {
        Self { outcome, state, drivers, base: None, unit: None, serves: Vec::new() }
    }

    /// Money of drivers, set over lines.
    fn of_money(money: OverBase, state: State, drivers: Vec<UsedDriver>) -> Self {
        Self { base: money.base, unit: money.unit, ..Self::of_drivers(money.outcome, state, drivers) }
    }

    /// The share of an overhead, from the lines that it serves.
    #[must_use]
    pub fn derived(share: Interval<Fraction>, serves: Vec<usize>) -> Self {
        Self { serves, ..Self::of_drivers(Outcome::Share(share), State::Derived, Vec::new()) }
    }

    /// The share, where there is one.
    #[must_use]
    pub fn share(&self) -> Option<&Interval<Fraction>> {
        match &self.outcome {
            Outcome::Share(share) => Some(share),
            Outcome::Imputed(_) | Outcome::NothingToShare => None,
        }
    }
}

fn read_table(value: &Value<'_>, table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Share> {
    let fitting = TABLE_FORMS.iter().max_by_key(|form| form.keys.iter().filter(|key| table.has(key)).count());
    if let Some(form) = fitting
        && form.keys.iter().any(|key| table.has(key))
    {
        table.refuse_unknown(form.keys, diagnostics);
        return (form.read)(table, diagnostics);
    }
    let examples = Said::list(TABLE_FORMS.iter().map(|form| form.example), Between::Or);
    let expected = message!("verbatim", text = examples);
    diagnostics.push(value.fault(message!("rule-no-form"), expected, message!("rule-write-form")));
    None
}

/// A driver's known value in a year.
fn known(name: &Arc<str>, role: &'static str, year: Year, facts: &dyn Facts) -> Result<KnownDriver, ShareFault> {
    let row = facts.driver(name, year);
    match row.and_then(|row| Some((row, row.fractions()?))) {
        Some((row, value)) => Ok(KnownDriver { value, used: UsedDriver { role, row: row.clone() } }),
        None => Err(ShareFault::MissingDriver(Arc::clone(name))),
    }
}

struct KnownDriver {
    value: Interval<Fraction>,
    used: UsedDriver,
}
