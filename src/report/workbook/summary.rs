//! The sheet of the summary: cost by year or group as live sums of the ledger's sheet, converted and restated where that
//! is asked for, then cost per victim, charts and notes.

use super::cells::{ChartShape, Layout, Look, NativeChart, NativeSeries, WorkCell, WorkSheet};
use super::formula::{Criterion, SUMMARY_ROW, cell, cell_of_column, span};
use super::restated::Restatement;
use super::{Basics, across, per_victim};
use crate::attribution::LineKind;
use crate::domain::{Currency, Fraction};
use crate::language::{Message, Value};
use crate::measures::{Bound, COST, CostColumn, CostRow, Counts, Figures};
use crate::message;
use crate::report::context::Context;
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
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) block: Block,
    pub(super) restatement: Restatement,
}

/// The sheet.
pub(super) fn summary_sheet(basics: &Basics<'_>, sheet: &Sheet) -> WorkSheet {
    let context = basics.context;
    let say = |message: &Message| context.language.say(message);
    let mut out =
        WorkSheet { name: say(&message!("workbook-summary")), layout: Layout::Blocks, ..WorkSheet::default() };
    out.rows.push(vec![WorkCell::words(&sheet.title, Look::Title)]);
    out.rows.push(vec![WorkCell::text(&sheet.subtitle)]);
    let basis = context.query.basis;
    let own = basis.currency.to_string();
    let alone = basics.parts.iter().all(|(currency, _)| *currency == basis.currency) && basis.prices.is_none();
    let (parts, shown) = if alone {
        let figures: Vec<Figures> = context.cost.rows.iter().map(|row| row.figures.clone()).collect();
        let caption = say(&message!("workbook-cost", currency = own));
        let total = Some(&context.cost.total);
        let block = ledger_block(basics, (basis.currency, &figures, total), None, &caption, &mut out);
        (vec![Part { block, restatement: Restatement::of(context, basis.currency) }], block)
    } else {
        let mut parts = Vec::new();
        for (currency, figures) in &basics.parts {
            let restatement = Restatement::of(context, *currency);
            let caption = say(&message!("workbook-cost-in-ledger", currency = currency.to_string()));
            let block = ledger_block(basics, (*currency, figures, None), Some(&restatement), &caption, &mut out);
            parts.push(Part { block, restatement });
        }
        let block = restated_block(basics, &parts, &mut out);
        (parts, block)
    };
    across::blocks(context, &parts, shown, &mut out);
    let series = per_victim::block(basics, &parts, &mut out);
    if context.query.by.is_empty() {
        charts(context, shown, series, &mut out);
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
    out
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

fn heads(context: Context<'_>) -> Vec<WorkCell> {
    let head = |column: &CostColumn| WorkCell::words(context.say(&column.title()), Look::Head);
    key_heads(context).into_iter().chain(COST.iter().map(head)).collect()
}

/// The look of a figure's cell.
fn look(column: &CostColumn, digits: u32) -> Look {
    if column.is_money() { Look::Money(digits) } else { Look::Count }
}

/// A figure as plain text; money is in minor units with so many digits.
fn text_of(column: &CostColumn, figures: &Figures, digits: u32) -> Option<String> {
    let figure = column.figure(figures);
    if column.is_money() { plain(figure, digits) } else { figure.map(|count| count.to_decimal(0)) }
}

/// The block of one currency as the ledger has it: live sums, row by row.
fn ledger_block(
    basics: &Basics<'_>,
    (currency, figures, total): (Currency, &[Figures], Option<&Figures>),
    restatement: Option<&Restatement>,
    caption: &str,
    out: &mut WorkSheet,
) -> Block {
    let context = basics.context;
    let digits = currency.digits();
    out.rows.extend([Vec::new(), vec![WorkCell::words(caption, Look::Caption)]]);
    let extra = restatement.map(|restatement| restatement.heads(context)).unwrap_or_default();
    out.rows.push(heads(context).into_iter().chain(extra).collect());
    let first = out.rows.len();
    let block = Block { first, last: first + figures.len().max(1) - 1, keys: key_heads(context).len() };
    for (index, (row, figures)) in context.cost.rows.iter().zip(figures).enumerate() {
        let at = first + index;
        let mut cells = key_cells(context, index, row);
        for column in &COST {
            // Lines are counted where all currencies stand together.
            let result = text_of(column, figures, digits).filter(|_| restatement.is_none() || column.is_money());
            cells.push(match ledger_formula(basics, currency, at, column) {
                Some(formula) => WorkCell::formula(formula, result, look(column, digits)),
                None => WorkCell::number(result, look(column, digits)),
            });
        }
        cells.extend(restatement.map(|restatement| restatement.cells(context, row.year)).unwrap_or_default());
        out.rows.push(cells);
    }
    if let Some(total) = total.filter(|_| figures.len() > 1) {
        let sum = |column: usize, digits: u32| format!("ROUND(SUM({}),{digits})", span(first, block.last, column));
        total_row(context, total, block.keys, &sum, out);
    }
    block
}

/// The block in the currency and prices asked for: of each currency its sum, restated; added up, and rounded once.
fn restated_block(basics: &Basics<'_>, parts: &[Part], out: &mut WorkSheet) -> Block {
    let context = basics.context;
    let basis = context.query.basis;
    let digits = basis.currency.digits();
    let words = match basis.prices {
        None => message!("workbook-cost", currency = basis.currency.to_string()),
        Some(year) => {
            message!("workbook-cost-in-prices", currency = basis.currency.to_string(), year = year.to_string())
        }
    };
    out.rows.extend([Vec::new(), vec![WorkCell::words(context.language.say(&words), Look::Caption)], heads(context)]);
    let first = out.rows.len();
    let keys = key_heads(context).len();
    let block = Block { first, last: first + context.cost.rows.len().max(1) - 1, keys };
    for (index, row) in context.cost.rows.iter().enumerate() {
        let mut cells = key_cells(context, index, row);
        for (position, column) in COST.iter().enumerate() {
            let result = text_of(column, &row.figures, digits);
            let formula = if column.is_money() {
                Some(format!("ROUND({},{digits})", exact(parts, index, position)))
            } else {
                ledger_formula(basics, basis.currency, first + index, column)
            };
            cells.push(match formula {
                Some(formula) => WorkCell::formula(formula, result, look(column, digits)),
                None => WorkCell::number(result, look(column, digits)),
            });
        }
        out.rows.push(cells);
    }
    if context.cost.rows.len() > 1 {
        let sum = |column: usize, digits: u32| {
            let is_money = COST.get(column - keys).is_some_and(CostColumn::is_money);
            if is_money {
                let sums = parts.iter().map(|part| part.restatement.of_column(part.block, column));
                format!("ROUND({},{digits})", sums.collect::<Vec<_>>().join("+"))
            } else {
                format!("SUM({})", span(first, block.last, column))
            }
        };
        total_row(context, &context.cost.total, keys, &sum, out);
    }
    block
}

/// A figure of a row in the basis, not rounded: of each currency its sum, restated.
pub(super) fn exact(parts: &[Part], index: usize, position: usize) -> String {
    let of_part = |part: &Part| {
        let (row, keys) = (part.block.first + index, part.block.keys);
        part.restatement.of_cell(&cell(row, keys + position), row, keys)
    };
    parts.iter().map(of_part).collect::<Vec<_>>().join("+")
}

fn total_row(
    context: Context<'_>,
    figures: &Figures,
    keys: usize,
    sum: &dyn Fn(usize, u32) -> String,
    out: &mut WorkSheet,
) {
    let digits = context.query.basis.currency.digits();
    let mut cells = vec![WorkCell::text(context.language.say(&message!("workbook-all"))).total()];
    cells.extend((1..keys).map(|_| WorkCell::blank().total()));
    for (position, column) in COST.iter().enumerate() {
        let result = text_of(column, figures, digits);
        let look = look(column, digits);
        cells.push(match column.counts {
            // A line that stands in several groups is one line.
            Counts::Lines => WorkCell::number(result, look).total(),
            _ => WorkCell::formula(sum(keys + position, if column.is_money() { digits } else { 0 }), result, look)
                .total(),
        });
    }
    out.rows.push(cells);
}

/// A figure of a block as a sum of the ledger's sheet; `None` for one that is no sum of records.
fn ledger_formula(basics: &Basics<'_>, currency: Currency, row: usize, column: &CostColumn) -> Option<String> {
    let context = basics.context;
    let digits = currency.digits();
    let mut criteria = vec![by_row(context, row)];
    if column.is_money() {
        criteria.push(Criterion::Text("currency", currency.code()));
    }
    let bound = match column.bound() {
        Bound::Low => "low",
        Bound::Central => "central",
        Bound::High => "high",
    };
    match column.counts {
        Counts::Attributed(kinds, _) => {
            criteria.push(Criterion::Word("part", "part", "attributed"));
            criteria.extend(match kinds {
                [LineKind::LabelledState] => vec![labelled(), financing("state")],
                [LineKind::LabelledExternal] => vec![labelled(), financing("external")],
                [LineKind::Unlabelled] => vec![Criterion::Word("label", "label", "unlabelled")],
                kinds if kinds.contains(&LineKind::Unlabelled) => Vec::new(),
                _ => vec![labelled()],
            });
            if let Some(form) = &context.query.exploitation {
                criteria.push(Criterion::Word("exploitation", "exploitation", form));
            }
            Some(basics.ledger.sum(bound, &criteria, digits))
        }
        Counts::Unattributed => {
            criteria.push(Criterion::Word("part", "part", "unattributed"));
            Some(basics.ledger.sum(bound, &criteria, digits))
        }
        Counts::NotEstimated | Counts::NotReported => {
            let state = if column.counts == Counts::NotEstimated { "not-estimated" } else { "not-reported" };
            criteria.push(Criterion::Word("state", "state", state));
            Some(basics.ledger.count(&criteria))
        }
        Counts::Lines => None,
    }
}

fn labelled() -> Criterion<'static> {
    Criterion::Word("label", "label", "labelled")
}

fn financing(word: &'static str) -> Criterion<'static> {
    Criterion::Word("financing", "financing", word)
}

/// The records that a row counts: those of its year, or of its group.
fn by_row(context: Context<'_>, row: usize) -> Criterion<'static> {
    let column = if context.query.by.is_empty() { "year" } else { SUMMARY_ROW };
    Criterion::Cell(column, cell_of_column(row, 0))
}

/// Exact minor units as plain text in units, rounded once.
pub(super) fn plain(figure: Option<Fraction>, digits: u32) -> Option<String> {
    figure.map(|figure| figure.minor_to_decimal(digits))
}

/// The figures that add up to a year's total.
const STACKED: &[&str] = &["labelled_state", "labelled_external", "attributed_central"];

/// Rows that the charts stand over.
const CHART_ROWS: usize = 20;

/// Cost by year in columns upon each other, and cost per victim of each measure as a line.
fn charts(context: Context<'_>, shown: Block, per_victim: Vec<NativeSeries>, out: &mut WorkSheet) {
    let unit = context.query.basis.currency.to_string();
    let title = |message: Message| context.language.say(&message);
    let row = out.rows.len() + 1;
    out.rows.extend(vec![Vec::new(); CHART_ROWS]);
    let stacked = COST.iter().enumerate().filter(|(_, column)| STACKED.contains(&column.key));
    let stacked = stacked.map(|(position, column)| NativeSeries {
        name: context.say(&column.title()),
        categories: 0,
        values: shown.keys + position,
        first: shown.first,
        last: shown.last,
    });
    out.charts.push(NativeChart {
        title: title(message!("workbook-chart-cost", currency = Value::from(unit.clone()))),
        shape: ChartShape::StackedColumns,
        unit: unit.clone(),
        series: stacked.collect(),
        row,
        column: 0,
    });
    if !per_victim.is_empty() {
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
