//! `ingest`: the canonical rows that a messy file becomes, and the dialect that pins how it was read.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::pin::pinned;
use super::replies;
use crate::cli::args::{DialectArgs, IngestArgs, ProjectArgs};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::{output, settings};
use crate::diagnostics::Diagnostics;
use crate::domain::{Currency, Money, Phase, Year};
use crate::ingest::{
    Dialect, Folder, InputFile, InputName, NamedBy, Reader, Reduction, canonical_rows, columns_of, dialect_of, draft,
    look, read_one, toml_text, years_seem_columns,
};
use crate::message;
use crate::pipeline::{self, Location, Named};
use crate::render::{Formulas, RenderError, csv};
use crate::report::FlatTable;

pub(crate) fn run(console: &mut Console<'_>, project: &ProjectArgs, args: &IngestArgs) -> Result<(), Failure> {
    settings::refuse_inputs_named(project, "ingest")?;
    if let Some(found) = replies::of(&args.file)? {
        return replies::run(console, project, args, &found);
    }
    if !args.accept.is_empty() {
        let file = args.file.display().to_string();
        return Err(Failure::usage(message!("reply-only-for-replies", file = file)));
    }
    let location = settings::location(project, &console.here);
    let mut diagnostics = Diagnostics::default();
    let named = pipeline::named(&location, &[], &mut diagnostics);
    let mut claims = named.claims();
    let Named { manifest_file, read, .. } = named;
    let Some((manifest, _)) = read else { return Err(console.refuse(&diagnostics, None)) };
    let name = args.file.to_string_lossy().replace('\\', "/");
    let file = InputFile::on_disk(&name, &args.file, NamedBy::Option("FILE".to_owned()));
    let file = match &manifest.folder {
        Folder::Disk(folder) => file.of_project(folder),
        Folder::Embedded(_) => file,
    };
    claims.files.extend(file.path().map(|path| (name.clone(), path.to_path_buf())));
    output::refuse_inputs(args.output.as_deref(), &claims)?;
    let input = args.input;
    let Some(columns) = columns_of(input, &manifest.dimensions) else { return Ok(()) };

    if args.pin {
        refuse_pin(&location, &manifest_file, &manifest.dialects, &file)?;
    }
    let of_project = dialect_of(&manifest.dialects, &file);
    let pinned = of_project.origin.is_some();
    let text = typed(&args.dialect, &name);
    let is_described = pinned || text.lines().count() > 1;
    let command_line = console.talk.language().say(&message!("dialect-command-line"));
    let typed = Dialect::of_text(&text, &command_line, &manifest.dimensions, &mut diagnostics);
    let Some(typed) = typed.filter(|_| !diagnostics.has_errors()) else {
        return Err(console.refuse(&diagnostics, None));
    };
    let known = typed.over(&of_project);
    let looked = look(&file, columns, &known, &mut diagnostics);
    let Some(looked) = looked else { return Err(console.refuse(&diagnostics, None)) };
    let mut dialect = known.clone();
    let names = &looked.top.names;
    dialect.years_as_columns |= years_seem_columns(names, columns, &known);
    for (column, name) in draft(names, &[], columns, &dialect.clone()) {
        dialect.columns.push((column, vec![crate::ingest::FilePlace::Name(name)]));
    }
    // What says nothing about a file pins nothing.
    dialect.origin = dialect.origin.filter(|_| is_described);

    let mut reader = Reader { dialects: vec![Arc::new(dialect.for_file(&file.key))], ..Reader::of(&manifest) };
    let sums = read_one(&file, input, manifest.currency, &mut reader, &mut diagnostics);
    if diagnostics.has_errors() {
        return Err(console.refuse(&diagnostics, None));
    }
    let Some(reading) = reader.readings.pop() else { return Err(console.refuse(&diagnostics, None)) };
    console.warn(&diagnostics);
    let marks = reading.settled.marks;
    let rows = canonical_rows(&file, input, marks, manifest.currency, &mut reader, &mut Diagnostics::default());
    let rows = FlatTable {
        header: rows.header,
        rows: rows.rows.into_iter().map(|row| row.into_iter().map(Cow::Owned).collect()).collect(),
    };
    let text = csv::write(&rows, Formulas::quoted_if(manifest.csv_safe)).map_err(RenderError::from)?;
    output::write(args.output.as_deref(), &text, console.stdout)?;
    if !console.talk.quiet {
        console.line(&reading.describe());
        say_sums(console, &sums, manifest.currency);
    }
    let pin = reading.settled.clone().for_file(&file.key).to_toml();
    match (args.pin, pinned) {
        (false, true) => Ok(()),
        (false, false) if !console.talk.quiet => {
            let pins = console.talk.language().say(&message!("ingest-pins-or-pin"));
            console.say(&format!("\n{pins}\n\n{pin}"));
            Ok(())
        }
        (false, false) => Ok(()),
        (true, _) => {
            let is_named = manifest.inputs.get(&input).into_iter().flatten().any(|known| known.key == file.key);
            append(console, &manifest_file, &pin, (input, &file), is_named)
        }
    }
}

/// Says the sums by year that the rows add up to, and beside them what the file's own rows of sums say.
fn say_sums(console: &mut Console<'_>, sums: &Reduction, currency: Currency) {
    let mut years: BTreeMap<(Year, Currency, Phase), (Money, u64)> = BTreeMap::new();
    for line in sums.lines() {
        let key = (line.key.year, line.key.currency, line.key.phase);
        let (sum, rows) = years.entry(key).or_insert((Money::ZERO, 0));
        *sum += line.amount.unwrap_or(Money::ZERO);
        *rows += line.rows;
    }
    for ((year, of, phase), (sum, rows)) in years {
        let sum = sum.to_plain(of.digits());
        let (phase, of) = (phase.word(), of.to_string());
        console.line(&message!("ingest-sum", year = year, phase = phase, sum = sum, currency = of, rows = rows));
    }
    for own in &sums.sums {
        let sum = own.amount.map_or_else(String::new, |amount| amount.to_plain(currency.digits()));
        let row = own.origin.row.to_string();
        console.line(&message!("ingest-own-sum", row = row, label = &own.label, sum = sum));
    }
}

/// Refuses to pin where that cannot be, before any work is done.
fn refuse_pin(
    location: &Location,
    manifest: &InputFile,
    dialects: &[Arc<Dialect>],
    file: &InputFile,
) -> Result<(), Failure> {
    match location {
        Location::Embedded => Err(Failure::usage(message!("ingest-embedded"))),
        Location::Path(_) if dialect_of(dialects, file).origin.is_some() => {
            Err(Failure::usage(message!("ingest-pinned", manifest = &manifest.name, file = &file.name)))
        }
        Location::Path(_) => Ok(()),
    }
}

/// Adds the dialect to the manifest.
fn append(
    console: &mut Console<'_>,
    manifest: &InputFile,
    pin: &str,
    (input, file): (InputName, &InputFile),
    is_named: bool,
) -> Result<(), Failure> {
    let Some(path) = manifest.path() else { return Ok(()) };
    let failure = |error| Failure::Io { act: "read", path: path.to_path_buf(), error };
    let text = std::fs::read_to_string(path).map_err(failure)?;
    let named = file.sheet.as_ref().map_or_else(|| file.key.to_string(), |sheet| format!("{}#{sheet}", file.key));
    let new =
        if is_named { Some(format!("{}\n\n{pin}", text.trim_end())) } else { pinned(&text, pin, input.word(), &named) };
    let Some(new) = new else {
        return Err(Failure::usage(message!("ingest-cannot-pin", manifest = &manifest.name, input = input.word())));
    };
    output::write(Some(path), new, console.stdout)?;
    if !console.talk.quiet {
        let shown = path.strip_prefix(&console.here).unwrap_or(path).display().to_string();
        let added = console.talk.language().say(&message!("ingest-added", path = shown));
        console.say(&format!("\n{added}\n\n{pin}"));
    }
    Ok(())
}

/// What is typed as a `[[dialect]]` has it, so that it is read and refused alike.
fn typed(args: &DialectArgs, name: &str) -> String {
    let mut text = format!("files = {}\n", toml_text(name));
    let mut key = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            text.push_str(&format!("{key} = {value}\n"));
        }
    };
    let quoted = |text: &Option<String>| text.as_deref().map(toml_text);
    let list = |texts: &[String]| match texts {
        [only] => toml_text(only),
        several => format!("[{}]", several.iter().map(|text| toml_text(text)).collect::<Vec<_>>().join(", ")),
    };
    // A name given twice has both texts.
    let grouped = |pairs: &[(String, String)]| {
        let mut found: Vec<(String, Vec<String>)> = Vec::new();
        for (name, text) in pairs {
            match found.iter_mut().find(|(known, _)| known == name) {
                Some((_, texts)) => texts.push(text.clone()),
                None => found.push((name.clone(), vec![text.clone()])),
            }
        }
        found
    };
    let table = |pairs: &[(String, String)]| {
        let pairs: Vec<String> =
            grouped(pairs).iter().map(|(name, texts)| format!("{} = {}", toml_text(name), list(texts))).collect();
        (!pairs.is_empty()).then(|| format!("{{ {} }}", pairs.join(", ")))
    };
    let listed = |texts: &[String]| (!texts.is_empty()).then(|| list(texts));
    let tables = |texts: &[String]| (!texts.is_empty()).then(|| format!("[{}]", texts.join(", ")));
    key("encoding", quoted(&args.encoding));
    key("delimiter", quoted(&args.delimiter));
    key("decimal", quoted(&args.decimal));
    key("group", quoted(&args.group));
    key("skip", args.skip.map(|rows| rows.to_string()));
    key("skip_last", args.skip_last.map(|rows| rows.to_string()));
    key("sheet", quoted(&args.sheet));
    key("columns", table(&args.column));
    key("constants", table(&args.constant));
    key("years_as_columns", args.years_as_columns.then(|| "true".to_owned()));
    key("totals", quoted(&args.totals));
    key("skip_below", args.skip_below.map(|rows| rows.to_string()));
    key("header_rows", args.header_rows.map(|rows| rows.to_string()));
    key("unit", args.unit.map(|unit| unit.to_string()));
    key("round", args.round.then(|| "true".to_owned()));
    key("year_form", quoted(&args.year_form));
    key("from_name", quoted(&args.from_name));
    key("where", table(&args.keep));
    key("except", table(&args.except));
    key("join", table(&args.join));
    key("missing", table(&args.missing));
    key("blank", listed(&args.blank));
    key("ignore", listed(&args.ignore));
    key("short_rows", quoted(&args.short_rows));
    key("amounts", tables(&args.amounts));
    key("sections", tables(&args.sections));
    let mut of_words: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for (place, ours) in &args.values {
        let (column, theirs) = place.split_once(':').unwrap_or((place, "*"));
        match of_words.iter_mut().find(|(known, _)| known == column) {
            Some((_, words)) => words.push((theirs.to_owned(), ours.clone())),
            None => of_words.push((column.to_owned(), vec![(theirs.to_owned(), ours.clone())])),
        }
    }
    for (column, words) in of_words {
        key(&format!("values.{}", toml_text(&column)), table(&words));
    }
    text
}
