//! Diagnostics as JSON for a program: `thb-cost/check/1`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Diagnostic, Diagnostics, Severity};
use crate::language::{Language, Message};

/// The document that `check --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CheckDocument {
    /// `thb-cost/check/1`.
    pub schema: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// Number of errors.
    pub errors: u64,
    /// Number of warnings.
    pub warnings: u64,
    /// Number of notes.
    pub notes: u64,
    /// How many there were of each code, whether listed below or not.
    pub counts: BTreeMap<&'static str, u64>,
    /// How each table was read.
    pub files: Vec<FileDocument>,
    /// The first hundred of each code.
    pub diagnostics: Vec<DiagnosticDocument>,
    /// How far estimates of missing years err, of every series that rules estimate.
    pub leave_one_out: Vec<TrialDocument>,
}

/// A series of which each known year was left out in turn and estimated from the others. Numbers are decimals of at most
/// twelve digits behind the point.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TrialDocument {
    /// `driver`, or `amounts` of a line.
    pub series: &'static str,
    /// The driver, or the agency and name of the line.
    pub name: String,
    /// What one unit of a driver is, or blank.
    pub unit: String,
    /// The currency, where the values are money.
    pub currency: Option<String>,
    /// The rules that ask for it.
    pub uses: Vec<TrialUseDocument>,
    /// The years in which it is known.
    pub years: Vec<u16>,
    /// The years that every method can estimate that can estimate any.
    pub common_years: Vec<u16>,
    /// What each method makes of them; none where a rate is missing.
    pub methods: Vec<MethodTrialDocument>,
    /// Why nothing was tried.
    pub reason: Option<String>,
}

/// A rule that estimates a series.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TrialUseDocument {
    /// Its id.
    pub rule: String,
    /// `missing` or `fill`.
    pub key: &'static str,
    /// What it says there; `error` where it has no word and a year is missing.
    pub word: String,
}

/// What a method makes of a series.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MethodTrialDocument {
    /// `previous`, `interpolate`, `index:NAME`.
    pub method: String,
    /// Each year that it can estimate.
    pub tried: Vec<TriedYearDocument>,
    /// The mean of the errors, without sign.
    pub mean_error: Option<String>,
    /// The errors over the sum of what was published in these years, as a share.
    pub relative_error: Option<String>,
    /// The largest error.
    pub largest_error: Option<String>,
    /// Its year, the first of several.
    pub largest_year: Option<u16>,
    /// The mean of the errors over the years that every method can estimate.
    pub mean_error_common: Option<String>,
}

/// A year that was left out.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TriedYearDocument {
    /// The year.
    pub year: u16,
    /// What was published.
    pub known: String,
    /// What the method makes of the other years.
    pub estimate: String,
    /// How far that is from it, without sign.
    pub error: String,
}

/// How a table was read.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FileDocument {
    /// The file, as the manifest names it.
    pub file: String,
    /// What was found and what was pinned, in words.
    pub read_as: String,
    /// Whether it is canonical CSV, for which nothing needs to be pinned.
    pub canonical: bool,
    /// Whether the manifest has a dialect for it.
    pub pinned: bool,
    /// The `[[dialect]]` that pins how it was read.
    pub dialect: String,
}

/// One diagnostic.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DiagnosticDocument {
    /// Stable code, kebab-case.
    pub code: &'static str,
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// What is wrong.
    pub message: String,
    /// The file, as the manifest names it.
    pub file: Option<String>,
    /// The row as a spreadsheet numbers it; in TOML the line.
    pub row: Option<u64>,
    /// The column or TOML key.
    pub column: Option<String>,
    /// The text that was found.
    pub found: Option<String>,
    /// What was expected.
    pub expected: Option<String>,
    /// The next step.
    pub help: String,
}

impl DiagnosticDocument {
    /// Of a diagnostic, its words in a language.
    #[must_use]
    pub fn new(diagnostic: &Diagnostic, language: Language) -> Self {
        let say = |message: &Message| language.say(message);
        Self {
            code: diagnostic.code.name(),
            severity: diagnostic.severity().word(),
            message: say(&diagnostic.message),
            file: diagnostic.file.as_deref().map(str::to_owned),
            row: diagnostic.row,
            column: diagnostic.column.clone(),
            found: diagnostic.found.clone(),
            expected: diagnostic.expected.as_ref().map(say),
            help: say(&diagnostic.help),
        }
    }
}

impl CheckDocument {
    /// Of what was found, and of how each table was read.
    #[must_use]
    pub fn new(
        diagnostics: &Diagnostics,
        files: Vec<FileDocument>,
        leave_one_out: Vec<TrialDocument>,
        language: Language,
    ) -> Self {
        Self {
            files,
            leave_one_out,
            schema: "thb-cost/check/1",
            version: env!("CARGO_PKG_VERSION"),
            errors: diagnostics.of_severity(Severity::Error),
            warnings: diagnostics.of_severity(Severity::Warning),
            notes: diagnostics.of_severity(Severity::Note),
            counts: diagnostics.counts().iter().map(|(code, count)| (code.name(), *count)).collect(),
            diagnostics: diagnostics.iter().map(|found| DiagnosticDocument::new(found, language)).collect(),
        }
    }
}
