//! `init`: a new project folder, made whole or not at all.

use std::io::ErrorKind;
use std::path::Path;

use crate::cli::args::InitArgs;
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::message;
use crate::project::init::{bare_files, embedded_files};

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
    let parent = match folder.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    std::fs::create_dir_all(parent).map_err(failure)?;
    let beside = tempfile::Builder::new().prefix(".thb-cost-").tempdir_in(parent).map_err(failure)?;
    for (name, bytes) in &files {
        std::fs::write(beside.path().join(name), bytes).map_err(failure)?;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(beside.path(), std::fs::Permissions::from_mode(0o755)).map_err(failure)?;
    }
    std::fs::rename(beside.path(), folder).map_err(failure)?;
    // The folder has its name now; there is nothing left to clean up.
    let _ = beside.keep();
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
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
