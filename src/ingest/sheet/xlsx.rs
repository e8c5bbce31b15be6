//! XLSX: cells as they come, so that a sheet of a million rows is never all in memory.

use calamine::{Dimensions, Xlsx};

use super::cells::{Grid, RowBuffer, text_of};
use super::{Book, Bytes, SheetFault};
use crate::ingest::record::CellKind;
use crate::language::Message;

pub(super) struct XlsxBook(pub(super) Xlsx<Box<dyn Bytes>>);

struct XlsxGrid {
    book: Xlsx<Box<dyn Bytes>>,
    sheet: String,
}

impl Book for XlsxBook {
    fn merged(&mut self, sheet: &str) -> Result<Vec<Dimensions>, SheetFault> {
        let mut merged = self
            .0
            .merge_cells_by_sheet_name(sheet)
            .map_err(|error| SheetFault::Broken(Message::verbatim(error.to_string())))?;
        merged.sort_by_key(|range| range.start);
        Ok(merged)
    }

    fn grid(self: Box<Self>, sheet: &str) -> Box<dyn Grid> {
        Box::new(XlsxGrid { book: self.0, sheet: sheet.to_owned() })
    }
}

impl Grid for XlsxGrid {
    fn rows(&mut self, each: &mut dyn FnMut(u32, &mut RowBuffer) -> bool) -> Result<(), SheetFault> {
        let broken = |error: calamine::XlsxError| SheetFault::Broken(Message::verbatim(error.to_string()));
        let mut cells = self.book.worksheet_cells_reader(&self.sheet).map_err(broken)?;
        let mut buffer = RowBuffer::default();
        let mut current = None;
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(broken)? {
            let (row, column) = cell.pos;
            if current.is_some_and(|current| current != row) {
                if let Some(current) = current
                    && !each(current, &mut buffer)
                {
                    return Ok(());
                }
                buffer.clear();
            }
            current = Some(row);
            let (text, kind) = text_of(&cell.value);
            let unevaluated = cell.formula.is_some() && cell.value == calamine::DataRef::Empty;
            buffer.set(column, text, if unevaluated { CellKind::Unevaluated } else { kind });
        }
        if let Some(current) = current {
            each(current, &mut buffer);
        }
        Ok(())
    }
}
