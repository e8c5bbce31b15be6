//! The tables of a comparison.

use std::collections::{BTreeMap, BTreeSet};
use std::ptr;

use num_bigint::BigInt;
use num_traits::Signed as _;

use super::CompareReport;
use super::words::{count, in_words, name};
use crate::domain::{Currency, Fraction, LineKey};
use crate::language::{Between, Message, Value};
use crate::measures::compare::{
    Cause, Change, Comparison, LineChange, LineSide, QuotientChange, RoundedChange, SideDriver,
};
use crate::measures::{Figures, PerVictim};
use crate::message;
use crate::report::sheet::{Align, Cell, Table};

/// The sentences, one a row.
pub(super) fn words(report: CompareReport<'_>) -> Table {
    let language = report.language();
    let head = language.say(&message!("compare-head-words", from = report.names[0], to = report.names[1]));
    let caption = language.say(&message!("compare-caption-words"));
    let mut table = Table::new(caption, &[(head.as_str(), Align::Left)]);
    for sentence in in_words(report) {
        table.push(vec![Cell::Text(language.say(&sentence))]);
    }
    table
}

/// The causes that contribute to the change of the total in any currency, in order.
pub(super) fn causes_of_total(report: CompareReport<'_>) -> Vec<Cause> {
    let rounded: Vec<&RoundedChange> =
        report.in_each().filter_map(|report| report.comparison.total.rounded()).collect();
    contributing(&rounded)
}

/// The causes that contribute to the change of the total, or of any group, in any currency, in order.
pub(super) fn causes_shown(report: CompareReport<'_>) -> Vec<Cause> {
    let changes = report.in_each().flat_map(|report| {
        let Comparison { groups, total, .. } = report.comparison;
        groups.iter().chain([total]).filter_map(Change::rounded)
    });
    contributing(&changes.collect::<Vec<_>>())
}

fn contributing(changes: &[&RoundedChange]) -> Vec<Cause> {
    let shown = |cause: &Cause| changes.iter().any(|change| change.of(*cause) != BigInt::ZERO);
    Cause::ALL.iter().copied().filter(shown).collect()
}

/// From one total to the other, cause by cause.
pub(super) fn causes(report: CompareReport<'_>, causes: &[Cause]) -> Option<Table> {
    let language = report.language();
    let change = report.comparison.total.rounded()?;
    let caption = language.say(&message!("compare-caption-causes", currency = report.currencies()));
    let heads = [
        (language.say(&message!("compare-head-cause")), Align::Left),
        (language.say(&message!("compare-head-amount")), Align::Money),
    ];
    let mut table = Table::new(caption, &heads.each_ref().map(|(title, align)| (title.as_str(), *align)));
    let total = |name: &str| Cell::Text(language.say(&message!("compare-row-total", side = name)));
    table.push(vec![total(report.names[0]), Cell::Figure(report.amount(&change.before))]);
    for cause in causes {
        table.push(vec![Cell::Text(language.say(&name(*cause))), Cell::Figure(report.signed(&change.of(*cause)))]);
    }
    table.push_total(vec![total(report.names[1]), Cell::Figure(report.amount(&change.after))]);
    Some(table)
}

/// One row a group, with a column a cause.
pub(super) fn groups(report: CompareReport<'_>, causes: &[Cause]) -> Option<Table> {
    let language = report.language();
    let (groups, total) = (&report.comparison.groups, &report.comparison.total);
    if groups.is_empty() {
        return None;
    }
    let rounded: Vec<Option<&RoundedChange>> = groups.iter().chain([total]).map(Change::rounded).collect();
    let by: Vec<String> =
        report.query.by.iter().map(|grouping| report.sides[1].say(&report.sides[1].head(*grouping))).collect();
    let mut heads: Vec<(String, Align)> = by.iter().map(|title| (title.clone(), Align::Left)).collect();
    heads.extend(report.names.map(|name| (name.to_owned(), Align::Money)));
    heads.push((language.say(&message!("compare-head-change")), Align::Money));
    heads.extend(causes.iter().map(|cause| (language.say(&name(*cause)), Align::Money)));
    let caption = message!("compare-caption-groups", by = by.join(", "), currency = report.currencies());
    let heads: Vec<(&str, Align)> = heads.iter().map(|(title, align)| (title.as_str(), *align)).collect();
    let mut table = Table::new(language.say(&caption), &heads);
    for (change, rounded) in groups.iter().chain([total]).zip(&rounded) {
        let of_total = std::ptr::eq(change, total);
        let mut cells = group_cells(report, &change.by);
        if of_total {
            cells = vec![Cell::Blank; by.len()];
            cells[0] = Cell::Text(language.say(&message!("compare-row-all")));
        }
        let figure = |figures: &Figures| {
            let total = figures.total();
            Cell::figure(total.map(|total| report.amount(&total.central.round_half_away())))
        };
        cells.extend([figure(&change.before), figure(&change.after)]);
        cells.push(Cell::figure(rounded.as_ref().map(|change| report.signed(&change.change))));
        cells.extend(causes.iter().map(|cause| match rounded {
            Some(change) if change.of(*cause) != BigInt::ZERO => Cell::Figure(report.signed(&change.of(*cause))),
            _ => Cell::Blank,
        }));
        if of_total { table.push_total(cells) } else { table.push(cells) }
    }
    Some(table)
}

fn group_cells(report: CompareReport<'_>, by: &[String]) -> Vec<Cell> {
    let language = report.language();
    let named = report.query.by.iter().zip(by).map(|(grouping, value)| match value.as_str() {
        "" => language.say(&message!("compare-row-blank")),
        value => match grouping.dimension.called(value, report.sides[1].project, language) {
            Some(name) => name.to_owned(),
            None => grouping.dimension.named(value, language),
        },
    });
    named.map(Cell::Text).collect()
}

/// One row a measure, and group.
pub(super) fn per_victim(report: CompareReport<'_>) -> Option<Table> {
    let language = report.language();
    let changes = [&report.comparison.total].into_iter().chain(&report.comparison.groups);
    let mut heads = vec![(language.say(&message!("compare-head-measure")), Align::Left)];
    if !report.comparison.groups.is_empty() {
        let by = report.query.by.iter().map(|grouping| report.sides[1].say(&report.sides[1].head(*grouping)));
        heads.extend(by.map(|title| (title, Align::Left)));
    }
    for side in report.names {
        heads.push((language.say(&message!("compare-head-victims", side = side)), Align::Right));
    }
    for key in [
        message!("compare-head-cost-before", side = report.names[0]),
        message!("compare-head-cost-after", side = report.names[1]),
        message!("compare-head-change"),
        message!("compare-head-of-money"),
        message!("compare-head-of-victims"),
    ] {
        heads.push((language.say(&key), Align::Money));
    }
    let caption = language.say(&message!("compare-caption-quotient", currency = report.currencies()));
    let heads: Vec<(&str, Align)> = heads.iter().map(|(title, align)| (title.as_str(), *align)).collect();
    let mut table = Table::new(caption, &heads);
    for change in changes {
        for quotient in &change.per_victim {
            let mut cells = vec![Cell::Text(report.measure(&quotient.measure))];
            if !report.comparison.groups.is_empty() {
                let all = change.by.is_empty();
                let blank = vec![Cell::Text(language.say(&message!("compare-row-all"))); report.query.by.len()];
                cells.extend(if all { blank } else { group_cells(report, &change.by) });
            }
            cells.extend(quotient_cells(report, quotient));
            table.push(cells);
        }
    }
    (!table.rows.is_empty()).then_some(table)
}

fn quotient_cells(report: CompareReport<'_>, quotient: &QuotientChange) -> Vec<Cell> {
    let victims = |side: &PerVictim| match side.victims {
        None => side.protected.map_or(Cell::Unknown, |why| Cell::Text(why.mark())),
        Some(known) if known.low() == known.high() => Cell::Figure(known.low().to_string()),
        Some(known) => Cell::Text(count(report, known)),
    };
    let rounded = quotient.rounded();
    let own = |side: &PerVictim| {
        let central = side.total.central.as_ref().filter(|_| quotient.causes.is_some());
        Cell::figure(central.map(|central| report.amount(&central.round_half_away())))
    };
    let signed = |pick: &dyn Fn(&RoundedChange) -> BigInt| {
        Cell::figure(rounded.as_ref().map(|rounded| report.signed(&pick(rounded))))
    };
    vec![
        victims(&quotient.before),
        victims(&quotient.after),
        own(&quotient.before),
        own(&quotient.after),
        signed(&|rounded| rounded.change.clone()),
        signed(&|rounded| &rounded.change - &rounded.of(Cause::Victims)),
        signed(&|rounded| rounded.of(Cause::Victims)),
    ]
}

/// The lines whose cost changed in any currency, in the order of the ledger: what is the same in one may not be in
/// another, whose rates change.
pub(super) fn lines_shown(report: CompareReport<'_>) -> Vec<&LineChange> {
    if report.also.is_empty() {
        return report.comparison.lines.iter().collect();
    }
    let mut shown: BTreeMap<&LineKey, &LineChange> = BTreeMap::new();
    for line in report.in_each().flat_map(|report| &report.comparison.lines) {
        if let Some(side) = line.after.as_ref().or(line.before.as_ref()) {
            shown.entry(&side.key).or_insert(line);
        }
    }
    shown.into_values().collect()
}

/// Of these lines, so many whose cost changed most, in their order.
pub(super) fn largest(lines: Vec<&LineChange>, most: usize) -> Vec<&LineChange> {
    let mut sizes: Vec<(BigInt, usize)> = lines.iter().map(|line| change(line).abs()).zip(0..).collect();
    sizes.sort_by(|(one, first), (other, second)| other.cmp(one).then(first.cmp(second)));
    let mut taken: Vec<usize> = sizes.into_iter().take(most).map(|(_, place)| place).collect();
    taken.sort_unstable();
    taken.into_iter().filter_map(|place| lines.get(place).copied()).collect()
}

/// What the cost of a line changed by.
fn change(line: &LineChange) -> BigInt {
    let cost = |side: &Option<LineSide>| {
        let attributed = side.as_ref().and_then(|side| side.attributed.clone());
        attributed.unwrap_or_else(Fraction::zero).round_half_away()
    };
    cost(&line.after) - cost(&line.before)
}

/// One row a line whose cost changed, with what it is that changed.
pub(super) fn lines(report: CompareReport<'_>, lines: &[&LineChange]) -> Option<Table> {
    let language = report.language();
    let heads = [
        (message!("compare-head-line"), Align::Left),
        (message!("compare-head-change"), Align::Money),
        (message!("compare-head-why"), Align::Left),
    ]
    .map(|(title, align)| (language.say(&title), align));
    let caption = language.say(&message!("compare-caption-lines", currency = report.currencies()));
    let mut table = Table::new(caption, &heads.each_ref().map(|(title, align)| (title.as_str(), *align)));
    let of_comparison = report.comparison.lines.as_ptr_range();
    let is_own = |line: &LineChange| of_comparison.contains(&ptr::from_ref(line));
    let mut own = BTreeMap::new();
    if !lines.iter().all(|line| is_own(line)) {
        for line in &report.comparison.lines {
            own.entry(keys(line)).or_insert(line);
        }
    }
    for line in lines {
        let Some(side) = line.after.as_ref().or(line.before.as_ref()) else { continue };
        // A line of another currency that is not among those that changed in this one costs the same.
        let own = if is_own(line) { Some(line) } else { own.get(&keys(line)) };
        let change = own.map(|line| change(line)).unwrap_or_default();
        let why: Vec<String> = why(report, line).iter().map(|why| language.say(why)).collect();
        table.push(vec![
            Cell::Text(format!("{}: {}", report.said("agency", &side.key.agency), report.line_name(&side.key))),
            Cell::Figure(report.signed(&change)),
            Cell::Text(why.join("; ")),
        ]);
    }
    (!table.rows.is_empty()).then_some(table)
}

/// What a line is on each side.
fn keys(line: &LineChange) -> [Option<&LineKey>; 2] {
    [&line.before, &line.after].map(|side| side.as_ref().map(|side| &side.key))
}

/// What changed about a line.
pub(super) fn why(report: CompareReport<'_>, line: &LineChange) -> Vec<Message> {
    let (before, after) = match (&line.before, &line.after) {
        (Some(before), Some(after)) => (before, after),
        (None, _) => return vec![of_one_side(line, Cause::New, message!("compare-why-more"))],
        (_, None) => return vec![of_one_side(line, Cause::Gone, message!("compare-why-fewer"))],
    };
    let mut why = Vec::new();
    for (cause, _) in line.causes.iter() {
        why.push(match cause {
            Cause::Amounts => {
                let amount = |side: &LineSide| {
                    let currency = side.key.currency;
                    let plain = side.amount.map(|amount| amount.to_plain(currency.digits())).unwrap_or_default();
                    let figure = report.language().figure(&plain);
                    if currency == report.query.basis.currency { figure } else { format!("{figure} {currency}") }
                };
                message!("compare-why-amount", before = amount(before), after = amount(after))
            }
            Cause::Rules | Cause::Drivers | Cause::Services | Cause::Overheads => share(report, cause, before, after),
            cause => name(cause),
        });
    }
    why
}

/// Of a line on one side: it is new or gone, or its key stands on both sides with other amounts beside it.
fn of_one_side(line: &LineChange, alone: Cause, beside: Message) -> Message {
    if line.causes.iter().any(|(cause, _)| cause == Cause::Amounts) { beside } else { name(alone) }
}

fn share(report: CompareReport<'_>, cause: Cause, before: &LineSide, after: &LineSide) -> Message {
    let share =
        |side: &LineSide| side.share.as_ref().map_or_else(|| "-".to_owned(), |share| report.language().per_cent(share));
    let because = match cause {
        Cause::Overheads => message!("compare-why-overhead"),
        Cause::Services => services(report, before, after),
        Cause::Rules => {
            let rule = |side: &LineSide| report.said("rule", side.rule.as_deref().unwrap_or("-")).to_owned();
            match (rule(before), rule(after)) {
                (before, after) if before == after => message!("compare-why-rule-text", rule = after),
                (before, after) => message!("compare-why-rule", before = before, after = after),
            }
        }
        _ => {
            let value = |of: &SideDriver| match of.currency {
                Some(currency) => format!("{} {currency}", of.value),
                None => of.value.clone(),
            };
            let changed = after.drivers.iter().filter_map(|is| {
                let was = before.drivers.iter().find(|was| was.driver == is.driver)?;
                let driver = report.said("driver", &is.driver);
                let (was, is) = (value(was), value(is));
                (was != is).then(|| message!("compare-why-driver", driver = driver, before = was, after = is))
            });
            let changed: Vec<Message> = changed.collect();
            if changed.is_empty() {
                message!("compare-why-sum")
            } else {
                message!("compare-why-drivers", drivers = Value::list(changed, Between::Commas))
            }
        }
    };
    // What stands in the place of an amount has no share.
    if before.share.is_none() && after.share.is_none() {
        return because;
    }
    message!("compare-why-share", before = share(before), after = share(after), because = because)
}

/// The services that take something else, each with both costs by norm.
fn services(report: CompareReport<'_>, before: &LineSide, after: &LineSide) -> Message {
    let names: BTreeSet<&str> =
        [before, after].iter().flat_map(|side| side.services.iter().map(|(name, ..)| &**name)).collect();
    let cost = |side: &LineSide, wanted: &str| {
        let found = side.services.iter().find(|(name, ..)| &**name == wanted);
        found.map(|(_, cost, currency)| (cost.to_decimal(currency.digits()), *currency))
    };
    let said = |cost: Option<(String, Currency)>| match cost {
        None => "-".to_owned(),
        Some((plain, currency)) => format!("{} {currency}", report.language().figure(&plain)),
    };
    let changed = names.into_iter().filter_map(|service| {
        let (was, is) = (cost(before, service), cost(after, service));
        let name = report.said("service", service);
        (was != is).then(|| message!("compare-why-driver", driver = name, before = said(was), after = said(is)))
    });
    let changed: Vec<Message> = changed.collect();
    if changed.is_empty() {
        return message!("compare-why-services-rates");
    }
    message!("compare-why-services", services = Value::list(changed, Between::Commas))
}
