//! `ledger`: one record for each part of each budget line.

use crate::cli::args::{LedgerArgs, ProjectArgs};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::settings;
use crate::cli::words::Currencies;
use crate::domain::Currency;
use crate::measures::Basis;
use crate::report::LedgerReport;

pub(crate) fn run(console: &mut Console<'_>, project: &ProjectArgs, args: &LedgerArgs) -> Result<(), Failure> {
    let format = output::format(&args.output)?;
    let mut ready = console.ready(project, args.scope.phase)?;
    output::refuse_inputs(args.output.output.as_deref(), &ready.claims)?;
    let years = settings::years(&args.scope);
    settings::take_lines(&mut ready, &args.lines.only, years)?;
    console.refuse_absent_years(&ready, years)?;
    let asked = args.currency.as_ref();
    let currencies: Vec<Currency> = asked.into_iter().flat_map(Currencies::all).collect();
    console.refuse_bases(
        &ready,
        currencies.iter().map(|currency| Basis { currency: *currency, prices: None }),
        years,
    )?;
    let terminal = output::terminal_of(&args.output, console.talk.color, &ready.project);
    let language = console.talk.language();
    let (project, attribution) = (&ready.project, &ready.attribution);
    let report = LedgerReport { project, attribution, years, currencies: &currencies, language };
    let text = format.render(&report, terminal)?;
    output::write(args.output.output.as_deref(), &text, console.stdout)
}
