//! The tables with a dimension or the years as columns. What each figure is made of stands in the table below, row by row.

use super::{PageCell, PageColumn, PageRow, PageTable};
use crate::report::context::Context;
use crate::report::tables;

/// One table a figure; none where nothing is to stand across.
pub(super) fn tables(context: Context<'_>) -> Vec<PageTable> {
    let named = tables::across(context).into_iter().zip(tables::figures(context));
    let of = |(table, figure): (crate::report::Table, &'static crate::measures::CostColumn)| PageTable {
        id: if context.is_beside() {
            format!("{}-{}", figure.key, context.query.basis.currency)
        } else {
            figure.key.to_owned()
        },
        caption: table.caption,
        is_of_lines: false,
        columns: table
            .columns
            .into_iter()
            .enumerate()
            .map(|(number, column)| PageColumn { key: number.to_string(), title: column.title, align: column.align })
            .collect(),
        rows: table
            .rows
            .into_iter()
            .map(|row| PageRow {
                kind: row.kind,
                key: String::new(),
                cells: row.cells.into_iter().map(|cell| PageCell { cell, opens: None }).collect(),
            })
            .collect(),
    };
    named.map(of).collect()
}
