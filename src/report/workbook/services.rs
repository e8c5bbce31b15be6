//! The sheet of services: each factor as its row has it, cost as users times units times cost of a unit, live; sums by step and
//! group over these rows, and what the accounts attribute over the sheet of the ledger.

use super::cells::{Layout, Look, WorkCell, WorkSheet, Workbook};
use super::formula::{LedgerRanges, cell, quoted, span};
use super::per_victim::COUNT_COLUMNS;
use super::restated::chain_text;
use super::rules::factor_text;
use super::services_groups::group_blocks;
use super::{facts, ledger};
use crate::domain::{Fraction, Interval, Users, VictimCount, plain_decimal};
use crate::language::Message;
use crate::measures::services::{NeedPerVictim, ServiceFigures};
use crate::message;
use crate::report::context::Context;
use crate::report::error::ReportError;
use crate::report::ledger::LedgerReport;
use crate::report::services::{ServicesReport, notes_of};

/// Columns of the rows of services; those of three hold low, central and high.
pub(super) mod at {
    pub(crate) const USE: usize = 5;
    pub(crate) const VICTIMS: usize = 8;
    pub(crate) const USERS: usize = 11;
    pub(crate) const UNITS: usize = 14;
    pub(crate) const UNIT_COST: usize = 18;
    pub(crate) const COST: usize = 22;
    pub(crate) const FACTOR: usize = 25;
}

/// What the sheet is made from.
#[derive(Clone, Copy)]
pub(super) struct Base<'b> {
    pub(super) report: ServicesReport<'b>,
    pub(super) ledger: &'b LedgerRanges,
    /// The counts in the order of their sheet.
    pub(super) victims: &'b [&'b VictimCount],
}

/// The workbook of services: their sheet, and what it counts on.
pub(crate) fn services_workbook(report: ServicesReport<'_>) -> Result<Workbook<'_>, ReportError> {
    let Context { project, attribution, language, query, .. } = report.context;
    let records = LedgerReport { project, attribution, years: query.years, currencies: &[], language };
    let (records, ranges) = ledger::ledger_sheet(records, None)?;
    let victims = facts::counts(report.context);
    let in_each = report.in_each().map(|report| services_sheet(Base { report, ledger: &ranges, victims: &victims }));
    let mut sheets: Vec<WorkSheet<'_>> = in_each.collect();
    sheets.extend([records, facts::victims_sheet(report.context, &victims), facts::sources_sheet(report.context)]);
    let (title, subtitle) = report.titles();
    Ok(Workbook { title, subtitle, language, sheets })
}

/// Adds the sheet of services to the workbook of a report, over its sheets of the ledger and of victims.
pub(super) fn add_services(report: ServicesReport<'_>, ledger: &LedgerRanges, workbook: &mut Workbook<'_>) {
    let victims = facts::counts(report.context);
    let at = workbook.sheets.len().min(1);
    let in_each = report.in_each().map(|report| services_sheet(Base { report, ledger, victims: &victims }));
    workbook.sheets.splice(at..at, in_each);
}

/// The sheet.
pub(super) fn services_sheet(base: Base<'_>) -> WorkSheet<'static> {
    let context = base.report.context;
    let say = |message: Message| context.language.say(&message);
    let mut name = say(message!("workbook-services"));
    if base.report.is_beside() {
        // One more sheet for each of the other currencies.
        name = format!("{name} {}", context.query.basis.currency);
    }
    let mut out = WorkSheet { name, layout: Layout::Blocks, ..WorkSheet::default() };
    let (title, subtitle) = base.report.titles();
    out.rows.push(vec![WorkCell::words(title, Look::Title)]);
    out.rows.push(vec![WorkCell::text(subtitle)]);
    out.rows.push(Vec::new());
    let currency = context.query.basis.currency;
    let caption = say(message!("services-caption-services", currency = currency));
    out.rows.push(vec![WorkCell::words(caption, Look::Caption)]);
    out.rows.push(heads(base));
    let mut first_rows = Vec::new();
    for year in &base.report.services.years {
        first_rows.push(out.rows.len());
        for figures in &year.services {
            let row = service_row(base, figures, out.rows.len());
            out.rows.push(row);
        }
    }
    group_blocks(base, &first_rows, &mut out);
    out.rows.push(Vec::new());
    out.rows.push(vec![WorkCell::words(say(message!("page-notes")), Look::Caption)]);
    out.rows.extend(notes_of(base.report).into_iter().map(|note| vec![WorkCell::words(note, Look::Paragraph)]));
    out
}

/// A head, and the heads of its bounds.
pub(super) fn three(base: Base<'_>, head: Message) -> [WorkCell; 3] {
    let cell = |message: Message| WorkCell::words(base.report.context.language.say(&message), Look::Head);
    [
        cell(message!("services-head-low", head = head.clone())),
        cell(head.clone()),
        cell(message!("services-head-high", head = head)),
    ]
}

fn heads(base: Base<'_>) -> Vec<WorkCell> {
    let context = base.report.context;
    let head = |message: Message| WorkCell::words(context.language.say(&message), Look::Head);
    let mut heads = [
        message!("services-head-year"),
        message!("services-head-step"),
        message!("services-head-area"),
        message!("services-head-service"),
        message!("services-head-agency"),
    ]
    .map(head)
    .to_vec();
    heads.extend(three(base, message!("services-head-use")));
    heads.extend(three(base, message!("services-head-victims")));
    heads.extend(three(base, message!("services-head-users")));
    heads.extend(three(base, message!("services-head-units")));
    heads.push(head(message!("services-head-unit")));
    heads.extend(three(base, message!("services-head-unit-cost")));
    heads.push(head(message!("services-head-currency")));
    heads.extend(three(base, message!("services-head-cost")));
    heads.push(head(message!("services-head-factor")));
    heads.extend(three(base, message!("services-head-needed")));
    heads.extend(three(base, message!("services-head-per-user")));
    heads.extend(measure_heads(base));
    heads.push(head(message!("services-head-note")));
    heads
}

/// The heads of costs per victim.
pub(super) fn measure_heads(base: Base<'_>) -> Vec<WorkCell> {
    let measures = base.report.context.query.measures.iter();
    let of = |measure: &str| crate::language::Value::Word("measure", measure.to_owned());
    measures.flat_map(|measure| three(base, message!("services-head-per-victim-of", measure = of(measure)))).collect()
}

fn service_row(base: Base<'_>, figures: &ServiceFigures<'_>, row: usize) -> Vec<WorkCell> {
    let (report, service) = (base.report, figures.service);
    let context = report.context;
    let digits = context.query.basis.currency.digits();
    let number = |number: Option<&Interval<Fraction>>| {
        texts(number, plain_decimal).map(|plain| WorkCell::number(plain, Look::Plain))
    };
    let of = |column: usize, bound: usize| cell(row, column + bound);
    let mut cells = vec![
        WorkCell::number(Some(service.year.to_string()), Look::Year),
        WorkCell::text(report.step(&service.step)),
        WorkCell::text(report.area(&service.area)),
        WorkCell::words(report.service(&service.service), Look::Wrapped),
        WorkCell::text(&*service.agency),
    ];
    let share = match &service.users {
        Users::Share(share) => Some(share),
        Users::Count(_) | Users::Unknown | Users::Protected(_) => None,
    };
    cells.extend(number(share));
    let counted = share.and_then(|_| count_cells(base, &service.measure, service.year, &service.exploitation));
    let victims = texts(figures.victims.map(|count| count.to_text()).as_ref(), String::clone);
    cells.extend(per_bound(|bound| match &counted {
        Some(counted) => WorkCell::formula(counted[bound].clone(), victims[bound].clone(), Look::Plain),
        None => WorkCell::blank(),
    }));
    let users = texts(figures.users.as_ref(), plain_decimal);
    cells.extend(per_bound(|bound| match share {
        Some(_) => {
            let formula = format!("{}*{}", of(at::USE, bound), of(at::VICTIMS, bound));
            WorkCell::formula(formula, users[bound].clone(), Look::Plain)
        }
        None => WorkCell::number(users[bound].clone(), Look::Plain),
    }));
    cells.extend(number(service.units.as_ref()));
    cells.push(WorkCell::text(report.unit(&service.unit)));
    cells.extend(number(service.unit_cost.as_ref()));
    cells.push(WorkCell::text(service.currency.code()));
    let own_digits = service.currency.digits();
    let own = |units: &num_bigint::BigInt| Fraction::whole(units.clone()).minor_to_decimal(own_digits);
    let own = texts(figures.need.as_ref().ok().map(|need| &need.own), own);
    cells.extend(per_bound(|bound| {
        let factors = [at::USERS, at::UNITS, at::UNIT_COST].map(|column| of(column, bound)).join("*");
        WorkCell::formula(format!("ROUND({factors},{own_digits})"), own[bound].clone(), Look::Money(own_digits))
    }));
    let factor = context.query.basis.factor(context.project, service.currency, service.year).ok();
    let unit = Fraction::power_of_ten(own_digits);
    let whole = factor.and_then(|factor| (&factor * &unit).checked_div(&Fraction::power_of_ten(digits)));
    let rate = factor_text(context, service.currency, context.query.basis.currency, service.year);
    let formula = format!("{}{rate}", chain_text(context, service.year).unwrap_or_else(|| "1".to_owned()));
    cells.push(WorkCell::formula(formula, whole.map(|whole| plain_decimal(&whole)), Look::Plain));
    let factor = cell(row, at::FACTOR);
    let shown = texts(figures.shown(), |figure| context.amount(figure));
    cells.extend(per_bound(|bound| {
        let formula = format!("ROUND({}*{factor},{digits})", of(at::COST, bound));
        WorkCell::formula(formula, shown[bound].clone(), Look::Money(digits))
    }));
    let per_user = texts(figures.per_user.as_ref(), |figure| context.amount(figure));
    cells.extend(per_bound(|bound| {
        let units = [at::UNITS, at::UNIT_COST].map(|column| of(column, bound)).join("*");
        WorkCell::formula(format!("ROUND({units}*{factor},{digits})"), per_user[bound].clone(), Look::Money(digits))
    }));
    for figure in &figures.per_victim {
        let exact = |bound: usize| format!("{}*{factor}", of(at::COST, bound));
        cells.extend(per_victim_cells(base, figure, service.year, &exact));
    }
    cells.push(WorkCell::words(&*service.note, Look::Wrapped));
    cells
}

/// A cost, not rounded, over the count of a measure: the least over the most victims.
pub(super) fn per_victim_cells(
    base: Base<'_>,
    figure: &NeedPerVictim,
    year: crate::domain::Year,
    exact: &dyn Fn(usize) -> String,
) -> [WorkCell; 3] {
    let context = base.report.context;
    let digits = context.query.basis.currency.digits();
    let counted = count_cells(base, &figure.measure, year, crate::domain::ALL_FORMS);
    let results = [&figure.cost.low, &figure.cost.central, &figure.cost.high];
    per_bound(|bound| match (&counted, results[bound]) {
        (Some(counted), Some(result)) => {
            let formula = format!("ROUND(({})/{},{digits})", exact(bound), counted[2 - bound]);
            WorkCell::formula(formula, Some(context.amount(result)), Look::Money(digits))
        }
        _ => WorkCell::blank(),
    })
}

/// Where low end, midpoint and high end of a count stand on the sheet of victims.
fn count_cells(base: Base<'_>, measure: &str, year: crate::domain::Year, form: &str) -> Option<[String; 3]> {
    let position = base.victims.iter().position(|count| {
        &*count.measure == measure
            && count.year == year
            && &*count.exploitation == form
            && &*count.group == crate::domain::ALL_FORMS
    })?;
    let sheet = quoted(&base.report.context.language.say(&message!("workbook-victims")));
    // The header of that sheet is its first row.
    Some(COUNT_COLUMNS.map(|column| format!("{sheet}!{}", cell(position + 1, column))))
}

/// One cell a bound: low, central, high.
pub(super) fn per_bound(cell: impl Fn(usize) -> WorkCell) -> [WorkCell; 3] {
    [cell(0), cell(1), cell(2)]
}

/// Each bound as text.
pub(super) fn texts<T>(known: Option<&Interval<T>>, text: impl Fn(&T) -> String) -> [Option<String>; 3] {
    match known {
        None => [const { None }; 3],
        Some(known) => [&known.low, &known.central, &known.high].map(|bound| Some(text(bound))),
    }
}

/// The costs of some rows at a bound, each times its factor, added up and not rounded. Rows that follow one another are one
/// range.
pub(super) fn sum_of(rows: &[usize], bound: usize) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => runs.push((*row, *row)),
        }
    }
    let of_run = |(first, last): &(usize, usize)| {
        format!("SUMPRODUCT({},{})", span(*first, *last, at::COST + bound), span(*first, *last, at::FACTOR))
    };
    if runs.is_empty() { "0".to_owned() } else { runs.iter().map(of_run).collect::<Vec<_>>().join("+") }
}
