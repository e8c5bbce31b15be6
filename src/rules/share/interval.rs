//! `{ low = , central = , high = , distribution = "pert", group = "..." }`: a judgement with its range.

use arcstr::ArcStr;

use super::fixed::in_range;
use super::{Share, TableForm};
use crate::diagnostics::{Code, Diagnostics};
use crate::document::Table;
use crate::domain::{Distribution, Fraction, Interval};
use crate::language::{Message, Value};
use crate::message;

pub(crate) const FORM: TableForm = TableForm {
    keys: &["low", "central", "high", "distribution", "group"],
    example: "{ low = \"2%\", central = \"5%\", high = \"9%\" }",
    read: |table, diagnostics| Judgement::read(table, diagnostics).map(Share::Judgement),
};

/// Low, central and high as somebody judged them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The three shares.
    pub bounds: Interval<Fraction>,
    /// The shape between them, for random draws.
    pub distribution: Distribution,
    /// What it moves together with in draws, or blank.
    pub group: ArcStr,
}

impl Judgement {
    pub(super) fn read(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Self> {
        let bounds = read_bounds(table, diagnostics);
        let distribution = read_distribution(table, diagnostics);
        let group = match table.get("group") {
            None => Some(String::new()),
            Some(value) => value.text(diagnostics),
        };
        let bounds = bounds?;
        if !bounds.is_ordered() {
            diagnostics.push(
                table
                    .fault(Code::BadValue, message!("rule-bounds-out-of-order"), message!("rule-put-in-order"))
                    .expected(Message::verbatim("low <= central <= high")),
            );
            return None;
        }
        Some(Self { bounds, distribution: distribution?, group: group?.into() })
    }

    pub(super) fn describe(&self) -> Message {
        let bounds = self.bounds.map(|bound| Value::Share(bound.clone()));
        message!("share-judgement", central = bounds.central, low = bounds.low, high = bounds.high)
    }
}

/// The three shares of a table, in whatever order they are.
pub(super) fn read_bounds(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Interval<Fraction>> {
    let mut bound = |key: &str| {
        let value = table.need(key, FORM.example, diagnostics)?;
        in_range(&value, diagnostics)
    };
    let (low, central, high) = (bound("low"), bound("central"), bound("high"));
    Some(Interval { low: low?, central: central?, high: high? })
}

/// The key `distribution`, which says `pert` where it is left out.
pub(super) fn read_distribution(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Distribution> {
    let Some(value) = table.get("distribution") else { return Some(Distribution::Pert) };
    let word = value.text(diagnostics)?;
    let distribution = Distribution::parse(&word);
    if distribution.is_none() {
        let help = Message::did_you_mean(&word, Distribution::WORDS.iter().copied())
            .unwrap_or_else(|| message!("rule-write-one"));
        let expected = Message::verbatim(Distribution::WORDS.join(", "));
        diagnostics.push(value.fault(message!("rule-distribution-unknown"), expected, help));
    }
    distribution
}
