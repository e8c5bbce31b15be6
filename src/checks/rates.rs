//! Rates that say what is law already.

use super::Subject;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::Currency;
use crate::language::Value;
use crate::message;

pub(super) fn fixed(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for rate in subject.project.exchange.rows() {
        if Currency::have_fixed_rate(rate.from, rate.to) {
            let by_law = Value::figure("1.95583");
            let message = message!("check-fixed-rate", from = rate.from, to = rate.to, rate = by_law);
            let diagnostic = Diagnostic::new(Code::FixedRate, message, message!("check-fixed-rate-remove"));
            diagnostics.push(diagnostic.at(&rate.origin).column("rate").found(rate.rate.to_string()));
        }
    }
}
