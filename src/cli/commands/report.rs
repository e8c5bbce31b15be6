//! `report`: the tables, in any format.

use crate::cli::args::{ProjectArgs, ReportArgs};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::settings;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::measures::{BasisFault, cost};
use crate::message;
use crate::project::Project;
use crate::render::RenderError;
use crate::report::{Context, Report, ReportError};

pub(crate) fn run(console: &mut Console<'_>, project: &ProjectArgs, args: &ReportArgs) -> Result<(), Failure> {
    let format = output::format(&args.output)?;
    let ready = console.ready(project, settings::phase(&args.scope))?;
    output::refuse_inputs(args.output.output.as_deref(), &ready.files)?;
    let query = settings::query(args, &ready.project)?;
    let shown = ready.project.years().into_iter().filter(|year| query.years.contains(*year));
    let faults = query.basis.faults(&ready.project, shown);
    if !faults.is_empty() {
        let mut diagnostics = Diagnostics::default();
        for fault in &faults {
            diagnostics.push(basis_diagnostic(fault, &ready.project));
        }
        return Err(console.refuse(&diagnostics, None));
    }
    let cost = cost(&ready.project, &ready.ledger, &query).map_err(ReportError::from).map_err(RenderError::from)?;
    console.warn_of_absent_years(&ready.attribution, &ready.project, query.years);
    let (project, attribution, language) = (&ready.project, &ready.attribution, console.talk.language());
    let context = Context { project, attribution, query: &query, cost: &cost, language };
    let terminal = output::terminal(args.output.output.as_deref(), console.talk.color);
    let text = format.render(&Report(context), terminal)?;
    output::write(args.output.output.as_deref(), &text, console.stdout)
}

fn basis_diagnostic(fault: &BasisFault, project: &Project) -> Diagnostic {
    match fault {
        BasisFault::Prices { .. } => {
            let diagnostic = Diagnostic::new(Code::PriceChain, fault.message(), message!("basis-add-prices"));
            match project.prices.rows().next() {
                Some(row) => diagnostic.in_file(&row.origin.file),
                None => diagnostic,
            }
        }
        BasisFault::Rate { .. } => Diagnostic::new(Code::MissingRate, fault.message(), message!("basis-add-rate")),
    }
}
