//! The sheet of the summary: cost by year or group as live sums of the ledger's sheet, converted and restated where that
//! is asked for, then cost per victim, charts and notes.

use std::rc::Rc;

use super::cells::{ChartShape, Layout, Look, NativeChart, NativeSeries, WorkCell, WorkSheet};
use super::cost::{Whose, ledger_block, restated_block, shown_columns};
use super::restated::Restatement;
use super::{Basics, across, per_victim};
use crate::domain::Fraction;
use crate::language::{Between, Message, Value};
use crate::measures::CostRow;
use crate::message;
use crate::report::context::Context;
use crate::report::error::ReportError;
use crate::report::sheet::Sheet;

/// A block of rows: where its body stands and in which columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Block {
    /// The first row of its body, from 0.
    pub(super) first: usize,
    /// The last.
    pub(super) last: usize,
    /// How many columns stand before the figures.
    pub(super) keys: usize,
}

/// A block of the figures of one currency, as the ledger has them, and what turns them into those shown.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) block: Block,
    /// For each currency asked for.
    pub(super) restatements: Rc<[Restatement]>,
}

/// The sheet.
pub(super) fn summary_sheet<'c>(basics: &Rc<Basics<'c>>, sheet: &Sheet) -> Result<WorkSheet<'c>, ReportError> {
    let context = basics.context;
    let say = |message: &Message| context.language.say(message);
    let mut out =
        WorkSheet { name: say(&message!("workbook-summary")), layout: Layout::Blocks, ..WorkSheet::default() };
    out.rows.push(vec![WorkCell::words(&sheet.title, Look::Title)]);
    out.rows.push(vec![WorkCell::text(&sheet.subtitle)]);
    if !sheet.findings.is_empty() {
        out.rows.extend([Vec::new(), vec![WorkCell::words(say(&message!("page-findings")), Look::Caption)]]);
        let findings = sheet.findings.iter();
        out.rows.extend(findings.map(|finding| vec![WorkCell::words(finding, Look::Paragraph)]));
    }
    let at = out.rows.len() + 1;
    if !context.cost.rows.is_empty() {
        out.rows.extend(vec![Vec::new(); CHART_ROWS]);
    }
    let own = context.query.basis.currency;
    let (parts, shown): (Rc<[Part]>, Block) = match &basics.parts {
        None => {
            let caption = say(&message!("workbook-cost", currency = own.to_string()));
            let block = ledger_block(basics, (own, Whose::Report), &Rc::default(), &caption, &mut out)?;
            (Rc::new([Part { block, restatements: Restatement::all(context, own).into() }]), block)
        }
        Some(currencies) => {
            let mut parts = Vec::new();
            for (currency, figures) in currencies {
                let restatements: Rc<[Restatement]> = Restatement::all(context, *currency).into();
                let caption = say(&message!("workbook-cost-in-ledger", currency = currency.to_string()));
                let whose = Whose::Currency(Rc::clone(figures));
                let block = ledger_block(basics, (*currency, whose), &restatements, &caption, &mut out)?;
                parts.push(Part { block, restatements });
            }
            let parts = parts.into();
            let block = restated_block(basics, &parts, &mut out)?;
            (parts, block)
        }
    };
    across::blocks(context, &parts, shown, &mut out)?;
    let series = per_victim::block(basics, &parts, &mut out)?;
    if !context.cost.rows.is_empty() {
        charts(context, (at, shown), series, &mut out);
    }
    for (head, items, numbered) in
        [(message!("page-notes"), &sheet.notes, false), (message!("page-sources"), &sheet.sources, true)]
    {
        if !items.is_empty() {
            out.rows.push(Vec::new());
            out.rows.push(vec![WorkCell::words(say(&head), Look::Caption)]);
        }
        for (index, item) in items.iter().enumerate() {
            let words = if numbered { format!("[{}] {item}", index + 1) } else { item.clone() };
            out.rows.push(vec![WorkCell::words(words, Look::Paragraph)]);
        }
    }
    Ok(out)
}

/// The cells that name a row.
pub(super) fn key_cells(context: Context<'_>, index: usize, row: &CostRow) -> Vec<WorkCell> {
    let year = WorkCell::number(Some(row.year.to_string()), Look::Year);
    if context.query.by.is_empty() {
        return vec![year];
    }
    let number = WorkCell::number(Some((index + 1).to_string()), Look::Count);
    let values = context.row_values(row).into_iter().map(WorkCell::text);
    [number, year].into_iter().chain(values).collect()
}

/// The heads of those cells.
pub(super) fn key_heads(context: Context<'_>) -> Vec<WorkCell> {
    let head = |message: Message| WorkCell::words(context.language.say(&message), Look::Head);
    let year = head(message!("workbook-year"));
    if context.query.by.is_empty() {
        return vec![year];
    }
    let dimensions = context.query.by.iter().map(|dimension| head(context.head(*dimension)));
    [head(message!("workbook-row")), year].into_iter().chain(dimensions).collect()
}

/// Exact minor units as plain text in units, rounded once.
pub(super) fn plain(figure: Option<Fraction>, digits: u32) -> Option<String> {
    figure.map(|figure| figure.minor_to_decimal(digits))
}

/// The figures that add up to a year's total.
const STACKED: &[&str] = &["labelled_state", "labelled_external", "attributed_central"];

/// Rows that the charts stand over.
const CHART_ROWS: usize = 20;

/// Cost by year in columns upon each other, and cost per victim of each measure as a line; of groups, those of the last
/// year.
fn charts(context: Context<'_>, (row, shown): (usize, Block), per_victim: Vec<NativeSeries>, out: &mut WorkSheet<'_>) {
    let unit = context.query.basis.currency.to_string();
    let title = |message: Message| context.language.say(&message);
    let by = &context.query.by;
    let years = context.cost.rows.iter().map(|row| row.year);
    let last = years.clone().next_back();
    let of_last = years.filter(|year| Some(*year) == last).count();
    let first = if by.is_empty() { shown.first } else { (shown.last + 1).saturating_sub(of_last) };
    // The number of a row and its year stand before the values of groups.
    let categories = if by.is_empty() { [0, 0] } else { [2, shown.keys - 1] };
    // A chart is of the main currency.
    let stacked = shown_columns(context).enumerate().filter(|(_, shown)| !shown.context.is_beside());
    let stacked = stacked.filter(|(_, shown)| STACKED.contains(&shown.column.key));
    let stacked = stacked.map(|(number, of)| NativeSeries {
        name: context.say(&of.column.title()),
        categories,
        values: shown.keys + number,
        first,
        last: shown.last,
    });
    let currency = Value::from(unit.clone());
    let caption = match last.filter(|_| !by.is_empty()) {
        None => message!("workbook-chart-cost", currency = currency),
        Some(year) => {
            let by = by.iter().map(|dimension| Value::Message(context.head(*dimension)));
            let by = Value::list(by, Between::And);
            message!("workbook-chart-cost-by", year = year.to_string(), by = by, currency = currency)
        }
    };
    out.charts.push(NativeChart {
        title: title(caption),
        shape: ChartShape::StackedColumns,
        unit: unit.clone(),
        series: stacked.collect(),
        row,
        column: 0,
    });
    if by.is_empty() && !per_victim.is_empty() {
        out.charts.push(NativeChart {
            title: title(message!("workbook-chart-per-victim", currency = Value::from(unit.clone()))),
            shape: ChartShape::Lines,
            unit,
            series: per_victim,
            row,
            column: 7,
        });
    }
}
