//! The tables of services.

use super::ServicesReport;
use crate::domain::{Fraction, Interval, Users};
use crate::language::{Message, Value};
use crate::measures::services::{GroupFigures, NeedPerVictim, ServicesYear};
use crate::message;
use crate::report::sheet::{Align, Cell, Table};

/// Every table, in order.
pub(crate) fn tables(report: ServicesReport<'_>) -> Vec<Table> {
    let mut tables = match pair_up(report) {
        true => Vec::new(),
        false => report.beside(|report| Some(steps(report))).into_iter().collect(),
    };
    tables.extend(report.beside(groups));
    tables.extend(report.beside(|report| Some(services(report))));
    tables.extend(report.beside(per_victim));
    tables
}

/// Heads of a table with one for the year where several are shown.
fn heads(report: ServicesReport<'_>, rest: Vec<(Message, Align)>) -> Vec<(Message, Align)> {
    let year = (report.services.years.len() > 1).then(|| (message!("services-head-year"), Align::Left));
    year.into_iter().chain(rest).collect()
}

/// The cell of that head.
fn year_cell(report: ServicesReport<'_>, year: &ServicesYear<'_>) -> Option<Cell> {
    (report.services.years.len() > 1).then(|| Cell::Text(year.year.to_string()))
}

fn caption(report: ServicesReport<'_>, message: fn(Value) -> Message) -> Message {
    message(report.context.currencies())
}

/// By step, and in all: needed, accounted for, the difference.
fn steps(report: ServicesReport<'_>) -> Table {
    let caption = caption(report, |currency| message!("services-caption-steps", currency = currency));
    let named = vec![(message!("services-head-step"), Align::Left)];
    let whole = |year: &ServicesYear<'_>| report.services.beside.is_any() && year.total.accounted.is_some();
    let beside = report.services.beside.step || report.services.years.iter().any(whole);
    let figures = |group: &GroupFigures| vec![Cell::Text(report.step(group.step.as_deref().unwrap_or_default()))];
    compared(report, &caption, named, beside, &|year| &year.steps, &figures, true)
}

/// Whether every step has one area, so that one table says both.
fn pair_up(report: ServicesReport<'_>) -> bool {
    let beside = report.services.beside;
    beside.step && beside.area && report.services.years.iter().all(|year| year.groups.len() == year.steps.len())
}

/// By what they are held against the accounts, where that is not the step alone.
fn groups(report: ServicesReport<'_>) -> Option<Table> {
    let beside = report.services.beside;
    if !beside.area {
        return None;
    }
    let caption = match beside.step {
        true => caption(report, |currency| message!("services-caption-groups", currency = currency)),
        false => caption(report, |currency| message!("services-caption-areas", currency = currency)),
    };
    let step = beside.step.then(|| (message!("services-head-step"), Align::Left));
    let named = step.into_iter().chain([(message!("services-head-area"), Align::Left)]).collect();
    let names = |group: &GroupFigures| {
        let step = beside.step.then(|| report.step(group.step.as_deref().unwrap_or_default()));
        let area = report.area(group.area.as_deref().unwrap_or_default());
        step.into_iter().chain([area]).map(Cell::Text).collect()
    };
    Some(compared(report, &caption, named, true, &|year| &year.groups, &names, pair_up(report)))
}

type Names<'n> = &'n dyn Fn(&GroupFigures) -> Vec<Cell>;

type Rows<'r> = &'r dyn for<'y> Fn(&'y ServicesYear<'y>) -> &'y [GroupFigures];

/// Groups beside the accounts, a row each, with a total of each year where that is asked for.
fn compared(
    report: ServicesReport<'_>,
    caption: &Message,
    named: Vec<(Message, Align)>,
    beside: bool,
    rows: Rows<'_>,
    names: Names<'_>,
    with_total: bool,
) -> Table {
    let context = report.context;
    let width = named.len();
    let of_year = |year| rows(year).iter().chain(with_total.then_some(&year.total));
    let all = || report.services.years.iter().flat_map(of_year);
    let is_ranged = |known: &Option<Interval<Fraction>>| known.as_ref().is_some_and(|known| !known.is_point());
    let (needed_ranged, accounted_ranged) =
        (all().any(|group| is_ranged(&group.needed)), all().any(|group| is_ranged(&group.accounted())));
    let mut titles = named;
    titles.push((message!("services-head-services"), Align::Right));
    titles.extend(figure_heads(needed_ranged, message!("services-head-needed")));
    if beside {
        titles.extend(figure_heads(accounted_ranged, message!("services-head-accounted")));
        titles.extend(figure_heads(false, message!("services-head-difference")));
    }
    let mut table = Table::said(context.language, caption, heads(report, titles));
    for year in &report.services.years {
        for (place, group) in of_year(year).enumerate() {
            let is_total = place == rows(year).len();
            let mut cells: Vec<Cell> = year_cell(report, year).into_iter().collect();
            if is_total {
                cells.push(Cell::Text(context.say(&message!("services-all"))));
                cells.extend(vec![Cell::Blank; width - 1]);
            } else {
                cells.extend(names(group));
            }
            cells.push(known(report, group));
            cells.extend(money(report, group.needed.as_ref(), needed_ranged));
            if beside {
                cells.extend(money(report, group.accounted().as_ref(), accounted_ranged));
                let difference = group.difference().map(|ends| ends.map(|units| Fraction::whole(units.clone())));
                cells.extend(money(report, difference.as_ref(), false));
            }
            if is_total { table.push_total(cells) } else { table.push(cells) }
        }
    }
    table
}

/// How many services are in a sum: `3`, or `2 of 3`.
fn known(report: ServicesReport<'_>, group: &GroupFigures) -> Cell {
    match group.unknown {
        0 => Cell::Figure(group.services.to_string()),
        unknown => {
            let (known, services) = (group.services - unknown, group.services);
            Cell::Text(report.context.say(&message!("services-known-of", known = known, services = services)))
        }
    }
}

/// The head of a figure, with heads for its bounds where any has a range.
fn figure_heads(ranged: bool, head: Message) -> Vec<(Message, Align)> {
    let bound = |message: Message| (message, Align::Money);
    if !ranged {
        return vec![bound(head)];
    }
    vec![
        bound(message!("services-head-low", head = head.clone())),
        bound(head.clone()),
        bound(message!("services-head-high", head = head)),
    ]
}

/// A figure in minor units of the basis, with its bounds where any has a range.
fn money(report: ServicesReport<'_>, figure: Option<&Interval<Fraction>>, ranged: bool) -> Vec<Cell> {
    let amount = |bound: fn(&Interval<Fraction>) -> &Fraction| {
        Cell::figure(figure.map(|figure| report.context.amount(bound(figure))))
    };
    match ranged {
        false => vec![amount(|figure| &figure.central)],
        true => vec![amount(|figure| &figure.low), amount(|figure| &figure.central), amount(|figure| &figure.high)],
    }
}

/// Service by service: its factors, what it takes, and what one user takes.
fn services(report: ServicesReport<'_>) -> Table {
    let caption = caption(report, |currency| message!("services-caption-services", currency = currency));
    let titles = vec![
        (message!("services-head-step"), Align::Left),
        (message!("services-head-service"), Align::Left),
        (message!("services-head-users"), Align::Right),
        (message!("services-head-units"), Align::Right),
        (message!("services-head-unit"), Align::Left),
        (message!("services-head-unit-cost"), Align::Right),
        (message!("services-head-low", head = message!("services-head-cost")), Align::Money),
        (message!("services-head-cost"), Align::Money),
        (message!("services-head-high", head = message!("services-head-cost")), Align::Money),
        (message!("services-head-per-user"), Align::Money),
    ];
    let mut table = Table::said(report.context.language, &caption, heads(report, titles));
    for year in &report.services.years {
        for figures in &year.services {
            let service = figures.service;
            let mut cells: Vec<Cell> = year_cell(report, year).into_iter().collect();
            cells.extend([Cell::Text(report.step(&service.step)), Cell::Text(report.service(&service.service))]);
            cells.push(match figures.service.users {
                Users::Protected(why) => Cell::Text(why.mark()),
                _ => report.ranged(figures.users.as_ref()),
            });
            cells.push(report.ranged(service.units.as_ref()));
            cells.push(Cell::Text(report.unit(&service.unit)));
            cells.push(match (report.ranged(service.unit_cost.as_ref()), service.currency) {
                (Cell::Figure(plain), own) if own != report.context.query.basis.currency => {
                    Cell::Text(format!("{} {own}", report.context.language.figure(&plain)))
                }
                (Cell::Text(words), own) if own != report.context.query.basis.currency => {
                    Cell::Text(format!("{words} {own}"))
                }
                (cell, _) => cell,
            });
            cells.extend(money(report, figures.shown(), true));
            cells.push(report.ranged_money(figures.per_user.as_ref()));
            table.push(cells);
        }
    }
    table
}

/// Per victim of each measure: all together, by step, and service by service.
fn per_victim(report: ServicesReport<'_>) -> Option<Table> {
    let context = report.context;
    let caption = caption(report, |currency| message!("services-caption-per-victim", currency = currency));
    let titles = vec![
        (message!("services-head-measure"), Align::Left),
        (message!("services-head-victims"), Align::Right),
        (message!("services-head-of"), Align::Left),
        (message!("services-head-bound-low"), Align::Money),
        (message!("services-head-per-victim"), Align::Money),
        (message!("services-head-bound-high"), Align::Money),
    ];
    let mut table = Table::said(context.language, &caption, heads(report, titles));
    for year in &report.services.years {
        for (place, measure) in context.query.measures.iter().enumerate() {
            let mut row = |of: String, per_victim: &[NeedPerVictim], is_total: bool| {
                let Some(figure) = per_victim.get(place) else { return };
                let mut cells: Vec<Cell> = year_cell(report, year).into_iter().collect();
                cells.push(Cell::Text(context.language.term("measure", measure)));
                cells.push(match figure.protected {
                    Some(why) => Cell::Text(why.mark()),
                    None => report.ranged(figure.victims.map(|count| count.bounds()).as_ref()),
                });
                cells.push(Cell::Text(of));
                let bounds = [&figure.cost.low, &figure.cost.central, &figure.cost.high];
                cells.extend(bounds.map(|bound| Cell::figure(bound.as_ref().map(|bound| context.amount(bound)))));
                if is_total { table.push_total(cells) } else { table.push(cells) }
            };
            for step in &year.steps {
                row(report.step(step.step.as_deref().unwrap_or_default()), &step.per_victim, false);
                // The one service of a step takes what its step takes.
                let own = year.services.iter().filter(|of| Some(&of.service.step) == step.step.as_ref());
                for figures in own.filter(|_| step.services > 1) {
                    row(format!("\u{2013} {}", report.service(&figures.service.service)), &figures.per_victim, false);
                }
            }
            row(context.say(&message!("services-all")), &year.total.per_victim, true);
        }
    }
    (!table.rows.is_empty()).then_some(table)
}
