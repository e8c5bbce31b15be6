//! What a reader of services must know.

use std::collections::BTreeSet;

use super::ServicesReport;
use crate::domain::{Currency, Year};
use crate::language::{Between, Message, Value};
use crate::measures::services::{GroupFigures, ServiceFigures, ServicesYear};
use crate::message;
use crate::report::conversions::of_basis;

/// What is not known, what is not compared, what a norm is; then how figures became those shown.
pub(crate) fn notes(report: ServicesReport<'_>) -> Vec<String> {
    let context = report.context;
    let mut notes: Vec<String> = report.services.years.iter().flat_map(|year| of_year(report, year)).collect();
    notes.push(context.say(&message!("services-note-norm")));
    notes.extend(beside(report).map(|note| context.say(&note)));
    let ranged = |year: &ServicesYear<'_>| year.total.needed.as_ref().is_some_and(|needed| !needed.is_point());
    if !context.query.measures.is_empty() && report.services.years.iter().any(ranged) {
        notes.push(context.say(&message!("services-note-bounds")));
    }
    let of_lines = context.lines().map(|(_, line)| (line.key().currency, line.key().year));
    let of_services = report.services.years.iter().flat_map(|year| year.services.iter().map(|of| of.service));
    let of_services = of_services.map(|service| (service.currency, service.year));
    let shown = |year: Year| report.services.years.iter().any(|of| of.year == year);
    let places: BTreeSet<(Currency, Year)> =
        of_services.chain(of_lines).filter(|(_, year)| context.query.years.contains(*year) && shown(*year)).collect();
    notes.extend(of_basis(context, &places));
    notes
}

/// By what services are not held against the accounts, and what to do.
fn beside(report: ServicesReport<'_>) -> Option<Message> {
    let beside = report.services.beside;
    match (beside.step, beside.area) {
        (true, true) => None,
        (true, false) => Some(message!("services-note-by-step")),
        (false, true) => Some(message!("services-note-by-area")),
        (false, false) => Some(message!("services-note-by-nothing")),
    }
}

/// The notes of a year, which JSON has with it.
pub(super) fn of_year(report: ServicesReport<'_>, year: &ServicesYear<'_>) -> Vec<String> {
    let context = report.context;
    let of = year.year;
    let mut notes = Vec::new();
    for step in year.steps.iter().filter(|step| step.unknown > 0) {
        let lacking = |figures: &&ServiceFigures<'_>| Some(&figures.service.step) == step.step.as_ref();
        let lacking = year.services.iter().filter(lacking).filter_map(|figures| {
            let factor = figures.need.as_ref().err()?;
            let (service, factor) = (report.service(&figures.service.service), factor.word());
            let factor = Message::word("service-factor", factor);
            Some(Value::Message(message!("services-lacks", service = service, factor = factor)))
        });
        let lacking = Value::list(lacking, Between::Semicolons);
        let name = report.step(step.step.as_deref().unwrap_or_default());
        let (unknown, services) = (step.unknown, step.services);
        notes.push(if step.needed.is_some() {
            message!(
                "services-note-unknown",
                year = of,
                step = name,
                unknown = unknown,
                services = services,
                lacking = lacking
            )
        } else {
            message!("services-note-none-known", year = of, step = name, services = services, lacking = lacking)
        });
    }
    for group in &year.groups {
        notes.extend(of_accounts(report, year, group));
    }
    let lacks = |group: &GroupFigures| group.unknown > 0 || group.accounted().is_none();
    let lacking = year.groups.iter().filter(|group| lacks(group)).count();
    if lacking > 0 && year.total.difference().is_some() {
        let groups = year.groups.len();
        notes.push(message!("services-note-unlike", year = of, lacking = lacking, groups = groups));
    }
    if let Some(by_norm) = year.total.accounted.as_ref().and_then(|accounted| accounted.by_norm.as_ref()) {
        let amount = Value::figure(context.amount(&by_norm.central));
        let currency = context.query.basis.currency;
        notes.push(message!("services-note-by-norm", year = of, amount = amount, currency = currency));
    }
    if let Some(elsewhere) = year.elsewhere.figures.total().filter(|elsewhere| !elsewhere.central.is_zero()) {
        let amount = Value::figure(context.amount(&elsewhere.central));
        let currency = context.query.basis.currency;
        notes.push(message!("services-note-elsewhere", year = of, amount = amount, currency = currency));
    }
    let mut told: BTreeSet<String> = BTreeSet::new();
    for figure in &year.total.per_victim {
        if let Some(reason) = &figure.reason {
            let said = context.say(&message!("report-no-figure", reason = reason.clone()));
            told.insert(said);
        }
        if figure.breaks {
            let measure = Value::Word("measure", figure.measure.to_string());
            notes.push(message!("note-break", measure = measure, year = of));
        }
    }
    let mut said: Vec<String> = notes.iter().map(|note| context.say(note)).collect();
    said.extend(told);
    for figures in year.services.iter().filter(|figures| !figures.service.note.is_empty()) {
        let service = report.service(&figures.service.service);
        let text = figures.service.note.trim_end_matches('.');
        said.push(context.say(&message!("services-note-of-service", service = service, year = of, text = text)));
    }
    said
}

/// What the accounts lack of a group.
fn of_accounts(report: ServicesReport<'_>, year: &ServicesYear<'_>, group: &GroupFigures) -> Vec<Message> {
    let Some(accounted) = &group.accounted else { return Vec::new() };
    let (of, name) = (year.year, report.group(group));
    let mut notes = Vec::new();
    let absent = accounted.figures.not_estimated + accounted.figures.not_reported;
    match (accounted.figures.total().is_some(), absent) {
        (true, 0) => {}
        (true, _) => {
            notes.push(message!("services-note-not-estimated", year = of, group = name.clone(), count = absent));
        }
        (false, 0) => notes.push(message!("services-note-no-accounts", year = of, group = name.clone())),
        (false, _) => {
            notes.push(message!("services-note-accounts-unknown", year = of, group = name.clone(), count = absent));
        }
    }
    if !accounted.figures.unattributed.is_zero() {
        let amount = Value::figure(report.context.amount(&accounted.figures.unattributed));
        let currency = report.context.query.basis.currency;
        notes.push(message!(
            "services-note-unattributed",
            year = of,
            group = name,
            amount = amount,
            currency = currency
        ));
    }
    notes
}
