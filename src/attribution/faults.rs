//! Faults of rules when they are worked out, told with rule, year and line.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::decide::Candidates;
use super::overhead::OverheadFault;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{Interval, Year};
use crate::language::{Message, Value};
use crate::message;
use crate::project::{Line, Project};
use crate::rules::share::{Outcome, ShareFault, WorkedShare};
use crate::rules::{Rule, Share};

/// Turns faults of rules into diagnostics.
#[derive(Debug)]
pub(crate) struct RuleFaults<'p> {
    project: &'p Project,
    /// The first line that each rule decides in each year.
    decided: BTreeMap<(usize, Year), Arc<Line>>,
}

impl<'p> RuleFaults<'p> {
    /// For a project whose lines are decided so.
    pub(crate) fn new(project: &'p Project, candidates: &Candidates, decisions: &[Option<usize>]) -> Self {
        let mut decided = BTreeMap::new();
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
        // That the driver stands nowhere is reported once, for all years.
        let nowhere = |driver: &str| !self.project.drivers.contains(driver);
        let diagnostic = match fault {
            ShareFault::MissingDriver(driver) if nowhere(driver) => return,
            ShareFault::NothingToCarry(first, second) if nowhere(first) || nowhere(second) => return,
            ShareFault::MissingDriver(driver) => self.fault(
                rule,
                year,
                Code::MissingDriver,
                message!("rule-driver-unknown", driver = driver, year = year),
                match rule.share {
                    Share::Ratio(_) => message!("rule-add-or-say-missing"),
                    _ => message!("rule-add-value"),
                },
            ),
            ShareFault::NothingToCarry(first, second) => self.fault(
                rule,
                year,
                Code::MissingDriver,
                message!("rule-nothing-to-carry", first = first, second = second, year = year),
                message!("rule-add-or-skip"),
            ),
            ShareFault::ZeroBase(what) => self.fault(
                rule,
                year,
                Code::ZeroBase,
                message!("rule-divides-by-zero", what = what.clone()),
                message!("rule-check-drivers-and-amounts"),
            ),
            ShareFault::MissingRate { from, to, year: of } => self.fault(
                rule,
                year,
                Code::MissingRate,
                message!("project-no-rate", from = from, to = to, year = of),
                message!("project-add-rate", from = from, to = to, year = of),
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
