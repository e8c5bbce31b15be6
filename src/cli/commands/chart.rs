//! `chart`: a picture of one kind, or of every kind into a folder.

use std::path::Path;

use crate::attribution::BothPhases;
use crate::cli::args::{ChartArgs, ProjectArgs};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::settings;
use crate::domain::PhaseChoice;
use crate::language::Language;
use crate::measures::Query;
use crate::message;
use crate::output::{Claims, Destination};
use crate::pipeline::Attributed;
use crate::render::RenderError;
use crate::render::chart::{PICTURES, Picture, Size, Theme, picture_of_ending};
use crate::report::ReportError;
use crate::report::charts::{ChartError, ChartKind, ChartMaterial, ChartSpec, KINDS};

/// What is written for each chart.
struct Wanted<'w> {
    picture: &'static Picture,
    theme: &'static Theme,
    size: Size,
    args: &'w ChartArgs,
}

pub(crate) fn run(console: &mut Console<'_>, project: &ProjectArgs, args: &ChartArgs) -> Result<(), Failure> {
    let kinds = kinds(args)?;
    refuse_idle_flags(&kinds, args)?;
    let target = target(args)?;
    let mut ready = console.ready(project, args.scope.phase)?;
    for file in [&args.output, &args.data, &args.alt].into_iter().flatten().filter(|_| !args.all) {
        output::refuse_inputs(Some(file), &ready.claims)?;
    }
    let query = settings::question(&args.scope, &args.question, &ready.project)?;
    settings::take_lines(&mut ready, &args.lines.only, query.years)?;
    console.refuse_basis(&ready, query.basis, query.years)?;
    console.refuse_absent_years(&ready, query.years)?;
    let theme = args.theme;
    let language = console.talk.language();
    match target {
        Target::File(path, picture) => {
            let wanted = Wanted { picture, theme, size: args.size, args };
            let spec = specs(&kinds, &ready, &query, language).remove(0)?;
            let spec = titled(spec, args);
            let picture = (wanted.picture.write)(&spec, wanted.theme, wanted.size)?;
            let mut results = vec![(Destination::of(path)?, picture)];
            results.extend(words(&spec, args)?);
            output::write_all(&results, console.stdout)
        }
        Target::Words => {
            let spec = titled(specs(&kinds, &ready, &query, language).remove(0)?, args);
            output::write_all(&words(&spec, args)?, console.stdout)
        }
        Target::Folder(folder) => {
            let picture = args.format.unwrap_or(&PICTURES[0]);
            let wanted = Wanted { picture, theme, size: args.size, args };
            let specs = specs(&kinds, &ready, &query, language);
            all(console, &kinds, specs, &wanted, (folder, &ready.claims))
        }
    }
}

/// Refuses a flag that the one kind asked for cannot use.
fn refuse_idle_flags(kinds: &[&'static dyn ChartKind], args: &ChartArgs) -> Result<(), Failure> {
    let [kind] = kinds else { return Ok(()) };
    let those = |takes: fn(&dyn ChartKind) -> bool| -> Vec<&str> {
        KINDS.iter().filter(|kind| takes(**kind)).map(|kind| kind.name()).collect()
    };
    if !args.question.by.is_empty() && !kind.takes_by() {
        let kinds = those(|kind| kind.takes_by());
        return Err(Failure::usage(message!("chart-no-by", kind = kind.name(), kinds = kinds)));
    }
    if !args.question.victims.is_empty() && !kind.takes_measures() {
        let kinds = those(|kind| kind.takes_measures());
        return Err(Failure::usage(message!("chart-no-victims", kind = kind.name(), kinds = kinds)));
    }
    if args.scope.phase != PhaseChoice::Best && !kind.takes_phase() {
        return Err(Failure::usage(message!("chart-no-phase", kind = kind.name())));
    }
    Ok(())
}

/// Where charts go.
enum Target<'a> {
    File(&'a Path, &'static Picture),
    Folder(&'a Path),
    /// No picture, only data or alternative text.
    Words,
}

fn kinds(args: &ChartArgs) -> Result<Vec<&'static dyn ChartKind>, Failure> {
    match (args.kind, args.all) {
        (Some(kind), false) => Ok(vec![kind]),
        (None, true) => Ok(KINDS.to_vec()),
        (Some(_), true) => Err(Failure::usage(message!("chart-kind-and-all"))),
        (None, false) => {
            let names: Vec<&str> = KINDS.iter().map(|kind| kind.name()).collect();
            Err(Failure::usage(message!("chart-which", kinds = names)))
        }
    }
}

fn target(args: &ChartArgs) -> Result<Target<'_>, Failure> {
    if args.all {
        let folder = args.output.as_deref().ok_or_else(|| Failure::usage(message!("chart-all-where")))?;
        if let Some(flag) = [("--data", &args.data), ("--alt", &args.alt)].iter().find(|(_, file)| file.is_some()) {
            return Err(Failure::usage(message!("chart-one-file", flag = flag.0)));
        }
        return Ok(Target::Folder(folder));
    }
    let Some(path) = args.output.as_deref() else {
        if args.data.is_some() || args.alt.is_some() {
            return Ok(Target::Words);
        }
        return Err(Failure::usage(message!("chart-where")));
    };
    let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
    args.format.or_else(|| picture_of_ending(&ending)).map(|picture| Target::File(path, picture)).ok_or_else(|| {
        let endings: Vec<&str> = PICTURES.iter().map(|picture| picture.name).collect();
        Failure::usage(message!("chart-ending", path = path.display().to_string(), endings = endings))
    })
}

fn specs(
    kinds: &[&'static dyn ChartKind],
    ready: &Attributed,
    query: &Query,
    language: Language,
) -> Vec<Result<ChartSpec, ChartFailure>> {
    let (project, attribution, ledger) = (&ready.project, &ready.attribution, &ready.ledger);
    // Both phases are attributed only where a chart shows them.
    let wanted = kinds.iter().any(|kind| !kind.takes_phase()) && BothPhases::are_in(project);
    let both = wanted.then(|| BothPhases::new(project, &attribution.only)).and_then(Result::ok);
    let material = ChartMaterial { project, attribution, ledger, both: both.as_ref(), query, language };
    kinds.iter().map(|kind| kind.spec(&material).map_err(|error| ChartFailure { kind: kind.name(), error })).collect()
}

/// A chart that cannot be made, with its kind.
struct ChartFailure {
    kind: &'static str,
    error: ChartError,
}

impl From<ChartFailure> for Failure {
    fn from(ChartFailure { kind, error }: ChartFailure) -> Self {
        match error {
            ChartError::Nothing(reason) => Self::usage(message!("chart-nothing", kind = kind, reason = reason)),
            ChartError::Cost(error) => RenderError::from(ReportError::from(error)).into(),
        }
    }
}

fn titled(mut spec: ChartSpec, args: &ChartArgs) -> ChartSpec {
    spec.title = args.title.clone().unwrap_or(spec.title);
    spec.subtitle = args.subtitle.clone().unwrap_or(spec.subtitle);
    spec
}

/// What is drawn as JSON, and the picture in words, each where it is asked for.
fn words(spec: &ChartSpec, args: &ChartArgs) -> Result<Vec<(Destination, Vec<u8>)>, Failure> {
    let mut results = Vec::new();
    if let Some(path) = &args.data {
        let json = serde_json::to_string_pretty(spec).map_err(ReportError::from);
        results.push((Destination::of(path)?, (json.map_err(RenderError::from)? + "\n").into_bytes()));
    }
    if let Some(path) = &args.alt {
        results.push((Destination::of(path)?, format!("{}\n", spec.alt).into_bytes()));
    }
    Ok(results)
}

/// Every kind that has something to show; of the others the reason is told.
fn all(
    console: &mut Console<'_>,
    kinds: &[&'static dyn ChartKind],
    specs: Vec<Result<ChartSpec, ChartFailure>>,
    wanted: &Wanted<'_>,
    (folder, claims): (&Path, &Claims),
) -> Result<(), Failure> {
    let mut pictures: Vec<(String, Vec<u8>)> = Vec::new();
    let mut nothing = Vec::new();
    for (kind, spec) in kinds.iter().zip(specs) {
        match spec {
            Ok(spec) => {
                let name = format!("{}.{}", kind.name(), wanted.picture.name);
                let spec = titled(spec, wanted.args);
                pictures.push((name, (wanted.picture.write)(&spec, wanted.theme, wanted.size)?));
            }
            Err(ChartFailure { kind, error: ChartError::Nothing(message) }) => nothing.push((kind, message)),
            Err(failure) => return Err(failure.into()),
        }
    }
    if pictures.is_empty() {
        let kinds: Vec<&str> = nothing.iter().map(|(kind, _)| *kind).collect();
        return Err(Failure::usage(message!("chart-nothing-at-all", kinds = kinds)));
    }
    output::make_folder(folder)?;
    let mut results = Vec::new();
    for (name, bytes) in pictures {
        let to = Destination::within(folder, &name)?;
        claims.refuse(&to)?;
        results.push((to, bytes));
    }
    output::write_all(&results, console.stdout)?;
    if !console.talk.quiet {
        for (kind, message) in nothing {
            console.line(&message!("chart-left-out", kind = kind, reason = message));
        }
    }
    Ok(())
}
