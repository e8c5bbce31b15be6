//! The tables of a content: their names, whether they hold anything, their merged ranges. Styles are taken in on the way.

use std::io::Read;

use quick_xml::events::BytesStart;

use super::APART;
use super::styles::Styles;
use crate::diagnostics::Limit;
use crate::ingest::sheet::merged::Range;
use crate::ingest::sheet::xml::{Piece, Xml, attribute};
use crate::ingest::sheet::{SheetFault, SheetName};

/// A table.
pub(super) struct Table {
    pub(super) name: SheetName,
    pub(super) has_cells: bool,
    pub(super) merged: Vec<Range>,
}

/// Reads them in order.
pub(super) fn read(part: impl Read, styles: &mut Styles) -> Result<Vec<Table>, SheetFault> {
    let mut xml = Xml::new(part);
    let mut tables: Vec<Table> = Vec::new();
    let (mut in_table, mut in_cell) = (false, false);
    let (mut row, mut column, mut repeated) = (0_u64, 0_u64, 1_u64);
    loop {
        let mut apart = false;
        match xml.next()? {
            Piece::Open(element) => match element.name().as_ref() {
                "table:table" if !in_table => {
                    in_table = true;
                    row = 0;
                    tables.push(Table {
                        name: SheetName {
                            name: attribute(&element, "table:name")?.unwrap_or_default(),
                            is_hidden: styles.hides(attribute(&element, "table:style-name")?.as_deref()),
                        },
                        has_cells: false,
                        merged: Vec::new(),
                    });
                    Limit::Sheets.check(tables.len() as u64)?;
                }
                // A table in a cell.
                "table:table" => apart = true,
                name if APART.contains(&name) => apart = true,
                "table:table-row" => {
                    column = 0;
                    repeated = count(&element, "table:number-rows-repeated")?;
                }
                "table:table-cell" | "table:covered-table-cell" => {
                    in_cell = true;
                    if let Some(table) = tables.last_mut() {
                        table.has_cells |= attribute(&element, "office:value-type")?.is_some()
                            || attribute(&element, "table:formula")?.is_some();
                        table.merged.extend(spanned(&element, row, column)?);
                        Limit::Merged.check(table.merged.len() as u64)?;
                    }
                    column = column.saturating_add(count(&element, "table:number-columns-repeated")?);
                }
                _ if in_table => {}
                _ => styles.open(&element)?,
            },
            Piece::Close(element) => match element.name().as_ref() {
                "table:table" => in_table = false,
                "table:table-row" => row = row.saturating_add(repeated),
                "table:table-cell" | "table:covered-table-cell" => in_cell = false,
                name => styles.close(name),
            },
            Piece::Text(text) if in_cell => {
                if let Some(table) = tables.last_mut() {
                    table.has_cells |= !text.trim().is_empty();
                }
            }
            Piece::Text(text) => styles.text(&text),
            Piece::Other => {}
            Piece::End => return Ok(tables),
        }
        if apart {
            xml.skip()?;
        }
    }
}

/// The range of a cell that spans others. What lies beyond a sheet is cut off.
fn spanned(element: &BytesStart<'_>, row: u64, column: u64) -> Result<Option<Range>, SheetFault> {
    let rows = count(element, "table:number-rows-spanned")?;
    let columns = count(element, "table:number-columns-spanned")?;
    let on_sheet = row < Limit::SheetRows.most() && column < Limit::SheetColumns.most();
    if (rows, columns) == (1, 1) || !on_sheet {
        return Ok(None);
    }
    let place = |number: u64, limit: Limit| u32::try_from(number.min(limit.most() - 1)).unwrap_or(u32::MAX);
    Ok(Some(Range {
        first_row: place(row, Limit::SheetRows),
        first_column: place(column, Limit::SheetColumns),
        last_row: place(row.saturating_add(rows - 1), Limit::SheetRows),
        last_column: place(column.saturating_add(columns - 1), Limit::SheetColumns),
    }))
}

/// A count of at least 1.
pub(super) fn count(element: &BytesStart<'_>, name: &str) -> Result<u64, SheetFault> {
    let count = attribute(element, name)?.and_then(|text| text.trim().parse().ok());
    Ok(count.filter(|count| *count > 0).unwrap_or(1))
}
