//! `verify`: whether a pack is what its manifest says; with a project named, whether the same review of it has the same
//! bytes today. The review is made again in memory: nothing is written.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use super::review;
use crate::cli::args::{ProjectArgs, QuestionArgs, ScopeArgs, VerifyArgs};
use crate::cli::console::Console;
use crate::cli::dimensions::{TypedGrouping, TypedLines};
use crate::cli::failure::Failure;
use crate::cli::words::Currencies;
use crate::cli::{output, settings};
use crate::diagnostics::text::printable;
use crate::domain::{Currency, PhaseChoice, Year, YearRange};
use crate::language::{Language, Message};
use crate::measures::{Across, Layout};
use crate::message;
use crate::review::{AskedDocument, Difference, Pack, PackFault};

/// A review to be made again: what a manifest says that was asked, as arguments say it.
struct Again {
    scope: ScopeArgs,
    question: QuestionArgs,
    layout: Layout,
    lines: Vec<TypedLines>,
    language: Language,
    with: Option<PathBuf>,
    protect: u64,
}

pub(crate) fn run(console: &mut Console<'_>, project: &ProjectArgs, args: &VerifyArgs) -> Result<(), Failure> {
    let names_project = project.project.is_some() || project.embedded;
    if !names_project {
        settings::refuse_inputs_named(project, "verify")?;
    }
    let pack = Pack::read(&args.folder).map_err(|fault| failure(&args.folder, fault))?;
    let mut found = pack.differences();
    if names_project {
        let Again { scope, question, layout, lines, language, with, protect } =
            again(&pack.manifest.asked).ok_or_else(|| failure(&args.folder, PackFault::NoReview))?;
        if pack.manifest.version != env!("CARGO_PKG_VERSION") && !console.talk.quiet {
            let (made, this) = (pack.manifest.version.clone(), env!("CARGO_PKG_VERSION"));
            console.line(&message!("verify-version", made = made, this = this));
        }
        // As the review was made, whatever the project says today.
        let project = &ProjectArgs { protect: Some(protect), ..project.clone() };
        let mut ready = console.ready(project, scope.phase)?;
        let mut query = settings::question_in_each(&scope, &question, &ready.project)?;
        query.layout = layout;
        settings::take_lines(&mut ready, &lines, query.years)?;
        let asked = review::Asked { project, with: with.as_deref(), lines: &lines, language };
        let made = review::files(console, &ready, &query, asked, pack.predecessor())?;
        found.extend(pack.differences_from(&made));
    }
    let language = console.talk.language();
    let said = |message: &Message| format!("{}\n", printable(&language.say(message)));
    if found.is_empty() {
        let path = args.folder.display().to_string();
        let fine = message!("verify-fine", path = path, count = pack.count());
        let again = if names_project { said(&message!("verify-fine-again")) } else { String::new() };
        return output::print(said(&fine) + &again, console.stdout);
    }
    let lines: String = found.into_iter().map(|(path, difference)| said(&told(path, difference))).collect();
    output::print(lines, console.stdout)?;
    Err(Failure::Data)
}

/// What was asked; `None` where the manifest has words that no review was ever asked in.
fn again(asked: &AskedDocument) -> Option<Again> {
    let AskedDocument {
        from,
        to,
        phase,
        currency,
        also,
        prices,
        by,
        across,
        top,
        victims,
        exploitation,
        only,
        protect,
        language,
        with,
    } = asked;
    let year = |number: &Option<u16>| match number {
        None => Some(None),
        Some(number) => Year::parse(&format!("{number:04}")).map(Some),
    };
    let prices = if prices == "current" { None } else { Some(Year::parse(prices)?) };
    let lines =
        only.iter().flat_map(|(name, patterns)| patterns.iter().map(move |pattern| format!("{name}={pattern}")));
    let lines = lines.map(|text| TypedLines::parse(&text).ok()).collect::<Option<_>>()?;
    let across = match across {
        None => None,
        Some(word) => Some(Across::parse(word)?),
    };
    Some(Again {
        layout: Layout { across, top: top.and_then(NonZeroUsize::new) },
        lines,
        scope: ScopeArgs {
            year: None,
            years: Some(YearRange { from: year(from)?, to: year(to)? }),
            phase: PhaseChoice::parse(phase)?,
        },
        question: QuestionArgs {
            by: by.iter().map(|name| TypedGrouping::parse(name).ok()).collect::<Option<_>>()?,
            victims: victims.clone(),
            exploitation: exploitation.clone(),
            currency: Some(Currencies {
                main: Currency::parse(currency)?,
                also: also.iter().map(|code| Currency::parse(code)).collect::<Option<_>>()?,
            }),
            prices,
        },
        protect: protect.unwrap_or_default(),
        language: Language::parse(language)?,
        with: with.as_ref().map(PathBuf::from),
    })
}

fn told(path: String, difference: Difference) -> Message {
    match difference {
        Difference::Missing => message!("verify-missing", name = path),
        Difference::Changed => message!("verify-changed", name = path),
        Difference::Extra => message!("verify-extra", name = path),
        Difference::MadeOtherwise => message!("verify-made-otherwise", name = path),
        Difference::NoLongerMade => message!("verify-no-longer-made", name = path),
        Difference::MadeToo => message!("verify-made-too", name = path),
    }
}

fn failure(folder: &Path, fault: PackFault) -> Failure {
    match fault {
        PackFault::NoReview => Failure::usage(message!("verify-no-review", path = folder.display().to_string())),
        PackFault::Output(fault) => fault.into(),
    }
}
