//! `{ low = , central = , high = , distribution = "pert" }`: a judgement with its range.

use super::fixed::in_range;
use super::{Share, TableForm};
use crate::diagnostics::{Code, Diagnostics};
use crate::document::Table;
use crate::domain::{Distribution, Fraction, Interval};
use crate::language::{Message, Value};
use crate::message;

pub(crate) const FORM: TableForm = TableForm {
    keys: &["low", "central", "high", "distribution"],
    example: "{ low = \"2%\", central = \"5%\", high = \"9%\" }",
    read,
};

/// Low, central and high as somebody judged them.
#[derive(Debug, Clone)]
pub struct Judgement {
    /// The three shares.
    pub bounds: Interval<Fraction>,
    /// The shape between them, for random draws.
    pub distribution: Distribution,
}

impl Judgement {
    pub(crate) fn describe(&self) -> Message {
        let bounds = self.bounds.map(|bound| Value::Share(bound.clone()));
        message!("share-judgement", central = bounds.central, low = bounds.low, high = bounds.high)
    }
}

fn read(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Share> {
    let mut bound = |key: &str| {
        let value = table.need(key, FORM.example, diagnostics)?;
        in_range(&value, diagnostics)
    };
    let (low, central, high) = (bound("low"), bound("central"), bound("high"));
    let distribution = match table.get("distribution") {
        None => Some(Distribution::Pert),
        Some(value) => {
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
    };
    let bounds = Interval { low: low?, central: central?, high: high? };
    if !bounds.is_ordered() {
        diagnostics.push(
            table
                .fault(Code::BadValue, message!("rule-bounds-out-of-order"), message!("rule-put-in-order"))
                .expected(Message::verbatim("low <= central <= high")),
        );
        return None;
    }
    Some(Share::Judgement(Judgement { bounds, distribution: distribution? }))
}
