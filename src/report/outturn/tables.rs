//! The tables of an outturn.

use super::{OutturnReport, per_cent};
use crate::attribution::Dimension;
use crate::language::{Between, Message, Value};
use crate::message;
use crate::report::sheet::{Align, Cell, Table};

/// One row a year: the sums and both indicators.
pub(super) fn years(report: OutturnReport<'_>) -> Table {
    let currency = report.context().currencies();
    let heads = vec![
        (message!("report-head-year"), Align::Left),
        (message!("outturn-head-approved"), Align::Money),
        (message!("outturn-head-executed"), Align::Money),
        (message!("outturn-head-deviation"), Align::Money),
        (message!("outturn-head-pi-1"), Align::Right),
        (message!("outturn-head-pi-2-1"), Align::Right),
        (message!("outturn-head-lines"), Align::Right),
    ];
    let mut table = Table::said(report.language(), &message!("outturn-caption-years", currency = currency), heads);
    for year in &report.outturn.years {
        let sums = year.approved().zip(year.executed());
        let known = |figure: Option<String>| Cell::figure(figure);
        table.push(vec![
            Cell::Text(year.year.to_string()),
            known(sums.as_ref().map(|(approved, _)| report.amount(approved))),
            known(sums.as_ref().map(|(_, executed)| report.amount(executed))),
            known(sums.as_ref().map(|(approved, executed)| signed(&report.deviation(approved, executed)))),
            known(year.pi_1().as_ref().map(per_cent)),
            known(year.pi_2_1().as_ref().map(per_cent)),
            Cell::Figure(year.lines.to_string()),
        ]);
    }
    table
}

/// One row a year and group, with what the group would have had if all had been executed alike.
pub(super) fn groups(report: OutturnReport<'_>) -> Option<Table> {
    let context = report.context();
    let by: Vec<Message> = context.query.by.iter().map(|dimension| context.head(*dimension)).collect();
    let mut heads = vec![(message!("report-head-year"), Align::Left)];
    heads.extend(by.iter().map(|head| (head.clone(), Align::Left)));
    heads.extend(
        [
            message!("outturn-head-approved"),
            message!("outturn-head-adjusted"),
            message!("outturn-head-executed"),
            message!("outturn-head-deviation"),
        ]
        .map(|head| (head, Align::Money)),
    );
    heads.push((message!("outturn-head-of-approved"), Align::Right));
    let by = Value::list(by, Between::And);
    let caption = message!("outturn-caption-groups", by = by, currency = context.currencies());
    let mut table = Table::said(report.language(), &caption, heads);
    for year in &report.outturn.years {
        for group in &year.groups {
            let mut cells = vec![Cell::Text(year.year.to_string())];
            let values = context.query.by.iter().zip(&group.by);
            cells.extend(values.map(|(dimension, value)| Cell::Text(context.value(*dimension, value))));
            cells.extend([
                Cell::Figure(report.amount(&group.approved)),
                Cell::figure(year.adjusted(group).map(|adjusted| report.amount(&adjusted))),
                Cell::Figure(report.amount(&group.executed)),
                Cell::Figure(signed(&report.deviation(&group.approved, &group.executed))),
                Cell::figure(group.ratio().as_ref().map(per_cent)),
            ]);
            table.push(cells);
        }
    }
    (!table.rows.is_empty()).then_some(table)
}

/// The lines that cannot be held against their other phase, each with the reason.
pub(super) fn left_out(report: OutturnReport<'_>) -> Option<Table> {
    let context = report.context();
    let heads = vec![
        (message!("report-head-year"), Align::Left),
        (message!("report-head-agency"), Align::Left),
        (message!("report-head-line"), Align::Left),
        (message!("outturn-head-currency"), Align::Left),
        (message!("outturn-head-line-approved"), Align::Right),
        (message!("outturn-head-line-executed"), Align::Right),
        (message!("outturn-head-why"), Align::Left),
    ];
    let mut table = Table::said(report.language(), &message!("outturn-caption-left-out"), heads);
    for left in &report.outturn.left_out {
        let key = &left.key;
        table.push(vec![
            Cell::Text(key.year.to_string()),
            Cell::Text(context.value(Dimension::Agency, &key.agency)),
            Cell::Text(context.value(Dimension::Line, &key.line)),
            Cell::text(key.currency.code()),
            Cell::figure(report.own(left.approved, key.currency)),
            Cell::figure(report.own(left.executed, key.currency)),
            Cell::Text(report.language().say(&Message::word("outturn-why", left.why.word()))),
        ]);
    }
    (!table.rows.is_empty()).then_some(table)
}

/// A change with its sign.
fn signed(plain: &str) -> String {
    let is_zero = plain.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    if plain.starts_with('-') || is_zero { plain.to_owned() } else { format!("+{plain}") }
}
