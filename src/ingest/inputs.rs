//! All inputs of a project, read: budget lines, the small inputs, the rules, and a digest of every file.

use super::digest::FileDigest;
use super::input_name::InputName;
use super::manifest::Manifest;
use super::reduction::Reduction;
use super::small::{controls, drivers, prices, rates, sources, victims};
use super::table::read_text;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{BudgetLine, Control, DriverValue, PriceChange, Rate, Source, VictimCount};
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
}

/// Reads every input that the manifest names. Faults go to `diagnostics`; what can be read is.
#[must_use]
pub fn read_inputs(manifest: &Manifest, diagnostics: &mut Diagnostics) -> Inputs {
    let files_of = |name: InputName| manifest.inputs.get(&name).map(Vec::as_slice).unwrap_or_default();
    let mut files = Vec::new();
    let mut reduction = Reduction::default();
    for name in InputName::MONEY {
        for file in files_of(name) {
            files.extend(reduction.read(file, name, manifest.currency, diagnostics));
        }
    }
    let lines = reduction.finish();
    if lines.is_empty() && !diagnostics.has_errors() {
        diagnostics.push(Diagnostic::new(
            Code::NoMoneyRows,
            "the project has no money rows at all",
            "give budget, external or agencies at least one row",
        ));
    }
    let victims = victims::read(files_of(InputName::Victims), &mut files, diagnostics);
    let drivers = drivers::read(files_of(InputName::Drivers), &mut files, diagnostics);
    let controls = controls::read(files_of(InputName::Controls), manifest.currency, &mut files, diagnostics);
    let prices = prices::read(files_of(InputName::Prices), &mut files, diagnostics);
    let rates = rates::read(files_of(InputName::Rates), &mut files, diagnostics);
    let sources = manifest
        .inputs
        .contains_key(&InputName::Sources)
        .then(|| sources::read(files_of(InputName::Sources), &mut files, diagnostics));
    let mut rules = RuleSet::default();
    for file in files_of(InputName::Rules) {
        if let Some((text, digest)) = read_text(file, diagnostics) {
            rules = RuleSet::read(&file.name, &text, diagnostics);
            files.push(digest);
        }
    }
    Inputs { lines, victims, drivers, controls, prices, rates, sources, rules, files }
}
