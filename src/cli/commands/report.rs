//! `report`: the tables, in any format.

use crate::cli::args::{ProjectArgs, ReportArgs};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::settings;
use crate::measures::cost;
use crate::message;
use crate::report::{Context, Report};

pub(crate) fn run(console: &mut Console<'_>, project: &ProjectArgs, args: &ReportArgs) -> Result<(), Failure> {
    let format = output::format(&args.output)?;
    if args.layout.across.is_some() && ["csv", "json"].contains(&format.name()) {
        return Err(Failure::usage(message!("usage-across-long", format = format.name())));
    }
    let mut ready = console.ready(project, args.scope.phase)?;
    output::refuse_inputs(args.output.output.as_deref(), &ready.claims)?;
    let mut query = settings::question_in_each(&args.scope, &args.question, &ready.project)?;
    settings::lay_out(&mut query, &args.layout, &ready.project)?;
    settings::take_lines(&mut ready, &args.lines.only, query.years)?;
    console.refuse_bases(&ready, query.bases(), query.years)?;
    let cost = cost(&ready.project, &ready.ledger, &query)?;
    console.refuse_absent_years(&ready, query.years)?;
    let (project, attribution, language) = (&ready.project, &ready.attribution, console.talk.language());
    let context = Context { project, attribution, query: &query, cost: &cost, language };
    let terminal = output::terminal_of(&args.output, console.talk.color, project);
    let text = format.render(&Report(context), terminal)?;
    output::write(args.output.output.as_deref(), &text, console.stdout)
}
