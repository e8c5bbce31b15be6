//! What a report is made from.

use std::collections::BTreeSet;

use super::sheet::Table;
use crate::attribution::{AttributedLine, Attribution, Entry, Grouping};
use crate::domain::{BudgetLine, Currency, Fraction, Money, State, Year, YearRange};
use crate::language::{Between, Language, Message, Value};
use crate::measures::{BasisFault, Cost, CostColumn, CostRow, Figures, Query};
use crate::message;
use crate::project::Project;

/// A project, what the engine made of it, what was asked, and the costs that answer it.
#[derive(Debug, Clone, Copy)]
pub struct Context<'c> {
    /// The project.
    pub project: &'c Project,
    /// Its lines, attributed.
    pub attribution: &'c Attribution,
    /// What was asked.
    pub query: &'c Query,
    /// The answer.
    pub cost: &'c Cost,
    /// The language of its words.
    pub language: Language,
}

impl<'c> Context<'c> {
    /// The same in every currency asked for, the main one first. Only that one knows of the others.
    pub fn in_each(self) -> impl Iterator<Item = Self> + use<'c> {
        let also = self.cost.also.iter().map(move |other| Self { query: &other.query, cost: &other.cost, ..self });
        std::iter::once(self).chain(also)
    }

    /// Whether its figures stand beside those of the main currency, which has all that is no money too.
    #[must_use]
    pub fn is_beside(&self) -> bool {
        !self.query.also.is_empty() && self.cost.also.is_empty()
    }

    /// What a figure of money is called; with its currency where there are several.
    #[must_use]
    pub fn in_currency(&self, head: Message) -> Message {
        if self.query.also.is_empty() {
            return head;
        }
        message!("report-head-in", head = head, currency = self.query.basis.currency)
    }

    /// The currencies in which figures are shown, as a sentence names them.
    #[must_use]
    pub fn currencies(&self) -> Value {
        Value::list(self.query.bases().map(|basis| basis.currency), Between::And)
    }

    /// A table in every currency asked for; the main one says what it is called and what is no money.
    pub(super) fn beside(
        self,
        mut make: impl FnMut(Self) -> Result<Option<Table>, BasisFault>,
    ) -> Result<Option<Table>, BasisFault> {
        let mut tables = Vec::new();
        for context in self.in_each() {
            tables.extend(make(context)?.map(|table| (context.query.basis.currency, table)));
        }
        Ok(Table::beside(tables, self.language))
    }

    /// The attributed lines of the years shown, in order.
    pub fn lines(&self) -> impl Iterator<Item = (&'c AttributedLine, &'c BudgetLine)> + use<'c> {
        let lines = self.attribution.taken_in(self.query.years);
        lines.map(|attributed| (attributed, &*attributed.line))
    }

    /// Those of one year, none where it is not shown.
    pub fn lines_of(&self, year: Year) -> impl Iterator<Item = (&'c AttributedLine, &'c BudgetLine)> + use<'c> {
        let is_shown = self.query.years.contains(year);
        let lines = self.attribution.taken_in(YearRange::of(year)).filter(move |_| is_shown);
        lines.map(|attributed| (attributed, &*attributed.line))
    }

    /// The years shown that have lines, in order, whatever figures are grouped by.
    #[must_use]
    pub fn years(&self) -> Vec<Year> {
        let years: BTreeSet<Year> = self.lines().map(|(_, line)| line.key().year).collect();
        years.into_iter().collect()
    }

    /// The entries of the years shown, in order, each with the position of its line among [`Self::lines`].
    pub fn entries(&self) -> impl Iterator<Item = Entry<'c>> + use<'c> {
        self.lines().enumerate().flat_map(|(number, (attributed, _))| attributed.entries(number))
    }

    /// Those in a state.
    pub fn in_state(&self, state: State) -> impl Iterator<Item = (&'c AttributedLine, &'c BudgetLine)> + use<'c> {
        self.lines().filter(move |(attributed, _)| attributed.state == state)
    }

    /// A message in the language of the report.
    #[must_use]
    pub fn say(&self, message: &Message) -> String {
        self.language.say(message)
    }

    /// An amount in minor units of the basis as plain text, rounded once.
    #[must_use]
    pub fn amount(&self, figure: &Fraction) -> String {
        figure.minor_to_decimal(self.query.basis.currency.digits())
    }

    /// Whether figures of lines of a currency are shown as they are in the ledger.
    #[must_use]
    pub fn is_as_in_ledger(&self, own: Currency) -> bool {
        self.query.basis.prices.is_none() && self.query.basis.currency == own
    }

    /// Money of a line in the basis as plain text, rounded once.
    ///
    /// # Errors
    ///
    /// A rate or a link of the chain of prices that nobody gives.
    pub fn shown(&self, line: &BudgetLine, money: Money) -> Result<String, BasisFault> {
        let own = line.key().currency;
        if self.is_as_in_ledger(own) {
            return Ok(line.plain(money));
        }
        let factor = self.query.basis.factor(self.project, own, line.key().year)?;
        Ok(self.amount(&(&Fraction::from_money(money) * &factor)))
    }

    /// A figure of a report as plain text: money rounded once, or a number of lines; `None` where nobody knows it.
    #[must_use]
    pub fn figure(&self, column: &CostColumn, figures: &Figures) -> Option<String> {
        let figure = column.figure(figures)?;
        Some(if column.is_money() { self.amount(&figure) } else { figure.to_decimal(0) })
    }

    /// The name of a dimension in files.
    #[must_use]
    pub fn name(&self, grouping: impl Into<Grouping>) -> String {
        grouping.into().name(&self.project.dimensions)
    }

    /// The name of a dimension as a person reads it.
    #[must_use]
    pub fn head(&self, grouping: impl Into<Grouping>) -> Message {
        grouping.into().head(&self.project.dimensions)
    }

    /// A value of a dimension as a person reads it.
    #[must_use]
    pub fn value(&self, grouping: impl Into<Grouping>, value: &str) -> String {
        let dimension = grouping.into().dimension;
        match value {
            "" => self.say(&message!("report-blank")),
            value => match dimension.called(value, self.project, self.language) {
                Some(name) => name.to_owned(),
                None => dimension.said(value, self.language),
            },
        }
    }

    /// The values that name a row, as a person reads them.
    #[must_use]
    pub fn row_values(&self, row: &CostRow) -> Vec<String> {
        let groupings = self.cost.top.as_ref().map_or(0, |top| top.groupings);
        let named = self.query.by.iter().zip(&row.by).enumerate();
        let value = |(number, (grouping, value)): (usize, (&Grouping, &String))| match row.other {
            Some(count) if number == 0 => self.say(&message!("report-other", count = count)),
            Some(_) if number < groupings => String::new(),
            _ => self.value(*grouping, value),
        };
        named.map(value).collect()
    }

    /// The values that name a row, for programs: those of the groups that are added up in one are `other (3)`.
    #[must_use]
    pub fn row_codes(&self, row: &CostRow) -> Vec<String> {
        let mut codes = row.by.clone();
        if let (Some(count), Some(first)) = (row.other, codes.first_mut()) {
            *first = format!("other ({count})");
        }
        codes
    }

    /// A measure of victims as a person reads it inside a table.
    #[must_use]
    pub fn measure(&self, measure: &str) -> String {
        let called = self.project.names.name("measure", measure, self.language);
        called.map_or_else(|| self.language.term("measure", measure), str::to_owned)
    }

    /// A note of a row as the project says it in the language, without the stop at its end.
    #[must_use]
    pub fn note(&self, note: &'c str) -> &'c str {
        self.project.names.said("note", note, self.language).trim_end_matches('.')
    }

    /// The prices that figures are shown in: `current` or a year.
    #[must_use]
    pub fn prices(&self) -> String {
        self.query.basis.prices.map_or_else(|| "current".to_owned(), |year| year.to_string())
    }
}
