//! The blocks of cost by year or group: live sums of the ledger's sheet, and what they come to where that is asked for in
//! other currencies or prices.

use std::rc::Rc;

use super::Basics;
use super::cells::{Look, WorkCell, WorkSheet};
use super::formula::{Criterion, SUMMARY_ROW, cell, cell_of_column, span};
use super::restated::Restatement;
use super::summary::{Block, Part, key_cells, key_heads, plain};
use crate::attribution::LineKind;
use crate::domain::Currency;
use crate::measures::{Bound, COST, CostColumn, CostRow, Counts, Figures};
use crate::message;
use crate::report::context::Context;
use crate::report::error::ReportError;

/// A column of the figures that are shown: one of [`COST`] in one of the currencies asked for.
pub(super) struct ShownColumn<'c> {
    position: usize,
    pub(super) column: &'static CostColumn,
    /// Which of the currencies.
    of: usize,
    pub(super) context: Context<'c>,
}

/// Money in every currency asked for, numbers of lines once.
pub(super) fn shown_columns(context: Context<'_>) -> impl Iterator<Item = ShownColumn<'_>> {
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

/// Whose figures a block of the ledger shows.
pub(super) enum Whose {
    /// Those of the report itself.
    Report,
    /// These of the lines of a currency, row by row.
    Currency(Rc<[Figures]>),
}

impl Whose {
    /// The figures of a row of the report.
    fn figures<'b>(&'b self, index: usize, row: &'b CostRow) -> &'b Figures {
        match self {
            Self::Report => &row.figures,
            Self::Currency(figures) => &figures[index],
        }
    }
}

/// A formula of the rows of a block, which differ in one cell that it refers to.
struct RowFormula {
    before: String,
    behind: String,
}

impl RowFormula {
    /// Of the formula that refers to a cell of this name.
    fn of(formula: impl FnOnce(&str) -> String) -> Self {
        // No name of a cell, and no letter of a sheet or criterion.
        const CELL: &str = "\u{0}";
        let formula = formula(CELL);
        let (before, behind) = formula.split_once(CELL).unwrap_or_default();
        assert!(!before.is_empty(), "a formula of rows refers to none: {formula}");
        Self { before: before.to_owned(), behind: behind.to_owned() }
    }

    fn at(&self, cell: &str) -> String {
        format!("{}{cell}{}", self.before, self.behind)
    }
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
pub(super) fn ledger_block<'c>(
    basics: &Rc<Basics<'c>>,
    (currency, whose): (Currency, Whose),
    restatements: &Rc<[Restatement]>,
    caption: &str,
    out: &mut WorkSheet<'c>,
) -> Result<Block, ReportError> {
    let context = basics.context;
    let digits = currency.digits();
    out.rows.extend([Vec::new(), vec![WorkCell::words(caption, Look::Caption)]]);
    let head = |column: &CostColumn| WorkCell::words(context.say(&column.title()), Look::Head);
    let heads = key_heads(context).into_iter().chain(COST.iter().map(head));
    out.rows.push(heads.chain(Restatement::heads(restatements, context)).collect());
    let first = out.rows.len();
    let rows = context.cost.rows.len();
    let block = Block { first, last: first + rows.max(1) - 1, keys: key_heads(context).len() };
    let formulas = COST.each_ref().map(|column| ledger_formula(basics, currency, column));
    let is_own = matches!(whose, Whose::Report);
    let restated = Rc::clone(restatements);
    let made = context.cost.rows.iter().enumerate().map(move |(index, row)| {
        let mut cells = key_cells(context, index, row);
        for (column, formula) in COST.iter().zip(&formulas) {
            // Lines are counted where all currencies stand together.
            let is_shown = restated.is_empty() || column.is_money();
            let result = text_of(column, whose.figures(index, row), digits).filter(|_| is_shown);
            cells.push(row_cell(formula.as_ref(), first + index, result, look(column, digits)));
        }
        cells.extend(Restatement::cells(&restated, context, row.year));
        Ok(cells)
    });
    out.rows.extend_late(rows, made)?;
    if is_own && rows > 1 {
        let sum = |_: &ShownColumn<'_>, column: usize, digits: u32| {
            format!("ROUND(SUM({}),{digits})", span(first, block.last, column))
        };
        total_row(context, block.keys, &sum, out);
    }
    Ok(block)
}

/// The cell of a figure of a row of a block.
fn row_cell(formula: Option<&RowFormula>, row: usize, result: Option<String>, look: Look) -> WorkCell {
    match formula {
        Some(formula) => WorkCell::formula(formula.at(&cell_of_column(row, 0)), result, look),
        None => WorkCell::number(result, look),
    }
}

/// The block in the currency and prices asked for: of each currency its sum, restated; added up, and rounded once.
pub(super) fn restated_block<'c>(
    basics: &Rc<Basics<'c>>,
    parts: &Rc<[Part]>,
    out: &mut WorkSheet<'c>,
) -> Result<Block, ReportError> {
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
    let currency = context.query.basis.currency;
    let counted =
        |column: &CostColumn| (!column.is_money()).then(|| ledger_formula(basics, currency, column)).flatten();
    let formulas = COST.each_ref().map(counted);
    let of_parts = Rc::clone(parts);
    let made = context.cost.rows.iter().enumerate().map(move |(index, row)| {
        let mut cells = key_cells(context, index, row);
        for ShownColumn { position, column, of, context } in shown_columns(context) {
            let digits = context.query.basis.currency.digits();
            let result = context.cost.rows.get(index).and_then(|row| text_of(column, &row.figures, digits));
            cells.push(if column.is_money() {
                let formula = format!("ROUND({},{digits})", exact(&of_parts, of, index, position));
                WorkCell::formula(formula, result, look(column, digits))
            } else {
                row_cell(formulas[position].as_ref(), first + index, result, look(column, digits))
            });
        }
        Ok(cells)
    });
    out.rows.extend_late(context.cost.rows.len(), made)?;
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
    Ok(block)
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
fn ledger_formula(basics: &Basics<'_>, currency: Currency, column: &CostColumn) -> Option<RowFormula> {
    let context = basics.context;
    let digits = currency.digits();
    let mut criteria = Vec::new();
    if column.is_money() {
        criteria.push(Criterion::Text("currency", currency.code()));
    }
    let bound = match column.bound() {
        Bound::Low => "low",
        Bound::Central => "central",
        Bound::High => "high",
    };
    // The records that a row counts: those of its year, or of its group.
    let key = if context.query.by.is_empty() { "year" } else { SUMMARY_ROW };
    let with_row = |mut criteria: Vec<_>, cell: &str| {
        criteria.insert(0, Criterion::Cell(key, cell.to_owned()));
        criteria
    };
    let sum = |criteria| RowFormula::of(|cell| basics.ledger.sum(bound, &with_row(criteria, cell), digits));
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
            Some(sum(criteria))
        }
        Counts::Unattributed => {
            criteria.push(Criterion::Word("part", "part", "unattributed"));
            Some(sum(criteria))
        }
        Counts::NotEstimated | Counts::NotReported => {
            let state = if column.counts == Counts::NotEstimated { "not-estimated" } else { "not-reported" };
            criteria.push(Criterion::Word("state", "state", state));
            Some(RowFormula::of(|cell| basics.ledger.count(&with_row(criteria, cell))))
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
