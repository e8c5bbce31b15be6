//! Checks on counts of victims: measures without rows, parts against totals, breaks of series.

use std::collections::BTreeSet;

use super::Subject;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{ALL_FORMS, count_text};
use crate::ingest::InputName;
use crate::language::{Message, Value};
use crate::message;

pub(super) fn measures(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    if subject.project.faulty.contains(&InputName::Victims) {
        return;
    }
    let known = subject.project.victims.measures();
    for measure in subject.project.measures.iter().filter(|measure| !known.contains(measure)) {
        let help = Message::did_you_mean(measure, known.iter().map(AsRef::as_ref)).unwrap_or_else(|| {
            if known.is_empty() {
                message!("check-measure-name")
            } else {
                message!("check-measure-has", measures = known.clone())
            }
        });
        let message = message!("check-measure", measure = measure);
        let diagnostic = Diagnostic::new(Code::MeasureWithoutCounts, message, help).column("project.victims");
        diagnostics.push(match &subject.project.measures_origin {
            Some(origin) => diagnostic.at(origin),
            None => diagnostic,
        });
    }
}

pub(super) fn parts(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let victims = &subject.project.victims;
    let years: BTreeSet<_> = victims.rows().map(|row| row.year).collect();
    for measure in victims.measures() {
        for year in &years {
            let Some((sum, total)) = victims.parts_that_miss_the_total(&measure, *year) else { continue };
            let Some(row) = victims.row(&measure, *year, ALL_FORMS) else { continue };
            let (sum_text, total_text) = (count_text(&sum), count_text(&total));
            let word = Value::Word("measure", measure.to_string());
            let message = message!("check-parts", measure = word, year = year, sum = sum_text, total = total_text);
            let (code, help) = if sum > total {
                (Code::VictimPartsAbove, message!("check-parts-correct"))
            } else {
                (Code::VictimParts, message!("check-parts-leave"))
            };
            diagnostics.push(Diagnostic::new(code, message, help).at(&row.origin).column("count"));
        }
    }
}

pub(super) fn breaks(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let years = subject.project.years();
    let (Some(first), Some(last)) = (years.first(), years.last()) else { return };
    for row in subject.project.victims.rows() {
        if row.breaks && row.year > *first && row.year <= *last {
            let measure = Value::Word("measure", row.measure.to_string());
            let message = if row.note.is_empty() {
                message!("check-break", measure = measure, year = row.year)
            } else {
                message!("check-break-why", measure = measure, year = row.year, why = &row.note)
            };
            let help = message!("check-break-compare");
            diagnostics.push(Diagnostic::new(Code::SeriesBreak, message, help).at(&row.origin).column("break"));
        }
    }
}
