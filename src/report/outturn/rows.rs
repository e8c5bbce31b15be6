//! The outturn as flat records: a row a year, a row a group of a year, and a row a line that is in no figure.

use std::borrow::Cow;

use super::{OutturnReport, PHASES, per_cent};
use crate::report::rows::{FlatTable, SCOPE, scope};

/// The columns between those of the dimensions and of the scope, and whether a number stands in them.
pub const COLUMNS: [(&str, bool); 10] = [
    ("currency", false),
    ("prices", false),
    ("approved", true),
    ("adjusted", true),
    ("executed", true),
    ("deviation", true),
    ("executed_of_approved", true),
    ("pi_2_1", true),
    ("lines", true),
    ("left_out", false),
];

/// `record` is `year`, `group` or `left-out`. What stands under `executed_of_approved` is in per cent, of a year PI-1; blank
/// is not known. A line left out has its own currency, its agency and name under `left_out`, with the reason behind them.
pub(super) fn flat_outturn(report: OutturnReport<'_>) -> FlatTable<'static> {
    let context = report.context();
    let mut header: Vec<String> = ["record", "year"].map(str::to_owned).to_vec();
    header.extend(context.query.by.iter().map(|dimension| context.name(*dimension)));
    header.extend(COLUMNS.map(|(column, _)| column.to_owned()));
    header.extend(SCOPE.map(str::to_owned));
    let own_scope = scope(context);
    let blank = String::new;
    let mut rows: Vec<Vec<Cow<'static, str>>> = Vec::new();
    let mut push = |record: &str, year: String, by: Vec<String>, figures: [String; 10]| {
        let mut cells = vec![record.to_owned(), year];
        cells.extend(by);
        cells.extend(figures);
        cells.extend([own_scope[0].clone(), PHASES.to_owned(), own_scope[2].clone()]);
        rows.push(cells.into_iter().map(Cow::Owned).collect());
    };
    // Each year in every currency, one below the other.
    let in_each: Vec<OutturnReport<'_>> = report.in_each().collect();
    let numbers = 0..report.outturn.years.len();
    let years = numbers
        .flat_map(|number| in_each.iter().filter_map(move |report| Some((*report, report.outturn.years.get(number)?))));
    for (report, year) in years {
        let basis = [report.context().query.basis.currency.to_string(), context.prices()];
        let sums = year.approved().zip(year.executed());
        let [approved, executed, deviation] = sums.as_ref().map_or_else(Default::default, |(approved, executed)| {
            [report.amount(approved), report.amount(executed), report.deviation(approved, executed)]
        });
        let [currency, prices] = basis.clone();
        let indicators = [year.pi_1(), year.pi_2_1()].map(|share| share.as_ref().map(per_cent).unwrap_or_default());
        let [pi_1, pi_2_1] = indicators;
        let lines = year.lines.to_string();
        let all = context.query.by.iter().map(|_| "(all)".to_owned()).collect();
        let figures = [currency, prices, approved, blank(), executed, deviation, pi_1, pi_2_1, lines, blank()];
        push("year", year.year.to_string(), all, figures);
        for group in &year.groups {
            let [currency, prices] = basis.clone();
            let figures = [
                currency,
                prices,
                report.amount(&group.approved),
                year.adjusted(group).map(|adjusted| report.amount(&adjusted)).unwrap_or_default(),
                report.amount(&group.executed),
                report.deviation(&group.approved, &group.executed),
                group.ratio().as_ref().map(per_cent).unwrap_or_default(),
                blank(),
                blank(),
                blank(),
            ];
            push("group", year.year.to_string(), group.by.clone(), figures);
        }
    }
    for left in &report.outturn.left_out {
        let key = &left.key;
        let own = |amount| report.own(amount, key.currency).unwrap_or_default();
        let figures = [
            key.currency.to_string(),
            "current".to_owned(),
            own(left.approved),
            blank(),
            own(left.executed),
            blank(),
            blank(),
            blank(),
            blank(),
            format!("{} \"{}\": {}", key.agency, key.line, left.why.word()),
        ];
        push("left-out", key.year.to_string(), context.query.by.iter().map(|_| blank()).collect(), figures);
    }
    FlatTable { header, rows }
}
