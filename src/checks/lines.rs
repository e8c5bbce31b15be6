//! Checks on budget lines: blanks, inputs that share a line, probable double counting, phases.

use std::collections::{BTreeMap, BTreeSet};

use arcstr::ArcStr;

use super::Subject;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{BudgetLine, Financing, LineKey, Phase, State, Year};
use crate::ingest::InputName;
use crate::language::{Between, Message, Value};
use crate::message;
use crate::project::of_line;

/// A line of a year as a finding names it.
fn line_of_year(subject: Subject<'_>, key: &LineKey) -> Message {
    let line = subject.project.names.line(&key.agency, &key.line);
    message!("line-of-year", year = key.year, line = line)
}

pub(super) fn blank_beside_known(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for line in &subject.project.lines {
        if line.amount().is_some() && line.rows().blank() > 0 {
            let message = message!(
                "check-blanks",
                line = line_of_year(subject, line.key()),
                blank = line.rows().blank(),
                rows = line.rows().count()
            );
            let help = message!("check-blanks-fill");
            let fault = of_line(line, Code::BlankBesideKnown, message, help).column("amount");
            diagnostics.push(match line.rows().first_blank() {
                Some(origin) => fault.at(origin),
                None => fault,
            });
        }
    }
}

pub(super) fn in_two_inputs(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for line in &subject.project.lines {
        if line.rows().inputs() > 1 {
            let inputs = InputName::with_rows(line.rows()).into_iter().map(InputName::word);
            let inputs = Value::list(inputs, Between::And);
            let message = message!("check-two-inputs", line = line_of_year(subject, line.key()), inputs = inputs);
            let help = message!("check-two-inputs-remove");
            diagnostics.push(of_line(line, Code::LineInTwoInputs, message, help));
        }
    }
}

pub(super) fn double_counting(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let mut by_payment: BTreeMap<_, [Vec<&BudgetLine>; 2]> = BTreeMap::new();
    let external = subject.project.lines.iter().map(|line| line.key()).filter(|key| is_external(key));
    let of_grants: BTreeSet<(Year, &ArcStr)> = external.map(|key| (key.year, &key.funder)).collect();
    for line in &subject.project.lines {
        let key = line.key();
        if of_grants.is_empty() || !of_grants.contains(&(key.year, &key.funder)) {
            continue;
        }
        if let Some(amount) = line.amount().filter(|amount| !amount.is_zero()) {
            // One payment may stand in two currencies; without a rate it is compared in its own.
            let project = subject.project;
            let brought = project.exchange.exact(amount, key.currency, project.currency, key.year);
            let amount = match brought {
                Some(exact) => (project.currency, exact.round_half_away()),
                None => (key.currency, amount.minor_units().into()),
            };
            let sides = by_payment.entry((key.year, &key.funder, amount)).or_default();
            sides[usize::from(is_external(key))].push(line);
        }
    }
    for [state, external] in by_payment.values() {
        let (Some(other), Some(grant)) = (state.first(), external.first()) else { continue };
        let (line, external_line) = (line_of_year(subject, other.key()), line_of_year(subject, grant.key()));
        let message = match state.len() * external.len() - 1 {
            0 => message!("check-double", line = line, external = external_line),
            more => message!("check-double-more", line = line, external = external_line, count = more),
        };
        let help = message!("check-double-remove");
        diagnostics.push(of_line(other, Code::DoubleCounting, message, help).column("amount"));
    }
}

fn is_external(key: &LineKey) -> bool {
    key.financing == Financing::External
}

pub(super) fn phases(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for line in subject.lines() {
        if line.key().phase == Phase::Approved && line.amount().is_some() {
            let message = message!("check-approved", line = line_of_year(subject, line.key()));
            let help = message!("check-approved-add");
            diagnostics.push(of_line(line, Code::PhaseChosen, message, help));
        }
    }
}

pub(super) fn not_published(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let attributed = subject.attribution.iter().flat_map(|attribution| &attribution.lines);
    let not_estimated = attributed.filter(|attributed| attributed.state == State::NotEstimated);
    let mut by_year: BTreeMap<_, Vec<&BudgetLine>> = BTreeMap::new();
    for line in not_estimated.map(|attributed| &*attributed.line) {
        by_year.entry(line.key().year).or_default().push(line);
    }
    for (year, lines) in by_year {
        let named = lines.iter().take(10);
        let names = &subject.project.names;
        let mut names: Vec<Value> = named.map(|line| names.line(&line.key().agency, &line.key().line).into()).collect();
        let more = lines.len().saturating_sub(10);
        if more > 0 {
            names.push(message!("and-more", count = more).into());
        }
        let names = Value::list(names, Between::Semicolons);
        let message = message!("check-not-published", year = year, count = lines.len(), lines = names);
        let mut diagnostic = Diagnostic::new(Code::NotPublished, message, message!("check-not-published-fill"));
        if let Some(origin) = lines.first().and_then(|line| line.rows().first_row()) {
            diagnostic = diagnostic.at(origin);
        }
        diagnostics.push(diagnostic);
    }
}
