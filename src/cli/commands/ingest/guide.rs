//! The guide of `ingest`: the columns of a file with what each is taken for, and what is open with the lines that answer it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Task, typed};
use crate::cli::args::{IngestArgs, ProjectArgs};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::diagnostics::text::{for_terminal, render};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::clean_text;
use crate::ingest::{Answer, Question, Seen, Survey, shell_word};
use crate::message;

/// Longest name and example that are shown.
const NAME: usize = 36;
const EXAMPLE: usize = 30;

/// Most columns that are shown.
const COLUMNS: usize = 80;

/// Most faults of a kind that are shown beside questions.
const FAULTS: u64 = 3;

/// Tells what is open, and the faults that no answer mends.
pub(super) fn refuse(console: &mut Console<'_>, task: &Task<'_>, survey: &Survey) -> Failure {
    if survey.questions.is_empty() {
        return console.refuse(&survey.found, None);
    }
    say_faults(console, survey.faults());
    console.line(&message!(
        "survey-head",
        file = &survey.file.name,
        row = survey.header.to_string(),
        count = survey.columns.len()
    ));
    say_columns(console, &survey.columns);
    say_questions(console, &survey.questions, None);
    say_next(console, task, &survey.answers());
    failure_of_all(std::iter::once(&survey.found))
}

/// The first faults of each kind.
pub(super) fn say_faults<'d>(console: &mut Console<'_>, faults: impl Iterator<Item = &'d Diagnostic>) {
    let (paint, language) = (console.paint(), console.talk.language());
    let mut kinds: BTreeMap<Code, u64> = BTreeMap::new();
    for fault in faults {
        let count = kinds.entry(fault.code).or_default();
        *count += 1;
        if *count <= FAULTS {
            console.say(&render(fault, paint, language));
        }
    }
    for (code, count) in kinds.into_iter().filter(|(_, count)| *count > FAULTS) {
        console.line(&message!("survey-more-faults", code = code.name(), count = count - FAULTS));
    }
}

/// How a run ends in which something is open.
pub(super) fn failure_of_all<'d>(mut found: impl Iterator<Item = &'d Diagnostics>) -> Failure {
    if found.any(Diagnostics::has_unreadable_files) { Failure::Unreadable } else { Failure::Data }
}

/// All columns, each with an example and what it is taken for.
pub(super) fn say_columns(console: &mut Console<'_>, columns: &[Seen]) {
    let language = console.talk.language();
    let alone = language.say(&message!("survey-left-alone"));
    let heads = [message!("survey-column"), message!("survey-example"), message!("survey-taken-for")];
    let [column, example, taken] = heads.map(|head| language.say(&head));
    let mut rows: Vec<[String; 4]> = vec![[String::new(), column, example, taken]];
    for (number, seen) in (1..).zip(columns).take(COLUMNS) {
        let taken = if seen.taken.is_empty() { alone.clone() } else { seen.taken.join(", ") };
        let (name, example) = (cut(&clean_text(&seen.name), NAME), cut(&seen.example, EXAMPLE));
        rows.push([number.to_string(), name, example, taken]);
    }
    console.say(&for_terminal(&aligned(&rows)));
    if columns.len() > COLUMNS {
        console.line(&message!("survey-more-columns", count = columns.len() - COLUMNS));
    }
}

/// Rows of cells below one another.
fn aligned(rows: &[[String; 4]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths = [width(0), width(1), width(2)];
    let mut out = String::new();
    for [number, name, example, taken] in rows {
        let _ = writeln!(
            out,
            "  {number:>first$}  {name:<second$}  {example:<third$}  {taken}",
            first = widths[0],
            second = widths[1],
            third = widths[2]
        );
    }
    out
}

/// The questions, each with what answers it; of several files, in how many of them each is open.
pub(super) fn say_questions(console: &mut Console<'_>, questions: &[Question], files: Option<&[usize]>) {
    let language = console.talk.language();
    console.line(&message!("survey-open", count = questions.len()));
    for (number, question) in (1..).zip(questions) {
        let mut place: Vec<String> = vec![question.code.name().to_owned()];
        place.extend(question.row.map(|row| language.say(&message!("survey-row", row = row.to_string()))));
        let found = question.found.as_ref().map(|found| format!("\"{}\"", cut(&clean_text(found), EXAMPLE)));
        place.extend(found);
        place.extend(
            (question.count > 1 && question.row.is_some())
                .then(|| language.say(&message!("survey-cells", count = question.count))),
        );
        let of_files = files.and_then(|files| files.get(number - 1));
        place.extend(of_files.map(|count| language.say(&message!("survey-files", count = *count))));
        let place = format!(" ({})", place.join(", "));
        let mut text = format!("{number:>3}. {}{place}\n", language.say(&question.what));
        let options: Vec<(String, String)> =
            question.answers.iter().map(|answer| (answer.option(), answer.line())).collect();
        let width = options.iter().map(|(option, _)| option.chars().count()).max().unwrap_or(0);
        let either = language.say(&message!("survey-or"));
        for (index, (option, line)) in options.iter().enumerate() {
            let either = if index == 0 { "" } else { either.as_str() };
            let _ = writeln!(text, "     {either:>4} {option:<width$}   {line}");
        }
        console.say(&for_terminal(&text));
    }
}

/// The command that goes on with the first answers.
pub(super) fn say_next(console: &mut Console<'_>, task: &Task<'_>, answers: &[Answer]) {
    let mut options: Vec<String> = Vec::new();
    for option in answers.iter().map(Answer::option) {
        if !options.contains(&option) {
            options.push(option);
        }
    }
    console.line(&message!("survey-next"));
    console.say(&for_terminal(&format!("    {} {}\n", task.command, options.join(" "))));
}

fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}\u{2026}", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// The command as it was typed, without what it asks to write.
pub(super) fn command(project: &ProjectArgs, args: &IngestArgs) -> String {
    let mut words = vec!["thb-cost".to_owned()];
    words.extend(project.project.iter().map(|path| format!("--project {}", shell_word(&path.to_string_lossy()))));
    words.extend(project.embedded.then(|| "--embedded".to_owned()));
    words.push("ingest".to_owned());
    words.extend(args.file.iter().map(|path| shell_word(&path.to_string_lossy())));
    words.push(format!("--as {}", args.input.word()));
    words.extend(typed::options(&args.dialect));
    words.join(" ")
}
