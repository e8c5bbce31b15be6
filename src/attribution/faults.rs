//! Faults of rules when they are worked out, told with rule, year and line.

use std::collections::HashMap;
use std::sync::Arc;

use arcstr::ArcStr;
use foldhash::fast::RandomState;

use super::decide::Candidates;
use super::overhead::OverheadFault;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{BudgetLine, Interval, Year};
use crate::language::{Between, Message, Value};
use crate::message;
use crate::project::Project;
use crate::rules::share::{Outcome, ShareFault, WorkedShare};
use crate::rules::{Rule, Share};

/// Turns faults of rules into diagnostics.
#[derive(Debug)]
pub(crate) struct RuleFaults<'p> {
    project: &'p Project,
    /// The first line that each rule decides in each year.
    decided: HashMap<(usize, Year), Arc<BudgetLine>, RandomState>,
}

impl<'p> RuleFaults<'p> {
    /// For a project whose lines are decided so.
    pub(crate) fn new(project: &'p Project, candidates: &Candidates, decisions: &[Option<usize>]) -> Self {
        let mut decided = HashMap::default();
        for (candidate, rule) in candidates.iter().zip(decisions) {
            if let Some(rule) = rule {
                decided.entry((*rule, candidate.year())).or_insert_with(|| Arc::clone(&candidate.line));
            }
        }
        Self { project, decided }
    }

    /// Gives the worked share back where its bounds can be shares; else a diagnostic.
    pub(crate) fn check_share(
        &self,
        rule: &Rule,
        year: Year,
        worked: WorkedShare,
        diagnostics: &mut Diagnostics,
    ) -> Option<WorkedShare> {
        if let Outcome::Imputed(amount) = &worked.outcome {
            if amount.is_ordered() {
                return Some(worked);
            }
            let message = message!("rule-product-out-of-order", year = year);
            diagnostics.push(self.fault(rule, year, Code::BadBounds, message, message!("rule-units-not-negative")));
            return None;
        }
        let Some(share) = worked.share() else { return Some(worked) };
        let outside = share.named().into_iter().find(|(_, share)| !share.is_share());
        if let Some((bound, share)) = outside {
            let decimal = share.to_decimal(6);
            let message = if worked.share().is_some_and(Interval::is_point) {
                message!("rule-share-is", decimal = decimal, share = share.to_string(), year = year)
            } else {
                let bound = Value::Word("bound", bound.to_owned());
                message!("rule-bound-is", bound = bound, decimal = decimal, share = share.to_string(), year = year)
            };
            let help = match rule.share {
                Share::Overhead(_) => message!("rule-both-signs"),
                _ => message!("rule-check-drivers"),
            };
            diagnostics.push(self.fault(rule, year, Code::ShareOutOfRange, message, help));
            return None;
        }
        if !share.is_ordered() {
            let message = message!("rule-shares-out-of-order", year = year);
            diagnostics.push(self.fault(rule, year, Code::ShareOutOfRange, message, message!("rule-check-bounds")));
            return None;
        }
        Some(worked)
    }

    pub(crate) fn push(&self, rule: &Rule, year: Year, fault: &ShareFault, diagnostics: &mut Diagnostics) {
        // That the driver, the index or the service stands nowhere is reported once, for all years.
        let nowhere = |driver: &ArcStr| !self.project.drivers.contains(driver);
        let missing = |message: Message, help: Message| self.fault(rule, year, Code::MissingDriver, message, help);
        let diagnostic = match fault {
            ShareFault::MissingDriver(driver)
            | ShareFault::NothingBefore(driver)
            | ShareFault::NothingBetween(driver)
                if nowhere(driver) =>
            {
                return;
            }
            ShareFault::NothingToCarry(drivers) if drivers.iter().any(nowhere) => return,
            ShareFault::IndexChain { index, .. } if self.project.prices.indices().all(|known| *known != **index) => {
                return;
            }
            ShareFault::NoService(pattern) if !crate::attribution::services::stands(self.project, pattern) => return,
            ShareFault::MissingDriver(driver) => missing(
                message!("rule-driver-unknown", driver = driver, year = year),
                message!("rule-add-or-say-missing"),
            ),
            ShareFault::NothingToCarry(drivers) => missing(
                message!(
                    "rule-nothing-to-carry",
                    drivers = Value::list(drivers.iter(), Between::And),
                    count = drivers.len(),
                    year = year
                ),
                message!("rule-add-or-skip"),
            ),
            ShareFault::NothingBefore(driver) => {
                missing(message!("rule-nothing-before", driver = driver, year = year), message!("rule-add-or-skip"))
            }
            ShareFault::NothingBetween(driver) => {
                missing(message!("rule-nothing-between", driver = driver, year = year), message!("rule-add-or-skip"))
            }
            ShareFault::IndexChain { index, from, missing } => self.fault(
                rule,
                year,
                Code::PriceChain,
                message!("rule-index-chain", index = index, missing = missing, from = from, year = year),
                message!("rule-add-to-chain"),
            ),
            ShareFault::MissingRate { from, to, year: of } => self.fault(
                rule,
                year,
                Code::MissingRate,
                message!("project-no-rate", from = from, to = to, year = of),
                message!("project-add-rate", from = from, to = to, year = of),
            ),
            ShareFault::TwoCurrencies(above, below) => self.fault(
                rule,
                year,
                Code::TwoCurrencies,
                message!("rule-two-currencies", above = above, below = below),
                message!("rule-say-currencies"),
            ),
            ShareFault::WeightNotPositive(driver) => self.fault(
                rule,
                year,
                Code::ShareOutOfRange,
                message!("rule-weight-not-positive", driver = driver, year = year),
                message!("rule-weight"),
            ),
            ShareFault::FactorOutOfRange { position, share } => self.fault(
                rule,
                year,
                Code::ShareOutOfRange,
                message!(
                    "rule-factor-is",
                    position = position.to_string(),
                    decimal = share.to_decimal(6),
                    share = share.to_string(),
                    year = year
                ),
                message!("rule-check-drivers"),
            ),
            ShareFault::UnknownService { service, factor } => self.fault(
                rule,
                year,
                Code::MissingService,
                message!(
                    "rule-service-unknown",
                    service = service,
                    factor = Message::word("service-factor", factor.word()),
                    year = year
                ),
                message!("rule-complete-service"),
            ),
            ShareFault::NoService(pattern) => self.fault(
                rule,
                year,
                Code::MissingService,
                message!("rule-no-service-of-year", pattern = pattern, year = year),
                message!("rule-add-service"),
            ),
            ShareFault::FillOutOfRange => self.fault(
                rule,
                year,
                Code::AmountRange,
                message!("rule-fill-out-of-range", year = year),
                message!("rule-check-drivers-and-amount"),
            ),
            ShareFault::ZeroBase(what) => self.fault(
                rule,
                year,
                Code::ZeroBase,
                message!("rule-divides-by-zero", what = what.clone()),
                message!("rule-check-drivers-and-amounts"),
            ),
        };
        diagnostics.push(diagnostic);
    }

    pub(crate) fn push_overhead(
        &self,
        rule: &Rule,
        year: Year,
        fault: &OverheadFault,
        overheads: &[usize],
        diagnostics: &mut Diagnostics,
    ) {
        let diagnostic = match fault {
            OverheadFault::Unsolved => return,
            OverheadFault::ServesNothing => self.fault(
                rule,
                year,
                Code::OverheadServesNothing,
                message!("rule-serves-nothing", year = year),
                message!("rule-correct-overhead"),
            ),
            OverheadFault::ZeroSum => self.fault(
                rule,
                year,
                Code::ZeroBase,
                message!("rule-served-add-to-zero", year = year),
                message!("rule-check-served"),
            ),
            OverheadFault::TooMuch(limit) => self.fault(rule, year, Code::TooLarge, limit.message(), limit.help()),
            OverheadFault::Circle(members) => {
                let ids = members.iter().filter_map(|member| {
                    let rule = self.project.rules.rules.get(*overheads.get(*member)?)?;
                    Some(rule.id.to_string())
                });
                let ids: Vec<String> = ids.collect();
                let message = message!("rule-circle", rules = ids, year = year);
                self.fault(rule, year, Code::OverheadCircle, message, message!("rule-leave-circle"))
            }
        };
        diagnostics.push(diagnostic);
    }

    fn fault(&self, rule: &Rule, year: Year, code: Code, message: Message, help: Message) -> Diagnostic {
        let rule_index = self.project.rules.rules.iter().position(|other| other.id == rule.id);
        let line = rule_index.and_then(|rule| self.decided.get(&(rule, year)));
        let message = match line {
            None => message!("rule-fault", rule = &rule.id, fault = message),
            Some(line) => {
                message!("rule-fault-of-line", rule = &rule.id, line = line.key().describe(), fault = message)
            }
        };
        Diagnostic::new(code, message, help).at(&rule.origin).column(format!("rule.{}", rule.id))
    }
}
