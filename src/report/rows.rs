//! The report as flat records, one row a year and group, for CSV.

use std::borrow::Cow;

use super::context::Context;
use crate::domain::Fraction;
use crate::measures::SideFigures;
use crate::message;

/// A header and rows of plain text; blank is not known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FlatTable<'t> {
    /// Names of the columns.
    pub header: Vec<String>,
    /// Rows, each as long as the header.
    pub rows: Vec<Vec<Cow<'t, str>>>,
}

/// The rows of a report with every figure in a column of its own.
#[must_use]
pub fn flat_report(context: Context<'_>) -> FlatTable<'static> {
    let mut header = vec!["year".to_owned()];
    header.extend(context.query.by.iter().map(|dimension| dimension.column().to_owned()));
    let figures = [
        "currency",
        "prices",
        "labelled_state",
        "labelled_external",
        "labelled_total",
        "attributed_low",
        "attributed_central",
        "attributed_high",
        "total_low",
        "total_central",
        "total_high",
        "unattributed",
        "not_estimated",
    ];
    header.extend(figures.map(str::to_owned));
    let per_victim = ["victims_low", "victims", "victims_high", "labelled_per_victim"];
    let per_victim =
        per_victim.iter().chain(&["per_victim_low", "per_victim", "per_victim_high", "reason", "break", "source"]);
    for measure in &context.query.measures {
        header.extend(per_victim.clone().map(|column| format!("{measure}_{column}")));
    }
    header.push("project".to_owned());
    let rows = context.cost.rows.iter().map(|row| {
        let central = |side: &SideFigures| {
            if side.is_known() { context.amount(&side.amounts.central) } else { String::new() }
        };
        let three = |side: &SideFigures| {
            let amounts = side.amounts.map(|figure| context.amount(figure));
            if side.is_known() { [amounts.low, amounts.central, amounts.high] } else { Default::default() }
        };
        let total = row.figures.total();
        let mut cells = vec![row.year.to_string()];
        cells.extend(row.by.iter().cloned());
        cells.extend([context.query.basis.currency.to_string(), context.prices()]);
        cells.push(central(&row.figures.labelled_state));
        cells.push(central(&row.figures.labelled_external));
        cells.push(central(&row.figures.labelled()));
        cells.extend(three(&row.figures.attributed));
        cells.extend(three(&total));
        cells.push(context.amount(&row.figures.unattributed));
        cells.push(row.figures.not_estimated().to_string());
        for figure in &row.per_victim {
            let amount = |figure: &Option<Fraction>| {
                figure.as_ref().filter(|_| total.is_known()).map(|figure| context.amount(figure)).unwrap_or_default()
            };
            let counts = figure.victims.map(|count| count.to_text()).unwrap_or_default();
            cells.extend([counts.low, counts.central, counts.high, amount(&figure.labelled)]);
            cells.extend([&figure.total.low, &figure.total.central, &figure.total.high].map(amount));
            let unknown = (!total.is_known()).then(|| message!("reason-no-amount"));
            let reason = figure.reason.clone().or(unknown);
            cells.push(reason.map(|reason| context.say(&reason)).unwrap_or_default());
            cells.push(if figure.breaks { "yes".to_owned() } else { String::new() });
            cells.push(figure.source.as_deref().unwrap_or_default().to_owned());
        }
        cells.push(context.project.title_in(context.language).to_owned());
        cells.into_iter().map(Cow::Owned).collect()
    });
    FlatTable { rows: rows.collect(), header }
}
