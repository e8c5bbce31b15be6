//! `review`: the whole annual pack into a folder.

use std::path::Path;

use super::check;
use super::compare::{ready_other, short};
use crate::attribution::BothPhases;
use crate::cli::args::{ProjectArgs, ReviewArgs};
use crate::cli::console::Console;
use crate::cli::dimensions::{TypedLines, only};
use crate::cli::failure::Failure;
use crate::cli::{output, settings};
use crate::diagnostics::Diagnostic;
use crate::diagnostics::text::place;
use crate::language::Language;
use crate::measures::{Query, cost};
use crate::message;
use crate::output::folder::PackFile;
use crate::pipeline::Attributed;
use crate::report::Context;
use crate::report::workbook::CheckLine;
use crate::review::target::{self, TargetFault};
use crate::review::{Before, Material, Predecessor, Replaced, contents};

pub(crate) fn run(console: &mut Console<'_>, project: &ProjectArgs, args: &ReviewArgs) -> Result<(), Failure> {
    console.refuse_fallback(project)?;
    let mut ready = console.ready(project, args.scope.phase)?;
    let fault = |fault| failure(&args.output, fault);
    let target = target::target(&args.output, &ready.claims).map_err(fault)?;
    let replaced = Replaced::read(&args.output)?;
    let mut query = settings::question_in_each(&args.scope, &args.question, &ready.project)?;
    settings::lay_out(&mut query, &args.layout, &ready.project)?;
    settings::take_lines(&mut ready, &args.lines.only, query.years)?;
    let language = console.talk.language();
    let asked = Asked { project, with: args.with.as_deref(), lines: &args.lines.only, language };
    let predecessor = replaced.as_ref().map_or(Predecessor::None, Predecessor::Replaced);
    let files = files(console, &ready, &query, asked, predecessor)?;
    target::write(&target, &files, &ready.claims).map_err(fault)?;
    if !console.talk.quiet {
        let path = args.output.display().to_string();
        let said = asked.language.say(&message!("review-wrote", path = path, count = files.len()));
        output::print(format!("{said}\n"), console.stdout)?;
    }
    Ok(())
}

/// What is asked beside the question.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    /// The project as it was named.
    pub(super) project: &'a ProjectArgs,
    /// The project to compare with.
    pub(super) with: Option<&'a Path>,
    /// The lines taken, of that project too.
    pub(super) lines: &'a [TypedLines],
    pub(super) language: Language,
}

/// Every file of the review of a project in a language.
pub(super) fn files(
    console: &mut Console<'_>,
    ready: &Attributed,
    query: &Query,
    asked: Asked<'_>,
    predecessor: Predecessor<'_>,
) -> Result<Vec<PackFile>, Failure> {
    let Asked { with, language, .. } = asked;
    console.refuse_bases(ready, query.bases(), query.years)?;
    let cost = cost(&ready.project, &ready.ledger, query)?;
    console.refuse_absent_years(ready, query.years)?;
    let (project, attribution) = (&ready.project, &ready.attribution);
    let mut earlier = with.map(|path| ready_other(console, asked.project, path, ready)).transpose()?;
    if let (Some(earlier), false) = (&mut earlier, asked.lines.is_empty()) {
        let only = only(asked.lines, &earlier.project)?;
        earlier.keep(only)?;
    }
    let names = with.map(|path| (short(path), path.display().to_string()));
    let before = earlier.as_ref().zip(names.as_ref()).map(|(earlier, (name, _))| Before {
        project: &earlier.project,
        attribution: &earlier.attribution,
        ledger: &earlier.ledger,
        name,
    });
    let findings: Vec<CheckLine> = ready.found.iter().map(|found| check_line(found, language)).collect();
    let both = BothPhases::are_in(project).then(|| BothPhases::new(project, &attribution.only)).and_then(Result::ok);
    let material = Material {
        context: Context { project, attribution, query, cost: &cost, language },
        ledger: &ready.ledger,
        both: both.as_ref(),
        before,
        with: names.as_ref().map(|(_, path)| path.as_str()),
        check: &check::text(&ready.readings, &ready.found, language),
        findings: &findings,
    };
    // Its workbook can be of fewer lines, but in no other format.
    let too_many = |rows, most| message!("review-too-many-rows", rows = rows, most = most);
    contents(&material, predecessor).map_err(|error| Failure::of_rows(error, too_many))
}

fn check_line(found: &Diagnostic, language: Language) -> CheckLine {
    CheckLine {
        severity: language.say(&found.severity().message()),
        code: found.code.name().to_owned(),
        words: language.say(&found.message),
        place: place(found, language),
        help: language.say(&found.help),
    }
}

fn failure(path: &Path, fault: TargetFault) -> Failure {
    let folder = path.display().to_string();
    Failure::usage(match fault {
        TargetFault::IsFile => message!("review-is-file", path = folder),
        TargetFault::NoName => message!("review-no-name", path = folder),
        TargetFault::NoReview => message!("review-no-review", path = folder),
        TargetFault::Foreign(name) => message!("review-foreign", path = folder, name = name),
        TargetFault::HoldsInput(input) => {
            message!("review-holds-input", path = folder, input = input.display().to_string())
        }
        TargetFault::Edited(name) => message!("review-edited", path = folder, name = name),
        TargetFault::Output(fault) => return fault.into(),
    })
}
