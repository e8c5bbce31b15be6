//! CSV: flat records, UTF-8, LF, quoted where needed.

use super::{Format, RenderError, Terminal};
use crate::report::{Deliverable, FlatTable};

pub(super) struct Csv;

impl Format for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["csv"]
    }

    fn render(&self, content: &dyn Deliverable, _: Terminal) -> Result<Vec<u8>, RenderError> {
        Ok(write(&content.flat()?)?.into_bytes())
    }
}

/// The table as CSV.
///
/// # Errors
///
/// Where the writer fails, which memory does not.
pub fn write(table: &FlatTable<'_>) -> Result<String, csv::Error> {
    let mut bytes = Vec::new();
    let mut writer = csv::Writer::from_writer(&mut bytes);
    writer.write_record(&table.header)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|cell| cell.as_bytes()))?;
    }
    writer.flush()?;
    drop(writer);
    // Every cell was text.
    Ok(String::from_utf8(bytes).unwrap_or_default())
}
