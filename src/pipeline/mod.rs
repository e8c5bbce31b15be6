//! The flow as a handful of calls: load a project, attribute its lines, ask for costs.

pub mod carry;
mod names;
mod outside;
pub mod replies;
mod sound;
mod sql;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use arcstr::ArcStr;

use crate::attribution::{attribute, money_drivers};
use crate::checks;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{BudgetLine, PhaseChoice};
use crate::ingest::{
    Digesting, FileDigest, Folder, InputFile, InputName, MANIFEST, Manifest, NamedBy, Reader, Reduction, Watch,
    protected_below, read_inputs, read_text,
};
use crate::language::Message;
use crate::message;
use crate::output::{Claims, Glob};
use crate::project::embedded::EMBEDDED;
use crate::project::{Project, Protecting};

pub use names::{DimensionNames, Names};
pub use sound::{Attributed, Faulty, Loaded, PhaseFault, Sound};
pub use sql::{SqlFault, sql};

/// Where a project is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// In the program.
    Embedded,
    /// A manifest, or the folder that holds one.
    Path(PathBuf),
}

/// An input named on the command line in place of the project's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Override {
    /// Which input.
    pub input: InputName,
    /// The file, relative to the working directory.
    pub path: PathBuf,
    /// The option that named it, for messages.
    pub option: String,
}

/// Loads a project, attributes its lines and runs every check. Never stops at the first fault.
#[must_use]
pub fn load(location: &Location, overrides: &[Override]) -> Loaded {
    load_watched(location, overrides, None, &Watch::default())
}

/// As [`load`], for somebody who shows how far it has come. `protect` takes the place of what the manifest says of small
/// counts; 0 shows them.
#[must_use]
pub fn load_watched(location: &Location, overrides: &[Override], protect: Option<u64>, watch: &Watch) -> Loaded {
    let mut diagnostics = Diagnostics::default();
    let named = named(location, overrides, &mut diagnostics);
    let claims = named.claims();
    let Named { manifest_file, read, .. } = named;
    let mut files = vec![manifest_file];
    let Some((manifest, digest)) = read else {
        return Loaded::Faulty(Faulty { claims, files, readings: Vec::new(), diagnostics, project: None });
    };
    files.extend(manifest.inputs.values().flatten().cloned());
    let mut inputs = read_inputs(&manifest, watch, &mut diagnostics);
    inputs.files.insert(0, digest);
    let readings = std::mem::take(&mut inputs.readings);
    let mut project = Project::new(&manifest, inputs);
    unknown_not_people(&project, &manifest, &mut diagnostics);
    if let Some(below) = protect.map_or(manifest.protect, protected_below) {
        let with = protecting(&project, &manifest, below);
        let files = with.files.clone();
        project.protect(with, &mut diagnostics);
        // What a fault shows of a row may be a count.
        diagnostics.forget_rows_of(|file| files.contains(file));
    }
    let is_refused = diagnostics.counts().contains_key(&Code::ProtectedDriver);
    let attribution =
        (project.is_sound() && !is_refused).then(|| attribute(&project, PhaseChoice::Best, &mut diagnostics));
    checks::run(&project, attribution.as_ref(), &mut diagnostics);
    match attribution {
        Some(attribution) if !diagnostics.has_errors() => {
            Loaded::Sound(Sound { project, attribution, claims, readings, found: diagnostics })
        }
        _ => Loaded::Faulty(Faulty { claims, files, readings, diagnostics, project: Some(project) }),
    }
}

/// Tells drivers that count no people, and stand nowhere.
fn unknown_not_people(project: &Project, manifest: &Manifest, diagnostics: &mut Diagnostics) {
    let is_unknown = |name: &&ArcStr| !project.drivers.contains(name);
    let Some(origin) = manifest.not_people_origin.as_ref() else { return };
    if project.faulty.contains(&InputName::Drivers) {
        return;
    }
    for name in manifest.not_people.iter().filter(is_unknown) {
        let help = Message::did_you_mean(name, project.drivers.names()).unwrap_or_else(|| message!("rule-add-driver"));
        let message = message!("rule-driver-nowhere", driver = name);
        let diagnostic = Diagnostic::new(Code::UnknownDriver, message, help).at(origin);
        diagnostics.push(diagnostic.column("project.not_people").found(&**name));
    }
}

/// What is protected, of a project and its manifest.
fn protecting(project: &Project, manifest: &Manifest, below: u64) -> Protecting {
    let files = InputName::PEOPLE.iter().filter_map(|input| manifest.inputs.get(input)).flatten();
    let names: Vec<ArcStr> = files.map(|file| file.name.clone()).collect();
    // A sheet or a dialect stands behind the name of its file.
    let is_held = |path: &str| names.iter().any(|name| name.strip_prefix(path).is_some_and(is_behind_a_file));
    let digested = project.files.iter().map(|file| &file.path).filter(|path| is_held(path));
    Protecting {
        below,
        not_people: manifest.not_people.clone(),
        money: money_drivers(project).into_iter().map(str::to_owned).collect(),
        files: digested.chain(&names).cloned().collect(),
    }
}

/// Whether nothing, a sheet or a dialect is what stands behind the name of a file.
fn is_behind_a_file(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(['#', '@'])
}

/// A manifest with what the command line says in its place.
#[derive(Debug)]
pub struct Named {
    /// The file itself.
    pub manifest_file: InputFile,
    /// The folder that its paths are relative to.
    pub folder: Folder,
    /// What it says, with its digest; `None` after diagnostics.
    pub read: Option<(Manifest, FileDigest)>,
}

/// Reads the manifest of a project, and none of its inputs.
#[must_use]
pub fn named(location: &Location, overrides: &[Override], diagnostics: &mut Diagnostics) -> Named {
    let (folder, manifest_file) = manifest_file(location);
    let read = read_text(&manifest_file, diagnostics).and_then(|(text, digest)| {
        let mut manifest = Manifest::read(&manifest_file.name, &text, &folder, diagnostics)?;
        apply(&mut manifest, &folder, overrides);
        outside::tell(&folder, &manifest, diagnostics);
        Some((manifest, digest))
    });
    Named { manifest_file, folder, read }
}

impl Named {
    /// What the project reads, so that nothing is written over it.
    #[must_use]
    pub fn claims(&self) -> Claims {
        let manifest = self.read.as_ref().map(|(manifest, _)| manifest);
        let files = manifest.into_iter().flat_map(|manifest| manifest.inputs.values().flatten());
        let files = files.chain([&self.manifest_file]);
        let files = files.filter_map(|file| Some((file.name.to_string(), file.path()?.to_path_buf())));
        let globs = match &self.folder {
            Folder::Embedded(_) => Vec::new(),
            Folder::Disk(folder) => {
                let patterns = manifest.into_iter().flat_map(|manifest| manifest.patterns.values());
                patterns.map(|patterns| Glob { folder: folder.clone(), patterns: patterns.clone() }).collect()
            }
        };
        Claims { files: files.collect(), globs }
    }
}

/// The money rows of one input, reduced to budget lines. Nothing of them is digested, since the result names no input.
#[must_use]
pub fn reduce(
    manifest: &Manifest,
    input: InputName,
    watch: &Watch,
    diagnostics: &mut Diagnostics,
) -> Vec<Arc<BudgetLine>> {
    let files = manifest.inputs.get(&input).map(Vec::as_slice).unwrap_or_default();
    files.iter().for_each(|file| watch.expect(file.size()));
    let mut reader = Reader { watch: watch.clone(), digesting: Digesting::No, ..Reader::of(manifest) };
    let mut reduction = Reduction::default();
    for file in files {
        reduction.read(file, input, manifest.currency, &mut reader, diagnostics);
    }
    reduction.finish()
}

fn manifest_file(location: &Location) -> (Folder, InputFile) {
    match location {
        Location::Embedded => {
            let folder = Folder::Embedded(EMBEDDED);
            let file = folder.files(MANIFEST).swap_remove(0);
            (folder, file)
        }
        Location::Path(path) => {
            let manifest = if path.is_dir() { path.join(MANIFEST) } else { path.clone() };
            let folder = manifest.parent().map(Path::to_path_buf).unwrap_or_default();
            // A manifest that is there goes by its bare name, so that a folder prints the same bytes wherever it is.
            let name = match manifest.file_name() {
                Some(name) if manifest.is_file() => name.to_string_lossy().into_owned(),
                _ => manifest.to_string_lossy().into_owned(),
            };
            let file = InputFile::on_disk(&name, &manifest, NamedBy::Project);
            (Folder::Disk(folder), file)
        }
    }
}

/// Inputs named on the command line replace the project's; one named twice has both files.
fn apply(manifest: &mut Manifest, folder: &Folder, overrides: &[Override]) {
    for input in InputName::ALL {
        let named = overrides.iter().filter(|named| named.input == input);
        let files: Vec<InputFile> = named
            .map(|named| {
                let name: ArcStr = named.path.to_string_lossy().replace('\\', "/").into();
                let file = InputFile::on_disk(&name, &named.path, NamedBy::Option(named.option.clone()));
                match folder {
                    Folder::Disk(folder) => file.of_project(folder),
                    Folder::Embedded(_) => file,
                }
            })
            .collect();
        if !files.is_empty() {
            manifest.replace_input(input, files);
        }
    }
}
