//! Rates that say what is law already.

use super::Subject;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::Currency;

pub(super) fn fixed(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for rate in subject.project.exchange.rows() {
        if Currency::have_fixed_rate(rate.from, rate.to) {
            let message = format!(
                "the rate from {} to {} is 1.95583 leva for one euro by law; the row is ignored",
                rate.from, rate.to
            );
            let diagnostic = Diagnostic::new(Code::FixedRate, message, "remove the row");
            diagnostics.push(diagnostic.at(&rate.origin).column("rate").found(rate.rate.to_string()));
        }
    }
}
