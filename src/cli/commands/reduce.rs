//! `reduce`: money rows reduced to budget lines, canonical CSV; or the same step as SQL of an engine.

use std::path::PathBuf;

use crate::cli::args::{ProjectArgs, ReduceArgs};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::progress::Progress;
use crate::cli::{output, settings};
use crate::diagnostics::Diagnostics;
use crate::ingest::{InputName, Manifest, Watch};
use crate::message;
use crate::pipeline::{self, Named, Override};
use crate::render::{Formulas, RenderError, csv};
use crate::report::budget_line_rows;

pub(crate) fn run(console: &mut Console<'_>, project: &ProjectArgs, args: &ReduceArgs) -> Result<(), Failure> {
    let mut overrides = settings::overrides(project);
    let named_on_the_line: Vec<InputName> = overrides.iter().map(|named| named.input).collect();
    let location = settings::location(project, &console.here);
    if args.files.is_empty() && overrides.is_empty() {
        console.tell_fallback(project);
    }
    let mut diagnostics = Diagnostics::default();
    let input = args.input;
    if let Some(input) = input {
        overrides.extend(args.files.iter().map(|path| file_of(input, path)));
    }
    let named = pipeline::named(&location, &overrides, &mut diagnostics);
    let claims = named.claims();
    let Named { read, .. } = named;
    let Some((manifest, _)) = read else { return Err(console.refuse(&diagnostics, None)) };
    let input = match input {
        Some(input) => input,
        None => only_input(&manifest, &named_on_the_line, &args.files)?,
    };
    let files = manifest.inputs.get(&input).cloned().unwrap_or_default();
    if files.is_empty() {
        return Err(Failure::usage(message!("reduce-no-input", input = input.word())));
    }
    if settings::has_counts(&manifest, &files) {
        settings::refuse_protected(project, &manifest, "reduce")?;
    }
    output::refuse_inputs(args.output.as_deref(), &claims)?;
    if let Some(engine) = args.sql {
        let text = pipeline::sql(&manifest, input, &files, args.table.as_deref(), engine, &mut diagnostics)?;
        let Some(text) = text else { return Err(console.refuse(&diagnostics, None)) };
        return output::write(args.output.as_deref(), &text, console.stdout);
    }
    let watch = Watch::default();
    let progress = Progress::of(&watch, &console.talk);
    let lines = pipeline::reduce(&manifest, input, &watch, &mut diagnostics);
    drop(progress);
    if diagnostics.has_errors() {
        return Err(console.refuse(&diagnostics, None));
    }
    console.warn(&diagnostics);
    let text = csv::write(&budget_line_rows(&lines, &manifest.dimensions), Formulas::quoted_if(manifest.csv_safe))
        .map_err(RenderError::from)?;
    output::write(args.output.as_deref(), &text, console.stdout)
}

fn file_of(input: InputName, path: &std::path::Path) -> Override {
    Override { input, path: path.to_path_buf(), option: "FILE".to_owned() }
}

/// The input that is meant where none is named: the only one named on the command line, else the only one the project
/// has. Inputs differ in what a blank cell means, so that two are never reduced to one file.
fn only_input(manifest: &Manifest, named: &[InputName], files: &[PathBuf]) -> Result<InputName, Failure> {
    let of_line: Vec<InputName> = InputName::MONEY.into_iter().filter(|input| named.contains(input)).collect();
    let of_project: Vec<InputName> =
        InputName::MONEY.into_iter().filter(|input| manifest.inputs.contains_key(input)).collect();
    let candidates = if of_line.is_empty() { of_project } else { of_line };
    match (candidates.as_slice(), files) {
        ([only], []) => Ok(*only),
        ([], []) => Err(Failure::usage(message!("reduce-no-inputs"))),
        ([first, ..], []) => {
            let words: Vec<&str> = candidates.iter().map(|input| input.word()).collect();
            Err(Failure::usage(message!("reduce-which", inputs = words, first = first.word())))
        }
        (_, [file, ..]) => Err(Failure::usage(message!("reduce-say-which", path = file.display().to_string()))),
    }
}
