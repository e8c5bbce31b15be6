//! All inputs of a project, read: budget lines, the small inputs, the rules, and a digest of every file.

use std::collections::BTreeSet;

use super::digest::FileDigest;
use super::folder::InputFile;
use super::input_name::InputName;
use super::manifest::Manifest;
use super::reduction::Reduction;
use super::small::{controls, drivers, prices, rates, sources, victims};
use super::table::read_text;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Severity};
use crate::domain::{BudgetLine, Control, Currency, DriverValue, PriceChange, Rate, Source, VictimCount};
use crate::rules::RuleSet;

/// What the files of a project hold.
#[derive(Debug, Default)]
pub struct Inputs {
    /// Money rows reduced to lines, in the order of the ledger.
    pub lines: Vec<BudgetLine>,
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
    /// `rules`.
    pub rules: RuleSet,
    /// Digests of all files read, in the order of the manifest.
    pub files: Vec<FileDigest>,
    /// Inputs in which a fault was found, so that what is missing from them says nothing.
    pub faulty: BTreeSet<InputName>,
}

/// Reads every input that the manifest names. Faults go to `diagnostics`; what can be read is.
#[must_use]
pub fn read_inputs(manifest: &Manifest, diagnostics: &mut Diagnostics) -> Inputs {
    let mut inputs = Inputs::default();
    let mut reduction = Reduction::default();
    for name in InputName::ALL {
        let files = manifest.inputs.get(&name).map(Vec::as_slice).unwrap_or_default();
        let errors = diagnostics.of_severity(Severity::Error);
        inputs.read(name, files, manifest.currency, &mut reduction, diagnostics);
        if diagnostics.of_severity(Severity::Error) > errors {
            inputs.faulty.insert(name);
        }
    }
    inputs.lines = reduction.finish();
    let readable = InputName::MONEY.iter().all(|name| !inputs.faulty.contains(name));
    if inputs.lines.is_empty() && readable {
        diagnostics.push(Diagnostic::new(
            Code::NoMoneyRows,
            "the project has no money rows at all",
            "give budget, external or agencies at least one row",
        ));
    }
    inputs
}

impl Inputs {
    fn read(
        &mut self,
        name: InputName,
        files: &[InputFile],
        currency: Currency,
        reduction: &mut Reduction,
        diagnostics: &mut Diagnostics,
    ) {
        let digests = &mut self.files;
        match name {
            InputName::Budget | InputName::External | InputName::Agencies => {
                for file in files {
                    digests.extend(reduction.read(file, name, currency, diagnostics));
                }
            }
            InputName::Victims => self.victims = victims::read(files, digests, diagnostics),
            InputName::Drivers => self.drivers = drivers::read(files, digests, diagnostics),
            InputName::Controls => self.controls = controls::read(files, currency, digests, diagnostics),
            InputName::Prices => self.prices = prices::read(files, digests, diagnostics),
            InputName::Rates => self.rates = rates::read(files, digests, diagnostics),
            InputName::Sources => {
                self.sources = (!files.is_empty()).then(|| sources::read(files, digests, diagnostics));
            }
            InputName::Rules => {
                for file in files {
                    if let Some((text, digest)) = read_text(file, diagnostics) {
                        self.rules = RuleSet::read(&file.name, &text, diagnostics);
                        digests.push(digest);
                    }
                }
            }
        }
    }
}
