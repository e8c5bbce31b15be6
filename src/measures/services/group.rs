//! What several services take together, beside the accounts.

use arcstr::ArcStr;
use num_bigint::BigInt;

use super::GroupKey;
use super::accounts::Accounted;
use super::need::ServiceFigures;
use crate::domain::{Count, Fraction, Interval, Protected, Year};
use crate::language::Message;
use crate::measures::figures::together;
use crate::measures::per_victim::{protected_count, quotient, without_figure};
use crate::measures::{Known, Query};
use crate::message;
use crate::project::Project;

/// What several services of a year take.
#[derive(Debug)]
pub struct GroupFigures {
    /// Their step; blank where they name none, `None` where they are of several.
    pub step: Option<ArcStr>,
    /// Their area; `unspecified` where they name none, `None` where they may be of several.
    pub area: Option<ArcStr>,
    /// How many they are.
    pub services: u64,
    /// How many of them have a cost that nobody knows: they are not in the sum.
    pub unknown: u64,
    /// The sum of the known ones in minor units of the basis, exact; `None` where none is known.
    pub needed: Known,
    /// The same over the victims of each measure.
    pub per_victim: Vec<NeedPerVictim>,
    /// What the accounts attribute to the same step and area; `None` where they are not held against them.
    pub accounted: Option<Accounted>,
}

/// What services take per victim of one measure.
#[derive(Debug)]
pub struct NeedPerVictim {
    /// `detected`, `identified`, `assisted`, ...
    pub measure: ArcStr,
    /// The count; `None` where it is not known or not shown.
    pub victims: Option<Count>,
    /// Why a known count is not shown.
    pub protected: Option<Protected>,
    /// In minor units of the basis, exact.
    pub cost: Interval<Option<Fraction>>,
    /// Why a figure is missing.
    pub reason: Option<Message>,
    /// Whether the series of counts breaks at this year.
    pub breaks: bool,
    /// The source of the count, if it has one.
    pub source: Option<ArcStr>,
}

impl GroupFigures {
    pub(super) fn new(
        project: &Project,
        query: &Query,
        year: Year,
        (step, area): &GroupKey,
        services: &[&ServiceFigures<'_>],
        accounted: Option<Accounted>,
    ) -> Self {
        let known = services.iter().filter_map(|figures| figures.shown().cloned());
        let needed = known.fold(None, |sum, one| together(&sum, &Some(one)));
        let unknown = services.iter().filter(|figures| figures.need.is_err()).count();
        let reason = || needed.is_none().then(|| message!("services-reason-none"));
        let per_victim =
            query.measures.iter().map(|measure| per_victim(project, measure, year, &needed, reason())).collect();
        Self {
            step: step.clone(),
            area: area.clone(),
            services: services.len() as u64,
            unknown: unknown as u64,
            needed,
            per_victim,
            accounted,
        }
    }

    /// What the accounts attribute, in minor units of the basis, exact.
    #[must_use]
    pub fn accounted(&self) -> Known {
        self.accounted.as_ref().and_then(|accounted| accounted.figures.total())
    }

    /// What is needed and not accounted for, the difference of the figures shown: the least and the most that it can be where
    /// either has a range. `None` where one of them is not known.
    #[must_use]
    pub fn difference(&self) -> Option<Interval<BigInt>> {
        let round = |known: &Interval<Fraction>| known.map(Fraction::round_half_away);
        let (needed, accounted) = (round(self.needed.as_ref()?), round(&self.accounted()?));
        Some(Interval {
            low: needed.low - accounted.high,
            central: needed.central - accounted.central,
            high: needed.high - accounted.low,
        })
    }
}

/// A cost over the victims of a measure in a year; `unknown` is why there is no cost.
pub(super) fn per_victim(
    project: &Project,
    measure: &ArcStr,
    year: Year,
    cost: &Known,
    unknown: Option<Message>,
) -> NeedPerVictim {
    let row = project.victims.row(measure, year, crate::domain::ALL_FORMS);
    let victims = row.and_then(|row| row.count);
    let figures = quotient(cost, victims);
    let missing = figures.named().into_iter().any(|(_, figure)| figure.is_none());
    let protected = row.and_then(|row| row.protected);
    let reason = missing.then(|| match unknown {
        Some(unknown) => unknown,
        None if protected.is_some() => protected_count(measure, crate::domain::ALL_FORMS),
        None => without_figure(measure, crate::domain::ALL_FORMS, victims),
    });
    NeedPerVictim {
        measure: measure.clone(),
        victims,
        protected,
        cost: figures,
        reason,
        breaks: row.is_some_and(|row| row.breaks),
        source: row.map(|row| row.source.clone()).filter(|source| !source.is_empty()),
    }
}
