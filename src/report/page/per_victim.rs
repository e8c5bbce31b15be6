//! The table of cost per victim: every measure side by side.

use super::cost::{key_cells, name_of, row_key};
use super::{FigureTrace, PageCell, PageColumn, PageRow, PageTable};
use crate::domain::{ALL_FORMS, Fraction, Protected};
use crate::language::{Message, Value};
use crate::measures::{CostRow, PerVictim, cost_column};
use crate::message;
use crate::report::citations::Citations;
use crate::report::context::Context;
use crate::report::notes;
use crate::report::sheet::{Align, RowKind};

/// A column of quotients: which cost it divides by which count.
struct Column {
    key: &'static str,
    head: fn() -> Message,
    quotient: fn(&PerVictim) -> &Option<Fraction>,
    cost: &'static str,
    count: fn(&Ends, negative: bool) -> &str,
}

/// The ends of a count and its midpoint.
struct Ends {
    low: String,
    central: String,
    high: String,
}

const COLUMNS: [Column; 4] = [
    Column {
        key: "labelled",
        head: || message!("report-head-labelled"),
        quotient: |figure| &figure.labelled,
        cost: "labelled_total",
        count: |ends, _| &ends.central,
    },
    Column {
        key: "total",
        head: || message!("report-head-total"),
        quotient: |figure| &figure.total.central,
        cost: "total_central",
        count: |ends, _| &ends.central,
    },
    Column {
        key: "low",
        head: || message!("report-head-total-low"),
        quotient: |figure| &figure.total.low,
        cost: "total_low",
        count: |ends, negative| if negative { &ends.low } else { &ends.high },
    },
    Column {
        key: "high",
        head: || message!("report-head-total-high"),
        quotient: |figure| &figure.total.high,
        cost: "total_high",
        count: |ends, negative| if negative { &ends.high } else { &ends.low },
    },
];

/// One row a measure and year or group; `None` where no measure is shown.
pub(super) fn table(context: Context<'_>, figures: &mut Vec<FigureTrace>) -> Option<PageTable> {
    if context.query.measures.is_empty() || context.cost.rows.is_empty() {
        return None;
    }
    let all = || context.cost.rows.iter().flat_map(|row| &row.per_victim);
    let ranged = all().any(|figure| !figure.total.is_point());
    let columns: Vec<&Column> =
        COLUMNS.iter().filter(|column| ranged || !matches!(column.key, "low" | "high")).collect();
    let citations = Citations::of(context);
    let mut rows = Vec::new();
    for measure in &context.query.measures {
        for (place, row) in context.cost.rows.iter().enumerate() {
            let Some(figure) = row.per_victim.iter().find(|figure| figure.measure == *measure) else { continue };
            let mut cells = vec![PageCell::words(context.measure(measure))];
            cells.extend(key_cells(context, row));
            cells.push(match context.is_beside() {
                true => PageCell::words(""),
                false => count_cell(context, row, figure, &citations, figures),
            });
            cells.extend(columns.iter().map(|column| quotient_cell(context, row, figure, column, figures)));
            let mark = figure.source.as_ref().map(|id| citations.mark(id)).unwrap_or_default();
            cells.push(PageCell::words(mark));
            let name = measure.split_whitespace().collect::<Vec<_>>().join("-");
            let key = format!("{name}-{}", row_key(context, place, row));
            rows.push(PageRow { kind: RowKind::Body, key, cells });
        }
    }
    let language = context.language;
    let column = |key: &str, title: Message, align| PageColumn::new(language, key, &title, align);
    let mut heads = vec![
        column("measure", message!("report-head-measure"), Align::Left),
        column("year", message!("report-head-year"), Align::Left),
    ];
    heads.extend(
        context
            .query
            .by
            .iter()
            .map(|dimension| column(&context.name(*dimension), context.head(*dimension), Align::Left)),
    );
    heads.push(column("victims", message!("report-head-victims"), Align::Right));
    heads.extend(columns.iter().map(|quotient| column(quotient.key, (quotient.head)(), Align::Money)));
    heads.push(column("source", message!("report-head-source-short"), Align::Left));
    let currency = context.currencies();
    let caption = match &context.query.exploitation {
        None => message!("report-per-victim", currency = currency),
        Some(form) => message!(
            "report-per-victim-of-form",
            form = Value::Word("exploitation", form.to_string()),
            currency = currency
        ),
    };
    Some(PageTable {
        id: "per-victim".to_owned(),
        caption: context.say(&caption),
        is_of_lines: false,
        columns: heads,
        rows,
    })
}

fn title(context: Context<'_>, row: &CostRow, figure: &PerVictim, head: &Message) -> String {
    let measure = context.measure(&figure.measure);
    format!("{}, {measure}: {}", name_of(context, row), context.say(head))
}

/// Why there is no figure, and where the count stands.
fn about_count(context: Context<'_>, row: &CostRow, figure: &PerVictim) -> Vec<String> {
    let mut sentences = Vec::new();
    if let Some(reason) = notes::no_figure(figure) {
        sentences.push(context.say(&reason));
    }
    let counts = &context.project.victims;
    if let Some(count) = counts.row(&figure.measure, row.year, &figure.exploitation) {
        debug_assert_eq!(&*count.group, ALL_FORMS);
        let (file, number) = (count.origin.file.to_string(), count.origin.row.to_string());
        sentences.push(context.say(&message!("page-count-place", file = file, row = number)));
        if !count.note.is_empty() {
            sentences.push(context.say(&message!("page-count-note", note = context.note(&count.note))));
        }
    }
    if figure.breaks {
        sentences.push(context.say(&message!("explain-break")));
    }
    sentences
}

fn count_cell(
    context: Context<'_>,
    row: &CostRow,
    figure: &PerVictim,
    citations: &Citations,
    figures: &mut Vec<FigureTrace>,
) -> PageCell {
    let mut sentences = Vec::new();
    let shown = figure.victims.map(|count| count.to_text().central);
    let shown = shown.or_else(|| figure.protected.map(Protected::mark));
    if let Some(count) = figure.victims.map(|count| count.to_text())
        && count.low != count.high
    {
        let (low, high) = (count.low, count.high);
        sentences.push(context.say(&message!("page-count-range", low = low, high = high, central = count.central)));
    }
    sentences.extend(about_count(context, row, figure));
    if let Some(source) = &figure.source {
        let words = crate::report::SourceDocument::new(context.project, source).words(context.language);
        sentences.push(format!("{} {words}", citations.mark(source)));
    }
    let title = title(context, row, figure, &message!("report-head-victims"));
    PageCell::traced(shown, FigureTrace { title, sentences, lines: Vec::new() }, figures)
}

fn quotient_cell(
    context: Context<'_>,
    row: &CostRow,
    figure: &PerVictim,
    column: &Column,
    figures: &mut Vec<FigureTrace>,
) -> PageCell {
    let cost = cost_column(column.cost).and_then(|cost| cost.figure(&row.figures));
    let quotient = (column.quotient)(figure).as_ref().map(|figure| context.amount(figure));
    let mut sentences = Vec::new();
    if let (Some(quotient), Some(count), Some(cost)) = (&quotient, figure.victims, &cost) {
        let count = count.to_text();
        let ends = Ends { low: count.low, central: count.central, high: count.high };
        let count = (column.count)(&ends, cost.is_negative());
        sentences.push(context.say(&message!(
            "page-quotient",
            cost = Value::figure(context.amount(cost)),
            count = Value::figure(count),
            figure = Value::figure(&**quotient),
            currency = context.query.basis.currency.to_string()
        )));
        sentences.push(context.say(&message!("page-quotient-cost", row = name_of(context, row))));
    } else if cost.is_none() {
        sentences.push(context.say(&message!("page-unknown-sum")));
    }
    sentences.extend(about_count(context, row, figure));
    let title = title(context, row, figure, &context.in_currency((column.head)()));
    PageCell::traced(quotient, FigureTrace { title, sentences, lines: Vec::new() }, figures)
}
