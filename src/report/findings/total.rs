//! The total of the year with its range, and what is not in it.

use super::places::place;
use super::{Facts, Finding};
use crate::domain::Phase;
use crate::language::{Between, Message, Value};
use crate::measures::cost_column;
use crate::message;
use crate::report::charts::scale::Scale;

pub(super) fn total(facts: &Facts<'_>) -> Vec<Finding> {
    let whole = facts.whole();
    let Some(row) = whole.cost.rows.get(facts.row) else { return Vec::new() };
    let year = facts.year.to_string();
    let mut found = Vec::new();
    match row.figures.total() {
        None => found.push(Finding {
            key: "total",
            words: message!("finding-no-total", year = year),
            figures: facts.of_total("central").into_iter().collect(),
            sources: Vec::new(),
            address: facts.cost_address("total_central"),
        }),
        Some(total) => {
            let is_ranged = !total.map(|bound| bound.round_half_away()).is_point();
            let scale = Scale::of(whole.language, whole.query.basis.currency, [&total.central]);
            let [low, high] = [&total.low, &total.high].map(|bound| scale.figure(bound).label);
            let range = is_ranged.then(|| message!("finding-range", low = low, high = high));
            let (amount, range) = (scale.with_unit(&total.central), Value::optional(range));
            let [approved, executed] = phases(facts);
            let words = match (approved, executed) {
                (true, false) => message!("finding-total-approved", year = year, amount = amount, range = range),
                (true, true) => message!("finding-total-partly", year = year, amount = amount, range = range),
                (false, _) => message!("finding-total", year = year, amount = amount, range = range),
            };
            let bounds: &[&str] = if is_ranged { &["central", "low", "high"] } else { &["central"] };
            found.push(Finding {
                key: "total",
                words,
                figures: bounds.iter().filter_map(|bound| facts.of_total(bound)).collect(),
                sources: facts.sources_of_amounts(),
                address: facts.cost_address("total_central"),
            });
        }
    }
    found.extend(parts(facts));
    found.extend(not_in_it(facts));
    found
}

/// How much of the total accounts name as anti-trafficking, and how much rules attribute of wider lines; where both are
/// there, and stand in the report year by year.
fn parts(facts: &Facts<'_>) -> Option<Finding> {
    let whole = facts.whole();
    let row = whole.cost.rows.get(facts.row).filter(|_| facts.review.context.query.by.is_empty())?;
    let labelled = cost_column("labelled_total")?.figure(&row.figures)?;
    let attributed = cost_column("attributed_central")?.figure(&row.figures)?;
    if labelled.is_zero() || attributed.is_zero() {
        return None;
    }
    let places = ["labelled/total", "attributed/central"];
    let places = places.map(|member| place("report.json", format!("/rows/{}/{member}", facts.row)));
    Some(Finding {
        key: "parts",
        words: message!("finding-parts", labelled = facts.amount(&labelled), attributed = facts.amount(&attributed)),
        figures: places.into(),
        sources: Vec::new(),
        address: facts.cost_address("attributed_central"),
    })
}

/// Whether published amounts of the year are approved, and whether some are executed.
fn phases(facts: &Facts<'_>) -> [bool; 2] {
    let lines = facts.whole().lines_of(facts.year).filter(|(_, line)| line.amount().is_some());
    lines.fold([false; 2], |[approved, executed], (_, line)| {
        let phase = line.key().phase;
        [approved || phase == Phase::Approved, executed || phase == Phase::Executed]
    })
}

/// Lines without an amount, lines that nobody reported, and amounts that no rule decides.
fn not_in_it(facts: &Facts<'_>) -> Option<Finding> {
    let (_, coverage) = facts.review.coverage.coverages.of_year(facts.year)?;
    let mut parts: Vec<Message> = Vec::new();
    let mut members = Vec::new();
    if coverage.not_estimated > 0 {
        parts.push(message!("finding-without-amount", count = coverage.not_estimated));
        members.push("not_estimated");
    }
    if coverage.not_reported > 0 {
        parts.push(message!("finding-not-reported", count = coverage.not_reported));
        members.push("not_reported");
    }
    if coverage.undecided > 0 {
        let amount = facts.amount(&coverage.unattributed);
        parts.push(message!("finding-undecided", count = coverage.undecided, amount = amount));
        members.extend(["undecided", "unattributed"]);
    }
    (!parts.is_empty()).then(|| Finding {
        key: "not-in-the-total",
        words: message!("finding-not-in", parts = Value::list(parts, Between::And)),
        figures: members.into_iter().filter_map(|member| facts.of_coverage(member)).collect(),
        sources: Vec::new(),
        address: facts.cost_address("not_estimated"),
    })
}
