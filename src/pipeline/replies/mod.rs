//! Replies taken into a project: each answer a row of its input with its source, or the reason why it is none. All files are
//! made here and none is written, so that either all of them are or none is.

mod decide;
mod files;
mod list;
mod rows;
mod source_rows;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

pub use decide::{Became, Decided, figure_text};

use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::YearRange;
use crate::ingest::replies::{CsvChange, Reply};
use crate::ingest::{Defaults, InputFile, InputName, Manifest, Reading, digest_of_all};
use crate::language::{Language, Value};
use crate::message;
use crate::project::Project;
use crate::report::requests::{Item, Standing, items, standings};
use files::Files;

/// How many items a message names.
const NAMED: usize = 8;

/// A file that changes: its name, its path, its new bytes.
pub type ChangedFile = (String, PathBuf, Vec<u8>);

/// Replies with the path that it was read from.
pub struct Arrived<'r> {
    /// The replies.
    pub replies: &'r [Reply],
    /// Where each was read.
    pub paths: &'r [PathBuf],
}

/// A project that replies are taken into.
#[derive(Clone, Copy)]
pub struct Home<'p> {
    /// The project.
    pub project: &'p Project,
    /// Its manifest.
    pub manifest: &'p Manifest,
    /// The file of that.
    pub manifest_file: &'p InputFile,
    /// How each of its tables was read.
    pub readings: &'p [Reading],
    /// The language of what is written for people, such as the titles of sources.
    pub language: Language,
}

/// What replies come to.
pub struct Taken<'r> {
    /// What became of each answer.
    pub decided: Vec<Decided<'r>>,
    /// Files that change: name, path, new bytes, in the order in which they are to be put in place. Copies of the replies come
    /// first.
    pub files: Vec<ChangedFile>,
    /// Words after `--accept` that accept nothing.
    pub unused: Vec<String>,
}

/// How every figure of a project stands.
#[must_use]
pub fn stand(project: &Project) -> BTreeMap<String, Standing> {
    standings(project)
}

/// Takes replies into a project. What cannot be written goes to `diagnostics`, and then nothing is to be written.
pub fn take<'r>(
    into: Home<'_>,
    arrived: &Arrived<'r>,
    standings: &'r BTreeMap<String, Standing>,
    accept: &[String],
    diagnostics: &mut Diagnostics,
) -> Option<Taken<'r>> {
    let Home { project, manifest, readings, language, .. } = into;
    let (decided, unused) = decide::decide(arrived.replies, standings, accept);
    let mut files = Files::new(manifest, readings, &project.files)?;
    let mut copies: BTreeMap<PathBuf, (String, Vec<u8>)> = BTreeMap::new();
    let mut cited: BTreeSet<&str> = BTreeSet::new();
    for one in &decided {
        if one.became == Became::Written
            && let Some(standing) = one.standing
            && let Err(fault) = write(into, &mut files, one, standing)
        {
            diagnostics.push(*fault);
        }
        let is_cited = matches!(one.became, Became::Written | Became::NotKnown);
        let is_there = project.sources.as_ref().is_some_and(|sources| sources.contains_key(one.source.as_str()));
        if is_cited && !is_there && cited.insert(&one.source) {
            let at = arrived.replies.iter().position(|reply| std::ptr::eq(reply, one.reply));
            let Some(path) = at.and_then(|at| arrived.paths.get(at)) else { continue };
            let (name, to) = source_rows::copy(one.reply, path, files.folder());
            copies.extend(to.map(|to| (to, (name.clone(), one.reply.bytes.to_vec()))));
            let row = source_rows::row(project, one, &name, language);
            match files.for_new_row(InputName::Sources) {
                Ok(file) => file.changes.push(CsvChange::Append(row)),
                Err(fault) => diagnostics.push(*fault),
            }
        }
        tell(one, diagnostics);
    }
    if let Err(fault) = list::write(project, &mut files, arrived.replies, &decided) {
        diagnostics.push(*fault);
    }
    tell_versions(project, arrived.replies, standings, diagnostics);
    match files.finish(into.manifest_file) {
        Ok(changed) => {
            let named = |(path, (name, bytes)): (PathBuf, (String, Vec<u8>))| (name, path, bytes);
            let files = copies.into_iter().map(named).chain(changed).collect();
            Some(Taken { decided, files, unused })
        }
        Err(fault) => {
            diagnostics.push(*fault);
            None
        }
    }
}

/// Puts an answer into its row, or into a new one.
fn write(into: Home<'_>, files: &mut Files<'_>, one: &Decided<'_>, standing: &Standing) -> Result<(), Box<Diagnostic>> {
    let input = rows::input_of(&standing.item);
    let source = one.source.clone();
    let remark = one.answer.remark.clone();
    let figures = rows::figures(one);
    let Some(origin) = &standing.row else {
        if standing.known.is_some() {
            // A figure that several rows add up to has no one row to be written into.
            let message = message!("reply-several-rows", what = standing.item.what());
            let fault = Diagnostic::new(Code::CannotWriteAnswer, message, message!("reply-write-by-hand"));
            return Err(Box::new(fault.at(&one.answer.origin).column(&one.answer.address)));
        }
        let mut cells = rows::new_row(into.project, &standing.item);
        cells.extend(figures.into_iter().map(|(column, text)| (column.to_owned(), text)));
        cells.extend([("source".to_owned(), source), ("note".to_owned(), remark)]);
        let defaults = InputName::MONEY
            .contains(&input)
            .then(|| Defaults::new(input, into.manifest.currency, &into.manifest.dimensions));
        let file = files.for_new_row(input)?;
        // What a file without the column means anyway needs no column.
        cells.retain(|(column, text)| {
            file.csv.has(column) || defaults.is_none_or(|defaults| defaults.of(column).as_ref() != Some(text))
        });
        file.changes.push(CsvChange::Append(cells));
        return Ok(());
    };
    let before = standing.known.as_ref().map(|known| {
        let before = message!("reply-before", figure = &known.text, source = &known.source);
        into.language.say(&before)
    });
    let is_service = matches!(input, InputName::Services);
    let file = files.of_row(origin)?;
    let cell = |column: &str| file.csv.cell(origin.row, column).unwrap_or_default();
    let has_source = !cell("source").is_empty();
    // The source of a service is that of all its factors.
    let kept =
        (is_service && has_source && standing.known.is_none()).then(|| format!("{}: {source}", one.answer.kind.word()));
    let earlier = file.changes.iter().rev().find_map(|change| match change {
        CsvChange::Set { row, column: "note", text } if *row == origin.row => Some(text.clone()),
        _ => None,
    });
    let notes =
        [earlier.unwrap_or_else(|| cell("note")), before.unwrap_or_default(), kept.clone().unwrap_or_default(), remark];
    let notes: Vec<String> = notes.into_iter().filter(|note| !note.is_empty()).collect();
    let mut cells = figures;
    cells.push(("note", notes.join("; ")));
    if kept.is_none() {
        cells.push(("source", source));
    }
    let changed = cells.into_iter().filter(|(column, text)| cell(column) != *text);
    let changes: Vec<CsvChange> =
        changed.map(|(column, text)| CsvChange::Set { row: origin.row, column, text }).collect();
    file.changes.extend(changes);
    Ok(())
}

/// Tells an answer that differs from what is known.
fn tell(one: &Decided<'_>, diagnostics: &mut Diagnostics) {
    let (Became::Differs(known, source), Some(standing)) = (&one.became, one.standing) else { return };
    let message = message!("reply-differs", what = standing.item.what(), known = known, source = source);
    let help = message!("reply-accept", key = one.key());
    diagnostics.push(
        Diagnostic::new(Code::ReplyDiffers, message, help)
            .at(&one.answer.origin)
            .column(&one.answer.address)
            .found(figure_text(one.answer)),
    );
}

/// Tells rows of a reply that the project has no more, and what it lacks that the reply was not asked for.
fn tell_versions(
    project: &Project,
    replies: &[Reply],
    standings: &BTreeMap<String, Standing>,
    diagnostics: &mut Diagnostics,
) {
    let named = |names: Vec<String>| {
        let more = names.len().saturating_sub(NAMED);
        let mut shown: Vec<Value> = names.into_iter().take(NAMED).map(Value::from).collect();
        if more > 0 {
            shown.push(message!("and-more", count = more).into());
        }
        Value::list(shown, crate::language::Between::Semicolons)
    };
    for reply in replies.iter().filter(|reply| reply.form.digest != digest_of_all(&project.shown_files())) {
        let rows = reply.form.rows.iter();
        let gone: Vec<String> = rows
            .filter(|row| !standings.contains_key(&row.id))
            .map(|row| format!("{} {} ({})", row.asked[0], row.asked[2], row.id))
            .collect();
        let years = YearRange::parse(&reply.form.year).unwrap_or_default();
        let asked = |item: &Item| *item.agency == *reply.form.agency && reply.form.row(&item.id).is_none();
        let new: Vec<String> = items(project, years).iter().filter(|item| asked(item)).map(Item::what).collect();
        let push = |message, help, diagnostics: &mut Diagnostics| {
            diagnostics.push(Diagnostic::new(Code::ReplyOtherVersion, message, help).in_file(&reply.file));
        };
        if !gone.is_empty() {
            let message = message!("reply-rows-gone", count = gone.len(), rows = named(gone));
            push(message, message!("reply-rows-gone-help"), diagnostics);
        }
        if !new.is_empty() {
            let message = message!("reply-rows-new", count = new.len(), rows = named(new));
            push(message, message!("reply-rows-new-help"), diagnostics);
        }
    }
}
