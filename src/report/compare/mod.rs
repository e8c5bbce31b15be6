//! What changed, as a report: in words, in tables, as flat records and as a JSON document.

mod document;
mod rows;
mod sheet;
mod tables;
mod warnings;
mod words;

pub use document::{
    AlsoCompareDocument, CauseDocument, ChangeDocument, CompareDocument, FigureDocument, LineChangeDocument,
    LineSideDocument, PerVictimChangeDocument, SideDocument, WarningDocument,
};
pub use words::in_words;
pub(super) use words::name as cause_name;

use num_bigint::BigInt;

use super::context::Context;
use super::deliverable::Deliverable;
use super::error::ReportError;
use super::rows::FlatTable;
use super::sheet::{Sheet, Table};
use super::workbook::{Workbook, plain_workbook};
use crate::attribution::Grouping;
use crate::domain::{Fraction, LineKey};
use crate::language::{Language, Message, Value};
use crate::measures::compare::{CompareQuery, Comparison};
use crate::message;

/// What a comparison is reported from.
#[derive(Debug, Clone, Copy)]
pub struct CompareReport<'c> {
    /// The earlier and the later side, each with its own costs.
    pub sides: [Context<'c>; 2],
    /// How the sides are named: years, with the file or folder where there are two projects.
    pub names: [&'c str; 2],
    /// What was asked.
    pub query: &'c CompareQuery,
    /// The answer.
    pub comparison: &'c Comparison,
    /// What was asked in the other currencies of the sides, in their order, and the answers.
    pub also: &'c [(CompareQuery, Comparison)],
}

impl<'c> CompareReport<'c> {
    /// The same in every currency asked for, the main one first.
    pub fn in_each(self) -> impl Iterator<Item = Self> + use<'c> {
        let [before, after] = self.sides.map(|side| side.in_each().skip(1));
        let also = before.zip(after).zip(self.also).map(move |((before, after), (query, comparison))| Self {
            sides: [before, after],
            query,
            comparison,
            also: &[],
            ..self
        });
        std::iter::once(self).chain(also)
    }

    /// A table in every currency asked for.
    fn beside(self, make: impl Fn(Self) -> Option<Table>) -> Option<Table> {
        let tables = self.in_each().filter_map(|report| Some((report.query.basis.currency, make(report)?)));
        Table::beside(tables.collect(), self.language())
    }

    fn language(&self) -> Language {
        self.sides[1].language
    }

    /// What changed, in sentences.
    pub(super) fn words(&self) -> Vec<String> {
        in_words(*self).iter().map(|sentence| self.language().say(sentence)).collect()
    }

    /// Its tables but for the sentences, with so many lines as changed most; and the number of lines that changed.
    pub(super) fn tables(&self, most: usize) -> (Vec<Table>, usize) {
        sheet::compare_tables(*self, most)
    }

    /// What makes the two sides unlike, in sentences.
    pub(super) fn warnings(&self) -> Vec<String> {
        warnings::warnings(*self).iter().map(|(_, warning)| self.language().say(warning)).collect()
    }

    /// Whole minor units of the basis as plain text.
    fn amount(&self, units: &BigInt) -> String {
        self.sides[1].amount(&Fraction::whole(units.clone()))
    }

    /// The same with a sign where it is not 0.
    fn signed(&self, units: &BigInt) -> String {
        let text = self.amount(units);
        if *units > BigInt::ZERO { format!("+{text}") } else { text }
    }

    /// What the later side calls a code, or else the earlier one.
    fn said<'n>(&'n self, dimension: &str, code: &'n str) -> &'n str {
        let language = self.language();
        let name = |side: &'n Context<'_>| side.project.names.name(dimension, code, language);
        name(&self.sides[1]).or_else(|| name(&self.sides[0])).unwrap_or(code)
    }

    /// A line by its agency and its name.
    fn line(&self, key: &LineKey) -> Message {
        message!("line-of-agency", agency = self.said("agency", &key.agency), line = self.line_name(key))
    }

    /// The name of a line, with its values of the project's own dimensions, by which lines of one name are told apart.
    fn line_name(&self, key: &LineKey) -> String {
        let name = self.said("line", &key.line);
        let own = self.sides[1].project.dimensions.iter().zip(key.own.iter()).filter(|(_, value)| !value.is_empty());
        let own: Vec<&str> = own.map(|(dimension, value)| self.said(dimension, value)).collect();
        if own.is_empty() { name.to_owned() } else { format!("{name} ({})", own.join(", ")) }
    }

    /// A measure of victims as it stands alone.
    fn measure(&self, measure: &str) -> String {
        match self.said("measure", measure) {
            same if same == measure => self.language().name("measure", measure),
            name => name.to_owned(),
        }
    }

    /// The name of a dimension in files.
    fn dimension(&self, grouping: Grouping) -> String {
        self.sides[1].name(grouping)
    }

    /// The currencies in which figures are shown, as a sentence names them.
    fn currencies(&self) -> Value {
        self.sides[1].currencies()
    }

    /// The basis in words of a file.
    fn currency(&self) -> String {
        self.query.basis.currency.to_string()
    }
}

impl Deliverable for CompareReport<'_> {
    fn sheet(&self) -> Result<Sheet, ReportError> {
        Ok(sheet::compare_sheet(*self))
    }

    fn flat(&self) -> Result<FlatTable<'_>, ReportError> {
        Ok(rows::flat_comparison(*self))
    }

    fn json(&self) -> Result<String, ReportError> {
        Ok(serde_json::to_string_pretty(&CompareDocument::new(*self))?)
    }

    fn workbook(&self) -> Result<Workbook<'_>, ReportError> {
        Ok(plain_workbook(&self.sheet()?))
    }
}
