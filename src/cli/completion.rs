//! Completion in shells. A script that `completions` prints calls the program back at each tab, with the line so far; out go
//! commands, flags and words, among them the years, agencies, lines, rules and measures of the project that is meant.

use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Arg, Command};
use clap_complete::engine::{ArgValueCandidates, ArgValueCompleter, CompletionCandidate};
use clap_complete::env::{EnvCompleter, Shells};

use super::args::ProjectArgs;
use super::failure::Failure;
use super::{environment, help, output, settings};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::printable;
use crate::domain::Currency;
use crate::ingest::{InputFile, MANIFEST};
use crate::measures::Dimension;
use crate::pipeline::{DimensionNames, Location, Named, Names, load, named};
use crate::system::{Kind, kind};

/// The variable by which a shell asks; it holds the shell's name.
const ASKED: &str = "THB_COST_COMPLETE";

/// The shells, in the order in which help names them.
pub const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "powershell", "elvish"];

/// How a word is written for a shell.
type Escape = fn(&str) -> String;

/// Most bytes of a project whose words are looked up while somebody waits for them.
const MOST_BYTES: u64 = 64 << 20;

/// The names that a kind of argument takes in a project.
type Taken = fn(Names) -> Vec<String>;

/// Each argument that takes names of the project, by its id.
const WORDS: [(&str, Taken); 11] = [
    ("year", |names| names.years),
    ("years", |names| names.years),
    ("prices", |names| names.years),
    ("agency", |names| names.agencies),
    ("line", |names| names.lines),
    ("rule", |names| names.rules),
    ("victims", |names| names.measures),
    ("measure", |names| names.measures),
    ("exploitation", |names| names.forms),
    ("by", |names| names.dimensions.iter().flat_map(groupings).collect()),
    ("across", |names| std::iter::once("year".to_owned()).chain(names.dimensions.iter().flat_map(groupings)).collect()),
];

/// The argument that takes lines by the value of a dimension.
const LINES: &str = "only";

/// A dimension, whole and cut to the first parts of its codes.
fn groupings(of: &DimensionNames) -> Vec<String> {
    let cut = (1..=of.parts()).map(|parts| format!("{}:{parts}", of.name));
    std::iter::once(of.name.clone()).chain(cut).collect()
}

/// Values of dimensions as `DIM=VALUE`, those that begin as what is typed does. Names of lines, of which there may be many,
/// come where they are asked for.
fn lines_with(names: &Names, typed: &str) -> Vec<String> {
    let offered = names.dimensions.iter().filter(|of| match of.dimension {
        Dimension::Exploitation => false,
        Dimension::Line => !typed.is_empty(),
        _ => true,
    });
    let pairs = offered.flat_map(|of| of.values.iter().map(move |value| format!("{}={value}", of.name)));
    pairs.filter(|pair| pair.starts_with(typed)).collect()
}

/// The shell that asks for completions, if one does.
pub fn asked() -> Option<&'static dyn EnvCompleter> {
    let name = std::env::var(ASKED).ok()?;
    builtin(&name)
}

fn builtin(name: &str) -> Option<&'static dyn EnvCompleter> {
    const BUILTINS: Shells<'static> = Shells::builtins();
    BUILTINS.0.iter().copied().find(|shell| shell.is(name))
}

/// Answers a shell: what may stand at the place where the line is.
///
/// # Errors
///
/// A stdout that cannot be written to.
pub fn answer(shell: &dyn EnvCompleter, args: &[OsString], here: &Path, stdout: &mut dyn Write) -> Result<(), Failure> {
    let line: Vec<OsString> = args.iter().skip_while(|arg| *arg != "--").skip(1).cloned().collect();
    let location = settings::location(&project_of(&line), here);
    let escaped = match (shell.is("bash"), shell.is("powershell")) {
        (true, _) => bash,
        (_, true) => powershell,
        _ => str::to_owned,
    };
    let mut command = with_words(help::command(environment::spoken(&line)), &location, escaped);
    command.build();
    let mut text = Vec::new();
    // A line that cannot be completed has no completions, and nobody to tell so.
    let _ = shell.write_complete(&mut command, line, Some(here), &mut text);
    output::print(text, stdout)
}

/// The script that makes a shell ask.
///
/// # Errors
///
/// None that memory does not have.
pub fn script(shell: &str) -> std::io::Result<Vec<u8>> {
    let mut text = Vec::new();
    if let Some(shell) = builtin(shell) {
        shell.write_registration(ASKED, "thb-cost", "thb-cost", "thb-cost", &mut text)?;
    }
    Ok(text)
}

/// The project that is named on a line which may be half written.
fn project_of(line: &[OsString]) -> ProjectArgs {
    let next = line.iter().skip(1).map(OsString::as_os_str).chain([OsStr::new("")]);
    let named = line.iter().zip(next).filter_map(|(word, next)| match word.to_str()?.split_once('=') {
        Some(("--project", path)) => Some(PathBuf::from(path)),
        None if word == "--project" && !next.is_empty() => Some(PathBuf::from(next)),
        _ => None,
    });
    ProjectArgs {
        project: named.last(),
        embedded: line.iter().any(|word| word == "--embedded"),
        input: Vec::new(),
        budget: Vec::new(),
        external: Vec::new(),
        agencies: Vec::new(),
        rules: None,
        protect: None,
    }
}

fn with_words(command: Command, location: &Location, escaped: Escape) -> Command {
    command
        .mut_args(|arg| argument_with_words(arg, location, escaped))
        .mut_subcommands(|command| with_words(command, location, escaped))
}

fn argument_with_words(arg: Arg, location: &Location, escaped: Escape) -> Arg {
    let id = arg.get_id().as_str();
    if id == "currency" {
        let known = || {
            let codes = [Currency::BGN, Currency::EUR].map(|currency| currency.code().to_owned());
            codes.into_iter().map(CompletionCandidate::new).collect()
        };
        return arg.add(ArgValueCandidates::new(known));
    }
    if id == LINES {
        let location = location.clone();
        return arg.add(ArgValueCompleter::new(move |typed: &OsStr| {
            let names = if is_at_hand(&location) { load(&location, &[]).names() } else { Names::default() };
            let pairs = lines_with(&names, &typed.to_string_lossy());
            pairs.iter().map(|pair| CompletionCandidate::new(escaped(&printable(pair)))).collect()
        }));
    }
    let Some((_, words)) = WORDS.into_iter().find(|(name, _)| *name == id) else { return arg };
    let location = location.clone();
    arg.add(ArgValueCandidates::new(move || {
        let words = if is_at_hand(&location) { words(load(&location, &[]).names()) } else { Vec::new() };
        words.iter().map(|word| CompletionCandidate::new(escaped(&printable(word)))).collect()
    }))
}

/// Whether a project can be read at once: all of it is regular files that are not large.
fn is_at_hand(location: &Location) -> bool {
    let files = |location| {
        let Named { manifest_file, read, .. } = named(location, &[], &mut Diagnostics::default());
        let inputs = read.map(|(manifest, _)| manifest.inputs).unwrap_or_default();
        std::iter::once(manifest_file).chain(inputs.into_values().flatten()).collect::<Vec<_>>()
    };
    let is_file = |path: &Path| matches!(kind(path), Ok(Kind::File));
    let manifest_is_file = match location {
        Location::Embedded => true,
        Location::Path(path) if path.is_dir() => is_file(&path.join(MANIFEST)),
        Location::Path(path) => is_file(path),
    };
    if !manifest_is_file {
        return false;
    }
    let files = files(location);
    files.iter().all(|file| file.path().is_none_or(is_file))
        && files.iter().map(InputFile::size).sum::<u64>() <= MOST_BYTES
}

/// A word as PowerShell reads it: in quotes unless it is plain, since what is inserted is run.
fn powershell(word: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "-_./".contains(letter);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    // PowerShell takes curly quotes for straight ones.
    let doubled = |letter: char| match letter {
        '\'' | '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' => vec![letter, letter],
        letter => vec![letter],
    };
    format!("'{}'", word.chars().flat_map(doubled).collect::<String>())
}

/// A word as bash reads it. Zsh, fish and elvish quote what they insert.
fn bash(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for letter in word.chars() {
        if letter.is_ascii() && !letter.is_ascii_alphanumeric() && !"-_./:,=".contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}
