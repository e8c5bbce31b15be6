//! What it would take to show a form of exploitation that nothing is attributed to: which split, which counts.

use std::collections::BTreeSet;

use arcstr::ArcStr;

use super::measure_word;
use crate::domain::{Year, year_spans};
use crate::message;
use crate::report::context::Context;

/// The sentence; `None` where something is attributed to the form, or nothing at all is attributed.
pub(super) fn what_it_takes(context: Context<'_>, form: &str) -> Option<String> {
    let mut parts = context.lines().flat_map(|(attributed, _)| &attributed.parts).peekable();
    parts.peek()?;
    if parts.any(|part| &*part.exploitation == form) {
        return None;
    }
    let years: BTreeSet<Year> = context.lines().map(|(_, line)| line.key().year).collect();
    let victims = &context.project.victims;
    let known = |measure: &ArcStr| -> Vec<Year> {
        years.iter().copied().filter(|year| !victims.parts(measure, *year).0.is_empty()).collect()
    };
    let of_measures = context.project.measures.iter().map(|measure| (measure, known(measure)));
    let split = |measure: &str| format!("[default.split] exploitation = {{ by = \"victims:{measure}\" }}");
    let said = match of_measures.rev().max_by_key(|(_, years)| years.len()).filter(|(_, years)| !years.is_empty()) {
        Some((measure, known)) => message!(
            "note-form-takes",
            split = split(measure),
            measure = measure_word(context, measure),
            years = year_spans(&known)
        ),
        None => message!("note-form-takes-counts", split = split("detected")),
    };
    Some(context.say(&said))
}
