//! `init`: a new project folder, made whole or not at all.

use std::io::ErrorKind;
use std::path::Path;

use crate::cli::args::InitArgs;
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::project::init::{bare_files, embedded_files};

pub(crate) fn run(console: &mut Console<'_>, args: &InitArgs) -> Result<(), Failure> {
    let folder = &args.folder;
    let failure = |error: std::io::Error| Failure::Io { act: "make", path: folder.clone(), error };
    let occupied = match std::fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == ErrorKind::NotFound => false,
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            let message = format!("init {}: it is a file; name a folder that is new or empty", folder.display());
            return Err(Failure::Usage { message });
        }
        Err(error) => return Err(failure(error)),
    };
    if occupied {
        let message = format!("init {}: the folder is not empty; name one that is new or empty", folder.display());
        return Err(Failure::Usage { message });
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
    let path = folder.display();
    let text = format!(
        "made {path} with {}\n\nnext:\n  edit the CSV files in {path}\n  thb-cost check {path}\n  thb-cost report --project {path}\n",
        names.join(", ")
    );
    output::print(&text, console.stdout)
}
