//! The small inputs, one file each: every row becomes a dated record with its origin.

pub(crate) mod controls;
pub(crate) mod drivers;
pub(crate) mod expected;
pub(crate) mod names;
pub(crate) mod prices;
pub(crate) mod rates;
pub(crate) mod services;
pub(crate) mod sources;
pub(crate) mod victims;

use std::collections::BTreeMap;

use csv::StringRecord;
use serde::Deserialize;

use super::amounts;
use super::folder::InputFile;
use super::header::Columns;
use super::money_rows::word;
use super::open::read_table;
use super::reader::Reader;
use super::record::CellKind;
use super::table::Row;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{Origin, clean_text, numbers};
use crate::language::{Message, Value};
use crate::message;
use rust_decimal::Decimal;

/// The rows of a small input's files, each read by `read`.
fn rows_of<T>(
    files: &[InputFile],
    columns: Columns<'_>,
    reader: &mut Reader,
    diagnostics: &mut Diagnostics,
    mut read: impl FnMut(&Row<'_>, &StringRecord, &mut Diagnostics) -> Option<T>,
) -> Vec<T> {
    let mut found = Vec::new();
    for file in files {
        read_table(file, columns, reader, diagnostics, |row, diagnostics| {
            let cells = row.text().iter().map(clean_text).collect::<StringRecord>();
            found.extend(read(row, &cells, diagnostics));
        });
    }
    found
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
fn needed(row: &Row<'_>, column: &str, text: &str, diagnostics: &mut Diagnostics) -> Option<std::sync::Arc<str>> {
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
    plain_decimal(row, column, text, OfPercent::Hundredth, help, diagnostics).map(Some)
}

/// A cell that must hold a decimal.
fn needed_decimal(
    row: &Row<'_>,
    column: &str,
    text: &str,
    of_percent: OfPercent,
    diagnostics: &mut Diagnostics,
) -> Option<Decimal> {
    needed(row, column, text, diagnostics)?;
    plain_decimal(row, column, text, of_percent, message!("cell-write-number"), diagnostics)
}

fn plain_decimal(
    row: &Row<'_>,
    column: &str,
    text: &str,
    of_percent: OfPercent,
    help: Message,
    diagnostics: &mut Diagnostics,
) -> Option<Decimal> {
    let number = match (row.kind(column), text.strip_suffix('%')) {
        (CellKind::Number, _) => numbers::decimal(text),
        (CellKind::Percent, Some(percent)) => percentage(percent, of_percent),
        _ => amounts::decimal_text(text, row.marks).and_then(|text| numbers::decimal(&text)),
    };
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

/// What a percentage in a cell of a spreadsheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OfPercent {
    /// A hundredth: 50% is 0.5.
    Hundredth,
    /// What the column has anyway: 2.8% is 2.8.
    PerCent,
    /// No value of this column.
    Refused,
}

fn percentage(text: &str, of_percent: OfPercent) -> Option<Decimal> {
    let number = numbers::decimal(text)?;
    match of_percent {
        OfPercent::Hundredth => number.checked_mul(Decimal::new(1, 2)),
        OfPercent::PerCent => Some(number),
        OfPercent::Refused => None,
    }
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
