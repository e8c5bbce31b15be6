//! `{ pool = [ { low, central, high, weight = 1, who = "..." }, ... ], distribution }`: several people's judgements of one
//! share, pooled by weight (a linear opinion pool).

use super::interval::{read_bounds, read_distribution};
use super::weight::positive;
use super::{Share, TableForm};
use crate::diagnostics::{Code, Diagnostics};
use crate::document::Table;
use crate::domain::{Distribution, Fraction, Interval, plain_decimal};
use crate::language::{Between, Message, Value as Said};
use crate::message;

pub(crate) const FORM: TableForm = TableForm {
    keys: &["pool", "distribution"],
    example: "{ pool = [{ low = \"2%\", central = \"5%\", high = \"9%\", who = \"prosecution\" }] }",
    read: |table, diagnostics| Pool::read(table, diagnostics).map(Share::Pool),
};

const KEYS: [&str; 5] = ["low", "central", "high", "weight", "who"];

/// Several judgements of one share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pool {
    /// In the order of the file; at least one.
    pub judgements: Vec<PooledJudgement>,
    /// The shape of each between its bounds, for random draws.
    pub distribution: Distribution,
}

/// What one of them says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PooledJudgement {
    /// The three shares.
    pub bounds: Interval<Fraction>,
    /// Its weight among the others, above 0.
    pub weight: Fraction,
    /// Whose it is, or blank.
    pub who: String,
}

impl Pool {
    pub(super) fn read(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Self> {
        let value = table.need("pool", FORM.example, diagnostics)?;
        let distribution = read_distribution(table, diagnostics);
        let Some(list) = value.as_list().filter(|list| !list.is_empty()) else {
            diagnostics.push(value.fault(
                message!("rule-pool-empty"),
                Message::verbatim(FORM.example),
                message!("rule-pool-add"),
            ));
            return None;
        };
        let judgements: Vec<Option<PooledJudgement>> =
            list.iter().map(|value| PooledJudgement::read(&value.table(diagnostics)?, diagnostics)).collect();
        let judgements: Option<Vec<PooledJudgement>> = judgements.into_iter().collect();
        Some(Self { judgements: judgements?, distribution: distribution? })
    }

    /// The least low, the weighted mean of the centrals, the greatest high.
    #[must_use]
    pub fn bounds(&self) -> Option<Interval<Fraction>> {
        let of = |pick: fn(&Interval<Fraction>) -> &Fraction| self.judgements.iter().map(move |one| pick(&one.bounds));
        let weights: Fraction = self.judgements.iter().map(|one| one.weight.clone()).sum();
        let weighted: Fraction = self.judgements.iter().map(|one| &one.weight * &one.bounds.central).sum();
        Some(Interval {
            low: of(|bounds| &bounds.low).min()?.clone(),
            central: weighted.checked_div(&weights)?,
            high: of(|bounds| &bounds.high).max()?.clone(),
        })
    }

    pub(super) fn describe(&self) -> Message {
        let said = self.judgements.iter().enumerate().map(|(index, one)| {
            let bounds = one.bounds.map(|bound| Said::Share(bound.clone()));
            let who = match one.who.as_str() {
                "" => message!("share-pool-nobody", number = (index + 1).to_string()),
                who => Message::verbatim(who),
            };
            let weight = Said::figure(plain_decimal(&one.weight));
            message!(
                "share-pool-one",
                who = who,
                central = bounds.central,
                low = bounds.low,
                high = bounds.high,
                weight = weight
            )
        });
        let judgements = Said::list(said, Between::Semicolons);
        message!("share-pool", count = self.judgements.len(), judgements = judgements)
    }
}

impl PooledJudgement {
    fn read(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Self> {
        table.refuse_unknown(&KEYS, diagnostics);
        let bounds = read_bounds(table, diagnostics);
        let weight = match table.get("weight") {
            None => Some(Fraction::one()),
            Some(value) => positive(&value, diagnostics),
        };
        let who = match table.get("who") {
            None => Some(String::new()),
            Some(value) => value.text(diagnostics),
        };
        if let Some(bounds) = &bounds
            && !bounds.is_ordered()
        {
            let fault =
                table.fault(Code::BadValue, message!("rule-bounds-out-of-order"), message!("rule-put-in-order"));
            diagnostics.push(fault.expected(Message::verbatim("low <= central <= high")));
            return None;
        }
        Some(Self { bounds: bounds?, weight: weight?, who: who? })
    }
}
