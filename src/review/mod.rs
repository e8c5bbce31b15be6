//! The annual review: every file of the pack, and the folder that holds them. In: a report and what `check` found; out: a
//! folder that is written whole or not at all.
//!
//! A part of the pack is one line in `PARTS`.

mod charts;
mod data_package;
mod manifest;
mod pack;
mod page;
mod services;
mod slides;
pub mod target;

pub use manifest::{AskedDocument, ChartLeftOut, FileEntry, MANIFEST_FILE, ReviewDocument, SCHEMA};
pub use pack::{Difference, Pack, PackFault, Written};

use crate::attribution::{BothPhases, Ledger};
use crate::output::folder::PackFile;
use crate::render::{Formulas, RenderError, Terminal, format_named, xlsx};
use crate::report::workbook::{CheckLine, report_workbook};
use crate::report::{Context, LedgerReport};

/// What a review is made from.
#[derive(Debug, Clone, Copy)]
pub struct Material<'m> {
    /// The report.
    pub context: Context<'m>,
    /// The ledger of all years in the phase of the report.
    pub ledger: &'m Ledger,
    /// Its lines in either phase, where some have amounts in both.
    pub both: Option<&'m BothPhases>,
    /// What `check` prints.
    pub check: &'m str,
    /// The same, one finding each.
    pub findings: &'m [CheckLine],
}

/// What the parts of the pack are made from: what a review is made from, and what several of them show, made once.
struct Parts<'m> {
    material: &'m Material<'m>,
    specs: charts::Specs,
    services: services::Found<'m>,
}

/// Some files of the pack.
struct Part {
    /// Their paths; `*` stands for names that hang on what there is to show.
    files: &'static [&'static str],
    make: fn(&Parts<'_>) -> Result<Vec<PackFile>, RenderError>,
}

/// Every part of the pack but the manifest, which names the files of the others.
const PARTS: [Part; 9] = [
    Part { files: &["report.md", "report.csv", "report.json"], make: reports },
    Part { files: &["ledger.csv"], make: ledger },
    Part { files: &["services.csv", "services.json"], make: services::records },
    Part { files: &["workbook.xlsx"], make: workbook },
    Part { files: &["report.html"], make: page::page },
    Part { files: &["check.txt"], make: check },
    Part { files: &["charts/*.svg", "charts/*.png", "charts/*.pdf"], make: charts::charts },
    Part { files: &["slides.pptx"], make: slides::slides },
    Part { files: &["datapackage.json"], make: data_package::data_package },
];

/// Whether a pack has files of this path, whatever a manifest says.
fn is_own(path: &str) -> bool {
    let fits = |own: &&str| match own.split_once('*') {
        None => *own == path,
        Some((before, after)) => {
            let name = path.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
            name.is_some_and(|name| {
                !name.is_empty() && name.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'-')
            })
        }
    };
    PARTS.iter().flat_map(|part| part.files).any(fits)
}

/// How files of the pack are written.
fn plain(material: &Material<'_>) -> Terminal {
    let formulas = Formulas::quoted_if(material.context.project.csv_safe);
    Terminal { width: 80, colour: false, formulas }
}

/// Every file of the pack, in order of their paths.
///
/// # Errors
///
/// Where a format cannot be written.
pub fn contents(material: &Material<'_>) -> Result<Vec<PackFile>, RenderError> {
    let parts = Parts { material, specs: charts::Specs::new(material)?, services: services::Found::new(material) };
    let mut files = Vec::new();
    for part in PARTS {
        files.extend((part.make)(&parts)?);
    }
    debug_assert!(files.iter().all(|file| is_own(&file.path)), "a part makes files that it does not name");
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let manifest = manifest::manifest(&parts, &files)?;
    files.push(manifest);
    Ok(files)
}

fn reports(Parts { material, services, .. }: &Parts<'_>) -> Result<Vec<PackFile>, RenderError> {
    let report = services::WithServices { context: material.context, services };
    let formats = [("markdown", "report.md"), ("csv", "report.csv"), ("json", "report.json")];
    let files = formats.into_iter().filter_map(|(format, path)| Some((format_named(format)?, path)));
    files
        .map(|(format, path)| Ok(PackFile { path: path.to_owned(), bytes: format.render(&report, plain(material))? }))
        .collect()
}

/// The ledger of the years of the report, each line in its own currency and current prices.
fn ledger(Parts { material, .. }: &Parts<'_>) -> Result<Vec<PackFile>, RenderError> {
    let Some(format) = format_named("csv") else { return Ok(Vec::new()) };
    let report = ledger_report(material);
    Ok(vec![PackFile { path: "ledger.csv".to_owned(), bytes: format.render(&report, plain(material))? }])
}

/// The ledger of the years of the report.
fn ledger_report<'m>(material: &Material<'m>) -> LedgerReport<'m> {
    let Context { project, attribution, query, language, .. } = material.context;
    LedgerReport { project, attribution, years: query.years, currencies: &[], language }
}

fn workbook(parts: &Parts<'_>) -> Result<Vec<PackFile>, RenderError> {
    let mut workbook = report_workbook(parts.material.context, parts.material.findings)?;
    services::add_sheet(parts, &mut workbook);
    Ok(vec![PackFile { path: "workbook.xlsx".to_owned(), bytes: xlsx::write(&workbook)? }])
}

fn check(Parts { material, .. }: &Parts<'_>) -> Result<Vec<PackFile>, RenderError> {
    Ok(vec![PackFile { path: "check.txt".to_owned(), bytes: material.check.as_bytes().to_vec() }])
}
