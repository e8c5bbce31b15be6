//! The rows of a reply: each found by its id, wherever it was moved to; every text of the form as it was, every answer read.

use std::collections::BTreeMap;

use arcstr::ArcStr;

use super::cells::{self, Figure};
use super::form::{Field, Form, FormRow};
use super::grid::{Grid, GridCell, GridRow, address};
use super::sheet_head::{SheetHead, changed};
use super::{Answer, Given};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{Origin, clean_text};
use crate::language::Message;
use crate::message;

/// Answers, rows with a remark alone, and ids that are not on the sheet.
type Found = (Vec<Answer>, Vec<(String, String)>, Vec<String>);

/// Reads a sheet; `None` after diagnostics where its columns cannot be told.
pub(super) fn read(file: &ArcStr, form: &Form, sheet: &Grid, diagnostics: &mut Diagnostics) -> Option<Found> {
    let head = SheetHead::read(file, form, sheet, diagnostics)?;
    let mut rows =
        Rows { file, form, head, diagnostics, seen: BTreeMap::new(), answers: Vec::new(), remarks: Vec::new() };
    for row in sheet.rows.iter().skip(rows.head.at + 1) {
        rows.row(row);
    }
    rows.refuse_without_respondent();
    let absent = form.rows.iter().filter(|row| !rows.seen.contains_key(&row.id)).map(|row| row.id.clone()).collect();
    Some((rows.answers, rows.remarks, absent))
}

struct Rows<'r> {
    file: &'r ArcStr,
    form: &'r Form,
    head: SheetHead,
    diagnostics: &'r mut Diagnostics,
    /// The row in which each id stands.
    seen: BTreeMap<String, u64>,
    answers: Vec<Answer>,
    remarks: Vec<(String, String)>,
}

impl Rows<'_> {
    fn row(&mut self, row: &GridRow) {
        let origin = Origin { file: self.file.clone(), row: row.number };
        let id_at = self.head.column(Field::Id);
        let id = clean_text(&row.cell(id_at).text).into_owned();
        let Some(asked) = self.form.row(&id).cloned() else {
            let known = |cell: &GridCell| self.form.texts.iter().any(|text| *text == clean_text(&cell.text));
            for (column, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_blank() && !known(cell)) {
                if column == id_at {
                    let fault =
                        Diagnostic::new(Code::ReplyChanged, message!("reply-id-unknown"), message!("reply-put-back"));
                    self.diagnostics.push(
                        fault
                            .at(&origin)
                            .column(address(row.number, column))
                            .found(&cell.text)
                            .expected(message!("reply-an-id")),
                    );
                } else {
                    changed(&origin, column, cell, self.diagnostics);
                }
            }
            return;
        };
        if let Some(first) = self.seen.get(&id) {
            let fault = Diagnostic::new(
                Code::ReplyChanged,
                message!("reply-id-twice", first = address(*first, id_at)),
                message!("reply-one-row"),
            );
            self.diagnostics.push(fault.at(&origin).column(address(row.number, id_at)).found(&id));
            return;
        }
        self.seen.insert(id, row.number);
        self.compare(row, &asked, &origin);
        self.answer(row, &asked, &origin);
    }

    /// Tells what was changed of what was asked, and what stands where no column is.
    fn compare(&mut self, row: &GridRow, asked: &FormRow, origin: &Origin) {
        for (field, text) in Field::ASKED.into_iter().zip(&asked.asked) {
            let column = self.head.column(field);
            let cell = row.cell(column);
            if clean_text(&cell.text) != clean_text(text) {
                let fault =
                    Diagnostic::new(Code::ReplyChanged, message!("reply-cell-changed"), message!("reply-put-back"));
                let expected = Message::verbatim(text);
                self.diagnostics
                    .push(fault.at(origin).column(address(row.number, column)).found(&cell.text).expected(expected));
            }
        }
        for (column, cell) in row.cells.iter().enumerate() {
            if !cell.is_blank() && self.head.field(column).is_none() {
                changed(origin, column, cell, self.diagnostics);
            }
        }
    }

    fn answer(&mut self, row: &GridRow, asked: &FormRow, origin: &Origin) {
        let cell = |field: Field| row.cell(self.head.column(field));
        let place = |field: Field| address(row.number, self.head.column(field));
        let text = |field: Field| clean_text(&cell(field).text).into_owned();
        let mut faults: Vec<(Field, Message)> = Vec::new();
        let mut figure = |field: Field| -> Option<Figure> {
            let cell = cell(field);
            if cell.is_blank() {
                return None;
            }
            if field != Field::Value && !asked.kind.has_bounds() {
                faults.push((field, message!("reply-cell-no-bounds")));
                return None;
            }
            cells::figure(&cell, asked.kind, asked.currency).map_err(|fault| faults.push((field, fault))).ok()
        };
        let says_not_known = cells::says_not_known(&cell(Field::Value).text);
        let value = if says_not_known { None } else { figure(Field::Value) };
        let (low, high) = (figure(Field::Low), figure(Field::High));
        let ticked = cells::is_ticked(&cell(Field::NotKnown).text);
        let has_figure = !cell(Field::Value).is_blank() && !says_not_known;
        let has_ends = !cell(Field::Low).is_blank() || !cell(Field::High).is_blank();
        match ticked {
            None => faults.push((Field::NotKnown, message!("reply-cell-not-known"))),
            Some(true) if has_figure || has_ends => faults.push((Field::NotKnown, message!("reply-cell-both"))),
            _ if has_ends && !has_figure => faults.push((Field::Value, message!("reply-cell-ends-alone"))),
            _ => {}
        }
        if let Some(value) = &value
            && (low.as_ref().is_some_and(|low| low.ends[0] > value.ends[0])
                || high.as_ref().is_some_and(|high| high.ends[2] < value.ends[2])
                || (asked.kind.is_count() && (low.is_some() || high.is_some()) && value.ends[0] != value.ends[2]))
        {
            faults.push((Field::Value, message!("reply-cell-out-of-order")));
        }
        let [(who, ..), (when, ..)] = &self.head.above;
        let own_date = cell(Field::Date);
        let date_cell = if own_date.is_blank() { when } else { &own_date };
        let date = cells::date(date_cell);
        if date.is_none() && !date_cell.is_blank() && !own_date.is_blank() {
            faults.push((Field::Date, message!("reply-cell-no-date")));
        }
        let respondent = match text(Field::Respondent) {
            blank if blank.is_empty() => clean_text(&who.text).into_owned(),
            own => own,
        };
        let remark = text(Field::Remark);
        let given = match value {
            Some(value) => Some(Given::Figure { value, low, high }),
            None => (says_not_known || ticked == Some(true)).then_some(Given::NotKnown),
        };
        let id = asked.id.clone();
        match given {
            Some(given) => self.answers.push(Answer {
                id,
                kind: asked.kind,
                given,
                source: text(Field::Source),
                page: text(Field::Page),
                respondent,
                date: date.unwrap_or_default(),
                remark,
                address: place(Field::Value),
                origin: origin.clone(),
            }),
            None if !remark.is_empty() => self.remarks.push((id, remark)),
            None => {}
        }
        for (field, message) in faults {
            let fault = Diagnostic::new(Code::BadAnswer, message, message!("reply-ask-again"));
            self.diagnostics.push(fault.at(origin).column(place(field)).found(&cell(field).text));
        }
    }

    /// An answer that nobody gave on no day is no source.
    fn refuse_without_respondent(&mut self) {
        let [who, when] = &self.head.above;
        let dated = self.answers.iter().filter(|answer| answer.date.is_empty()).count();
        let signed = self.answers.iter().filter(|answer| answer.respondent.is_empty()).count();
        let told = [
            (signed, who, message!("reply-no-respondent", count = signed)),
            (dated, when, message!("reply-no-date", count = dated)),
        ];
        for (count, (cell, row, place), message) in told {
            if count > 0 {
                let origin = Origin { file: self.file.clone(), row: *row };
                let fault = Diagnostic::new(Code::BadAnswer, message, message!("reply-ask-again"));
                self.diagnostics.push(fault.at(&origin).column(place).found(&cell.text));
            }
        }
    }
}
