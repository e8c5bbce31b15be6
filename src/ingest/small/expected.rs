//! `expected`: lines that every year from one to another should have.

use std::sync::Arc;

use arcstr::ArcStr;
use serde::Deserialize;

use super::{cells, needed, rows_of};
use crate::diagnostics::{Code, Diagnostics};
use crate::domain::{Currency, ExpectedLine, Label, LineName, clean_text};
use crate::ingest::folder::InputFile;
use crate::ingest::header::Columns;
use crate::ingest::input_name::InputName;
use crate::ingest::money_rows::{Defaults, word, year_in};
use crate::ingest::reader::Reader;
use crate::ingest::table::Row;
use crate::message;

/// The columns; `own` are the project's own dimensions.
pub(crate) fn columns(own: &[ArcStr]) -> Columns<'_> {
    Columns {
        needed: &["input", "from", "line"],
        optional: &["to", "agency", "funder", "label", "function", "area", "note"],
        own,
        yearly: None,
    }
}

#[derive(Deserialize)]
struct Cells<'r> {
    input: &'r str,
    from: &'r str,
    line: &'r str,
    #[serde(default)]
    to: &'r str,
    #[serde(default)]
    agency: &'r str,
    #[serde(default)]
    funder: &'r str,
    #[serde(default)]
    label: &'r str,
    #[serde(default)]
    function: &'r str,
    #[serde(default)]
    area: &'r str,
    #[serde(default)]
    note: &'r str,
}

pub(crate) fn read(
    files: &[InputFile],
    currency: Currency,
    reader: &mut Reader,
    diagnostics: &mut Diagnostics,
) -> Vec<ExpectedLine> {
    let own = Arc::clone(&reader.dimensions);
    let inputs = InputName::MONEY.map(InputName::word);
    rows_of(files, columns(&own), reader, diagnostics, |row, text, diagnostics| {
        let cells: Cells<'_> = cells(row, text)?;
        let input = needed(row, "input", cells.input, diagnostics)?;
        let money = |text: &str| InputName::parse(text).filter(|input| InputName::MONEY.contains(input));
        let input = word(row, "input", &input, InputName::Budget, money, &inputs, diagnostics)?;
        let defaults = Defaults::new(input, currency, &own);
        let from = year_in(row, "from", cells.from, diagnostics);
        let to = if cells.to.is_empty() { Some(None) } else { year_in(row, "to", cells.to, diagnostics).map(Some) };
        let line = needed(row, "line", cells.line, diagnostics);
        let mut or_default = |column: &str, text: &str| match defaults.of(column) {
            Some(default) if text.is_empty() => Some(default.into()),
            _ => needed(row, column, text, diagnostics),
        };
        let agency = or_default("agency", cells.agency);
        let funder = or_default("funder", cells.funder);
        let label = word(row, "label", cells.label, defaults.label(), Label::parse, Label::WORDS, diagnostics);
        let (from, to) = (from?, to?);
        if to.is_some_and(|to| to < from) {
            diagnostics.push(row.fault(
                Code::BadBounds,
                "to",
                message!("cell-years-out-of-order"),
                &format!("{} {}", cells.from, cells.to),
                message!("cell-years-in-order"),
                message!("cell-correct-years"),
            ));
            return None;
        }
        let name = LineName {
            agency: agency?,
            funder: funder?,
            financing: defaults.financing(),
            label: label?,
            line: line?,
            function: cells.function.into(),
            area: cells.area.into(),
            own: own.iter().map(|column| cell_of(row, column)).collect(),
        };
        Some(ExpectedLine { name, from, to, note: cells.note.into(), origin: row.origin() })
    })
}

/// A cell of a column that only this project has; blank where it is absent.
fn cell_of(row: &Row<'_>, column: &str) -> ArcStr {
    ArcStr::from(clean_text(row.cell(column)))
}
