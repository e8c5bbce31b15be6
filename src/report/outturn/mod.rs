//! Approved against executed, as a report: tables, flat records and a JSON document.

mod document;
mod rows;
mod tables;

pub use document::{
    AlsoOutturnDocument, GroupOutturnDocument, IndicatorDocument, LeftOutDocument, OutturnDocument, YearOutturnDocument,
};

pub use rows::COLUMNS;

use num_bigint::BigInt;

use super::citations::Citations;
use super::context::Context;
use super::deliverable::Deliverable;
use super::error::ReportError;
use super::rows::FlatTable;
use super::sheet::{Sheet, Table};
use super::workbook::{Workbook, plain_workbook};
use crate::attribution::BothPhases;
use crate::domain::{Currency, Fraction, Money};
use crate::language::{Language, Message, Value};
use crate::measures::{Cost, Outturn};
use crate::message;

/// The phases of every figure, as files name them.
pub(super) const PHASES: &str = "approved, executed";

/// What an outturn is reported from.
#[derive(Debug, Clone, Copy)]
pub struct OutturnReport<'c> {
    /// The approved and the executed lines.
    pub sides: [Context<'c>; 2],
    /// The answer.
    pub outturn: &'c Outturn,
    /// The answers in the other currencies of the query, in their order.
    pub also: &'c [Outturn],
}

impl<'c> OutturnReport<'c> {
    /// The approved and the executed lines as a report sees them; `nothing` has the years without figures.
    #[must_use]
    pub fn sides(both: &'c BothPhases, of: Context<'c>, nothing: &'c Cost) -> [Context<'c>; 2] {
        [&both.approved, &both.executed].map(|attribution| Context { attribution, cost: nothing, ..of })
    }

    /// The same in every currency asked for, the main one first.
    fn in_each(self) -> impl Iterator<Item = Self> + use<'c> {
        let [approved, executed] = self.sides.map(|side| side.in_each().skip(1));
        let also = approved.zip(executed).zip(self.also);
        let also = also.map(|((approved, executed), outturn)| Self { sides: [approved, executed], outturn, also: &[] });
        std::iter::once(self).chain(also)
    }

    /// A table in every currency asked for.
    fn beside(self, make: impl Fn(Self) -> Option<Table>) -> Option<Table> {
        let tables = self.in_each().filter_map(|report| Some((report.context().query.basis.currency, make(report)?)));
        Table::beside(tables.collect(), self.language())
    }

    fn context(&self) -> Context<'c> {
        self.sides[1]
    }

    fn language(&self) -> Language {
        self.context().language
    }

    /// An amount in minor units of the basis as plain text, rounded once.
    fn amount(&self, figure: &Fraction) -> String {
        self.context().amount(figure)
    }

    /// Executed less approved: the difference of the two figures as they are shown.
    fn deviation(&self, approved: &Fraction, executed: &Fraction) -> String {
        let change: BigInt = executed.round_half_away() - approved.round_half_away();
        self.amount(&Fraction::whole(change))
    }

    /// An amount of a line in its own currency.
    fn own(&self, amount: Option<Money>, currency: Currency) -> Option<String> {
        amount.map(|amount| amount.to_plain(currency.digits()))
    }

    /// The sources of both sides, each once.
    fn sources(&self) -> Vec<String> {
        let mut sources: Vec<String> = Vec::new();
        for id in self.sides.iter().flat_map(|side| Citations::of(*side).ids().cloned().collect::<Vec<_>>()) {
            if !sources.iter().any(|known| **known == *id) {
                sources.push(id.to_string());
            }
        }
        sources
    }

    /// The tables: years, groups, lines left out.
    pub(super) fn tables(&self) -> Vec<Table> {
        let mut tables: Vec<Table> = self.beside(|report| Some(tables::years(report))).into_iter().collect();
        tables.extend(self.beside(tables::groups));
        tables.extend(tables::left_out(*self));
        tables
    }

    /// How the figures come about.
    pub(super) fn notes(&self) -> Vec<Message> {
        let by = self.context().query.by.iter().map(|dimension| Value::Message(self.context().head(*dimension)));
        let by: Vec<Value> = by.collect();
        vec![
            message!("outturn-note-lines"),
            message!("outturn-note-pi-1"),
            message!("outturn-note-pi-2-1", by = Value::list(by, crate::language::Between::And)),
        ]
    }
}

/// A share in per cent as plain text with one digit after the point.
pub(super) fn per_cent(share: &Fraction) -> String {
    (share * &Fraction::whole(100)).to_decimal(1)
}

impl Deliverable for OutturnReport<'_> {
    fn sheet(&self) -> Result<Sheet, ReportError> {
        let (context, language) = (self.context(), self.language());
        let prices = match context.query.basis.prices {
            None => message!("report-current-prices"),
            Some(year) => message!("report-prices-of", year = year),
        };
        let scope = super::rows::scope(context);
        let selection = (!scope[2].is_empty()).then(|| message!("outturn-selection", selection = &scope[2]));
        let subtitle = message!(
            "outturn-subtitle",
            currency = context.currencies(),
            prices = prices,
            selection = Value::optional(selection)
        );
        let sources = self.sources();
        let sources = sources.iter().map(|id| super::SourceDocument::new(context.project, id).words(language));
        Ok(Sheet {
            title: context.project.title_in(language).to_owned(),
            subtitle: language.say(&subtitle),
            tables: self.tables(),
            notes: self.notes().iter().map(|note| language.say(note)).collect(),
            sources: sources.collect(),
            language,
            ..Sheet::default()
        })
    }

    fn flat(&self) -> Result<FlatTable<'_>, ReportError> {
        Ok(rows::flat_outturn(*self))
    }

    fn json(&self) -> Result<String, ReportError> {
        Ok(serde_json::to_string_pretty(&OutturnDocument::new(*self))?)
    }

    fn workbook(&self) -> Result<Workbook<'_>, ReportError> {
        Ok(plain_workbook(&self.sheet()?))
    }
}
