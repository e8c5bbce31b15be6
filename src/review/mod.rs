//! The annual review: every file of the pack, and the folder that holds them. In: a report and what `check` found; out: a
//! folder that is written whole or not at all.
//!
//! A part of the pack is one line in `PARTS`.

mod charts;
mod data_package;
pub mod folder;
mod manifest;
mod page;

pub use manifest::{AskedDocument, ChartLeftOut, FileEntry, MANIFEST_FILE, ReviewDocument, SCHEMA};

use crate::attribution::Ledger;
use crate::render::{RenderError, Terminal, format_named, xlsx};
use crate::report::workbook::{CheckLine, report_workbook};
use crate::report::{Context, LedgerReport, Report};

/// A file of the pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFile {
    /// Its path in the folder, with `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What a review is made from.
#[derive(Debug, Clone, Copy)]
pub struct Material<'m> {
    /// The report.
    pub context: Context<'m>,
    /// The ledger of all years in the phase of the report.
    pub ledger: &'m Ledger,
    /// What `check` prints.
    pub check: &'m str,
    /// The same, one finding each.
    pub findings: &'m [CheckLine],
}

/// Makes some files of the pack.
type Part = fn(&Material<'_>) -> Result<Vec<PackFile>, RenderError>;

/// Every part of the pack but the manifest, which names the files of the others.
const PARTS: [Part; 7] = [reports, ledger, workbook, page::page, check, charts::charts, data_package::data_package];

/// Width of what is written as for a terminal.
const PLAIN: Terminal = Terminal { width: 80, colour: false };

/// Every file of the pack, in order of their paths.
///
/// # Errors
///
/// Where a format cannot be written.
pub fn contents(material: &Material<'_>) -> Result<Vec<PackFile>, RenderError> {
    let mut files = Vec::new();
    for part in PARTS {
        files.extend(part(material)?);
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let manifest = manifest::manifest(material, &files)?;
    files.push(manifest);
    Ok(files)
}

fn reports(material: &Material<'_>) -> Result<Vec<PackFile>, RenderError> {
    let formats = [("markdown", "report.md"), ("csv", "report.csv"), ("json", "report.json")];
    let files = formats.into_iter().filter_map(|(format, path)| Some((format_named(format)?, path)));
    files
        .map(|(format, path)| {
            Ok(PackFile { path: path.to_owned(), bytes: format.render(&Report(material.context), PLAIN)? })
        })
        .collect()
}

/// The ledger of the years of the report, each line in its own currency and current prices.
fn ledger(material: &Material<'_>) -> Result<Vec<PackFile>, RenderError> {
    let Some(format) = format_named("csv") else { return Ok(Vec::new()) };
    let report = ledger_report(material);
    Ok(vec![PackFile { path: "ledger.csv".to_owned(), bytes: format.render(&report, PLAIN)? }])
}

/// The ledger of the years of the report.
fn ledger_report<'m>(material: &Material<'m>) -> LedgerReport<'m> {
    let Context { project, attribution, query, language, .. } = material.context;
    LedgerReport { project, attribution, years: query.years, currency: None, language }
}

fn workbook(material: &Material<'_>) -> Result<Vec<PackFile>, RenderError> {
    let workbook = report_workbook(material.context, material.findings)?;
    Ok(vec![PackFile { path: "workbook.xlsx".to_owned(), bytes: xlsx::write(&workbook)? }])
}

fn check(material: &Material<'_>) -> Result<Vec<PackFile>, RenderError> {
    Ok(vec![PackFile { path: "check.txt".to_owned(), bytes: material.check.as_bytes().to_vec() }])
}
