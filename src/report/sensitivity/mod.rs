//! How sure the figures are, as a report: tables, flat records and a JSON document.

mod document;
mod names;
mod rows;
mod sheet;
mod tables;

pub use document::{
    AlternativeDocument, BarDocument, EstimateDocument, IndexDocument, InputDocument, MemberDocument,
    SensitivityDocument, SpreadDocument, UncertainDocument,
};

use super::context::Context;
use super::deliverable::Deliverable;
use super::error::ReportError;
use super::rows::FlatTable;
use super::sheet::Sheet;
use super::workbook::{Workbook, plain_workbook};
use crate::domain::Fraction;
use crate::measures::sensitivity::{Sensitivity, Uncertain};

/// What a sensitivity analysis is reported from.
#[derive(Debug, Clone, Copy)]
pub struct SensitivityReport<'c> {
    /// The project, what was asked, and the costs that the intervals are from.
    pub context: Context<'c>,
    /// The answer.
    pub sensitivity: &'c Sensitivity,
}

impl SensitivityReport<'_> {
    /// A figure that is moved, as plain text.
    fn moved(&self, of: &Uncertain, by: f64) -> String {
        self.context.amount(&of.at(by))
    }

    /// How far apart two figures are, or may be, as plain text.
    fn width(&self, of: &Uncertain, width: f64) -> String {
        let from_nothing = Uncertain { base: Fraction::zero(), ..of.clone() };
        self.context.amount(&from_nothing.at(width))
    }

    /// An exact one, where it is known.
    fn exact(&self, units: Option<&Fraction>) -> Option<String> {
        units.map(|units| self.context.amount(units))
    }
}

/// Digits of an index in files, for programs.
const DIGITS: usize = 6;

/// An index or its confidence as plain text with so many digits after the point; one that rounds to 0 has no sign.
fn index(value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$}");
    match text.strip_prefix('-') {
        Some(zero) if zero.bytes().all(|byte| matches!(byte, b'0' | b'.')) => zero.to_owned(),
        _ => text,
    }
}

impl Deliverable for SensitivityReport<'_> {
    fn sheet(&self) -> Result<Sheet, ReportError> {
        Ok(sheet::sensitivity_sheet(*self))
    }

    fn flat(&self) -> Result<FlatTable<'_>, ReportError> {
        Ok(rows::flat_sensitivity(*self))
    }

    fn json(&self) -> Result<String, ReportError> {
        Ok(serde_json::to_string_pretty(&SensitivityDocument::new(*self))?)
    }

    fn workbook(&self) -> Result<Workbook, ReportError> {
        Ok(plain_workbook(&self.sheet()?, self.context.query.basis.currency.digits()))
    }
}
