//! What every format is made from: a sheet, flat records and a JSON document of the same content.

use std::borrow::Cow;

use super::context::Context;
use super::document::ReportDocument;
use super::error::ReportError;
use super::ledger::{LedgerReport, each_flat_record, flat_ledger, ledger_document, ledger_sheet};
use super::rows::{FlatTable, flat_report};
use super::sheet::Sheet;
use super::sheets::report_sheet;
use super::workbook::{Workbook, ledger_workbook, report_workbook};

/// Content that has every form a format may need.
pub trait Deliverable {
    /// Titled tables, notes and sources, for a person.
    ///
    /// # Errors
    ///
    /// Where the content cannot be put together.
    fn sheet(&self) -> Result<Sheet, ReportError>;
    /// Flat records, for a spreadsheet or a database.
    ///
    /// # Errors
    ///
    /// Where the content cannot be put together.
    fn flat(&self) -> Result<FlatTable<'_>, ReportError>;
    /// The same records, the header first, each as it comes: for those who need not have all of them at once.
    ///
    /// # Errors
    ///
    /// Where the content cannot be put together.
    fn each_flat(&self, take: &mut dyn FnMut(&[Cow<'_, str>])) -> Result<(), ReportError> {
        let FlatTable { header, rows } = self.flat()?;
        take(&header.into_iter().map(Cow::Owned).collect::<Vec<_>>());
        rows.iter().for_each(|row| take(row));
        Ok(())
    }

    /// A JSON document with a schema, for a program.
    ///
    /// # Errors
    ///
    /// Where the content cannot be put together or written as JSON.
    fn json(&self) -> Result<String, ReportError>;
    /// Sheets of a workbook, for an auditor.
    ///
    /// # Errors
    ///
    /// Where the content cannot be put together.
    fn workbook(&self) -> Result<Workbook<'_>, ReportError>;
}

/// A report.
#[derive(Debug, Clone, Copy)]
pub struct Report<'c>(pub Context<'c>);

impl Deliverable for Report<'_> {
    fn sheet(&self) -> Result<Sheet, ReportError> {
        Ok(report_sheet(self.0)?)
    }

    fn flat(&self) -> Result<FlatTable<'_>, ReportError> {
        Ok(flat_report(self.0))
    }

    fn json(&self) -> Result<String, ReportError> {
        Ok(serde_json::to_string_pretty(&ReportDocument::new(self.0))?)
    }

    fn workbook(&self) -> Result<Workbook<'_>, ReportError> {
        report_workbook(self.0, &[])
    }
}

impl Deliverable for LedgerReport<'_> {
    fn sheet(&self) -> Result<Sheet, ReportError> {
        Ok(ledger_sheet(*self)?)
    }

    fn flat(&self) -> Result<FlatTable<'_>, ReportError> {
        Ok(flat_ledger(*self)?)
    }

    fn each_flat(&self, take: &mut dyn FnMut(&[Cow<'_, str>])) -> Result<(), ReportError> {
        Ok(each_flat_record(*self, take)?)
    }

    fn json(&self) -> Result<String, ReportError> {
        Ok(serde_json::to_string_pretty(&ledger_document(*self)?)?)
    }

    fn workbook(&self) -> Result<Workbook<'_>, ReportError> {
        ledger_workbook(*self)
    }
}
