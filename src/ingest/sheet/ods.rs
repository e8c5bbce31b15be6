//! ODS: calamine's cells, with the merged ranges and the formulas without a value that it does not tell of.

use calamine::{Data, DataRef, Dimensions, Ods, Reader as _};

use super::cells::{Grid, RowBuffer, text_of};
use super::guard::OdsMarks;
use super::{Book, Bytes, SheetFault};
use crate::ingest::record::CellKind;
use crate::language::Message;

pub(super) struct OdsBook {
    pub(super) book: Ods<Box<dyn Bytes>>,
    pub(super) marks: Vec<OdsMarks>,
}

struct OdsGrid {
    book: Ods<Box<dyn Bytes>>,
    sheet: String,
    marks: OdsMarks,
}

impl Book for OdsBook {
    fn merged(&mut self, sheet: &str) -> Result<Vec<Dimensions>, SheetFault> {
        let marks = self.marks.iter().find(|marks| marks.sheet == sheet);
        Ok(marks.map(|marks| marks.merged.clone()).unwrap_or_default())
    }

    fn grid(self: Box<Self>, sheet: &str) -> Box<dyn Grid> {
        let marks = self.marks.into_iter().find(|marks| marks.sheet == sheet);
        Box::new(OdsGrid { book: self.book, sheet: sheet.to_owned(), marks: marks.unwrap_or_default() })
    }
}

impl Grid for OdsGrid {
    fn rows(&mut self, each: &mut dyn FnMut(u32, &mut RowBuffer) -> bool) -> Result<(), SheetFault> {
        let range = self
            .book
            .worksheet_range(&self.sheet)
            .map_err(|error| SheetFault::Broken(Message::verbatim(error.to_string())))?;
        let Some((first_row, first_column)) = range.start() else { return Ok(()) };
        for (row, cells) in (first_row..).zip(range.rows()) {
            let mut buffer = RowBuffer::default();
            for (column, cell) in (first_column..).zip(cells) {
                let (text, kind) = text_of(&borrowed(cell));
                buffer.set(column, text, kind);
            }
            for (_, column) in of_row(&self.marks.unevaluated, row, |(marked, _)| *marked) {
                buffer.set(*column, String::new(), CellKind::Unevaluated);
            }
            for ((_, column), shown) in of_row(&self.marks.failed, row, |((marked, _), _)| *marked) {
                buffer.set(*column, shown.clone(), CellKind::Error);
            }
            if !each(row, &mut buffer) {
                break;
            }
        }
        Ok(())
    }
}

/// The marks of a row; they stand in order of their rows.
fn of_row<M>(marks: &[M], row: u32, row_of: impl Fn(&M) -> u32) -> &[M] {
    let first = marks.partition_point(|mark| row_of(mark) < row);
    let end = marks.partition_point(|mark| row_of(mark) <= row);
    marks.get(first..end).unwrap_or_default()
}

/// A value as the cells of XLSX have it.
fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(switch) => DataRef::Bool(*switch),
        Data::DateTime(date) => DataRef::DateTime(*date),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}
