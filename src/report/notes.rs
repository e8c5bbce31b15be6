//! Notes: what a reader must know to read the figures right. Made from the data, year by year.

mod form;
mod missing;
mod protected;

use std::collections::BTreeMap;

use arcstr::ArcStr;

use super::context::Context;
use super::conversions::of_basis;
use super::known_lines;
use crate::attribution::{AttributedLine, Dimension};
use crate::domain::{ALL_FORMS, BudgetLine, Phase, State, Year, count_text, year_spans};
use crate::language::{Between, Message, Value};
use crate::measures::PerVictim;
use crate::message;
use crate::rules::Weights;

/// How many lines a note names; beyond it their number stands.
const NAMED: usize = 8;

pub use missing::of_years as missing_lines;

/// All notes of one year, how much of it is known in front.
#[must_use]
pub fn of_year(context: Context<'_>, year: Year) -> Vec<String> {
    let coverage = known_lines::in_words(context, &[year]);
    let mut notes: Vec<String> = coverage.iter().map(|words| format!("{}.", context.say(words))).collect();
    notes.extend(of_one_year(context, year));
    notes.extend(missing_lines(context, &[year]));
    notes
}

/// The notes of one year but those on lines that are not there, which are told for all years together.
#[must_use]
pub fn of_one_year(context: Context<'_>, year: Year) -> Vec<String> {
    let mut notes = Vec::new();
    let lines = |state: Option<State>| {
        context.lines_of(year).filter(move |(attributed, _)| state.is_none_or(|state| attributed.state == state))
    };
    let approved: Vec<&BudgetLine> = lines(None)
        .map(|(_, line)| line)
        .filter(|line| line.key().phase == Phase::Approved && line.amount().is_some())
        .collect();
    if !approved.is_empty() {
        notes.push(context.say(&message!("note-approved", lines = names(context, &approved))));
    }
    notes.extend(line_notes(context, lines(None).map(|(_, line)| line)));
    for state in [State::NotEstimated, State::Unattributed, State::Imputed] {
        let of_state: Vec<&BudgetLine> = lines(Some(state)).map(|(_, line)| line).collect();
        if !of_state.is_empty() {
            let lines = names(context, &of_state);
            notes.push(context.say(&match state {
                State::NotEstimated => message!("note-not-estimated", lines = lines),
                State::Unattributed => message!("note-unattributed", lines = lines),
                _ => message!("note-imputed", lines = lines),
            }));
        }
    }
    notes.extend(carried(context, year));
    notes.extend(counts(context, year));
    notes
}

/// Texts that hold for years, each once with all its years in front: `2014-2016: ...`. With one year in all, nothing
/// stands in front.
#[must_use]
pub fn merged(by_year: &[(Year, Vec<String>)]) -> Vec<String> {
    let mut merged: Vec<(&str, Vec<Year>)> = Vec::new();
    for (year, texts) in by_year {
        for text in texts {
            match merged.iter_mut().find(|(known, _)| known == text) {
                Some((_, years)) if years.last() != Some(year) => years.push(*year),
                Some(_) => {}
                None => merged.push((text, vec![*year])),
            }
        }
    }
    let one_year = by_year.iter().all(|(year, _)| Some(*year) == by_year.first().map(|(first, _)| *first));
    merged
        .into_iter()
        .map(|(text, years)| if one_year { text.to_owned() } else { format!("{}: {text}", year_spans(&years)) })
        .collect()
}

/// The notes of a report as a whole; `cite` says how a source is named.
#[must_use]
pub fn of_report(context: Context<'_>, cite: &dyn Fn(&str) -> String) -> Vec<String> {
    let mut notes = Vec::new();
    let places = context.lines().map(|(_, line)| (line.key().currency, line.key().year)).collect();
    notes.extend(of_basis(context, &places));
    notes.extend(forms_by_counts(context).map(|note| context.say(&note)));
    notes.extend(protected::told(context));
    if let Some(form) = &context.query.exploitation {
        notes.push(context.say(&message!("note-form", form = form_word(form))));
        let undivided = context
            .lines()
            .filter(|(attributed, _)| attributed.parts.iter().any(|part| &*part.exploitation == ALL_FORMS));
        let undivided = undivided.count();
        if undivided > 0 {
            notes.push(context.say(&message!("note-undivided", count = undivided)));
        }
        notes.extend(form::what_it_takes(context, form));
    }
    if !context.query.by.is_empty() && !context.query.measures.is_empty() {
        notes.push(context.say(&message!("note-parts-per-victim")));
    }
    notes.extend(other_groups(context));
    notes.extend(phase_changes(context));
    notes.extend(breaks_between(context));
    notes.extend(series(context, cite));
    notes.extend(context.project.asked().iter().map(|asked| {
        let name = context.value(Dimension::Agency, asked.agency);
        context.say(&asked.said(&name))
    }));
    notes
}

/// Which groups are added up in one.
fn other_groups(context: Context<'_>) -> Option<String> {
    let top = context.cost.top.as_ref()?;
    let name = |by: &Vec<String>| {
        let values = context.query.by.iter().zip(by).map(|(grouping, value)| context.value(*grouping, value));
        Value::Text(values.collect::<Vec<_>>().join(", "))
    };
    let mut names: Vec<Value> = top.others.iter().take(NAMED).map(name).collect();
    if top.others.len() > NAMED {
        names.push(message!("and-more", count = top.others.len() - NAMED).into());
    }
    let names = Value::list(names, Between::Semicolons);
    Some(context.say(&message!("note-other-groups", kept = top.kept.len(), count = top.others.len(), names = names)))
}

/// Which figure per victim is missing, and why; `None` where none is.
pub(super) fn no_figure(figure: &PerVictim) -> Option<Message> {
    let reason = figure.reason.clone()?;
    let no_bound = figure.total.low.is_none() || figure.total.high.is_none();
    Some(match figure.total.central {
        None => message!("report-no-figure", reason = reason),
        Some(_) if no_bound => message!("report-no-bound", reason = reason),
        Some(_) => message!("report-no-labelled", reason = reason),
    })
}

/// The measure whose counts divide what a line attributes among forms of exploitation, if it is divided so.
fn divided_by<'c>(context: Context<'c>, attributed: &'c AttributedLine) -> Option<&'c ArcStr> {
    let own = attributed.ruling.rule.as_ref().and_then(|rule| rule.split.exploitation.as_ref());
    let by = own.or(context.project.rules.default_split.exploitation.as_ref())?;
    match &by.weights {
        Weights::Victims(measure) if !attributed.parts.is_empty() => Some(measure),
        Weights::Victims(_) | Weights::Fixed(_) | Weights::Drivers(_) => None,
    }
}

/// Where forms of exploitation are divided by the counts that costs are then divided by.
pub(super) fn forms_by_counts(context: Context<'_>) -> Option<Message> {
    let by_form = context.query.exploitation.is_some() || context.query.by.contains(&Dimension::Exploitation.into());
    let mut measures = context.lines().filter_map(|(attributed, _)| divided_by(context, attributed));
    let measure = measures.find(|measure| context.query.measures.contains(measure)).filter(|_| by_form)?;
    Some(message!("note-form-by-counts", measure = measure_word(context, measure)))
}

/// Breaks of series in years that have no row of their own, between the first year shown and the last.
fn breaks_between(context: Context<'_>) -> Vec<String> {
    let shown: Vec<Year> = context.cost.rows.iter().map(|row| row.year).collect();
    let (Some(first), Some(last)) = (shown.first(), shown.last()) else { return Vec::new() };
    let form = context.query.exploitation.as_deref().unwrap_or(ALL_FORMS);
    let rows = context.project.victims.rows().filter(|row| {
        row.breaks
            && context.query.measures.contains(&row.measure)
            && row.exploitation.as_str() == form
            && row.group.as_str() == ALL_FORMS
            && row.year > *first
            && row.year < *last
            && !shown.contains(&row.year)
    });
    rows.map(|row| break_note(context, &row.measure, row.year)).collect()
}

fn break_note(context: Context<'_>, measure: &str, year: Year) -> String {
    context.say(&message!("note-break", measure = measure_word(context, measure), year = year))
}

/// Years whose change on the year before compares an allocation with spending.
fn phase_changes(context: Context<'_>) -> Option<String> {
    let mut years: Vec<Year> = context.cost.rows.iter().map(|row| row.year).collect();
    years.dedup();
    let approved = |year: Year| {
        context.lines_of(year).any(|(_, line)| line.key().phase == Phase::Approved && line.amount().is_some())
    };
    let mixed: Vec<Year> =
        years.windows(2).filter(|pair| approved(pair[0]) != approved(pair[1])).map(|pair| pair[1]).collect();
    (!mixed.is_empty()).then(|| context.say(&message!("note-phase-changes", years = year_spans(&mixed))))
}

/// What the rows of lines with an amount say of themselves, each text once.
fn line_notes<'l>(context: Context<'_>, lines: impl Iterator<Item = &'l BudgetLine>) -> Vec<String> {
    let mut by_text: BTreeMap<&str, Vec<&BudgetLine>> = BTreeMap::new();
    for line in lines.filter(|line| line.amount().is_some() && !line.rows().note().is_empty()) {
        by_text.entry(line.rows().note()).or_default().push(line);
    }
    let count = by_text.len();
    let texts = by_text.into_iter().take(NAMED);
    let said = texts.map(|(text, lines)| {
        let text = context.note(text);
        context.say(&message!("note-of-lines", lines = names(context, &lines), text = text))
    });
    let mut notes: Vec<String> = said.collect();
    if count > NAMED {
        notes.push(context.say(&message!("note-more-of-lines", count = count - NAMED)));
    }
    notes
}

fn carried(context: Context<'_>, year: Year) -> Vec<String> {
    let mut told: BTreeMap<ArcStr, Year> = BTreeMap::new();
    for (attributed, _) in context.lines_of(year).filter(|(attributed, _)| attributed.state == State::Carried) {
        if let (Some(rule), Some(of)) = (&attributed.ruling.rule, attributed.carried_from()) {
            told.insert(rule.id.clone(), of);
        }
    }
    told.into_iter()
        .map(|(rule, of)| {
            context.say(&message!("note-carried", rule = context.value(Dimension::Rule, &rule), year = of))
        })
        .collect()
}

/// Breaks, remarks and parts of the counts of a year.
fn counts(context: Context<'_>, year: Year) -> Vec<String> {
    let mut notes = Vec::new();
    let victims = &context.project.victims;
    for measure in &context.query.measures {
        let form = context.query.exploitation.as_deref().unwrap_or(ALL_FORMS);
        let Some(row) = victims.row(measure, year, form) else { continue };
        if row.breaks {
            notes.push(break_note(context, measure, year));
        }
        if !row.note.is_empty() {
            let text = context.note(&row.note);
            notes.push(context.say(&message!("note-of-count", measure = measure_word(context, measure), text = text)));
        }
        if let Some((sum, total)) = victims.parts_that_miss_the_total(measure, year) {
            notes.push(context.say(&message!(
                "note-parts-of-count",
                measure = measure_word(context, measure),
                sum = count_text(&sum),
                total = count_text(&total)
            )));
        }
    }
    notes
}

/// Where each series of counts comes from, and that the series are not one another.
fn series(context: Context<'_>, cite: &dyn Fn(&str) -> String) -> Vec<String> {
    let mut notes = Vec::new();
    for measure in &context.query.measures {
        let mut by_source: BTreeMap<ArcStr, Vec<String>> = BTreeMap::new();
        for row in &context.cost.rows {
            let figure = row.per_victim.iter().find(|figure| figure.measure == *measure && figure.victims.is_some());
            if let Some(source) = figure.and_then(|figure| figure.source.clone()) {
                let years = by_source.entry(source).or_default();
                if !years.contains(&row.year.to_string()) {
                    years.push(row.year.to_string());
                }
            }
        }
        if by_source.len() > 1 {
            let parts = by_source.iter().map(|(source, years)| format!("{} ({})", cite(source), years.join(", ")));
            notes.push(context.say(&message!(
                "note-several-sources",
                measure = measure_word(context, measure),
                sources = Value::list(parts, Between::Semicolons)
            )));
        }
    }
    if context.query.measures.len() > 1 {
        let measures: Vec<Value> =
            context.query.measures.iter().map(|measure| measure_word(context, measure)).collect();
        notes.push(context.say(&message!("note-several-measures", measures = measures)));
    }
    notes
}

fn names(context: Context<'_>, lines: &[&BudgetLine]) -> Value {
    let mut names: Vec<Value> = lines.iter().map(|line| missing::name(context, line).into()).collect();
    names.dedup();
    if names.len() > NAMED {
        let more = names.len() - NAMED;
        names.truncate(NAMED);
        names.push(message!("and-more", count = more).into());
    }
    Value::list(names, Between::Semicolons)
}

/// A form of exploitation in a sentence.
pub(super) fn form_word(form: &str) -> Value {
    Value::Word("exploitation", form.to_owned())
}

/// A measure of victims in a sentence.
fn measure_word(context: Context<'_>, measure: &str) -> Value {
    context
        .project
        .names
        .name("measure", measure, context.language)
        .map_or_else(|| Value::Word("measure", measure.to_owned()), |name| Value::Text(name.to_owned()))
}
