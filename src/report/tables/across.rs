//! A dimension or the years as columns, with totals of both ways: one table a figure.

use std::collections::BTreeMap;

use super::{cell, shown};
use crate::domain::Year;
use crate::language::{Between, Message, Value};
use crate::measures::{Across, COST, CostColumn, CostRow, Figures, RowKey};
use crate::message;
use crate::report::context::Context;
use crate::report::sheet::{Align, Cell, Table};

/// The figures that have a table each, the first always.
const FIGURES: &[&str] = &["total_central", "total_low", "total_high", "unattributed", "not_estimated", "not_reported"];

/// The figures that stand in rows where there is nothing else to.
const ROWS: &[&str] = &[
    "labelled_state",
    "labelled_external",
    "labelled_total",
    "attributed_central",
    "total_low",
    "total_central",
    "total_high",
    "unattributed",
    "not_estimated",
    "not_reported",
];

/// What stands down and across, each row of the report at its place.
pub(crate) struct Grid {
    /// The words of each row, and the positions of the report's rows that it adds up.
    pub(crate) rows: Vec<(Vec<String>, Vec<usize>)>,
    /// The words of each column, and the same.
    pub(crate) columns: Vec<(String, Vec<usize>)>,
    cells: BTreeMap<(usize, usize), usize>,
}

impl Grid {
    /// The rows of a report as they are to stand; `None` where nothing is to stand across.
    pub(crate) fn of(context: Context<'_>) -> Option<Self> {
        let across = context.query.layout.across?;
        let (mut rows, mut columns) = (Vec::new(), Vec::new());
        let mut places: BTreeMap<(usize, Option<Year>, RowKey), usize> = BTreeMap::new();
        let mut heads: BTreeMap<(Option<Year>, RowKey), (String, Vec<usize>)> = BTreeMap::new();
        let rank = |key: &RowKey| context.cost.top.as_ref().map_or(0, |top| top.rank(key));
        for (position, row) in context.cost.rows.iter().enumerate() {
            let key = |by: &[String]| RowKey { is_other: row.other.is_some(), by: by.to_vec() };
            let values = context.row_values(row);
            let last = row.by.len().saturating_sub(1);
            let none = || RowKey { is_other: false, by: Vec::new() };
            let (down, over, words, head) = match across {
                Across::Year => {
                    let over = (Some(row.year), none());
                    ((rank(&row.key()), None, row.key()), over, values, row.year.to_string())
                }
                Across::Last => {
                    let (groups, head) = values.split_at(last);
                    let words = std::iter::once(row.year.to_string()).chain(groups.iter().cloned()).collect();
                    let alone = last == 0;
                    let key_down = if alone { none() } else { key(&row.by[..last]) };
                    let is_other = alone && row.other.is_some();
                    let over = RowKey { is_other, by: row.by[last..].to_vec() };
                    let place = if alone { 0 } else { rank(&row.key()) };
                    ((place, Some(row.year), key_down), (None, over), words, head.concat())
                }
            };
            let at = *places.entry(down).or_insert_with(|| {
                rows.push((words, Vec::new()));
                rows.len() - 1
            });
            rows[at].1.push(position);
            heads.entry(over).or_insert_with(|| (head, Vec::new())).1.push(position);
        }
        // Rows by year, then the largest groups first; columns in order.
        let mut order: Vec<_> = places.into_iter().collect();
        order.sort_by(|((rank, year, key), _), ((other, than, of), _)| (year, rank, key).cmp(&(than, other, of)));
        let rows: Vec<(Vec<String>, Vec<usize>)> =
            order.into_iter().filter_map(|(_, at)| rows.get(at).cloned()).collect();
        columns.extend(heads.into_values());
        let mut cells = BTreeMap::new();
        let column_of: BTreeMap<usize, usize> = places_of(columns.iter().map(|(_, positions)| positions));
        for (position, row) in places_of(rows.iter().map(|(_, positions)| positions)) {
            cells.extend(column_of.get(&position).map(|column| ((row, *column), position)));
        }
        Some(Self { rows, columns, cells })
    }

    /// The position of the report's row that stands in a row and a column; `None` where none does.
    pub(crate) fn at(&self, row: usize, column: usize) -> Option<usize> {
        self.cells.get(&(row, column)).copied()
    }
}

/// Of each position of the report's rows, in which of some lists it stands.
fn places_of<'p>(lists: impl Iterator<Item = &'p Vec<usize>>) -> BTreeMap<usize, usize> {
    lists.enumerate().flat_map(|(place, positions)| positions.iter().map(move |position| (*position, place))).collect()
}

/// The figures that have a table each.
pub(crate) fn figures(context: Context<'_>) -> Vec<&'static CostColumn> {
    let ranged = context.cost.rows.iter().any(|row| row.figures.is_ranged());
    let some = |column: &&CostColumn| {
        let known = |row: &CostRow| column.figure(&row.figures).is_some_and(|figure| !figure.is_zero());
        column.key == "total_central" || if column.is_bound() { ranged } else { context.cost.rows.iter().any(known) }
    };
    FIGURES.iter().filter_map(|key| COST.iter().find(|column| column.key == *key)).filter(some).collect()
}

/// The heads of what stands before the figures.
pub(crate) fn row_heads(context: Context<'_>) -> Vec<Message> {
    match context.query.layout.across {
        Some(Across::Last) => {
            let groups = &context.query.by[..context.query.by.len().saturating_sub(1)];
            let year = std::iter::once(message!("report-head-year"));
            year.chain(groups.iter().map(|grouping| context.head(*grouping))).collect()
        }
        _ => context.query.by.iter().map(|grouping| context.head(*grouping)).collect(),
    }
}

/// What a table of a figure is of.
pub(crate) fn caption(context: Context<'_>, column: &CostColumn) -> Message {
    let mut by: Vec<Value> = context.query.by.iter().map(|grouping| Value::Message(context.head(*grouping))).collect();
    if context.query.layout.across == Some(Across::Year) {
        by.push(message!("report-across-year").into());
    }
    let (what, by) = (column.title(), Value::list(by, Between::And));
    match column.is_money() {
        true => message!("report-across", what = what, by = by, currency = context.query.basis.currency),
        false => message!("report-across-count", what = what, by = by),
    }
}

/// One table a figure; where only years stand across, one table with a row a figure.
pub(crate) fn across(context: Context<'_>) -> Vec<Table> {
    let Some(grid) = Grid::of(context) else { return Vec::new() };
    if context.query.by.is_empty() {
        return vec![transposed(context, &grid)];
    }
    figures(context).into_iter().map(|column| table(context, &grid, column)).collect()
}

fn table(context: Context<'_>, grid: &Grid, column: &CostColumn) -> Table {
    let words: Vec<_> = row_heads(context).into_iter().map(|head| (head, Align::Left)).collect();
    let keys = words.len();
    let mut table = Table::said(context.language, &caption(context, column), with_columns(context, grid, words));
    let sum = |of: &[usize]| {
        let figures = of.iter().filter_map(|position| context.cost.rows.get(*position));
        let sum = figures.fold(Figures::zero(), |sum, row| sum.plus(&row.figures));
        cell(context, column, &sum)
    };
    for (at, (words, positions)) in grid.rows.iter().enumerate() {
        let mut cells: Vec<Cell> = words.iter().map(|word| Cell::Text(word.clone())).collect();
        // Where a group has no line nothing is known.
        cells.extend((0..grid.columns.len()).map(|of| sum(grid.at(at, of).as_slice())));
        cells.push(sum(positions));
        table.push(cells);
    }
    let mut total = vec![Cell::Text(context.say(&message!("report-all")))];
    total.extend((1..keys).map(|_| Cell::Blank));
    total.extend(grid.columns.iter().map(|(_, positions)| sum(positions)));
    total.push(cell(context, column, &context.cost.total));
    table.push_total(total);
    table
}

/// The years across and a figure in each row.
fn transposed(context: Context<'_>, grid: &Grid) -> Table {
    let currency = context.query.basis.currency;
    let heads = with_columns(context, grid, vec![(Message::verbatim(""), Align::Left)]);
    let mut table = Table::said(context.language, &message!("report-cost-by-year", currency = currency), heads);
    let ranged = context.cost.rows.iter().any(|row| row.figures.is_ranged());
    for column in shown(context, ROWS).into_iter().filter(|column| ranged || !column.is_bound()) {
        let mut cells = vec![Cell::Text(context.say(&column.title()))];
        cells.extend(context.cost.rows.iter().map(|row| cell(context, column, &row.figures)));
        cells.push(cell(context, column, &context.cost.total));
        match column.key {
            "labelled_total" | "total_central" => table.push_total(cells),
            _ => table.push(cells),
        }
    }
    table
}

fn with_columns(context: Context<'_>, grid: &Grid, before: Vec<(Message, Align)>) -> Vec<(Message, Align)> {
    let columns = grid.columns.iter().map(|(head, _)| (Message::verbatim(head), Align::Right));
    before
        .into_iter()
        .chain(columns)
        .chain([(Message::verbatim(context.say(&message!("report-all"))), Align::Right)])
        .collect()
}
