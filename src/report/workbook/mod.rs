//! The workbook of a report: what a reviewer audits by clicking. Sums, conversions and quotients are live formulas over
//! the sheet of the ledger and that of the victims; each carries our exact figure as its result. No format.

mod cells;
mod checks;
mod facts;
mod formula;
mod ledger;
mod per_victim;
mod plain;
mod restated;
mod rules;
mod summary;

pub use cells::{CellValue, ChartShape, Layout, Look, NativeChart, NativeSeries, WorkCell, WorkSheet, Workbook};
pub use checks::CheckLine;
pub use plain::plain_workbook;

use formula::LedgerRanges;
use ledger::{Behind, ledger_sheet};

use super::context::Context;
use super::deliverable::ReportError;
use super::sheets::report_sheet;
use crate::attribution::{Ledger, LedgerError};
use crate::domain::VictimCount;
use crate::language::Language;
use crate::measures::{Basis, Cost, Query, cost};

/// What the sheets are made from.
struct Basics<'c> {
    context: Context<'c>,
    /// The same costs in the ledger's own currency and current prices.
    base: Cost,
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
pub fn report_workbook(context: Context<'_>, findings: &[CheckLine]) -> Result<Workbook, ReportError> {
    let sheet = report_sheet(context)?;
    let ledger = Ledger::new(context.project, context.attribution)?;
    let basis = Basis { currency: context.project.currency, prices: None };
    let base = cost(context.project, &ledger, &Query { basis, ..context.query.clone() })?;
    let shown = ledger.of_years(|year| context.query.years.contains(year))?;
    let (records, ranges) = ledger_sheet(&shown, Some(&Behind::new(context)), context.language)?;
    let basics = Basics { context, base, ledger: ranges, victims: facts::counts(context) };
    let sheets = vec![
        summary::summary_sheet(&basics, &sheet),
        records,
        rules::rules_sheet(&basics),
        facts::drivers_sheet(context),
        facts::victims_sheet(context, &basics.victims),
        facts::sources_sheet(context),
        checks::checks_sheet(&basics, findings),
    ];
    Ok(Workbook { title: sheet.title, language: context.language, sheets })
}

/// The workbook of a ledger: its one sheet.
///
/// # Errors
///
/// A fault of the frame.
pub fn ledger_workbook(title: &str, ledger: &Ledger, language: Language) -> Result<Workbook, LedgerError> {
    let (records, _) = ledger_sheet(ledger, None, language)?;
    Ok(Workbook { title: title.to_owned(), language, sheets: vec![records] })
}
