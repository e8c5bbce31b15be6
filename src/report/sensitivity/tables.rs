//! The tables of a sensitivity analysis.

use std::collections::BTreeMap;

use super::{SensitivityReport, index, names};
use crate::language::Message;
use crate::measures::sensitivity::{Bar, Input, Member, Shape, Uncertain, What};
use crate::message;
use crate::report::sheet::{Align, Cell, Table};

fn table(report: SensitivityReport<'_>, caption: Message, heads: &[(Message, Align)]) -> Table {
    let language = report.context.language;
    let heads: Vec<(String, Align)> = heads.iter().map(|(title, align)| (language.say(title), *align)).collect();
    let heads: Vec<(&str, Align)> = heads.iter().map(|(title, align)| (title.as_str(), *align)).collect();
    Table::new(language.say(&caption), &heads)
}

/// The uncertain inputs.
pub(super) fn inputs(report: SensitivityReport<'_>) -> Option<Table> {
    let heads = [
        (message!("sensitivity-head-input"), Align::Left),
        (message!("sensitivity-head-low"), Align::Right),
        (message!("sensitivity-head-central"), Align::Right),
        (message!("sensitivity-head-high"), Align::Right),
        (message!("sensitivity-head-shape"), Align::Left),
    ];
    let mut table = table(report, message!("sensitivity-caption-inputs"), &heads);
    for input in &report.sensitivity.inputs {
        let name = Cell::Text(names::input(report, input));
        match input.only() {
            Some(only) => table.push(value(report, input, only, name)),
            None => {
                let together = report.context.language.say(&message!("sensitivity-shape-together"));
                table.push(vec![name, Cell::Blank, Cell::Blank, Cell::Blank, Cell::Text(together)]);
                for member in &input.members {
                    let name = names::member(report, member);
                    let name = report.context.language.say(&message!("sensitivity-row-alternative", name = name));
                    table.push(value(report, input, member, Cell::Text(name)));
                }
            }
        }
    }
    (!table.rows.is_empty()).then_some(table)
}

/// The row of a value: its ends and how it is drawn.
fn value(report: SensitivityReport<'_>, input: &Input, member: &Member, name: Cell) -> Vec<Cell> {
    let said = report.context.language.say(&names::shape(&member.shape));
    let Shape::Choice(weights) = &member.shape else {
        let ends = [&member.ends.low, &member.ends.central, &member.ends.high];
        let ends = ends.map(|end| Cell::Text(names::end(report, member, end)));
        return std::iter::once(name).chain(ends).chain([Cell::Text(said)]).collect();
    };
    let alike = weights.windows(2).all(|pair| pair[0] == pair[1]);
    let alternatives = input.alternatives().iter().zip(weights).map(|(alternative, weight)| {
        let name = names::alternative(report, input, alternative);
        if alike { name } else { format!("{name} {}", report.context.language.per_cent(weight)) }
    });
    let said = format!("{said}: {}", alternatives.collect::<Vec<_>>().join(", "));
    vec![name, Cell::Blank, Cell::Blank, Cell::Blank, Cell::Text(said)]
}

/// From the least to the greatest, exact.
pub(super) fn intervals(report: SensitivityReport<'_>) -> Table {
    let heads = [
        (message!("sensitivity-head-figure"), Align::Left),
        (message!("sensitivity-head-low"), Align::Money),
        (message!("sensitivity-head-central"), Align::Money),
        (message!("sensitivity-head-high"), Align::Money),
    ];
    let caption = message!("sensitivity-caption-interval", currency = report.context.currencies());
    let mut table = table(report, caption, &heads);
    for of in &report.sensitivity.figures {
        let mut cells = vec![Cell::Text(names::figure(report, &of.figure))];
        let ends = [&of.interval.low, &of.interval.central, &of.interval.high];
        cells.extend(ends.map(|end| Cell::figure(report.exact(end.as_ref()))));
        table.push(cells);
        if let Some(reason) = &of.reason {
            let reason = report.context.language.say(reason);
            let reason = report.context.language.say(&message!("sensitivity-row-alternative", name = reason));
            table.push(vec![Cell::Text(reason), Cell::Blank, Cell::Blank, Cell::Blank]);
        }
    }
    table
}

/// Percentiles and mean, each with its standard error in the row below.
pub(super) fn spread(report: SensitivityReport<'_>) -> Option<Table> {
    let heads = [
        (message!("sensitivity-head-figure"), Align::Left),
        (message!("sensitivity-head-p5"), Align::Money),
        (message!("sensitivity-head-p50"), Align::Money),
        (message!("sensitivity-head-p95"), Align::Money),
        (message!("sensitivity-head-mean"), Align::Money),
    ];
    let currency = report.context.currencies();
    let draws = report.sensitivity.drawing.draws;
    let caption = message!("sensitivity-caption-spread", count = draws, currency = currency);
    let mut table = table(report, caption, &heads);
    for of in &report.sensitivity.figures {
        let Some(spread) = &of.spread else { continue };
        let values = spread.named().map(|(_, estimate)| Cell::Figure(report.moved(of, estimate.value)));
        let errors = spread.named().map(|(_, estimate)| Cell::figure(estimate.error.map(|error| report.width(error))));
        table.push(std::iter::once(Cell::Text(names::figure(report, &of.figure))).chain(values).collect());
        let error = report.context.language.say(&message!("sensitivity-row-error"));
        table.push(std::iter::once(Cell::Text(error)).chain(errors).collect());
    }
    (!table.rows.is_empty()).then_some(table)
}

/// What each input moves each figure by, alone: the bars of the main answer, in their order.
pub(super) fn tornado(report: SensitivityReport<'_>, main: SensitivityReport<'_>) -> Option<Table> {
    let heads = [
        (message!("sensitivity-head-figure"), Align::Left),
        (message!("sensitivity-head-input"), Align::Left),
        (message!("sensitivity-head-at-low"), Align::Money),
        (message!("sensitivity-head-at-high"), Align::Money),
        (message!("sensitivity-head-swing"), Align::Money),
    ];
    let caption = message!("sensitivity-caption-tornado", currency = report.context.currencies());
    let mut table = table(report, caption, &heads);
    let figures = report.by_group();
    for of in shown(main) {
        let here = figures.get(&(of.figure.year, &of.figure.by)).into_iter().flatten();
        let here = here.copied().find(|other| other.figure.what == of.figure.what);
        for bar in &of.tornado {
            let Some(input) = main.sensitivity.inputs.get(bar.input) else { continue };
            let bar = here.and_then(|here| Some((here, report.bar(here, &input.name)?)));
            let figure = |figure: &dyn Fn(&Uncertain, &Bar) -> Option<String>| {
                Cell::figure(bar.and_then(|(of, bar)| figure(of, bar)))
            };
            table.push(vec![
                Cell::Text(names::figure(main, &of.figure)),
                Cell::Text(names::input(main, input)),
                figure(&|of, bar| Some(report.moved(of, bar.at_low))),
                figure(&|of, bar| Some(report.moved(of, bar.at_high))),
                figure(&|_, bar| Some(report.width(bar.swing()))),
            ]);
            for (number, name) in input.alternatives().iter().enumerate() {
                let name = names::alternative(main, input, name);
                let words = report.context.language.say(&message!("sensitivity-row-alternative", name = name));
                let value = figure(&|of, bar| bar.alternatives.get(number).map(|value| report.moved(of, *value)));
                table.push(vec![Cell::Blank, Cell::Text(words), value, Cell::Blank, Cell::Blank]);
            }
        }
    }
    (!table.rows.is_empty()).then_some(table)
}

/// The Sobol indices of each input, with the half width of their 95 % intervals.
pub(super) fn sobol(report: SensitivityReport<'_>) -> Option<Table> {
    let heads = [
        (message!("sensitivity-head-figure"), Align::Left),
        (message!("sensitivity-head-input"), Align::Left),
        (message!("sensitivity-head-first"), Align::Right),
        (message!("sensitivity-head-confidence"), Align::Right),
        (message!("sensitivity-head-total"), Align::Right),
        (message!("sensitivity-head-confidence"), Align::Right),
    ];
    let mut table = table(report, message!("sensitivity-caption-sobol"), &heads);
    for of in shown(report) {
        for (input, found) in &of.indices {
            let Some(input) = report.sensitivity.inputs.get(*input) else { continue };
            let mut cells =
                vec![Cell::Text(names::figure(report, &of.figure)), Cell::Text(names::input(report, input))];
            let values = [found.first, found.first_confidence, found.total, found.total_confidence];
            cells.extend(values.map(|value| Cell::Figure(index(value, 4))));
            table.push(cells);
        }
    }
    (!table.rows.is_empty()).then_some(table)
}

/// The figures whose inputs say something of their own: a cost per victim over a known count moves as the cost does.
fn shown<'r>(report: SensitivityReport<'r>) -> impl Iterator<Item = &'r Uncertain> {
    let figures = &report.sensitivity.figures;
    let costs = figures.iter().filter(|of| of.figure.what == What::Cost);
    let bars: BTreeMap<_, usize> = costs.map(|of| ((of.figure.year, &of.figure.by), of.tornado.len())).collect();
    figures.iter().filter(move |of| match &of.figure.what {
        What::Cost => true,
        What::PerVictim(_) => {
            of.tornado.len() != bars.get(&(of.figure.year, &of.figure.by)).copied().unwrap_or_default()
        }
        What::PerVictimOfAny(_) => true,
    })
}
