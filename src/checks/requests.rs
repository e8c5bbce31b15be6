//! Agencies that were asked: what is open, by name.

use super::Subject;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::RequestRow;
use crate::language::{Between, Value};
use crate::message;

/// How many open figures are named.
const NAMED: usize = 8;

/// Tells, agency by agency, what was asked, what was answered, what is open.
pub(super) fn asked(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for asked in subject.project.asked() {
        let open: Vec<&RequestRow> = asked.open().collect();
        let mut named: Vec<Value> = open.iter().take(NAMED).map(|row| (&row.what).into()).collect();
        if open.len() > NAMED {
            named.push(message!("and-more", count = open.len() - NAMED).into());
        }
        let help = if open.is_empty() {
            message!("asked-all-answered")
        } else {
            message!("asked-open", rows = Value::list(named, Between::Semicolons))
        };
        let diagnostic = Diagnostic::new(Code::Requests, asked.said(asked.agency), help);
        diagnostics.push(match open.first().or(asked.rows.first()) {
            Some(row) => diagnostic.at(&row.origin),
            None => diagnostic,
        });
    }
}
