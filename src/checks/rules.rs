//! Checks on the order of rules: unused, shadowed, overlapping and waiting ones.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Subject;
use crate::attribution::Candidates;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::Year;
use crate::language::{Between, Message, Value};
use crate::message;
use crate::rules::{MATCH_FIELDS, Rule};

/// What a rule's lines are to it.
#[derive(Default)]
struct Seen<'p> {
    /// Years in which it matches a line.
    matched: BTreeSet<Year>,
    /// Whether it decides one.
    decides: bool,
    /// Years in which it matches a line and its drivers are missing.
    waits: BTreeSet<Year>,
    /// Those drivers.
    waits_for: BTreeSet<&'p str>,
    /// Rules above that decide lines of its own, with an example.
    above: BTreeMap<usize, String>,
}

pub(super) fn order(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    if !subject.project.is_sound() {
        return;
    }
    let rules = &subject.project.rules.rules;
    for (rule, seen) in rules.iter().zip(look(subject)) {
        diagnostics_of(rule, &seen, rules, diagnostics);
    }
}

fn look(subject: Subject<'_>) -> Vec<Seen<'_>> {
    let project = subject.project;
    let mut seen: Vec<Seen<'_>> = project.rules.rules.iter().map(|_| Seen::default()).collect();
    let candidates = Candidates::new(subject.selected);
    let index = candidates.index();
    let mut decided = vec![None; candidates.iter().count()];
    for (position, (rule, seen)) in project.rules.rules.iter().zip(&mut seen).enumerate() {
        for number in index.select(&rule.matcher) {
            let (Some(candidate), Some(decided_by)) = (candidates.get(number), decided.get_mut(number)) else {
                continue;
            };
            let year = candidate.year();
            if !rule.years.contains(year) {
                continue;
            }
            seen.matched.insert(year);
            if !rule.share.applies_in(year, project) {
                seen.waits.insert(year);
                for driver in rule.share.drivers().into_iter().map(AsRef::as_ref) {
                    // One that stands nowhere is an error of its own.
                    if project.drivers.contains(driver) && project.drivers.known(driver, year).is_none() {
                        seen.waits_for.insert(driver);
                    }
                }
                continue;
            }
            match *decided_by {
                None => {
                    *decided_by = Some(position);
                    seen.decides = true;
                }
                Some(above) => {
                    seen.above.entry(above).or_insert_with(|| candidate.line.key().describe());
                }
            }
        }
    }
    seen
}

fn diagnostics_of(rule: &Rule, seen: &Seen<'_>, rules: &[Arc<Rule>], diagnostics: &mut Diagnostics) {
    let mut push = |code: Code, message: Message, help: Message| {
        diagnostics.push(Diagnostic::new(code, message, help).at(&rule.origin).column(format!("rule.{}", rule.id)));
    };
    let id = &rule.id;
    if seen.matched.is_empty() {
        let help = message!("check-rule-unused-look", fields = MATCH_FIELDS.to_vec());
        push(Code::UnusedRule, message!("check-rule-unused", rule = id), help);
        return;
    }
    if !seen.waits_for.is_empty() {
        let years: Vec<Year> = seen.waits.iter().copied().collect();
        let missing = Value::list(seen.waits_for.iter().copied(), Between::And);
        let message = message!("check-rule-waits", rule = id, years = years);
        push(Code::WaitingRule, message, message!("check-rule-waits-fill", drivers = missing));
    }
    for (above, example) in &seen.above {
        let Some(above) = rules.get(*above) else { continue };
        if seen.decides {
            let message = message!("check-rule-overlaps", rule = id, line = example, above = &above.id);
            push(Code::OverlappingRules, message, message!("check-rule-overlaps-leave"));
        } else {
            let message = message!("check-rule-shadowed", rule = id, above = &above.id, line = example);
            push(Code::ShadowedRule, message, message!("check-rule-shadowed-move", rule = id, above = &above.id));
        }
    }
}
