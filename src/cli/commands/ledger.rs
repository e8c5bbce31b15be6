//! `ledger`: one record for each part of each budget line.

use crate::cli::args::{LedgerArgs, ProjectArgs, WithoutEffectArgs};
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::session::Session;
use crate::cli::settings;
use crate::report::LedgerReport;

pub(crate) fn run(session: &mut Session<'_>, project: &ProjectArgs, args: &LedgerArgs) -> Result<(), Failure> {
    let format = output::format(&args.output)?;
    let ready = session.ready(project, settings::phase(&args.scope))?;
    output::refuse_inputs(args.output.output.as_deref(), &ready.files)?;
    tell_without_effect(session, &args.without_effect);
    let years = settings::years(&args.scope);
    session.warn_of_absent_years(&ready.project, years);
    let ledger = ready.ledger.of_years(|year| years.contains(year))?;
    let terminal = output::terminal(args.output.output.as_deref(), session.talk.color);
    let text = format.render(&LedgerReport { title: &ready.project.title, ledger: &ledger }, terminal)?;
    output::write(args.output.output.as_deref(), &text, session.stdout)
}

/// The ledger is in the project's currency and current prices, line by line, whatever else is asked for.
fn tell_without_effect(session: &mut Session<'_>, args: &WithoutEffectArgs) {
    let given = [
        ("--by", !args.by.is_empty()),
        ("--victims", !args.victims.is_empty()),
        ("--exploitation", args.exploitation.is_some()),
        ("--currency", args.currency.is_some()),
        ("--prices", args.prices.is_some()),
    ];
    if session.talk.quiet {
        return;
    }
    for (flag, _) in given.iter().filter(|(_, given)| *given) {
        session.say(&format!("note: {flag} does not touch the ledger\n"));
    }
}
