//! Checks on services: a measure that is nowhere among the counts.

use super::Subject;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::ingest::InputName;
use crate::language::Message;
use crate::message;

/// The measure of every service, whether or not its use is a share of it.
pub(super) fn measures(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let project = subject.project;
    if project.faulty.contains(&InputName::Victims) {
        return;
    }
    let known = project.victims.measures();
    for service in project.services.rows() {
        if service.measure.is_empty() || known.contains(&service.measure) {
            continue;
        }
        let help = Message::did_you_mean(&service.measure, known.iter().map(AsRef::as_ref)).unwrap_or_else(|| {
            if known.is_empty() {
                message!("check-service-no-victims", measure = &service.measure)
            } else {
                message!("check-measure-has", measures = known.clone())
            }
        });
        let message = message!("check-service-measure", measure = &service.measure, service = &service.service);
        let diagnostic = Diagnostic::new(Code::UnknownMeasure, message, help).at(&service.origin);
        diagnostics.push(diagnostic.column("measure").found(&service.measure));
    }
}
