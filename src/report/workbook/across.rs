//! The blocks with a dimension or the years as columns: each cell is that of its row above, the totals of both ways add up
//! what these rows add up, and are rounded once.

use super::cells::{Look, WorkCell, WorkSheet};
use super::formula::cell;
use super::summary::{Block, Part, exact, plain, shown_at};
use crate::measures::{COST, CostColumn, Figures};
use crate::message;
use crate::report::context::Context;
use crate::report::tables::{Grid, caption, figures, row_heads};

/// Letters of a formula that a cell of the format holds, with some room.
const MOST_LETTERS: usize = 8_000;

/// Adds a block a figure of money; `shown` is the block of the report's rows.
pub(super) fn blocks(context: Context<'_>, parts: &[Part], shown: Block, out: &mut WorkSheet<'_>) {
    let Some(grid) = Grid::of(context).filter(|_| !context.query.by.is_empty()) else { return };
    for column in figures(context).into_iter().filter(|column| column.is_money()) {
        for (of, context) in context.in_each().enumerate() {
            block((of, context), &grid, column, parts, shown, out);
        }
    }
}

/// The block of a figure in one of the currencies asked for.
fn block(
    (of, context): (usize, Context<'_>),
    grid: &Grid,
    column: &CostColumn,
    parts: &[Part],
    shown: Block,
    out: &mut WorkSheet<'_>,
) {
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
    let sum = |positions: &[usize]| {
        let rows = positions.iter().filter_map(|row| context.cost.rows.get(*row));
        let figure = column.figure(&rows.fold(Figures::zero(), |sum, row| sum.plus(&row.figures)));
        let terms: Vec<String> = positions.iter().map(|row| exact(parts, of, *row, position)).collect();
        let (formula, result) = (format!("ROUND({},{digits})", terms.join("+")), plain(figure, digits));
        match formula.len() {
            0..=MOST_LETTERS => WorkCell::formula(formula, result, Look::Money(digits)),
            _ => WorkCell::number(result, Look::Money(digits)),
        }
    };
    for (at, (words, positions)) in grid.rows.iter().enumerate() {
        let mut cells: Vec<WorkCell> = words.iter().map(WorkCell::text).collect();
        cells.extend((0..grid.columns.len()).map(|number| match grid.at(at, number) {
            None => WorkCell::blank(),
            Some(row) => {
                let figure = context.cost.rows.get(row).and_then(|row| column.figure(&row.figures));
                let reference = cell(shown.first + row, shown.keys + shown_at(context, of, position));
                WorkCell::formula(reference, plain(figure, digits), Look::Money(digits))
            }
        }));
        cells.push(sum(positions));
        out.rows.push(cells);
    }
    let mut total = vec![WorkCell::text(all).total()];
    total.extend((1..keys).map(|_| WorkCell::blank().total()));
    total.extend(grid.columns.iter().map(|(_, positions)| sum(positions).total()));
    let every: Vec<usize> = (0..context.cost.rows.len()).collect();
    total.push(sum(&every).total());
    out.rows.push(total);
}
