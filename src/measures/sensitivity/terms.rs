//! The share of a rule as an expression over uncertain inputs, form by form.

use std::sync::Arc;

use super::expression::Expression;
use super::input::{Inputs, Kind, ServiceFactor, Shape, Value};
use crate::domain::{Distribution, DriverValue, Fraction, Interval, Users};
use crate::project::Project;
use crate::rules::Share;
use crate::rules::share::{
    CaseWeight, Factor, Found, Judgement, Outcome, Pool, Ratio, UsedDriver, UsedRow, UsedService, WorkedShare,
    way_between,
};

/// Makes expressions of the shares of a rule.
pub(super) struct Terms<'t> {
    pub project: &'t Project,
    pub rule: &'t Arc<str>,
    /// The set of rules, where it is an alternative.
    pub alternative: Option<&'t str>,
    pub inputs: &'t mut Inputs,
}

impl Terms<'_> {
    /// The share, or the imputed amount itself in minor units; `None` where there is nothing to share.
    pub(super) fn share(&mut self, share: &Share, worked: &WorkedShare) -> Option<Expression> {
        let over_lines = |money: Expression| match worked.outcome {
            Outcome::Share(_) | Outcome::Imputed(_) => {
                Some(Expression::product([Expression::Known(worked.unit.clone()?), money]))
            }
            Outcome::NothingToShare => None,
        };
        match share {
            Share::All => Some(Expression::one()),
            Share::None => Some(Expression::Known(Fraction::zero())),
            Share::Fixed(fixed) => Some(Expression::Known(fixed.share.clone())),
            Share::Judgement(judgement) => Some(self.judgement(judgement, None)),
            Share::Pool(pool) => self.pool(pool, None),
            Share::Ratio(ratio) => self.ratio(ratio, worked, None),
            Share::Product(product) => {
                let factors = product.factors.iter().zip(&worked.factors).enumerate();
                let terms: Option<Vec<Expression>> =
                    factors.map(|(number, (factor, worked))| self.factor(factor, worked, number + 1)).collect();
                terms.map(Expression::product)
            }
            Share::Amount(_) | Share::Units(_) => {
                let money: Option<Vec<Expression>> = worked.drivers.iter().map(|used| self.driver(used)).collect();
                over_lines(Expression::product(money?))
            }
            Share::Services(_) => {
                let money: Option<Vec<Expression>> = worked.services.iter().map(|used| self.service(used)).collect();
                over_lines(Expression::sum(money?.into_iter().map(|term| (Fraction::one(), term))))
            }
            Share::Overhead(_) => None,
        }
    }

    fn factor(&mut self, factor: &Factor, worked: &WorkedShare, number: usize) -> Option<Expression> {
        let part = Some(number);
        match factor {
            Factor::Fixed(fixed) => Some(Expression::Known(fixed.share.clone())),
            Factor::Judgement(judgement) => Some(self.judgement(judgement, part)),
            Factor::Pool(pool) => self.pool(pool, part),
            Factor::Ratio(ratio) => self.ratio(ratio, worked, part),
        }
    }

    fn written(&mut self, kind: Kind, bounds: Interval<Fraction>, shape: Shape) -> Expression {
        of_value(self.inputs.value(kind, bounds, shape, self.alternative))
    }

    fn judgement(&mut self, judgement: &Judgement, factor: Option<usize>) -> Expression {
        let kind = Kind::Share { rule: Arc::clone(self.rule), factor };
        self.written(kind, judgement.bounds.clone(), Shape::Between(judgement.distribution))
    }

    /// A pool is one input: a draw takes one judgement by weight and draws from it.
    fn pool(&mut self, pool: &Pool, factor: Option<usize>) -> Option<Expression> {
        let kind = Kind::Share { rule: Arc::clone(self.rule), factor };
        Some(self.written(kind, pool.bounds()?, Shape::Pool(pool.clone())))
    }

    /// `n / N`, or `W n / (W n + (N - n))`.
    fn ratio(&mut self, ratio: &Ratio, worked: &WorkedShare, factor: Option<usize>) -> Option<Expression> {
        let mut drivers = worked.drivers.iter();
        let cases = self.driver(drivers.next()?)?;
        let all = self.driver(drivers.next()?)?;
        let weight = match &ratio.weight {
            None => return cases.over(all),
            Some(CaseWeight::Driver(_)) => self.driver(drivers.next()?)?,
            Some(CaseWeight::Written(bounds)) => {
                let kind = Kind::Weight { rule: Arc::clone(self.rule), factor };
                self.written(kind, bounds.clone(), Shape::Between(Distribution::Pert))
            }
        };
        let cost = Expression::product([weight, cases.clone()]);
        let minus = &Fraction::zero() - &Fraction::one();
        let whole = Expression::sum([(Fraction::one(), cost.clone()), (Fraction::one(), all), (minus, cases)]);
        cost.over(whole)
    }

    /// A driver as it was used: of the rows that it was worked out from, each one input wherever it is used.
    fn driver(&mut self, used: &UsedDriver) -> Option<Expression> {
        match &used.how {
            Found::Known(row) | Found::Carried(row) => self.row(row),
            Found::Indexed { row, factor, .. } => Some(Expression::sum([(factor.clone(), self.row(row)?)])),
            Found::Interpolated { before, after } => {
                let way = way_between(before.row.year, used.year, after.row.year);
                let rest = &Fraction::one() - &way;
                Some(Expression::sum([(rest, self.row(before)?), (way, self.row(after)?)]))
            }
        }
    }

    fn row(&mut self, used: &UsedRow) -> Option<Expression> {
        let value = of_value(driver(&used.row, self.inputs)?);
        Some(match &used.converted {
            None => value,
            Some(by) => Expression::sum([(by.rate.clone(), value)]),
        })
    }

    /// Users times units times cost of a unit, in the currency that the services of the rule are brought to. A count of
    /// victims is the quantity that it is in denominators.
    fn service(&mut self, used: &UsedService) -> Option<Expression> {
        let service = &used.service;
        let users = match &service.users {
            Users::Unknown => return None,
            Users::Count(count) => self.factor_of(used, ServiceFactor::Users, count.bounds(), Shape::Whole),
            Users::Share(share) => {
                let row = self.project.victims.row(&service.measure, service.year, &service.exploitation)?;
                let victims = of_value(super::splits::victims(row, used.victims?, self.inputs));
                let shape = Shape::Between(Distribution::Pert);
                Expression::product([victims, self.factor_of(used, ServiceFactor::Use, share.clone(), shape)])
            }
        };
        let pert = || Shape::Between(Distribution::Pert);
        let units = self.factor_of(used, ServiceFactor::Units, service.units.clone()?, pert());
        let cost = self.factor_of(used, ServiceFactor::UnitCost, service.unit_cost.clone()?, pert());
        let rate = used.converted.as_ref().map_or_else(Fraction::one, |by| by.rate.clone());
        Some(Expression::product([Expression::Known(rate), users, units, cost]))
    }

    fn factor_of(
        &mut self,
        used: &UsedService,
        factor: ServiceFactor,
        ends: Interval<Fraction>,
        shape: Shape,
    ) -> Expression {
        let kind = Kind::Service { service: Arc::clone(&used.service.service), year: used.service.year, factor };
        of_value(self.inputs.value(kind, ends, shape, None))
    }
}

fn of_value(value: Value) -> Expression {
    match value {
        Value::Known(number) => Expression::Known(number),
        Value::Input(input) => Expression::Input(input),
    }
}

/// The value of a driver of a year: one input, whoever uses it, be it carried to other years.
pub(super) fn driver(row: &DriverValue, inputs: &mut Inputs) -> Option<Value> {
    let kind = Kind::Driver { name: Arc::clone(&row.driver), year: row.year };
    Some(inputs.value(kind, row.fractions()?, Shape::Between(Distribution::Pert), None))
}
