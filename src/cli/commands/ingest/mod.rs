//! `ingest`: what a file of which nothing is known becomes: its columns, the questions that are open with the lines that
//! answer them, and, once they are answered, its canonical rows, what they add up to, and the dialect that pins it.

mod group;
mod guide;
mod pin;
mod several;
mod typed;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::replies;
use crate::cli::args::{IngestArgs, ProjectArgs};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::{output, settings};
use crate::diagnostics::Diagnostics;
use crate::domain::{Currency, Money, Phase, Year};
use crate::ingest::{
    Dialect, Folder, InputFile, InputName, Manifest, NamedBy, Reader, Reduction, Survey, canonical_rows, known,
};
use crate::message;
use crate::output::Claims;
use crate::pipeline::{self, Location, Named};
use crate::render::{Formulas, RenderError, csv};
use crate::report::FlatTable;

/// What a run of `ingest` knows from the beginning.
struct Task<'t> {
    args: &'t IngestArgs,
    /// The command line as it was typed, up to the answers.
    command: String,
    manifest_file: InputFile,
    manifest: Manifest,
    /// What the command line says of every file.
    typed: Dialect,
    /// Whether it says anything.
    is_typed: bool,
}

pub(crate) fn run(console: &mut Console<'_>, project: &ProjectArgs, args: &IngestArgs) -> Result<(), Failure> {
    settings::refuse_inputs_named(project, "ingest")?;
    if let [named] = args.file.as_slice()
        && let Some(found) = replies::of(named)?
    {
        return replies::run(console, project, args, &found);
    }
    if !args.accept.is_empty() {
        let files: Vec<String> = args.file.iter().map(|file| file.display().to_string()).collect();
        return Err(Failure::usage(message!("reply-only-for-replies", file = files.join(", "))));
    }
    let location = settings::location(project, &console.here);
    let mut diagnostics = Diagnostics::default();
    let named = pipeline::named(&location, &[], &mut diagnostics);
    let mut claims = named.claims();
    let Named { manifest_file, read, .. } = named;
    let Some((manifest, _)) = read else { return Err(console.refuse(&diagnostics, None)) };
    if args.pin && matches!(location, Location::Embedded) {
        return Err(Failure::usage(message!("ingest-embedded")));
    }
    let files = files(&args.file, &manifest.folder);
    if InputName::PEOPLE.contains(&args.input) || settings::has_counts(&manifest, &files) {
        settings::refuse_protected(project, &manifest, "ingest")?;
    }
    claim(&mut claims, &files);
    output::refuse_inputs(args.output.as_deref(), &claims)?;
    let text = typed::typed(&args.dialect, &files.first().map_or_else(String::new, |file| file.name.to_string()));
    let command_line = console.talk.language().say(&message!("dialect-command-line"));
    let typed = Dialect::of_text(&text, &command_line, &manifest.dimensions, &mut diagnostics);
    let Some(typed) = typed.filter(|_| !diagnostics.has_errors()) else {
        return Err(console.refuse(&diagnostics, None));
    };
    let is_typed = text.lines().count() > 1;
    let typed = Dialect { files: Vec::new(), origin: None, ..typed };
    let command = guide::command(project, args);
    let task = Task { args, command, manifest_file, manifest, typed, is_typed };
    match files.as_slice() {
        [file] => one(console, &task, file),
        files => several::show(console, &task, files),
    }
}

/// The files that are meant: of a folder those in it, of a pattern those that match, in the order of their names.
fn files(typed: &[PathBuf], folder: &Folder) -> Vec<InputFile> {
    let here = Folder::Disk(PathBuf::new());
    let mut found: Vec<InputFile> = Vec::new();
    for path in typed {
        let name = path.to_string_lossy().replace('\\', "/");
        let is_folder = path.is_dir();
        let is_pattern = !path.exists() && name.contains(['*', '?', '[']) && name != "-";
        let named = |name: &str, path: &Path| InputFile::on_disk(name, path, NamedBy::Option("FILE".to_owned()));
        if !is_folder && !is_pattern {
            found.push(named(&name, path));
            continue;
        }
        let pattern = match name.trim_end_matches('/') {
            "." | "" if is_folder => "*".to_owned(),
            folder if is_folder => format!("{folder}/*"),
            _ => name.clone(),
        };
        let matches: Vec<InputFile> = here
            .files(&pattern)
            .into_iter()
            .filter(|file| !is_folder || file.path().is_some_and(|path| path.is_file() && is_table(path)))
            .map(|file| named(&file.name, Path::new(file.name.as_str())))
            .collect();
        // A pattern without a match is one file that is not there, so that reading it says so.
        if matches.is_empty() { found.push(named(&name, path)) } else { found.extend(matches) }
    }
    let of_project = |file: InputFile| match folder {
        Folder::Disk(folder) => file.of_project(folder),
        Folder::Embedded(_) => file,
    };
    found.into_iter().map(of_project).collect()
}

/// Whether the ending of a file is one of tables.
pub(super) fn is_table(path: &Path) -> bool {
    const ENDINGS: [&str; 11] = ["csv", "tsv", "txt", "xlsx", "xlsb", "xls", "ods", "html", "htm", "gz", "zst"];
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

fn claim(claims: &mut Claims, files: &[InputFile]) {
    let paths = files.iter().filter_map(|file| Some((file.name.to_string(), file.path()?.to_path_buf())));
    claims.files.extend(paths);
}

/// One file: the guide as long as anything is open, else what it becomes.
fn one(console: &mut Console<'_>, task: &Task<'_>, file: &InputFile) -> Result<(), Failure> {
    let Task { args, manifest, .. } = task;
    let (known, is_pinned) = known(&task.typed, manifest, file);
    let file = file.clone().under_no_name();
    let Some(survey) = Survey::of(&file, args.input, manifest, &known) else { return Ok(()) };
    if !survey.is_settled() {
        return Err(guide::refuse(console, task, &survey));
    }
    let Some(reading) = &survey.reading else { return Err(Failure::Data) };
    console.warn(&survey.found);
    let described = survey.dialect.clone();
    let marks = reading.settled.marks;
    let reader = Reader { dialects: vec![Arc::new(described.for_file(&file.key))], ..Reader::of(manifest) };
    let rows = [rows_of(&file, args.input, manifest, reader, marks)];
    write_rows(console, task, &rows)?;
    if !console.talk.quiet {
        console.line(&reading.describe());
        if !is_pinned {
            guide::say_columns(console, &survey.columns);
        }
        say_sums(console, std::iter::once(&survey.sums), manifest.currency);
    }
    let Some(pin) = pin::settled(&survey) else { return Ok(()) };
    match (args.pin, is_pinned) {
        (false, true) => Ok(()),
        (false, false) if !console.talk.quiet => {
            let pins = console.talk.language().say(&message!("ingest-pins-or-pin"));
            console.say(&format!("\n{pins}\n\n{}", pin.dialect));
            Ok(())
        }
        (false, false) => Ok(()),
        (true, true) => pin::change(console, task, &file),
        (true, false) => pin::add(console, task, &[pin]),
    }
}

/// The canonical rows of one file.
fn rows_of(
    file: &InputFile,
    input: InputName,
    manifest: &Manifest,
    mut reader: Reader,
    marks: crate::ingest::Marks,
) -> FlatTable<'static> {
    let rows = canonical_rows(file, input, marks, manifest.currency, &mut reader, &mut Diagnostics::default());
    FlatTable {
        header: rows.header,
        rows: rows.rows.into_iter().map(|row| row.into_iter().map(Cow::Owned).collect()).collect(),
    }
}

/// Writes the rows of all files under one header; a column that a file does not have is blank in its rows.
fn write_rows(console: &mut Console<'_>, task: &Task<'_>, tables: &[FlatTable<'static>]) -> Result<(), Failure> {
    let mut header: Vec<String> = Vec::new();
    for name in tables.iter().flat_map(|table| &table.header) {
        if !header.contains(name) {
            header.push(name.clone());
        }
    }
    let mut rows = Vec::new();
    for table in tables {
        let places: Vec<Option<usize>> =
            header.iter().map(|name| table.header.iter().position(|own| own == name)).collect();
        rows.extend(table.rows.iter().map(|row| {
            let cell = |place: &Option<usize>| place.and_then(|at| row.get(at)).cloned().unwrap_or_default();
            places.iter().map(cell).collect()
        }));
    }
    let table = FlatTable { header, rows };
    let text = csv::write(&table, Formulas::quoted_if(task.manifest.csv_safe)).map_err(RenderError::from)?;
    output::write(task.args.output.as_deref(), &text, console.stdout)
}

/// Says the sums by year that the rows add up to, and beside them what the files' own rows of sums say.
fn say_sums<'s>(console: &mut Console<'_>, sums: impl Iterator<Item = &'s Reduction>, currency: Currency) {
    let mut years: BTreeMap<(Year, Currency, Phase), (Money, u64)> = BTreeMap::new();
    let mut own = Vec::new();
    for sums in sums {
        for (of, (more, more_rows)) in sums.sums_of_years() {
            let (sum, rows) = years.entry(of).or_insert((Money::ZERO, 0));
            *sum += more;
            *rows += more_rows;
        }
        own.extend(&sums.sums);
    }
    for ((year, of, phase), (sum, rows)) in years {
        let sum = sum.to_plain(of.digits());
        let (phase, of) = (phase.word(), of.to_string());
        console.line(&message!("ingest-sum", year = year, phase = phase, sum = sum, currency = of, rows = rows));
    }
    for own in own {
        let sum = own.amount.map_or_else(String::new, |amount| amount.to_plain(currency.digits()));
        let row = own.origin.row.to_string();
        console.line(&message!("ingest-own-sum", row = row, label = &own.label, sum = sum));
    }
}
