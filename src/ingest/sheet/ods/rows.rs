//! The rows of a table.

use std::io::Read;

use quick_xml::events::BytesStart;

use super::APART;
use super::cell::{self, Head};
use super::index::count;
use super::styles::Styles;
use crate::diagnostics::Limit;
use crate::ingest::sheet::SheetFault;
use crate::ingest::sheet::cells::{Counted, RowBuffer};
use crate::ingest::sheet::xml::{Piece, Xml, attribute};

/// The row at hand.
#[derive(Default)]
struct Row {
    number: u64,
    repeated: u64,
    column: u64,
    style: Option<String>,
    cells: RowBuffer,
    bytes: u64,
}

/// Calls `each` with every row of the table of this number until it gives `false`.
pub(super) fn read(
    part: impl Read,
    number: usize,
    styles: &Styles,
    each: &mut dyn FnMut(u32, &mut RowBuffer) -> bool,
) -> Result<(), SheetFault> {
    let mut xml = Xml::new(part);
    let mut counted = Counted::new();
    let mut tables = 0;
    let mut columns: Vec<(u64, Option<String>)> = Vec::new();
    let mut row = Row::default();
    loop {
        let mut cell = None;
        let mut apart = false;
        match xml.next()? {
            Piece::Open(element) => match element.name().as_ref() {
                "table:table" => {
                    apart = tables != number;
                    tables += 1;
                }
                name if APART.contains(&name) => apart = true,
                "table:table-column" => {
                    let first = columns.last().map_or(0, |(end, _)| *end);
                    let end = first.saturating_add(count(&element, "table:number-columns-repeated")?);
                    columns.push((end, attribute(&element, "table:default-cell-style-name")?));
                    Limit::SheetColumns.check(columns.len() as u64)?;
                }
                "table:table-row" => row.start(&element)?,
                "table:table-cell" | "table:covered-table-cell" => {
                    let repeated = count(&element, "table:number-columns-repeated")?;
                    cell = Some((Head::of(&element)?, repeated));
                }
                _ => {}
            },
            Piece::Close(element) => match element.name().as_ref() {
                "table:table" if tables > number => return Ok(()),
                "table:table-row" if !row.finish(&mut counted, each)? => return Ok(()),
                _ => {}
            },
            Piece::Text(_) | Piece::Other => {}
            Piece::End => return Ok(()),
        }
        if apart {
            xml.skip()?;
        }
        if let Some((head, repeated)) = cell {
            let of_column = || {
                let at = columns.partition_point(|(end, _)| *end <= row.column);
                columns.get(at).and_then(|(_, style)| style.clone())
            };
            let style = head.style.clone().or_else(|| row.style.clone()).or_else(of_column);
            let cell = cell::read(&mut xml, &head, styles, style.as_deref()).map_err(|fault| row.place(fault))?;
            row.add(&cell, repeated)?;
        }
    }
}

impl Row {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), SheetFault> {
        self.repeated = count(element, "table:number-rows-repeated")?;
        self.column = 0;
        self.bytes = 0;
        self.style = attribute(element, "table:default-cell-style-name")?;
        self.cells.clear();
        let visibility = attribute(element, "table:visibility")?;
        self.cells.is_hidden = matches!(visibility.as_deref(), Some("collapse" | "filter"));
        Ok(())
    }

    /// Puts a cell into as many columns as it is repeated over. Blank ones at the end of a row are not counted.
    fn add(&mut self, cell: &super::super::cells::Cell, repeated: u64) -> Result<(), SheetFault> {
        let first = self.column;
        self.column = first.saturating_add(repeated);
        if cell.text.is_empty() && cell.kind == crate::ingest::record::CellKind::Text {
            return Ok(());
        }
        Limit::SheetColumns.check(self.column).map_err(|exceeded| exceeded.in_row(self.number + 1))?;
        self.bytes += repeated * cell.text.len() as u64;
        Limit::RowText.check(self.bytes).map_err(|exceeded| exceeded.in_row(self.number + 1))?;
        for column in first..self.column {
            self.cells.set(u32::try_from(column).unwrap_or(u32::MAX), cell.clone());
        }
        Ok(())
    }

    /// Hands on the row as often as it is repeated; blank rows only count.
    fn finish(
        &mut self,
        counted: &mut Counted,
        each: &mut dyn FnMut(u32, &mut RowBuffer) -> bool,
    ) -> Result<bool, SheetFault> {
        let end = self.number.saturating_add(self.repeated);
        if self.cells.is_blank() {
            self.number = end;
            return Ok(true);
        }
        while self.number < end {
            let number = u32::try_from(self.number).unwrap_or(u32::MAX);
            counted.row(number, &self.cells)?;
            if !each(number, &mut self.cells.clone()) {
                return Ok(false);
            }
            self.number += 1;
        }
        Ok(true)
    }

    fn place(&self, fault: SheetFault) -> SheetFault {
        fault.in_row(u32::try_from(self.number).unwrap_or(u32::MAX))
    }
}
