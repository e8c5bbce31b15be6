//! How sure the figures are, as a report: tables, flat records and a JSON document.

mod document;
mod names;
mod rows;
mod sheet;
mod tables;

pub use document::{
    AlsoSensitivityDocument, AlternativeDocument, BarDocument, EstimateDocument, IndexDocument, InputDocument,
    MemberDocument, SensitivityDocument, SpreadDocument, UncertainDocument,
};

use std::collections::BTreeMap;

use super::context::Context;
use super::deliverable::Deliverable;
use super::error::ReportError;
use super::rows::FlatTable;
use super::sheet::{Sheet, Table};
use super::workbook::{Workbook, plain_workbook};
use crate::domain::{Fraction, Year};
use crate::measures::sensitivity::{Bar, Input, Sensitivity, Uncertain};

/// What a sensitivity analysis is reported from.
#[derive(Debug, Clone, Copy)]
pub struct SensitivityReport<'c> {
    /// The project, what was asked, and the costs that the intervals are from.
    pub context: Context<'c>,
    /// The answer.
    pub sensitivity: &'c Sensitivity,
    /// The answers in the other currencies of the query, in their order.
    pub also: &'c [Sensitivity],
}

impl<'c> SensitivityReport<'c> {
    /// The same in every currency asked for, the main one first.
    fn in_each(self) -> impl Iterator<Item = Self> + use<'c> {
        let also = self.context.in_each().skip(1).zip(self.also);
        let also = also.map(|(context, sensitivity)| Self { context, sensitivity, also: &[] });
        std::iter::once(self).chain(also)
    }

    /// A table in every currency asked for. It is made of the figures and bars of the main one, in their order.
    fn beside(self, make: impl Fn(Self) -> Option<Table>) -> Option<Table> {
        let tables = self.in_each().filter_map(|report| Some((report.context.query.basis.currency, make(report)?)));
        Table::beside(tables.collect(), self.context.language)
    }

    /// The figures by year and group.
    fn by_group(&self) -> BTreeMap<(Option<Year>, &'c Vec<String>), Vec<&'c Uncertain>> {
        let mut found: BTreeMap<_, Vec<&Uncertain>> = BTreeMap::new();
        for of in &self.sensitivity.figures {
            found.entry((of.figure.year, &of.figure.by)).or_default().push(of);
        }
        found
    }

    /// The bar of an input of the main answer for a figure here; `None` where there is none.
    fn bar(&self, of: &'c Uncertain, input: &str) -> Option<&'c Bar> {
        let is_of = |bar: &&Bar| self.sensitivity.inputs.get(bar.input).is_some_and(|of| *of.name == *input);
        of.tornado.iter().find(is_of)
    }

    /// A figure that is moved, as plain text.
    fn moved(&self, of: &Uncertain, by: f64) -> String {
        self.context.amount(&of.at(by))
    }

    /// How far apart two figures are, or may be, as plain text.
    fn width(&self, width: f64) -> String {
        self.context.amount(&Uncertain::width(width))
    }

    /// Its tables without the indices.
    pub(super) fn main_tables(&self) -> Vec<Table> {
        sheet::main_tables(*self)
    }

    /// An input in words, a rule by its title.
    pub(super) fn input_name(&self, input: &Input) -> String {
        names::titled_input(*self, input)
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

    fn workbook(&self) -> Result<Workbook<'_>, ReportError> {
        Ok(plain_workbook(&self.sheet()?))
    }
}
