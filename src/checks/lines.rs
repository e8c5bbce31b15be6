//! Checks on budget lines: blanks, inputs that share a line, probable double counting, phases.

use std::collections::BTreeMap;

use super::Subject;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{Financing, Phase, State};
use crate::project::{Line, of_line};

pub(super) fn blank_beside_known(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for line in &subject.project.lines {
        let published = &line.published;
        if published.amount.is_some() && published.blank_rows > 0 {
            let message = format!(
                "{} has {} of {} amounts blank; its sum may be too small",
                published.key.describe(),
                published.blank_rows,
                published.rows
            );
            let help = "fill in the blank amounts, or give those rows a line of their own".to_owned();
            let fault = of_line(published, Code::BlankBesideKnown, message, help).column("amount");
            diagnostics.push(match &published.first_blank {
                Some(origin) => fault.at(origin),
                None => fault,
            });
        }
    }
}

pub(super) fn in_two_inputs(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for line in &subject.project.lines {
        let published = &line.published;
        if published.inputs.len() > 1 {
            let inputs = published.inputs.join(" and ");
            let message = format!("{} stands in {inputs} and is added up", published.key.describe());
            let help = "if the same money stands in both, remove it from one".to_owned();
            diagnostics.push(of_line(published, Code::LineInTwoInputs, message, help));
        }
    }
}

pub(super) fn double_counting(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let mut by_payment: BTreeMap<_, [Vec<&Line>; 2]> = BTreeMap::new();
    for line in &subject.project.lines {
        let key = line.key();
        if line.published.amount.is_some_and(|amount| !amount.is_zero()) {
            let sides = by_payment.entry((key.year, &key.funder, line.amount)).or_default();
            sides[usize::from(key.financing == Financing::External)].push(line);
        }
    }
    for [state, external] in by_payment.values() {
        let (Some(other), Some(grant)) = (state.first(), external.first()) else { continue };
        let more = match state.len() * external.len() - 1 {
            0 => String::new(),
            more => format!(", and {more} more such pairs"),
        };
        let message = format!(
            "{} has the funder and amount of the external line {}{more}",
            other.key().describe(),
            grant.key().describe()
        );
        let help = "if it is the same grant, remove one of the two".to_owned();
        diagnostics.push(of_line(&other.published, Code::DoubleCounting, message, help).column("amount"));
    }
}

pub(super) fn phases(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for line in subject.lines() {
        if line.key().phase == Phase::Approved && line.amount.is_some() {
            let message = format!("{} is shown with its approved amount", line.key().describe());
            let help = "add the executed amount when it is published".to_owned();
            diagnostics.push(of_line(&line.published, Code::PhaseChosen, message, help));
        }
    }
}

pub(super) fn not_published(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let attributed = subject.attribution.iter().flat_map(|attribution| &attribution.lines);
    let not_estimated = attributed.filter(|attributed| attributed.state == State::NotEstimated);
    let blank = not_estimated.filter_map(|attributed| subject.project.lines.get(attributed.line));
    let mut by_year: BTreeMap<_, Vec<&Line>> = BTreeMap::new();
    for line in blank {
        by_year.entry(line.key().year).or_default().push(line);
    }
    for (year, lines) in by_year {
        let names: Vec<String> =
            lines.iter().map(|line| format!("{} \"{}\"", line.key().agency, line.key().line)).collect();
        let shown = names.iter().take(10).map(String::as_str).collect::<Vec<_>>().join("; ");
        let more = names.len().saturating_sub(10);
        let more = if more > 0 { format!("; and {more} more") } else { String::new() };
        let count = if names.len() == 1 { "1 line has".to_owned() } else { format!("{} lines have", names.len()) };
        let message = format!("{year}: {count} no published amount: {shown}{more}");
        let mut diagnostic =
            Diagnostic::new(Code::NotPublished, message, "fill in the amounts when they are published");
        if let Some(origin) = lines.first().and_then(|line| line.published.origins.first()) {
            diagnostic = diagnostic.at(origin);
        }
        diagnostics.push(diagnostic);
    }
}
