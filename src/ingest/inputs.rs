//! All inputs of a project, read: budget lines, the small inputs, the rules, and a digest of every file.

use std::collections::BTreeSet;
use std::sync::Arc;

use arcstr::ArcStr;

use super::dialect::{Dialect, FilePattern};
use super::digest::FileDigest;
use super::folder::InputFile;
use super::header::Columns;
use super::input_name::InputName;
use super::manifest::Manifest;
use super::money_rows;
use super::reader::{Reader, Reading};
use super::reduction::Reduction;
use super::small::{controls, drivers, expected, names, prices, rates, requests, services, sources, victims};
use super::text_file::read_text;
use super::watch::Watch;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Severity};
use crate::domain::{
    BudgetLine, CodeName, Control, Currency, DriverValue, ExpectedLine, PriceChange, Rate, RequestRow, Service, Source,
    VictimCount,
};
use crate::message;
use crate::rules::RuleSet;

/// What the files of a project hold.
#[derive(Debug, Default)]
pub struct Inputs {
    /// Money rows reduced to lines, in the order of the ledger.
    pub lines: Vec<Arc<BudgetLine>>,
    /// `victims`.
    pub victims: Vec<VictimCount>,
    /// `drivers`.
    pub drivers: Vec<DriverValue>,
    /// `controls`.
    pub controls: Vec<Control>,
    /// `prices`.
    pub prices: Vec<PriceChange>,
    /// `rates`.
    pub rates: Vec<Rate>,
    /// `sources`; `None` where the project names no such input.
    pub sources: Option<Vec<Source>>,
    /// `expected`; `None` where the project names no such input.
    pub expected: Option<Vec<ExpectedLine>>,
    /// `names`.
    pub names: Vec<CodeName>,
    /// `requests`.
    pub requests: Vec<RequestRow>,
    /// `services`.
    pub services: Vec<Service>,
    /// `rules`.
    pub rules: RuleSet,
    /// Digests of all files read, in the order of the manifest.
    pub files: Vec<FileDigest>,
    /// How each table was read, in the same order.
    pub readings: Vec<Reading>,
    /// Inputs in which a fault was found, so that what is missing from them says nothing.
    pub faulty: BTreeSet<InputName>,
}

/// Reads every input that the manifest names. Faults go to `diagnostics`; what can be read is.
#[must_use]
pub fn read_inputs(manifest: &Manifest, watch: &Watch, diagnostics: &mut Diagnostics) -> Inputs {
    let mut inputs = Inputs::default();
    let mut reader = Reader { watch: watch.clone(), ..Reader::of(manifest) };
    manifest.inputs.values().flatten().for_each(|file| watch.expect(file.size()));
    let mut reduction = Reduction::default();
    for name in InputName::ALL {
        let files = manifest.inputs.get(&name).map(Vec::as_slice).unwrap_or_default();
        let errors = diagnostics.of_severity(Severity::Error);
        inputs.read(name, files, manifest.currency, &mut reduction, &mut reader, diagnostics);
        if diagnostics.of_severity(Severity::Error) > errors {
            inputs.faulty.insert(name);
        }
    }
    for dialect in &manifest.dialects {
        let named = manifest.inputs.values().flatten();
        if !dialect.files.is_empty() && !named.into_iter().any(|file| dialect.is_for(file)) {
            diagnostics.push(unused(dialect));
        }
    }
    inputs.lines = reduction.finish();
    inputs.files = reader.digests;
    inputs.readings = reader.readings;
    let readable = InputName::MONEY.iter().all(|name| !inputs.faulty.contains(name));
    if inputs.lines.is_empty() && readable {
        diagnostics.push(Diagnostic::new(
            Code::NoMoneyRows,
            message!("file-no-money-rows"),
            message!("file-give-money-rows"),
        ));
    }
    inputs
}

/// A dialect that is about no file.
fn unused(dialect: &Dialect) -> Diagnostic {
    let files: Vec<&str> = dialect.files.iter().map(FilePattern::text).collect();
    let message = message!("dialect-no-file", files = files);
    let help = message!("dialect-correct-files");
    let diagnostic = Diagnostic::new(Code::UnusedDialect, message, help);
    match &dialect.origin {
        Some(origin) => diagnostic.at(origin).column("files"),
        None => diagnostic,
    }
}

/// Reads one table as one input, to see whether it is sound.
pub fn read_one(
    file: &InputFile,
    input: InputName,
    currency: Currency,
    reader: &mut Reader,
    diagnostics: &mut Diagnostics,
) -> Reduction {
    let mut inputs = Inputs::default();
    let mut reduction = Reduction::default();
    inputs.read(input, std::slice::from_ref(file), currency, &mut reduction, reader, diagnostics);
    reduction
}

impl Inputs {
    fn read(
        &mut self,
        name: InputName,
        files: &[InputFile],
        currency: Currency,
        reduction: &mut Reduction,
        reader: &mut Reader,
        diagnostics: &mut Diagnostics,
    ) {
        match name {
            InputName::Budget | InputName::External | InputName::Agencies => {
                for file in files {
                    reduction.read(file, name, currency, reader, diagnostics);
                }
            }
            InputName::Victims => self.victims = victims::read(files, reader, diagnostics),
            InputName::Drivers => self.drivers = drivers::read(files, reader, diagnostics),
            InputName::Controls => self.controls = controls::read(files, currency, reader, diagnostics),
            InputName::Prices => self.prices = prices::read(files, reader, diagnostics),
            InputName::Rates => self.rates = rates::read(files, reader, diagnostics),
            InputName::Services => self.services = services::read(files, currency, reader, diagnostics),
            InputName::Sources => {
                self.sources = (!files.is_empty()).then(|| sources::read(files, reader, diagnostics));
            }
            InputName::Expected => {
                self.expected = (!files.is_empty()).then(|| expected::read(files, currency, reader, diagnostics));
            }
            InputName::Requests => self.requests = requests::read(files, reader, diagnostics),
            InputName::Names => self.names = names::read(files, reader, diagnostics),
            InputName::Rules => {
                for file in files {
                    if let Some((text, digest)) = read_text(file, diagnostics) {
                        self.rules = RuleSet::read(&file.name, &text, &reader.dimensions, diagnostics);
                        reader.digests.push(digest);
                    }
                }
            }
        }
    }
}

/// The columns of an input that is a table; `own` are the project's own dimensions.
#[must_use]
pub fn columns_of(input: InputName, own: &[ArcStr]) -> Option<Columns<'_>> {
    match input {
        InputName::Budget | InputName::External | InputName::Agencies => Some(money_rows::columns(input, own)),
        InputName::Victims => Some(victims::COLUMNS),
        InputName::Drivers => Some(drivers::COLUMNS),
        InputName::Controls => Some(controls::COLUMNS),
        InputName::Prices => Some(prices::COLUMNS),
        InputName::Rates => Some(rates::COLUMNS),
        InputName::Sources => Some(sources::COLUMNS),
        InputName::Expected => Some(expected::columns(own)),
        InputName::Names => Some(names::COLUMNS),
        InputName::Requests => Some(requests::COLUMNS),
        InputName::Services => Some(services::COLUMNS),
        InputName::Rules => None,
    }
}

/// Every column that some input has.
pub fn every_column() -> impl Iterator<Item = &'static str> {
    InputName::ALL.into_iter().filter_map(|input| columns_of(input, &[])).flat_map(Columns::all)
}
