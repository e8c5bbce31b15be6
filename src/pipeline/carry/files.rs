//! The files of a project that is carried on: each as it is, with its currencies named, or as canonical rows.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;

use super::table::Table;
use super::{CarryFault, drivers, is_below};
use crate::diagnostics::Diagnostics;
use crate::ingest::{InputFile, InputName, Manifest, Reader, Reading, Watch, canonical_rows};
use crate::output::folder::PackFile;
use crate::pipeline::{Sound, reduce};
use crate::report::budget_line_rows;

/// Taking files along.
pub(super) struct Carrying<'c> {
    manifest: &'c Manifest,
    sound: &'c Sound,
    watch: &'c Watch,
    taken: BTreeSet<String>,
    /// The new files.
    pub(super) files: Vec<PackFile>,
    /// The paths of each input.
    pub(super) inputs: BTreeMap<InputName, Vec<String>>,
    /// Files that went along as canonical rows.
    pub(super) as_rows: Vec<String>,
}

impl<'c> Carrying<'c> {
    pub(super) fn new(manifest: &'c Manifest, sound: &'c Sound, watch: &'c Watch) -> Self {
        let taken = BTreeSet::from([crate::ingest::MANIFEST.to_lowercase(), super::README.to_lowercase()]);
        let (files, inputs, as_rows) = Default::default();
        Self { manifest, sound, watch, taken, files, inputs, as_rows }
    }

    /// Takes everything along; `expected` is made anew.
    pub(super) fn carry(&mut self, expected: Table) -> Result<(), CarryFault> {
        for (input, files) in &self.manifest.inputs {
            match input {
                InputName::Expected => {}
                input if InputName::MONEY.contains(input) => self.money(*input, files)?,
                InputName::Drivers => self.drivers(files)?,
                input => files.iter().try_for_each(|file| self.small(*input, file))?,
            }
        }
        self.add(InputName::Expected, "expected.csv", expected.written().map_err(CarryFault::file("expected.csv"))?);
        self.copies_of_sources()
    }

    /// The files that rows of another year go into.
    pub(super) fn to_fill_in(&self) -> Vec<String> {
        let yearly = InputName::MONEY.into_iter().chain([InputName::Victims, InputName::Drivers]);
        yearly.filter_map(|input| self.inputs.get(&input)?.last().cloned()).collect()
    }

    fn reading(&self, file: &InputFile) -> Option<&'c Reading> {
        self.sound.readings.iter().find(|reading| reading.file == file.name)
    }

    fn is_canonical(&self, file: &InputFile) -> bool {
        let is_plain = file.sheet.is_none() && file.dialect.is_none() && file.path().is_some();
        is_plain && self.reading(file).is_some_and(Reading::is_canonical)
    }

    /// Rows of money: canonical ones row for row, all others reduced to the lines that they make.
    fn money(&mut self, input: InputName, files: &[InputFile]) -> Result<(), CarryFault> {
        let (canonical, others): (Vec<&InputFile>, Vec<&InputFile>) =
            files.iter().partition(|file| self.is_canonical(file));
        for file in canonical {
            self.with_currency(input, file)?;
        }
        if others.is_empty() {
            return Ok(());
        }
        let mut manifest = self.manifest.clone();
        manifest.inputs = BTreeMap::from([(input, others.into_iter().cloned().collect())]);
        // What is wrong with them was told when they were read before.
        let lines = reduce(&manifest, input, self.watch, &mut Diagnostics::default());
        let table = Table::of(budget_line_rows(&lines, &manifest.dimensions));
        let named = manifest.inputs.values().flatten().map(|file| file.name.to_string());
        self.as_rows.extend(named);
        let path = format!("{}-carried-on.csv", input.word());
        let bytes = table.written().map_err(CarryFault::file(&path))?;
        self.add(input, &path, bytes);
        Ok(())
    }

    /// Drivers: as they are, unless one of them is money and does not say which.
    fn drivers(&mut self, files: &[InputFile]) -> Result<(), CarryFault> {
        let project = self.sound.project();
        let name_them = drivers::are_to_be_named(project);
        for file in files {
            if self.is_canonical(file) && !name_them {
                self.copy(InputName::Drivers, file)?;
                continue;
            }
            let path = if self.is_canonical(file) { file.name.to_string() } else { self.row_path(file) };
            let table = drivers::table(project, |name| *name == *file.name);
            let bytes = table.written().map_err(CarryFault::file(&path))?;
            self.add(InputName::Drivers, &path, bytes);
        }
        Ok(())
    }

    fn small(&mut self, input: InputName, file: &InputFile) -> Result<(), CarryFault> {
        match input {
            InputName::Rules => self.copy(input, file),
            InputName::Controls | InputName::Services => self.with_currency(input, file),
            _ if self.is_canonical(file) => self.copy(input, file),
            _ => {
                let table = self.canonical_table(input, file);
                let path = self.row_path(file);
                let bytes = table.written().map_err(CarryFault::file(&path))?;
                self.add(input, &path, bytes);
                Ok(())
            }
        }
    }

    /// A file whose rows that name no currency name the one that was assumed.
    fn with_currency(&mut self, input: InputName, file: &InputFile) -> Result<(), CarryFault> {
        let currency = self.sound.project().currency;
        let (path, mut table, bytes) = if self.is_canonical(file) {
            let bytes = bytes_of(file)?;
            (file.name.to_string(), Table::read(&bytes).map_err(CarryFault::file(&file.name))?, Some(bytes))
        } else {
            let table = self.canonical_table(input, file);
            (self.row_path(file), table, None)
        };
        let bytes = match (table.name_currency(currency), bytes) {
            (false, Some(bytes)) => bytes,
            _ => table.written().map_err(CarryFault::file(&path))?,
        };
        self.add(input, &path, bytes);
        Ok(())
    }

    fn canonical_table(&self, input: InputName, file: &InputFile) -> Table {
        let mut reader = Reader::of(self.manifest);
        let marks = self.reading(file).map(|reading| reading.settled.marks).unwrap_or_default();
        let currency = self.sound.project().currency;
        let rows = canonical_rows(file, input, marks, currency, &mut reader, &mut Diagnostics::default());
        Table::new(rows.header, rows.rows)
    }

    /// A file as it is.
    fn copy(&mut self, input: InputName, file: &InputFile) -> Result<(), CarryFault> {
        let bytes = bytes_of(file)?;
        self.add(input, file.name.as_ref(), bytes);
        Ok(())
    }

    /// The path of what a file that is not canonical becomes.
    fn row_path(&mut self, file: &InputFile) -> String {
        self.as_rows.push(file.name.to_string());
        let plain = file.key.split(['#', '@']).next().unwrap_or_default();
        let stem = plain.rsplit('/').next().unwrap_or_default().split('.').next().unwrap_or_default();
        format!("{stem}-carried-on.csv")
    }

    /// Puts a file among those of an input, below the new folder and under a name that no other has.
    fn add(&mut self, input: InputName, path: &str, bytes: Vec<u8>) {
        let path = if is_below(path) { path } else { path.rsplit(['/', '\\']).next().unwrap_or(path) };
        let (stem, ending) = path.rsplit_once('.').unwrap_or((path, "csv"));
        let numbered = (2_u32..).map(|number| format!("{stem}-{number}.{ending}"));
        let free =
            std::iter::once(path.to_owned()).chain(numbered).find(|path| !self.taken.contains(&path.to_lowercase()));
        let path = free.unwrap_or_else(|| path.to_owned());
        self.taken.insert(path.to_lowercase());
        self.inputs.entry(input).or_default().push(path.clone());
        self.files.push(PackFile { path, bytes });
    }

    /// The stored copies that `sources` names.
    fn copies_of_sources(&mut self) -> Result<(), CarryFault> {
        let sources = self.sound.project().sources.iter().flat_map(BTreeMap::values);
        let copies: BTreeSet<&str> = sources.map(|source| source.file.as_str()).collect();
        for path in copies.into_iter().filter(|path| is_below(path)) {
            if self.taken.insert(path.to_lowercase()) {
                let bytes = bytes_of(&self.manifest.folder.file(path))?;
                self.files.push(PackFile { path: path.to_owned(), bytes });
            }
        }
        Ok(())
    }
}

fn bytes_of(file: &InputFile) -> Result<Vec<u8>, CarryFault> {
    let mut bytes = Vec::new();
    file.open().and_then(|mut input| input.read_to_end(&mut bytes)).map_err(CarryFault::file(&file.name))?;
    Ok(bytes)
}
