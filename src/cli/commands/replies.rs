//! `ingest` of what agencies sent back: every answer into its input, or the reason why not.

use std::path::{Path, PathBuf};

use super::ingest::is_table;
use crate::cli::args::{IngestArgs, ProjectArgs};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::{output, settings};
use crate::diagnostics::Diagnostics;
use crate::ingest::replies::{Reply, is_reply, read_reply};
use crate::ingest::{InputFile, NamedBy};
use crate::language::Message;
use crate::message;
use crate::output::{Claims, Destination};
use crate::pipeline::replies::{Arrived, Became, Decided, Home, Taken, figure_text, stand, take};
use crate::pipeline::{self, Loaded, Location, Named};
use crate::report::requests::Standing;
use std::collections::BTreeMap;

/// The files that are replies: the one named, or those of the folder named; `None` where the file is an ordinary one.
pub(super) fn of(named: &Path) -> Result<Option<Vec<PathBuf>>, Failure> {
    let file = |path: &Path| InputFile::on_disk(&shown(path), path, NamedBy::Option("FILE".to_owned()));
    if !named.is_dir() {
        return Ok(is_reply(&file(named), named).then(|| vec![named.to_path_buf()]));
    }
    let failure = |error| Failure::Io { act: "read", path: named.to_path_buf(), error };
    let mut found = Vec::new();
    let mut has_tables = false;
    for entry in std::fs::read_dir(named).map_err(failure)? {
        let path = entry.map_err(failure)?.path();
        let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['.', '~']));
        if !is_hidden && path.is_file() && is_reply(&file(&path), &path) {
            found.push(path);
        } else {
            has_tables |= path.is_file() && is_table(&path);
        }
    }
    found.sort();
    // A folder of ordinary tables is shown as one.
    if found.is_empty() && has_tables {
        return Ok(None);
    }
    if found.is_empty() {
        return Err(Failure::usage(message!("reply-no-replies", path = named.display().to_string())));
    }
    Ok(Some(found))
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// Takes replies into the project that is meant.
pub(super) fn run(
    console: &mut Console<'_>,
    project: &ProjectArgs,
    args: &IngestArgs,
    paths: &[PathBuf],
) -> Result<(), Failure> {
    for (flag, given) in [("--pin", args.pin), ("-o", args.output.is_some())] {
        if given {
            return Err(Failure::usage(message!("reply-not-for-replies", flag = flag)));
        }
    }
    let location = settings::location(project, &console.here);
    if location == Location::Embedded {
        return Err(Failure::usage(message!("reply-embedded")));
    }
    let mut diagnostics = Diagnostics::default();
    let named = pipeline::named(&location, &[], &mut diagnostics);
    if let Some((manifest, _)) = &named.read {
        settings::refuse_protected(project, manifest, "ingest")?;
    }
    let loaded = console.load(project)?;
    let (Some(of_project), Some((manifest, _))) = (loaded.to_ask(), &named.read) else {
        return Err(console.refuse(loaded.diagnostics(), Some(&settings::check_command(project))));
    };
    let mut diagnostics = Diagnostics::default();
    let mut replies: Vec<Reply> = Vec::new();
    let mut kept: Vec<PathBuf> = Vec::new();
    for path in paths {
        let file = InputFile::on_disk(&shown(path), path, NamedBy::Option("FILE".to_owned()));
        let reply = read_reply(&file, path, &mut diagnostics);
        // The same file twice, under two names, is one reply.
        let is_new = |reply: &Reply| replies.iter().all(|known| known.digest != reply.digest);
        if let Some(reply) = reply.filter(is_new) {
            replies.push(reply);
            kept.push(path.clone());
        }
    }
    if diagnostics.has_errors() {
        return Err(console.refuse(&diagnostics, None));
    }
    let standings = stand(of_project);
    let (language, readings) = (console.talk.language(), loaded.readings());
    let into = Home { project: of_project, manifest, manifest_file: &named.manifest_file, readings, language };
    let arrived = Arrived { replies: &replies, paths: &kept };
    let taken = take(into, &arrived, &standings, &args.accept, &mut diagnostics);
    let Some(taken) = taken.filter(|_| !diagnostics.has_errors()) else {
        return Err(console.refuse(&diagnostics, None));
    };
    if !taken.unused.is_empty() {
        return Err(Failure::usage(message!("reply-no-such-accept", keys = taken.unused)));
    }
    write(console, &named, &taken)?;
    console.warn(&diagnostics);
    let text = told(console, of_project, &replies, &taken, &standings);
    output::print(&text, console.stdout)?;
    refuse_errors(console, project, &loaded)
}

/// Puts all files in place, none of them where a list of inputs would take it for another.
fn write(console: &mut Console<'_>, named: &Named, taken: &Taken<'_>) -> Result<(), Failure> {
    let claims = Claims { files: Vec::new(), globs: named.claims().globs };
    let mut results = Vec::new();
    let mut made = Vec::new();
    for (_, path, bytes) in &taken.files {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            made.push(output::make_folder(folder)?);
        }
        let to = Destination::of(path)?;
        if !path.exists() {
            claims.refuse(&to)?;
        }
        results.push((to, bytes));
    }
    output::write_all(&results, console.stdout)
}

/// What became of each row, reply by reply, and the files that changed.
fn told(
    console: &Console<'_>,
    project: &crate::project::Project,
    replies: &[Reply],
    taken: &Taken<'_>,
    standings: &BTreeMap<String, Standing>,
) -> String {
    let language = console.talk.language();
    let mut text = String::new();
    if !console.talk.quiet {
        for reply in replies {
            let agency = project.names.said("agency", &reply.form.agency, language);
            let (answered, asked) = (reply.answers.len().to_string(), reply.form.rows.len().to_string());
            let file = &reply.file;
            let head = message!("reply-head", file = file, agency = agency, answered = answered, asked = asked);
            text.push_str(&format!("{}\n", language.say(&head)));
            for row in &reply.form.rows {
                let of = |one: &&Decided<'_>| std::ptr::eq(one.reply, reply) && one.answer.id == row.id;
                let remark = reply.remarks.iter().find(|(id, _)| *id == row.id).map(|(_, remark)| remark);
                let what = match standings.get(&row.id) {
                    Some(standing) => standing.item.what(),
                    None => format!("{} {}", row.asked[0], row.asked[2]),
                };
                let (became, figure) = match (taken.decided.iter().find(of), remark) {
                    (Some(one), _) => (became(&one.became), figure_text(one.answer)),
                    (None, Some(remark)) => (message!("reply-became-remark"), remark.clone()),
                    (None, None) => (message!("reply-became-open"), String::new()),
                };
                let figure = if figure.is_empty() { figure } else { format!(" = {figure}") };
                let line = message!("reply-line", became = became, what = what, figure = figure);
                text.push_str(&format!("  {}\n", language.say(&line)));
            }
        }
    }
    let files: Vec<&String> = taken.files.iter().map(|(name, ..)| name).collect();
    let changed = if files.is_empty() {
        message!("reply-nothing-changed")
    } else {
        message!("reply-changed-files", files = files)
    };
    text.push_str(&format!("{}\n", language.say(&changed)));
    text
}

fn became(became: &Became) -> Message {
    match became {
        Became::Written => message!("reply-became-written"),
        Became::Same => message!("reply-became-same"),
        Became::NotKnown => message!("reply-became-not-known"),
        Became::Differs(..) => message!("reply-became-differs"),
        Became::Gone => message!("reply-became-gone"),
    }
}

/// Tells the errors that a project has now and had not before, such as a published total that no longer holds.
fn refuse_errors(console: &mut Console<'_>, project: &ProjectArgs, before: &Loaded) -> Result<(), Failure> {
    let now = console.load(project)?;
    let (before, after) = (before.diagnostics().has_errors(), now.diagnostics());
    if after.has_errors() && !before {
        return Err(console.refuse(after, Some(&settings::check_command(project))));
    }
    Ok(())
}
