//! Currencies that rows were probably not meant to be in: leva after the euro, and rows without a currency among others
//! that name the lev.

use super::Subject;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{Currency, Year};
use crate::message;
use crate::project::of_line;

/// The first year in which the currency of Bulgaria is the euro.
const EURO_YEAR: u16 = 2026;

fn is_of_the_euro(year: Year) -> bool {
    year.number() >= EURO_YEAR
}

/// Leva of a year in which there are none.
pub(super) fn leva_after_euro(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for line in &subject.project.lines {
        let key = line.key();
        if key.currency == Currency::BGN && is_of_the_euro(key.year) {
            let message = message!("check-leva-after-euro", line = key.describe());
            let help = message!("check-leva-correct");
            diagnostics.push(of_line(line, Code::LevaAfterEuro, message, help).column("currency"));
        }
    }
}

/// Rows of a euro project from before the euro that name no currency, where others name the lev.
pub(super) fn assumed(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let project = subject.project;
    let Some(leva) = project.lines.iter().find(|line| line.key().currency == Currency::BGN) else { return };
    if project.currency != Currency::EUR || !project.has_sound_lines() {
        return;
    }
    for line in &project.lines {
        let Some(origin) = line.rows().first_assumed() else { continue };
        if !is_of_the_euro(line.key().year) {
            let message =
                message!("check-currency-assumed", line = line.key().describe(), leva = leva.key().describe());
            let diagnostic = Diagnostic::new(Code::CurrencyAssumed, message, message!("check-name-currency"));
            diagnostics.push(diagnostic.at(origin).column("currency"));
        }
    }
}
