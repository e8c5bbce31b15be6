//! Checks on drivers: used ones must stand in the file; unused and carried ones are told.

use std::collections::BTreeSet;

use super::Subject;
use crate::attribution::{driver_uses, unknown_drivers};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::ingest::InputName;
use crate::message;

pub(super) fn used_and_known(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let project = subject.project;
    // Attribution tells unknown drivers itself, where it comes so far.
    if subject.attribution.is_none() && !project.faulty.contains(&InputName::Drivers) {
        unknown_drivers(project, diagnostics);
    }
    if project.faulty.contains(&InputName::Rules) {
        return;
    }
    let used: BTreeSet<&str> = driver_uses(project).into_iter().map(|(driver, ..)| driver).collect();
    for name in project.drivers.names().filter(|name| !used.contains(name)) {
        let Some(row) = project.drivers.rows(name).next() else { continue };
        let message = message!("check-driver-unused", driver = name);
        let help = message!("check-driver-leave");
        diagnostics.push(Diagnostic::new(Code::UnusedDriver, message, help).at(&row.origin));
    }
}

pub(super) fn carried(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let mut told = BTreeSet::new();
    let lines = subject.attribution.iter().flat_map(|attribution| &attribution.lines);
    for attributed in lines {
        let (Some(of), Some(rule)) = (attributed.carried_from(), &attributed.rule) else {
            continue;
        };
        let year = attributed.line.key().year;
        if told.insert((rule.id.clone(), year)) {
            let message = message!("check-carried", rule = &rule.id, year = year, of = of);
            let help = message!("check-carried-add");
            diagnostics.push(Diagnostic::new(Code::CarriedValue, message, help).at(&rule.origin));
        }
    }
}
