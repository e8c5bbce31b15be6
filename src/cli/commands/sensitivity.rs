//! `sensitivity`: interval, Monte Carlo, tornado and Sobol indices.

use crate::cli::args::{ProjectArgs, SensitivityArgs};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::settings;
use crate::ingest::InputName;
use crate::measures::cost;
use crate::measures::sensitivity::{Drawing, Variant, sensitivity};
use crate::message;
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
    let query = settings::question(&args.scope, &args.question, &ready.project)?;
    settings::take_lines(&mut ready, &args.lines.only, query.years)?;
    console.refuse_basis(&ready, query.basis, query.years)?;
    let mut alternatives = Vec::new();
    for path in &args.alternative {
        let with_rules = ProjectArgs { rules: Some(path.clone()), ..project.clone() };
        let mut alternative = console.ready(&with_rules, phase)?;
        output::refuse_inputs(args.output.output.as_deref(), &alternative.claims)?;
        alternative.keep_as(&ready)?;
        alternatives.push((path.display().to_string(), alternative));
    }
    let own = project.rules.as_ref().map(|path| path.display().to_string());
    let own = own.unwrap_or_else(|| format!("{}.toml", InputName::Rules.word()));
    let named = std::iter::once((own, &ready)).chain(alternatives.iter().map(|(name, ready)| (name.clone(), ready)));
    let variants: Vec<Variant<'_>> =
        named.map(|(name, ready)| Variant { name, project: &ready.project, attribution: &ready.attribution }).collect();
    let cost = cost(&ready.project, &ready.ledger, &query)?;
    console.refuse_absent_years(&ready, query.years)?;
    let drawing = Drawing { draws, seed: args.seed };
    let found = sensitivity(&variants, &query, &cost, drawing)?;
    let (project, attribution, language) = (&ready.project, &ready.attribution, console.talk.language());
    let context = Context { project, attribution, query: &query, cost: &cost, language };
    let terminal = output::terminal_of(&args.output, console.talk.color, project);
    let text = format.render(&SensitivityReport { context, sensitivity: &found }, terminal)?;
    output::write(args.output.output.as_deref(), &text, console.stdout)
}
