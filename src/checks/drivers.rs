//! Checks on drivers: used ones must stand in the file; unused and carried ones are told.

use std::collections::BTreeSet;

use super::Subject;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{Origin, State, nearest};

pub(super) fn used_and_known(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let project = subject.project;
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let mut places: Vec<(&str, &Origin)> = Vec::new();
    for rule in &project.rules.rules {
        places.extend(rule.share.drivers().into_iter().map(|driver| (driver.as_ref(), &rule.origin)));
        for split in rule.split.parts() {
            places.extend(split.weights.drivers().map(|driver| (driver.as_ref(), &split.origin)));
        }
    }
    for split in project.rules.default_split.parts() {
        places.extend(split.weights.drivers().map(|driver| (driver.as_ref(), &split.origin)));
    }
    for (driver, origin) in places {
        used.insert(driver);
        if project.drivers.contains(driver) {
            continue;
        }
        let help = match nearest(driver, project.drivers.names()) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None => "add it to drivers; a blank value says that it is not known yet".to_owned(),
        };
        let message = format!("the driver \"{driver}\" stands nowhere in drivers");
        diagnostics.push(Diagnostic::new(Code::UnknownDriver, message, help).at(origin).found(driver));
    }
    for name in project.drivers.names().filter(|name| !used.contains(name)) {
        let Some(row) = project.drivers.rows(name).next() else { continue };
        let message = format!("the driver {name} is used by no rule");
        diagnostics
            .push(Diagnostic::new(Code::UnusedDriver, message, "leave it, or write a rule by it").at(&row.origin));
    }
    carried(subject, diagnostics);
}

fn carried(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let mut told = BTreeSet::new();
    for attributed in subject.attribution.lines.iter().filter(|line| line.state == State::Carried) {
        let Some(rule) = attributed.rule.and_then(|rule| subject.project.rules.rules.get(rule)) else { continue };
        let Some(line) = subject.project.lines.get(attributed.line) else { continue };
        let year = line.key().year;
        let Some(of) = attributed.worked.as_ref().and_then(|worked| worked.drivers.first()).map(|used| used.row.year)
        else {
            continue;
        };
        if told.insert((rule.id.clone(), year)) {
            let message = format!("rule {}: the share of {year} is carried from {of}", rule.id);
            let help = "add the drivers of the year when they are known";
            diagnostics.push(Diagnostic::new(Code::CarriedValue, message, help).at(&rule.origin));
        }
    }
}
