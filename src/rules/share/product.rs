//! `{ product = [ SHARE, SHARE, ... ] }`: a chain of keys, such as the police, of it organised crime, of it trafficking.

use arcstr::ArcStr;

use super::fixed::{self, Fixed};
use super::interval::Judgement;
use super::pool::Pool;
use super::ratio::Ratio;
use super::{Facts, Outcome, Share, ShareFault, TableForm, WorkedShare, read_table};
use crate::diagnostics::Diagnostics;
use crate::document::{Table, Value};
use crate::domain::{Fraction, Interval, Year};
use crate::language::{Between, Message, Value as Said};
use crate::message;

pub(crate) const FORM: TableForm = TableForm {
    keys: &["product"],
    example: "{ product = [\"40%\", { numerator = \"thb_cases\", denominator = \"organised_crime_cases\" }] }",
    read: |table, diagnostics| Product::read(table, diagnostics).map(Share::Product),
};

/// Shares of shares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// Two or more, in the order of the file.
    pub factors: Vec<Factor>,
}

/// One share of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Factor {
    /// One decimal.
    Fixed(Fixed),
    /// Low, central and high as somebody judged them.
    Judgement(Judgement),
    /// Several judgements.
    Pool(Pool),
    /// The ratio of two drivers.
    Ratio(Ratio),
}

impl Factor {
    fn read(value: &Value<'_>, diagnostics: &mut Diagnostics) -> Option<Self> {
        let share = match value.as_table() {
            Some(table) => read_table(value, &table, diagnostics)?,
            None if matches!(value.as_text().as_deref(), Some("all" | "none")) => {
                refuse(value, diagnostics);
                return None;
            }
            None => Share::Fixed(fixed::read(value, diagnostics)?),
        };
        match share {
            Share::Fixed(fixed) => Some(Self::Fixed(fixed)),
            Share::Judgement(judgement) => Some(Self::Judgement(judgement)),
            Share::Pool(pool) => Some(Self::Pool(pool)),
            Share::Ratio(ratio) => Some(Self::Ratio(ratio)),
            Share::All
            | Share::None
            | Share::Product(_)
            | Share::Amount(_)
            | Share::Units(_)
            | Share::Services(_)
            | Share::Overhead(_) => {
                refuse(value, diagnostics);
                None
            }
        }
    }

    fn work_out(&self, year: Year, facts: &dyn Facts) -> Result<WorkedShare, ShareFault> {
        match self {
            Self::Fixed(fixed) => Ok(WorkedShare::written(Interval::point(fixed.share.clone()))),
            Self::Judgement(judgement) => Ok(WorkedShare::written(judgement.bounds.clone())),
            Self::Pool(pool) => super::work_out_pool(pool),
            Self::Ratio(ratio) => ratio.work_out(year, facts),
        }
    }

    fn describe(&self) -> Message {
        match self {
            Self::Fixed(fixed) => Message::verbatim(&fixed.written),
            Self::Judgement(judgement) => judgement.describe(),
            Self::Pool(pool) => pool.describe(),
            Self::Ratio(ratio) => ratio.describe(),
        }
    }
}

impl Product {
    pub(super) fn read(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Self> {
        let value = table.need("product", FORM.example, diagnostics)?;
        let Some(list) = value.as_list().filter(|list| list.len() > 1) else {
            diagnostics.push(value.fault(
                message!("rule-product-too-short"),
                message!("rule-product-of-two"),
                message!("rule-product-add"),
            ));
            return None;
        };
        let factors: Vec<Option<Factor>> = list.iter().map(|value| Factor::read(value, diagnostics)).collect();
        let factors: Option<Vec<Factor>> = factors.into_iter().collect();
        Some(Self { factors: factors? })
    }

    /// The ratios among its factors.
    pub(super) fn ratios(&self) -> impl Iterator<Item = &Ratio> {
        self.factors.iter().filter_map(|factor| match factor {
            Factor::Ratio(ratio) => Some(ratio),
            Factor::Fixed(_) | Factor::Judgement(_) | Factor::Pool(_) => None,
        })
    }

    pub(super) fn drivers(&self) -> Vec<&ArcStr> {
        self.ratios().flat_map(Ratio::drivers).collect()
    }

    pub(super) fn applies_in(&self, year: Year, facts: &dyn Facts) -> bool {
        self.ratios().all(|ratio| ratio.applies_in(year, facts))
    }

    pub(super) fn work_out(&self, year: Year, facts: &dyn Facts) -> Result<WorkedShare, ShareFault> {
        let mut product = Interval::point(Fraction::one());
        let mut worked = WorkedShare::written(product.clone());
        let mut state = None;
        for (position, factor) in self.factors.iter().enumerate() {
            let factor = factor.work_out(year, facts)?;
            let Some(share) = factor.share() else { continue };
            if let Some((_, outside)) = share.named().into_iter().find(|(_, bound)| !bound.is_share()) {
                let fault = ShareFault::FactorOutOfRange { position: position + 1, share: outside.clone() };
                return Err(fault);
            }
            product = Interval {
                low: &product.low * &share.low,
                central: &product.central * &share.central,
                high: &product.high * &share.high,
            };
            state = Some(state.map_or(factor.state, |state: crate::domain::State| state.weaker(factor.state)));
            worked.drivers.extend(factor.drivers.iter().cloned());
            worked.factors.push(factor);
        }
        worked.outcome = Outcome::Share(product);
        worked.state = state.unwrap_or(worked.state);
        Ok(worked)
    }

    pub(super) fn describe(&self) -> Message {
        let factors = Said::list(self.factors.iter().map(Factor::describe), Between::Semicolons);
        message!("share-product", factors = factors)
    }
}

fn refuse(value: &Value<'_>, diagnostics: &mut Diagnostics) {
    diagnostics.push(value.fault(
        message!("rule-no-factor"),
        message!("rule-product-of-two"),
        message!("rule-write-factor"),
    ));
}
