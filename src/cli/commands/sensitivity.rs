//! `sensitivity`: interval, Monte Carlo, tornado and Sobol indices.

use std::path::Path;

use crate::cli::args::{ProjectArgs, SensitivityArgs};
use crate::cli::console::{Console, Lasting};
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::settings;
use crate::domain::Fraction;
use crate::ingest::InputName;
use crate::measures::cost;
use crate::measures::sensitivity::{Drawing, Measures, Variant, sensitivity};
use crate::message;
use crate::pipeline::Attributed;
use crate::project::Project;
use crate::report::Context;
use crate::report::sensitivity::SensitivityReport;

pub(crate) fn run(console: &mut Console<'_>, project: &ProjectArgs, args: &SensitivityArgs) -> Result<(), Failure> {
    let format = output::format(&args.output)?;
    let Some(draws) = usize::try_from(args.draws).ok().filter(|draws| (2..=10_000_000).contains(draws)) else {
        return Err(Failure::usage(message!("usage-sensitivity-draws")));
    };
    let phase = args.scope.phase;
    let mut ready = console.ready(project, phase)?;
    output::refuse_inputs(args.output.output.as_deref(), &ready.claims)?;
    let query = settings::question_in_each(&args.scope, &args.question, &ready.project)?;
    settings::take_lines(&mut ready, &args.lines.only, query.years)?;
    console.refuse_bases(&ready, query.bases(), query.years)?;
    let mut alternatives: Vec<Alternative> = Vec::new();
    for file in &args.alternative {
        let with_rules = ProjectArgs { rules: Some(file.path.clone()), ..project.clone() };
        let mut other = console.ready(&with_rules, phase)?;
        output::refuse_inputs(args.output.output.as_deref(), &other.claims)?;
        other.keep_as(&ready)?;
        // The same rules twice are one alternative; the project's own are none.
        let Some(digest) = told_apart(&ready.project, &other.project) else { continue };
        match alternatives.iter().find(|known| known.digest == digest) {
            None => {
                let (name, weight) = (file_name(&file.path), file.weight.clone());
                alternatives.push(Alternative { name, digest, weight, ready: other });
            }
            Some(known) if known.weight == file.weight => {}
            Some(known) => {
                let (one, other) = (known.name.as_str(), file_name(&file.path));
                return Err(Failure::usage(message!("usage-sensitivity-two-weights", one = one, other = other)));
            }
        }
    }
    let own = project.rules.as_deref().map_or_else(|| format!("{}.toml", InputName::Rules.word()), file_name);
    let variants = variants(&ready, own, &alternatives)?;
    let cost = cost(&ready.project, &ready.ledger, &query)?;
    console.refuse_absent_years(&ready, query.years)?;
    let drawing = Drawing { draws, seed: args.seed };
    // Only who names several measures asks for a cost per victim of whichever of them.
    let measures = if args.question.victims.len() > 1 { Measures::AnyToo } else { Measures::Each };
    let found = sensitivity(&variants, &query, &cost, measures, drawing)?;
    let also = cost.also.iter().map(|other| sensitivity(&variants, &other.query, &other.cost, measures, drawing));
    let also = also.collect::<Result<Vec<_>, _>>()?;
    let (project, attribution, language) = (&ready.project, &ready.attribution, console.talk.language());
    let context = Context { project, attribution, query: &query, cost: &cost, language };
    let terminal = output::terminal_of(&args.output, console.talk.color, project);
    let text = format.render(&SensitivityReport { context, sensitivity: &found, also: &also }, terminal)?;
    output::write(args.output.output.as_deref(), &text, console.stdout)
}

/// Other rules, and what they make of the project.
struct Alternative {
    name: String,
    /// The digest of the file: where it lies and how its path is spelt changes nothing.
    digest: String,
    weight: Option<Fraction>,
    ready: Lasting<Attributed>,
}

/// What tells the files of another set of rules from the project's own; `None` where their content is the same.
fn told_apart(own: &Project, other: &Project) -> Option<String> {
    let mut left: Vec<&str> = own.files.iter().map(|file| file.sha256.as_str()).collect();
    let mut found = Vec::new();
    for file in &other.files {
        match left.iter().position(|known| *known == file.sha256) {
            Some(position) => {
                left.remove(position);
            }
            None => found.push(file.sha256.as_str()),
        }
    }
    (!found.is_empty()).then(|| found.join(" "))
}

/// The name without the folder, which says where a machine keeps it and nothing of the rules.
fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// The project's own rules and the alternatives, with how often each is taken: those without a weight share alike what the
/// others leave.
fn variants<'r>(ready: &'r Attributed, own: String, others: &'r [Alternative]) -> Result<Vec<Variant<'r>>, Failure> {
    let weighted: Fraction = others.iter().filter_map(|other| other.weight.clone()).sum();
    let left = &Fraction::one() - &weighted;
    if left <= Fraction::zero() {
        let sum = weighted.to_decimal(4);
        return Err(Failure::usage(message!("usage-sensitivity-weights", sum = sum)));
    }
    let sharing = 1 + others.iter().filter(|other| other.weight.is_none()).count();
    let each = left.checked_div(&Fraction::whole(sharing)).unwrap_or(left);
    let digest = |digest: &str| digest.chars().take(8).collect::<String>();
    let is_named_twice = |name: &str| own == name || others.iter().filter(|other| other.name == name).count() > 1;
    let of = |other: &'r Alternative| Variant {
        name: if is_named_twice(&other.name) {
            format!("{} ({})", other.name, digest(&other.digest))
        } else {
            other.name.clone()
        },
        digest: other.digest.clone(),
        weight: other.weight.clone().unwrap_or_else(|| each.clone()),
        project: &other.ready.project,
        attribution: &other.ready.attribution,
    };
    let others: Vec<Variant<'r>> = others.iter().map(of).collect();
    let first = Variant { name: own, weight: each.clone(), ..Variant::only(&ready.project, &ready.attribution) };
    Ok(std::iter::once(first).chain(others).collect())
}
