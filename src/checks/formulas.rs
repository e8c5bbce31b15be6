//! Texts that a spreadsheet would take for a formula: CSV keeps them as they are, so that opening it could run them.

use std::collections::BTreeSet;

use super::Subject;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::is_formula;
use crate::message;

pub(super) fn told(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let project = subject.project;
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for line in &project.lines {
        let Some(origin) = line.rows().first_row() else { continue };
        let key = line.key();
        let own = project.dimensions.iter().map(AsRef::as_ref).zip(&*key.own);
        let fields = [
            ("agency", &key.agency),
            ("funder", &key.funder),
            ("line", &key.line),
            ("function", &key.function),
            ("area", &key.area),
            ("source", &key.source),
            ("note", line.rows().note()),
        ];
        for (column, text) in fields.into_iter().chain(own) {
            if is_formula(text) && seen.insert(text) {
                diagnostics.push_with(Code::FormulaText, || {
                    let (message, help) = (message!("check-formula"), message!("check-formula-correct"));
                    Diagnostic::new(Code::FormulaText, message, help).at(origin).column(column).found(text)
                });
            }
        }
    }
}
