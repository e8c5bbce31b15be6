//! `init`: a new project folder, made whole or not at all.

use std::io::ErrorKind;
use std::path::Path;

use crate::cli::args::InitArgs;
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::progress::Progress;
use crate::ingest::{Watch, io_error};
use crate::message;
use crate::output::Destination;
use crate::output::folder::{PackFile, create};
use crate::pipeline::Location;
use crate::pipeline::carry::{Carried, CarryFault, carry_on};
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
    let language = console.talk.language();
    let path = folder.display().to_string();
    let (files, told, edit) = match &args.from {
        None => {
            let files = if args.empty { bare_files() } else { embedded_files() };
            let new = |(name, bytes): NewFile| PackFile { path: name.to_owned(), bytes };
            (files.into_iter().map(new).collect(), Vec::new(), message!("init-edit", path = &path))
        }
        Some(from) => {
            let Carried { files, claims, facts } = carried(console, args, from)?;
            for file in &files {
                claims.refuse(&Destination::to_be(&folder.join(&file.path)))?;
            }
            let files_to_fill = facts.to_fill_in.clone();
            let edit = message!("init-edit-year", year = facts.to_fill, files = files_to_fill, path = &path);
            (files, facts.told(), edit)
        }
    };
    create(folder, &files)?;
    let names: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let mut text = language.say(&message!("init-made", path = &path, files = names)) + "\n";
    for sentence in &told {
        text.push_str(&format!("{}\n", language.say(sentence)));
    }
    let [next, edit] = [message!("init-next"), edit].map(|message| language.say(&message));
    text.push_str(&format!("\n{next}\n  {edit}\n  thb-cost check {path}\n  thb-cost report --project {path}\n"));
    output::print(&text, console.stdout)
}

/// Another project, carried on.
fn carried(console: &mut Console<'_>, args: &InitArgs, from: &Path) -> Result<Carried, Failure> {
    let watch = Watch::default();
    let progress = Progress::of(&watch, &console.talk);
    let carried = carry_on(&Location::Path(from.to_path_buf()), args.currency, console.talk.language(), &watch);
    drop(progress);
    let path = from.display().to_string();
    carried.map_err(|fault| match fault {
        CarryFault::Faulty(faulty) => console.refuse(&faulty.diagnostics, Some(&format!("thb-cost check {path}"))),
        CarryFault::NoYear => Failure::usage(message!("init-from-no-year", path = path)),
        CarryFault::File { file, error } => {
            Failure::usage(message!("init-from-file", path = path, file = file, error = io_error(&error)))
        }
        CarryFault::Output(fault) => fault.into(),
    })
}
