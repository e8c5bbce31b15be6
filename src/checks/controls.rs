//! Published totals must hold: phase `best`, blank amounts as 0.

use super::Subject;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::language::Message;
use crate::message;
use crate::project::{ControlFault, is_about};

pub(super) fn hold(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let project = subject.project;
    if !project.has_sound_lines() {
        return;
    }
    for control in &project.controls {
        let digits = control.currency.digits();
        let matching = subject.lines().filter(|line| is_about(control, line.key())).count();
        let sum = match project.sum_for(control, subject.lines()) {
            Ok(sum) if sum == control.amount => continue,
            Ok(sum) => sum,
            Err(ControlFault::Rate { from, to, year }) => {
                let message = message!("project-no-rate", from = from, to = to, year = year);
                let help = message!("project-add-rate", from = from, to = to, year = year);
                let diagnostic = Diagnostic::new(Code::MissingRate, message, help);
                diagnostics.push(diagnostic.at(&control.origin).column("currency"));
                continue;
            }
            Err(ControlFault::Range) => {
                let (message, help) = (message!("check-control-range"), message!("project-check-rate"));
                diagnostics
                    .push(Diagnostic::new(Code::AmountRange, message, help).at(&control.origin).column("amount"));
                continue;
            }
        };
        let message = message!(
            "check-control",
            published = control.amount.to_plain(digits),
            matching = matching,
            sum = sum.to_plain(digits),
            difference = (sum - control.amount).to_plain(digits),
            currency = control.currency
        );
        let help = match matching {
            0 => message!("check-control-matches-nothing"),
            _ => message!("check-control-look"),
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
