//! The block of cost per victim: live quotients of the cost above and the counts on the sheet of victims.

use std::rc::Rc;

use super::Basics;
use super::cells::{Look, NativeSeries, WorkCell, WorkSheet};
use super::cost::exact;
use super::facts;
use super::formula::{cell, quoted};
use super::summary::{Part, key_cells, key_heads, plain};
use crate::domain::Fraction;
use crate::language::Message;
use crate::measures::{Bound, COST, CostRow, PerVictim};
use crate::message;
use crate::report::citations::Citations;
use crate::report::error::ReportError;

/// Columns of the sheet of victims that hold a count's low end, midpoint and high end.
pub(super) const COUNT_COLUMNS: [usize; 3] = [4, 5, 6];

/// A cost over a count.
struct Quotient {
    head: &'static str,
    cost: &'static str,
    bound: Bound,
    of: fn(&PerVictim) -> &Option<Fraction>,
}

/// The quotients, in order.
const QUOTIENTS: [Quotient; 4] = [
    Quotient { head: "labelled", cost: "labelled_total", bound: Bound::Central, of: |figure| &figure.labelled },
    Quotient { head: "total-low", cost: "total_low", bound: Bound::Low, of: |figure| &figure.total.low },
    Quotient { head: "total", cost: "total_central", bound: Bound::Central, of: |figure| &figure.total.central },
    Quotient { head: "total-high", cost: "total_high", bound: Bound::High, of: |figure| &figure.total.high },
];

/// Adds the block; gives the series of its chart, one a measure.
pub(super) fn block<'c>(
    basics: &Rc<Basics<'c>>,
    parts: &Rc<[Part]>,
    out: &mut WorkSheet<'c>,
) -> Result<Vec<NativeSeries>, ReportError> {
    let context = basics.context;
    if context.query.measures.is_empty() || context.cost.rows.is_empty() {
        return Ok(Vec::new());
    }
    let say = move |message: &Message| context.language.say(message);
    let currency = context.currencies();
    let caption = match &context.query.exploitation {
        None => message!("workbook-per-victim", currency = currency),
        Some(form) => {
            message!("workbook-per-victim-of", currency = currency, form = context.language.term("exploitation", form))
        }
    };
    let head = |name: &str| WorkCell::words(say(&Message::word("per-victim", name)), Look::Head);
    let mut heads = key_heads(context);
    heads.push(head("measure"));
    heads.extend(["low", "count", "high"].map(head));
    for name in QUOTIENTS.map(|quotient| quotient.head) {
        let in_each = context.in_each().map(|of| of.in_currency(Message::word("per-victim", name)));
        heads.extend(in_each.map(|title| WorkCell::words(say(&title), Look::Head)));
    }
    heads.extend(["break", "source", "reason"].map(head));
    out.rows.extend([Vec::new(), vec![WorkCell::words(say(&caption), Look::Caption)], heads]);
    let citations = Rc::new(Citations::of(context));
    let keys = key_heads(context).len();
    let mut series = Vec::new();
    let total_at = QUOTIENTS.iter().position(|quotient| quotient.head == "total").unwrap_or_default();
    for measure in &context.query.measures {
        let first = out.rows.len();
        let rows = context.cost.rows.iter().enumerate().filter_map(move |(index, row)| {
            Some((index, row, row.per_victim.iter().find(|figure| figure.measure == *measure)?))
        });
        let any = rows.clone().any(|(_, _, figure)| figure.total.central.is_some());
        let (of, of_parts, citations) = (Rc::clone(basics), Rc::clone(parts), Rc::clone(&citations));
        let made = rows.clone().enumerate().map(move |(number, (index, row, figure))| {
            let mut cells = key_cells(context, index, row);
            cells.push(WorkCell::text(context.measure(measure)));
            cells.extend(figure_cells(&of, &of_parts, index, row, figure, first + number));
            let breaks = if figure.breaks { say(&message!("workbook-yes")) } else { String::new() };
            cells.push(WorkCell::text(breaks));
            cells.push(WorkCell::text(figure.source.as_ref().map(|id| citations.mark(id)).unwrap_or_default()));
            cells.push(WorkCell::text(figure.reason.as_ref().map(say).unwrap_or_default()));
            Ok(cells)
        });
        out.rows.extend_late(rows.count(), made)?;
        if any {
            series.push(NativeSeries {
                name: context.measure(measure),
                categories: [0, 0],
                values: keys + 4 + total_at * context.in_each().count(),
                first,
                last: out.rows.len() - 1,
            });
        }
    }
    Ok(series)
}

/// The counts, then cost per victim; a cost that nobody knows has none.
fn figure_cells(
    basics: &Basics<'_>,
    parts: &[Part],
    index: usize,
    row: &CostRow,
    figure: &PerVictim,
    at: usize,
) -> Vec<WorkCell> {
    let context = basics.context;
    let counted = basics.victims.iter().position(|count| {
        count.measure == figure.measure
            && count.year == row.year
            && count.exploitation == figure.exploitation
            && &*count.group == crate::domain::ALL_FORMS
    });
    let counts = figure.victims.map(|count| count.to_text());
    let keys = key_heads(context).len() + 1;
    let sheet = quoted(&context.language.say(&message!("workbook-victims")));
    let count_cell = |which: usize, text: Option<String>| match counted {
        // The header of that sheet is its first row.
        Some(position) => {
            let reference = format!("{sheet}!{}", cell(position + 1, COUNT_COLUMNS[which]));
            WorkCell::formula(reference, text, Look::Plain)
        }
        None => WorkCell::number(text, Look::Plain),
    };
    let mut cells = vec![
        count_cell(0, counts.as_ref().map(|counts| counts.low.clone())),
        match figure.protected {
            None => count_cell(1, counts.as_ref().map(|counts| counts.central.clone())),
            protected => facts::mark(protected),
        },
        count_cell(2, counts.as_ref().map(|counts| counts.high.clone())),
    ];
    let total = row.figures.total();
    let is_negative = |bound: Bound| total.as_ref().is_some_and(|total| bound.of(total).is_negative());
    for quotient in &QUOTIENTS {
        let position = COST.iter().position(|column| column.key == quotient.cost);
        let count = match quotient.bound {
            // A cost bound below 0 is spread thinnest over the most victims when it is highest.
            Bound::Low if !is_negative(Bound::Low) => 2,
            Bound::High if is_negative(Bound::High) => 2,
            Bound::Low | Bound::High => 0,
            Bound::Central => 1,
        };
        cells.extend(context.in_each().enumerate().map(|(of, context)| {
            let digits = context.query.basis.currency.digits();
            let money = position.map(|position| exact(parts, of, index, position)).unwrap_or_default();
            let formula = format!("ROUND(({money})/{},{digits})", cell(at, keys + count));
            let same = |other: &&PerVictim| other.measure == figure.measure;
            let found = context.cost.rows.get(index).and_then(|row| row.per_victim.iter().find(same));
            let result = found.and_then(|figure| (quotient.of)(figure).clone());
            WorkCell::formula(formula, plain(result, digits), Look::Money(digits))
        }));
    }
    cells
}
