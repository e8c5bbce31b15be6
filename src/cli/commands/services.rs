//! `services`: what assistance takes by norm, by service and step, beside the accounts.

use std::collections::BTreeSet;

use crate::cli::args::{ProjectArgs, ServicesArgs};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::settings;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{PhaseChoice, Year, YearRange};
use crate::measures::services::{Beside, services, services_asked, services_with_money};
use crate::measures::{Basis, BasisFault, Cost, Figures, Layout, Query};
use crate::message;
use crate::pipeline::Attributed;
use crate::project::Project;
use crate::report::services::{ServicesInCurrency, ServicesReport};
use crate::report::{Context, year_spans};

pub(crate) fn run(console: &mut Console<'_>, project: &ProjectArgs, args: &ServicesArgs) -> Result<(), Failure> {
    let format = output::format(&args.output)?;
    let ready = console.ready(project, args.scope.phase)?;
    output::refuse_inputs(args.output.output.as_deref(), &ready.claims)?;
    let query = question(args, &ready.project)?;
    refuse_absent(console, &ready.project, query.years)?;
    if args.scope.phase != PhaseChoice::Best {
        // A norm stands without accounts, but a phase in which no line is was asked for in vain.
        console.refuse_absent_years(&ready, query.years)?;
    }
    for basis in query.bases() {
        refuse_basis(console, &ready, &Query { basis, ..query.clone() })?;
    }
    let found = services(&ready.project, &ready.attribution, &query)?;
    let also = ServicesInCurrency::of_others(&ready.project, &ready.attribution, &query)?;
    // What the lines cost is not shown.
    let cost = Cost { rows: Vec::new(), total: Figures::zero(), top: None, also: Vec::new() };
    let (project, attribution, language) = (&ready.project, &ready.attribution, console.talk.language());
    let context = Context { project, attribution, query: &query, cost: &cost, language };
    let terminal = output::terminal_of(&args.output, console.talk.color, project);
    let text = format.render(&ServicesReport { context, services: &found, also: &also }, terminal)?;
    output::write(args.output.output.as_deref(), &text, console.stdout)
}

fn question(args: &ServicesArgs, project: &Project) -> Result<Query, Failure> {
    let measures = match args.victims.as_slice() {
        [] => project.measures.clone(),
        typed => settings::measures(typed, "--victims", project)?,
    };
    let asked = args.currency.as_ref();
    let basis = Basis { currency: asked.map_or(project.currency, |asked| asked.main), prices: args.prices };
    let also = asked.map(|asked| asked.also.clone()).unwrap_or_default();
    let years = settings::years(&args.scope);
    Ok(Query { years, by: Vec::new(), measures, exploitation: None, basis, also, layout: Layout::default() })
}

/// Refuses a project without services, and years without any; tells of years between that have none.
fn refuse_absent(console: &mut Console<'_>, project: &Project, asked: YearRange) -> Result<(), Failure> {
    let mut present: Vec<Year> = project.services.rows().map(|service| service.year).collect();
    present.sort_unstable();
    present.dedup();
    let (Some(first), Some(last)) = (present.first().copied(), present.last().copied()) else {
        return Err(Failure::usage(message!("services-none")));
    };
    let has = year_spans(&present);
    if !present.iter().any(|year| asked.contains(*year)) {
        let years = match (asked.from, asked.to) {
            (Some(from), Some(to)) if from == to => from.to_string(),
            (from, to) => {
                let [from, to] = [from, to].map(|year| year.map(|year| year.to_string()).unwrap_or_default());
                format!("{from}..{to}")
            }
        };
        return Err(Failure::usage(message!("services-none-of-years", years = years, has = has)));
    }
    let (from, to) = (asked.from.unwrap_or(first), asked.to.unwrap_or(last));
    let all = std::iter::successors(Some(from), |year| year.after()).take_while(|year| *year <= to);
    let absent: Vec<Year> = all.filter(|year| !present.contains(year)).collect();
    if !absent.is_empty() && asked != YearRange::default() && !console.talk.quiet {
        console.line(&message!("services-years-absent", years = year_spans(&absent), has = has));
    }
    Ok(())
}

/// Refuses a currency or prices that services, or lines of their years, cannot be shown in.
fn refuse_basis(console: &mut Console<'_>, ready: &Attributed, query: &Query) -> Result<(), Failure> {
    let project = &ready.project;
    let rows = || services_with_money(project, query);
    let mut diagnostics = Diagnostics::default();
    for fault in query.basis.faults(project, rows().map(|service| (service.currency, service.year))) {
        let (code, help) = match fault {
            BasisFault::Prices { .. } => (Code::PriceChain, message!("basis-add-prices")),
            BasisFault::WhichIndex { .. } => (Code::WhichIndex, message!("basis-name-index")),
            BasisFault::Rate { .. } => (Code::MissingRate, message!("basis-add-rate")),
        };
        let diagnostic = Diagnostic::new(code, fault.message(), help);
        let needs = |year: Year, from| rows().find(|row| row.year == year && from == Some(row.currency));
        let at = match fault {
            BasisFault::Rate { from, year, .. } => needs(year, Some(from)),
            BasisFault::Prices { .. } | BasisFault::WhichIndex { .. } => None,
        };
        diagnostics.push(match (at, project.prices.all_rows().next()) {
            (Some(service), _) => diagnostic.at(&service.origin).column("currency"),
            (None, Some(row)) => diagnostic.in_file(&row.origin.file),
            (None, None) => diagnostic,
        });
    }
    if diagnostics.has_errors() {
        return Err(console.refuse(&diagnostics, None));
    }
    // Lines of years without services are not shown, nor any where nothing is held against them.
    let years: BTreeSet<Year> = services_asked(project, query).map(|service| service.year).collect();
    for year in years.into_iter().filter(|_| Beside::of(project).is_any()) {
        console.refuse_basis(ready, query.basis, YearRange::of(year))?;
    }
    Ok(())
}
