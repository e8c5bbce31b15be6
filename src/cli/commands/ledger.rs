//! `ledger`: one record for each part of each budget line.

use crate::cli::args::{LedgerArgs, ProjectArgs};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::settings;
use crate::message;
use crate::report::LedgerReport;

pub(crate) fn run(console: &mut Console<'_>, project: &ProjectArgs, args: &LedgerArgs) -> Result<(), Failure> {
    let format = output::format(&args.output)?;
    let ready = console.ready(project, settings::phase(&args.scope))?;
    output::refuse_inputs(args.output.output.as_deref(), &ready.files)?;
    let mut flags = args.without_effect.given();
    flags.extend((!args.victims.is_empty()).then_some("--victims"));
    console.tell_without_effect(&flags, |flag| message!("without-effect-ledger", flag = flag));
    let years = settings::years(&args.scope);
    console.warn_of_absent_years(&ready.attribution, &ready.project, years);
    let ledger = ready.ledger.of_years(|year| years.contains(year))?;
    let terminal = output::terminal(args.output.output.as_deref(), console.talk.color);
    let language = console.talk.language();
    let report = LedgerReport { title: ready.project.title_in(language), ledger: &ledger, language };
    let text = format.render(&report, terminal)?;
    output::write(args.output.output.as_deref(), &text, console.stdout)
}
