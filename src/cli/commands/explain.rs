//! `explain`: figures as a tree, from the total down to input rows and sources.

use crate::cli::args::{ExplainArgs, ProjectArgs};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::settings;
use crate::domain::clean_text;
use crate::measures::Basis;
use crate::message;
use crate::render::explain::explanation;
use crate::report::ReportError;
use crate::report::explain::{Selection, explain};

pub(crate) fn run(console: &mut Console<'_>, project: &ProjectArgs, args: &ExplainArgs) -> Result<(), Failure> {
    let mut ready = console.ready(project, args.scope.phase)?;
    output::refuse_inputs(args.output.as_deref(), &ready.claims)?;
    let selection = Selection {
        years: settings::years(&args.scope),
        agency: args.agency.as_deref().map(clean),
        line: args.line.as_deref().map(clean),
        rule: args.rule.as_deref().map(clean),
        measures: settings::measures(&args.measure, "--measure", &ready.project)?,
    };
    selection.check(&ready.project).map_err(|fault| Failure::usage(fault.message()))?;
    settings::take_lines(&mut ready, &args.lines.only, selection.years)?;
    console.refuse_absent_years(&ready, selection.years)?;
    let language = console.talk.language();
    let currencies = settings::currencies(args.currency.as_ref(), &ready.project);
    let bases = currencies.iter().map(|currency| Basis { currency: *currency, prices: None });
    console.refuse_bases(&ready, bases, selection.years)?;
    let document =
        explain(&ready.project, &ready.attribution, &selection, &currencies, language).map_err(ReportError::from)?;
    if document.years.is_empty() {
        return Err(Failure::usage(message!("usage-nothing-fits")));
    }
    let text = if settings::wants_json(args.format, args.output.as_deref()) {
        serde_json::to_string_pretty(&document)? + "\n"
    } else {
        explanation(&document, output::terminal(args.output.as_deref(), console.talk.color), language)
    };
    output::write(args.output.as_deref(), &text, console.stdout)
}

/// A word as it is compared: trimmed, white space collapsed, NFC.
fn clean(typed: &str) -> String {
    clean_text(typed).into_owned()
}
