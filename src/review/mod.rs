//! The annual review: every file of the pack, and the folder that holds them. In: a report and what `check` found; out: a
//! folder that is written whole or not at all.
//!
//! A part of the pack is one line in `PARTS`.

mod changes;
mod charts;
mod data_package;
mod manifest;
mod pack;
mod page;
mod services;
mod slides;
pub mod target;
mod turns;
mod worked;

pub use changes::{CHANGES_FILE, Replaced};
pub use manifest::{AskedDocument, ChartLeftOut, FileEntry, MANIFEST_FILE, ReviewDocument, SCHEMA};
pub use pack::{Difference, Pack, PackFault, Written};
pub use worked::Before;

use std::thread;

use crate::attribution::{BothPhases, Ledger};
use crate::output::folder::PackFile;
use crate::render::docx::{self, Picture};
use crate::render::{Formulas, RenderError, Terminal, format_named, markdown, xlsx};
use crate::report::charts::ChartAnswers;
use crate::report::findings::FindingsDocument;
use crate::report::reviewed::ReviewReport;
use crate::report::workbook::CheckLine;
use crate::report::{Context, Deliverable, LedgerReport, ReportError};
use worked::Worked;

/// What a review is made from.
#[derive(Debug, Clone, Copy)]
pub struct Material<'m> {
    /// The report.
    pub context: Context<'m>,
    /// The ledger of all years in the phase of the report.
    pub ledger: &'m Ledger,
    /// Its lines in either phase, where some have amounts in both.
    pub both: Option<&'m BothPhases>,
    /// The project that the earlier side of what changed is taken from; this one where there is none.
    pub before: Option<Before<'m>>,
    /// How that project was named.
    pub with: Option<&'m str>,
    /// What `check` prints.
    pub check: &'m str,
    /// The same, one finding each.
    pub findings: &'m [CheckLine],
}

/// What the parts of the pack are made from: what a review is made from, and what several of them show, made once.
struct Parts<'m> {
    material: &'m Material<'m>,
    worked: &'m Worked<'m>,
    specs: charts::Specs,
    /// The files of the charts, which documents show too.
    pictures: Vec<PackFile>,
}

/// Some files of the pack.
struct Part {
    /// Their paths; `*` stands for names that hang on what there is to show.
    files: &'static [&'static str],
    make: fn(&Parts<'_>) -> Result<Vec<PackFile>, RenderError>,
}

/// Every part of the pack but the manifest, which names the files of the others. They are begun in this order: what takes
/// longest, the workbook, the page and the report, first.
const PARTS: [Part; 10] = [
    Part { files: &["workbook.xlsx"], make: workbook },
    Part { files: &["report.html"], make: page::page },
    Part { files: &["report.docx", "report.md", "report.csv", "report.json"], make: reports },
    Part { files: &["findings.json"], make: findings },
    Part {
        files: &[
            "compare.csv",
            "compare.json",
            "sensitivity.csv",
            "sensitivity.json",
            "outturn.csv",
            "outturn.json",
            "coverage.csv",
            "coverage.json",
            "rules.csv",
            "rules.json",
            "services.csv",
            "services.json",
        ],
        make: records,
    },
    Part { files: &["ledger.csv"], make: ledger },
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
    path == CHANGES_FILE || PARTS.iter().flat_map(|part| part.files).any(fits)
}

/// How files of the pack are written.
fn plain(material: &Material<'_>) -> Terminal {
    let formulas = Formulas::quoted_if(material.context.project.csv_safe);
    Terminal { width: 80, colour: false, formulas }
}

/// What a review says of the one before it.
#[derive(Debug, Clone, Copy)]
pub enum Predecessor<'p> {
    /// There is none.
    None,
    /// This one stands where it goes.
    Replaced(&'p Replaced),
    /// The same review, made again, says this.
    Told(&'p [u8]),
}

/// Every file of the pack, in order of their paths.
///
/// # Errors
///
/// Where a format cannot be written.
pub fn contents(material: &Material<'_>, predecessor: Predecessor<'_>) -> Result<Vec<PackFile>, RenderError> {
    // Said before the work rather than behind it.
    xlsx::refuse_too_many(ledger_report(material).entries().count())?;
    // What is worked out for words and what for charts share their answers; no part needs another.
    let answers = ChartAnswers::drawing(worked::DRAWING);
    let (worked, drawn) = thread::scope(|scope| {
        let drawn = scope.spawn(|| {
            let specs = charts::Specs::new(material, &answers)?;
            let pictures = charts::drawn(&specs, material.context.language)?;
            Ok::<_, RenderError>((specs, pictures))
        });
        (Worked::new(material, &answers), joined(drawn))
    });
    let (worked, (specs, pictures)) = (worked?, drawn?);
    let parts = Parts { material, worked: &worked, specs, pictures };
    let mut files = Vec::new();
    for made in turns::made_of(&PARTS, |part| (part.make)(&parts)) {
        files.extend(made?);
    }
    debug_assert!(files.iter().all(|file| is_own(&file.path)), "a part makes files that it does not name");
    files.extend(match predecessor {
        Predecessor::None => None,
        Predecessor::Told(bytes) => Some(PackFile { path: CHANGES_FILE.to_owned(), bytes: bytes.to_vec() }),
        Predecessor::Replaced(replaced) => {
            let asked = serde_json::to_value(manifest::asked(material)).map_err(ReportError::from)?;
            let inputs = serde_json::to_value(manifest::inputs(material)).map_err(ReportError::from)?;
            replaced.told(&files, &asked, &inputs, material.context.language)
        }
    });
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let manifest = manifest::manifest(&parts, &files)?;
    files.push(manifest);
    Ok(files)
}

/// What a thread gives. Its panic is that of the whole.
fn joined<T>(thread: thread::ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

impl Parts<'_> {
    /// The review in its own language.
    fn report(&self) -> ReviewReport<'_> {
        self.worked.report(self.material, self.material.context.language)
    }

    /// A file of something in a format.
    fn file(&self, content: &dyn Deliverable, format: &str, path: &str) -> Result<Option<PackFile>, RenderError> {
        let Some(format) = format_named(format) else { return Ok(None) };
        Ok(Some(PackFile { path: path.to_owned(), bytes: format.render(content, plain(self.material))? }))
    }
}

fn reports(parts: &Parts<'_>) -> Result<Vec<PackFile>, RenderError> {
    let report = parts.report();
    let formats = [("csv", "report.csv"), ("json", "report.json")];
    let files = formats.into_iter().map(|(format, path)| parts.file(&report, format, path));
    let mut files: Vec<PackFile> = files.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
    // What a person reads is put together once for both documents.
    let sheet = report.sheet()?;
    files.push(PackFile { path: "report.md".to_owned(), bytes: markdown::write(&sheet).into_bytes() });
    let shown = parts.specs.shown(parts.material.context.language);
    let pictures = shown.filter_map(|spec| Some(Picture { spec, png: charts::picture(parts, spec.kind)? }));
    let bytes = docx::with_pictures(sheet, &pictures.collect::<Vec<_>>())?;
    files.push(PackFile { path: "report.docx".to_owned(), bytes });
    Ok(files)
}

fn findings(parts: &Parts<'_>) -> Result<Vec<PackFile>, RenderError> {
    let json = serde_json::to_string_pretty(&FindingsDocument::new(&parts.report())).map_err(ReportError::from)?;
    Ok(vec![PackFile { path: "findings.json".to_owned(), bytes: (json + "\n").into_bytes() }])
}

/// The further parts of the review, each as records and as a document; one of which there is nothing has no files.
fn records(parts: &Parts<'_>) -> Result<Vec<PackFile>, RenderError> {
    let mut files = Vec::new();
    for (name, content) in deliverables(&parts.report()) {
        for format in ["csv", "json"] {
            files.extend(parts.file(&*content, format, &format!("{name}.{format}"))?);
        }
    }
    Ok(files)
}

/// What has records of its own, by the name of its files.
fn deliverables<'c>(report: &ReviewReport<'c>) -> Vec<(&'static str, Box<dyn Deliverable + 'c>)> {
    let mut found: Vec<(&'static str, Box<dyn Deliverable + 'c>)> = Vec::new();
    if let Ok(changes) = report.changes {
        found.push(("compare", Box::new(changes)));
    }
    found.push(("sensitivity", Box::new(report.sureness)));
    if let Ok(outturn) = report.outturn {
        found.push(("outturn", Box::new(outturn)));
    }
    if let Ok(services) = report.services {
        found.push(("services", Box::new(services)));
    }
    found.push(("coverage", Box::new(report.coverage)));
    found.push(("rules", Box::new(report.rulebook)));
    found
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
    let report = parts.report();
    Ok(vec![PackFile { path: "workbook.xlsx".to_owned(), bytes: xlsx::write(report.workbook()?)? }])
}

fn check(Parts { material, .. }: &Parts<'_>) -> Result<Vec<PackFile>, RenderError> {
    Ok(vec![PackFile { path: "check.txt".to_owned(), bytes: material.check.as_bytes().to_vec() }])
}
