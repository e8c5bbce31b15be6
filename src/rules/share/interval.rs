//! `{ low = , central = , high = , distribution = "pert" }`: a judgement with its range.

use super::fixed::in_range;
use super::{Share, TableForm};
use crate::diagnostics::{Code, Diagnostics};
use crate::document::Table;
use crate::domain::{Distribution, Fraction, Interval, did_you_mean, per_cent_text};

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
    pub(crate) fn describe(&self) -> String {
        let bounds = self.bounds.map(per_cent_text);
        format!("{} of it, between {} and {}, as judged in the rule", bounds.central, bounds.low, bounds.high)
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
                let help = did_you_mean(&word, Distribution::WORDS.iter().copied())
                    .unwrap_or_else(|| "write one of these".to_owned());
                diagnostics.push(value.fault("the distribution is not known", &Distribution::WORDS.join(", "), help));
            }
            distribution
        }
    };
    let bounds = Interval { low: low?, central: central?, high: high? };
    if !bounds.is_ordered() {
        diagnostics.push(
            table
                .fault(Code::BadValue, "low, central and high are not in order", "put them in order")
                .expected("low <= central <= high"),
        );
        return None;
    }
    Some(Share::Judgement(Judgement { bounds, distribution: distribution? }))
}
