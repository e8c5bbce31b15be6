//! The workbook of a report: what a reviewer audits by clicking. Sums, conversions and quotients are live formulas over
//! the sheet of the ledger and that of the victims; each carries our exact figure as its result. No format.

mod across;
mod cells;
mod checks;
mod cost;
mod facts;
mod formula;
mod ledger;
mod per_victim;
mod plain;
mod restated;
mod rows;
mod rules;
mod services;
mod services_groups;
mod summary;

pub use cells::{CellValue, ChartShape, Layout, Look, NativeChart, NativeSeries, WorkCell, WorkSheet, Workbook};
pub use checks::CheckLine;
pub use plain::plain_workbook;
use plain::section_sheet;
pub use rows::{RowPiece, Rows};
use services::add_services;
pub(crate) use services::services_workbook;

use std::collections::BTreeSet;
use std::rc::Rc;

use formula::LedgerRanges;
use ledger::ledger_sheet;

use super::citations::Citations;
use super::context::Context;
use super::error::ReportError;
use super::ledger::LedgerReport;
use super::reviewed::{Extent, ReviewReport};
use super::sheet::Sheet;
use super::sheets::report_words;
use crate::attribution::Ledger;
use crate::domain::{Currency, VictimCount};
use crate::language::Message;
use crate::measures::{Basis, Factors, Figures, row_sums};

/// Figures of each currency, row by row.
type Parts = Vec<(Currency, Rc<[Figures]>)>;

/// What the sheets are made from.
struct Basics<'c> {
    context: Context<'c>,
    /// The currencies of the lines shown.
    currencies: Vec<Currency>,
    /// The same figures of the lines of each of them, row by row, in that currency and current prices; `None` where they are
    /// those of the report itself.
    parts: Option<Parts>,
    /// Where the records stand.
    ledger: LedgerRanges,
    /// The counts in the order of their sheet.
    victims: Vec<&'c VictimCount>,
}

/// The workbook of a report; `findings` are those of `check`, where they are known.
///
/// # Errors
///
/// A basis that cannot be had, or a fault of the frame.
pub fn report_workbook<'c>(context: Context<'c>, findings: &[CheckLine]) -> Result<Workbook<'c>, ReportError> {
    Ok(of_report(context, findings, Vec::new())?.0)
}

/// The workbook, and where the records of its ledger stand.
fn of_report<'c>(
    context: Context<'c>,
    checks: &[CheckLine],
    findings: Vec<String>,
) -> Result<(Workbook<'c>, LedgerRanges), ReportError> {
    let words = Sheet { findings, ..report_words(context, &Citations::of(context)) };
    let Context { project, attribution, language, query, .. } = context;
    let ledger = LedgerReport { project, attribution, years: query.years, currencies: &[], language };
    let (records, ranges) = ledger_sheet(ledger, Some((&query.by, context.cost.index())))?;
    let currencies: BTreeSet<Currency> = context.lines().map(|(_, line)| line.key().currency).collect();
    let currencies: Vec<Currency> = currencies.into_iter().collect();
    let parts = parts(context, &currencies)?;
    let victims = facts::counts(context);
    let basics = Rc::new(Basics { context, currencies, parts, ledger: ranges.clone(), victims });
    let sheets = vec![
        summary::summary_sheet(&basics, &words)?,
        records,
        rules::rules_sheet(&basics)?,
        facts::drivers_sheet(context),
        facts::victims_sheet(context, &basics.victims),
        facts::sources_sheet(context),
        checks::checks_sheet(&basics, checks),
    ];
    let workbook = Workbook { title: words.title, subtitle: words.subtitle, language: context.language, sheets };
    Ok((workbook, ranges))
}

/// The workbook of a review: that of its report with the findings first, and a sheet for each further part.
///
/// # Errors
///
/// A basis that cannot be had, or a fault of the frame.
pub fn review_workbook<'c>(review: &ReviewReport<'c>) -> Result<Workbook<'c>, ReportError> {
    let (mut workbook, ledger) = of_report(review.context, review.checks, review.said())?;
    let parts =
        review.sections_in(Extent::Whole)?.into_iter().filter(|(name, _)| !["rules", "services"].contains(name));
    // Rules and services have sheets of live formulas. The others stand behind the summary.
    let sheets = parts.map(|(name, section)| {
        let tab = review.context.say(&Message::word("workbook-part", name));
        section_sheet(tab, &section)
    });
    workbook.sheets.splice(1..1, sheets);
    if let Ok(services) = review.services {
        add_services(services, &ledger, &mut workbook);
    }
    Ok(workbook)
}

/// The figures of the lines of each currency, in that currency; none where these are those of the report as they are.
fn parts(context: Context<'_>, currencies: &[Currency]) -> Result<Option<Parts>, ReportError> {
    let Context { project, query, .. } = context;
    let is_own = |currency: &Currency| *currency == query.basis.currency;
    if currencies.iter().all(is_own) && query.basis.prices.is_none() && query.also.is_empty() {
        return Ok(None);
    }
    let ledger = Ledger::new(project, context.attribution)?;
    let sums = row_sums(&ledger, query, context.cost.top.as_ref())?;
    let mut parts = Vec::new();
    for currency in currencies {
        let mut factors = Factors::new(project, Basis { currency: *currency, prices: None });
        let mut rows = Vec::new();
        for row in &context.cost.rows {
            let of_row = sums.get(&(row.year, row.key())).cloned().unwrap_or_default();
            rows.push(Figures::new(&of_row.of_currency(*currency), row.year, &mut factors)?);
        }
        parts.push((*currency, rows.into()));
    }
    Ok(Some(parts))
}

/// The workbook of a ledger: its one sheet.
///
/// # Errors
///
/// A rate to the currency asked for that nobody gives.
pub fn ledger_workbook(ledger: LedgerReport<'_>) -> Result<Workbook<'_>, ReportError> {
    let (records, _) = ledger_sheet(ledger, None)?;
    let title = ledger.project.title_in(ledger.language).to_owned();
    Ok(Workbook { title, subtitle: ledger.subtitle(), language: ledger.language, sheets: vec![records] })
}
