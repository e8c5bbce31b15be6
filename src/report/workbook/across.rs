//! The blocks with a dimension or the years as columns: each cell is that of its row above, the totals of both ways add up
//! what these rows add up, and are rounded once.

use std::rc::Rc;

use super::cells::{Look, WorkCell, WorkSheet};
use super::cost::{exact, shown_at};
use super::formula::cell;
use super::summary::{Block, Part, plain};
use crate::measures::{COST, CostColumn, Figures};
use crate::message;
use crate::report::context::Context;
use crate::report::error::ReportError;
use crate::report::tables::{Grid, caption, figures, row_heads};

/// Letters of a formula that a cell of the format holds, with some room.
const MOST_LETTERS: usize = 8_000;

/// Adds a block a figure of money; `shown` is the block of the report's rows.
pub(super) fn blocks<'c>(
    context: Context<'c>,
    parts: &Rc<[Part]>,
    shown: Block,
    out: &mut WorkSheet<'c>,
) -> Result<(), ReportError> {
    let Some(grid) = Grid::of(context).filter(|_| !context.query.by.is_empty()).map(Rc::new) else { return Ok(()) };
    for column in figures(context).into_iter().filter(|column| column.is_money()) {
        for (of, context) in context.in_each().enumerate() {
            block((of, context), &grid, column, parts, shown, out)?;
        }
    }
    Ok(())
}

/// The block of a figure in one of the currencies asked for.
fn block<'c>(
    (of, context): (usize, Context<'c>),
    grid: &Rc<Grid>,
    column: &'static CostColumn,
    parts: &Rc<[Part]>,
    shown: Block,
    out: &mut WorkSheet<'c>,
) -> Result<(), ReportError> {
    let digits = context.query.basis.currency.digits();
    let position = COST.iter().position(|of| of.key == column.key).unwrap_or_default();
    let head = |words: String| WorkCell::words(words, Look::Head);
    let all = context.say(&message!("workbook-all"));
    let mut heads: Vec<WorkCell> = row_heads(context).iter().map(|message| head(context.say(message))).collect();
    let keys = heads.len();
    heads.extend(grid.columns.iter().map(|(words, _)| head(words.clone())));
    heads.push(head(all.clone()));
    let caption = WorkCell::words(context.say(&caption(context, column)), Look::Caption);
    out.rows.extend([Vec::new(), vec![caption], heads]);
    let of_parts = Rc::clone(parts);
    let sum = move |positions: &[usize]| {
        let rows = positions.iter().filter_map(|row| context.cost.rows.get(*row));
        let figure = column.figure(&rows.fold(Figures::zero(), |sum, row| sum.plus(&row.figures)));
        let terms: Vec<String> = positions.iter().map(|row| exact(&of_parts, of, *row, position)).collect();
        let (formula, result) = (format!("ROUND({},{digits})", terms.join("+")), plain(figure, digits));
        match formula.len() {
            0..=MOST_LETTERS => WorkCell::formula(formula, result, Look::Money(digits)),
            _ => WorkCell::number(result, Look::Money(digits)),
        }
    };
    let (of_grid, of_row) = (Rc::clone(grid), sum.clone());
    let figure_at = shown.keys + shown_at(context, of, position);
    let made = (0..grid.rows.len()).map(move |at| {
        let (words, positions) = &of_grid.rows[at];
        let mut cells: Vec<WorkCell> = words.iter().map(WorkCell::text).collect();
        cells.extend((0..of_grid.columns.len()).map(|number| match of_grid.at(at, number) {
            None => WorkCell::blank(),
            Some(row) => {
                let figure = context.cost.rows.get(row).and_then(|row| column.figure(&row.figures));
                let reference = cell(shown.first + row, figure_at);
                WorkCell::formula(reference, plain(figure, digits), Look::Money(digits))
            }
        }));
        cells.push(of_row(positions));
        Ok(cells)
    });
    out.rows.extend_late(grid.rows.len(), made)?;
    let mut total = vec![WorkCell::text(all).total()];
    total.extend((1..keys).map(|_| WorkCell::blank().total()));
    total.extend(grid.columns.iter().map(|(_, positions)| sum(positions).total()));
    let every: Vec<usize> = (0..context.cost.rows.len()).collect();
    total.push(sum(&every).total());
    out.rows.push(total);
    Ok(())
}
