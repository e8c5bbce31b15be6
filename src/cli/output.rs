//! How results are shown, by the arguments and the streams, and the way to where they go.

use std::borrow::Cow;
use std::io::{IsTerminal, Write};
use std::path::Path;

use super::args::{ColorChoice, OutputArgs};
use super::failure::Failure;
use crate::diagnostics::text::for_terminal;
use crate::message;
use crate::output::{self, Claims, Destination, NewFolder, Piece};
use crate::project::Project;
use crate::render::{FORMATS, Format, Formulas, Nature, Terminal, format_of_ending};

/// Width where nobody says: results that go into a pipe or a file are the same on every machine.
const PLAIN_WIDTH: u16 = 80;

/// Whether a path is the word for standard output.
pub fn is_stdout(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The format that the arguments mean.
pub fn format(args: &OutputArgs) -> Result<&'static dyn Format, Failure> {
    let format = format_meant(args)?;
    if format.nature() == Nature::Binary
        && args.output.as_deref().is_none_or(is_stdout)
        && std::io::stdout().is_terminal()
    {
        return Err(Failure::usage(message!("output-no-text", format = format.name())));
    }
    Ok(format)
}

fn format_meant(args: &OutputArgs) -> Result<&'static dyn Format, Failure> {
    if let Some(format) = args.format {
        return Ok(format);
    }
    let Some(path) = args.output.as_deref().filter(|path| !is_stdout(path)) else { return Ok(FORMATS[0]) };
    let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
    format_of_ending(&ending).ok_or_else(|| {
        let endings: Vec<&str> = FORMATS.iter().flat_map(|format| format.endings()).copied().collect();
        Failure::usage(message!("output-ending", path = path.display().to_string(), endings = endings))
    })
}

/// How stdout, or a file, is to be written to.
pub fn terminal(output: Option<&Path>, color: ColorChoice) -> Terminal {
    let to_terminal = output.is_none_or(is_stdout) && std::io::stdout().is_terminal();
    let width = if to_terminal {
        terminal_size::terminal_size().map_or(PLAIN_WIDTH, |(width, _)| width.0.max(40))
    } else {
        PLAIN_WIDTH
    };
    Terminal { width, colour: colour(color, to_terminal), formulas: Formulas::AsTheyAre }
}

/// The same for a result of a project, whose CSV may have to be safe to open in a spreadsheet.
pub fn terminal_of(args: &OutputArgs, color: ColorChoice, project: &Project) -> Terminal {
    let formulas = Formulas::quoted_if(args.csv_safe || project.csv_safe);
    Terminal { formulas, ..terminal(args.output.as_deref(), color) }
}

/// Whether to colour: as asked, else on a terminal unless NO_COLOR is set or TERM is dumb.
pub fn colour(choice: ColorChoice, to_terminal: bool) -> bool {
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => {
            let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
            let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
            to_terminal && !no_color && !dumb
        }
    }
}

/// Refuses an output that is one of the inputs, or would be one, before any work is done.
pub fn refuse_inputs(output: Option<&Path>, claims: &Claims) -> Result<(), Failure> {
    let Some(output) = output else { return Ok(()) };
    Ok(claims.refuse(&Destination::of(output)?)?)
}

/// Writes a result to stdout or to the file of `-o`.
pub fn write(output: Option<&Path>, content: impl AsRef<[u8]>, stdout: &mut dyn Write) -> Result<(), Failure> {
    let to = output.map_or(Ok(Destination::Stdout), Destination::of)?;
    write_all(&[(to, content.as_ref())], stdout)
}

/// Writes all results of a command, or none. On a terminal, what came from data steers nothing.
pub fn write_all(results: &[(Destination, impl AsRef<[u8]>)], stdout: &mut dyn Write) -> Result<(), Failure> {
    let shown: Vec<Cow<'_, [u8]>> = results.iter().map(|(to, bytes)| as_shown(to, bytes.as_ref())).collect();
    let pieces: Vec<Piece<'_>> =
        results.iter().zip(&shown).map(|((to, _), bytes)| Piece { to, bytes: bytes.as_ref() }).collect();
    Ok(output::write(&pieces, stdout)?)
}

fn as_shown<'b>(to: &Destination, bytes: &'b [u8]) -> Cow<'b, [u8]> {
    let to_terminal = matches!(to, Destination::Stdout) && std::io::stdout().is_terminal();
    match std::str::from_utf8(bytes) {
        Ok(text) if to_terminal => Cow::Owned(for_terminal(text).into_bytes()),
        _ => Cow::Borrowed(bytes),
    }
}

/// Makes the folder of several results, if it is not there; it is kept until they have come.
pub fn make_folder(folder: &Path) -> Result<NewFolder, Failure> {
    NewFolder::make(folder).map_err(|error| Failure::Io { act: "make", path: folder.to_path_buf(), error })
}

/// Prints; a closed pipe is no error.
pub fn print(content: impl AsRef<[u8]>, stdout: &mut dyn Write) -> Result<(), Failure> {
    write(None, content, stdout)
}
