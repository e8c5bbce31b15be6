//! Checks on the order of rules: unused, shadowed, overlapping and waiting ones.

use std::collections::BTreeSet;

use super::Subject;
use crate::attribution::Reach;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::Year;
use crate::language::{Between, Message, Value};
use crate::message;
use crate::project::Project;
use crate::rules::{MATCH_FIELDS, Rule};

pub(super) fn order(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let (project, Some(attribution)) = (subject.project, subject.attribution) else { return };
    let rules = &project.rules.rules;
    for (rule, reach) in rules.iter().zip(&attribution.reaches) {
        diagnostics_of(rule, reach, project, diagnostics);
    }
}

/// The drivers of a rule that have no value in years in which it waits.
fn waits_for<'p>(rule: &'p Rule, reach: &Reach, project: &Project) -> BTreeSet<&'p str> {
    let drivers = || rule.share.drivers().into_iter().map(AsRef::as_ref);
    // One that stands nowhere is an error of its own.
    let lacks =
        |driver: &&str, year: Year| project.drivers.contains(driver) && project.drivers.known(driver, year).is_none();
    reach.waits.iter().flat_map(|year| drivers().filter(|driver| lacks(driver, *year))).collect()
}

fn diagnostics_of(rule: &Rule, reach: &Reach, project: &Project, diagnostics: &mut Diagnostics) {
    let mut push = |code: Code, message: Message, help: Message| {
        diagnostics.push(Diagnostic::new(code, message, help).at(&rule.origin).column(format!("rule.{}", rule.id)));
    };
    let id = &rule.id;
    if reach.matched.is_empty() {
        let help = message!("check-rule-unused-look", fields = MATCH_FIELDS.to_vec());
        push(Code::UnusedRule, message!("check-rule-unused", rule = id), help);
        return;
    }
    let waits_for = waits_for(rule, reach, project);
    if !waits_for.is_empty() {
        let years: Vec<Year> = reach.waits.iter().copied().collect();
        let missing = Value::list(waits_for, Between::And);
        let message = message!("check-rule-waits", rule = id, years = years);
        push(Code::WaitingRule, message, message!("check-rule-waits-fill", drivers = missing));
    }
    for (above, example) in &reach.above {
        let Some(above) = project.rules.rules.get(*above) else { continue };
        if reach.decides {
            let message = message!("check-rule-overlaps", rule = id, line = example, above = &above.id);
            push(Code::OverlappingRules, message, message!("check-rule-overlaps-leave"));
        } else {
            let message = message!("check-rule-shadowed", rule = id, above = &above.id, line = example);
            push(Code::ShadowedRule, message, message!("check-rule-shadowed-move", rule = id, above = &above.id));
        }
    }
}
