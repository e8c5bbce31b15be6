//! Settings: what the arguments mean together, and with the environment.

use std::path::Path;

use arcstr::ArcStr;

use super::args::{LayoutArgs, ProjectArgs, QuestionArgs, ScopeArgs};
use super::dimensions::{TypedAcross, TypedGrouping, TypedLines, only};
use super::environment;
use super::failure::Failure;
use super::words::{Currencies, TextOrJson};
use crate::domain::{ALL_FORMS, Currency, YearRange, clean_text};
use crate::ingest::{InputFile, InputName, Manifest, discover, protected_below};
use crate::language::{Between, Message, Value};
use crate::measures::{Across, Basis, Grouping, Layout, Query};
use crate::message;
use crate::pipeline::{Attributed, Location, Override};
use crate::project::Project;
use crate::report::only_words;
use crate::system;

/// The project that is meant: the one named, else the environment's, else the one here or above, else the embedded one.
pub fn location(args: &ProjectArgs, here: &Path) -> Location {
    if args.embedded { Location::Embedded } else { at_hand(args, here).unwrap_or(Location::Embedded) }
}

/// Whether nobody names a project and none is here or above, so that the embedded one stands in.
pub fn falls_back(args: &ProjectArgs, here: &Path) -> bool {
    !args.embedded && at_hand(args, here).is_none()
}

fn at_hand(args: &ProjectArgs, here: &Path) -> Option<Location> {
    args.project.clone().or_else(environment::project).or_else(|| discover(here)).map(Location::Path)
}

/// Refuses what says which project is meant, where a command reads none.
pub fn refuse_project(args: &ProjectArgs, command: &str) -> Result<(), Failure> {
    let given =
        [("--project", args.project.is_some()), ("--embedded", args.embedded), ("--protect", args.protect.is_some())];
    given.into_iter().find(|(_, given)| *given).map_or(Ok(()), |(flag, _)| Err(no_use(flag, command)))?;
    refuse_inputs_named(args, command)
}

/// Refuses inputs named on the command line, where a command reads none of the project's.
pub fn refuse_inputs_named(args: &ProjectArgs, command: &str) -> Result<(), Failure> {
    let given = [
        ("--input", !args.input.is_empty()),
        ("--budget", !args.budget.is_empty()),
        ("--external", !args.external.is_empty()),
        ("--agencies", !args.agencies.is_empty()),
        ("--rules", args.rules.is_some()),
    ];
    given.into_iter().find(|(_, given)| *given).map_or(Ok(()), |(flag, _)| Err(no_use(flag, command)))
}

fn no_use(flag: &'static str, command: &str) -> Failure {
    Failure::usage(message!("usage-no-use", flag = flag, command = command))
}

/// Refuses to show files of counts as they are, where the project protects small counts and nobody says otherwise.
pub fn refuse_protected(args: &ProjectArgs, manifest: &Manifest, command: &str) -> Result<(), Failure> {
    match args.protect.map_or(manifest.protect, protected_below) {
        None => Ok(()),
        Some(below) => Err(Failure::usage(message!("usage-protect-raw", command = command, below = below))),
    }
}

/// Whether a project reads counts of people from any of these files, whatever they are said to be.
pub fn has_counts<'f>(manifest: &Manifest, files: impl IntoIterator<Item = &'f InputFile>) -> bool {
    let real = |file: &InputFile| file.path().map(|path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf()));
    let own = manifest.inputs.iter().filter(|(input, _)| InputName::PEOPLE.contains(input));
    let own: Vec<_> = own.flat_map(|(_, files)| files).filter_map(real).collect();
    files.into_iter().filter_map(real).any(|path| own.contains(&path))
}

/// The manifest that was found by looking upwards, where it belongs to another user: nobody chose it.
pub fn of_another<'l>(args: &ProjectArgs, location: &'l Location) -> Option<&'l Path> {
    let named = args.project.is_some() || environment::project().is_some();
    match location {
        Location::Path(path) if !named && system::is_of_another(path) => Some(path),
        Location::Path(_) | Location::Embedded => None,
    }
}

/// The inputs named on the command line.
pub fn overrides(args: &ProjectArgs) -> Vec<Override> {
    let of = |input: InputName, path: &Path| Override {
        input,
        path: path.to_path_buf(),
        option: format!("--{}", input.word()),
    };
    let named = args
        .input
        .iter()
        .map(|named| Override { option: format!("--input {}", named.name.word()), ..of(named.name, &named.path) });
    let mut overrides: Vec<Override> = named.collect();
    overrides.extend(args.budget.iter().map(|path| of(InputName::Budget, path)));
    overrides.extend(args.external.iter().map(|path| of(InputName::External, path)));
    overrides.extend(args.agencies.iter().map(|path| of(InputName::Agencies, path)));
    overrides.extend(args.rules.iter().map(|path| of(InputName::Rules, path)));
    overrides
}

/// Rules are one file, since their order decides.
pub fn refuse_two_rules(overrides: &[Override]) -> Result<(), Failure> {
    let rules = overrides.iter().filter(|named| named.input == InputName::Rules);
    let rules: Vec<String> = rules.map(|named| named.path.display().to_string()).collect();
    if rules.len() < 2 {
        return Ok(());
    }
    Err(Failure::usage(message!("usage-two-rules", files = Value::list(rules, Between::Or))))
}

/// The `check` that tells all faults of the project that is meant.
pub fn check_command(args: &ProjectArgs) -> String {
    let mut words = vec!["thb-cost check".to_owned()];
    words.extend(args.project.iter().map(|path| format!("--project {}", path.display())));
    words.extend(args.embedded.then(|| "--embedded".to_owned()));
    words.extend(args.input.iter().map(|named| format!("--input {}={}", named.name.word(), named.path.display())));
    let files = [(&args.budget, "budget"), (&args.external, "external"), (&args.agencies, "agencies")];
    for (paths, name) in files {
        words.extend(paths.iter().map(|path| format!("--{name} {}", path.display())));
    }
    words.extend(args.rules.iter().map(|path| format!("--rules {}", path.display())));
    words.join(" ")
}

/// The years shown.
pub fn years(scope: &ScopeArgs) -> YearRange {
    scope.year.or(scope.years).unwrap_or_default()
}

/// What a command that shows one currency is asked for; several are a fault of usage.
pub fn question(scope: &ScopeArgs, args: &QuestionArgs, project: &Project) -> Result<Query, Failure> {
    let query = question_in_each(scope, args, project)?;
    if query.also.is_empty() {
        return Ok(query);
    }
    Err(Failure::usage(message!("usage-one-currency", currency = query.basis.currency)))
}

/// What a report is asked for, in every currency; a measure or form that the project does not have is a fault of usage.
pub fn question_in_each(scope: &ScopeArgs, args: &QuestionArgs, project: &Project) -> Result<Query, Failure> {
    let measures = match args.victims.as_slice() {
        [] => project.measures.clone(),
        typed => measures(typed, "--victims", project)?,
    };
    let exploitation = match args.exploitation.as_deref() {
        None | Some(ALL_FORMS) => None,
        Some(typed) => Some(known(typed, &project.forms(), |typed, hint| {
            message!("usage-no-form", flag = "--exploitation", typed = typed, hint = hint)
        })?),
    };
    let by = groupings(&args.by, project)?;
    let asked = args.currency.as_ref();
    let basis = Basis { currency: asked.map_or(project.currency, |asked| asked.main), prices: args.prices };
    let also = asked.map(|asked| asked.also.clone()).unwrap_or_default();
    Ok(Query { years: years(scope), by, measures, exploitation, basis, also, layout: Layout::default() })
}

/// How the rows of a query are laid out: what stands across is a grouping of it too.
pub fn lay_out(query: &mut Query, args: &LayoutArgs, project: &Project) -> Result<(), Failure> {
    query.layout.across = match &args.across {
        None => None,
        Some(TypedAcross::Year) => Some(Across::Year),
        Some(TypedAcross::By(typed)) => {
            let grouping = typed.in_project("--across", project)?;
            if query.by.contains(&grouping) {
                let name = grouping.name(&project.dimensions);
                return Err(Failure::usage(message!("usage-across-twice", name = name)));
            }
            query.by.push(grouping);
            Some(Across::Last)
        }
    };
    query.layout.top = args.top.top;
    if query.layout.top.is_some() && query.by.is_empty() {
        return Err(Failure::usage(message!("usage-top-alone")));
    }
    Ok(())
}

/// What rows are grouped by, each once; a dimension that the project does not have is a fault of usage.
pub fn groupings(typed: &[TypedGrouping], project: &Project) -> Result<Vec<Grouping>, Failure> {
    let mut by: Vec<Grouping> = Vec::new();
    for typed in typed {
        let grouping = typed.in_project("--by", project)?;
        if !by.contains(&grouping) {
            by.push(grouping);
        }
    }
    Ok(by)
}

/// The currencies asked for, else that of the project.
pub fn currencies(asked: Option<&Currencies>, project: &Project) -> Vec<Currency> {
    asked.map_or_else(|| vec![project.currency], |asked| asked.all().collect())
}

/// Takes the lines that are asked for, and no others; a selection in which no year asked for has a line is a fault of usage.
pub fn take_lines(ready: &mut Attributed, typed: &[TypedLines], years: YearRange) -> Result<(), Failure> {
    if typed.is_empty() {
        return Ok(());
    }
    let only = only(typed, &ready.project)?;
    let words = only_words(&only, &ready.project);
    let has_lines = |ready: &Attributed| {
        let mut keys = ready.attribution.taken().map(|attributed| attributed.line.key());
        keys.any(|key| years.contains(key.year))
    };
    // Years without any line are told as such.
    let had_lines = has_lines(ready);
    ready.keep(only)?;
    if had_lines && !has_lines(ready) {
        return Err(Failure::usage(message!("usage-where-none", only = words)));
    }
    Ok(())
}

/// Measures of victims as typed, each once; one that the project does not have is a fault of usage.
pub fn measures(typed: &[String], flag: &str, project: &Project) -> Result<Vec<ArcStr>, Failure> {
    let known_measures = project.victims.measures();
    let mut measures: Vec<ArcStr> = Vec::new();
    for typed in typed {
        let measure = known(typed, &known_measures, |typed, hint| {
            message!("usage-no-measure", flag = flag, typed = typed, hint = hint)
        })?;
        if !measures.contains(&measure) {
            measures.push(measure);
        }
    }
    Ok(measures)
}

/// Whether JSON is meant: as asked, else by the ending of the output.
pub fn wants_json(format: Option<TextOrJson>, output: Option<&Path>) -> bool {
    match format {
        Some(format) => format == TextOrJson::Json,
        None => output.and_then(Path::extension).is_some_and(|ending| ending.eq_ignore_ascii_case("json")),
    }
}

fn known(typed: &str, known: &[ArcStr], fault: impl Fn(&str, Message) -> Message) -> Result<ArcStr, Failure> {
    let typed = clean_text(typed);
    let typed = typed.as_ref();
    if let Some(found) = known.iter().find(|word| word.as_str() == typed) {
        return Ok(found.clone());
    }
    let words: Vec<&str> = known.iter().map(AsRef::as_ref).collect();
    Err(Failure::usage(fault(typed, hint(typed, &words))))
}

/// Which of the words of a project is near enough to what was typed, or else all of them.
pub(super) fn hint(typed: &str, known: &[&str]) -> Message {
    Message::did_you_mean(typed, known.iter().copied()).unwrap_or_else(|| {
        if known.is_empty() { message!("project-has-none") } else { message!("project-has", known = known.to_vec()) }
    })
}
