//! Where results go: stdout, or a file that is written whole or not at all and is never one of the inputs.

use std::io::{ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::args::{ColorChoice, OutputArgs};
use super::failure::Failure;
use crate::ingest::InputFile;
use crate::message;
use crate::render::{FORMATS, Format, Nature, Terminal, format_named, format_of_ending};

/// Width where nobody says: results that go into a pipe or a file are the same on every machine.
const PLAIN_WIDTH: u16 = 80;

/// The format that the arguments mean.
pub fn format(args: &OutputArgs) -> Result<&'static dyn Format, Failure> {
    let format = format_meant(args)?;
    if format.nature() == Nature::Binary && args.output.is_none() && std::io::stdout().is_terminal() {
        return Err(Failure::usage(message!("output-no-text", format = format.name())));
    }
    Ok(format)
}

fn format_meant(args: &OutputArgs) -> Result<&'static dyn Format, Failure> {
    if let Some(format) = args.format.as_deref().and_then(format_named) {
        return Ok(format);
    }
    let Some(path) = &args.output else { return Ok(FORMATS[0]) };
    let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
    format_of_ending(&ending).ok_or_else(|| {
        let endings: Vec<&str> = FORMATS.iter().flat_map(|format| format.endings()).copied().collect();
        Failure::usage(message!("output-ending", path = path.display().to_string(), endings = endings))
    })
}

/// How stdout, or a file, is to be written to.
pub fn terminal(output: Option<&Path>, color: ColorChoice) -> Terminal {
    let to_terminal = output.is_none() && std::io::stdout().is_terminal();
    let width = if to_terminal {
        terminal_size::terminal_size().map_or(PLAIN_WIDTH, |(width, _)| width.0.max(40))
    } else {
        PLAIN_WIDTH
    };
    Terminal { width, colour: colour(color, to_terminal) }
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

/// Refuses an output that is one of the inputs, before any work is done.
pub fn refuse_inputs(output: Option<&Path>, inputs: &[InputFile]) -> Result<(), Failure> {
    // Only a file can be one of the inputs; a pipe must not be opened to find out.
    let Some(output) = output.filter(|output| output.is_file()) else { return Ok(()) };
    for input in inputs {
        if input.path().is_some_and(|path| same_file::is_same_file(output, path).unwrap_or(false)) {
            let path = output.display().to_string();
            return Err(Failure::usage(message!("output-is-input", path = path, name = &input.name)));
        }
    }
    Ok(())
}

/// Writes a result to stdout or to the file of `-o`.
pub fn write(output: Option<&Path>, content: impl AsRef<[u8]>, stdout: &mut dyn Write) -> Result<(), Failure> {
    match output {
        Some(path) => write_file(path, content.as_ref()),
        None => print(content, stdout),
    }
}

/// Makes the folder of several results, if it is not there.
pub fn make_folder(folder: &Path) -> Result<(), Failure> {
    let failure = |error: std::io::Error| Failure::Io { act: "make", path: folder.to_path_buf(), error };
    if folder.is_dir() { Ok(()) } else { std::fs::create_dir_all(folder).map_err(failure) }
}

/// Prints; a closed pipe is no error.
pub fn print(content: impl AsRef<[u8]>, stdout: &mut dyn Write) -> Result<(), Failure> {
    let written = stdout.write_all(content.as_ref()).and_then(|()| stdout.flush());
    written.map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => Failure::ClosedPipe,
        _ => Failure::Io { act: "write to", path: PathBuf::from("stdout"), error },
    })
}

/// Whole or not at all: a temporary file beside it, then a rename. A link keeps pointing at its file; what is no plain
/// file, such as a pipe, is written to as it is.
pub fn write_file(path: &Path, content: &[u8]) -> Result<(), Failure> {
    let failure = |error: std::io::Error| Failure::Io { act: "write", path: path.to_path_buf(), error };
    if path.is_dir() {
        return Err(Failure::usage(message!("output-is-folder", path = path.display().to_string())));
    }
    if path.exists() && !path.is_file() {
        return std::fs::write(path, content).map_err(failure);
    }
    let target = match path.canonicalize() {
        Ok(target) => target,
        // A link to nothing, or to a stream such as /dev/stdout, is written through and never replaced.
        Err(_) if path.is_symlink() => return std::fs::write(path, content).map_err(failure),
        Err(_) => path.to_path_buf(),
    };
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        let (path, folder) = (path.display().to_string(), folder.display().to_string());
        return Err(Failure::usage(message!("output-no-folder", path = path, folder = folder)));
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".thb-cost-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder).map_err(|error| failure(error.kind().into()))?;
    let written = file.write_all(content).and_then(|()| file.as_file().sync_all());
    written.map_err(|error| failure(error.kind().into()))?;
    file.persist(&target).map_err(|error| failure(error.error.kind().into()))?;
    Ok(())
}
