//! `{ services = "PATTERN" }`: bottom-up, the cost of the services of the year whose names match.

use super::base::common;
use super::found::Converted;
use super::{Base, Facts, Share, ShareFault, TableForm, WorkedShare};
use crate::diagnostics::Diagnostics;
use crate::document::Table;
use crate::domain::{Count, Fraction, Interval, Service, ServiceCost, State, Year};
use crate::language::{Between, Message, Value as Said};
use crate::message;
use crate::rules::Pattern;

pub(crate) const FORM: TableForm =
    TableForm { keys: &["services"], example: "{ services = \"crisis centre*\" }", read };

/// Services by their names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Services {
    /// Any of these; with wildcards, without regard to case.
    pub patterns: Vec<ServicePattern>,
}

/// A pattern of names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServicePattern {
    /// As it is written.
    pub written: String,
    pattern: Pattern,
}

/// A service as it was used.
#[derive(Debug, Clone)]
pub struct UsedService {
    /// Its row.
    pub service: Service,
    /// The victims that its use is a share of.
    pub victims: Option<Count>,
    /// What it costs, in its currency.
    pub cost: ServiceCost,
    /// What it is converted by; `None` where nothing is.
    pub converted: Option<Converted>,
}

impl ServicePattern {
    /// Whether a service has such a name.
    #[must_use]
    pub fn matches(&self, service: &Service) -> bool {
        self.pattern.matches(&service.service.to_lowercase())
    }
}

fn read(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Share> {
    let value = table.need("services", FORM.example, diagnostics)?;
    let texts = value.texts(diagnostics);
    if texts.is_empty() || texts.iter().any(String::is_empty) {
        if value.as_list().is_some_and(|list| list.is_empty()) || texts.iter().any(String::is_empty) {
            diagnostics.push(value.fault(
                message!("rule-no-services"),
                Message::verbatim(FORM.example),
                message!("rule-name-services"),
            ));
        }
        return None;
    }
    let patterns = texts.into_iter().map(|written| ServicePattern { pattern: Pattern::new(&written), written });
    Some(Share::Services(Services { patterns: patterns.collect() }))
}

impl Services {
    /// Whether any of the patterns fits.
    #[must_use]
    pub fn take(&self, service: &Service) -> bool {
        self.patterns.iter().any(|pattern| pattern.matches(service))
    }

    pub(super) fn work_out(&self, year: Year, base: &Base, facts: &dyn Facts) -> Result<WorkedShare, ShareFault> {
        let of_year = facts.services(year);
        for pattern in &self.patterns {
            if !of_year.iter().any(|service| pattern.matches(service)) {
                return Err(ShareFault::NoService(pattern.written.clone()));
            }
        }
        let of_rule: Vec<&Service> = of_year.into_iter().filter(|service| self.take(service)).collect();
        let beside = base.currencies().into_iter();
        let to = common(of_rule.iter().map(|service| service.currency).chain(beside), facts);
        let mut used = Vec::new();
        let mut sum = Interval::point(Fraction::zero());
        for service in of_rule {
            let victims = facts.victims(service);
            let unknown = |factor| ShareFault::UnknownService { service: service.service.clone(), factor };
            let cost = service.cost(victims).map_err(unknown)?;
            let from = service.currency;
            let converted = if from == to {
                None
            } else {
                let rate = facts.rate(from, to, year).ok_or(ShareFault::MissingRate { from, to, year })?;
                Some(Converted { from, to, rate })
            };
            let brought = |cost: &Fraction| converted.as_ref().map_or_else(|| cost.clone(), |by| cost * &by.rate);
            sum = sum.plus(&cost.cost.map(brought));
            used.push(UsedService { service: service.clone(), victims, cost, converted });
        }
        let money = base.imputed_or_share_of(&sum, to, year, facts)?;
        let state = money.state(State::Measured);
        Ok(WorkedShare { services: used, ..WorkedShare::of_money(money, state, Vec::new()) })
    }

    pub(super) fn describe(&self) -> Message {
        let names = self.patterns.iter().map(|pattern| Said::Text(pattern.written.clone()));
        message!("share-services", services = Said::list(names, Between::Or))
    }
}
