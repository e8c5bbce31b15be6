//! The report as flat records, one row a year and group, for CSV.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::context::Context;
use crate::attribution::{Attribution, Only};
use crate::domain::Fraction;
use crate::language::Value;
use crate::measures::COST;
use crate::message;
use crate::project::Project;

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
    header.extend(context.query.by.iter().map(|dimension| context.name(*dimension)));
    header.extend(context.query.layout.top.map(|_| OTHER_GROUPS.to_owned()));
    header.extend(["currency", "prices"].map(str::to_owned));
    header.extend(COST.iter().map(|column| column.key.to_owned()));
    for measure in &context.query.measures {
        header.extend(PER_VICTIM.iter().map(|(column, _)| format!("{measure}_{column}")));
    }
    header.extend(SCOPE.map(str::to_owned));
    let scope = scope(context);
    // Each row in every currency, one below the other.
    let in_each: Vec<Context<'_>> = context.in_each().collect();
    let numbers = 0..context.cost.rows.len();
    let rows = numbers.flat_map(|number| in_each.iter().filter_map(move |of| Some((*of, of.cost.rows.get(number)?))));
    let rows = rows.map(|(context, row)| {
        let mut cells = vec![row.year.to_string()];
        cells.extend(context.row_codes(row));
        if context.query.layout.top.is_some() {
            cells.push(row.other.map(|count| count.to_string()).unwrap_or_default());
        }
        cells.extend([context.query.basis.currency.to_string(), context.prices()]);
        cells.extend(COST.iter().map(|column| context.figure(column, &row.figures).unwrap_or_default()));
        for figure in &row.per_victim {
            let amount =
                |figure: &Option<Fraction>| figure.as_ref().map(|figure| context.amount(figure)).unwrap_or_default();
            let counts = figure.victims.map(|count| count.to_text()).unwrap_or_default();
            cells.extend([counts.low, counts.central, counts.high, amount(&figure.labelled)]);
            cells.extend([&figure.total.low, &figure.total.central, &figure.total.high].map(amount));
            cells.push(figure.reason.as_ref().map(|reason| context.say(reason)).unwrap_or_default());
            cells.push(if figure.breaks { "yes".to_owned() } else { String::new() });
            cells.push(figure.source.as_deref().unwrap_or_default().to_owned());
        }
        cells.extend(scope.iter().cloned());
        cells.into_iter().map(Cow::Owned).collect()
    });
    FlatTable { rows: rows.collect(), header }
}

/// The columns of each measure, and whether a number stands in them.
pub const PER_VICTIM: [(&str, bool); 10] = [
    ("victims_low", true),
    ("victims", true),
    ("victims_high", true),
    ("labelled_per_victim", true),
    ("per_victim_low", true),
    ("per_victim", true),
    ("per_victim_high", true),
    ("reason", false),
    ("break", false),
    ("source", false),
];

/// How many groups beyond the largest a row adds up; a column where only the largest have rows of their own.
pub const OTHER_GROUPS: &str = "other_groups";

/// What every row says of what it is a part of.
pub const SCOPE: [&str; 3] = ["project", "phase", "selection"];

/// Project, phase and what narrows the figures: form of exploitation and lines taken.
pub(super) fn scope(context: Context<'_>) -> [String; 3] {
    let top = context.query.layout.top.map(|top| format!("top={top}"));
    let form = context.query.exploitation.as_ref().map(|form| format!("exploitation={form}"));
    [
        context.project.title_in(context.language).to_owned(),
        context.attribution.phase.word().to_owned(),
        form.into_iter().chain(only_of(context.attribution, context.project)).chain(top).collect::<Vec<_>>().join("; "),
    ]
}

/// Which lines are taken, as it is asked for: `agency=MoI; agency=ASA; function=10*`; `None` where all are.
#[must_use]
pub fn only_of(attribution: &Attribution, project: &Project) -> Option<String> {
    (!attribution.only.takes_all()).then(|| only_words(&attribution.only, project))
}

/// The same in a subtitle.
pub(super) fn only_phrase(context: Context<'_>) -> Value {
    let only = only_of(context.attribution, context.project);
    Value::optional(only.map(|only| message!("report-subtitle-only", only = only)))
}

/// The same for programs: patterns by the names of dimensions.
pub(super) fn only_document(attribution: &Attribution, project: &Project) -> BTreeMap<String, Vec<String>> {
    let patterns = attribution.only.patterns();
    patterns.map(|(of, patterns)| (of.name(&project.dimensions).to_owned(), patterns.to_vec())).collect()
}

/// Patterns as they are asked for.
#[must_use]
pub fn only_words(only: &Only, project: &Project) -> String {
    let words = only.patterns().flat_map(|(dimension, patterns)| {
        patterns.iter().map(move |pattern| format!("{}={pattern}", dimension.name(&project.dimensions)))
    });
    words.collect::<Vec<_>>().join("; ")
}
