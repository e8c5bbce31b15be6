//! `compare`: what changed between two years, or between two projects, split by cause.

use std::path::Path;

use crate::cli::args::{CompareArgs, ProjectArgs};
use crate::cli::console::{Console, Ready};
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::settings;
use crate::domain::{PhaseChoice, Year, YearRange};
use crate::ingest::MANIFEST;
use crate::measures::compare::{Side, compare};
use crate::measures::{Cost, Query, cost};
use crate::render::RenderError;
use crate::report::compare::CompareReport;
use crate::report::{Context, ReportError};

pub(crate) fn run(console: &mut Console<'_>, project: &ProjectArgs, args: &CompareArgs) -> Result<(), Failure> {
    let format = output::format(&args.output)?;
    let (earlier, later) = years(args)?;
    let phase = PhaseChoice::parse(&args.phase).unwrap_or(PhaseChoice::Best);
    let ready = console.ready(project, phase)?;
    let other = match &args.with {
        None => None,
        Some(path) => Some(console.ready(&other_project(project, path), phase)?),
    };
    for side in [Some(&ready), other.as_ref()].into_iter().flatten() {
        output::refuse_inputs(args.output.output.as_deref(), &side.files)?;
    }
    let before = other.as_ref().unwrap_or(&ready);
    has_lines(before, earlier)?;
    has_lines(&ready, later)?;
    let query = settings::compare_query(args, &ready.project)?;
    let asked = |year: Year| Query {
        years: YearRange { from: Some(year), to: Some(year) },
        by: Vec::new(),
        measures: query.measures.clone(),
        exploitation: query.exploitation.clone(),
        basis: query.basis,
    };
    let asked = [asked(earlier), asked(later)];
    let costs = [costs(console, before, &asked[0])?, costs(console, &ready, &asked[1])?];
    let sides = [
        Side { project: &before.project, attribution: &before.attribution, year: earlier },
        Side { project: &ready.project, attribution: &ready.attribution, year: later },
    ];
    let failed = |fault| Failure::Render(RenderError::from(ReportError::Basis(fault)));
    let comparison = compare(sides[0], sides[1], &query).map_err(failed)?;
    let names = [
        args.with.as_deref().map_or_else(|| earlier.to_string(), |path| format!("{earlier} ({})", short(path))),
        later.to_string(),
    ];
    let language = console.talk.language();
    let context = |index: usize| Context {
        project: sides[index].project,
        attribution: sides[index].attribution,
        query: &asked[index],
        cost: &costs[index],
        language,
    };
    let report = CompareReport {
        sides: [context(0), context(1)],
        names: [&names[0], &names[1]],
        query: &query,
        comparison: &comparison,
    };
    let terminal = output::terminal(args.output.output.as_deref(), console.talk.color);
    let text = format.render(&report, terminal)?;
    output::write(args.output.output.as_deref(), &text, console.stdout)
}

/// The earlier and the later year; one year is both with `--with`.
fn years(args: &CompareArgs) -> Result<(Year, Year), Failure> {
    match (args.years.as_slice(), &args.with) {
        ([earlier, later], _) => Ok((*earlier, *later)),
        ([year], Some(_)) => Ok((*year, *year)),
        _ => {
            let message = "one year is not compared with itself; name a second year, or another project with --with";
            Err(Failure::Usage { message: message.to_owned() })
        }
    }
}

/// A folder or manifest is another project; any other file is rules for the same one.
fn other_project(project: &ProjectArgs, path: &Path) -> ProjectArgs {
    let is_rules = path.is_file()
        && path.file_name().is_none_or(|name| name != MANIFEST)
        && std::fs::read_to_string(path).is_ok_and(|text| !text.lines().any(|line| line.trim() == "[project]"));
    if is_rules {
        return ProjectArgs { rules: Some(path.to_path_buf()), ..project.clone() };
    }
    ProjectArgs {
        project: Some(path.to_path_buf()),
        embedded: false,
        input: Vec::new(),
        budget: Vec::new(),
        external: Vec::new(),
        agencies: Vec::new(),
        rules: None,
    }
}

/// The last part of a path, which tells two projects apart in a table.
fn short(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn has_lines(ready: &Ready, year: Year) -> Result<(), Failure> {
    let lines = ready.attribution.lines.iter().filter_map(|attributed| ready.project.lines.get(attributed.line));
    let mut years: Vec<Year> = lines.map(|line| line.key().year).collect();
    years.dedup();
    if years.contains(&year) {
        return Ok(());
    }
    let has = if years.is_empty() { "no lines at all".to_owned() } else { crate::report::year_spans(&years) };
    Err(Failure::Usage { message: format!("no lines for {year}; \"{}\" has {has}", ready.project.title) })
}

fn costs(console: &mut Console<'_>, ready: &Ready, query: &Query) -> Result<Cost, Failure> {
    settings::refuse_basis(console, &ready.project, query.basis, query.years)?;
    Ok(cost(&ready.project, &ready.ledger, query).map_err(ReportError::from).map_err(RenderError::from)?)
}
