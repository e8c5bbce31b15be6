//! The table of costs by year or group.

use std::collections::BTreeMap;

use super::contributions::Contribution;
use super::restated;
use super::{FigureTrace, PageCell, PageColumn, PageRow, PageTable};
use crate::domain::{Currency, Money};
use crate::language::{Message, Value};
use crate::measures::{CostColumn, CostRow, Counts, Figures, cost_column};
use crate::message;
use crate::report::context::Context;
use crate::report::sheet::{Align, RowKind};
use crate::report::tables::align;

/// Rows that the sentence of a total names one by one.
const NAMED: usize = 40;

/// The figures of the table.
const FIGURES: &[&str] = &[
    "labelled_state",
    "labelled_external",
    "labelled_total",
    "attributed_central",
    "total_central",
    "total_low",
    "total_high",
    "unattributed",
    "not_estimated",
    "not_reported",
];

/// One row a year or group, and one that sums them up.
pub(super) fn table(context: Context<'_>, of_rows: &[Vec<Contribution>], figures: &mut Vec<FigureTrace>) -> PageTable {
    let ranged = context.cost.rows.iter().any(|row| row.figures.is_ranged());
    let not_reported = context.cost.total.not_reported > 0;
    let wanted = |column: &&CostColumn| match column.counts {
        Counts::NotReported => not_reported,
        _ => ranged || !column.is_bound(),
    };
    let columns = FIGURES.iter().filter_map(|key| cost_column(key));
    let columns: Vec<&CostColumn> = columns.filter(wanted).collect();
    let by: Vec<Value> = context.query.by.iter().map(|dimension| Value::Message(context.head(*dimension))).collect();
    let currency = context.currencies();
    let caption = if by.is_empty() {
        message!("report-cost-by-year", currency = currency)
    } else {
        message!("report-cost-by", by = Value::list(by, crate::language::Between::And), currency = currency)
    };
    let mut rows = Vec::new();
    for (place, (row, contributions)) in context.cost.rows.iter().zip(of_rows).enumerate() {
        let mut cells = key_cells(context, row);
        for column in &columns {
            cells.push(match column.is_money() {
                true => figure_cell(context, row, column, contributions, figures),
                // Said where the main currency stands.
                false if context.is_beside() => PageCell::words(""),
                false => missing_cell(context, row, column, contributions, figures),
            });
        }
        rows.push(PageRow { kind: RowKind::Body, key: row_key(context, place, row), cells });
    }
    if context.cost.rows.len() > 1 {
        rows.push(total_row(context, &columns, figures));
    }
    let language = context.language;
    let mut heads = vec![PageColumn::new(language, "year", &message!("report-head-year"), Align::Left)];
    heads.extend(
        context.query.by.iter().map(|dimension| {
            PageColumn::new(language, &context.name(*dimension), &context.head(*dimension), Align::Left)
        }),
    );
    heads.extend(columns.iter().map(|column| PageColumn::new(language, column.key, &column.head(), align(column))));
    PageTable { id: "cost".to_owned(), caption: context.say(&caption), is_of_lines: false, columns: heads, rows }
}

/// The cells that name a row.
pub(super) fn key_cells(context: Context<'_>, row: &CostRow) -> Vec<PageCell> {
    let values = context.row_values(row);
    [row.year.to_string()].into_iter().chain(values).map(PageCell::words).collect()
}

/// The year, with the place of the row among all where a year has several.
pub(super) fn row_key(context: Context<'_>, place: usize, row: &CostRow) -> String {
    if context.query.by.is_empty() { row.year.to_string() } else { format!("{}-{}", row.year, place + 1) }
}

/// `2016, MoI`.
pub(super) fn name_of(context: Context<'_>, row: &CostRow) -> String {
    let values = context.row_values(row);
    [row.year.to_string()].into_iter().chain(values).collect::<Vec<_>>().join(", ")
}

fn figure_cell(
    context: Context<'_>,
    row: &CostRow,
    column: &CostColumn,
    contributions: &[Contribution],
    figures: &mut Vec<FigureTrace>,
) -> PageCell {
    let taken = || contributions.iter().filter(|given| column.takes(given.bucket));
    let figure = context.figure(column, &row.figures);
    let mut sums: BTreeMap<Currency, (Money, usize)> = BTreeMap::new();
    for (given, amounts) in taken().filter_map(|given| Some((given, given.amounts?))) {
        let (sum, count) = sums.entry(given.currency).or_default();
        *sum += *column.bound().of(&amounts);
        *count += 1;
    }
    let mut sentences = Vec::new();
    if figure.is_none() {
        sentences.push(context.say(&message!("page-unknown-sum")));
    } else if sums.is_empty() {
        let zero = Money::ZERO.to_plain(context.query.basis.currency.digits());
        let currency = context.query.basis.currency.to_string();
        sentences.push(context.say(&message!(
            "page-sum",
            sum = Value::figure(zero),
            currency = currency,
            count = 0_u64
        )));
    }
    for (currency, (sum, count)) in &sums {
        let sum = Value::figure(sum.to_plain(currency.digits()));
        sentences.push(context.say(&message!("page-sum", sum = sum, currency = currency.to_string(), count = *count)));
    }
    let unknown = taken().filter(|given| given.amounts.is_none()).count();
    if unknown > 0 {
        sentences.push(context.say(&message!("page-unknown-lines", count = unknown)));
    }
    let sums: Vec<(Currency, Money)> = sums.into_iter().map(|(currency, (sum, _))| (currency, sum)).collect();
    sentences.extend(figure.as_ref().and_then(|shown| restated::sentence(context, row.year, &sums, shown)));
    let lines = taken().map(|given| {
        let amount = given.amounts.as_ref().map(|amounts| *column.bound().of(amounts));
        (given.line, amount.map(|money| restated::in_own_currency(context, money, given.currency)))
    });
    let lines = lines.collect();
    let title = format!("{}: {}", name_of(context, row), context.say(&context.in_currency(column.head())));
    PageCell::traced(figure, FigureTrace { title, sentences, lines }, figures)
}

/// The number of lines whose amount nobody published, or that have no row.
fn missing_cell(
    context: Context<'_>,
    row: &CostRow,
    column: &CostColumn,
    contributions: &[Contribution],
    figures: &mut Vec<FigureTrace>,
) -> PageCell {
    let missing = contributions.iter().filter(|given| column.takes(given.bucket));
    let lines: Vec<(usize, Option<String>)> = missing.map(|given| (given.line, None)).collect();
    let title = format!("{}: {}", name_of(context, row), context.say(&column.title()));
    let sentences = vec![context.say(&message!("page-unknown-lines", count = lines.len()))];
    PageCell::traced(context.figure(column, &row.figures), FigureTrace { title, sentences, lines }, figures)
}

/// Each total with the figures that it adds up.
fn total_row(context: Context<'_>, columns: &[&CostColumn], figures: &mut Vec<FigureTrace>) -> PageRow {
    let all = context.say(&message!("report-all"));
    let mut cells = vec![PageCell::words(&all)];
    cells.extend(context.query.by.iter().map(|_| PageCell::words("")));
    let mut total = |head: &Message, shown: Option<String>, of_row: &dyn Fn(&CostRow) -> Option<String>| {
        let mut sentences = vec![context.say(&message!("page-total"))];
        let parts = context.cost.rows.iter().take(NAMED).map(|row| {
            let unknown = || context.say(&message!("page-unknown"));
            let figure = of_row(row).map_or_else(unknown, |plain| context.language.figure(&plain));
            format!("{}: {figure}", name_of(context, row))
        });
        sentences.extend(parts);
        let more = context.cost.rows.len().saturating_sub(NAMED);
        if more > 0 {
            sentences.push(context.say(&message!("page-more-rows", count = more)));
        }
        let title = format!("{all}: {}", context.say(head));
        PageCell::traced(shown, FigureTrace { title, sentences, lines: Vec::new() }, figures)
    };
    for column in columns {
        let shown = |figures: &Figures| context.figure(column, figures);
        cells.push(match column.is_money() {
            true => total(&context.in_currency(column.head()), shown(&context.cost.total), &|row| shown(&row.figures)),
            false if context.is_beside() => PageCell::words(""),
            false => total(&column.head(), shown(&context.cost.total), &|row| shown(&row.figures)),
        });
    }
    PageRow { kind: RowKind::Total, key: "all".to_owned(), cells }
}
