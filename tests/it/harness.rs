//! Running the program and the library as their users do.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use proptest::prelude::ProptestConfig;
use thb_cost::attribution::Only;
use thb_cost::diagnostics::Diagnostics;
use thb_cost::domain::{Fraction, PhaseChoice, YearRange};
use thb_cost::language::Language;
use thb_cost::measures::{Basis, COST, CostColumn, CostRow, Counts, Dimension, Figures, Grouping, Layout, Query, cost};
use thb_cost::pipeline::{Attributed, Location, PhaseFault, load};
use thb_cost::render::{Formulas, Terminal, format_named};
use thb_cost::report::LedgerReport;

pub use super::case_folders::copy;

/// The folder of the package.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// What a program of its own proves stays unproved where it is not installed: the gate installs it and says so, and fails
/// where it is not there all the same.
#[expect(clippy::print_stderr, reason = "whoever runs the tests is to see what was not tested")]
pub fn told_to_be_there(program: &str, error: &std::io::Error) {
    assert!(std::env::var_os("THB_COST_GATE").is_none(), "{program}: {error}");
    eprintln!("{program} is not installed: nothing was tested with it");
}

/// The program with these arguments in this folder, colours off, nothing of the environment that could change it.
pub fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_thb-cost"));
    command
        .args(args)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .env_remove("THB_COST_PROJECT")
        .env_remove("THB_COST_LANG");
    command
}

/// Runs it to its end.
pub fn run(folder: &Path, args: &[&str]) -> Output {
    command(folder, args).output().unwrap()
}

/// Runs it and gives what it printed, demanding success.
pub fn stdout_of(folder: &Path, args: &[&str]) -> String {
    let output = run(folder, args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The ledger of a project folder in a phase as CSV, through the library; or the codes of its errors.
pub fn ledger_csv(folder: &Path, phase: PhaseChoice) -> Result<String, String> {
    let codes = |diagnostics: &Diagnostics| {
        let lines = diagnostics.iter().filter(|d| d.severity() == thb_cost::diagnostics::Severity::Error);
        lines
            .map(|d| format!("{}: {}", d.code.name(), Language::English.say(&d.message)))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let sound = load(&Location::Path(folder.to_path_buf()), &[]).sound();
    match sound.map_err(|faulty| codes(&faulty.diagnostics))?.in_phase(phase) {
        Err(PhaseFault::Faults(diagnostics)) => Err(codes(&diagnostics)),
        Err(fault) => panic!("{fault}"),
        Ok(Attributed { project, attribution, .. }) => {
            let report = LedgerReport {
                project: &project,
                attribution: &attribution,
                years: YearRange::default(),
                currencies: &[],
                language: Language::English,
            };
            let bytes = format_named("csv")
                .unwrap()
                .render(&report, Terminal { width: 80, colour: false, formulas: Formulas::AsTheyAre });
            Ok(String::from_utf8(bytes.unwrap()).unwrap())
        }
    }
}

/// So many random cases, or as many as `PROPTEST_CASES` says. What failed once is kept in `tests/proptest-regressions` and
/// tried first ever after.
pub fn random(cases: u32) -> ProptestConfig {
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => ProptestConfig::default(),
        None => ProptestConfig::with_cases(cases),
    }
}

/// A folder for a test's files, removed with the value.
pub fn scratch() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// Every figure of a report, exact.
pub type Totals = Vec<Fraction>;

/// For every dimension, whole and cut to the first parts of its codes, with all rows and with the largest alone: what the
/// rows of a report by it add up to, and the total of the report without it. Then, for one agency, the total of its lines
/// alone, and what the rows of that agency add up to in a report of all.
pub fn totals_by_dimension(folder: &Path) -> Result<Vec<(String, Totals, Totals)>, String> {
    let sound = load(&Location::Path(folder.to_path_buf()), &[]).sound().map_err(|faulty| faulty.to_string())?;
    let mut asked = sound.in_phase(PhaseChoice::Best).map_err(|fault| fault.to_string())?;
    let answer = |asked: &Attributed, by: Vec<Grouping>, top: Option<usize>| {
        let basis = Basis { currency: asked.project.currency, prices: None };
        let layout = Layout { across: None, top: top.and_then(NonZeroUsize::new) };
        let query = Query {
            years: YearRange::default(),
            by,
            measures: Vec::new(),
            exploitation: None,
            basis,
            also: Vec::new(),
            layout,
        };
        cost(&asked.project, &asked.ledger, &query).map_err(|error| error.to_string())
    };
    let totals = |figures: &Figures| {
        // Where nothing is known there is nothing to add up.
        let known = |column: &CostColumn| column.figure(figures).unwrap_or_else(Fraction::zero);
        // A line may stand in several rows.
        COST.iter().filter(|column| column.counts != Counts::Lines).map(known).collect::<Totals>()
    };
    let sum = |rows: &mut dyn Iterator<Item = &CostRow>| {
        totals(&rows.fold(Figures::zero(), |sum, row| sum.plus(&row.figures)))
    };
    let whole = totals(&answer(&asked, Vec::new(), None)?.total);
    let cut = |dimension: Dimension| {
        let most = if dimension.has_codes() { 2 } else { 0 };
        (0..=most).map(move |parts| Grouping { dimension, parts: NonZeroUsize::new(parts) })
    };
    let mut found = Vec::new();
    for grouping in Dimension::of_project(&asked.project.dimensions).flat_map(cut) {
        for top in [None, Some(1), Some(2)] {
            let rows = answer(&asked, vec![grouping], top)?.rows;
            let name = format!("{} {top:?}", grouping.name(&asked.project.dimensions));
            found.push((name, sum(&mut rows.iter()), whole.clone()));
        }
    }
    let rows = answer(&asked, vec![Dimension::Agency.into()], None)?.rows;
    if let Some(agency) = rows.first().map(|row| row.by[0].clone()).filter(|agency| !agency.contains(['*', '?'])) {
        let of_agency = sum(&mut rows.iter().filter(|row| row.by[0].to_lowercase() == agency.to_lowercase()));
        let mut only = Only::default();
        only.or(Dimension::Agency, agency);
        asked.keep(only).map_err(|fault| fault.to_string())?;
        found.push(("only one agency".to_owned(), totals(&answer(&asked, Vec::new(), None)?.total), of_agency));
    }
    Ok(found)
}

/// Every source file with its text, paths relative to `src`.
pub fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    let src = root().join("src");
    let mut found = Vec::new();
    walk(&src, &mut found);
    found.sort();
    assert!(found.len() > 50, "only {} source files were found", found.len());
    found
        .into_iter()
        .map(|path| (path.strip_prefix(&src).unwrap().to_path_buf(), std::fs::read_to_string(&path).unwrap()))
        .collect()
}

/// The text of a file, or of all parts of an archive.
pub fn text_of(bytes: Vec<u8>) -> String {
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(&bytes)) else {
        return String::from_utf8(bytes).unwrap();
    };
    let mut text = String::new();
    for part in 0..archive.len() {
        let mut part = archive.by_index(part).unwrap();
        let name = part.name().unwrap().into_owned();
        if [".xml", ".rels"].iter().any(|ending| name.ends_with(ending)) {
            std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        }
    }
    text
}
