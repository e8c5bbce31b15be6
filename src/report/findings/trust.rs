//! Faults of trust: allocations among spending, figures that rest on another year, breaks of series.

use super::places::place;
use super::{Facts, Finding};
use crate::domain::Year;
use crate::domain::year_spans;
use crate::language::Value;
use crate::message;

pub(super) fn trust(facts: &Facts<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some((_, coverage)) = facts.review.coverage.coverages.of_year(facts.year) {
        let year = facts.year.to_string();
        if coverage.approved > 0 && coverage.approved < coverage.published {
            found.push(Finding {
                key: "allocations",
                words: message!(
                    "finding-allocations",
                    count = coverage.approved,
                    published = coverage.published,
                    year = &year
                ),
                figures: ["approved", "published"].iter().filter_map(|of| facts.of_coverage(of)).collect(),
                sources: Vec::new(),
                address: Some("coverage".to_owned()),
            });
        }
        if coverage.other_year > 0 {
            found.push(Finding {
                key: "other-years",
                words: message!("finding-other-years", count = coverage.other_year, year = &year),
                figures: facts.of_coverage("other_year").into_iter().collect(),
                sources: Vec::new(),
                address: Some("coverage".to_owned()),
            });
        }
    }
    found.extend(breaks(facts));
    found
}

/// The years in which the counts of a measure are not those of the year before.
fn breaks(facts: &Facts<'_>) -> Vec<Finding> {
    let whole = facts.whole();
    let measures = whole.query.measures.iter().enumerate().filter_map(|(number, measure)| {
        let of = |row: &crate::measures::CostRow| row.per_victim.get(number).is_some_and(|figure| figure.breaks);
        let broken = whole.cost.rows.iter().enumerate().filter(|(_, row)| of(row));
        let broken: Vec<(usize, Year)> = broken.map(|(place, row)| (place, row.year)).collect();
        let years: Vec<Year> = broken.iter().map(|(_, year)| *year).collect();
        let by_year = facts.review.context.query.by.is_empty();
        let places = broken.iter().filter(|_| by_year);
        let places = places.map(|(row, _)| place("report.json", format!("/rows/{row}/per_victim/{number}/break")));
        (!years.is_empty()).then(|| Finding {
            key: "breaks",
            words: message!(
                "finding-breaks",
                measure = Value::Word("measure", measure.to_string()),
                years = year_spans(&years)
            ),
            figures: places.collect(),
            sources: Vec::new(),
            address: Some("per-victim".to_owned()),
        })
    });
    measures.collect()
}
