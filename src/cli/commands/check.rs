//! `check`: every fault of the project in one run, as text or JSON; the long text of a code.

use crate::cli::args::{CheckArgs, ProjectArgs};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::diagnostics::json::CheckDocument;
use crate::diagnostics::text::{Paint, render_all};
use crate::diagnostics::{Code, Severity};
use std::io::IsTerminal;

pub(crate) fn run(console: &mut Console<'_>, project: &mut ProjectArgs, args: &CheckArgs) -> Result<(), Failure> {
    if let Some(code) = args.explain.as_deref().and_then(Code::parse) {
        return explain(console, code);
    }
    if args.path.is_some() {
        project.project.clone_from(&args.path);
    }
    let loaded = console.load(project)?;
    let diagnostics = &loaded.diagnostics;
    let text = if args.format == "json" {
        let document = serde_json::to_string_pretty(&CheckDocument::from(diagnostics));
        document.map_err(|error| Failure::Render(crate::report::ReportError::Json(error).into()))? + "\n"
    } else {
        let colour = output::colour(console.talk.color, std::io::stdout().is_terminal());
        render_all(diagnostics, if colour { Paint::Colour } else { Paint::Plain })
    };
    output::print(&text, console.stdout)?;
    let stops = diagnostics.has_errors() || (args.strict && diagnostics.of_severity(Severity::Warning) > 0);
    match (stops, diagnostics.has_unreadable_files()) {
        (_, true) => Err(Failure::Unreadable),
        (true, false) => Err(Failure::Data),
        (false, false) => Ok(()),
    }
}

fn explain(console: &mut Console<'_>, code: Code) -> Result<(), Failure> {
    let entry = code.entry();
    let wrapped = textwrap::fill(entry.text, 80);
    let text = format!("{} ({}): {}\n\n{wrapped}\n", entry.name, entry.severity, entry.summary);
    output::print(&text, console.stdout)
}
