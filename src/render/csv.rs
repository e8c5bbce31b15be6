//! CSV: flat records, UTF-8, LF, quoted where needed.

use std::borrow::Cow;

use super::{Format, Formulas, RenderError, Terminal};
use crate::domain::is_formula;
use crate::report::{Deliverable, FlatTable};

pub(super) struct Csv;

impl Format for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["csv"]
    }

    fn render(&self, content: &dyn Deliverable, terminal: Terminal) -> Result<Vec<u8>, RenderError> {
        Ok(write(&content.flat()?, terminal.formulas)?.into_bytes())
    }
}

/// The table as CSV.
///
/// # Errors
///
/// Where the writer fails, which memory does not.
pub fn write(table: &FlatTable<'_>, formulas: Formulas) -> Result<String, csv::Error> {
    let mut bytes = Vec::new();
    let mut writer = csv::Writer::from_writer(&mut bytes);
    writer.write_record(&table.header)?;
    for row in &table.rows {
        match formulas {
            Formulas::AsTheyAre => writer.write_record(row.iter().map(|cell| cell.as_bytes()))?,
            Formulas::Quoted => writer.write_record(row.iter().map(|cell| quoted(cell)))?,
        }
    }
    writer.flush()?;
    drop(writer);
    // Every cell was text.
    Ok(String::from_utf8(bytes).unwrap_or_default())
}

/// A cell behind an apostrophe, where a spreadsheet would take it for a formula.
fn quoted(cell: &str) -> Cow<'_, [u8]> {
    if is_formula(cell) { Cow::Owned(format!("'{cell}").into_bytes()) } else { Cow::Borrowed(cell.as_bytes()) }
}
