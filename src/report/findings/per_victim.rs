//! The cost per victim of each measure in the year, or why there is none.

use super::{Facts, Finding};
use crate::language::Value;
use crate::message;
use crate::report::charts::scale::Scale;

pub(super) fn per_victim(facts: &Facts<'_>) -> Vec<Finding> {
    let whole = facts.whole();
    let Some(row) = whole.cost.rows.get(facts.row) else { return Vec::new() };
    let said = row.per_victim.iter().enumerate().map(|(number, figure)| {
        let measure = Value::Word("measure", figure.measure.to_string());
        let year = facts.year.to_string();
        let scale = |amount| Scale::per_victim(whole.language, whole.query.basis.currency, [amount]);
        let total = &figure.total;
        let words = match (&total.central, figure.victims) {
            (Some(central), Some(count)) => {
                let range = total.low.as_ref().zip(total.high.as_ref()).filter(|_| !total.is_point());
                let range = range.map(|(low, high)| {
                    let [low, high] = [low, high].map(|end| scale(end).figure(end).label);
                    message!("finding-range", low = low, high = high)
                });
                let amount = message!(
                    "chart-amount",
                    figure = scale(central).figure(central).label,
                    unit = scale(central).unit_of_amounts()
                );
                message!(
                    "finding-per-victim",
                    year = year,
                    amount = amount,
                    range = Value::optional(range),
                    measure = measure,
                    victims = Value::figure(count.to_text().central)
                )
            }
            _ => {
                let reason = Value::optional(figure.reason.clone());
                message!("finding-no-per-victim", year = year, measure = measure, reason = reason)
            }
        };
        let has_figure = total.central.is_some();
        let members: &[&str] = if has_figure && !total.is_point() {
            &["total/central", "total/low", "total/high", "victims/central"]
        } else {
            &["total/central", "victims/central"]
        };
        let key = figure.measure.split_whitespace().collect::<Vec<_>>().join("-");
        let by_year = facts.review.context.query.by.is_empty();
        Finding {
            key: "per-victim",
            words,
            figures: members.iter().filter_map(|member| facts.of_measure(number, member)).collect(),
            sources: figure.source.iter().map(ToString::to_string).collect(),
            address: Some(if by_year {
                format!("per-victim-{key}-{}-total", facts.year)
            } else {
                "per-victim".to_owned()
            }),
        }
    });
    said.collect()
}
