//! The workbook of a report: what a reviewer audits by clicking. Sums, conversions and quotients are live formulas over
//! the sheet of the ledger and that of the victims; each carries our exact figure as its result. No format.

mod across;
mod cells;
mod checks;
mod facts;
mod formula;
mod ledger;
mod per_victim;
mod plain;
mod restated;
mod rules;
mod services;
mod services_groups;
mod summary;

pub use cells::{CellValue, ChartShape, Layout, Look, More, NativeChart, NativeSeries, WorkCell, WorkSheet, Workbook};
pub use checks::CheckLine;
pub use plain::plain_workbook;
use plain::section_sheet;
use services::add_services;
pub(crate) use services::services_workbook;

use std::collections::BTreeSet;

use formula::LedgerRanges;
use ledger::ledger_sheet;

use super::context::Context;
use super::error::ReportError;
use super::ledger::LedgerReport;
use super::reviewed::{Extent, ReviewReport};
use super::sheet::Sheet;
use super::sheets::report_sheet;
use crate::attribution::Ledger;
use crate::domain::{Currency, VictimCount};
use crate::language::Message;
use crate::measures::{Basis, Factors, Figures, row_sums};

/// What the sheets are made from.
struct Basics<'c> {
    context: Context<'c>,
    /// The same figures of the lines of each currency, row by row, in that currency and current prices.
    parts: Vec<(Currency, Vec<Figures>)>,
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
    let sheet = Sheet { findings, ..report_sheet(context)? };
    let Context { project, attribution, language, query, .. } = context;
    let ledger = LedgerReport { project, attribution, years: query.years, currencies: &[], language };
    let (records, ranges) = ledger_sheet(ledger, Some((&query.by, context.cost.index())))?;
    let basics = Basics { context, parts: parts(context)?, ledger: ranges, victims: facts::counts(context) };
    let sheets = vec![
        summary::summary_sheet(&basics, &sheet),
        records,
        rules::rules_sheet(&basics)?,
        facts::drivers_sheet(context),
        facts::victims_sheet(context, &basics.victims),
        facts::sources_sheet(context),
        checks::checks_sheet(&basics, checks),
    ];
    let workbook = Workbook { title: sheet.title, subtitle: sheet.subtitle, language: context.language, sheets };
    Ok((workbook, basics.ledger))
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

/// The figures of the lines of each currency, in that currency.
fn parts(context: Context<'_>) -> Result<Vec<(Currency, Vec<Figures>)>, ReportError> {
    let Context { project, query, .. } = context;
    let ledger = Ledger::new(project, context.attribution)?;
    let sums = row_sums(&ledger, query, context.cost.top.as_ref())?;
    let currencies: BTreeSet<Currency> = context.lines().map(|(_, line)| line.key().currency).collect();
    let mut parts = Vec::new();
    for currency in currencies {
        let mut factors = Factors::new(project, Basis { currency, prices: None });
        let mut rows = Vec::new();
        for row in &context.cost.rows {
            let of_row = sums.get(&(row.year, row.key())).cloned().unwrap_or_default();
            rows.push(Figures::new(&of_row.of_currency(currency), row.year, &mut factors)?);
        }
        parts.push((currency, rows));
    }
    Ok(parts)
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
