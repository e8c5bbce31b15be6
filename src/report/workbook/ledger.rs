//! The sheet of the ledger: the columns of the contract, numbers as numbers, and which line and row of the summary a
//! record belongs to.

use std::borrow::Cow;
use std::collections::HashMap;

use super::cells::{Layout, Look, WorkCell, WorkSheet};
use super::formula::{LINE_NUMBER, LedgerRanges, RECORD, SUMMARY_ROW};
use crate::attribution::{LEDGER_COLUMNS, Ledger, LedgerError};
use crate::domain::State;
use crate::language::{Language, Message};
use crate::measures::{CostRow, Dimension};
use crate::message;
use crate::report::context::Context;
use crate::report::ledger::flat_ledger;

/// What is known of the records beyond the ledger's columns.
pub(super) struct Behind<'b> {
    /// How many records each line has, in the order of the ledger.
    pub(super) records_of_lines: Vec<usize>,
    /// The dimensions of the summary.
    pub(super) by: &'b [Dimension],
    /// The rows of the summary, in order.
    pub(super) rows: &'b [CostRow],
}

/// More digits than a number of a spreadsheet holds are text, so that none is lost.
const NUMBER_DIGITS: usize = 15;

impl<'b> Behind<'b> {
    /// Of a report's lines and rows.
    pub(super) fn new(context: Context<'b>) -> Self {
        let records_of_lines = context.lines().map(|(attributed, _)| match attributed.state {
            State::Unattributed | State::NotEstimated | State::Excluded => 1,
            _ => attributed.parts.len() + usize::from(attributed.remainder.is_some()),
        });
        Self { records_of_lines: records_of_lines.collect(), by: &context.query.by, rows: &context.cost.rows }
    }

    /// Line and record of every record, in order.
    fn numbers(&self) -> impl Iterator<Item = (usize, usize)> {
        let lines = self.records_of_lines.iter().enumerate();
        lines.flat_map(|(line, records)| (1..=*records).map(move |record| (line + 1, record)))
    }
}

/// The sheet, and where its records stand.
pub(super) fn ledger_sheet(
    ledger: &Ledger,
    behind: Option<&Behind<'_>>,
    language: Language,
) -> Result<(WorkSheet, LedgerRanges), LedgerError> {
    let flat = flat_ledger(ledger)?;
    let digits = ledger.currency.digits();
    let extra = behind.iter().flat_map(|_| [LINE_NUMBER, RECORD, SUMMARY_ROW]);
    let heads = LEDGER_COLUMNS.into_iter().chain(extra);
    let head = heads.map(|name| WorkCell::words(language.say(&Message::word("column", name)), Look::Head)).collect();
    let mut rows = vec![head];
    let keys: HashMap<(String, Vec<&str>), usize> = behind
        .map(|behind| behind.rows.iter().enumerate().map(|(index, row)| (key_of(row), index + 1)).collect())
        .unwrap_or_default();
    let mut numbers = behind.into_iter().flat_map(Behind::numbers);
    for cells in &flat.rows {
        let named = LEDGER_COLUMNS.iter().zip(cells);
        let mut row: Vec<WorkCell> = named.map(|(name, value)| work_cell(name, value, digits, language)).collect();
        if let (Some(behind), Some((line, record))) = (behind, numbers.next()) {
            let year = cells.first().map(ToString::to_string).unwrap_or_default();
            let summary_row = keys.get(&(year, values_of(behind.by, cells)));
            let numbers = [Some(line), Some(record), summary_row.copied()];
            row.extend(numbers.map(|number| WorkCell::number(number.map(|number| number.to_string()), Look::Count)));
        }
        rows.push(row);
    }
    let name = language.say(&message!("workbook-ledger"));
    let ranges = LedgerRanges { sheet: name.clone(), records: flat.rows.len(), language };
    Ok((WorkSheet { name, rows, layout: Layout::Table, charts: Vec::new() }, ranges))
}

fn key_of(row: &CostRow) -> (String, Vec<&str>) {
    (row.year.to_string(), row.by.iter().map(String::as_str).collect())
}

fn values_of<'c>(by: &[Dimension], cells: &'c [Cow<'_, str>]) -> Vec<&'c str> {
    let column = |dimension: &Dimension| LEDGER_COLUMNS.iter().position(|name| *name == dimension.column());
    by.iter().filter_map(|dimension| cells.get(column(dimension)?)).map(AsRef::as_ref).collect()
}

fn work_cell(name: &str, value: &str, digits: u32, language: Language) -> WorkCell {
    let number = |look: Look| WorkCell::number((!value.is_empty()).then(|| value.to_owned()), look);
    match name {
        "line_amount" | "low" | "central" | "high" => number(Look::Money(digits)),
        "year" => number(Look::Year),
        "rows" => number(Look::Count),
        "share_numerator" | "share_denominator" if value.len() <= NUMBER_DIGITS => number(Look::Count),
        "financing" | "label" | "phase" | "part" | "state" | "area" | "exploitation" if !value.is_empty() => {
            WorkCell::text(language.term(name, value))
        }
        _ => WorkCell::text(value),
    }
}
