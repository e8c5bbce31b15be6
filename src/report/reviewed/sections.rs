//! The further parts of a review, each a heading, sentences and tables.

use super::ReviewReport;
use crate::language::Message;
use crate::message;
use crate::report::deliverable::Deliverable;
use crate::report::error::ReportError;
use crate::report::services::services_section;
use crate::report::sheet::SheetSection;

/// A part of a review.
pub struct Section {
    /// Its name for programs.
    pub name: &'static str,
    pub(super) make: fn(&ReviewReport<'_>, Extent) -> Result<Option<SheetSection>, ReportError>,
}

/// How much of what has many rows stands in a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum Extent {
    /// What can be read through.
    Readable,
    /// All of it.
    Whole,
}

/// Every part, in order.
pub const SECTIONS: [Section; 6] = [
    Section { name: "changes", make: |review, extent| changes(review, extent).map(Some) },
    Section { name: "sureness", make: |review, _| sureness(review).map(Some) },
    Section { name: "outturn", make: |review, _| outturn(review).map(Some) },
    Section { name: "services", make: |review, _| services(review) },
    Section { name: "coverage", make: |review, _| coverage(review).map(Some) },
    Section { name: "rules", make: |review, _| rules(review).map(Some) },
];

/// Most lines without an outturn that a review lists.
const LISTED: usize = 20;

/// Most lines that changed that a review lists where it is read through.
const CHANGED: usize = 100;

/// What changed, in words and by cause.
fn changes(review: &ReviewReport<'_>, extent: Extent) -> Result<SheetSection, ReportError> {
    let title = message!("review-changes");
    let report = match &review.changes {
        Ok(report) => report,
        Err(why) => return Ok(without(review, &title, why)),
    };
    let mut words = report.warnings();
    words.extend(report.words());
    let most = if extent == Extent::Whole { usize::MAX } else { CHANGED };
    let (tables, changed) = report.tables(most);
    if changed > most {
        words.push(review.context.say(&message!("review-changed-most", most = most, count = changed)));
    }
    Ok(SheetSection { title: review.context.say(&title), words, tables })
}

/// Interval, spread and tornado.
fn sureness(review: &ReviewReport<'_>) -> Result<SheetSection, ReportError> {
    let sheet = review.sureness.sheet()?;
    let title = review.context.say(&message!("review-sureness"));
    Ok(SheetSection { title, words: sheet.notes, tables: review.sureness.main_tables() })
}

/// What assistance takes by norm, beside the accounts; where a reader has to know it, why that is not shown.
fn services(review: &ReviewReport<'_>) -> Result<Option<SheetSection>, ReportError> {
    Ok(match &review.services {
        Ok(report) => {
            let mut section = services_section(*report);
            if !review.context.query.also.is_empty() {
                let currency = report.context.query.basis.currency;
                section.words.insert(0, review.context.say(&message!("review-one-currency", currency = currency)));
            }
            Some(section)
        }
        Err(why) => why.reason().map(|reason| without(review, &message!("services-section"), &reason)),
    })
}

/// Approved against executed.
fn outturn(review: &ReviewReport<'_>) -> Result<SheetSection, ReportError> {
    let title = message!("review-outturn");
    match &review.outturn {
        Ok(report) => {
            let mut words: Vec<String> = report.notes().iter().map(|note| review.context.say(note)).collect();
            let mut tables = report.tables();
            let left_out = report.outturn.left_out.len();
            if left_out > LISTED {
                // It is the last one, and stands whole among the records.
                tables.pop();
                words.push(review.context.say(&message!("review-left-out", count = left_out)));
            }
            Ok(SheetSection { title: review.context.say(&title), words, tables })
        }
        Err(why) => Ok(without(review, &title, why)),
    }
}

/// What is known of the lines.
fn coverage(review: &ReviewReport<'_>) -> Result<SheetSection, ReportError> {
    let title = review.context.say(&message!("review-coverage"));
    let words = vec![review.context.say(&message!("coverage-note"))];
    Ok(SheetSection { title, words, tables: review.coverage.tables() })
}

/// The rules, with their rationale.
fn rules(review: &ReviewReport<'_>) -> Result<SheetSection, ReportError> {
    let title = message!("review-rules");
    match review.rulebook.table() {
        Some(table) => Ok(SheetSection { title: review.context.say(&title), words: Vec::new(), tables: vec![table] }),
        None => Ok(without(review, &title, &message!("rulebook-none"))),
    }
}

/// A part of which there is nothing to show, with the reason.
fn without(review: &ReviewReport<'_>, title: &Message, why: &Message) -> SheetSection {
    SheetSection { title: review.context.say(title), words: vec![review.context.say(why)], tables: Vec::new() }
}
