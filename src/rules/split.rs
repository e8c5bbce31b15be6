//! How an attributed part is divided by area and by form of exploitation.

use std::sync::Arc;

use super::share::fixed::share_text;
use crate::diagnostics::{Code, Diagnostics};
use crate::document::{Table, Value};
use crate::domain::{Fraction, Origin, clean_text, per_cent_text};

/// The dimensions of a split.
pub const DIMENSIONS: [&str; 2] = ["area", "exploitation"];

/// A split, dimension by dimension; `None` where nothing is said.
#[derive(Debug, Clone, Default)]
pub struct Split {
    /// By programme area.
    pub area: Option<SplitBy>,
    /// By form of exploitation.
    pub exploitation: Option<SplitBy>,
}

/// What one dimension is divided by.
#[derive(Debug, Clone)]
pub struct SplitBy {
    /// The weights.
    pub weights: Weights,
    /// Its place in the rules file.
    pub origin: Origin,
    /// How a message names the rule or table that it is of: `rule.ID` or `default.split`.
    pub owner: String,
}

/// The weights of the parts, in the order of the file.
#[derive(Debug, Clone)]
pub enum Weights {
    /// Shares that add to exactly 1.
    Fixed(Vec<(Arc<str>, Fraction)>),
    /// A year's counts of victims of a measure, by form of exploitation.
    Victims(Arc<str>),
    /// A year's drivers.
    Drivers(Vec<(Arc<str>, Arc<str>)>),
}

impl Weights {
    /// The drivers that it uses.
    pub fn drivers(&self) -> impl Iterator<Item = &Arc<str>> {
        let parts = match self {
            Self::Drivers(parts) => parts.as_slice(),
            Self::Fixed(_) | Self::Victims(_) => &[],
        };
        parts.iter().map(|(_, driver)| driver)
    }

    /// How an explanation says it.
    #[must_use]
    pub fn describe(&self) -> String {
        let parts: Vec<String> = match self {
            Self::Fixed(parts) => {
                parts.iter().map(|(name, share)| format!("{name} {}", per_cent_text(share))).collect()
            }
            Self::Victims(measure) => return format!("counts of {measure} victims by form of exploitation"),
            Self::Drivers(parts) => parts.iter().map(|(name, driver)| format!("{name} by {driver}")).collect(),
        };
        parts.join(", ")
    }
}

impl Split {
    /// Reads `split = { area = ..., exploitation = ... }`.
    pub fn read(table: &Table<'_>, owner: &str, diagnostics: &mut Diagnostics) -> Self {
        table.refuse_unknown(&DIMENSIONS, diagnostics);
        let mut dimension = |name: &str| table.get(name).and_then(|value| SplitBy::read(&value, owner, diagnostics));
        Self { area: dimension("area"), exploitation: dimension("exploitation") }
    }

    /// The weights it has, with the place of each.
    pub fn parts(&self) -> impl Iterator<Item = &SplitBy> {
        self.area.iter().chain(self.exploitation.iter())
    }
}

impl SplitBy {
    fn read(value: &Value<'_>, owner: &str, diagnostics: &mut Diagnostics) -> Option<Self> {
        let table = value.table(diagnostics)?;
        let weights = match table.get("by") {
            Some(by) => {
                table.refuse_unknown(&["by"], diagnostics);
                read_by(&by, diagnostics)?
            }
            None => read_fixed(&table, diagnostics)?,
        };
        Some(Self { weights, origin: value.origin(), owner: owner.to_owned() })
    }
}

fn read_by(by: &Value<'_>, diagnostics: &mut Diagnostics) -> Option<Weights> {
    let expected = "by = \"victims:MEASURE\" or by = { assistance = \"driver_a\", prosecution = \"driver_b\" }";
    if let Some(text) = by.as_text() {
        let measure = text.strip_prefix("victims:").map(str::trim).filter(|measure| !measure.is_empty());
        if measure.is_none() {
            diagnostics.push(by.fault("the split's key cannot be read", expected, "name a measure after victims:"));
        }
        return measure.map(|measure| Weights::Victims(measure.into()));
    }
    let Some(table) = by.as_table() else {
        diagnostics.push(by.fault("the split's key cannot be read", expected, "write one of these two"));
        return None;
    };
    let mut parts: Vec<(Arc<str>, Arc<str>)> = Vec::new();
    for (name, driver) in table.entries() {
        let name = part_name(name, &driver, parts.iter().map(|(name, _)| name), diagnostics)?;
        parts.push((name, driver.text(diagnostics)?.into()));
    }
    if parts.is_empty() {
        diagnostics.push(by.fault("the split has no parts", expected, "name at least one part and its driver"));
        return None;
    }
    Some(Weights::Drivers(parts))
}

/// The name of a part, which is not blank and not one that another part has.
fn part_name<'n>(
    written: &str,
    value: &Value<'_>,
    mut earlier: impl Iterator<Item = &'n Arc<str>>,
    diagnostics: &mut Diagnostics,
) -> Option<Arc<str>> {
    let name = clean_text(written);
    let message = if name.is_empty() {
        "a part of a split has a blank name"
    } else if earlier.any(|earlier| **earlier == *name) {
        "two parts of a split have one name"
    } else {
        return Some(name.into());
    };
    diagnostics.push(value.fault_of(Code::BadSplit, message, "give each part a name of its own"));
    None
}

fn read_fixed(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Weights> {
    let mut parts: Vec<(Arc<str>, Fraction)> = Vec::new();
    let mut rest = None;
    let mut sum = Fraction::zero();
    let mut good = true;
    for (name, value) in table.entries() {
        let Some(name) = part_name(name, &value, parts.iter().map(|(name, _)| name), diagnostics) else {
            good = false;
            continue;
        };
        if value.as_text().as_deref() == Some("rest") {
            if rest.replace(parts.len()).is_some() {
                good = false;
                diagnostics.push(value.fault("a split has one \"rest\"", "one \"rest\"", "give this part a share"));
            }
            parts.push((name, Fraction::zero()));
            continue;
        }
        match share_text(&value).filter(Fraction::is_share) {
            Some(share) => {
                sum = &sum + &share;
                parts.push((name, share));
            }
            None => {
                good = false;
                let expected = "a share such as \"70%\" or 0.7, or \"rest\"";
                diagnostics.push(value.fault("a part's share cannot be read", expected, "write a share from 0 to 1"));
            }
        }
    }
    let left = &Fraction::one() - &sum;
    let fits = if rest.is_some() { left.is_share() } else { left.is_zero() };
    if good && !fits {
        good = false;
        let sum = sum.to_decimal(6);
        let (message, help, expected) = match rest {
            None => (
                format!("the parts add to {sum} and not to 1"),
                "correct the shares, or give one part \"rest\"",
                "parts that add to exactly 1",
            ),
            Some(_) => (
                format!("the parts beside \"rest\" add to {sum}, above 1"),
                "correct the shares",
                "parts that add to at most 1 beside \"rest\"",
            ),
        };
        diagnostics.push(table.fault(Code::BadSplit, message, help).expected(expected));
    }
    if let Some((_, share)) = rest.and_then(|rest| parts.get_mut(rest)) {
        *share = left;
    }
    good.then_some(Weights::Fixed(parts))
}
