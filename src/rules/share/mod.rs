//! Share forms: how much of a line is trafficking. One file a form; [`TABLE_FORMS`] is their registry.
//!
//! A form reads itself from its table and works itself out from drivers and from the sum of the lines that its rule
//! decides. An overhead is worked out by the engine, since it needs what other lines attribute. What a form may ask is
//! [`Facts`]; what a year without a driver does stands in [`missing`], how its drivers are come by in [`found`].

mod amount;
mod base;
mod facts;
pub mod fixed;
pub mod found;
mod interval;
pub mod missing;
mod overhead;
mod pool;
mod product;
mod ratio;
mod services;
mod units;
mod weight;
mod worked;

use arcstr::ArcStr;

pub use amount::Amount;
pub use base::{Base, BaseSum, brought, common};
pub use facts::Facts;
pub use fixed::Fixed;
pub use found::{Converted, Found, Role, UsedDriver, UsedRow, currency_of, way_between};
pub use interval::Judgement;
pub use missing::{Estimation, Missing};
pub use overhead::Overhead;
pub use pool::{Pool, PooledJudgement};
pub use product::{Factor, Product};
pub use ratio::{Ratio, weighted};
pub use services::{ServicePattern, Services, UsedService};
pub use units::Units;
pub use weight::CaseWeight;
pub use worked::{Outcome, ShareFault, WorkedShare};

use crate::diagnostics::Diagnostics;
use crate::document::{Table, Value};
use crate::domain::{Fraction, Interval, State, Year};
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
    /// Several judgements.
    Pool(Pool),
    /// The ratio of two drivers.
    Ratio(Ratio),
    /// Shares of shares.
    Product(Product),
    /// A driver in money over the sum of the lines.
    Amount(Amount),
    /// Units times unit cost over the sum of the lines.
    Units(Units),
    /// The cost of services over the sum of the lines.
    Services(Services),
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
pub const TABLE_FORMS: [&TableForm; 8] = [
    &interval::FORM,
    &pool::FORM,
    &ratio::FORM,
    &product::FORM,
    &amount::FORM,
    &units::FORM,
    &services::FORM,
    &overhead::FORM,
];

/// How the forms that are a word or a number look in a rules file.
pub const PLAIN_EXAMPLES: [&str; 4] = ["\"all\"", "\"none\"", "\"5%\"", "0.05"];

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
    pub fn drivers(&self) -> Vec<&ArcStr> {
        match self {
            Self::All
            | Self::None
            | Self::Fixed(_)
            | Self::Judgement(_)
            | Self::Pool(_)
            | Self::Services(_)
            | Self::Overhead(_) => Vec::new(),
            Self::Ratio(ratio) => ratio.drivers(),
            Self::Product(product) => product.drivers(),
            Self::Amount(amount) => vec![&amount.driver],
            Self::Units(units) => vec![&units.units, &units.unit_cost],
        }
    }

    /// Its ratios: itself, or those among the factors of a product.
    #[must_use]
    pub fn ratios(&self) -> Vec<&Ratio> {
        match self {
            Self::Ratio(ratio) => vec![ratio],
            Self::Product(product) => product.ratios().collect(),
            Self::All
            | Self::None
            | Self::Fixed(_)
            | Self::Judgement(_)
            | Self::Pool(_)
            | Self::Amount(_)
            | Self::Units(_)
            | Self::Services(_)
            | Self::Overhead(_) => Vec::new(),
        }
    }

    /// What it does in a year without a driver, once for each ratio of a product.
    #[must_use]
    pub fn missing(&self) -> Vec<&Missing> {
        match self {
            Self::All
            | Self::None
            | Self::Fixed(_)
            | Self::Judgement(_)
            | Self::Pool(_)
            | Self::Services(_)
            | Self::Overhead(_) => Vec::new(),
            Self::Ratio(ratio) => vec![&ratio.missing],
            Self::Product(product) => product.ratios().map(|ratio| &ratio.missing).collect(),
            Self::Amount(amount) => vec![&amount.missing],
            Self::Units(units) => vec![&units.missing],
        }
    }

    /// Its drivers, each with what it does in a year without it.
    #[must_use]
    pub fn drivers_and_missing(&self) -> Vec<(&ArcStr, &Missing)> {
        match self {
            Self::Amount(amount) => vec![(&amount.driver, &amount.missing)],
            Self::Units(units) => vec![(&units.units, &units.missing), (&units.unit_cost, &units.missing)],
            Self::Ratio(_)
            | Self::Product(_)
            | Self::All
            | Self::None
            | Self::Fixed(_)
            | Self::Judgement(_)
            | Self::Pool(_)
            | Self::Services(_)
            | Self::Overhead(_) => {
                let each = self.ratios().into_iter();
                each.flat_map(|ratio| ratio.drivers().into_iter().map(|driver| (driver, &ratio.missing))).collect()
            }
        }
    }

    /// Whether the rule takes part in a year: a form that skips does not where a driver is missing.
    pub fn applies_in(&self, year: Year, facts: &dyn Facts) -> bool {
        match self {
            Self::All
            | Self::None
            | Self::Fixed(_)
            | Self::Judgement(_)
            | Self::Pool(_)
            | Self::Services(_)
            | Self::Overhead(_) => true,
            Self::Ratio(ratio) => ratio.applies_in(year, facts),
            Self::Product(product) => product.applies_in(year, facts),
            Self::Amount(amount) => amount.applies_in(year, facts),
            Self::Units(units) => units.applies_in(year, facts),
        }
    }

    /// Whether it is the amount itself, and not a share of one, for the one line whose amount nobody published.
    #[must_use]
    pub const fn can_impute(&self) -> bool {
        matches!(self, Self::Units(_) | Self::Services(_))
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
            Self::Pool(pool) => Some(work_out_pool(pool)),
            Self::Ratio(ratio) => Some(ratio.work_out(year, facts)),
            Self::Product(product) => Some(product.work_out(year, facts)),
            Self::Amount(amount) => Some(amount.work_out(year, base, facts)),
            Self::Units(units) => Some(units.work_out(year, base, facts)),
            Self::Services(services) => Some(services.work_out(year, base, facts)),
            Self::Overhead(_) => None,
        }
    }

    /// Whether it says the same as another of how much of a line is trafficking. What it does in a year without a driver
    /// is part of that.
    #[must_use]
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        match self {
            Self::All => matches!(other, Self::All),
            Self::None => matches!(other, Self::None),
            Self::Fixed(fixed) => matches!(other, Self::Fixed(other) if fixed.share == other.share),
            Self::Judgement(judgement) => matches!(other, Self::Judgement(other) if judgement.bounds == other.bounds),
            Self::Pool(pool) => matches!(other, Self::Pool(other) if pool.judgements == other.judgements),
            Self::Ratio(ratio) => matches!(other, Self::Ratio(other) if ratio == other),
            Self::Product(product) => matches!(other, Self::Product(other) if product == other),
            Self::Amount(amount) => matches!(other, Self::Amount(other) if amount == other),
            Self::Units(units) => matches!(other, Self::Units(other) if units == other),
            Self::Services(services) => matches!(other, Self::Services(other) if services == other),
            Self::Overhead(overhead) => matches!(other, Self::Overhead(other) if overhead.serves == other.serves),
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
            Self::Pool(pool) => pool.describe(),
            Self::Ratio(ratio) => ratio.describe(),
            Self::Product(product) => product.describe(),
            Self::Amount(amount) => message!("share-amount", driver = &amount.driver),
            Self::Units(units) => message!("share-units", units = &units.units, cost = &units.unit_cost),
            Self::Services(services) => services.describe(),
            Self::Overhead(overhead) => message!("share-overhead", serves = overhead.serves.describe()),
        }
    }
}

/// A pool has at least one judgement and weights above 0, so that its bounds are always there.
fn work_out_pool(pool: &Pool) -> Result<WorkedShare, ShareFault> {
    let bounds = pool.bounds().ok_or_else(|| ShareFault::ZeroBase(message!("rule-pool-empty")))?;
    Ok(WorkedShare::written(bounds))
}

fn read_table(value: &Value<'_>, table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Share> {
    let fitting = TABLE_FORMS.iter().rev().max_by_key(|form| form.keys.iter().filter(|key| table.has(key)).count());
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
