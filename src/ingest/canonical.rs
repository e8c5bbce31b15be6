//! The rows of a table as canonical rows of its input: what a messy file becomes.

use std::sync::Arc;

use super::amounts::{self, Kind, Mark, Marks};
use super::dialect::Totals;
use super::folder::InputFile;
use super::header::Columns;
use super::input_name::InputName;
use super::inputs::columns_of;
use super::labels::Standing;
use super::money_rows;
use super::open::read_table;
use super::reader::Reader;
use super::record::CellKind;
use super::table::Row;
use super::texts::Texts;
use rust_decimal::Decimal;

use crate::diagnostics::Diagnostics;
use crate::domain::{Currency, Money, clean_text};

/// Canonical rows with their header. A column that neither the file nor its dialect has is left out.
#[derive(Debug, Default)]
pub struct CanonicalRows {
    /// Names of the columns.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// Reads a file whose marks are settled, in a project of this currency.
pub fn canonical_rows(
    file: &InputFile,
    input: InputName,
    marks: Marks,
    currency: Currency,
    reader: &mut Reader,
    diagnostics: &mut Diagnostics,
) -> CanonicalRows {
    let mut found = CanonicalRows::default();
    let own = Arc::clone(&reader.dimensions);
    let Some(columns) = columns_of(input, &own) else { return found };
    let totals = reader.dialect_of(file).totals;
    let is_money = InputName::MONEY.contains(&input);
    let mut texts = Texts::default();
    read_table(file, columns, reader, diagnostics, |row, _| {
        if found.header.is_empty() {
            found.header = present(columns, row).map(str::to_owned).collect();
        }
        if is_money && totals == Totals::Exclude {
            let (standing, _) = money_rows::standing(row, &mut texts);
            if matches!(standing, Standing::Sum | Standing::Part | Standing::Heading) {
                return;
            }
        }
        let named = Currency::parse(clean_text(row.cell("currency")).as_ref()).unwrap_or(currency);
        let cells = present(columns, row).map(|column| {
            let text = clean_text(row.cell(column));
            cell_text(row, column, &text, marks, named).unwrap_or_else(|| text.into_owned())
        });
        found.rows.push(cells.collect());
    });
    found
}

fn present<'c>(columns: Columns<'c>, row: &Row<'c>) -> impl Iterator<Item = &'c str> + use<'c> {
    let header = row.header;
    columns.all().filter(move |column| header.position(column).is_some())
}

/// A cell as canonical CSV has it; `None` where it is that as it stands.
fn cell_text(row: &Row<'_>, column: &str, text: &str, marks: Marks, currency: Currency) -> Option<String> {
    if text.is_empty() {
        return None;
    }
    let kind = row.kind(column);
    match column {
        "year" => money_rows::year_of(row).ok().map(|year| year.to_string()),
        "amount" => {
            let scale = row.header.scale();
            let units = match (kind, marks.decimal) {
                (CellKind::Number, _) => amounts::canonical(text, currency, scale).ok(),
                (_, Some(mark)) => amounts::read(text, currency, marks.groups, scale).with(mark).ok(),
                // Marks of each column were decided by its own cells, so that one reading holds.
                (_, None) => {
                    let readings = amounts::read(text, currency, marks.groups, scale);
                    readings.with(Mark::Point).or(readings.with(Mark::Comma)).ok()
                }
            };
            units.map(|units| Money::from_minor_units(units).to_plain(currency.digits()))
        }
        "count" => Some(amounts::count_text(text, marks.groups, row.header.scale().power)),
        "value" | "low" | "high" | "rate" => {
            let of = if column == "rate" { Kind::Price } else { Kind::Value };
            let power = if of == Kind::Value { row.header.scale().power } else { 0 };
            let number = amounts::number(text, marks, of)?;
            number.value.checked_mul(Decimal::from(10_u64.checked_pow(power)?)).map(|value| value.to_string())
        }
        _ => None,
    }
}
