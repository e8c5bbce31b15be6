//! Published totals must hold: phase `best`, blank amounts as 0.

use super::Subject;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{Control, LineKey, Money};
use crate::language::Message;
use crate::message;

pub(super) fn hold(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let project = subject.project;
    if !project.has_sound_lines() {
        return;
    }
    let digits = project.currency.digits();
    for control in &project.controls {
        let matching: Vec<_> = subject.lines().filter(|line| matches(control, line.key())).collect();
        let sum: Money = matching.iter().filter_map(|line| line.amount).sum();
        if sum == control.amount {
            continue;
        }
        let message = message!(
            "check-control",
            published = control.amount.to_plain(digits),
            matching = matching.len(),
            sum = sum.to_plain(digits),
            difference = (sum - control.amount).to_plain(digits)
        );
        let help = if matching.is_empty() {
            message!("check-control-matches-nothing")
        } else {
            message!("check-control-look")
        };
        diagnostics.push(
            Diagnostic::new(Code::ControlMismatch, message, help)
                .at(&control.origin)
                .column("amount")
                .found(control.amount.to_plain(digits))
                .expected(Message::verbatim(sum.to_plain(digits))),
        );
    }
}

/// A blank cell of the control matches all.
fn matches(control: &Control, key: &LineKey) -> bool {
    control.year.is_none_or(|year| year == key.year)
        && control.agency.as_ref().is_none_or(|agency| *agency == key.agency)
        && control.financing.is_none_or(|financing| financing == key.financing)
        && control.label.is_none_or(|label| label == key.label)
        && control.line.as_ref().is_none_or(|line| *line == key.line)
}
