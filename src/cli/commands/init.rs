//! `init`: a new project folder, made whole or not at all.

use std::io::ErrorKind;

use crate::cli::args::InitArgs;
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::message;
use crate::output::folder::{PackFile, create};
use crate::project::init::{NewFile, bare_files, embedded_files};

pub(crate) fn run(console: &mut Console<'_>, args: &InitArgs) -> Result<(), Failure> {
    let folder = &args.folder;
    let failure = |error: std::io::Error| Failure::Io { act: "make", path: folder.clone(), error };
    let occupied = match std::fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == ErrorKind::NotFound => false,
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            return Err(Failure::usage(message!("init-is-file", path = folder.display().to_string())));
        }
        Err(error) => return Err(failure(error)),
    };
    if occupied {
        return Err(Failure::usage(message!("init-not-empty", path = folder.display().to_string())));
    }
    let files = if args.empty { bare_files() } else { embedded_files() };
    let new = |(name, bytes): NewFile| PackFile { path: name.to_owned(), bytes };
    let files: Vec<PackFile> = files.into_iter().map(new).collect();
    create(folder, &files)?;
    let names: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let path = folder.display().to_string();
    let language = console.talk.language();
    let [made, next, edit] = [
        message!("init-made", path = &path, files = names),
        message!("init-next"),
        message!("init-edit", path = &path),
    ]
    .map(|message| language.say(&message));
    let text = format!("{made}\n\n{next}\n  {edit}\n  thb-cost check {path}\n  thb-cost report --project {path}\n");
    output::print(&text, console.stdout)
}
