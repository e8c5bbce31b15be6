//! The sheet of the summary: cost by year or group as live sums of the ledger's sheet, converted and restated where that
//! is asked for, then cost per victim, charts and notes.

use super::cells::{ChartShape, Layout, Look, NativeChart, NativeSeries, WorkCell, WorkSheet};
use super::formula::{Criterion, SUMMARY_ROW, cell, cell_of_column, span};
use super::restated::Restatement;
use super::{Basics, per_victim};
use crate::domain::Fraction;
use crate::language::{Message, Value};
use crate::measures::{CostRow, Figures, SideFigures};
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

/// A column of figures: its head, and what it shows of a row; `None` where nobody knows it.
pub(super) struct FigureColumn {
    name: &'static str,
    pick: fn(&Figures) -> Option<Fraction>,
}

/// Columns of labelled lines together and of the total, counted from the first figure: what cost per victim divides.
pub(super) const LABELLED: usize = 2;
pub(super) const TOTAL_LOW: usize = 6;
pub(super) const TOTAL: usize = 7;
pub(super) const TOTAL_HIGH: usize = 8;

const MONEY: [FigureColumn; 10] = [
    FigureColumn { name: "state", pick: |f| known(&f.labelled_state, |s| &s.amounts.central) },
    FigureColumn { name: "external", pick: |f| known(&f.labelled_external, |s| &s.amounts.central) },
    FigureColumn { name: "labelled", pick: |f| known(&f.labelled(), |s| &s.amounts.central) },
    FigureColumn { name: "attributed-low", pick: |f| known(&f.attributed, |s| &s.amounts.low) },
    FigureColumn { name: "attributed", pick: |f| known(&f.attributed, |s| &s.amounts.central) },
    FigureColumn { name: "attributed-high", pick: |f| known(&f.attributed, |s| &s.amounts.high) },
    FigureColumn { name: "total-low", pick: |f| known(&f.total(), |s| &s.amounts.low) },
    FigureColumn { name: "total", pick: |f| known(&f.total(), |s| &s.amounts.central) },
    FigureColumn { name: "total-high", pick: |f| known(&f.total(), |s| &s.amounts.high) },
    FigureColumn { name: "unattributed", pick: |f| Some(f.unattributed.clone()) },
];

fn known(side: &SideFigures, pick: fn(&SideFigures) -> &Fraction) -> Option<Fraction> {
    side.is_known().then(|| pick(side).clone())
}

/// The sheet.
pub(super) fn summary_sheet(basics: &Basics<'_>, sheet: &Sheet) -> WorkSheet {
    let context = basics.context;
    let say = |message: &Message| context.language.say(message);
    let mut out =
        WorkSheet { name: say(&message!("workbook-summary")), layout: Layout::Blocks, ..WorkSheet::default() };
    out.rows.push(vec![WorkCell::words(&sheet.title, Look::Title)]);
    out.rows.push(vec![WorkCell::text(&sheet.subtitle)]);
    let restatement = Restatement::of(context);
    let own = context.project.currency.to_string();
    let caption = match &restatement {
        None => message!("workbook-cost", currency = own),
        Some(_) => message!("workbook-cost-in-ledger", currency = own),
    };
    let block = ledger_block(basics, restatement.as_ref(), &say(&caption), &mut out);
    let shown = match &restatement {
        None => block,
        Some(restatement) => restated_block(context, restatement, block, &mut out),
    };
    let series = per_victim::block(basics, restatement.as_ref(), block, &mut out);
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
    let values = context.query.by.iter().zip(&row.by).map(|(dimension, value)| {
        WorkCell::text(match dimension.column() {
            _ if value.is_empty() => context.language.say(&message!("workbook-blank")),
            kind @ ("financing" | "label" | "area" | "exploitation" | "state") => context.language.term(kind, value),
            _ => value.clone(),
        })
    });
    [number, year].into_iter().chain(values).collect()
}

/// The heads of those cells.
pub(super) fn key_heads(context: Context<'_>) -> Vec<WorkCell> {
    let head = |message: Message| WorkCell::words(context.language.say(&message), Look::Head);
    let year = head(message!("workbook-year"));
    if context.query.by.is_empty() {
        return vec![year];
    }
    let dimensions = context.query.by.iter().map(|dimension| head(Message::word("dimension", dimension.column())));
    [head(message!("workbook-row")), year].into_iter().chain(dimensions).collect()
}

fn heads(context: Context<'_>) -> Vec<WorkCell> {
    let head = |name: &str| WorkCell::words(context.language.say(&Message::word("summary", name)), Look::Head);
    let figures = MONEY.iter().map(|column| head(column.name)).chain([head("not-estimated")]);
    key_heads(context).into_iter().chain(figures).collect()
}

/// The block in the ledger's own currency and current prices: live sums.
fn ledger_block(basics: &Basics<'_>, restatement: Option<&Restatement>, caption: &str, out: &mut WorkSheet) -> Block {
    let context = basics.context;
    let digits = context.project.currency.digits();
    let rows = &basics.base.rows;
    let caption_cell = WorkCell::words(caption, Look::Caption);
    out.rows.extend([Vec::new(), vec![caption_cell]]);
    let extra = restatement.map(|restatement| restatement.heads(context)).unwrap_or_default();
    out.rows.push(heads(context).into_iter().chain(extra).collect());
    let first = out.rows.len();
    let block = Block { first, last: first + rows.len().max(1) - 1, keys: key_heads(context).len() };
    for (index, row) in rows.iter().enumerate() {
        let at = first + index;
        let mut cells = key_cells(context, index, row);
        for (column, shown) in MONEY.iter().enumerate() {
            let formula = ledger_formula(basics, at, block.keys, column);
            cells.push(WorkCell::formula(formula, plain((shown.pick)(&row.figures), digits), Look::Money(digits)));
        }
        let missing = basics.ledger.count(&[by_row(context, at), Criterion::Word("part", "part", "not-estimated")]);
        cells.push(WorkCell::formula(missing, Some(row.figures.not_estimated().to_string()), Look::Count));
        cells.extend(restatement.map(|restatement| restatement.cells(context, row.year)).unwrap_or_default());
        out.rows.push(cells);
    }
    if rows.len() > 1 {
        let sum = |column: usize, digits: u32| format!("ROUND(SUM({}),{digits})", span(first, block.last, column));
        total_row(context, &basics.base.total, digits, block.keys, &sum, out);
    }
    block
}

/// The block in the currency and prices asked for: each figure of the ledger's block restated and rounded once.
fn restated_block(context: Context<'_>, restatement: &Restatement, from: Block, out: &mut WorkSheet) -> Block {
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
    let block = Block { first, last: first + from.last - from.first, keys: from.keys };
    for (index, row) in context.cost.rows.iter().enumerate() {
        let at = from.first + index;
        let mut cells = key_cells(context, index, row);
        for (column, shown) in MONEY.iter().enumerate() {
            let exact = restatement.of_cell(&cell(at, from.keys + column), at, from.keys);
            let figure = plain((shown.pick)(&row.figures), digits);
            cells.push(WorkCell::formula(format!("ROUND({exact},{digits})"), figure, Look::Money(digits)));
        }
        let missing = Some(row.figures.not_estimated().to_string());
        cells.push(WorkCell::formula(cell(at, from.keys + MONEY.len()), missing, Look::Count));
        out.rows.push(cells);
    }
    if context.cost.rows.len() > 1 {
        let sum = |column: usize, digits: u32| {
            if column == from.keys + MONEY.len() {
                format!("SUM({})", span(first, block.last, column))
            } else {
                format!("ROUND({},{digits})", restatement.of_column(from, column))
            }
        };
        total_row(context, &context.cost.total, digits, block.keys, &sum, out);
    }
    block
}

fn total_row(
    context: Context<'_>,
    figures: &Figures,
    digits: u32,
    keys: usize,
    sum: &dyn Fn(usize, u32) -> String,
    out: &mut WorkSheet,
) {
    let mut cells = vec![WorkCell::text(context.language.say(&message!("workbook-all"))).total()];
    cells.extend((1..keys).map(|_| WorkCell::blank().total()));
    for (column, shown) in MONEY.iter().enumerate() {
        let figure = plain((shown.pick)(figures), digits);
        cells.push(WorkCell::formula(sum(keys + column, digits), figure, Look::Money(digits)).total());
    }
    let missing = Some(figures.not_estimated().to_string());
    cells.push(WorkCell::formula(sum(keys + MONEY.len(), 0), missing, Look::Count).total());
    out.rows.push(cells);
}

/// A figure of the ledger's block: a sum of the ledger's sheet, or of two cells of its row.
fn ledger_formula(basics: &Basics<'_>, row: usize, keys: usize, column: usize) -> String {
    let context = basics.context;
    let digits = context.project.currency.digits();
    let here = |column: usize| cell(row, keys + column);
    let sum = |amount: &str, own: Vec<Criterion<'_>>| {
        let mut criteria = vec![by_row(context, row)];
        criteria.extend(own);
        let attributed = Criterion::Word("part", "part", "attributed");
        criteria.push(attributed);
        if let Some(form) = &context.query.exploitation {
            criteria.push(Criterion::Word("exploitation", "exploitation", form));
        }
        basics.ledger.sum(amount, &criteria, digits)
    };
    let labelled = |financing: &'static str| {
        vec![Criterion::Word("label", "label", "labelled"), Criterion::Word("financing", "financing", financing)]
    };
    let unlabelled = || vec![Criterion::Word("label", "label", "unlabelled")];
    match column {
        0 => sum("central", labelled("state")),
        1 => sum("central", labelled("external")),
        2 => format!("ROUND({}+{},{digits})", here(0), here(1)),
        3 => sum("low", unlabelled()),
        4 => sum("central", unlabelled()),
        5 => sum("high", unlabelled()),
        6 => sum("low", Vec::new()),
        7 => format!("ROUND({}+{},{digits})", here(LABELLED), here(4)),
        8 => sum("high", Vec::new()),
        _ => {
            let criteria = [by_row(context, row), Criterion::Word("part", "part", "unattributed")];
            basics.ledger.sum("central", &criteria, digits)
        }
    }
}

/// The records that a row counts: those of its year, or of its group.
fn by_row(context: Context<'_>, row: usize) -> Criterion<'static> {
    let column = if context.query.by.is_empty() { "year" } else { SUMMARY_ROW };
    Criterion::Cell(column, cell_of_column(row, 0))
}

/// Exact minor units as plain text in units, rounded once.
pub(super) fn plain(figure: Option<Fraction>, digits: u32) -> Option<String> {
    figure?.checked_div(&Fraction::power_of_ten(digits)).map(|units| units.to_decimal(digits))
}

/// Rows that the charts stand over.
const CHART_ROWS: usize = 20;

/// Cost by year in columns upon each other, and cost per victim of each measure as a line.
fn charts(context: Context<'_>, shown: Block, per_victim: Vec<NativeSeries>, out: &mut WorkSheet) {
    let unit = context.query.basis.currency.to_string();
    let title = |message: Message| context.language.say(&message);
    let row = out.rows.len() + 1;
    out.rows.extend(vec![Vec::new(); CHART_ROWS]);
    let stacked = [(0, "state"), (1, "external"), (4, "attributed")].map(|(column, name)| NativeSeries {
        name: context.language.say(&Message::word("summary", name)),
        categories: 0,
        values: shown.keys + column,
        first: shown.first,
        last: shown.last,
    });
    out.charts.push(NativeChart {
        title: title(message!("workbook-chart-cost", currency = Value::from(unit.clone()))),
        shape: ChartShape::StackedColumns,
        unit: unit.clone(),
        series: stacked.to_vec(),
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
