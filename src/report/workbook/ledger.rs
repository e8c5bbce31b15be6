//! The sheet of the ledger: the columns of the contract, numbers as numbers, and which line and row of the summary a
//! record belongs to.

use super::cells::{Layout, Look, WorkCell, WorkSheet};
use super::formula::{LINE_NUMBER, LedgerRanges, RECORD, SUMMARY_ROW};
use super::rows::Rows;
use crate::attribution::{ColumnKind, Entry, Grouping, LedgerColumn, ledger_columns};
use crate::language::Language;
use crate::measures::RowIndex;
use crate::message;
use crate::report::error::ReportError;
use crate::report::ledger::LedgerReport;

/// More digits than a number of a spreadsheet holds are text, so that none is lost.
const NUMBER_DIGITS: usize = 15;

/// The sheet, and where its records stand. `summary` is what it is by, and its rows, where there is one.
pub(super) fn ledger_sheet<'c>(
    ledger: LedgerReport<'c>,
    summary: Option<(&'c [Grouping], RowIndex<'c>)>,
) -> Result<(WorkSheet<'c>, LedgerRanges), ReportError> {
    let language = ledger.language;
    let mut names: Vec<String> = ledger.flat_header();
    names.extend(summary.iter().flat_map(|_| [LINE_NUMBER, RECORD, SUMMARY_ROW].map(str::to_owned)));
    // Those of a second currency are called as those of the first.
    let head = |name: &String| {
        let title = match name.strip_prefix("in_").and_then(|rest| rest.rsplit_once('_')) {
            Some((of, number)) => format!("{} {number}", language.name("column", &format!("in_{of}"))),
            None => language.name("column", name),
        };
        WorkCell::words(title, Look::Head)
    };
    let records = ledger.entries().count();
    let mut rows = Rows::from(vec![names.iter().map(head).collect::<Vec<_>>()]);
    rows.extend_late(records, records_of(ledger, summary))?;
    let name = language.say(&message!("workbook-ledger"));
    let ranges = LedgerRanges { sheet: name.clone(), records, columns: names.into(), language };
    Ok((WorkSheet { name, rows, layout: Layout::Table, charts: Vec::new() }, ranges))
}

/// The rows of the records.
fn records_of<'c>(
    ledger: LedgerReport<'c>,
    summary: Option<(&'c [Grouping], RowIndex<'c>)>,
) -> impl Iterator<Item = Result<Vec<WorkCell>, ReportError>> + 'c {
    let language = ledger.language;
    let columns: Vec<LedgerColumn<'c>> = ledger_columns(&ledger.project.dimensions).collect();
    let (mut line, mut record, mut last) = (0_usize, 0_usize, None);
    ledger.entries().map(move |entry| {
        let digits = entry.currency().digits();
        let mut row: Vec<WorkCell> = columns.iter().map(|column| work_cell(column, &entry, digits, language)).collect();
        for currency in ledger.currencies {
            row.push(WorkCell::text(currency.code()));
            let money = ledger.in_currency(&entry, *currency)?;
            row.extend(money.map(|plain| number(plain, Look::Money(currency.digits()))));
        }
        row.extend(ledger.selection().map(WorkCell::text));
        if let Some((by, index)) = &summary {
            let is_new = last.replace(entry.number) != Some(entry.number);
            (line, record) = if is_new { (line + 1, 1) } else { (line, record + 1) };
            let values: Vec<String> = by.iter().map(|grouping| grouping.value(&entry).to_owned()).collect();
            let summary_row = index.of(entry.key().year, values).map(|row| row + 1);
            let numbers = [Some(line), Some(record), summary_row];
            row.extend(numbers.map(|number| WorkCell::number(number.map(|number| number.to_string()), Look::Count)));
        }
        Ok(row)
    })
}

fn number(plain: String, look: Look) -> WorkCell {
    WorkCell::number((!plain.is_empty()).then_some(plain), look)
}

fn work_cell(column: &LedgerColumn<'_>, entry: &Entry<'_>, digits: u32, language: Language) -> WorkCell {
    let plain = column.cell(entry).plain(digits).into_owned();
    match column.kind {
        ColumnKind::Money => number(plain, Look::Money(digits)),
        ColumnKind::Year => number(plain, Look::Year),
        ColumnKind::Count if plain.len() <= NUMBER_DIGITS => number(plain, Look::Count),
        ColumnKind::Word(_) | ColumnKind::Name if !plain.is_empty() => {
            WorkCell::text(language.term(column.name, &plain))
        }
        ColumnKind::Word(_) | ColumnKind::Name | ColumnKind::Text | ColumnKind::Count => WorkCell::text(plain),
    }
}
