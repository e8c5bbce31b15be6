//! Faults of rules when they are worked out, told with rule, year and line.

use std::collections::BTreeMap;

use super::decide::Candidates;
use super::overhead::OverheadFault;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{Interval, Year};
use crate::project::Project;
use crate::rules::share::{Outcome, ShareFault, WorkedShare};
use crate::rules::{Rule, Share};

/// Turns faults of rules into diagnostics.
#[derive(Debug)]
pub(crate) struct RuleFaults<'p> {
    project: &'p Project,
    /// The first line that each rule decides in each year.
    decided: BTreeMap<(usize, Year), usize>,
}

impl<'p> RuleFaults<'p> {
    /// For a project whose lines are decided so.
    pub(crate) fn new(project: &'p Project, candidates: &Candidates, decisions: &[Option<usize>]) -> Self {
        let mut decided = BTreeMap::new();
        for ((line, year, _), rule) in candidates.iter().zip(decisions) {
            if let Some(rule) = rule {
                decided.entry((*rule, *year)).or_insert(*line);
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
            let message = format!("the product of units and unit cost has its bounds out of order in {year}");
            diagnostics.push(self.fault(rule, year, Code::BadBounds, message, "units and unit costs are 0 or more"));
            return None;
        }
        let Some(share) = worked.share() else { return Some(worked) };
        let outside = share.named().into_iter().find(|(_, share)| !share.is_share());
        if let Some((bound, share)) = outside {
            let bound =
                if worked.share().is_some_and(Interval::is_point) { String::new() } else { format!("{bound} ") };
            let message = format!("the {bound}share is {} ({share}) in {year}", share.to_decimal(6));
            let help = match rule.share {
                Share::Overhead(_) => "the served lines have both signs: leave corrections out of overhead_of",
                _ => "check the drivers, their years and what they count: a share lies between 0 and 1",
            };
            diagnostics.push(self.fault(rule, year, Code::ShareOutOfRange, message, help));
            return None;
        }
        if !share.is_ordered() {
            let message = format!("the low, central and high share are out of order in {year}");
            diagnostics.push(self.fault(
                rule,
                year,
                Code::ShareOutOfRange,
                message,
                "check the bounds of the drivers, or of the lines that an overhead serves",
            ));
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
                format!("the driver {driver} has no value for {year}"),
                match rule.share {
                    Share::Ratio(_) => {
                        "add the value to drivers, or say missing = \"previous\" or missing = \"skip\" in the share"
                    }
                    _ => "add the value to drivers",
                },
            ),
            ShareFault::NothingToCarry(first, second) => self.fault(
                rule,
                year,
                Code::MissingDriver,
                format!("{first} and {second} are both known in no year up to {year}"),
                "add a value to drivers, or say missing = \"skip\" in the share",
            ),
            ShareFault::ZeroBase(what) => self.fault(
                rule,
                year,
                Code::ZeroBase,
                format!("{what}, and a share divides by it"),
                "check the drivers and the amounts of the lines",
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
                format!("the overhead serves no line with a known amount in {year}"),
                "correct overhead_of, or limit the rule's years",
            ),
            OverheadFault::ZeroSum => self.fault(
                rule,
                year,
                Code::ZeroBase,
                format!("the lines that the overhead serves add up to 0 in {year}"),
                "check the amounts of the lines that overhead_of selects",
            ),
            OverheadFault::Circle(members) => {
                let ids = members.iter().filter_map(|member| {
                    let rule = self.project.rules.rules.get(*overheads.get(*member)?)?;
                    Some(rule.id.to_string())
                });
                let ids: Vec<String> = ids.collect();
                let message = format!("{} serve each other in {year} and fix no share", ids.join(", "));
                self.fault(rule, year, Code::OverheadCircle, message, "let one of them serve a line outside the circle")
            }
        };
        diagnostics.push(diagnostic);
    }

    fn fault(&self, rule: &Rule, year: Year, code: Code, message: String, help: &str) -> Diagnostic {
        let rule_index = self.project.rules.rules.iter().position(|other| other.id == rule.id);
        let line = rule_index.and_then(|rule| self.decided.get(&(rule, year)));
        let line = line.and_then(|line| self.project.lines.get(*line));
        let line = line.map(|line| format!(", which decides {}", line.key().describe())).unwrap_or_default();
        Diagnostic::new(code, format!("rule {}{line}: {message}", rule.id), help)
            .at(&rule.origin)
            .column(format!("rule.{}", rule.id))
    }
}
