//! Reports: sheets of typed cells, JSON documents and flat records, each figure with its notes and sources. No format.

mod budget_lines;
mod called;
pub mod charts;
mod citations;
pub mod compare;
mod context;
mod conversions;
pub mod coverage;
mod deliverable;
mod document;
mod error;
pub mod explain;
pub mod findings;
mod known_lines;
mod ledger;
mod notes;
pub mod outturn;
pub mod page;
pub mod requests;
pub mod reviewed;
mod rows;
pub mod rulebook;
pub mod sensitivity;
pub mod services;
mod sheet;
mod sheets;
mod source;
mod tables;
pub mod workbook;

pub use crate::domain::year_spans;
pub use budget_lines::{COLUMNS as BUDGET_LINE_COLUMNS, budget_line_rows};
pub use called::Called;
pub use citations::Citations;
pub use context::Context;
pub use deliverable::{Deliverable, Report};
pub use document::{
    AlsoDocument, CostDocument, FileDocument, InputsDocument, Interval3, LabelledDocument, PerVictimDocument,
    ReportDocument, RowDocument,
};
pub use error::ReportError;
pub use ledger::{LedgerDocument, LedgerReport, RecordDocument, SELECTION, flat_ledger, ledger_document, ledger_sheet};
pub use rows::{FlatTable, OTHER_GROUPS, PER_VICTIM, SCOPE, flat_report, only_of, only_words};
pub use sheet::{Align, Cell, ColumnHead, RowKind, Sheet, SheetSection, Table, TableRow};
pub use sheets::report_sheet;
pub use source::SourceDocument;
