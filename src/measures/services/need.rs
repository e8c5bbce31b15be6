//! What one service takes: its cost, rounded once in its own currency, then shown in the basis asked for.

use num_bigint::BigInt;

use super::group::{NeedPerVictim, per_victim};
use crate::domain::{Count, Fraction, Interval, Service, ServiceCost, UnknownFactor, Users};
use crate::language::Message;
use crate::measures::basis::{BasisFault, Factors};
use crate::measures::{Known, Query};
use crate::message;
use crate::project::Project;
use crate::rules::share::Facts as _;

/// What one service takes in its year.
#[derive(Debug)]
pub struct ServiceFigures<'p> {
    /// The service.
    pub service: &'p Service,
    /// The victims that its use is a share of; `None` where it is no share, or where nobody counted them.
    pub victims: Option<Count>,
    /// Who uses it.
    pub users: Option<Interval<Fraction>>,
    /// What it takes, or the first factor that is not known.
    pub need: Result<Need, UnknownFactor>,
    /// What one user takes, units times cost of a unit, in minor units of the basis, exact: the number of users is no part
    /// of it.
    pub per_user: Known,
    /// The same cost over the victims of each measure.
    pub per_victim: Vec<NeedPerVictim>,
}

/// The cost of a service.
#[derive(Debug)]
pub struct Need {
    /// In whole minor units of its own currency.
    pub own: Interval<BigInt>,
    /// In minor units of the basis, exact.
    pub shown: Interval<Fraction>,
}

/// Users times units times cost of a unit, not rounded.
pub(super) fn cost(project: &Project, service: &Service) -> Result<ServiceCost, UnknownFactor> {
    service.cost(project.victims(service))
}

impl<'p> ServiceFigures<'p> {
    pub(super) fn new(
        project: &'p Project,
        service: &'p Service,
        query: &Query,
        factors: &mut Factors<'_>,
    ) -> Result<Self, BasisFault> {
        let victims = match service.users {
            Users::Share(_) => project.victims(service),
            Users::Count(_) | Users::Unknown | Users::Protected(_) => None,
        };
        let minor = Fraction::power_of_ten(service.currency.digits());
        let need = match cost(project, service) {
            Err(unknown) => Err(unknown),
            Ok(found) => {
                let factor = factors.of(service.currency, service.year)?;
                let own = found.cost.map(|bound| (bound * &minor).round_half_away());
                let shown = own.map(|units| &Fraction::whole(units.clone()) * factor);
                Ok(Need { own, shown })
            }
        };
        let per_user = match (&service.units, &service.unit_cost) {
            (Some(units), Some(unit_cost)) => {
                let factor = &minor * factors.of(service.currency, service.year)?;
                let one = |units: &Fraction, cost: &Fraction| &(units * cost) * &factor;
                Some(Interval {
                    low: one(&units.low, &unit_cost.low),
                    central: one(&units.central, &unit_cost.central),
                    high: one(&units.high, &unit_cost.high),
                })
            }
            _ => None,
        };
        let shown = need.as_ref().ok().map(|need| need.shown.clone());
        let unknown = || need.as_ref().err().map(|factor| Message::word("service-factor", factor.word()));
        let reason = || unknown().map(|factor| message!("services-reason-factor", factor = factor));
        let per_victim =
            query.measures.iter().map(|measure| per_victim(project, measure, service.year, &shown, reason())).collect();
        Ok(Self { service, victims, users: service.users(project.victims(service)).ok(), need, per_user, per_victim })
    }

    /// The cost in minor units of the basis, exact.
    #[must_use]
    pub fn shown(&self) -> Option<&Interval<Fraction>> {
        self.need.as_ref().ok().map(|need| &need.shown)
    }
}
