//! `controls`: published totals that the lines must add up to.

use serde::Deserialize;

use super::{cells, needed, rows_of};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::domain::{Control, Currency, Financing, Label, Money, Origin};
use crate::ingest::amounts::{self, Column, Decision, Digits, Evidence, Mark, Readings};
use crate::ingest::folder::InputFile;
use crate::ingest::header::Columns;
use crate::ingest::money_rows::{
    HeaderCurrency, amount_fault, currency, format_fault, header_currency, header_of_another_currency, word, year,
};
use crate::ingest::reader::Reader;
use crate::ingest::record::CellKind;
use crate::ingest::reduction::{ambiguous, mixed};

pub(crate) const COLUMNS: Columns<'static> = Columns {
    needed: &["amount"],
    optional: &["year", "agency", "financing", "label", "line", "currency", "source", "note"],
    own: &[],
    yearly: Some("amount"),
};

#[derive(Deserialize)]
struct Cells<'r> {
    #[serde(default)]
    year: &'r str,
    #[serde(default)]
    agency: &'r str,
    #[serde(default)]
    financing: &'r str,
    #[serde(default)]
    label: &'r str,
    #[serde(default)]
    line: &'r str,
    amount: &'r str,
    #[serde(default)]
    currency: &'r str,
    #[serde(default)]
    source: &'r str,
}

pub(crate) fn read(
    files: &[InputFile],
    of_project: Currency,
    reader: &mut Reader,
    diagnostics: &mut Diagnostics,
) -> Vec<Control> {
    files.iter().flat_map(|file| read_file(file, of_project, reader, diagnostics)).collect()
}

/// A control whose amount waits for the mark of its column, with the faults it has with either.
struct Waiting {
    control: Control,
    readings: Readings,
    faults: [Option<Diagnostic>; 2],
}

fn read_file(
    file: &InputFile,
    of_project: Currency,
    reader: &mut Reader,
    diagnostics: &mut Diagnostics,
) -> Vec<Control> {
    let mut column = Column::default();
    let mut told = false;
    let pinned = reader.dialect_of(file).marks.decimal;
    let mut written = "amount".to_owned();
    let waiting = rows_of(std::slice::from_ref(file), COLUMNS, reader, diagnostics, |row, text, diagnostics| {
        let cells: Cells<'_> = cells(row, text)?;
        let year = if cells.year.is_empty() { Some(None) } else { year(row, cells.year, diagnostics).map(Some) };
        let financing = word(
            row,
            "financing",
            cells.financing,
            None,
            |text| Financing::parse(text).map(Some),
            Financing::WORDS,
            diagnostics,
        );
        let label =
            word(row, "label", cells.label, None, |text| Label::parse(text).map(Some), Label::WORDS, diagnostics);
        let currency = match cells.currency {
            "" => Some(of_project),
            code => currency(row, "currency", code, diagnostics),
        };
        if cells.currency.is_empty()
            && let HeaderCurrency::Other(named) = header_currency(row.header, of_project)
        {
            if !std::mem::replace(&mut told, true) {
                diagnostics.push(header_of_another_currency(&row.origin(), row.header, named, of_project));
            }
            return None;
        }
        let text = needed(row, "amount", cells.amount, diagnostics)?;
        let currency = currency?;
        let digits = Digits::of_total(currency);
        if let Some(fault) = format_fault(row, text.as_bytes(), currency, digits) {
            diagnostics.push(fault);
        }
        let readings = match row.kind("amount") {
            CellKind::Number => Readings::same(amounts::canonical_of(&text, digits, row.header.scale())),
            _ => amounts::read_of(&text, currency, digits, row.marks.groups, row.header.scale()),
        };
        column.note(&readings, (0, row.record.row), &text);
        written = row.header.written("amount");
        let fault = |mark| readings.with(mark).err().map(|fault| amount_fault(row, &text, currency, digits, fault));
        let or_all = |cell: &str| (!cell.is_empty()).then(|| cell.into());
        let control = Control {
            year: year?,
            agency: or_all(cells.agency),
            financing: financing?,
            label: label?,
            line: or_all(cells.line),
            amount: Money::ZERO,
            currency,
            source: cells.source.into(),
            origin: row.origin(),
        };
        Some(Waiting { control, readings, faults: Mark::ALL.map(fault) })
    });
    let place = |evidence: &Evidence| Origin { file: file.name.clone(), row: evidence.place.1 };
    let mark = match column.decide(pinned) {
        Decision::Decided(mark) => mark.unwrap_or(Mark::Point),
        Decision::Ambiguous(cell) => {
            diagnostics.push(ambiguous(&place(&cell), &cell, &written));
            return Vec::new();
        }
        Decision::Mixed { point, comma } => {
            diagnostics.push(mixed((&place(&point), &point), (&place(&comma), &comma), &written));
            return Vec::new();
        }
    };
    let settle = |waiting: Waiting| match waiting.readings.with(mark) {
        Ok(units) => Some(Control { amount: Money::from_minor_units(units), ..waiting.control }),
        Err(_) => {
            let [point, comma] = waiting.faults;
            diagnostics.push(if mark == Mark::Point { point } else { comma }?);
            None
        }
    };
    waiting.into_iter().filter_map(settle).collect()
}
