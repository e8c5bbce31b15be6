//! The change of a cost per victim: how much of it is money, by cause, and how much is the number of victims.

use arcstr::ArcStr;

use super::cause::{Cause, Causes};
use super::rounding::RoundedChange;
use crate::domain::{Count, Fraction};
use crate::measures::PerVictim;

/// The change of a cost per victim of one measure.
#[derive(Debug, Clone)]
pub struct QuotientChange {
    /// `detected`, `identified`, `assisted`, ...
    pub measure: ArcStr,
    /// Count, cost per victim and source on the earlier side.
    pub before: PerVictim,
    /// The same on the later side.
    pub after: PerVictim,
    /// What each cause contributes, [`Cause::Victims`] among them, in minor units, exact; `None` where one side has no
    /// figure.
    pub causes: Option<Causes>,
    rounded: Option<RoundedChange>,
}

impl QuotientChange {
    /// From the figures of both sides and the causes of the change of the cost. `costs` are the central costs, `None`
    /// where one of them is not known.
    #[must_use]
    pub fn new(before: PerVictim, after: PerVictim, costs: Option<(&Fraction, &Fraction)>, causes: &Causes) -> Self {
        let split = costs.and_then(|(cost_before, cost_after)| {
            let reciprocal = |count: Option<Count>| Fraction::one().checked_div(&count?.central());
            let (of_before, of_after) = (reciprocal(before.victims)?, reciprocal(after.victims)?);
            let half = Fraction::ratio(1, 2)?;
            let mut split = causes.times(&(&(&of_before + &of_after) * &half));
            let cost = &(cost_before + cost_after) * &half;
            split.add(Cause::Victims, &(&cost * &(&of_after - &of_before)));
            Some(split)
        });
        let rounded = match (&before.total.central, &after.total.central, &split) {
            (Some(before), Some(after), Some(causes)) => Some(RoundedChange::new(before, after, causes)),
            _ => None,
        };
        Self { measure: after.measure.clone(), before, after, causes: split, rounded }
    }

    /// Both costs per victim, the change and what each cause contributes, in whole minor units that add up; `None` where
    /// one side has no figure.
    #[must_use]
    pub fn rounded(&self) -> Option<&RoundedChange> {
        self.rounded.as_ref()
    }
}
