//! Checks on drivers: used ones must stand in the file; unused and carried ones are told.

use std::collections::BTreeSet;

use super::Subject;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{Origin, State, did_you_mean};
use crate::ingest::InputName;
use crate::project::Project;
use crate::rules::Split;

pub(super) fn used_and_known(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let project = subject.project;
    let drivers_are_whole = !project.faulty.contains(&InputName::Drivers);
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for (driver, origin, owner) in uses(project) {
        used.insert(driver);
        if !drivers_are_whole || project.drivers.contains(driver) {
            continue;
        }
        let help = did_you_mean(driver, project.drivers.names())
            .unwrap_or_else(|| "add it to drivers; a blank value says that it is not known yet".to_owned());
        let message = format!("the driver \"{driver}\" stands nowhere in drivers");
        diagnostics.push(Diagnostic::new(Code::UnknownDriver, message, help).at(origin).column(owner).found(driver));
    }
    if project.faulty.contains(&InputName::Rules) {
        return;
    }
    for name in project.drivers.names().filter(|name| !used.contains(name)) {
        let Some(row) = project.drivers.rows(name).next() else { continue };
        let message = format!("the driver {name} is used by no rule");
        diagnostics
            .push(Diagnostic::new(Code::UnusedDriver, message, "leave it, or write a rule by it").at(&row.origin));
    }
}

/// Every use of a driver in a rule or a split, with its place and how a message names that.
fn uses(project: &Project) -> Vec<(&str, &Origin, String)> {
    let mut uses: Vec<(&str, &Origin, String)> = Vec::new();
    let rules = &project.rules;
    for rule in &rules.rules {
        let drivers = rule.share.drivers().into_iter();
        uses.extend(drivers.map(|driver| (driver.as_ref(), &rule.origin, format!("rule.{}", rule.id))));
    }
    let splits = rules.rules.iter().map(|rule| &rule.split).chain([&rules.default_split]);
    for split in splits.flat_map(Split::parts) {
        uses.extend(split.weights.drivers().map(|driver| (driver.as_ref(), &split.origin, split.owner.clone())));
    }
    uses
}

pub(super) fn carried(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let mut told = BTreeSet::new();
    let lines = subject.attribution.iter().flat_map(|attribution| &attribution.lines);
    for attributed in lines.filter(|line| line.state == State::Carried) {
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
