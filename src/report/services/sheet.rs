//! The services as a sheet.

use super::{ServicesReport, notes, tables};
use crate::report::sheet::Sheet;

/// By step beside the accounts, then service by service, then per victim; what is not known first among the notes.
pub(super) fn sheet(report: ServicesReport<'_>) -> Sheet {
    let context = report.context;
    let (title, subtitle) = report.titles();
    Sheet {
        title,
        subtitle,
        tables: tables(report),
        notes: notes::notes(report),
        sources: report.citations().texts(context),
        language: context.language,
        ..Sheet::default()
    }
}
