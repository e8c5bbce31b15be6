//! Services from the bottom up: what each takes by norm, by step and in all, per user and per victim, beside what the accounts
//! attribute to the same step and area.
//!
//! What is not known is never taken as nothing: a service of an unknown factor has no cost, and a sum over services says how
//! many it lacks.

mod accounts;
mod group;
mod need;

pub use accounts::Accounted;
pub use group::{GroupFigures, NeedPerVictim};
pub use need::{Need, ServiceFigures};

use std::collections::BTreeSet;

use accounts::Accounts;
use arcstr::ArcStr;

use super::basis::{BasisFault, Factors};
use super::query::Query;
use crate::attribution::Attribution;
use crate::domain::{Service, Year};
use crate::project::Project;
pub use crate::project::STEP;

/// The area of what has none.
const NO_AREA: &str = "unspecified";

/// By which of step and area services are held against the accounts: those that both sides know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// The project has the dimension `step`, and a service names one.
    pub step: bool,
    /// A service names an area.
    pub area: bool,
}

/// What services take in each year that has some.
#[derive(Debug)]
pub struct ServicesFound<'p> {
    /// By what they are held against the accounts.
    pub beside: Beside,
    /// The years asked for that have services, in order.
    pub years: Vec<ServicesYear<'p>>,
}

/// What services take in a year.
#[derive(Debug)]
pub struct ServicesYear<'p> {
    /// The year.
    pub year: Year,
    /// In order of step, area and name by code point.
    pub services: Vec<ServiceFigures<'p>>,
    /// By step, in order.
    pub steps: Vec<GroupFigures>,
    /// By what they are held against the accounts, in order; none where by nothing.
    pub groups: Vec<GroupFigures>,
    /// All together.
    pub total: GroupFigures,
    /// What the accounts attribute to other steps and areas.
    pub elsewhere: Accounted,
}

/// The services of the years asked for.
pub fn services_asked<'p>(project: &'p Project, query: &Query) -> impl Iterator<Item = &'p Service> + use<'p> {
    let years = query.years;
    project.services.rows().filter(move |service| years.contains(service.year))
}

impl Beside {
    /// Of a project.
    #[must_use]
    pub fn of(project: &Project) -> Self {
        let any = |named: fn(&Service) -> &ArcStr| project.services.rows().any(|service| !named(service).is_empty());
        let has_step = project.dimensions.iter().any(|dimension| &**dimension == STEP);
        Self { step: has_step && any(|service| &service.step), area: any(|service| &service.area) }
    }

    /// Whether services are held against the accounts at all.
    #[must_use]
    pub const fn is_any(self) -> bool {
        self.step || self.area
    }

    /// The group of a step and an area.
    fn key(self, step: &str, area: &str) -> GroupKey {
        let area = if area.is_empty() { NO_AREA } else { area };
        (self.step.then(|| step.into()), self.area.then(|| area.into()))
    }
}

/// Step and area of a group, each where services are held against the accounts by it.
type GroupKey = (Option<ArcStr>, Option<ArcStr>);

/// Works out the services of a query: its years, measures and basis.
///
/// # Errors
///
/// A basis that cannot be had for a service, or for a line of the same step and area.
pub fn services<'p>(
    project: &'p Project,
    attribution: &Attribution,
    query: &Query,
) -> Result<ServicesFound<'p>, BasisFault> {
    let beside = Beside::of(project);
    let mut factors = Factors::new(project, query.basis);
    let years: BTreeSet<Year> = services_asked(project, query).map(|service| service.year).collect();
    let mut found = Vec::new();
    for year in years {
        found.push(of_year(project, attribution, query, (beside, year), &mut factors)?);
    }
    Ok(ServicesFound { beside, years: found })
}

fn of_year<'p>(
    project: &'p Project,
    attribution: &Attribution,
    query: &Query,
    (beside, year): (Beside, Year),
    factors: &mut Factors<'_>,
) -> Result<ServicesYear<'p>, BasisFault> {
    let mut rows: Vec<&Service> = project.services.of_year(year).collect();
    rows.sort_by(|one, other| (&one.step, &one.area, &one.service).cmp(&(&other.step, &other.area, &other.service)));
    let mut services = Vec::new();
    for service in rows {
        services.push(ServiceFigures::new(project, service, query, factors)?);
    }
    let accounts =
        if beside.is_any() { Accounts::of_year(attribution, project, beside, year) } else { Accounts::default() };
    let group = |key: &GroupKey, takes: &dyn Fn(&Service) -> bool, accounted: Option<Accounted>| {
        let own: Vec<&ServiceFigures<'_>> = services.iter().filter(|figures| takes(figures.service)).collect();
        GroupFigures::new(project, query, year, key, &own, accounted)
    };
    let keys: BTreeSet<GroupKey> =
        services.iter().map(|figures| beside.key(&figures.service.step, &figures.service.area)).collect();
    let of_keys = |takes: &dyn Fn(&GroupKey) -> bool, factors: &mut Factors<'_>| {
        accounts.together(|key| keys.contains(key) && takes(key), year, factors)
    };
    let mut groups = Vec::new();
    for key in keys.iter().filter(|_| beside.is_any()) {
        let accounted = of_keys(&|of| of == key, factors)?;
        groups.push(group(key, &|service| beside.key(&service.step, &service.area) == *key, Some(accounted)));
    }
    let of_step: BTreeSet<&ArcStr> = services.iter().map(|figures| &figures.service.step).collect();
    let mut steps = Vec::new();
    for step in of_step {
        let accounted = match beside.step {
            true => Some(of_keys(&|(of, _)| of.as_ref() == Some(step), factors)?),
            false => None,
        };
        steps.push(group(&(Some(step.clone()), None), &|service| service.step == *step, accounted));
    }
    let accounted = match beside.is_any() {
        true => Some(of_keys(&|_| true, factors)?),
        false => None,
    };
    let total = group(&(None, None), &|_| true, accounted);
    let elsewhere = accounts.together(|key| beside.is_any() && !keys.contains(key), year, factors)?;
    Ok(ServicesYear { year, steps, groups, total, elsewhere, services })
}

/// The services of a query whose cost, or the cost of one user, is shown.
pub fn services_with_money<'p>(project: &'p Project, query: &Query) -> impl Iterator<Item = &'p Service> + use<'p> {
    services_asked(project, query).filter(|service| service.units.is_some() && service.unit_cost.is_some())
}
