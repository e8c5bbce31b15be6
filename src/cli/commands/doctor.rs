//! `doctor`: what the program found around it, for whoever answers questions: version, project, inputs, terminal, locale,
//! rights. It reads no input.

use std::io::IsTerminal;
use std::path::Path;

use crate::cli::args::{DoctorArgs, ProjectArgs};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::{environment, output, settings, version};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::{Paint, printable, render_all};
use crate::ingest::{InputFile, InputName};
use crate::language::Message;
use crate::message;
use crate::pipeline::{self, Location, Named};
use crate::system::{self, Kind, NoInput};

/// Variables that change what the program does or shows.
const VARIABLES: [&str; 8] = [
    environment::PROJECT,
    environment::LANGUAGE,
    "NO_COLOR",
    "TERM",
    "LC_ALL",
    "LC_CTYPE",
    "LANG",
    "SOURCE_DATE_EPOCH",
];

pub(crate) fn run(console: &mut Console<'_>, project: &ProjectArgs, _: &DoctorArgs) -> Result<(), Failure> {
    let language = console.talk.language();
    let location = settings::location(project, &console.here);
    let mut said = vec![message!("doctor-here", path = console.here.display().to_string())];
    said.push(match &location {
        Location::Embedded => message!("doctor-embedded"),
        Location::Path(path) => message!("doctor-project", path = path.display().to_string(), by = named_by(project)),
    });
    let mut diagnostics = Diagnostics::default();
    let Named { manifest_file, read, .. } = pipeline::named(&location, &settings::overrides(project), &mut diagnostics);
    said.push(of_file("thb-cost.toml", &manifest_file));
    if let Some((manifest, _)) = &read {
        for input in InputName::ALL {
            let files = manifest.inputs.get(&input).map(Vec::as_slice).unwrap_or_default();
            said.extend(files.iter().map(|file| of_file(input.word(), file)));
        }
    }
    if let Some(folder) = manifest_file.path().map(folder_of) {
        said.push(if is_writable(folder) { message!("doctor-writable") } else { message!("doctor-read-only") });
    }
    said.push(match terminal_size::terminal_size() {
        Some((width, _)) if std::io::stdout().is_terminal() => message!("doctor-terminal", width = width.0.to_string()),
        _ => message!("doctor-no-terminal"),
    });
    for name in VARIABLES {
        if let Some(value) = std::env::var_os(name) {
            said.push(message!("doctor-variable", name = name, value = value.to_string_lossy().into_owned()));
        }
    }
    let lines: String = said.iter().map(|line| format!("{}\n", printable(&language.say(line)))).collect();
    let faults = if diagnostics.has_errors() {
        format!("\n{}", render_all(&diagnostics, Paint::Plain, language))
    } else {
        String::new()
    };
    output::print(format!("{}{lines}{faults}", version::text(language)), console.stdout)
}

/// How the project came to be meant.
fn named_by(project: &ProjectArgs) -> Message {
    match (&project.project, environment::project()) {
        (Some(_), _) => message!("doctor-by-option"),
        (None, Some(_)) => message!("doctor-by-variable", name = environment::PROJECT),
        (None, None) => message!("doctor-by-search"),
    }
}

fn of_file(name: &str, file: &InputFile) -> Message {
    let Some(path) = file.path() else { return message!("doctor-file-within", name = name, file = &file.name) };
    let state = match system::kind(path) {
        Err(_) => message!("doctor-absent"),
        Ok(Kind::Folder) => message!("doctor-folder"),
        Ok(Kind::Pipe) => message!("doctor-pipe"),
        Ok(Kind::Other(NoInput::Device | NoInput::Socket | NoInput::System | NoInput::IdlePipe)) => {
            message!("doctor-no-input")
        }
        Ok(Kind::File) => match system::open(path) {
            Ok(_) => message!("doctor-bytes", bytes = file.size()),
            Err(_) => message!("doctor-unreadable"),
        },
    };
    message!("doctor-file", name = name, file = path.display().to_string(), state = state)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whether a file can be made in a folder; one is, and taken away again.
fn is_writable(folder: &Path) -> bool {
    tempfile::Builder::new().prefix(".thb-cost-").tempfile_in(folder).is_ok()
}
