//! `compare`: what changed between two years, or between two projects, split by cause.

use std::path::Path;

use crate::cli::args::{CompareArgs, ProjectArgs, ScopeArgs};
use crate::cli::console::{Console, Lasting};
use crate::cli::dimensions::{self, TypedLines};
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::settings;
use crate::diagnostics::Diagnostics;
use crate::domain::{Year, YearRange};
use crate::ingest::MANIFEST;
use crate::measures::compare::{CompareQuery, Side, compare};
use crate::measures::{Query, cost};
use crate::message;
use crate::pipeline::{self, Attributed};
use crate::report::compare::CompareReport;
use crate::report::{Context, only_words, year_spans};

pub(crate) fn run(console: &mut Console<'_>, project: &ProjectArgs, args: &CompareArgs) -> Result<(), Failure> {
    let format = output::format(&args.output)?;
    let years = years(args)?;
    let scope = ScopeArgs { year: None, years: None, phase: args.phase };
    let phase = scope.phase;
    let mut ready = console.ready(project, phase)?;
    let mut other = match &args.with {
        None => None,
        Some(path) => Some(ready_other(console, project, path, &ready)?),
    };
    for (ready, year) in [other.as_ref().unwrap_or(&ready), &ready].into_iter().zip(years) {
        has_lines(ready, year)?;
    }
    take_lines(&mut ready, other.as_deref_mut(), &args.lines.only, years)?;
    let projects = [other.as_ref().unwrap_or(&ready), &ready];
    let asked = settings::question_in_each(&scope, &args.question, &ready.project)?;
    let in_basis = |basis| CompareQuery {
        by: asked.by.clone(),
        measures: asked.measures.clone(),
        exploitation: asked.exploitation.clone(),
        basis,
    };
    let query = in_basis(asked.basis);
    let other_queries: Vec<CompareQuery> = asked.bases().skip(1).map(in_basis).collect();
    let asked = years.map(|year| Query { years: YearRange::of(year), by: Vec::new(), ..asked.clone() });
    let mut costs = Vec::new();
    for (ready, asked) in projects.into_iter().zip(&asked) {
        output::refuse_inputs(args.output.output.as_deref(), &ready.claims)?;
        console.refuse_bases(ready, asked.bases(), asked.years)?;
        let cost = cost(&ready.project, &ready.ledger, asked)?;
        costs.push(cost);
    }
    let by = [settings::groupings(&args.question.by, &projects[0].project)?, query.by.clone()];
    let side = |index: usize| Side {
        project: &projects[index].project,
        attribution: &projects[index].attribution,
        year: years[index],
        by: &by[index],
    };
    let comparison = compare(side(0), side(1), &query)?;
    let mut also = Vec::new();
    for query in other_queries {
        also.push((query.clone(), compare(side(0), side(1), &query)?));
    }
    let names = [
        args.with.as_deref().map_or_else(|| years[0].to_string(), |path| format!("{} ({})", years[0], short(path))),
        years[1].to_string(),
    ];
    let language = console.talk.language();
    let context = |index: usize| Context {
        project: &projects[index].project,
        attribution: &projects[index].attribution,
        query: &asked[index],
        cost: &costs[index],
        language,
    };
    let report = CompareReport {
        sides: [context(0), context(1)],
        names: [&names[0], &names[1]],
        query: &query,
        comparison: &comparison,
        also: &also,
    };
    let terminal = output::terminal_of(&args.output, console.talk.color, &projects[0].project);
    let text = format.render(&report, terminal)?;
    output::write(args.output.output.as_deref(), &text, console.stdout)
}

/// The earlier and the later year; one year is both with `--with`.
fn years(args: &CompareArgs) -> Result<[Year; 2], Failure> {
    match (args.years.as_slice(), &args.with) {
        ([earlier, later], _) => Ok([*earlier, *later]),
        ([year], Some(_)) => Ok([*year; 2]),
        _ => Err(Failure::usage(message!("usage-compare-alone"))),
    }
}

/// The other project, in the phase of this one, its small counts protected as far as either says.
pub(super) fn ready_other(
    console: &mut Console<'_>,
    project: &ProjectArgs,
    path: &Path,
    ready: &Attributed,
) -> Result<Lasting<Attributed>, Failure> {
    let other = other_project(project, path);
    let location = settings::location(&other, &console.here);
    let named = pipeline::named(&location, &[], &mut Diagnostics::default());
    let own = named.read.and_then(|(manifest, _)| manifest.protect);
    let protect = match project.protect {
        Some(0) => Some(0),
        asked => asked.max(own).max(ready.project.protection.below()),
    };
    console.ready(&ProjectArgs { protect, ..other }, ready.attribution.phase)
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
        protect: project.protect,
        embedded: false,
        input: Vec::new(),
        budget: Vec::new(),
        external: Vec::new(),
        agencies: Vec::new(),
        rules: None,
    }
}

/// The name of a project's folder or file, which tells two projects apart in a table: a manifest of the usual name goes by
/// its folder.
pub(super) fn short(path: &Path) -> String {
    let is_manifest = path.file_name().is_some_and(|name| name == MANIFEST);
    let named = if is_manifest { path.parent().unwrap_or(path) } else { path };
    let whole = named.file_name().is_none().then(|| if named.as_os_str().is_empty() { Path::new(".") } else { named });
    let whole = whole.and_then(|path| path.canonicalize().ok());
    let named = whole.as_deref().unwrap_or(named);
    named.file_name().unwrap_or(named.as_os_str()).to_string_lossy().into_owned()
}

/// Takes the lines that are asked for on both sides; one of them must have some.
fn take_lines(
    later: &mut Attributed,
    earlier: Option<&mut Attributed>,
    typed: &[TypedLines],
    years: [Year; 2],
) -> Result<(), Failure> {
    if typed.is_empty() {
        return Ok(());
    }
    let has =
        |ready: &Attributed, year: Year| ready.attribution.taken().any(|attributed| attributed.line.key().year == year);
    let only = dimensions::only(typed, &later.project)?;
    let words = only_words(&only, &later.project);
    later.keep(only)?;
    let before = match earlier {
        None => has(later, years[0]),
        Some(earlier) => {
            earlier.keep(dimensions::only(typed, &earlier.project)?)?;
            has(earlier, years[0])
        }
    };
    if before || has(later, years[1]) {
        Ok(())
    } else {
        Err(Failure::usage(message!("usage-where-none", only = words)))
    }
}

fn has_lines(ready: &Attributed, year: Year) -> Result<(), Failure> {
    let lines = ready.attribution.lines.iter().map(|attributed| &attributed.line);
    let mut years: Vec<Year> = lines.map(|line| line.key().year).collect();
    years.dedup();
    if years.contains(&year) {
        return Ok(());
    }
    let project = &ready.project.title;
    Err(Failure::usage(if years.is_empty() {
        message!("usage-compare-no-lines", year = year, project = project)
    } else {
        message!("usage-compare-year", year = year, project = project, years = year_spans(&years))
    }))
}
