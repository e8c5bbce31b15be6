//! What stands above the answers of a reply: the columns by their heads, and the cells for who answers and when.

use arcstr::ArcStr;

use super::form::{Field, Form, ID_HEAD};
use super::grid::{Grid, GridCell, address};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{Origin, clean_text};
use crate::message;

/// The head of a sheet.
pub(super) struct SheetHead {
    /// Where it stands among the rows of the sheet.
    pub(super) at: usize,
    /// The column of each field, in the order of [`Field::ALL`].
    columns: [usize; 15],
    /// Who answers and when: the cell and its address.
    pub(super) above: [(GridCell, u64, String); 2],
}

impl SheetHead {
    /// The column of a field.
    pub(super) fn column(&self, field: Field) -> usize {
        self.columns.get(field as usize).copied().unwrap_or_default()
    }

    /// The field of a column.
    pub(super) fn field(&self, column: usize) -> Option<Field> {
        Field::ALL.into_iter().find(|field| self.column(*field) == column)
    }

    /// Reads it; what was changed goes to `diagnostics`.
    pub(super) fn read(file: &ArcStr, form: &Form, sheet: &Grid, diagnostics: &mut Diagnostics) -> Option<Self> {
        let is_head = |cell: &GridCell| clean_text(&cell.text) == ID_HEAD;
        let at = sheet.rows.iter().position(|row| row.cells.iter().any(is_head))?;
        let head = sheet.rows.get(at)?;
        let of_head = Origin { file: file.clone(), row: head.number };
        let mut columns = [usize::MAX; 15];
        let mut lost = Vec::new();
        for (place, (field, text)) in columns.iter_mut().zip(Field::ALL.into_iter().zip(&form.heads)) {
            let written = if field == Field::Id { ID_HEAD } else { text.as_str() };
            let found: Vec<usize> = (0..head.cells.len())
                .filter(|column| clean_text(&head.cell(*column).text) == clean_text(written))
                .collect();
            match found.as_slice() {
                [column] => *place = *column,
                [] => lost.push(written.to_owned()),
                [_, again, ..] => diagnostics.push(
                    Diagnostic::new(
                        Code::ReplyChanged,
                        message!("reply-head-twice", head = written),
                        message!("reply-put-back"),
                    )
                    .at(&of_head)
                    .column(address(head.number, *again)),
                ),
            }
        }
        if !lost.is_empty() {
            let message = message!("reply-columns-lost", heads = lost);
            diagnostics.push(
                Diagnostic::new(Code::ReplyChanged, message, message!("reply-put-back"))
                    .at(&of_head)
                    .column(address(head.number, 0)),
            );
        }
        for (column, cell) in head.cells.iter().enumerate() {
            if !cell.is_blank() && !columns.contains(&column) {
                changed(&of_head, column, cell, diagnostics);
            }
        }
        if columns.contains(&usize::MAX) {
            return None;
        }
        let above = Self::above(file, form, sheet, at, diagnostics)?;
        Some(Self { at, columns, above })
    }

    /// The cells above the table; texts that the form does not have are faults.
    fn above(
        file: &ArcStr,
        form: &Form,
        sheet: &Grid,
        at: usize,
        diagnostics: &mut Diagnostics,
    ) -> Option<[(GridCell, u64, String); 2]> {
        let mut found = [None, None];
        for row in sheet.rows.iter().take(at) {
            let origin = Origin { file: file.clone(), row: row.number };
            let mut answer = None;
            for (column, cell) in row.cells.iter().enumerate() {
                let text = clean_text(&cell.text);
                if let Some(label) = form.labels.iter().position(|label| *label == text) {
                    let place = (row.cell(column + 1), row.number, address(row.number, column + 1));
                    if let Some(found) = found.get_mut(label) {
                        *found = Some(place);
                    }
                    answer = Some(column + 1);
                } else if !cell.is_blank() && answer != Some(column) && !form.texts.iter().any(|known| *known == text) {
                    changed(&origin, column, cell, diagnostics);
                }
            }
        }
        for (label, found) in form.labels.iter().zip(&found) {
            if found.is_none() {
                let message = message!("reply-label-lost", label = label);
                diagnostics
                    .push(Diagnostic::new(Code::ReplyChanged, message, message!("reply-put-back")).in_file(file));
            }
        }
        let [Some(who), Some(when)] = found else { return None };
        Some([who, when])
    }
}

/// A text where the form has none.
pub(super) fn changed(origin: &Origin, column: usize, cell: &GridCell, diagnostics: &mut Diagnostics) {
    diagnostics.push(
        Diagnostic::new(Code::ReplyChanged, message!("reply-text-outside"), message!("reply-put-back"))
            .at(origin)
            .column(address(origin.row, column))
            .found(&cell.text)
            .expected(message!("reply-nothing-there")),
    );
}
