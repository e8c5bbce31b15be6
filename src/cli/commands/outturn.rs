//! `outturn`: what was executed of what was approved, with PEFA's PI-1 and PI-2.1.

use crate::attribution::BothPhases;
use crate::cli::args::{OutturnArgs, ProjectArgs, QuestionArgs, ScopeArgs};
use crate::cli::console::Console;
use crate::cli::dimensions::only;
use crate::cli::failure::Failure;
use crate::cli::{output, settings};
use crate::domain::PhaseChoice;
use crate::measures::{Dimension, InCurrency, Query, outturn};
use crate::message;
use crate::project::Project;
use crate::report::outturn::OutturnReport;
use crate::report::{Context, only_words};

pub(crate) fn run(console: &mut Console<'_>, project: &ProjectArgs, args: &OutturnArgs) -> Result<(), Failure> {
    let format = output::format(&args.output)?;
    console.refuse_fallback(project)?;
    let ready = console.ready(project, PhaseChoice::Best)?;
    output::refuse_inputs(args.output.output.as_deref(), &ready.claims)?;
    let query = question(args, &ready.project)?;
    console.refuse_absent_years(&ready, query.years)?;
    console.refuse_bases(&ready, query.bases(), query.years)?;
    let only = only(&args.lines.only, &ready.project)?;
    let both = BothPhases::new(&ready.project, &only).map_err(|faults| console.refuse(&faults, None))?;
    let found = outturn(&ready.project, &both, &query)?;
    if found.years.is_empty() {
        return Err(Failure::usage(message!("usage-where-none", only = only_words(&only, &ready.project))));
    }
    let mut nothing = found.without_figures();
    nothing.also = query.in_others().map(|query| InCurrency { query, cost: found.without_figures() }).collect();
    let also = nothing.also.iter().map(|other| outturn(&ready.project, &both, &other.query));
    let also = also.collect::<Result<Vec<_>, _>>()?;
    let (project, attribution, language) = (&ready.project, &ready.attribution, console.talk.language());
    let context = Context { project, attribution, query: &query, cost: &nothing, language };
    let sides = OutturnReport::sides(&both, context, &nothing);
    let terminal = output::terminal_of(&args.output, console.talk.color, project);
    let text = format.render(&OutturnReport { sides, outturn: &found, also: &also }, terminal)?;
    output::write(args.output.output.as_deref(), &text, console.stdout)
}

/// What is asked: by agency where nothing else is, the administrative classification of PEFA.
fn question(args: &OutturnArgs, project: &Project) -> Result<Query, Failure> {
    let scope = ScopeArgs { year: args.year, years: args.years, phase: PhaseChoice::Best };
    let question = QuestionArgs {
        by: args.by.clone(),
        victims: Vec::new(),
        exploitation: args.exploitation.clone(),
        currency: args.currency.clone(),
        prices: args.prices,
    };
    let mut query = settings::question_in_each(&scope, &question, project)?;
    query.measures.clear();
    if query.by.is_empty() {
        query.by.push(Dimension::Agency.into());
    }
    Ok(query)
}
