//! Checks on drivers: used ones must stand in the file; unused and carried ones are told.

use std::collections::BTreeSet;

use super::Subject;
use crate::attribution::{driver_uses, money_drivers, unknown_drivers};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{DriverValue, NamedCurrency};
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
        let (Some(of), Some(rule)) = (attributed.carried_from(), &attributed.ruling.rule) else {
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

/// Money that names no currency, and whose unit says another by word than would be assumed.
pub(super) fn units(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let project = subject.project;
    if project.faulty.contains(&InputName::Drivers) || project.faulty.contains(&InputName::Rules) {
        return;
    }
    let money = money_drivers(project);
    let silent = |row: &&DriverValue| row.currency.is_none() && row.unit_currency().is_none();
    for row in project.drivers.all_rows().filter(silent).filter(|row| money.contains(&*row.driver)) {
        let named = NamedCurrency::all_in(&row.unit);
        let Some(first) = named.first().filter(|_| !named.iter().any(|named| named.may_be(project.currency))) else {
            continue;
        };
        let (named, assumed) = (first.likeliest(), project.currency);
        let message = message!("check-unit-currency", driver = &row.driver, named = named, assumed = assumed);
        let help = message!("check-unit-currency-name", named = named);
        let expected = message!("amounts-currency-named", assumed = assumed);
        let diagnostic = Diagnostic::new(Code::OtherCurrency, message, help).at(&row.origin).column("unit");
        diagnostics.push(diagnostic.found(&*row.unit).expected(expected));
    }
}
