//! Checks on counts of victims: measures without rows, parts against totals, breaks of series.

use std::collections::BTreeSet;

use super::Subject;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{ALL_FORMS, count_text, did_you_mean};
use crate::ingest::InputName;

pub(super) fn measures(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    if subject.project.faulty.contains(&InputName::Victims) {
        return;
    }
    let known = subject.project.victims.measures();
    for measure in subject.project.measures.iter().filter(|measure| !known.contains(measure)) {
        let help = did_you_mean(measure, known.iter().map(AsRef::as_ref)).unwrap_or_else(|| {
            if known.is_empty() {
                "name a victims file in [inputs], or leave victims out of [project]".to_owned()
            } else {
                format!("the victims file has {}", known.join(", "))
            }
        });
        let message = format!("the measure \"{measure}\" has no row in victims");
        let diagnostic = Diagnostic::new(Code::UnknownMeasure, message, help).column("project.victims");
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
            let message = format!(
                "{measure} {year}: the counts by form of exploitation add to {sum_text}, the total is {total_text}"
            );
            let (code, help) = if sum > total {
                (Code::VictimPartsAbove, "correct the counts; a split by them is refused")
            } else {
                (Code::VictimParts, "nothing to do where the source prints it so; a split calls the rest unspecified")
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
            let why = if row.note.is_empty() { String::new() } else { format!(": {}", row.note) };
            let message = format!("{}: the series breaks in {}{why}", row.measure, row.year);
            let help = "do not compare cost per victim before and after";
            diagnostics.push(Diagnostic::new(Code::SeriesBreak, message, help).at(&row.origin).column("break"));
        }
    }
}
