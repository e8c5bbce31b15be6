//! The sheet of the summary: cost by year or group as live sums of the ledger's sheet, converted and restated where that
//! is asked for, then cost per victim, charts and notes.

use super::cells::{ChartShape, Layout, Look, NativeChart, NativeSeries, WorkCell, WorkSheet};
use super::formula::{Criterion, SUMMARY_ROW, cell, cell_of_column, span};
use super::restated::Restatement;
use super::{Basics, across, per_victim};
use crate::attribution::LineKind;
use crate::domain::{Currency, Fraction};
use crate::language::{Between, Message, Value};
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
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) block: Block,
    /// For each currency asked for.
    pub(super) restatements: Vec<Restatement>,
}

/// A column of the figures that are shown: one of [`COST`] in one of the currencies asked for.
struct ShownColumn<'c> {
    position: usize,
    column: &'static CostColumn,
    /// Which of the currencies.
    of: usize,
    context: Context<'c>,
}

/// Money in every currency asked for, numbers of lines once.
fn shown_columns(context: Context<'_>) -> impl Iterator<Item = ShownColumn<'_>> {
    COST.iter().enumerate().flat_map(move |(position, column)| {
        let contexts = context.in_each().enumerate().filter(|(_, of)| !of.is_beside() || column.is_money());
        contexts.map(move |(of, context)| ShownColumn { position, column, of, context })
    })
}

/// Where a figure stands among those that are shown, in one of the currencies asked for.
pub(super) fn shown_at(context: Context<'_>, of: usize, position: usize) -> usize {
    let currencies = 1 + context.query.also.len();
    let before = COST.iter().take(position);
    let columns: usize = before.map(|column| if column.is_money() { currencies } else { 1 }).sum();
    columns + of
}

/// The sheet.
pub(super) fn summary_sheet(basics: &Basics<'_>, sheet: &Sheet) -> WorkSheet<'static> {
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
    let basis = context.query.basis;
    let own = basis.currency.to_string();
    let as_published = basics.parts.iter().all(|(currency, _)| *currency == basis.currency) && basis.prices.is_none();
    let alone = as_published && context.query.also.is_empty();
    let (parts, shown) = if alone {
        let figures: Vec<Figures> = context.cost.rows.iter().map(|row| row.figures.clone()).collect();
        let caption = say(&message!("workbook-cost", currency = own));
        let total = Some(&context.cost.total);
        let block = ledger_block(basics, (basis.currency, &figures, total), &[], &caption, &mut out);
        (vec![Part { block, restatements: Restatement::all(context, basis.currency) }], block)
    } else {
        let mut parts = Vec::new();
        for (currency, figures) in &basics.parts {
            let restatements = Restatement::all(context, *currency);
            let caption = say(&message!("workbook-cost-in-ledger", currency = currency.to_string()));
            let block = ledger_block(basics, (*currency, figures, None), &restatements, &caption, &mut out);
            parts.push(Part { block, restatements });
        }
        let block = restated_block(basics, &parts, &mut out);
        (parts, block)
    };
    across::blocks(context, &parts, shown, &mut out);
    let series = per_victim::block(basics, &parts, &mut out);
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
    restatements: &[Restatement],
    caption: &str,
    out: &mut WorkSheet<'_>,
) -> Block {
    let context = basics.context;
    let digits = currency.digits();
    out.rows.extend([Vec::new(), vec![WorkCell::words(caption, Look::Caption)]]);
    let head = |column: &CostColumn| WorkCell::words(context.say(&column.title()), Look::Head);
    let heads = key_heads(context).into_iter().chain(COST.iter().map(head));
    out.rows.push(heads.chain(Restatement::heads(restatements, context)).collect());
    let first = out.rows.len();
    let block = Block { first, last: first + figures.len().max(1) - 1, keys: key_heads(context).len() };
    for (index, (row, figures)) in context.cost.rows.iter().zip(figures).enumerate() {
        let at = first + index;
        let mut cells = key_cells(context, index, row);
        for column in &COST {
            // Lines are counted where all currencies stand together.
            let result = text_of(column, figures, digits).filter(|_| restatements.is_empty() || column.is_money());
            cells.push(match ledger_formula(basics, currency, at, column) {
                Some(formula) => WorkCell::formula(formula, result, look(column, digits)),
                None => WorkCell::number(result, look(column, digits)),
            });
        }
        cells.extend(Restatement::cells(restatements, context, row.year));
        out.rows.push(cells);
    }
    if total.is_some() && figures.len() > 1 {
        let sum = |_: &ShownColumn<'_>, column: usize, digits: u32| {
            format!("ROUND(SUM({}),{digits})", span(first, block.last, column))
        };
        total_row(context, block.keys, &sum, out);
    }
    block
}

/// The block in the currency and prices asked for: of each currency its sum, restated; added up, and rounded once.
fn restated_block(basics: &Basics<'_>, parts: &[Part], out: &mut WorkSheet<'_>) -> Block {
    let context = basics.context;
    let words = match context.query.basis.prices {
        None => message!("workbook-cost", currency = context.currencies()),
        Some(year) => message!("workbook-cost-in-prices", currency = context.currencies(), year = year.to_string()),
    };
    let head = |shown: ShownColumn<'_>| {
        let title = shown.column.title();
        let title = if shown.column.is_money() { shown.context.in_currency(title) } else { title };
        WorkCell::words(context.say(&title), Look::Head)
    };
    let heads = key_heads(context).into_iter().chain(shown_columns(context).map(head)).collect();
    out.rows.extend([Vec::new(), vec![WorkCell::words(context.language.say(&words), Look::Caption)], heads]);
    let first = out.rows.len();
    let keys = key_heads(context).len();
    let block = Block { first, last: first + context.cost.rows.len().max(1) - 1, keys };
    for (index, row) in context.cost.rows.iter().enumerate() {
        let mut cells = key_cells(context, index, row);
        for ShownColumn { position, column, of, context } in shown_columns(context) {
            let currency = context.query.basis.currency;
            let digits = currency.digits();
            let result = context.cost.rows.get(index).and_then(|row| text_of(column, &row.figures, digits));
            let formula = if column.is_money() {
                Some(format!("ROUND({},{digits})", exact(parts, of, index, position)))
            } else {
                ledger_formula(basics, currency, first + index, column)
            };
            cells.push(match formula {
                Some(formula) => WorkCell::formula(formula, result, look(column, digits)),
                None => WorkCell::number(result, look(column, digits)),
            });
        }
        out.rows.push(cells);
    }
    if context.cost.rows.len() > 1 {
        let sum = |shown: &ShownColumn<'_>, column: usize, digits: u32| {
            if shown.column.is_money() {
                let of_part = |part: &Part| {
                    let restatement = part.restatements.get(shown.of)?;
                    Some(restatement.of_column(part.block, keys + shown.position))
                };
                format!("ROUND({},{digits})", parts.iter().filter_map(of_part).collect::<Vec<_>>().join("+"))
            } else {
                format!("SUM({})", span(first, block.last, column))
            }
        };
        total_row(context, keys, &sum, out);
    }
    block
}

/// A figure of a row in one of the currencies asked for, not rounded: of each currency its sum, restated.
pub(super) fn exact(parts: &[Part], of: usize, index: usize, position: usize) -> String {
    let of_part = |part: &Part| {
        let (row, keys) = (part.block.first + index, part.block.keys);
        Some(part.restatements.get(of)?.of_cell(&cell(row, keys + position), row, keys))
    };
    parts.iter().filter_map(of_part).collect::<Vec<_>>().join("+")
}

fn total_row(
    context: Context<'_>,
    keys: usize,
    sum: &dyn Fn(&ShownColumn<'_>, usize, u32) -> String,
    out: &mut WorkSheet<'_>,
) {
    let mut cells = vec![WorkCell::text(context.language.say(&message!("workbook-all"))).total()];
    cells.extend((1..keys).map(|_| WorkCell::blank().total()));
    for (number, shown) in shown_columns(context).enumerate() {
        let column = shown.column;
        let digits = shown.context.query.basis.currency.digits();
        let result = text_of(column, &shown.context.cost.total, digits);
        let look = look(column, digits);
        let digits = if column.is_money() { digits } else { 0 };
        cells.push(match column.counts {
            // A line that stands in several groups is one line.
            Counts::Lines => WorkCell::number(result, look).total(),
            _ => WorkCell::formula(sum(&shown, keys + number, digits), result, look).total(),
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
