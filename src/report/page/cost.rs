//! The table of costs by year or group.

use super::contributions::{Contribution, Side};
use super::restated;
use super::{FigureTrace, PageCell, PageColumn, PageRow, PageTable};
use crate::domain::{Fraction, Interval, Money};
use crate::language::{Message, Value};
use crate::measures::{BasisFault, CostRow, Dimension, Figures, SideFigures};
use crate::message;
use crate::report::context::Context;
use crate::report::sheet::{Align, RowKind};

/// Rows that the sentence of a total names one by one.
const NAMED: usize = 40;

/// A column of money: its head, what it shows, whose contributions it adds up, and which of their bounds.
struct Column {
    key: &'static str,
    head: fn() -> Message,
    figure: fn(&Figures) -> Option<Fraction>,
    takes: fn(Side) -> bool,
    bound: fn(&Interval<Money>) -> Money,
}

const COLUMNS: [Column; 8] = [
    Column {
        key: "state",
        head: || message!("report-head-state"),
        figure: |figures| known(&figures.labelled_state, |side| &side.amounts.central),
        takes: |side| side == Side::LabelledState,
        bound: |amounts| amounts.central,
    },
    Column {
        key: "external",
        head: || message!("report-head-external"),
        figure: |figures| known(&figures.labelled_external, |side| &side.amounts.central),
        takes: |side| side == Side::LabelledExternal,
        bound: |amounts| amounts.central,
    },
    Column {
        key: "labelled",
        head: || message!("report-head-labelled"),
        figure: |figures| known(&figures.labelled(), |side| &side.amounts.central),
        takes: |side| matches!(side, Side::LabelledState | Side::LabelledExternal),
        bound: |amounts| amounts.central,
    },
    Column {
        key: "attributed",
        head: || message!("report-head-attributed"),
        figure: |figures| known(&figures.attributed, |side| &side.amounts.central),
        takes: |side| side == Side::Unlabelled,
        bound: |amounts| amounts.central,
    },
    Column {
        key: "total",
        head: || message!("report-head-total"),
        figure: |figures| known(&figures.total(), |side| &side.amounts.central),
        takes: |side| side != Side::Unattributed,
        bound: |amounts| amounts.central,
    },
    Column {
        key: "low",
        head: || message!("report-head-total-low"),
        figure: |figures| known(&figures.total(), |side| &side.amounts.low),
        takes: |side| side != Side::Unattributed,
        bound: |amounts| amounts.low,
    },
    Column {
        key: "high",
        head: || message!("report-head-total-high"),
        figure: |figures| known(&figures.total(), |side| &side.amounts.high),
        takes: |side| side != Side::Unattributed,
        bound: |amounts| amounts.high,
    },
    Column {
        key: "unattributed",
        head: || message!("report-head-not-attributed"),
        figure: |figures| Some(figures.unattributed.clone()),
        takes: |side| side == Side::Unattributed,
        bound: |amounts| amounts.central,
    },
];

fn known(side: &SideFigures, pick: fn(&SideFigures) -> &Fraction) -> Option<Fraction> {
    side.is_known().then(|| pick(side).clone())
}

/// One row a year or group, and one that sums them up.
pub(super) fn table(
    context: Context<'_>,
    of_rows: &[Vec<Contribution>],
    figures: &mut Vec<FigureTrace>,
) -> Result<PageTable, BasisFault> {
    let ranged = context.cost.rows.iter().any(|row| !row.figures.total().amounts.is_point());
    let columns: Vec<&Column> =
        COLUMNS.iter().filter(|column| ranged || !matches!(column.key, "low" | "high")).collect();
    let by = context.query.by.iter().map(|dimension| dimension.column());
    let by: Vec<Value> = by.map(|name| Value::Word("dimension", name.to_owned())).collect();
    let currency = context.query.basis.currency.to_string();
    let caption = if by.is_empty() {
        message!("report-cost-by-year", currency = currency)
    } else {
        message!("report-cost-by", by = Value::list(by, crate::language::Between::And), currency = currency)
    };
    let mut rows = Vec::new();
    for (row, contributions) in context.cost.rows.iter().zip(of_rows) {
        let mut cells = key_cells(context, row);
        for column in &columns {
            cells.push(figure_cell(context, row, column, contributions, figures));
        }
        cells.push(missing_cell(context, row, contributions, figures));
        rows.push(PageRow { kind: RowKind::Body, cells });
    }
    if context.cost.rows.len() > 1 {
        rows.push(total_row(context, &columns, figures));
    }
    let language = context.language;
    let mut heads = vec![PageColumn::new(language, "year", &message!("report-head-year"), Align::Left)];
    heads.extend(context.query.by.iter().map(|dimension| {
        PageColumn::new(language, dimension.column(), &Message::word("dimension", dimension.column()), Align::Left)
    }));
    heads.extend(columns.iter().map(|column| PageColumn::new(language, column.key, &(column.head)(), Align::Right)));
    let missing = message!("report-head-not-estimated-short");
    heads.push(PageColumn::new(language, "not_estimated", &missing, Align::Right));
    Ok(PageTable { id: "cost", caption: context.say(&caption), columns: heads, rows })
}

/// The cells that name a row.
pub(super) fn key_cells(context: Context<'_>, row: &CostRow) -> Vec<PageCell> {
    let values = context.query.by.iter().zip(&row.by).map(|(dimension, value)| value_of(context, *dimension, value));
    [row.year.to_string()].into_iter().chain(values).map(PageCell::words).collect()
}

fn value_of(context: Context<'_>, dimension: Dimension, value: &str) -> String {
    match dimension.column() {
        _ if value.is_empty() => context.say(&message!("report-blank")),
        kind @ ("financing" | "label" | "area" | "exploitation" | "state") => context.language.term(kind, value),
        _ => value.to_owned(),
    }
}

/// `2016, MoI`.
pub(super) fn name_of(context: Context<'_>, row: &CostRow) -> String {
    let values = context.query.by.iter().zip(&row.by).map(|(dimension, value)| value_of(context, *dimension, value));
    [row.year.to_string()].into_iter().chain(values).collect::<Vec<_>>().join(", ")
}

fn figure_cell(
    context: Context<'_>,
    row: &CostRow,
    column: &Column,
    contributions: &[Contribution],
    figures: &mut Vec<FigureTrace>,
) -> PageCell {
    let digits = context.project.currency.digits();
    let taken = || contributions.iter().filter(|given| (column.takes)(given.side));
    let figure = (column.figure)(&row.figures).map(|figure| context.amount(&figure));
    let sum: Money = taken().filter_map(|given| given.amounts.as_ref()).map(column.bound).sum();
    let plain = sum.to_plain(digits);
    let count = taken().filter(|given| given.amounts.is_some()).count();
    let unknown = taken().count() - count;
    let mut sentences = Vec::new();
    if figure.is_none() {
        sentences.push(context.say(&message!("page-unknown-sum")));
    } else {
        let currency = context.project.currency.to_string();
        sentences.push(context.say(&message!(
            "page-sum",
            sum = Value::figure(&*plain),
            currency = currency,
            count = count
        )));
    }
    if unknown > 0 {
        sentences.push(context.say(&message!("page-unknown-lines", count = unknown)));
    }
    sentences.extend(figure.as_ref().and_then(|shown| restated::sentence(context, row.year, &plain, shown)));
    let lines = taken().map(|given| {
        let amount = given.amounts.as_ref().map(|amounts| (column.bound)(amounts).to_plain(digits));
        (given.line, amount.map(|plain| context.language.figure(&plain)))
    });
    let lines = lines.collect();
    let title = format!("{}: {}", name_of(context, row), context.say(&(column.head)()));
    PageCell::traced(figure, FigureTrace { title, sentences, lines }, figures)
}

/// The number of lines whose amount nobody published.
fn missing_cell(
    context: Context<'_>,
    row: &CostRow,
    contributions: &[Contribution],
    figures: &mut Vec<FigureTrace>,
) -> PageCell {
    let missing = contributions.iter().filter(|given| given.amounts.is_none() && given.side != Side::Unattributed);
    let lines: Vec<(usize, Option<String>)> = missing.map(|given| (given.line, None)).collect();
    let count = row.figures.not_estimated();
    let title = format!("{}: {}", name_of(context, row), context.say(&message!("report-lines-not-estimated")));
    let sentences = vec![context.say(&message!("page-unknown-lines", count = count))];
    PageCell::traced(Some(count.to_string()), FigureTrace { title, sentences, lines }, figures)
}

/// Each total with the figures that it adds up.
fn total_row(context: Context<'_>, columns: &[&Column], figures: &mut Vec<FigureTrace>) -> PageRow {
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
        let shown = |figures: &Figures| (column.figure)(figures).map(|figure| context.amount(&figure));
        cells.push(total(&(column.head)(), shown(&context.cost.total), &|row| shown(&row.figures)));
    }
    let missing = |figures: &Figures| Some(figures.not_estimated().to_string());
    let head = message!("report-lines-not-estimated");
    cells.push(total(&head, missing(&context.cost.total), &|row| missing(&row.figures)));
    PageRow { kind: RowKind::Total, cells }
}
