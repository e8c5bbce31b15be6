//! How an attributed part is divided by area and by form of exploitation.

use arcstr::ArcStr;

use super::share::fixed::share_text;
use crate::diagnostics::{Code, Diagnostics};
use crate::document::{Table, Value};
use crate::domain::{Fraction, Origin, clean_text};
use crate::language::{Message, Value as Said};
use crate::message;

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
    Fixed(Vec<(ArcStr, Fraction)>),
    /// A year's counts of victims of a measure, by form of exploitation.
    Victims(ArcStr),
    /// A year's drivers.
    Drivers(Vec<(ArcStr, ArcStr)>),
}

impl Weights {
    /// The drivers that it uses.
    pub fn drivers(&self) -> impl Iterator<Item = &ArcStr> {
        let parts = match self {
            Self::Drivers(parts) => parts.as_slice(),
            Self::Fixed(_) | Self::Victims(_) => &[],
        };
        parts.iter().map(|(_, driver)| driver)
    }

    /// How an explanation says it.
    #[must_use]
    ///
    /// `dimension` is what it divides by: `area` or `exploitation`.
    pub fn describe(&self, dimension: &'static str) -> Message {
        let word = |name: &ArcStr| Said::Word(dimension, name.to_string());
        let parts: Vec<Message> = match self {
            Self::Fixed(parts) => {
                let parts = parts.iter();
                parts
                    .map(|(name, share)| message!("split-share", part = word(name), share = Said::Share(share.clone())))
                    .collect()
            }
            Self::Victims(measure) => {
                return message!("split-counts", measure = Said::Word("measure", measure.to_string()));
            }
            Self::Drivers(parts) => {
                let parts = parts.iter();
                parts.map(|(name, driver)| message!("split-driver", part = word(name), driver = driver)).collect()
            }
        };
        message!("verbatim", text = parts)
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
    let expected = || message!("split-key");
    if let Some(text) = by.as_text() {
        let measure = text.strip_prefix("victims:").map(str::trim).filter(|measure| !measure.is_empty());
        if measure.is_none() {
            diagnostics.push(by.fault(message!("split-key-unreadable"), expected(), message!("split-name-measure")));
        }
        return measure.map(|measure| Weights::Victims(measure.into()));
    }
    let Some(table) = by.as_table() else {
        diagnostics.push(by.fault(message!("split-key-unreadable"), expected(), message!("split-write-one")));
        return None;
    };
    let mut parts: Vec<(ArcStr, ArcStr)> = Vec::new();
    for (name, driver) in table.entries() {
        let name = part_name(name, &driver, parts.iter().map(|(name, _)| name), diagnostics)?;
        parts.push((name, driver.text(diagnostics)?.into()));
    }
    if parts.is_empty() {
        diagnostics.push(by.fault(message!("split-no-parts"), expected(), message!("split-name-part")));
        return None;
    }
    Some(Weights::Drivers(parts))
}

/// The name of a part, which is not blank and not one that another part has.
fn part_name<'n>(
    written: &str,
    value: &Value<'_>,
    mut earlier: impl Iterator<Item = &'n ArcStr>,
    diagnostics: &mut Diagnostics,
) -> Option<ArcStr> {
    let name = clean_text(written);
    let message = if name.is_empty() {
        message!("split-blank-name")
    } else if earlier.any(|earlier| **earlier == *name) {
        message!("split-one-name")
    } else {
        return Some(name.into());
    };
    diagnostics.push(value.fault_of(Code::BadSplit, message, message!("split-own-name")));
    None
}

fn read_fixed(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Weights> {
    let mut parts: Vec<(ArcStr, Fraction)> = Vec::new();
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
                diagnostics.push(value.fault(
                    message!("split-two-rests"),
                    message!("split-one-rest"),
                    message!("split-give-share"),
                ));
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
                diagnostics.push(value.fault(
                    message!("split-share-unreadable"),
                    message!("split-share-or-rest"),
                    message!("split-write-share"),
                ));
            }
        }
    }
    let left = &Fraction::one() - &sum;
    let fits = if rest.is_some() { left.is_share() } else { left.is_zero() };
    if good && !fits {
        good = false;
        let sum = sum.to_decimal(6);
        let (message, help, expected) = match rest {
            None => {
                (message!("split-not-one", sum = sum), message!("split-correct-or-rest"), message!("split-exactly-one"))
            }
            Some(_) => {
                (message!("split-above-one", sum = sum), message!("split-correct"), message!("split-at-most-one"))
            }
        };
        diagnostics.push(table.fault(Code::BadSplit, message, help).expected(expected));
    }
    if let Some((_, share)) = rest.and_then(|rest| parts.get_mut(rest)) {
        *share = left;
    }
    good.then_some(Weights::Fixed(parts))
}
