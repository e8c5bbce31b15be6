//! `chart`: a picture of one kind, or of every kind into a folder; as slides, one kind or every kind in one file.

use std::path::Path;

use crate::attribution::BothPhases;
use crate::cli::args::{ChartArgs, ProjectArgs};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::settings;
use crate::domain::PhaseChoice;
use crate::language::{Language, Message};
use crate::measures::Query;
use crate::message;
use crate::output::{Claims, Destination};
use crate::pipeline::Attributed;
use crate::render::RenderError;
use crate::render::chart::{PICTURES, Picture, Size, Theme, picture_of_ending};
use crate::render::pptx;
use crate::report::ReportError;
use crate::report::charts::{ChartAnswers, ChartError, ChartKind, ChartMaterial, ChartSpec, KINDS};

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
    if matches!(target, Target::Slides(_)) && args.size.is_some() {
        return Err(Failure::usage(message!("chart-slides-size")));
    }
    let mut ready = console.ready(project, args.scope.phase)?;
    for file in
        [&args.output, &args.data, &args.alt].into_iter().flatten().filter(|_| !matches!(target, Target::Folder(_)))
    {
        output::refuse_inputs(Some(file), &ready.claims)?;
    }
    let mut query = settings::question(&args.scope, &args.question, &ready.project)?;
    query.layout.top = args.top.top;
    settings::take_lines(&mut ready, &args.lines.only, query.years)?;
    console.refuse_basis(&ready, query.basis, query.years)?;
    console.refuse_absent_years(&ready, query.years)?;
    let theme = args.theme;
    let language = console.talk.language();
    let size = args.size.unwrap_or(Size::SLIDE);
    match target {
        Target::Slides(path) => {
            let specs = specs(&kinds, &ready, &query, language);
            let (shown, nothing) = shown(&kinds, specs, args)?;
            let context = (ready.project.title_in(language).to_owned(), language);
            let mut results = vec![(Destination::of(path)?, slides(context, theme, &shown)?)];
            if let (false, [spec]) = (args.all, shown.as_slice()) {
                results.extend(words(spec, args)?);
            }
            output::write_all(&results, console.stdout)?;
            tell(console, &nothing);
            Ok(())
        }
        Target::File(path, picture) => {
            let wanted = Wanted { picture, theme, size, args };
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
            let wanted = Wanted { picture, theme, size, args };
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
    if args.top.top.is_some() && !kind.takes_top() {
        let kinds = those(|kind| kind.takes_top());
        return Err(Failure::usage(message!("chart-no-top", kind = kind.name(), kinds = kinds)));
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
    /// One file of slides, a kind each.
    Slides(&'a Path),
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
    let ending = |path: &Path| path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let of_slides = |path: &&Path| ending(path).as_deref() == Some(pptx::ENDING) && args.format.is_none();
    if let Some(path) = args.output.as_deref().filter(of_slides).filter(|path| !(args.all && path.is_dir())) {
        refuse_words(args)?;
        return Ok(Target::Slides(path));
    }
    if args.all {
        let folder = args.output.as_deref().ok_or_else(|| Failure::usage(message!("chart-all-where")))?;
        refuse_words(args)?;
        return Ok(Target::Folder(folder));
    }
    let Some(path) = args.output.as_deref() else {
        if args.data.is_some() || args.alt.is_some() {
            return Ok(Target::Words);
        }
        return Err(Failure::usage(message!("chart-where")));
    };
    let ending = ending(path).unwrap_or_default();
    args.format.or_else(|| picture_of_ending(&ending)).map(|picture| Target::File(path, picture)).ok_or_else(|| {
        let endings: Vec<&str> = PICTURES.iter().map(|picture| picture.name).chain([pptx::ENDING]).collect();
        Failure::usage(message!("chart-ending", path = path.display().to_string(), endings = endings))
    })
}

/// Refuses what is written for one chart only, where there are several.
fn refuse_words(args: &ChartArgs) -> Result<(), Failure> {
    let files = [("--data", &args.data), ("--alt", &args.alt)];
    match files.iter().find(|(_, file)| args.all && file.is_some()) {
        Some((flag, _)) => Err(Failure::usage(message!("chart-one-file", flag = *flag))),
        None => Ok(()),
    }
}

/// The charts as slides.
fn slides(
    (title, language): (String, Language),
    theme: &'static Theme,
    shown: &[ChartSpec],
) -> Result<Vec<u8>, Failure> {
    let subject = shown.first().map(|spec| spec.scope.clone()).unwrap_or_default();
    let slides = shown.iter().map(pptx::Slide::Chart).collect();
    Ok(pptx::write(&pptx::Deck { title, subject, language, theme, slides })?)
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
    let answers = ChartAnswers::default();
    let material =
        ChartMaterial { project, attribution, ledger, both: both.as_ref(), query, language, answers: &answers };
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

/// Kinds that have nothing to show, each with the reason.
type Nothing = Vec<(&'static str, Message)>;

/// The charts of the kinds that have something to show, and the others; where none has, that is refused.
fn shown(
    kinds: &[&'static dyn ChartKind],
    specs: Vec<Result<ChartSpec, ChartFailure>>,
    args: &ChartArgs,
) -> Result<(Vec<ChartSpec>, Nothing), Failure> {
    let mut shown = Vec::new();
    let mut nothing = Vec::new();
    for spec in specs {
        match spec {
            Ok(spec) => shown.push(titled(spec, args)),
            Err(ChartFailure { kind, error: ChartError::Nothing(reason) }) if kinds.len() > 1 => {
                nothing.push((kind, reason));
            }
            Err(failure) => return Err(failure.into()),
        }
    }
    if shown.is_empty() {
        let kinds: Vec<&str> = nothing.iter().map(|(kind, _)| *kind).collect();
        return Err(Failure::usage(message!("chart-nothing-at-all", kinds = kinds)));
    }
    Ok((shown, nothing))
}

/// Every kind that has something to show, in a file each; of the others the reason is told.
fn all(
    console: &mut Console<'_>,
    kinds: &[&'static dyn ChartKind],
    specs: Vec<Result<ChartSpec, ChartFailure>>,
    wanted: &Wanted<'_>,
    (folder, claims): (&Path, &Claims),
) -> Result<(), Failure> {
    let (shown, nothing) = shown(kinds, specs, wanted.args)?;
    let mut pictures: Vec<(String, Vec<u8>)> = Vec::new();
    for spec in shown {
        let name = format!("{}.{}", spec.kind, wanted.picture.name);
        pictures.push((name, (wanted.picture.write)(&spec, wanted.theme, wanted.size)?));
    }
    let _made = output::make_folder(folder)?;
    let mut results = Vec::new();
    for (name, bytes) in pictures {
        let to = Destination::within(folder, &name)?;
        claims.refuse(&to)?;
        results.push((to, bytes));
    }
    output::write_all(&results, console.stdout)?;
    tell(console, &nothing);
    Ok(())
}

fn tell(console: &mut Console<'_>, nothing: &Nothing) {
    if console.talk.quiet {
        return;
    }
    for (kind, reason) in nothing {
        console.line(&message!("chart-left-out", kind = *kind, reason = reason.clone()));
    }
}
