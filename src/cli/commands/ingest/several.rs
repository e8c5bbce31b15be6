//! Several files together: which are alike, in what the others differ, what is open in how many of them, and what all of
//! them add up to.

use std::sync::Arc;

use super::group::{Group, groups};
use super::pin::Pinned;
use super::{Task, guide, pin, rows_of, say_sums, write_rows};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::domain::clean_text;
use crate::ingest::{InputFile, Reader, Seen, Survey, known};
use crate::message;

/// Most names that are told of a list.
const NAMED: usize = 4;

/// Shows files together.
pub(super) fn show(console: &mut Console<'_>, task: &Task<'_>, files: &[InputFile]) -> Result<(), Failure> {
    let Task { args, manifest, .. } = task;
    let mut surveys: Vec<Survey> = Vec::new();
    let mut pinned = 0;
    for file in files {
        let (known, is_pinned) = known(&task.typed, manifest, file);
        pinned += usize::from(is_pinned);
        let file = file.clone().under_no_name();
        surveys.extend(Survey::of(&file, args.input, manifest, &known));
    }
    let groups = groups(&surveys);
    let is_settled = groups.iter().all(Group::is_settled);
    if is_settled {
        let rows: Vec<_> = surveys
            .iter()
            .filter_map(|survey| {
                let marks = survey.reading.as_ref()?.settled.marks;
                let dialects = vec![Arc::new(survey.dialect.clone().for_file(&survey.file.key))];
                let reader = Reader { dialects, ..Reader::of(manifest) };
                Some(rows_of(&survey.file, args.input, manifest, reader, marks))
            })
            .collect();
        write_rows(console, task, &rows)?;
    }
    if !console.talk.quiet || !is_settled {
        console.line(&message!("survey-several", files = surveys.len(), groups = groups.len()));
        for (number, group) in (1..).zip(&groups) {
            say_group(console, task, number, group, groups.first());
        }
    }
    if !is_settled {
        return Err(guide::failure_of_all(surveys.iter().map(|survey| &survey.found)));
    }
    for survey in &surveys {
        console.warn(&survey.found);
    }
    if !console.talk.quiet {
        say_sums(console, surveys.iter().map(|survey| &survey.sums), manifest.currency);
    }
    let pins: Vec<Pinned> = groups.iter().filter_map(|group| pin::of_group(group, &manifest.folder)).collect();
    match (args.pin, pinned) {
        (true, 0) => pin::add(console, task, &pins),
        (true, _) => Err(Failure::usage(message!("ingest-pin-one-by-one", count = pinned))),
        (false, 0) if !console.talk.quiet => {
            let text: Vec<&str> = pins.iter().map(|pin| pin.dialect.as_str()).collect();
            let pins = console.talk.language().say(&message!("ingest-pins-or-pin"));
            console.say(&format!("\n{pins}\n\n{}", text.join("\n")));
            Ok(())
        }
        (false, _) => Ok(()),
    }
}

fn say_group(console: &mut Console<'_>, task: &Task<'_>, number: usize, group: &Group<'_>, of_all: Option<&Group<'_>>) {
    let Some(first) = group.first() else { return };
    let names: Vec<String> = group.members.iter().map(|survey| survey.file.name.to_string()).collect();
    console.say("\n");
    console.line(&message!(
        "survey-group",
        number = number,
        count = names.len(),
        files = some_of(&names),
        row = first.header.to_string()
    ));
    let of_all = of_all.and_then(Group::first).filter(|_| number > 1);
    match of_all {
        Some(other) => say_difference(console, first, other),
        None => guide::say_columns(console, &first.columns),
    }
    for (position, names) in group.varying() {
        console.line(&message!("survey-varying", position = position.to_string(), names = some_of(&names)));
    }
    guide::say_faults(console, group.members.iter().flat_map(|survey| survey.faults()));
    let (questions, files) = group.questions();
    if questions.is_empty() {
        return;
    }
    guide::say_questions(console, &questions, Some(&files));
    let answers: Vec<_> = questions.iter().filter_map(|question| question.answers.first().cloned()).collect();
    guide::say_next(console, task, &answers);
}

/// In what the columns of a file differ from those of another.
fn say_difference(console: &mut Console<'_>, one: &Survey, other: &Survey) {
    if one.header != other.header {
        console.line(&message!(
            "survey-differs-header",
            row = one.header.to_string(),
            other = other.header.to_string()
        ));
    }
    let name = |seen: &Seen| clean_text(&seen.name).into_owned();
    let lacks = |columns: &[Seen], names: &[Seen]| {
        let is_there = |seen: &&Seen| names.iter().any(|known| name(known).to_lowercase() == name(seen).to_lowercase());
        columns.iter().filter(|seen| !is_there(seen)).map(name).collect::<Vec<_>>()
    };
    let (more, fewer) = (lacks(&one.columns, &other.columns), lacks(&other.columns, &one.columns));
    if !more.is_empty() {
        console.line(&message!("survey-differs-more", count = more.len(), names = some_of(&more)));
    }
    if !fewer.is_empty() {
        console.line(&message!("survey-differs-fewer", count = fewer.len(), names = some_of(&fewer)));
    }
    for seen in &one.columns {
        let known = other.columns.iter().find(|known| name(known) == name(seen));
        if let Some(known) = known.filter(|known| known.taken != seen.taken) {
            console.line(&message!(
                "survey-differs-taken",
                name = name(seen),
                taken = taken(seen, console),
                other = taken(known, console)
            ));
        }
    }
    if more.is_empty() && fewer.is_empty() && one.header == other.header {
        console.line(&message!("survey-differs-order"));
    }
}

fn taken(seen: &Seen, console: &Console<'_>) -> String {
    match seen.taken.is_empty() {
        true => console.talk.language().say(&message!("survey-left-alone")),
        false => seen.taken.join(", "),
    }
}

/// The first few of many names, and the last.
fn some_of(names: &[String]) -> String {
    match names {
        [first, .., last] if names.len() > NAMED => {
            let second = names.get(1).cloned().unwrap_or_default();
            format!("{first}, {second}, \u{2026}, {last}")
        }
        names => names.join(", "),
    }
}
