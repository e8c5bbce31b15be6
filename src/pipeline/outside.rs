//! Inputs of a manifest that stand outside its folder: nothing is wrong with that, and whoever gets a project from others
//! should know which files of this machine it reads.

use std::path::Path;

use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::ingest::{Folder, Manifest, NamedBy};
use crate::message;

/// Notes every input outside the project's folder that the manifest, and not the command line, names.
pub(super) fn tell(folder: &Folder, manifest: &Manifest, diagnostics: &mut Diagnostics) {
    let Folder::Disk(folder) = folder else { return };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let Ok(folder) = folder.canonicalize() else { return };
    for file in manifest.inputs.values().flatten().filter(|file| file.named_by == NamedBy::Manifest) {
        let real = file.path().and_then(|path| path.canonicalize().ok());
        if real.is_some_and(|path| !path.starts_with(&folder)) {
            diagnostics.push_with(Code::OutsideFolder, || {
                let message = message!("file-outside-folder", file = &file.name);
                Diagnostic::new(Code::OutsideFolder, message, message!("file-outside-folder-look")).in_file(&file.name)
            });
        }
    }
}
