//! A service that a share was worked out from, as one says it to an official.

use schemars::JsonSchema;
use serde::Serialize;

use super::document::RowPlace;
use crate::domain::{Users, plain_decimal};
use crate::language::{Language, Value};
use crate::message;
use crate::project::{Project, STEP};
use crate::report::document::Interval3;
use crate::rules::share::UsedService;

/// A service that a share was worked out from.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ServiceDocument {
    /// Its name.
    pub service: String,
    /// Its step of the referral mechanism.
    pub step: String,
    /// The share of victims who use it; null where users are counted.
    #[serde(rename = "use")]
    pub share: Option<Interval3>,
    /// The measure of the victims that it is a share of.
    pub measure: String,
    /// How many they are; null where users are counted.
    pub victims: Option<Interval3>,
    /// How many use it.
    pub users: Interval3,
    /// Units for each of them.
    pub units: Option<Interval3>,
    /// What one unit is.
    pub unit: String,
    /// What one unit costs.
    pub unit_cost: Option<Interval3>,
    /// Users times units times cost of a unit.
    pub cost: Interval3,
    /// The currency of both costs.
    pub currency: String,
    /// Free text of its row.
    pub note: String,
    /// Who uses it, how many units each takes, and at what cost, in words.
    pub words: String,
    /// Where it stands.
    pub place: RowPlace,
    /// Its source.
    pub source: String,
}

impl ServiceDocument {
    pub(super) fn new(used: &UsedService, project: &Project, language: Language) -> Self {
        let service = &used.service;
        let cost = used.cost.cost.map(|cost| cost.to_decimal(service.currency.digits()));
        let share = match &service.users {
            Users::Share(share) => Some(share),
            Users::Count(_) | Users::Unknown | Users::Protected(_) => None,
        };
        Self {
            service: service.service.to_string(),
            step: service.step.to_string(),
            share: share.map(|share| share.map(plain_decimal).into()),
            measure: service.measure.to_string(),
            victims: share.and(used.victims).map(|count| count.to_text().into()),
            users: used.cost.users.map(plain_decimal).into(),
            units: service.units.as_ref().map(|units| units.map(plain_decimal).into()),
            unit: service.unit.to_string(),
            unit_cost: service.unit_cost.as_ref().map(|cost| cost.map(plain_decimal).into()),
            cost: cost.into(),
            currency: service.currency.to_string(),
            note: service.note.to_string(),
            words: words(used, project, language),
            place: RowPlace::from(&service.origin),
            source: service.source.to_string(),
        }
    }
}

fn words(used: &UsedService, project: &Project, language: Language) -> String {
    let service = &used.service;
    let name = project.names.said("service", &service.service, language);
    let step = match &*service.step {
        "" => None,
        step => Some(message!("explain-service-step", step = project.names.said(STEP, step, language))),
    };
    let figure = |plain: String| Value::figure(plain);
    let users = figure(plain_decimal(&used.cost.users.central));
    let of = match (&service.users, used.victims) {
        (Users::Share(share), Some(count)) => {
            let victims = figure(count.to_text().central);
            let measure = Value::Word("measure", service.measure.to_string());
            let share = Value::Share(share.central.clone());
            message!("explain-service-share", share = share, victims = victims, measure = measure, users = users)
        }
        _ => message!("explain-service-count", users = users),
    };
    let central = |of: &Option<crate::domain::Interval<crate::domain::Fraction>>| {
        of.as_ref().map(|of| plain_decimal(&of.central)).unwrap_or_default()
    };
    language.say(&message!(
        "explain-service-words",
        service = name,
        step = Value::optional(step),
        of = of,
        units = figure(central(&service.units)),
        unit = project.names.said("unit", &service.unit, language),
        unit_cost = figure(central(&service.unit_cost)),
        currency = service.currency
    ))
}
