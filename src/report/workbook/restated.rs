//! Restating in other prices and converting to other currencies, as cells: a price factor and rates for each row of a block
//! of one currency.

use super::cells::{Look, WorkCell};
use super::formula::{cell_of_column, column_letters};
use super::summary::Block;
use crate::domain::{Currency, Fraction, LEVA_PER_EURO, Year};
use crate::measures::{Basis, COST};
use crate::message;
use crate::project::links;
use crate::report::context::Context;

/// Digits behind the mark of a factor's cached result: more than a number of a spreadsheet holds.
const FACTOR_DIGITS: u32 = 17;

/// What turns figures of one currency into those shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Restatement {
    from: Currency,
    to: Currency,
    prices: Option<Year>,
    conversion: Option<Conversion>,
    /// Which of the columns of rates behind the figures is that of this conversion.
    rate_at: usize,
}

/// How a rate is applied; a rate that is law is never inverted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Conversion {
    Multiply,
    Divide,
}

impl Restatement {
    /// What a query asks of amounts of a currency, for each of its currencies.
    pub(super) fn all(context: Context<'_>, from: Currency) -> Vec<Self> {
        let mut rate_at = 0;
        let of_basis = |basis: Basis| {
            let to = basis.currency;
            let conversion = (from != to).then(|| {
                let leva_to_euro = from == Currency::BGN && to == Currency::EUR;
                if leva_to_euro { Conversion::Divide } else { Conversion::Multiply }
            });
            let found = Self { from, to, prices: basis.prices, conversion, rate_at };
            rate_at += usize::from(conversion.is_some());
            found
        };
        context.query.bases().map(of_basis).collect()
    }

    /// The heads of the columns behind the figures: price factor, and each rate.
    pub(super) fn heads(all: &[Self], context: Context<'_>) -> Vec<WorkCell> {
        let head = |message| WorkCell::words(context.language.say(&message), Look::Head);
        let prices = all.first().and_then(|any| any.prices);
        let prices = prices.map(|year| head(message!("workbook-price-factor", year = year.to_string())));
        let rate = |of: &Self| {
            let (from, to) = (of.from, of.to);
            Some(match of.conversion? {
                // Leva are divided by what one euro is in leva.
                Conversion::Divide => head(message!("workbook-rate", from = to, to = from)),
                Conversion::Multiply => head(message!("workbook-rate", from = from, to = to)),
            })
        };
        prices.into_iter().chain(all.iter().filter_map(rate)).collect()
    }

    /// Price factor and rates of a year.
    pub(super) fn cells(all: &[Self], context: Context<'_>, year: Year) -> Vec<WorkCell> {
        let project = context.project;
        let factor = all.first().and_then(|any| any.prices).map(|prices| {
            let chain = chain_text(context, year).unwrap_or_default();
            let factor = project.prices.factor(year, prices).ok().map(|factor| factor.to_decimal(FACTOR_DIGITS));
            WorkCell::formula(chain, factor, Look::Plain)
        });
        let rate = |of: &Self| Some(of.rate_cell(context, year, of.conversion?));
        factor.into_iter().chain(all.iter().filter_map(rate)).collect()
    }

    /// The rate as it is applied: that of law, that of its row, or the two together.
    fn rate_cell(&self, context: Context<'_>, year: Year, conversion: Conversion) -> WorkCell {
        let to = self.to;
        let by_law = Fraction::ratio(LEVA_PER_EURO.0, LEVA_PER_EURO.1).map(|rate| trimmed(&rate.to_decimal(5)));
        if conversion == Conversion::Divide || Currency::have_fixed_rate(self.from, to) {
            return WorkCell::number(by_law, Look::Plain);
        }
        let exchange = &context.project.exchange;
        let rate = exchange.rate(self.from, to, year).map(|rate| trimmed(&rate.to_decimal(FACTOR_DIGITS)));
        let (Some(row), Some(by_law)) = (exchange.row(self.from, to, year), by_law) else {
            return WorkCell::number(rate, Look::Plain);
        };
        let step = |from: Currency, to: Currency| match (from, to) {
            (from, to) if from == to => String::new(),
            (Currency::BGN, _) => format!("/{by_law}"),
            _ => format!("*{by_law}"),
        };
        let (before, after) = (step(self.from, row.from), step(row.to, to));
        if before.is_empty() && after.is_empty() {
            return WorkCell::number(rate, Look::Plain);
        }
        WorkCell::formula(format!("{}{before}{after}", row.rate), rate, Look::Plain)
    }

    /// A cell of a row of a block, restated, not rounded.
    pub(super) fn of_cell(&self, cell: &str, row: usize, keys: usize) -> String {
        let (factor, rate) = self.columns(keys);
        let factor = factor.map(|column| format!("*{}", cell_of_column(row, column))).unwrap_or_default();
        format!("{cell}{factor}{}", self.rate_part(rate.map(|column| cell_of_column(row, column))))
    }

    /// A column of a block, restated row by row and added up, not rounded.
    pub(super) fn of_column(&self, block: Block, column: usize) -> String {
        let (factor, rate) = self.columns(block.keys);
        let span = |column: usize| {
            let letters = column_letters(column);
            format!("${letters}${}:${letters}${}", block.first + 1, block.last + 1)
        };
        let amounts = {
            let letters = column_letters(column);
            format!("{letters}{}:{letters}{}", block.first + 1, block.last + 1)
        };
        let factor = factor.map(|column| format!("*{}", span(column))).unwrap_or_default();
        format!("SUMPRODUCT({amounts}{factor}{})", self.rate_part(rate.map(span)))
    }

    fn rate_part(&self, rate: Option<String>) -> String {
        let sign = if self.conversion == Some(Conversion::Divide) { '/' } else { '*' };
        rate.map(|rate| format!("{sign}{rate}")).unwrap_or_default()
    }

    /// Where price factor and rate stand: behind the figures.
    fn columns(&self, keys: usize) -> (Option<usize>, Option<usize>) {
        let first = keys + COST.len();
        let rate = first + usize::from(self.prices.is_some()) + self.rate_at;
        (self.prices.map(|_| first), self.conversion.map(|_| rate))
    }
}

/// How a formula restates an amount of a year in the prices shown: the chain of changes; `None` in current prices.
pub(super) fn chain_text(context: Context<'_>, year: Year) -> Option<String> {
    let prices = context.query.basis.prices?;
    let changes: Vec<String> = links(year, prices)
        .filter_map(|year| context.project.prices.rows().find(|change| change.year == year))
        .map(|change| format!("(1+{}/100)", change.rate))
        .collect();
    let chain = if changes.is_empty() { "1".to_owned() } else { changes.join("*") };
    Some(if year > prices { format!("1/({chain})") } else { chain })
}

/// Without zeros that say nothing.
fn trimmed(plain: &str) -> String {
    plain.trim_end_matches('0').trim_end_matches('.').to_owned()
}
