//! The blocks below the rows of services: by step and by group beside the accounts, live over the rows and the ledger.

use std::collections::BTreeSet;

use super::cells::{Look, WorkCell, WorkSheet};
use super::formula::{cell, text};
use super::restated::chain_text;
use super::rules::factor_text;
use super::services::{Base, measure_heads, per_bound, per_victim_cells, sum_of, texts, three};
use crate::attribution::{Dimension, Entry};
use crate::domain::{Currency, Part};
use crate::language::Message;
use crate::measures::services::{GroupFigures, STEP, ServiceFigures, ServicesYear};
use crate::message;

/// Columns of a block.
const NEEDED: usize = 5;
const ACCOUNTED: usize = 8;

/// The block by step with a total of each year, then that by group, where it is another.
pub(super) fn group_blocks(base: Base<'_>, first_rows: &[usize], out: &mut WorkSheet<'_>) {
    let services = base.report.services;
    let currency = base.report.context.query.basis.currency;
    let caption = message!("services-caption-steps", currency = currency);
    block(base, caption, out);
    for (year, first) in services.years.iter().zip(first_rows) {
        for group in &year.steps {
            let row = group_row(base, (year, *first), group, out.rows.len());
            out.rows.push(row);
        }
        let total = group_row(base, (year, *first), &year.total, out.rows.len());
        out.rows.push(total.into_iter().map(WorkCell::total).collect());
    }
    let repeats = services.beside.step && services.years.iter().all(|year| year.groups.len() == year.steps.len());
    if !services.beside.area || repeats {
        return;
    }
    let caption = match services.beside.step {
        true => message!("services-caption-groups", currency = currency),
        false => message!("services-caption-areas", currency = currency),
    };
    block(base, caption, out);
    for (year, first) in services.years.iter().zip(first_rows) {
        for group in &year.groups {
            let row = group_row(base, (year, *first), group, out.rows.len());
            out.rows.push(row);
        }
    }
}

fn block(base: Base<'_>, caption: Message, out: &mut WorkSheet<'_>) {
    let say = |message: Message| base.report.context.language.say(&message);
    let head = |message: Message| WorkCell::words(say(message), Look::Head);
    out.rows.push(Vec::new());
    out.rows.push(vec![WorkCell::words(say(caption), Look::Caption)]);
    let mut heads = [
        message!("services-head-year"),
        message!("services-head-step"),
        message!("services-head-area"),
        message!("services-head-services"),
        message!("services-head-unknown"),
    ]
    .map(head)
    .to_vec();
    heads.extend(three(base, message!("services-head-needed")));
    heads.extend(three(base, message!("services-head-accounted")));
    heads.extend(three(base, message!("services-head-difference")));
    heads.extend(measure_heads(base));
    out.rows.push(heads);
}

/// The row of a group, which stands in this row of the sheet; `first` is that of its year's first service.
fn group_row(
    base: Base<'_>,
    (year, first): (&ServicesYear<'_>, usize),
    group: &GroupFigures,
    row: usize,
) -> Vec<WorkCell> {
    let report = base.report;
    let context = report.context;
    let digits = context.query.basis.currency.digits();
    let is_total = group.step.is_none() && group.area.is_none();
    let step = match &group.step {
        Some(step) => report.step(step),
        None if is_total => context.say(&message!("services-all")),
        None => String::new(),
    };
    let area = group.area.as_ref().map(|area| report.area(area)).unwrap_or_default();
    let mut cells = vec![
        WorkCell::number(Some(year.year.to_string()), Look::Year),
        WorkCell::text(step),
        WorkCell::text(area),
        WorkCell::number(Some(group.services.to_string()), Look::Count),
        WorkCell::number(Some(group.unknown.to_string()), Look::Count),
    ];
    let own = year.services.iter().enumerate().filter(|(_, figures)| is_of(group, figures));
    let rows: Vec<usize> = own.map(|(place, _)| first + place).collect();
    let needed = texts(group.needed.as_ref(), |figure| context.amount(figure));
    cells.extend(per_bound(|bound| {
        let formula = format!("ROUND({},{digits})", sum_of(&rows, bound));
        WorkCell::formula(formula, needed[bound].clone(), Look::Money(digits))
    }));
    let accounted = texts(group.accounted().as_ref(), |figure| context.amount(figure));
    cells.extend(per_bound(|bound| {
        let formula = format!("ROUND({},{digits})", accounts(base, year, group, bound));
        WorkCell::formula(formula, accounted[bound].clone(), Look::Money(digits))
    }));
    let difference = texts(group.difference().as_ref(), |units| report.units(units));
    cells.extend(per_bound(|bound| {
        let formula = format!("ROUND({}-{},{digits})", cell(row, NEEDED + bound), cell(row, ACCOUNTED + 2 - bound));
        WorkCell::formula(formula, difference[bound].clone(), Look::Money(digits))
    }));
    for figure in &group.per_victim {
        let exact = |bound: usize| sum_of(&rows, bound);
        cells.extend(per_victim_cells(base, figure, year.year, &exact));
    }
    cells
}

/// Whether a service is of a group.
fn is_of(group: &GroupFigures, figures: &ServiceFigures<'_>) -> bool {
    let service = figures.service;
    let area = if service.area.is_empty() { "unspecified" } else { &*service.area };
    group.step.as_ref().is_none_or(|step| *step == service.step) && group.area.as_deref().is_none_or(|own| own == area)
}

/// What the records of the ledger attribute to the step and area of the services of a group, not rounded.
fn accounts(base: Base<'_>, year: &ServicesYear<'_>, group: &GroupFigures, bound: usize) -> String {
    let context = base.report.context;
    let position = context.project.dimensions.iter().position(|dimension| &**dimension == STEP);
    let of_groups = year.groups.iter().filter(|of| {
        group.step.as_ref().is_none_or(|step| of.step.as_ref() == Some(step))
            && group.area.as_ref().is_none_or(|area| of.area.as_ref() == Some(area))
    });
    let range = |column: &str| base.ledger.range(column);
    let exact = |column: &str, words: &str| format!("*EXACT({},{})", range(column), text(words));
    let mut terms = Vec::new();
    for of in of_groups {
        let is_own = |entry: &Entry<'_>| {
            let step = position.map(|position| Dimension::Own(position).value(entry)).unwrap_or_default();
            entry.key().year == year.year
                && entry.part == Part::Attributed
                && of.step.as_ref().is_none_or(|own| **own == *step)
                && of.area.as_ref().is_none_or(|own| **own == *entry.area)
        };
        let currencies: BTreeSet<Currency> = context.entries().filter(is_own).map(|entry| entry.currency()).collect();
        for currency in currencies {
            let mut take = format!("({}={})", range("year"), year.year);
            take.push_str(&exact("part", &context.language.term("part", Part::Attributed.word())));
            take.push_str(&exact("currency", currency.code()));
            if let Some(step) = &of.step {
                take.push_str(&exact(STEP, step));
            }
            if let Some(area) = &of.area {
                take.push_str(&exact("area", &context.language.term("area", area)));
            }
            let column = ["low", "central", "high"][bound];
            let rate = factor_text(context, currency, context.query.basis.currency, year.year);
            let chain = chain_text(context, year.year).map(|chain| format!("*{chain}")).unwrap_or_default();
            terms.push(format!("SUMPRODUCT({take}*{}){chain}{rate}", range(column)));
        }
    }
    if terms.is_empty() { "0".to_owned() } else { terms.join("+") }
}
