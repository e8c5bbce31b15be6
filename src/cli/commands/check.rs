//! `check`: every fault of the project in one run, as text or JSON; the long text of a code.

use super::trials;
use crate::cli::args::{CheckArgs, ProjectArgs};
use crate::cli::console::{Console, Lasting, missing_rate};
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::words::TextOrJson;
use crate::diagnostics::json::{CheckDocument, FileDocument};
use crate::diagnostics::text::{Paint, printable, render_all};
use crate::diagnostics::{Code, Diagnostics, Severity};
use crate::ingest::Reading;
use crate::language::Language;
use crate::message;
use std::io::IsTerminal;

pub(crate) fn run(console: &mut Console<'_>, project: &ProjectArgs, args: &CheckArgs) -> Result<(), Failure> {
    if let Some(code) = args.explain {
        return explain(console, code);
    }
    let named = args.path.clone().or_else(|| project.project.clone());
    let project = &ProjectArgs { project: named, ..project.clone() };
    console.refuse_fallback(project)?;
    let loaded = Lasting::new(console.load(project)?);
    let (mut diagnostics, readings) = (loaded.diagnostics().clone(), loaded.readings());
    // What a report would be refused for is a fault here too.
    if let Some(to) = loaded.currency() {
        loaded.without_rate().iter().for_each(|line| diagnostics.push(missing_rate(line, to)));
    }
    let diagnostics = &diagnostics;
    let language = console.talk.language();
    let text = if args.format == TextOrJson::Json {
        serde_json::to_string_pretty(&CheckDocument::new(
            diagnostics,
            readings.iter().map(|reading| file_document(reading, language)).collect(),
            loaded.trials().iter().map(|trial| trials::document(trial, language)).collect(),
            language,
        ))? + "\n"
    } else {
        let colour = output::colour(console.talk.color, std::io::stdout().is_terminal());
        let shown = |reading: &&Reading| console.talk.verbose || !reading.is_canonical();
        let readings: String = readings.iter().filter(shown).map(|reading| read_as(reading, language)).collect();
        let trials = if console.talk.verbose { trials::text(&loaded.trials(), language) } else { String::new() };
        readings + &trials + &render_all(diagnostics, if colour { Paint::Colour } else { Paint::Plain }, language)
    };
    output::print(&text, console.stdout)?;
    let stops = diagnostics.has_errors() || (args.strict && diagnostics.of_severity(Severity::Warning) > 0);
    match (stops, diagnostics.has_unreadable_files()) {
        (_, true) => Err(Failure::Unreadable),
        (true, false) => Err(Failure::Data),
        (false, false) => Ok(()),
    }
}

fn file_document(reading: &Reading, language: Language) -> FileDocument {
    FileDocument {
        file: reading.file.to_string(),
        read_as: language.say(&reading.describe()),
        canonical: reading.is_canonical(),
        pinned: reading.pinned,
        dialect: reading.to_toml(),
    }
}

/// What is printed of a project without errors, as the review keeps it.
pub(super) fn text(readings: &[Reading], found: &Diagnostics, language: Language) -> String {
    let readings = readings.iter().filter(|reading| !reading.is_canonical());
    let readings: String = readings.map(|reading| read_as(reading, language)).collect();
    readings + &render_all(found, Paint::Plain, language)
}

/// How a table was read, and what pins it.
fn read_as(reading: &Reading, language: Language) -> String {
    let mut text = format!("{}\n", printable(&language.say(&reading.describe())));
    if !reading.pinned {
        text.push_str(&format!("  {}\n", language.say(&message!("ingest-pins"))));
        for line in reading.to_toml().lines() {
            text.push_str(&format!("    {line}\n"));
        }
    }
    text + "\n"
}

fn explain(console: &mut Console<'_>, code: Code) -> Result<(), Failure> {
    let entry = code.entry();
    let language = console.talk.language();
    let [severity, summary, long] =
        [entry.severity.message(), entry.summary(), entry.text()].map(|message| language.say(&message));
    let text = format!("{} ({severity}): {summary}\n\n{}\n", entry.name, textwrap::fill(&long, 80));
    output::print(&text, console.stdout)
}
