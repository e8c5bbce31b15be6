//! `report`: the tables, in any format.

use crate::cli::args::{ProjectArgs, ReportArgs};
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::session::Session;
use crate::cli::settings;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::measures::{BasisFault, CostError, cost};
use crate::report::{Context, Report};

pub(crate) fn run(session: &mut Session<'_>, project: &ProjectArgs, args: &ReportArgs) -> Result<(), Failure> {
    let format = output::format(&args.output)?;
    let ready = session.ready(project, settings::phase(&args.scope))?;
    output::refuse_inputs(args.output.output.as_deref(), &ready.paths)?;
    let query = settings::query(args, &ready.project)?;
    let cost = match cost(&ready.project, &ready.ledger, &query) {
        Ok(cost) => cost,
        Err(CostError::Basis(fault)) => {
            let mut diagnostics = Diagnostics::default();
            diagnostics.push(basis_diagnostic(&fault));
            return Err(session.refuse(&diagnostics));
        }
        Err(CostError::Ledger(error)) => return Err(error.into()),
    };
    warn_of_absent_years(session, &ready.project.years(), &query);
    let context = Context {
        project: &ready.project,
        attribution: &ready.attribution,
        ledger: &ready.ledger,
        query: &query,
        cost: &cost,
    };
    let terminal = output::terminal(args.output.output.as_deref(), session.talk.color);
    let text = format.render(&Report(context), terminal)?;
    output::write(args.output.output.as_deref(), &text, session.stdout)
}

fn basis_diagnostic(fault: &BasisFault) -> Diagnostic {
    let (code, help) = match fault {
        BasisFault::Prices { .. } => (Code::PriceChain, "add the year to prices, or ask for other years or prices"),
        BasisFault::Rate { .. } => (Code::MissingRate, "add the rate to rates, or ask for another currency"),
    };
    Diagnostic::new(code, fault.to_string(), help)
}

fn warn_of_absent_years(session: &mut Session<'_>, present: &[crate::domain::Year], query: &crate::measures::Query) {
    let bounds = [query.years.from, query.years.to];
    let (Some(first), Some(last)) = (present.first(), present.last()) else { return };
    let outside = bounds.into_iter().flatten().filter(|year| year < first || year > last);
    let mut outside: Vec<String> = outside.map(|year| year.to_string()).collect();
    outside.dedup();
    if !outside.is_empty() && !session.talk.quiet {
        session.say(&format!("warning: no lines for {}; the project has {first} to {last}\n", outside.join(" and ")));
    }
}
