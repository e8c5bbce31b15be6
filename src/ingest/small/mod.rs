//! The small inputs, one file each: every row becomes a dated record with its origin.

pub(crate) mod controls;
pub(crate) mod drivers;
pub(crate) mod expected;
pub(crate) mod names;
pub(crate) mod prices;
pub(crate) mod rates;
pub(crate) mod requests;
pub(crate) mod services;
pub(crate) mod sources;
pub(crate) mod victims;

use std::collections::BTreeMap;
use std::sync::Arc;

use arcstr::ArcStr;
use csv::StringRecord;
use serde::Deserialize;

use super::amounts::{self, Column, Decision, Evidence, Kind, Mark, Marks};
use super::folder::InputFile;
use super::header::Columns;
use super::money_rows::word;
use super::open::read_table;
use super::reader::{Digesting, Reader};
use super::record::CellKind;
use super::reduction::ambiguous;
use super::table::Row;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{Origin, clean_text, numbers};
use crate::language::{Message, Value};
use crate::message;
use rust_decimal::Decimal;

/// Columns that hold numbers other than counts.
const NUMBERS: [&str; 4] = ["value", "low", "high", "rate"];

/// The rows of a small input's files, each read by `read`. The mark of its numbers is decided from all of a file before.
fn rows_of<T>(
    files: &[InputFile],
    columns: Columns<'_>,
    reader: &mut Reader,
    diagnostics: &mut Diagnostics,
    mut read: impl FnMut(&Row<'_>, &StringRecord, &mut Diagnostics) -> Option<T>,
) -> Vec<T> {
    let mut found = Vec::new();
    for file in files {
        let mark = mark_of(file, columns, reader);
        read_table(file, columns, reader, diagnostics, |row, diagnostics| {
            let decimal = row.marks.decimal.or(mark);
            let row = Row { marks: Marks { decimal, ..row.marks }, ..*row };
            let cells = row.texts().map(clean_text).collect::<StringRecord>();
            found.extend(read(&row, &cells, diagnostics));
        });
    }
    found
}

/// The decimal mark that the numbers of a file show; `None` where none does, or not all do the same.
fn mark_of(file: &InputFile, columns: Columns<'_>, reader: &Reader) -> Option<Mark> {
    if !NUMBERS.iter().any(|number| columns.knows(number)) {
        return None;
    }
    let mut column = Column::default();
    let (dialects, dimensions) = (reader.dialects.clone(), Arc::clone(&reader.dimensions));
    let mut alone = Reader { dialects, dimensions, digesting: Digesting::No, ..Reader::default() };
    // What is wrong with the file is told when it is read.
    read_table(file, columns, &mut alone, &mut Diagnostics::default(), |row, _| {
        for number in NUMBERS.iter().filter(|column| row.kind(column) == CellKind::Text) {
            let cell = clean_text(row.cell(number));
            if !cell.is_empty() {
                column.note(&amounts::readings(&cell, row.marks.groups), (0, row.record.row), &cell);
            }
        }
    });
    match column.decide(None) {
        Decision::Decided(mark) => mark,
        Decision::Ambiguous(_) | Decision::Mixed { .. } => None,
    }
}

/// The cells of a row by the names of its header; a cell whose column is absent is blank.
fn cells<'r, T: Deserialize<'r>>(row: &'r Row<'_>, text: &'r StringRecord) -> Option<T> {
    text.deserialize(Some(row.header.names())).ok()
}

/// Whether a cell says yes: by a word or by a text of its own, and not by a word for no.
fn says_yes(text: &str) -> bool {
    !["", "no", "false", "0", "не"].contains(&text.to_lowercase().as_str())
}

/// A cell that must not be blank.
fn needed(row: &Row<'_>, column: &str, text: &str, diagnostics: &mut Diagnostics) -> Option<ArcStr> {
    if text.is_empty() {
        diagnostics.push(row.fault(
            Code::MissingValue,
            column,
            message!("cell-blank", column = column),
            "",
            message!("cell-value-needed"),
            message!("cell-fill-in", column = column),
        ));
        return None;
    }
    Some(text.into())
}

/// A cell that holds a decimal, or is blank where the value is not known.
fn decimal(row: &Row<'_>, column: &str, text: &str, diagnostics: &mut Diagnostics) -> Option<Option<Decimal>> {
    if text.is_empty() {
        return Some(None);
    }
    let help = message!("cell-write-number-or-blank");
    plain_decimal(row, column, text, Kind::Value, help, diagnostics).map(Some)
}

/// A cell that must hold a decimal.
fn needed_decimal(
    row: &Row<'_>,
    column: &str,
    text: &str,
    kind: Kind,
    diagnostics: &mut Diagnostics,
) -> Option<Decimal> {
    needed(row, column, text, diagnostics)?;
    plain_decimal(row, column, text, kind, message!("cell-write-number"), diagnostics)
}

/// A value of which one stands for what the dialect says.
fn in_units(row: &Row<'_>, kind: Kind, number: Decimal) -> Option<Decimal> {
    match (kind, row.header.scale().power) {
        (Kind::Value, power) if power > 0 => number.checked_mul(Decimal::from(10_u64.checked_pow(power)?)),
        _ => Some(number),
    }
}

fn plain_decimal(
    row: &Row<'_>,
    column: &str,
    text: &str,
    kind: Kind,
    help: Message,
    diagnostics: &mut Diagnostics,
) -> Option<Decimal> {
    if row.kind(column) == CellKind::Number
        && let Some(number) = numbers::decimal(text).and_then(|number| in_units(row, kind, number))
    {
        return Some(number);
    }
    let readings = amounts::readings(text, row.marks.groups);
    let both = readings.point.is_ok() && readings.comma.is_ok() && readings.point != readings.comma;
    if both && row.marks.decimal.is_none() && kind == Kind::Value && row.kind(column) == CellKind::Text {
        let cell = Evidence { place: (0, row.record.row), text: text.to_owned() };
        diagnostics.push(ambiguous(&row.origin(), &cell, &row.header.written(column)));
        return None;
    }
    let number = amounts::number(text, row.marks, kind).and_then(|number| in_units(row, kind, number.value));
    if number.is_none() {
        diagnostics.push(row.fault(
            Code::BadNumber,
            column,
            message!("cell-bad-number", column = column),
            text,
            message!("cell-number"),
            help,
        ));
    }
    number
}

/// Keeps the first of rows with one key and reports the others.
struct Keys<K> {
    what: Message,
    seen: BTreeMap<K, Origin>,
}

impl<K: Ord> Keys<K> {
    fn new(what: Message) -> Self {
        Self { what, seen: BTreeMap::new() }
    }

    fn check(&mut self, row: &Row<'_>, key: K, describe: impl Into<Value>, diagnostics: &mut Diagnostics) {
        match self.seen.get(&key) {
            None => {
                self.seen.insert(key, row.origin());
            }
            Some(first) => diagnostics.push(
                Diagnostic::new(
                    Code::RepeatedKey,
                    message!("key-repeated", key = describe.into(), file = &first.file, row = first.row.to_string()),
                    message!("key-keep-one"),
                )
                .at(&row.origin())
                .expected(message!("key-once", key = self.what.clone()))
                .excerpt(String::from_utf8_lossy(row.record.raw)),
            ),
        }
    }
}
