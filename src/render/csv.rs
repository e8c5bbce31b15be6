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
        let mut writer = Records::new(terminal.formulas);
        content.each_flat(&mut |record| writer.take(record))?;
        Ok(writer.finish()?.into_bytes())
    }
}

/// The table as CSV.
///
/// # Errors
///
/// Where the writer fails, which memory does not.
pub fn write(table: &FlatTable<'_>, formulas: Formulas) -> Result<String, csv::Error> {
    let mut writer = Records::new(formulas);
    writer.take(&table.header.iter().map(|name| Cow::Borrowed(name.as_str())).collect::<Vec<_>>());
    table.rows.iter().for_each(|row| writer.take(row));
    writer.finish()
}

/// Records as they come: the first is the header, and stays as it is.
struct Records {
    writer: csv::Writer<Vec<u8>>,
    formulas: Formulas,
    is_header: bool,
    /// The first fault.
    fault: Option<csv::Error>,
}

impl Records {
    fn new(formulas: Formulas) -> Self {
        Self { writer: csv::Writer::from_writer(Vec::new()), formulas, is_header: true, fault: None }
    }

    fn take(&mut self, record: &[Cow<'_, str>]) {
        let is_header = std::mem::take(&mut self.is_header);
        let written = match self.formulas {
            Formulas::Quoted if !is_header => self.writer.write_record(record.iter().map(|cell| quoted(cell))),
            Formulas::AsTheyAre | Formulas::Quoted => {
                self.writer.write_record(record.iter().map(|cell| cell.as_bytes()))
            }
        };
        self.fault = self.fault.take().or(written.err());
    }

    fn finish(self) -> Result<String, csv::Error> {
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        let bytes = self.writer.into_inner().map_err(|fault| csv::Error::from(fault.into_error()))?;
        // Every cell was text.
        Ok(String::from_utf8(bytes).unwrap_or_default())
    }
}

/// A cell behind an apostrophe, where a spreadsheet would take it for a formula.
fn quoted(cell: &str) -> Cow<'_, [u8]> {
    if is_formula(cell) { Cow::Owned(format!("'{cell}").into_bytes()) } else { Cow::Borrowed(cell.as_bytes()) }
}
