//! What each budget line gives to each row of a report.

use std::collections::BTreeMap;

use crate::attribution::AttributedLine;
use crate::domain::{Financing, Interval, Label, Money, State, Year};
use crate::measures::{Dimension, GroupKey};
use crate::project::Line;
use crate::report::context::Context;

/// What a line gives to a row.
#[derive(Debug, Clone)]
pub(super) struct Contribution {
    /// The line, counted over all years shown.
    pub(super) line: usize,
    /// In which sum it is.
    pub(super) side: Side,
    /// How much; `None` where nobody knows.
    pub(super) amounts: Option<Interval<Money>>,
}

/// The sums of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    LabelledState,
    LabelledExternal,
    Unlabelled,
    Unattributed,
}

impl Side {
    fn of(line: &Line) -> Self {
        match (line.key().label, line.key().financing) {
            (Label::Labelled, Financing::State) => Self::LabelledState,
            (Label::Labelled, Financing::External) => Self::LabelledExternal,
            (Label::Unlabelled, _) => Self::Unlabelled,
        }
    }
}

/// The contributions to every row of the report, in the order of its rows.
pub(super) fn of_rows(context: Context<'_>) -> Vec<Vec<Contribution>> {
    let keys = context.cost.rows.iter().enumerate().map(|(index, row)| ((row.year, row.by.clone()), index));
    let rows: BTreeMap<GroupKey, usize> = keys.collect();
    let mut found: Vec<Vec<Contribution>> = vec![Vec::new(); context.cost.rows.len()];
    for (position, (attributed, line)) in context.lines().enumerate() {
        for (key, side, amounts) in records(context, attributed, line) {
            let Some(into) = rows.get(&key).and_then(|row| found.get_mut(*row)) else { continue };
            match into.last_mut() {
                // Parts of one line that fall into one row are one contribution.
                Some(last) if last.line == position && last.side == side => {
                    if let (Some(sum), Some(more)) = (&mut last.amounts, amounts) {
                        *sum = sum.plus(&more);
                    }
                }
                _ => into.push(Contribution { line: position, side, amounts }),
            }
        }
    }
    found
}

type Record = (GroupKey, Side, Option<Interval<Money>>);

/// The records of a line that a report counts.
fn records(context: Context<'_>, attributed: &AttributedLine, line: &Line) -> Vec<Record> {
    let key = |area: &str, exploitation: &str| group(context, line.key().year, attributed, line, area, exploitation);
    match attributed.state {
        State::Unattributed => {
            vec![(key(&line.key().area, ""), Side::Unattributed, line.amount.map(Interval::point))]
        }
        State::NotEstimated => vec![(key(&line.key().area, ""), Side::of(line), None)],
        _ => {
            let form = context.query.exploitation.as_deref();
            let parts = attributed.parts.iter().filter(|part| form.is_none_or(|form| *part.exploitation == *form));
            parts.map(|part| (key(&part.area, &part.exploitation), Side::of(line), Some(part.amounts))).collect()
        }
    }
}

fn group(
    context: Context<'_>,
    year: Year,
    attributed: &AttributedLine,
    line: &Line,
    area: &str,
    exploitation: &str,
) -> GroupKey {
    let key = line.key();
    let value = |dimension: &Dimension| match dimension.column() {
        "agency" => key.agency.to_string(),
        "funder" => key.funder.to_string(),
        "financing" => key.financing.word().to_owned(),
        "label" => key.label.word().to_owned(),
        "line" => key.line.to_string(),
        "function" => key.function.to_string(),
        "area" => area.to_owned(),
        "exploitation" => exploitation.to_owned(),
        "state" => attributed.state.word().to_owned(),
        _ => attributed.decided_by(context.project).map(|rule| rule.id.to_string()).unwrap_or_default(),
    };
    (year, context.query.by.iter().map(value).collect())
}
