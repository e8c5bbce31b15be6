//! The services as flat records: one row a service, group, step and total of each year.

use std::borrow::Cow;

use arcstr::ArcStr;

use super::ServicesReport;
use crate::domain::{Fraction, Interval, plain_decimal};
use crate::measures::Known;
use crate::measures::services::{GroupFigures, NeedPerVictim, ServiceFigures, ServicesYear};
use crate::report::rows::{FlatTable, SCOPE, scope};

/// The columns before those of the measures, and whether a number stands in them.
pub const SERVICES: [(&str, bool); 36] = [
    ("year", true),
    ("kind", false),
    ("step", false),
    ("area", false),
    ("service", false),
    ("agency", false),
    ("currency", false),
    ("prices", false),
    ("users_low", true),
    ("users", true),
    ("users_high", true),
    ("units_low", true),
    ("units", true),
    ("units_high", true),
    ("unit", false),
    ("unit_cost_low", true),
    ("unit_cost", true),
    ("unit_cost_high", true),
    ("unit_currency", false),
    ("unknown", false),
    ("services", true),
    ("services_unknown", true),
    ("needed_low", true),
    ("needed", true),
    ("needed_high", true),
    ("per_user_low", true),
    ("per_user", true),
    ("per_user_high", true),
    ("accounted_low", true),
    ("accounted", true),
    ("accounted_high", true),
    ("difference_low", true),
    ("difference", true),
    ("difference_high", true),
    ("not_estimated", true),
    ("not_reported", true),
];

/// The columns of each measure, and whether a number stands in them.
pub const PER_MEASURE: [(&str, bool); 7] = [
    ("victims_low", true),
    ("victims", true),
    ("victims_high", true),
    ("per_victim_low", true),
    ("per_victim", true),
    ("per_victim_high", true),
    ("reason", false),
];

/// `kind` is `service`, `step`, `group` (by what services are held against the accounts) or `total`. Blank is not known, or
/// nothing that such a row has.
#[must_use]
pub fn flat_services(report: ServicesReport<'_>) -> FlatTable<'static> {
    let mut header: Vec<String> = SERVICES.iter().map(|(name, _)| (*name).to_owned()).collect();
    for measure in &report.context.query.measures {
        header.extend(PER_MEASURE.iter().map(|(column, _)| format!("{measure}_{column}")));
    }
    header.extend(["source", "note"].map(str::to_owned));
    header.extend(SCOPE.map(str::to_owned));
    let mut rows = Vec::new();
    for report in report.in_each() {
        for year in &report.services.years {
            rows.extend(year.services.iter().map(|figures| service_row(report, year, figures)));
            rows.extend(year.steps.iter().map(|group| group_row(report, year, "step", group)));
            rows.extend(year.groups.iter().map(|group| group_row(report, year, "group", group)));
            rows.push(group_row(report, year, "total", &year.total));
        }
    }
    let rows = rows.into_iter().map(|row| row.into_iter().map(Cow::Owned).collect());
    FlatTable { header, rows: rows.collect() }
}

fn service_row(report: ServicesReport<'_>, year: &ServicesYear<'_>, figures: &ServiceFigures<'_>) -> Vec<String> {
    let (context, service) = (report.context, figures.service);
    let numbers = |number: Option<&Interval<Fraction>>| bounds(number, plain_decimal);
    let mut cells = vec![year.year.to_string(), "service".to_owned()];
    cells.extend([&service.step, &service.area, &service.service, &service.agency].map(ToString::to_string));
    cells.extend([context.query.basis.currency.to_string(), context.prices()]);
    cells.extend(numbers(figures.users.as_ref()));
    cells.extend(numbers(service.units.as_ref()));
    cells.push(service.unit.to_string());
    cells.extend(numbers(service.unit_cost.as_ref()));
    cells.push(service.currency.to_string());
    cells.push(figures.need.as_ref().err().map(|factor| factor.word()).unwrap_or_default().to_owned());
    cells.extend([String::new(), String::new()]);
    cells.extend(bounds(figures.shown(), |figure| context.amount(figure)));
    cells.extend(money(report, &figures.per_user));
    cells.extend(vec![String::new(); 8]);
    cells.extend(per_victim(report, &figures.per_victim));
    cells.extend([service.source.to_string(), service.note.to_string()]);
    cells.extend(scope(context));
    cells
}

fn group_row(report: ServicesReport<'_>, year: &ServicesYear<'_>, kind: &str, group: &GroupFigures) -> Vec<String> {
    let context = report.context;
    let text = |text: &Option<ArcStr>| text.as_ref().map(ToString::to_string).unwrap_or_default();
    let mut cells = vec![year.year.to_string(), kind.to_owned(), text(&group.step), text(&group.area)];
    cells.extend([String::new(), String::new(), context.query.basis.currency.to_string(), context.prices()]);
    cells.extend(vec![String::new(); 12]);
    cells.extend([group.services, group.unknown].map(|count| count.to_string()));
    cells.extend(money(report, &group.needed));
    cells.extend(vec![String::new(); 3]);
    cells.extend(money(report, &group.accounted()));
    cells.extend(bounds(group.difference().as_ref(), |units| report.units(units)));
    let lines = group.accounted.as_ref().map(|accounted| &accounted.figures);
    cells.extend(
        [lines.map(|lines| lines.not_estimated), lines.map(|lines| lines.not_reported)]
            .map(|count| count.map(|count| count.to_string()).unwrap_or_default()),
    );
    cells.extend(per_victim(report, &group.per_victim));
    cells.extend([String::new(), String::new()]);
    cells.extend(scope(context));
    cells
}

fn per_victim(report: ServicesReport<'_>, per_victim: &[NeedPerVictim]) -> Vec<String> {
    let cells = per_victim.iter().flat_map(|figure| {
        let counts = figure.victims.map(|count| count.to_text()).unwrap_or_default();
        let amount = |bound: &Option<Fraction>| bound.as_ref().map(|bound| report.context.amount(bound));
        let costs = [&figure.cost.low, &figure.cost.central, &figure.cost.high];
        let costs = costs.map(|bound| amount(bound).unwrap_or_default());
        let reason = figure.reason.as_ref().map(|reason| report.context.say(reason)).unwrap_or_default();
        [counts.low, counts.central, counts.high].into_iter().chain(costs).chain([reason])
    });
    cells.collect()
}

fn money(report: ServicesReport<'_>, known: &Known) -> [String; 3] {
    bounds(known.as_ref(), |figure| report.context.amount(figure))
}

/// Low, central and high as text, blank where nobody knows.
fn bounds<T>(known: Option<&Interval<T>>, text: impl Fn(&T) -> String) -> [String; 3] {
    match known {
        None => [const { String::new() }; 3],
        Some(known) => [text(&known.low), text(&known.central), text(&known.high)],
    }
}
