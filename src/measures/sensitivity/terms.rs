//! The share of a rule as a term over uncertain values, form by form.

use arcstr::ArcStr;

use super::algebra::Polynomial;
use super::input::{Kind, ServiceFactor, Shape};
use super::inputs::{Alternative, Group, Inputs};
use crate::domain::{Distribution, Fraction, Interval, Users};
use crate::project::Project;
use crate::rules::Share;
use crate::rules::share::{
    CaseWeight, Factor, Found, Judgement, Outcome, Pool, Ratio, UsedDriver, UsedRow, UsedService, WorkedShare,
    way_between,
};

/// Makes terms of the shares of a rule.
pub(super) struct Terms<'t> {
    pub project: &'t Project,
    pub rule: &'t ArcStr,
    /// The set of rules, where it is an alternative.
    pub alternative: Option<&'t Alternative>,
    pub inputs: &'t mut Inputs,
}

impl Terms<'_> {
    /// The share, or the imputed amount itself in minor units; `None` where there is nothing to share.
    pub(super) fn share(&mut self, share: &Share, worked: &WorkedShare) -> Option<Polynomial> {
        let over_lines = |money: Polynomial| match worked.outcome {
            Outcome::Share(_) | Outcome::Imputed(_) => Some(money.scaled(worked.unit.as_ref()?)),
            Outcome::NothingToShare => None,
        };
        match share {
            Share::All => Some(Polynomial::one()),
            Share::None => Some(Polynomial::default()),
            Share::Fixed(fixed) => Some(Polynomial::known(fixed.share.clone())),
            Share::Judgement(judgement) => Some(self.judgement(judgement, None)),
            Share::Pool(pool) => self.pool(pool, None),
            Share::Ratio(ratio) => self.ratio(ratio, worked, None),
            Share::Product(product) => {
                let factors = product.factors.iter().zip(&worked.factors).enumerate();
                let terms: Option<Vec<Polynomial>> =
                    factors.map(|(number, (factor, worked))| self.factor(factor, worked, number + 1)).collect();
                terms.map(product_of)
            }
            Share::Amount(_) | Share::Units(_) => {
                let money: Option<Vec<Polynomial>> = worked.drivers.iter().map(|used| self.driver(used)).collect();
                over_lines(product_of(money?))
            }
            Share::Services(_) => {
                let mut money = Polynomial::default();
                for used in &worked.services {
                    money.add(&self.service(used)?, &Fraction::one());
                }
                over_lines(money)
            }
            Share::Overhead(_) => None,
        }
    }

    fn factor(&mut self, factor: &Factor, worked: &WorkedShare, number: usize) -> Option<Polynomial> {
        let part = Some(number);
        match factor {
            Factor::Fixed(fixed) => Some(Polynomial::known(fixed.share.clone())),
            Factor::Judgement(judgement) => Some(self.judgement(judgement, part)),
            Factor::Pool(pool) => self.pool(pool, part),
            Factor::Ratio(ratio) => self.ratio(ratio, worked, part),
        }
    }

    fn judgement(&mut self, judgement: &Judgement, factor: Option<usize>) -> Polynomial {
        let kind = Kind::Share { rule: self.rule.clone(), factor };
        let shape = Shape::Between(judgement.distribution);
        let group = Group::of(&judgement.group, None);
        self.inputs.value(kind, judgement.bounds.clone(), shape, &group, self.alternative)
    }

    /// A pool is one input: a draw takes one judgement by weight and draws from it.
    fn pool(&mut self, pool: &Pool, factor: Option<usize>) -> Option<Polynomial> {
        let kind = Kind::Share { rule: self.rule.clone(), factor };
        Some(self.inputs.value(kind, pool.bounds()?, Shape::Pool(pool.clone()), &Group::Own, self.alternative))
    }

    /// `n / N`, or `W n / (W n + (N - n))`, which is `1 / (1 + (N / n - 1) / W)`: so each of the three stands in it once,
    /// and its ends are where they have theirs.
    fn ratio(&mut self, ratio: &Ratio, worked: &WorkedShare, factor: Option<usize>) -> Option<Polynomial> {
        let mut drivers = worked.drivers.iter();
        let cases = self.driver(drivers.next()?)?;
        let all = self.driver(drivers.next()?)?;
        let weight = match &ratio.weight {
            None => return cases.over(&all, &mut self.inputs.sums),
            Some(CaseWeight::Driver(_)) => self.driver(drivers.next()?)?,
            Some(CaseWeight::Written(bounds)) => {
                let kind = Kind::Weight { rule: self.rule.clone(), factor };
                let shape = Shape::Between(Distribution::Pert);
                self.inputs.value(kind, bounds.clone(), shape, &Group::Own, self.alternative)
            }
        };
        if cases.as_known().is_some_and(|cases| cases.is_zero()) {
            return Some(Polynomial::default());
        }
        let sums = &mut self.inputs.sums;
        let others = all.over(&cases, sums)?.less(&Polynomial::one());
        let mut whole = others.over(&weight, sums)?;
        whole.add(&Polynomial::one(), &Fraction::one());
        Polynomial::one().over(&whole, sums)
    }

    /// A driver as it was used: of the rows that it was worked out from, each one value wherever it is used.
    fn driver(&mut self, used: &UsedDriver) -> Option<Polynomial> {
        match &used.how {
            Found::Known(row) | Found::Carried(row) => self.row(row),
            Found::Indexed { row, factor, .. } => Some(self.row(row)?.scaled(factor)),
            Found::Interpolated { before, after } => {
                let way = way_between(before.row.year, used.year, after.row.year);
                let rest = &Fraction::one() - &way;
                let mut between = self.row(before)?.scaled(&rest);
                between.add(&self.row(after)?, &way);
                Some(between)
            }
        }
    }

    fn row(&mut self, used: &UsedRow) -> Option<Polynomial> {
        let value = self.inputs.driver(&used.row)?;
        Some(match &used.converted {
            None => value,
            Some(by) => value.scaled(&by.rate),
        })
    }

    /// Users times units times cost of a unit, in the currency that the services of the rule are brought to. A count of
    /// victims is the quantity that it is in denominators.
    fn service(&mut self, used: &UsedService) -> Option<Polynomial> {
        let service = &used.service;
        let users = match &service.users {
            Users::Unknown | Users::Protected(_) => return None,
            Users::Count(count) => self.factor_of(used, ServiceFactor::Users, count.bounds(), Shape::Whole),
            Users::Share(share) => {
                let row = self.project.victims.row(&service.measure, service.year, &service.exploitation)?;
                let victims = self.inputs.victims(self.project, row, used.victims?);
                let shape = Shape::Between(Distribution::Pert);
                victims.times(&self.factor_of(used, ServiceFactor::Use, share.clone(), shape))
            }
        };
        let pert = || Shape::Between(Distribution::Pert);
        let units = self.factor_of(used, ServiceFactor::Units, service.units.clone()?, pert());
        let cost = self.factor_of(used, ServiceFactor::UnitCost, service.unit_cost.clone()?, pert());
        let rate = used.converted.as_ref().map_or_else(Fraction::one, |by| by.rate.clone());
        Some(product_of(vec![users, units, cost]).scaled(&rate))
    }

    fn factor_of(
        &mut self,
        used: &UsedService,
        factor: ServiceFactor,
        ends: Interval<Fraction>,
        shape: Shape,
    ) -> Polynomial {
        let kind = Kind::Service { service: used.service.service.clone(), year: used.service.year, factor };
        self.inputs.value(kind, ends, shape, &Group::Own, None)
    }
}

fn product_of(factors: Vec<Polynomial>) -> Polynomial {
    factors.iter().fold(Polynomial::one(), |product, factor| product.times(factor))
}
